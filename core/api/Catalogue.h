// What the data book holds, for people: series, measures and their levels, parameters, sources, observations, presets.
#pragma once

#include "api/Projection.h"
#include "api/Scenario.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chokepoint {

/// Texts come from the data book unchanged, or from its overlay in another language: they are to be read by people and are never
/// compared. What the program goes by are ids, places in the lists of Catalogue and the enums below. Numbers that a person may type
/// are decimal text.

/// How well a figure is founded, the best first: A read in a primary source, B read in a secondary source, C recalled with the primary
/// source named, D judgement.
enum class Grade { A, B, C, D };

/// "A" to "D", in every language.
std::string letterOf(Grade grade);

/// Grades C and D: nobody read the figure in a source.
constexpr bool isWeak(Grade grade) { return grade >= Grade::C; }

/// A unit of the tables and, as members of the family "unit" of the language, its words.
struct DataUnit {
    std::string id;          ///< as the tables write it: "PB/year"
    std::string words;       ///< of a value times `scale`: "million_gb_year"; empty when it is shown as the tables write it
    double scale = 1;
    bool isInPoints = false; ///< a change is told in points and not in per cent
    std::string difference;  ///< words of a difference when they are others than those of a value
    std::string smallWords;  ///< of values that `words` would show as next to nothing, times `smallScale`; empty when there are none
    double smallScale = 1;
    std::string inputWords;  ///< of a value as the tables write it, unscaled, such as that of a parameter; empty for a pure number
};

/// A colour that means the same in every chart; a theme gives it its shade.
enum class ColourClass { Blue, Vermillion, Green, Purple, Orange, Sky };

/// The accounting identity that tells of what the results of a sector are made up.
enum class SectorIdentity { None, DomesticCompute, Entrants };

/// Measures that stand together, in the order in which people see them.
struct MeasureGroup {
    std::string id, name;
    bool isOfOthers = false;    ///< answers of the other side, measures of allies
    bool isAtTableOnly = false; ///< its measures count in a negotiation and move no series
};

/// Who acts.
struct Actor {
    std::string id;
    std::string name;      ///< short, as in a list: "US"
    std::string wholeName; ///< "United States"
};

struct Sector {
    std::string id, name;
    ColourClass colour = ColourClass::Blue;
    SectorIdentity identity = SectorIdentity::None;
};

/// What nobody can know about the level of a series, whatever the inputs are: how far a published figure may lie from it. Levels have it,
/// differences between packages do not, for both share it.
struct Discrepancy {
    std::string id;
    bool isOnLogit = false;           ///< of shares: the deviations below are of the logit; else of the natural logarithm
    double sdYear = 0, sdQuarter = 0; ///< standard deviations for a figure of a year or a date, and for one of a quarter; 0 = none
    std::string origin;
};

enum class SeriesKind { Rate, Stock, Ratio, Share, Price, Index, Category };

struct Series {
    std::string id;
    std::size_t sector = 0; ///< place in Catalogue::sectors
    DataUnit unit;
    SeriesKind kind = SeriesKind::Rate;
    std::string name;
    std::string shortName; ///< for titles, at most 30 characters
    std::string noun;      ///< for the middle of a sentence: singular, with a small letter unless it begins with a name or an acronym
    std::string endLabel;  ///< for the end of a line that stands with others: the short name, or less
    std::string description;
    ColourClass colour = ColourClass::Blue; ///< of the sector unless series.csv gives another
    std::optional<BindingInput> limitBy;    ///< of a limit of domestic output: the input that sets it
    std::size_t discrepancy = 0;            ///< place in Catalogue::discrepancies
};

/// How hard a step is by the record: it was in force before, a government announced or proposed it, or nobody tried it.
enum class Difficulty { DoneBefore, Announced, NeverTried };

/// What a level, or a named stop of a number, would take.
struct LevelStep {
    std::string value; ///< id of a level, or decimal text of a mark
    Difficulty difficulty = Difficulty::NeverTried;
    std::string exampleDate; ///< date of the event that shows it; empty where the recorded history does, or nothing does
    std::string whoMustAct;
};

/// Where a measure stands: in force, decided and not applied, proposed by somebody, or thought up for this bench.
enum class MeasureStatus { InForce, Suspended, Proposed, Hypothetical };

/// A measure in plain sentences, without ids.
struct MeasureNotes {
    MeasureStatus status = MeasureStatus::InForce;
    std::string until;          ///< date on which the status ends or is due for decision, "2026-11-09"; may be empty
    std::string statusWords, effectWords;
    std::string exampleDate;    ///< of an event that concerns the measure, or a quarter of its history; empty without one
    std::string example;
    std::vector<std::string> sources; ///< of status, effect and example
    Grade grade = Grade::D;     ///< of status and example
    std::string undoWho, undoHowFast, sideEffects;
    Grade gradeOfJudgement = Grade::D; ///< of undo and side effects
    std::string relatedSeries;  ///< id of the series to look at first; empty when it counts at the table only
    std::vector<LevelStep> steps; ///< one for every level or mark, in their order
};

