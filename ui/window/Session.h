// Reopens at the start what was open last, when the person wants that.
#pragma once

#include <QObject>
#include <QString>

namespace chokepoint::ui {

class Document;
class MainWindow;

/// Lives as long as the window, which owns it. Off until a person turns it on; a workbook that is encrypted is never noted.
class Session : public QObject {
    Q_OBJECT
public:
    /// `settings`: the file that keeps the choice. Puts the choice into the menu of the window.
    Session(MainWindow& window, Document& document, QString settings);

    bool isKept() const;
    void setKept(bool kept);
    /// The workbook to reopen; empty when there is none, or it is gone.
    QString file() const;

private:
    void note();

    Document& m_document;
    QString m_settings;
};

} // namespace chokepoint::ui
