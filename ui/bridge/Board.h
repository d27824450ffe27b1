// The board: the scenario on the table, what it is compared with, their runs, and the undo of every change.
#pragma once

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <optional>
#include <set>
#include <vector>

namespace chokepoint::ui {

/// One projection takes about a tenth of a millisecond, so the board runs it at once on every change; views only read.
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

    const Scenario& scenario() const { return m_scenario; }
    const Scenario& baseline() const { return m_baseline; }
    /// The quarter from which changes without a date apply, of the scenario and of what it is compared with.
    Quarter start() const { return m_scenario.start; }
    const Projection& present() const { return m_present; }
    const Projection& reference() const { return m_reference; }

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
    /// What the record says is in force in a quarter.
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

public slots:
    /// Sets one measure from the board's start on; the status quo's own value removes the change. `moving`: the control is
    /// still being dragged, and steps of one drag become one step of undo.
    void setMeasure(std::size_t measure, const std::string& value, bool moving = false);
    /// Moves the change of a measure to another quarter, or lets a number ramp; what is not given stays. Does nothing for a
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
    /// Replaces the whole scenario, as one step of undo. Throws InputError and changes nothing when it cannot be run.
    void setScenario(const Scenario& scenario, const QString& name);
    /// Puts a package on top of the scenario, as one step of undo: its changes replace those of the same measures but for the
    /// measures in `kept`, which stay as they are. Throws InputError and changes nothing when the result cannot be run.
    void putOnTop(const Scenario& package, const std::set<std::string>& kept, const QString& name);
    /// Replaces what the scenario is compared with. Throws InputError and changes nothing when it cannot be run.
    void setBaseline(const Scenario& baseline);
    /// The quarter from which changes without a date apply; not undone.
    void setStart(Quarter start);
    /// One step back or forward; ends a replay first.
    void undo();
    void redo();
    /// Takes the last change back for a moment and puts it on again, so that its effect can be watched. Undo does not see it, and any
    /// other change ends it first. Does nothing while a control is dragged.
    void replay();
    /// Ends a drag.
    void settle();

signals:
    /// The scenario, the baseline or a run changed.
    void changed();

private:
    friend class ScenarioCommand;
    void put(const Scenario& scenario);
    void endReplay();
    Quarter quarterOf(const Change& change) const { return edit::quarterOf(m_scenario, change); }
    std::vector<Change>::iterator lastIn(Scenario& scenario, std::size_t measure) const;
    std::vector<Change>::iterator findIn(Scenario& scenario, std::size_t measure, Quarter from) const;
    void push(Scenario after, const QString& name, int drag);

    const Engine& m_engine;
    Language m_language;
    Scenario m_scenario, m_baseline;
    edit::RecordedValues m_recorded;
    Projection m_present, m_reference;
    QUndoStack m_history;
    bool m_isMoving = false, m_isReplaying = false;
    Quarter m_dragFrom; ///< when the change of the dragged measure applied before the drag, and its ramp: a drag may pass the status quo
    int m_dragOver = 1;
    Scenario m_dragBase; ///< the scenario before a change is dragged in time
    QTimer m_replayTimer;
    int m_drag = 0; ///< number of the drag under way, so that its steps merge and those of two drags do not
};

} // namespace chokepoint::ui
