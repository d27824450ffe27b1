// What a chart shows, in numbers and words: lines, bands, points, marks, titles and source line. No drawing; for window, files and exports.
#pragma once

#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "api/Reactions.h"
#include "api/Scenario.h"
#include "api/SeriesDraws.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;

/// Quantiles of one series by quarter, in the unit of the series.
using SeriesSpread = std::array<Spread, quarterCount>;

/// A point of a line between two quarters. What flows stands at the middle of its quarter, and a line drawn straight to it would move
/// before its cause: at the date of the cause stands what was there without it.
struct FigureJoin {
    std::size_t before = 0; ///< place of the point that comes next
    double x = 0, y = 0;
    friend bool operator==(const FigureJoin&, const FigureJoin&) = default;
};

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
    bool isCovert = false;               ///< nobody reports it: see Covert.h. It is never drawn as a sharp line
    bool isOutput = false;               ///< its limits stand beside it in the colours of the strip: a heavy line in that of text
    std::vector<double> low, high;       ///< of a covert companion or part: 8 runs in 10 lie between; empty before the first draws
    std::vector<FigureJoin> joins;       ///< in order; x and y have a point a quarter without them
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

/// Ranges over time. Empty pairs are not shown.
struct FigureBand {
    std::vector<double> x;
    std::vector<double> low, high;             ///< 8 runs in 10: what the inputs leave open
    std::vector<double> levelLow, levelHigh;   ///< 8 in 10 once the discrepancy of the series is added, of charts of levels
    std::vector<double> innerLow, innerHigh;   ///< on demand: 5 runs in 10
    std::vector<double> widestLow, widestHigh; ///< on demand: 95 runs in 100
    friend bool operator==(const FigureBand&, const FigureBand&) = default;
};

/// Where the band of levels leaves the axis.
struct BandBeyond {
    double time = 0, value = 0; ///< of its farthest end within the years that are shown
    bool isAbove = true;        ///< beyond the top, else below the bottom
    friend bool operator==(const BandBeyond&, const BandBeyond&) = default;
};

enum class MarkKind {
    Change, ///< of the scenario
    Turn,   ///< of the equations: another term of a minimum becomes the least
    Event,  ///< of the record
    Answer, ///< to a change of the scenario, by a reaction rule
};

/// A vertical line: when the scenario changes something, where the equations turn, or what happened that concerns it.
struct FigureMark {
    double time = 0;
    std::string label;     ///< a few words beside the line
    std::string longLabel; ///< the same with the measure or the date, where there is room
    std::string whole;     ///< the whole of it; of an event with date, source and grade
    MarkKind kind = MarkKind::Event;
    friend bool operator==(const FigureMark&, const FigureMark&) = default;
};

/// The change in the year that is told: from the baseline to the scenario, means of that year, in the middle of it.
struct YearMark {
    double time = 0, from = 0, to = 0;
    std::string words; ///< "+18% in 2028"
    friend bool operator==(const YearMark&, const YearMark&) = default;
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
    std::string shortSources;   ///< the same for a narrow chart
    std::string bandWords;      ///< how to read the bands; empty without any
    std::string bandNotes;      ///< of these what is said of this chart alone, for a page that says once how bands are read
    bool isDifference = false;  ///< the scenario less the baseline, around zero
    double reach = 0;           ///< the time axis must go on at least to here, for the year that is told or a late change
    std::optional<YearMark> told;
    std::vector<FigureLine> lines;
    std::vector<FigurePoint> points;
    std::optional<FigureBand> band; ///< of the main series
    std::vector<FigureMark> marks;  ///< the most telling first
    std::vector<BindingInput> binding; ///< what binds, by quarter, for the strip under the chart; empty without the strip
    std::vector<BindingInput> bindingBefore; ///< the same in the baseline
    std::string scenarioLabel, baselineLabel; ///< a few words each, for lines and strips
    friend bool operator==(const Figure&, const Figure&) = default;
};

