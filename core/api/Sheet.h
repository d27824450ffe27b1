// A figure as it is published: chart, texts and evidence as one value, in numbers and words. No drawing; for window, files and exports.
#pragma once

#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Figure.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "api/Refusal.h"
#include "api/Scenario.h"
#include "api/SeriesDraws.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chokepoint {

class Engine;

/// Texts that a person wrote in place of those that follow from the numbers.
struct SheetTexts {
    std::optional<std::string> title, subtitle, source, note, alternative;
    friend bool operator==(const SheetTexts&, const SheetTexts&) = default;
};

/// What a figure shows and how. Parts that need something (a band its draws, a strip a series that hangs on Chinese chips) are left away
/// without it.
struct SheetRequest {
    enum class Kind {
        Line,
        Stacked,   ///< the series that add up to it, of the first scenario
        Multiples, ///< a small chart for each scenario, all on one scale
        Bar,       ///< the mean of the year told, a bar for each scenario
        Slope,     ///< from the first year to the year told
        Table,     ///< yearly means
        Waterfall, ///< what each measure of the first scenario adds in the year told; bars for evidence without shares
        Area,      ///< lines of which that of the banded scenario is filled down to zero
    };
    enum class Show { Value, Difference, Percent, Index, Logarithm };
    std::string series; ///< id, of no category
    Kind kind = Kind::Line;
    Show show = Show::Value;
    int firstYear = 2022, lastYear = 2031;                                             ///< both are shown
    int year = 2028;                                                                   ///< that is told
    std::size_t banded = 0;                                                            ///< place of the scenario whose band is drawn
    bool withBand = true, withBoundary = true, withBaseline = true, withSource = true; ///< what stays away of these is said in the footer
    bool withDates = true, withEvents = true, withStrip = true, withPeak = true;
    bool withObservations = true; ///< what others published of the series, as hollow points beside the lines of levels
    std::string revision = "A";   ///< letter of the figure, for whoever publishes it again: see revisionAfter()
    SheetTexts own = {};
    friend bool operator==(const SheetRequest&, const SheetRequest&) = default;
};

/// What a figure of such a request shows: a share in percent is shown as a difference, for a part in a hundred of a share is easily taken
/// for a point.
SheetRequest::Show shownBy(const Engine& engine, const SheetRequest& request);
/// Why a figure cannot be of its kind: a stack of a series without parts, or a kind that cannot show what is wished. Nothing where it can,
/// and for an unknown series.
std::optional<Refusal> refusalOfFigure(const Engine& engine, const SheetRequest& request);

/// True for kinds that tell of the first scenario alone.
constexpr bool isOfOnePackage(SheetRequest::Kind kind)
{
    return kind == SheetRequest::Kind::Stacked || kind == SheetRequest::Kind::Waterfall;
}

/// Names of kinds and manners, as options and kept figures write them: "line", "percent". Nothing for another word.
std::optional<SheetRequest::Kind> sheetKindNamed(std::string_view name);
std::optional<SheetRequest::Show> sheetShowNamed(std::string_view name);
std::vector<std::string> sheetKindNames();
std::vector<std::string> sheetShowNames();

/// One run of the figure. `draws` hold the series; `level` is its spread with the discrepancy. All of it must outlive the call.
struct SheetRun {
    const Scenario* scenario = nullptr;
    const Projection* central = nullptr;
    const SeriesDraws* draws = nullptr;
    const SeriesSpread* level = nullptr;
};

/// What a measure, or all others together, adds to a series in the year told, in the unit of the series.
struct SheetShare {
    std::string name;
    double value = 0;
};

/// On which originals and on inputs of which grades a result rests.
struct SheetEvidence {
    std::vector<std::string> originals; ///< publishers, of the inputs that move it most first
    bool restsOnJudgment = false;       ///< one of those inputs is our own judgment
    std::optional<GradeShare> grades;
    std::vector<SheetShare> shares; ///< of a waterfall, the largest first
};

/// Reads it from runs at the ends of every input, and from `draws` draws where that is not 0. Some tenths of a second; `withShares`: up
/// to a few seconds for a package of many measures.
SheetEvidence sheetEvidenceOf(const Engine& engine, const Scenario& scenario, const Scenario& baseline, std::size_t series, int year,
                              std::size_t draws, bool withShares = false);

struct SheetRuns {
    static constexpr std::size_t mostScenarios = 6;
    const Engine& engine;
    const Language& language;
    std::vector<SheetRun> scenarios; ///< 1 to mostScenarios
    SheetRun baseline;
    std::string program; ///< version of the program
    std::string date;    ///< the day of the figure, as ISO 8601; empty: the figure names none
    const SheetEvidence* evidence = nullptr;
};

/// Hue and dash of a line: that of the series while it stands alone, else by the place of the scenario.
struct SheetHue {
    enum class Of { Series, Place, Baseline, Part };
    Of of = Of::Series;
    int place = 0;
    friend bool operator==(const SheetHue&, const SheetHue&) = default;
};

/// Values stand in the unit of the figure, times in years.
struct SheetLine {
    std::string name;
    std::string told; ///< beside the dot: "4.9 in 2028"; empty without one
    std::vector<double> x, y;
    std::vector<double> base; ///< of a part of a stack: its lower edge
    std::optional<std::pair<double, double>> dot;
    SheetHue hue;
    bool isCovert = false; ///< nobody reports it: hatched in a stack, and never a sharp line
    bool isFilled = false; ///< of an area: filled from `base`, which is zero, to the line
    std::vector<double> rangeX, low, high; ///< of a covert baseline, from where it parts: 8 runs in 10 lie between; empty without draws
};