/// A level, or a form in which numbers are told, with its phrases.
struct Level {
    std::string id, shortLabel, label;
    std::string doing = {};     ///< as the subject of a sentence, without a capital: "opening HBM sales to China"
    std::string condition = {}; ///< "if Washington opens HBM sales to China"
    /// The same together with the number of the sub-control that caps it, which stands at numberMark; empty when none does.
    std::string doingCapped = {}, conditionCapped = {};
};

/// Where the digits stand in a phrase of the data book.
inline constexpr std::string_view numberMark = "{number}";

/// How the levels of a measure are ordered.
enum class LevelOrder { LoosestToTightest, LeastToMost };

struct Measure {
    std::string id;
    std::size_t group = 0; ///< place in Catalogue::groups
    std::string shortName, title;
    std::size_t actor = 0; ///< place in Catalogue::actors
    std::optional<std::size_t> parent; ///< of a sub-control: the measure under which it stands, a place in Catalogue::measures
    bool isNumber = false;
    bool inModel = true;          ///< false: it matters at the table and moves no series
    std::string lever;            ///< of a number: the lever that it writes
    std::string statusQuo;        ///< id of a level or decimal text
    std::string minimum, maximum; ///< decimal text, of numbers only
    std::string unit;             ///< in words, of numbers only
    std::vector<std::string> marks; ///< decimal text of the named stops of the slider
    LevelOrder order = LevelOrder::LoosestToTightest;
    std::string statusQuoNote, legalBasis, firstDate, dates, effect;
    std::vector<std::string> sources;
    Grade gradeOfLaw = Grade::D, gradeOfEffect = Grade::D;
    std::string note;
    std::vector<Level> levels; ///< in order, empty for a number
    std::vector<Level> numbers;    ///< of a number: how any number is told, with numberMark in it, and, where the range has it, how zero is
    std::string firstEnd, lastEnd; ///< what the ends of the control are: the first level or least number, the last or largest
    std::optional<MeasureNotes> notes; ///< of every measure once the data book is loaded
};

/// How the draws of a parameter lie. Triangular: straight-sided between low, central and high, with the median at central. Uniform: low
/// to high. Lognormal: median at central. Fixed: an anchor of the equations, never changed.
enum class Distribution { Triangular, Uniform, Lognormal, Fixed };

/// The word of parameters.csv: "triangular".
std::string wordOf(Distribution distribution);

struct Parameter {
    std::string id;
    DataUnit unit;
    std::string central, low, high;
    Distribution distribution = Distribution::Fixed;
    Grade grade = Grade::D;
    std::vector<std::string> sources;
    std::string description;
};

/// A lognormal parameter may go to low / lognormalReach and to high x lognormalReach.
inline constexpr double lognormalReach = 1.5;

/// The least and the largest value that a draw or an own assumption may take: low and high, beyond them for a lognormal parameter.
std::pair<double, double> allowedRange(const Parameter& parameter);

/// A quantity that measures write and equations read.
struct Lever {
    std::string id;
    DataUnit unit;
    std::string description;
};

/// An exogenous quantity given over time by knots; `grade` is the weakest of its knots.
struct Path {
    std::string id;
    DataUnit unit;
    std::string description;
    Grade grade = Grade::A;
    std::vector<std::string> sources;
};

/// A hidden state or a term of the equations, in words.
struct Term {
    std::string id;
    DataUnit unit;
    std::string name;
};

struct Source {
    std::string id, authors, title, publisher, date, url, howSeen, note;
};

/// The rows of sources.csv for what nobody published: our own judgement.
constexpr bool isOwnJudgement(std::string_view source) { return source == "JUDGE" || source == "DJ" || source == "SPREAD_OWN"; }

/// An observation that belongs to a series, in the unit of the series. Times in years; an amount stands at the middle of
/// its period, a stock at the end of it.
struct Observation {
    std::string series;
    std::string id;            ///< what was observed, as observations.csv names it
    double begin = 0, end = 0; ///< the period that the value covers; equal for a date
    double time = 0;           ///< where it stands on a time axis
    double value = 0;
    std::optional<double> low, high;
    bool isExpectation = false; ///< forecast, plan or target, or made of 2026 and later
    std::string source;
    Grade grade = Grade::D;
    std::string note;
};

