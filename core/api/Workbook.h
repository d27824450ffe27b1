// A workbook: everything that a window works on, as one value that can be compared, undone, saved and opened elsewhere.
#pragma once

#include "api/Catalogue.h"
#include "api/Period.h"
#include "api/PersonalFacts.h"
#include "api/Question.h"
#include "api/Scenario.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chokepoint {

/// A scenario in a workbook, with what a person wrote about it. Its id and its title are its own in the workbook.
struct WorkbookScenario {
    Scenario scenario;
    std::string notes;
    std::vector<std::string> tags;
    std::string text = {}; ///< the file that it was opened from, as it stood: saving keeps its comments; empty without one
    friend bool operator==(const WorkbookScenario&, const WorkbookScenario&) = default;
};

/// Assumptions under a name, kept apart from scenarios. What runs is always the copy in Scenario::assumptions; which set that copy is,
/// is found by content and never stored, so that the two cannot drift apart unseen.
struct AssumptionSet {
    std::string id, title, description;
    std::vector<Assumption> assumptions;
    friend bool operator==(const AssumptionSet&, const AssumptionSet&) = default;
};

/// A line of the news log: what has happened since the data book was checked, where that stands, and the setting that follows from it.
struct NewsEntry {
    std::string date;              ///< as ISO 8601: "2026-11-10"
    std::string headline;          ///< what happened, in a few words
    std::string source, quotation; ///< where it stands and what stands there; may be empty
    std::optional<Change> setting; ///< with its quarter; nothing while none follows from it
    std::optional<Quarter> until;  ///< from which the law goes on as it did before; nothing: the setting stays
    friend bool operator==(const NewsEntry&, const NewsEntry&) = default;
};

/// What the scenario on the table is compared with.
struct PresetBaseline {
    std::string id; ///< of a preset of the catalogue; it starts when the scenario on the table does
    friend bool operator==(const PresetBaseline&, const PresetBaseline&) = default;
};
struct WorkbookBaseline {
    std::string id; ///< of a scenario of the workbook: follows its edits
    friend bool operator==(const WorkbookBaseline&, const WorkbookBaseline&) = default;
};
struct OwnBaseline {
    Scenario scenario; ///< a copy that nothing else edits
    friend bool operator==(const OwnBaseline&, const OwnBaseline&) = default;
};
using ComparedWith = std::variant<PresetBaseline, WorkbookBaseline, OwnBaseline>;

/// One chart of the board.
struct BoardChart {
    enum class View { Value, Difference, Logarithm };
    std::string series;                  ///< id of a series
    std::vector<std::string> companions; ///< ids of the series that stand with it
    View view = View::Value;
    bool withStrip = false;        ///< what binds, under the chart
    bool withEvents = true;        ///< events of the record are marked
    bool withParts = false;        ///< the series that add up to it are stacked, in place of the companions
    bool withIdentity = false;     ///< how it is made, in numbers, under the chart
    bool withInnerBand = false;    ///< 5 runs in 10 as well
    bool withWidestBand = false;   ///< 95 runs in 100 as well
    bool withRecordedBand = false; ///< the band of the recorded years as well
    friend bool operator==(const BoardChart&, const BoardChart&) = default;
};

/// What the page Why explains.
struct WorkbookFocus {
    std::string series; ///< id
    Period period = Period::ofYear(2028);
    Contrast contrast = Contrast::Difference;
    friend bool operator==(const WorkbookFocus&, const WorkbookFocus&) = default;
};

/// The board with one large chart, the first of WorkbookView::charts, above small ones.
struct WorkbookOverview {
    bool isShown = true;       ///< else WorkbookView::chartCount equal charts
    bool isMainChosen = false; ///< a person chose the large series; else it is the one that a package moves most
    /// Ids by place; an empty one goes by effect, and those from the third on were added.
    std::vector<std::string> small = std::vector<std::string>(2);
    friend bool operator==(const WorkbookOverview&, const WorkbookOverview&) = default;
};

/// What is compared of each scenario: the mean of a series over a year.
struct ComparedOutcome {
    std::string series; ///< id
    int year = 2028;
    friend bool operator==(const ComparedOutcome&, const ComparedOutcome&) = default;
};

/// Scenarios set side by side. That on the table is always among them: in front where its id is not listed. An id that leads nowhere is
/// passed over.
struct WorkbookComparison {
    enum class View { Value, Difference, Percent };
    static constexpr std::size_t mostScenarios = 6, mostOutcomes = 3;
    std::vector<std::string> scenarios; ///< ids of scenarios of the workbook and of presets, in order
    std::string banded;                 ///< id of the one whose band is drawn; empty = of the one on the table
    std::string first, second;          ///< ids of the two whose differences are listed; empty = the first two
    std::string series;                 ///< id of the series of the chart; empty = that of the first chart
    View view = View::Percent;
    bool isSideBySide = false;
    std::vector<ComparedOutcome> outcomes; ///< empty = those of a fresh workbook
    int rankedBy = 0;                      ///< place of the outcome that decides the order and the regret
    bool isMostBest = true;                ///< of that outcome
    friend bool operator==(const WorkbookComparison&, const WorkbookComparison&) = default;
};