struct FigureRequest {
    std::string series = {};                  ///< id
    std::vector<std::string> companions = {}; ///< ids of the series that stand with it
    bool withStrip = false;              ///< shows what binds under the chart
    bool withEvents = true;              ///< marks events of the record
    bool withParts = false;              ///< stacks the series that add up to it, in place of the companions
    bool withInnerBand = false;          ///< 5 runs in 10 as well
    bool withWidestBand = false;         ///< 95 runs in 100 as well
    bool withRecordedBand = false;       ///< the bands of the recorded years as well; those of a covert series have them always
    bool isDifference = false;           ///< the scenario less the baseline in place of the levels: no companions, parts and observations
    bool withYearMark = false;           ///< marks the change in the year of the title
    int year = 2028;                     ///< of the finding in the title
    Certainty certainty = Certainty::Firm; ///< of the change in that year
    std::vector<OwnFact> ownFacts = {};  ///< of any series; those of the main series are shown
};

/// Two runs, what they are runs of, and who speaks. All of it must outlive the call.
struct FigureRuns {
    const Engine& engine;
    const Language& language;
    const Scenario &scenario, &baseline;
    const Projection &present, &reference;
    const std::vector<ReactionRule>* rules = nullptr;     ///< by which the scenario was unfolded
    const std::vector<ReactionAnswer>* answers = nullptr; ///< the changes of the scenario that are answers, with `rules`
};

/// The figure of a series and of the series that stand with it, without a band. Throws std::bad_optional_access for an unknown id.
Figure figureOf(const FigureRuns& runs, const FigureRequest& request);

/// One line over the quarters, in the unit in which the series is shown.
FigureLine figureLine(const Series& series, const SeriesValues& values, FigureLine::Manner manner, const std::string& label);

/// Puts the joins of a line, or those of the line that it surrounds, between its points; `y` goes on as it went before each of them, unless
/// the join is its own.
void addJoins(std::vector<double>& x, std::vector<double>& y, const std::vector<FigureJoin>& joins, bool areItsOwn);

/// The spread of a series in the scenario less the baseline, draw by draw, in every quarter. Precondition: both have the series.
SeriesSpread differencesOf(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series);

/// Spreads of the main series of a figure over the draws: of the runs alone and, for a chart of levels, with the discrepancy of the series;
/// nullptr for a chart of differences, and for a series without one.
struct FigureSpreads {
    const SeriesSpread* runs = nullptr;
    const SeriesSpread* level = nullptr;
};

/// The bands of a series, in the unit in which it is shown, from the end of the recorded years on unless the request wants more.
FigureBand figureBand(const Series& series, const FigureSpreads& spreads, const FigureRequest& request = {});

/// Puts the bands of the draws under the main line, and the words of how to read them.
void addBand(Figure& figure, const FigureRuns& runs, const FigureSpreads& spreads, const FigureRequest& request);

/// Gives a covert line of the figure that stands beside the main one its range over the draws. Does nothing for any other series.
void addRange(Figure& figure, const Series& series, const SeriesSpread& runs);

/// What is said of covert parts of a stack, with their ranges at the end of a year where they are known; empty without such parts.
Message covertInWords(const Figure& figure, int year);

/// How to read the bands, each by its shade, and behind it what bandNotes() says.
MessageValue bandInWords(const FigureBand& band, const FigureLine& line);

/// What is said of the bands of one chart alone: that there is but one, those on demand, and where the line leaves the inner one: "From
/// 2029 Q1 the central run lies outside the inner band." None for most charts. `band` without joins.
MessageList bandNotes(const FigureBand& band, const FigureLine& line);

/// The largest value that the axis of a figure must hold between two times: that of lines, points and the inner band. The outer band is
/// held too where that costs little, and may leave the top where it would press the line flat.
double axisNeed(const Figure& figure, double from, double to);

/// The least value that the axis of a figure must hold between two times: zero, or less where a difference falls below it.
double axisFloor(const Figure& figure, double from, double to);

/// Where the outer band leaves an axis between two times; nothing when it stays inside.
std::optional<BandBeyond> bandBeyond(const FigureBand& band, double from, double to, double bottom, double top);

/// Marks of a chart of `series`, the most telling first: changes of the scenario, then the answers to them, then turns of the series, then,
/// with `withEvents`, the events of the record that moved the series most, as lifting them shows. Few, and never two close together.
std::vector<FigureMark> figureMarks(const FigureRuns& runs, const Series& series, bool withEvents);

} // namespace chokepoint