struct SheetPanel {
    std::string name, range; ///< of a small chart: the scenario, and what 8 runs in 10 say
    std::vector<SheetLine> lines;
    std::optional<FigureBand> band;
    SheetHue bandHue;
    std::vector<FigurePoint> points; ///< published values within the years that are shown
};

struct SheetStrip {
    SheetHue hue;
    std::string name;
    std::vector<BindingInput> inputs; ///< by quarter from the first that is shown
};

/// What a shade of a band means, the hatching of a covert baseline or of covert parts of a stack, or the range at a bar.
struct SheetKey {
    enum class Shade { Inner, Runs, Level, Baseline, Part, Bar };
    Shade shade;
    std::string words;
    SheetHue hue = {};
};

struct SheetTick {
    double at = 0;
    std::string words;
};

/// A bar of a chart of bars, or one side of a slope: central value, range of 8 runs in 10.
struct SheetBar {
    std::string name, told;
    double value = 0;
    std::optional<double> low, high;
    std::optional<double> before; ///< of a slope: the value in the first year
    std::string beforeTold;
    std::optional<double> from; ///< of a step of a waterfall: where it begins
    SheetHue hue;
};

/// One of the five texts that a person may write.
struct SheetText {
    std::string words, fromNumbers;
    std::vector<std::string> otherNumbers; ///< numbers of an edited text that the run does not give
    bool isOwn() const { return words != fromNumbers; }
};

struct Sheet {
    SheetRequest::Kind kind = SheetRequest::Kind::Line;
    SheetRequest::Show show = SheetRequest::Show::Value;
    std::string series, unit;
    ColourClass colour = ColourClass::Blue;
    SheetText title, subtitle, source, note, alternative;
    bool hasBareTitle = false; ///< written by a person, without the number of a finding where the run has one: a topic
    std::string marks;    ///< what was left out or edited so that it says another number; in the footer, never to be turned off
    std::string identity; ///< scenario, mark, revision, day, licence
    std::string hash;     ///< of scenario and baseline: 64 hexadecimal digits
    std::vector<SheetKey> keys;
    std::vector<SheetPanel> panels; ///< one, but for small multiples
    double from = 0, to = 0, bottom = 0, top = 0;
    int told = 0; ///< the year that is told
    bool isLogarithmic = false;
    bool isBroken = false; ///< the axis of a waterfall begins near its smallest total: whole bars are drawn with a break
    std::vector<SheetTick> ticks, years;
    std::optional<double> boundary;
    std::string recorded, projected;
    std::vector<FigureMark> dates; ///< changes of the scenario and events, the most telling first
    std::string stripTitle;
    std::vector<SheetStrip> strips;
    std::vector<std::string> inputWords; ///< by BindingInput
    std::vector<SheetBar> bars;
    std::vector<std::string> head;              ///< of a table
    std::vector<std::vector<std::string>> rows; ///< of a table: a name and values
    Certainty certainty = Certainty::Firm;      ///< of the change in the title
    bool hasDraws = false;
};

/// Throws InputError for a series that is unknown or a category, for years out of range or in the wrong order, and for what
/// refusalOfFigure() refuses.
Sheet sheetOf(const SheetRuns& runs, const SheetRequest& request);

/// What a picture carries, so that its view can be opened again: share codes of all scenarios and of the baseline, and the request.
struct SheetOrigin {
    std::vector<std::string> scenarios;
    std::vector<std::string> ids; ///< of the scenarios, which codes leave out
    std::string baseline;
    SheetRequest request;
    std::string page = {}, style = {}; ///< ids, for whoever paints it
    friend bool operator==(const SheetOrigin&, const SheetOrigin&) = default;
};
SheetOrigin sheetOriginOf(const SheetRuns& runs, const SheetRequest& request);

/// The letter of a figure that was kept as `kept` and is now `now`: the next one when scenarios, baseline or texts differ, else the same.
/// "Z" is followed by "AA", and "ZZ" by itself.
std::string revisionAfter(const SheetOrigin& kept, const SheetOrigin& now);
/// Whether two figures tell of the same: the same series in the same manner, of scenarios with the same names. Then one may be a later
/// revision of the other.
bool isSameSubject(const SheetOrigin& a, const SheetOrigin& b);

/// As text in lines of the form "key=value", UTF-8 without control characters but line ends.
std::string sheetText(const SheetOrigin& origin);
/// Reads it back. Unknown keys are passed over. Throws InputError for a text that is no such figure or lacks series or scenario.
SheetOrigin readSheetText(const Catalogue& catalogue, std::string_view text);
/// The scenarios behind the codes; a preset comes back as the data book has it. Throws InputError for a code that cannot be read.
struct OpenedSheet {
    std::vector<Scenario> scenarios;
    Scenario baseline;
    SheetRequest request;
};
OpenedSheet openedSheet(const Engine& engine, const SheetOrigin& origin);
inline constexpr std::size_t longestSheetText = 64 * 1024;

/// Numbers of a text as plain decimals, without group marks and units, in the order in which they stand: "8.7", "1234".
std::vector<std::string> numbersIn(std::string_view text, const LanguageStyle& style);

} // namespace chokepoint
