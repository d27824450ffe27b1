// The board: a workbook with the runs of what lies on its table, the undo of every edit, and the signals of both.
#pragma once

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "api/Reactions.h"
#include "api/ScenarioEdits.h"
#include "api/Workbook.h"
#include "api/WorkbookHistory.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace chokepoint::ui {

/// By which rules the other side answers, and whether it does at all. A way to look, of this board until it goes: no step of undo, and in
/// no workbook.
struct ReactionView {
    bool isOn = false;
    std::vector<ReactionRule> rules; ///< at first those of the data book
    ReactionChances chances{};
    friend bool operator==(const ReactionView&, const ReactionView&) = default;
};

/// What an edit of a scenario means is said in ScenarioEdits.h, what it does to names and baseline in Workbook.h; here it is run, told
/// and undone, without a limit. Everything that a person makes is undone: changes, assumptions, start, names, notes, news, what is compared
/// with what, and which charts stand where. Where a person looks (year, page, focus) is not: undo leaves the eye where it is.
/// One projection takes about a tenth of a millisecond, so the board runs it at once on every change; views only read. References that
/// it returns hold until the next change.
class Board : public QObject {
    Q_OBJECT
public:
    /// The engine must outlive the board. Starts with the status quo against itself.
    Board(const Engine& engine, const Language& language, QObject* parent = nullptr);

    const Engine& engine() const { return m_engine; }
    const Catalogue& catalogue() const { return m_engine.catalogue(); }
    const Language& language() const { return m_language; }
    /// A message, a number, a quarter or a list in the language of the window.
    QString said(const MessageValue& value) const { return QString::fromStdString(m_language.text(value)); }
    const Workbook& workbook() const { return m_workbook; }
    const std::vector<PersonalFact>& facts() const { return m_workbook.facts; }

    const Scenario& scenario() const { return scenarioOnTable(m_workbook); }
    /// What runs: the scenario with the answers of the other side, which are none while nobody asks for them.
    const Scenario& played() const { return m_answered.scenario; }
    const std::vector<ReactionAnswer>& answers() const { return m_answered.answers; }
    const ReactionView& reactions() const { return m_reactions; }
    const Scenario& baseline() const { return m_baseline; }
    /// The quarter from which changes without a date apply, of the scenario and of a preset that it is compared with.
    Quarter start() const { return scenario().start; }
    const Projection& present() const { return m_present; }
    const Projection& reference() const { return m_reference; }
    /// The year of findings, cards and titles.
    int year() const { return m_workbook.view.year; }

    /// The value of a measure on the board: what the scenario last sets, else what is in force in the status quo.
    std::string valueOf(std::size_t measure) const;
    bool isChanged(std::size_t measure) const;
    /// The quarter from which the last change of a measure applies; the board's start without one.
    Quarter startOf(std::size_t measure) const;
    /// Quarters over which the last change of a measure ramps; 1 = at once.
    int rampOf(std::size_t measure) const;
    /// All changes of a measure in order of time, each with its quarter; of two in one quarter the one that holds.
    std::vector<Change> changesOf(std::size_t measure) const;
    /// What is in force in a quarter with the scenario on the board.
    std::string inForceAt(std::size_t measure, Quarter quarter) const;
    /// What the record says is in force, in all quarters or in one.
    const edit::RecordedValues& recorded() const { return m_recorded; }
    const std::string& recorded(std::size_t measure, Quarter quarter) const
    {
        return m_recorded[static_cast<std::size_t>(quarter.index)][measure];
    }
    /// What the record says was in force in the quarter before (in the first quarter itself).
    const std::string& recordedBefore(std::size_t measure, Quarter from) const;
    /// True when no change of a measure sets another value than was in force before it by the record.
    bool isAsBefore(std::size_t measure) const;
    /// How many measures of the scenario differ from the status quo.
    int changedCount() const;
    /// True while the last change is taken back to be shown again.
    bool isReplaying() const { return m_isReplaying; }
    /// Goes to where the replay was to end, at once; nothing without one.
    void endReplay();
    /// True while a control is being dragged: axes hold still until it is let go.
    bool isMoving() const { return m_isMoving; }

    /// The own assumption about a parameter, or nothing.
    std::optional<Assumption> assumptionOf(const std::string& parameter) const;
    /// The policy of the baseline under the assumptions of the scenario: what `reference` is a run of, so that the difference is policy
    /// alone and an unchanged package differs by exactly zero.
    Scenario assumedBaseline() const;
    /// The runs of scenario and baseline with every parameter as in the data book; those on the board without own assumptions.
    Projection presentByDefault() const;
    Projection referenceByDefault() const;

