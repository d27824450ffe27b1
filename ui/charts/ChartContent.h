// What a chart shows, in numbers and words; no drawing.
#pragma once

#include "api/Catalogue.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "charts/ChartMarks.h"

#include <QColor>
#include <QString>
#include <QVector>

#include <optional>

namespace chokepoint::ui {

struct ChartLine {
    enum class Manner { Present, Baseline, Companion, Part };
    QString id;    ///< of the series
    QString label; ///< at the end of the line
    QVector<double> x, y;
    Manner manner = Manner::Present;
    QVector<double> own; ///< of a part: its values, where y is the top of the stack up to it
    ColourClass colour = ColourClass::Blue;
    std::optional<BindingInput> limitBy; ///< of a limit of domestic output, which has the colour of its input in the strip
    bool operator==(const ChartLine&) const = default;
};

struct ChartPoint {
    double x = 0, y = 0;
    std::optional<double> low, high;
    bool isExpectation = false;
    QString words; ///< source and grade, for the tool tip
    bool operator==(const ChartPoint&) const = default;
};

/// The range of the draws over time: 8 runs in 10 between `low` and `high`, 5 in 10 between `innerLow` and `innerHigh`;
/// on demand 95 in 100 between `widestLow` and `widestHigh`, else those are empty.
struct ChartBand {
    QVector<double> x, low, innerLow, innerHigh, high, widestLow, widestHigh;
    bool operator==(const ChartBand&) const = default;
};

struct ChartContent {
    QString series;          ///< id of the main series
    ColourClass colour = ColourClass::Blue; ///< of the main series
    QString title;           ///< states the finding
    QString shortTitle;      ///< the same for a narrow chart
    QString shortestTitle;   ///< the same without the unit
    QString name;            ///< short, for the narrowest
    QString subtitle;        ///< series and unit
    QString unit;            ///< the same without the series
    QString narrowSubtitle;  ///< the finding, under a title of the name alone
    QString stamp;           ///< "own assumptions (2)", empty without any
    QString footer;          ///< sources and how to read
    QVector<ChartLine> lines;
    QVector<ChartPoint> points;
    std::optional<ChartBand> band; ///< of the main series, from the end of the recorded years on
    QVector<ChartMark> marks; ///< changes of the scenario and events, the most telling first
    std::optional<QVector<int>> binding; ///< what binds, by quarter, for the strip under the chart
    bool operator==(const ChartContent&) const = default;
};

struct ChartRequest {
    std::string series;
    std::vector<std::string> companions; ///< ids of the series that stand with it
    bool withStrip = false;              ///< shows what binds under the chart
    bool withEvents = true;              ///< marks events of the record
    bool withParts = false;              ///< stacks the series that add up to it, in place of the companions
    bool withWidestBand = false;         ///< 95 runs in 100 as well
    bool withRecordedBand = false;       ///< the band of the recorded years as well, which says what the draws leave open there
    int year = 2028;                     ///< of the finding in the title
    bool isUnclear = false;              ///< the runs do not agree on the sign of the change in that year
};

/// The chart of a series and of the series that stand with it, from the two runs on the board.
ChartContent chartContent(const Board& board, const ChartRequest& request);

/// One line over the quarters, in the unit in which the series is shown.
ChartLine chartLine(const Series& series, const SeriesValues& values, ChartLine::Manner manner, const QString& label);

/// The band of a series, in the unit in which it is shown, from the end of the recorded years on unless the request wants more.
ChartBand chartBand(const Series& series, const SeriesSpread& spread, const ChartRequest& request = {});

/// How to read the band under a line, and where the line leaves its middle half: "from 2029 Q1 on the line leaves the middle half".
QString bandInWords(const ChartBand& band, const ChartLine& line, const Language& language);

} // namespace chokepoint::ui