/// What the page Flows shows.
struct WorkbookFlows {
    std::string leaf;               ///< id of a leaf of the page; empty, or one that leads nowhere: the first
    std::optional<Quarter> quarter; ///< of the map of the supply chain; nothing until a person chose one: that of today
    friend bool operator==(const WorkbookFlows&, const WorkbookFlows&) = default;
};

/// A figure as its picture carries it (see Sheet.h): scenarios, series and texts as they were when it was kept.
struct KeptSheet {
    std::string title;
    std::string origin; ///< sheetText()
    friend bool operator==(const KeptSheet&, const KeptSheet&) = default;
};

/// What is looked at, and how: undo leaves it alone.
struct WorkbookView {
    static constexpr std::size_t mostFigures = 200;
    std::vector<BoardChart> charts;
    int chartCount = 4; ///< how many of the charts are shown when they are equal: 1, 2, 4 or 6
    WorkbookOverview overview;
    int year = 2028;              ///< of findings, cards and titles
    std::string page = "explore"; ///< id of a page of the window
    WorkbookFocus focus;
    WorkbookComparison comparison;
    WorkbookFlows flows;
    std::vector<KeptSheet> figures; ///< the oldest first
    friend bool operator==(const WorkbookView&, const WorkbookView&) = default;
};

struct Workbook {
    std::vector<WorkbookScenario> scenarios; ///< at least one; no two have the same id or title
    std::string onTable;                     ///< id of one of them
    ComparedWith comparedWith;
    std::vector<AssumptionSet> assumptionSets; ///< own ones; the catalogue has those that are shipped
    std::vector<PersonalFact> facts;           ///< a person's own figures, which charts draw beside the observations
    std::vector<NewsEntry> news;               ///< as they were written, the oldest first
    WorkbookView view;
    std::string notes;
    friend bool operator==(const Workbook&, const Workbook&) = default;
};

/// A workbook with the status quo on the table, compared with itself, and the charts of the start page. The catalogue must have a
/// preset and a chart, as every loaded one does.
Workbook freshWorkbook(const Catalogue& catalogue);

/// The charts of the start page with the series that the data book puts beside them.
std::vector<BoardChart> startCharts(const Catalogue& catalogue);

// Questions.

/// The scenario of an id; nullptr when there is none. It lives as long as the list is not changed.
const WorkbookScenario* findScenario(const Workbook& workbook, std::string_view id);

/// The scenario on the table. Throws std::logic_error when the workbook has no such scenario, which no function here brings about.
const Scenario& scenarioOnTable(const Workbook& workbook);

/// The scenario that the one on the table is compared with; nothing when an id leads nowhere. Its assumptions are its own: whoever runs
/// the pair puts those of the scenario on the table in their place.
std::optional<Scenario> baselineOf(const Workbook& workbook, const Catalogue& catalogue);

/// A scenario of the workbook, else a preset that starts when the scenario on the table does; nothing when the id leads nowhere.
std::optional<Scenario> scenarioOf(const Workbook& workbook, const Catalogue& catalogue, std::string_view id);

/// The scenarios of the comparison as they are shown, at most WorkbookComparison::mostScenarios, each once, under the
/// assumptions of the one on the table. One that does what the baseline does is left out while another remains, for the baseline stands
/// there anyway.
std::vector<Scenario> comparedScenarios(const Workbook& workbook, const Catalogue& catalogue);

/// The outcomes of the comparison, those of a fresh workbook where it has none. At least one.
std::vector<ComparedOutcome> comparedOutcomes(const Workbook& workbook, const Catalogue& catalogue);

/// The title, or the title with " (2)", " (3)" ... behind it when `taken` has it; a number that it ends in already is counted on.
std::string uniqueTitle(const std::string& title, const std::vector<std::string>& taken);

/// The id, or the id with "_2", "_3" ... behind it when `taken` has it.
std::string uniqueId(const std::string& id, const std::vector<std::string>& taken);

/// True when the scenario has id, title and changes of a preset, wherever it starts. Own assumptions are no policy, so a preset under
/// assumptions is still that preset.
bool isPreset(const Catalogue& catalogue, const Scenario& scenario);

/// The id of the set with the same values and ranges as the scenario assumes, own sets first; empty when there is none.
std::string assumptionSetOf(const Workbook& workbook, const Catalogue& catalogue, const Scenario& scenario);