    /// Measures that both the scenario and the package change, to different values or at different times.
    std::vector<std::size_t> conflictsWith(const Scenario& package) const;

    QUndoStack& history() { return m_history; }
    /// The steps as the file of the workbook keeps them.
    WorkbookHistory keptHistory() const;

public slots:
    /// Turns the control of a measure: its last change, or one from the board's start on, gets the value; a change that says nothing
    /// goes. `moving`: the control is still being dragged, and steps of one drag become one step of undo.
    void setMeasure(std::size_t measure, const std::string& value, bool moving = false);
    /// Moves the last change of a measure to another quarter, or lets a number ramp; what is not given stays. Does nothing for a
    /// measure that is not changed. Throws InputError and changes nothing when it is not possible.
    void setTimes(std::size_t measure, std::optional<Quarter> from, std::optional<int> over);
    /// Adds a change of a measure from a quarter on, or gives the one of that quarter another value; earlier and later ones stay.
    /// Throws InputError and changes nothing when it is not possible.
    void setChange(std::size_t measure, Quarter from, const std::string& value);
    /// Moves the change of quarter `from` to another; one that applied from there is replaced. `moving`: it is still being dragged,
    /// `from` stays its quarter before the drag, and what it passes over comes back. Does nothing when there is no such change.
    void moveChange(std::size_t measure, Quarter from, Quarter to, bool moving = false);
    /// Lets the change of a quarter, of a number, ramp over some quarters. Throws InputError when it is not possible.
    void rampChange(std::size_t measure, Quarter from, int over);
    /// Takes away the change of a quarter; the other changes of the measure stay.
    void removeChange(std::size_t measure, Quarter from);
    void resetMeasure(std::size_t measure);
    /// Sets one assumption, as one step of undo. Throws InputError and changes nothing when it is not allowed.
    void setAssumption(const Assumption& assumption);
    /// Goes back to the data book for one parameter, or for all.
    void dropAssumption(const std::string& parameter);
    void dropAssumptions();
    /// Sets each of these and keeps the others, as one step of undo. Throws as setAssumption() does.
    void setAssumptions(const std::vector<Assumption>& assumptions, const QString& name);
    /// Puts another scenario in the place of the one on the table, at the start of the board and against the same baseline, as one step
    /// of undo. Throws InputError and changes nothing when it cannot be run.
    void setScenario(const Scenario& scenario, const QString& name);
    /// Adds a scenario to the workbook and puts it on the table, against the baseline that it names, as one step of undo; one that is in
    /// the workbook already is not added again. `text`: the file that it was read from, whose comments saving keeps. Throws InputError
    /// and changes nothing when it cannot be run.
    void openScenario(const Scenario& scenario, const std::string& text = {});
    /// Puts a package on top of the scenario, as one step of undo: its changes replace those of the same measures but for the
    /// measures in `kept`, which stay as they are. Throws InputError and changes nothing when the result cannot be run.
    void putOnTop(const Scenario& package, const std::set<std::string>& kept, const QString& name);
    /// Replaces what the scenario is compared with, as one step of undo: a preset follows the start of the scenario, anything else is a
    /// copy under a name of its own. Throws InputError and changes nothing when it cannot be run.
    void setBaseline(const Scenario& baseline);
    /// Compares with a scenario of the workbook and follows its edits, as one step of undo.
    void setBaselineTo(const std::string& id);
    /// Puts a scenario on the table against another, as one step of undo. Each is found by its id in the workbook, else opened as
    /// openScenario() and setBaseline() do; what stands there already stays. Throws InputError and changes nothing when one cannot be run.
    void setPair(const Scenario& scenario, const Scenario& against);
    /// Of the scenarios of the workbook, each one step of undo: puts one on the table; adds one that changes nothing, or a copy of one, and
    /// puts it there; gives one another title; takes one away, but never the last. An id that leads nowhere, or an empty title, changes
    /// nothing. putScenarioOnTable() and duplicateScenario() throw InputError and change nothing when it cannot be run.
    void putScenarioOnTable(const std::string& id);
    void newScenario();
    void duplicateScenario(const std::string& id);
    void renameScenario(const std::string& id, const QString& title);
    void removeScenario(const std::string& id);
    /// The quarter from which changes without a date apply, as one step of undo.
    void setStart(Quarter start);
    /// The year of findings, cards and titles in all windows of the board; not undone.
    void setYear(int year);
    /// Replaces the facts of a person's own, as one step of undo. Runs nothing, for facts move no run.
    void setFacts(std::vector<PersonalFact> facts, const QString& name);
    /// Replaces everything but the view by an edited workbook, as one step of undo. Throws InputError and changes nothing when it cannot be
    /// run.
    void setContent(Workbook after, const QString& name);
    /// Replaces the news log, as one step of undo. Moves no run.
    void setNews(std::vector<NewsEntry> news, const QString& name);
    /// Keeps the news log and makes one of its lines law, as one step of undo; see chokepoint::recordLaw(). Throws InputError and changes
    /// nothing when the result cannot be run.
    void recordLaw(std::vector<NewsEntry> news, std::size_t line);
    /// How a window lays out its charts, with the number of those that are shown. What is laid out at one stroke is one step of undo.
    void keepCharts(std::vector<BoardChart> charts, int count);
    void keepOverview(const WorkbookOverview& overview);
    /// Kept in the workbook and not undone: the page by its id, and what the page Why explains.
    void keepPage(const std::string& page) { m_workbook.view.page = page; }
    void keepFocus(const WorkbookFocus& focus) { m_workbook.view.focus = focus; }
    void keepFlows(const WorkbookFlows& flows) { m_workbook.view.flows = flows; }
    /// Answers by other rules, or none; not undone. Throws InputError and changes nothing for rules that the engine refuses.
    void setReactions(const ReactionView& reactions);
    /// What is set side by side; not undone.
    void keepComparison(const WorkbookComparison& comparison);
    /// Figures that are kept; not undone.
    void keepFigures(std::vector<KeptSheet> figures);
    /// Replaces everything by a workbook that was opened, with its view and the steps that its file kept. Throws InputError and changes
    /// nothing when it cannot be run.
    void setWorkbook(const Workbook& workbook, const WorkbookHistory& history = {});
    /// One step back or forward; ends a replay first.
    void undo();
    void redo();
    /// Back or forward until so many steps are done; only where it ends is run and told.
    void goToStep(int done);
    /// Takes the last change back for a moment and puts it on again, so that its effect can be watched. Undo does not see it, and any
    /// other change ends it first. Does nothing while a control is dragged.
    void replay();
    /// Ends a drag.
    void settle();

signals:
    /// The scenario, the baseline or a run changed.
    void changed();
    void yearChanged(int year);
    /// The facts of the workbook are others: opened, taken away, undone.
    void factsChanged();
    /// Charts, their number or what is set side by side are others, as a person laid them out.
    void layoutChanged();
    /// Charts lie as they did before a step, or after it: views show what the workbook's view says.
    void layoutRestored();
    /// Another workbook lies on the board: views show what its view says.
    void workbookOpened();

private:
    friend class WorkbookCommand;
    void put(const Workbook& workbook);
    AnsweredScenario answered(const Scenario& scenario, const Scenario& baseline, const ReactionView& reactions) const;
    bool take(const WorkbookStep& step, bool isForward);
    void showTaken();
    void travel(int done);
    void keepLayout(WorkbookView after);
    /// The workbook on which a step builds: as it was before the drag that the step belongs to.
    const Workbook& beginStep(bool moving);
    void pushScenario(Workbook base, const Scenario& edited, const QString& name, bool moving = false);
    void push(Workbook after, const QString& name, bool moving = false);
    void pushStep(WorkbookStep step, int stroke);
    void pushEdit(const Scenario& edited, const QString& name);
    std::string ownTitle(const Scenario& scenario) const;
    ComparedWith baselineFrom(Workbook workbook, const Scenario& baseline) const;

    const Engine& m_engine;
    Language m_language;
    Workbook m_workbook;
    std::string m_content; ///< the workbook as the bytes between which steps lead
    Scenario m_baseline;   ///< what the workbook says the table is compared with
    edit::RecordedValues m_recorded;
    Projection m_present, m_reference;
    QUndoStack m_history;
    bool m_isMoving = false, m_isReplaying = false;
    Workbook m_dragBase; ///< the workbook before the drag under way
    QTimer m_replayTimer;
    /// Number of the drag or the stroke of layout under way, so that its steps merge and those of two do not; odd for drags.
    int m_drag = 1, m_stroke = 2;
    /// Steps are put on the stack and are done already; steps are taken and shown later; what is laid out is no step of its own.
    bool m_isDone = false, m_isTravelling = false, m_isLayingOut = false;
    bool m_isLayoutTaken = false; ///< since it was shown last
    int m_replayedTo = 0;         ///< the step from which the replay under way went back
    ReactionView m_reactions;
    AnsweredScenario m_answered; ///< what runs
};

} // namespace chokepoint::ui
