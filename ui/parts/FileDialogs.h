// The dialogs that ask for a file: they remember their folder, and tests answer them.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

class QWidget;

namespace chokepoint::ui {

/// One for a window. Every method returns an empty path when the person gives up.
class FileDialogs {
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
public:
    enum class Kind { Workbook, Scenario, Table, Spreadsheet, Bundle, Pdf, Markdown, Rehearsal, Text, Any };

    /// Asks for a file to read; files of other endings are shown on demand.
    QString askOpen(QWidget* parent, const QString& title, Kind kind = Kind::Scenario);

    /// Asks where to write a file. `name`: what is offered, without a folder. A name without the ending of its kind (".toml", ".choke",
    /// ".csv", ...) gets it, and before the file that it then names is overwritten the person is asked.
    QString askSave(QWidget* parent, const QString& title, const QString& name, Kind kind = Kind::Scenario);

    /// Asks where to write what goes out of the program, as askSave() does; `ending`: that of its form, ".svg" for instance.
    QString askExport(QWidget* parent, const QString& title, const QString& name, const QString& ending);

    /// The next dialog starts in the folder of a file that was opened or saved in any way.
    void remember(const QString& file);
    /// Empty until a file is remembered: the dialog then starts where the program does.
    QString folder() const { return m_folder; }

    /// For tests: the next dialog is not shown and gives this file; empty stands for giving up. What follows the choice is as ever.
    void answerNext(const QString& file) { m_next = file; }

private:
    QString askTarget(QWidget* parent, const QString& title, const QString& name, const QString& ending, const QString& filters);
    static QString filters(Kind kind);
    static bool mayReplace(QWidget* parent, const QString& file);

    QString m_folder;
    std::optional<QString> m_next;
};

} // namespace chokepoint::ui