/// A figure of observations.csv as its source prints it, whether or not it belongs to a series.
struct RecordedFigure {
    std::string id, name;    ///< what was observed: its id, and its name for people
    std::string period;      ///< as the table has it: "2024-12", "FY2025", "2023 (2017-19 grads)"
    std::optional<std::pair<double, double>> span; ///< begin and end in years, equal for a date; nothing for fiscal years and others
    std::string value, low, high; ///< decimal text; low and high may be empty
    std::string unitWords;   ///< a member of the family "recorded" of the language, of a value times `scale`
    double scale = 1;
    bool isExpectation = false;
    std::string source;
    Grade grade = Grade::D;
    std::string note;
    std::vector<std::size_t> series; ///< places in Catalogue::series beside which it stands
};

/// An event that happened, or one that lay ahead when the record was last checked.
enum class EventKind { Happened, Due };

/// A dated event of the public record.
struct Event {
    std::string id; ///< the date, with a number where several events have it
    EventKind kind = EventKind::Happened;
    double time = 0; ///< in years
    std::string date, what;
    std::size_t actor = 0; ///< place in Catalogue::actors
    std::vector<std::string> measures; ///< ids of measures that it concerns
    std::string source;
    Grade grade = Grade::D;
};

/// Changes of the record that belong to one event, in a few words, for a mark on a chart.
struct EventMark {
    std::size_t event = 0; ///< place in Catalogue::events
    std::string date;      ///< "2024-12": the month in which they apply
    std::string words;     ///< "HBM rule"
    struct Recorded {
        std::size_t measure = 0; ///< place in Catalogue::measures
        Quarter from;
        std::string before;       ///< the value that the measure had
        std::vector<Change> after; ///< what the record does to it later
    };
    std::vector<Recorded> changes;
};

/// The rank correlation of two sampled parameters.
struct Correlation {
    std::string first, second;
    double rank = 0; ///< -1 to 1
    std::string reason;
};

/// Whose result a card tells.
enum class CardSide { China, Allies };

/// A place on the start page: the main series and what stands with it.
struct StartPlace {
    std::string series;
    std::vector<std::string> companions; ///< ids of the series drawn with it, never a category
    bool hasStrip = false;               ///< what binds domestic output stands under the chart
    CardSide side = CardSide::China;     ///< of a card: cards of one side stand together
};

/// A preset that the first page offers, under words of its own.
struct StartPreset {
    std::string preset, words;
};

/// Something that the program cannot tell, or a known weakness of the model.
struct Limit {
    std::string id;
    std::string about;    ///< a few words: "What will happen"
    std::string sentence;
};

struct Catalogue {
    std::vector<DataUnit> units;
    std::vector<MeasureGroup> groups; ///< in the order in which people see them
    std::vector<Actor> actors;
    std::vector<Sector> sectors;      ///< in the order of the series
    std::vector<Discrepancy> discrepancies;
    std::vector<Series> series; ///< in the order of the equations of record
    std::vector<Measure> measures;
    std::vector<Parameter> parameters;
    std::vector<Path> paths;
    std::vector<Term> terms;         ///< in the order of the equations
    std::vector<Limit> limits; ///< what the program cannot tell
    std::vector<Lever> levers; ///< in the order of lever_names.csv
    std::vector<Source> sources;
    std::vector<Observation> observations;
    std::vector<RecordedFigure> recorded; ///< all figures, in the order of observations.csv
    std::vector<Event> events; ///< in order of time
    std::vector<EventMark> eventMarks;
    std::vector<Correlation> correlations;
    std::vector<Scenario> presets; ///< the status quo first
    std::vector<Scenario> assumptionSets; ///< shipped own assumptions, without changes of measures
    std::vector<StartPlace> charts, cards;
    std::vector<std::size_t> headlines;   ///< places of the series that a menu offers before all others
    std::vector<std::size_t> menuSectors; ///< places of all sectors in the order of a menu
    std::vector<std::size_t> totals;      ///< places of series that stand on top of their sector in a menu
    std::vector<StartPreset> startPresets;
    std::string lastChecked; ///< the day on which the record was last held against the law: of the last event that happened
    std::string recordMonth; ///< "2026-09": the month up to which the recorded history goes, never after lastChecked

    /// Position of an id, or nothing.
    std::optional<std::size_t> findSeries(std::string_view id) const;
    std::optional<std::size_t> findMeasure(std::string_view id) const;
    std::optional<std::size_t> findParameter(std::string_view id) const;
    std::optional<std::size_t> findPreset(std::string_view id) const;
    std::optional<std::size_t> findSource(std::string_view id) const;

    /// The series of a sector in the order of a menu, totals first; no category.
    std::vector<std::size_t> seriesInMenu(std::size_t sector) const;
};

} // namespace chokepoint
