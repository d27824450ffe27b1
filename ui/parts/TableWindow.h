// What a chart shows as a table in a window of its own: sorted by a click on a head, copied as text and HTML, saved as CSV.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "parts/FileDialogs.h"

#include <QWidget>

class QLabel;
class QMimeData;
class QPushButton;
class QTableView;

namespace chokepoint::ui {

class TableModel;
class TableOrder;

class TableWindow : public QWidget {
    Q_OBJECT
public:
    /// A window of its own above `owner`, which closes it with itself.
    explicit TableWindow(const Language& language, QWidget* owner);

    /// Replaces what is shown; order, chosen cells and place stay where the columns are the same.
    void setContent(const FigureTable& content);
    const FigureTable& content() const { return m_content; }

    QTableView* table() const { return m_table; }
    /// What is copied: the chosen cells, or all of the table when fewer than two are chosen, in the order shown, with the heads. As text
    /// with tabs, as HTML, and as CSV with all digits.
    std::unique_ptr<QMimeData> copied() const;
    /// Asks for a file and writes all of the table as CSV, with all digits; says why when it cannot.
    void save();
    /// Asks for the file; tests answer it.
    FileDialogs& dialogs() { return m_dialogs; }
    QString message() const;

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void copy();
    QPushButton* button(const QString& words, const char* name, void (TableWindow::*act)());

    Language m_language;
    FigureTable m_content;
    FileDialogs m_dialogs;
    TableModel* m_model;
    TableOrder* m_order;
    QTableView* m_table;
    QLabel *m_unit, *m_message;
};

/// The table of a chart: a window that is there already comes to the front, else a new one is made. The caller keeps it in a QPointer.
TableWindow* shownTable(TableWindow* present, const FigureTable& content, const Language& language, QWidget* owner);

} // namespace chokepoint::ui
