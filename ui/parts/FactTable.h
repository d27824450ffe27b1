// A table of facts: a search line, columns that sort, and one chosen row.
#pragma once

#include "api/Language.h"

#include <QVariant>
#include <QVector>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace chokepoint::ui {

struct FactColumn {
    QString title;
    int width = 100;       ///< pixels; the first column takes what is left
    bool isNumber = false; ///< stands at the right
};

struct FactCell {
    QString text;
    QVariant order{};    ///< what the column sorts by; the text without it
    bool isMarked = false; ///< in the accent colour
};

struct FactRow {
    QString key; ///< not shown
    QVector<FactCell> cells;
    QString also{}; ///< found by the search, not shown
};

class FactModel;
class FactFilter;

class FactTable : public QWidget {
    Q_OBJECT
public:
    FactTable(const QVector<FactColumn>& columns, const QString& searchHint, const Language& language, QWidget* parent = nullptr);

    /// Replaces the rows; the chosen one stays chosen where it is still there.
    void setRows(const QVector<FactRow>& rows);
    /// Chooses a row and scrolls to it; does nothing for an unknown key.
    void choose(const QString& key);
    /// The key of the chosen row, empty without one.
    QString chosenKey() const;
    /// Types into the search line.
    void search(const QString& text);
    /// A place at the right of the search line for further controls.
    void addControl(QWidget* control);

    int shownCount() const;
    QStringList shownKeys() const;
    QTableView* table() const { return m_table; }

signals:
    void chosen(const QString& key);

protected:
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;

private:
    void tell();
    void fitColumns();
    void fitRows();
    int longestWord(const QString& text) const;

    Language m_language;
    QVector<FactColumn> m_columns;
    QVector<int> m_wished; ///< width of the longest text, by column
    QVector<int> m_least;  ///< pixels below which a column of text cuts a word
    FactModel* m_model;
    FactFilter* m_filter;
    QLineEdit* m_search;
    QLabel* m_count;
    QTableView* m_table;
};

} // namespace chokepoint::ui
