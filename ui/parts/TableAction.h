// Lets the numbers of a chart be seen as a table: by a key where it has the focus, and by its context menu.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QWidget;

namespace chokepoint::ui {

class TableWindow;

/// Makes a chart that takes no focus take it, with a frame that shows it. Belongs to the chart.
class TableAction : public QObject {
    Q_OBJECT
public:
    /// `make` is called when the table is shown, and when renew() finds it open.
    TableAction(QWidget& chart, const Language& language, std::function<FigureTable()> make);

    /// None before it is asked for.
    TableWindow* tableWindow() const;
    void open();
    /// The chart shows something else.
    void renew();
    /// The chart shows nothing any more, and so does the table.
    void leave();

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    QWidget& m_chart;
    Language m_language;
    std::function<FigureTable()> m_make;
    QPointer<TableWindow> m_table;
    QWidget* m_frame = nullptr; ///< none where the chart shows its focus itself
};

FigureCell textCell(const QString& words);
/// With the digits of every number that is said.
FigureCell numberCell(double value, const Language& language);
/// As many rows as there are quarters: the quarter, then what `cells` adds for it.
FigureTable tableByQuarter(const QString& title, const QString& unit, const QStringList& names, const Language& language,
                           const std::function<double(std::size_t quarter, std::size_t column)>& value);

} // namespace chokepoint::ui
