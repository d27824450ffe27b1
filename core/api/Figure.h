// What a chart shows, in numbers and words: lines, bands, points, marks, titles and source line. No drawing; for window, files and exports.
#pragma once

#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;

/// Quantiles of one series by quarter, in the unit of the series.
using SeriesSpread = std::array<Spread, quarterCount>;

/// Values stand in the unit in which the series is shown, times in years.
struct FigureLine {
    enum class Manner { Present, Baseline, Companion, Part };
    std::string series; ///< id
    std::string label;  ///< at the end of the line
    std::vector<double> x, y;
    Manner manner = Manner::Present;
    std::vector<double> own; ///< of a part: its values, where y is the top of the stack up to it
    ColourClass colour = ColourClass::Blue;
    std::optional<BindingInput> limitBy; ///< of a limit of domestic output, which has the colour of its input in the strip
    friend bool operator==(const FigureLine&, const FigureLine&) = default;
};

/// What a single value beside the lines is.
enum class PointKind {
    Observation,
    Expectation, ///< a forecast, plan or target
    OwnFact,     ///< of the person who looks, not of the data book
};

struct FigurePoint {
    double x = 0, y = 0;
    std::optional<double> low, high;
    PointKind kind = PointKind::Observation;
    std::string words; ///< source and grade
    friend bool operator==(const FigurePoint&, const FigurePoint&) = default;
};

/// A fact that a person holds against the model.
struct OwnFact {
    std::string series; ///< id
    double time = 0;    ///< in years: the middle of the period of an amount, the end of that of a stock
    double value = 0;   ///< in the unit of the series
    std::optional<double> low, high;
    std::string words; ///< what the person says of it
    friend bool operator==(const OwnFact&, const OwnFact&) = default;
};

/// The range of the draws over time: 8 runs in 10 between `low` and `high`, 5 in 10 between `innerLow` and `innerHigh`;
/// on demand 95 in 100 between `widestLow` and `widestHigh`, else those are empty.
struct FigureBand {
    std::vector<double> x, low, innerLow, innerHigh, high, widestLow, widestHigh;
    friend bool operator==(const FigureBand&, const FigureBand&) = default;
};

/// A vertical line: when the scenario changes something, or what happened that concerns it.
struct FigureMark {
    double time = 0;
    std::string label;       ///< a few words beside the line
    std::string longLabel;   ///< the same with the measure, where there is room
    std::string whole;       ///< the whole of it, with date, source and grade
    bool isScenario = false; ///< a change of the scenario, not an event of the record
    friend bool operator==(const FigureMark&, const FigureMark&) = default;
};

struct Figure {
    std::string series; ///< id of the main series
    ColourClass colour = ColourClass::Blue;
    std::string title;          ///< states the finding
    std::string shortTitle;     ///< the same for a narrow chart
    std::string shortestTitle;  ///< the same without the unit
    std::string name;           ///< short, for the narrowest
    std::string subtitle;       ///< series and unit
    std::string unit;           ///< the same without the series
    std::string narrowSubtitle; ///< the finding, under a title of the name alone
    std::string stamp;          ///< "own assumptions (2)", empty without any
    std::string sources;        ///< who observed the series, or that nobody did
    std::string bandWords;      ///< how to read the band; empty without one
    std::vector<FigureLine> lines;
    std::vector<FigurePoint> points;
    std::optional<FigureBand> band; ///< of the main series, from the end of the recorded years on
    std::vector<FigureMark> marks;  ///< changes of the scenario and events, the most telling first
    std::vector<BindingInput> binding; ///< what binds, by quarter, for the strip under the chart; empty without the strip
    friend bool operator==(const Figure&, const Figure&) = default;
};

struct FigureRequest {
    std::string series;                  ///< id
    std::vector<std::string> companions; ///< ids of the series that stand with it
    bool withStrip = false;              ///< shows what binds under the chart
    bool withEvents = true;              ///< marks events of the record
    bool withParts = false;              ///< stacks the series that add up to it, in place of the companions
    bool withWidestBand = false;         ///< 95 runs in 100 as well
    bool withRecordedBand = false;       ///< the band of the recorded years as well, which says what the draws leave open there
    int year = 2028;                     ///< of the finding in the title
    bool isUnclear = false;              ///< the runs do not agree on the sign of the change in that year
    std::vector<OwnFact> ownFacts = {};  ///< of any series; those of the main series are shown
};

/// Two runs, what they are runs of, and who speaks. All of it must outlive the call.
struct FigureRuns {
    const Engine& engine;
    const Language& language;
    const edit::RecordedValues& recorded;
    const Scenario &scenario, &baseline;
    const Projection &present, &reference;
};

/// The figure of a series and of the series that stand with it, without a band. Throws std::bad_optional_access for an unknown id.
Figure figureOf(const FigureRuns& runs, const FigureRequest& request);

/// One line over the quarters, in the unit in which the series is shown.
FigureLine figureLine(const Series& series, const SeriesValues& values, FigureLine::Manner manner, const std::string& label);

/// The band of a series, in the unit in which it is shown, from the end of the recorded years on unless the request wants more.
FigureBand figureBand(const Series& series, const SeriesSpread& spread, const FigureRequest& request = {});

/// How to read the band under a line, and where the line leaves its middle half: "from 2029 Q1 on the line leaves the middle half".
MessageValue bandInWords(const FigureBand& band, const FigureLine& line);

/// Marks of a chart of `series`, the most telling first: changes of the scenario, then, with `withEvents`, events of the record that concern
/// a changed measure, then those at which a measure of the chart's own sector changed. Few, and never two close together.
std::vector<FigureMark> figureMarks(const FigureRuns& runs, const Series& series, bool withEvents);

} // namespace chokepoint
