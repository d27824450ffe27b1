// The vertical lines of a chart: when the scenario changes something, and what happened that concerns it.
#pragma once

#include "api/Catalogue.h"
#include "bridge/Board.h"

#include <QString>
#include <QVector>

namespace chokepoint::ui {

struct ChartMark {
    double time = 0;         ///< in years
    QString label;           ///< a few words beside the line
    QString longLabel;       ///< the same with the measure, where there is room
    QString whole;           ///< the whole of it, with date, source and grade
    bool isScenario = false; ///< a change of the scenario, not an event of the record
    bool operator==(const ChartMark&) const = default;
};

/// Marks of a chart, the most telling first: changes of the scenario, then, with `withEvents`, events of the record that concern
/// a changed measure, then those at which a measure of the chart's own sector changed. Few, and never two close together.
QVector<ChartMark> marksOf(const Board& board, const Series& series, bool withEvents);

/// The words of an event, with its date and source; events still to come say so.
QString eventInWords(const Catalogue& catalogue, const Event& event);

} // namespace chokepoint::ui