// Edits. An id that leads nowhere changes nothing. Ids and titles of the presets are taken: only an unchanged preset bears them.

/// Adds a scenario at the end and returns its id. When its id or title is taken, by a scenario of the workbook or by a preset that it
/// is not, it gets another of the same beginning and loses its short title; a preset that is in the workbook already is added as an own
/// package based on it.
std::string addScenario(Workbook& workbook, const Catalogue& catalogue, Scenario scenario);

/// Adds a scenario as addScenario() does, puts it on the table, and compares with the preset that it names as its baseline, if there is
/// one: what opening a file does.
std::string openScenario(Workbook& workbook, const Catalogue& catalogue, Scenario scenario);

/// Adds a copy with notes and tags and returns its id; empty when there is no such scenario. A copy of a preset is based on it.
std::string duplicateScenario(Workbook& workbook, const Catalogue& catalogue, std::string_view id);

/// Gives a scenario another title, or one like it that is free. A preset becomes an own package based on it and gets another id.
/// Returns the id. An empty title changes nothing.
std::string renameScenario(Workbook& workbook, const Catalogue& catalogue, std::string_view id, const std::string& title);

/// Adds a package of a person's own that changes nothing yet, with the start and the assumptions of the scenario on the table, puts it
/// on the table and returns its id.
std::string newScenario(Workbook& workbook, const Catalogue& catalogue, const std::string& title);

/// Takes a scenario away, but never the last. The one after it (before it, at the end) takes its place on the table. If it was the
/// baseline, a copy of it stays to compare with.
void removeScenario(Workbook& workbook, std::string_view id);

/// A scenario that was taken in from another copy of the workbook, and the one of this workbook that it stands beside.
struct CopiedScenario {
    std::string mine; ///< id; empty when this workbook has none of the same id
    std::string copy; ///< id that the other copy's got here
    friend bool operator==(const CopiedScenario&, const CopiedScenario&) = default;
};

/// Adds every scenario of another copy of the workbook that this one lacks or has otherwise, with its notes and tags, under the title that
/// `titled` gives it, or one like it that is free; a preset that this one lacks keeps its own. Empty when all are the same.
std::vector<CopiedScenario> addOtherCopy(Workbook& workbook, const Catalogue& catalogue, const Workbook& other,
                                         const std::function<std::string(const std::string& title)>& titled);

/// Puts a scenario of the workbook on the table.
void putOnTable(Workbook& workbook, std::string_view id);

/// Replaces the scenario on the table by an edited one, and sees to its name. A preset whose changes are edited loses its id, title,
/// short title and description, becomes based on that preset and gets `ownTitle`, or one like it that is free. When later edits
/// bring its changes back to those of the preset and nobody renamed it, it is the preset again, unless that stands in the workbook
/// beside it. `edited` may be another scenario altogether, a preset for instance: then its id and title take the place, or ones like
/// them that are free. Its id may change, so look it up in `onTable`.
void editOnTable(Workbook& workbook, const Catalogue& catalogue, Scenario edited, const std::string& ownTitle);

/// Compares with something else. A preset becomes the baseline that the scenario on the table names, so that its file says it too. A
/// baseline of recorded law that is left becomes a scenario of the workbook, to come back to.
void compareWith(Workbook& workbook, const Catalogue& catalogue, ComparedWith comparedWith);

/// The changes by which a line of news becomes law in a scenario: its setting, and from `until` on what would hold without it.
std::vector<Change> lawOf(const NewsEntry& entry, const Scenario& scenario, const Catalogue& catalogue,
                          const std::vector<std::vector<std::string>>& recorded);

/// True when the scenario already holds them.
bool hasLaw(const Scenario& scenario, const std::vector<Change>& law);

/// How the id of a baseline begins that recordLaw() made.
inline constexpr std::string_view lawBaselineId = "own_baseline";

/// The changes of a scenario that its baseline of recorded law has as well, as they stand in the scenario: law, no action of the package.
/// Empty for any other baseline, and for the baseline itself.
std::vector<Change> sharedLaw(const Scenario& scenario, const Scenario& baseline);

/// Makes a line of news law in a workbook: what the table is compared with becomes an own baseline with the setting, of this title when it
/// was a preset or listed, and every package of a person's own that leaves the measure as the baseline had it gets it too, so that a
/// difference stays one of policy. Returns what the scenario on the table becomes by the same rule; editOnTable() puts it there.
Scenario recordLaw(Workbook& workbook, const Catalogue& catalogue, const NewsEntry& entry,
                   const std::vector<std::vector<std::string>>& recorded, const std::string& baselineTitle);

} // namespace chokepoint
