// The board and its one undo command: a swapped scenario.
#include "bridge/Board.h"

#include "api/Projection.h"
#include "api/ScenarioEdits.h"
#include "api/LawAsOf.h"
#include "api/Words.h"

#include <QUndoCommand>

#include <algorithm>
#include <iterator>

namespace chokepoint::ui {
namespace {
constexpr int replayPause = 700; ///< milliseconds for which the board stands as it was
} // namespace

/// Swaps one scenario for another. Steps of the same drag of the same measure merge into one.
class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(Board& board, Scenario before, Scenario after, const QString& name, int drag)
        : QUndoCommand(name), m_board(board), m_before(std::move(before)), m_after(std::move(after)), m_drag(drag)
    {
    }
    void undo() override { m_board.put(m_before); }
    void redo() override { m_board.put(m_after); }
    int id() const override { return m_drag; }
    bool mergeWith(const QUndoCommand* other) override
    {
        if (other->id() != id())
            return false;
        m_after = static_cast<const ScenarioCommand*>(other)->m_after;
        setText(other->text());
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Board& m_board;
    Scenario m_before, m_after;
    int m_drag; ///< -1 for a single step
};

Board::Board(const Engine& engine, const Language& language, QObject* parent)
    : QObject(parent), m_engine(engine), m_language(language), m_scenario(engine.catalogue().presets.front()), m_baseline(m_scenario),
      m_recorded(recordedValues(engine)), m_present(engine.project(m_scenario)), m_reference(m_present)
{
    m_replayTimer.setSingleShot(true);
    connect(&m_replayTimer, &QTimer::timeout, this, &Board::endReplay);
}

std::string Board::valueOf(std::size_t measure) const
{
    const auto changes = changesOf(measure);
    return changes.empty() ? catalogue().measures[measure].statusQuo : changes.back().value;
}

bool Board::isChanged(std::size_t measure) const
{
    return std::ranges::any_of(m_scenario.changes, [&](const Change& c) { return c.measure == catalogue().measures[measure].id; });
}

Quarter Board::startOf(std::size_t measure) const
{
    const auto changes = changesOf(measure);
    return changes.empty() ? start() : *changes.back().from;
}

int Board::rampOf(std::size_t measure) const
{
    const auto changes = changesOf(measure);
    return changes.empty() ? 1 : changes.back().over;
}

const std::string& Board::recordedBefore(std::size_t measure, Quarter from) const
{
    return m_recorded[static_cast<std::size_t>(std::max(0, from.index - 1))][measure];
}

bool Board::isAsBefore(std::size_t measure) const
{
    return std::ranges::all_of(changesOf(measure),
                               [&](const Change& change) { return change.value == recordedBefore(measure, *change.from); });
}

int Board::changedCount() const
{
    std::set<std::string> measures;
    for (const auto& change : m_scenario.changes)
        measures.insert(change.measure);
    return static_cast<int>(measures.size());
}

void Board::push(Scenario after, const QString& name, int drag)
{
    if (after == m_scenario)
        return;
    m_history.push(new ScenarioCommand(*this, m_scenario, std::move(after), name, drag));
}

void Board::put(const Scenario& undated)
{
    const auto scenario = startingAt(undated, start()); // the start is not undone
    m_present = m_engine.project(scenario);
    const bool isAssumedAnew = scenario.assumptions != m_scenario.assumptions;
    m_scenario = scenario;
    if (isAssumedAnew)
        m_reference = m_engine.project(assumedBaseline());
    emit changed();
}

Scenario Board::assumedBaseline() const
{
    Scenario baseline = m_baseline;
    baseline.assumptions = m_scenario.assumptions;
    return baseline;
}

std::optional<Assumption> Board::assumptionOf(const std::string& parameter) const
{
    const auto at = std::ranges::find(m_scenario.assumptions, parameter, &Assumption::parameter);
    return at == m_scenario.assumptions.end() ? std::nullopt : std::optional(*at);
}

Projection Board::presentByDefault() const
{
    Scenario scenario = m_scenario;
    scenario.assumptions.clear();
    return m_engine.project(scenario);
}

Projection Board::referenceByDefault() const
{
    Scenario baseline = m_baseline;
    baseline.assumptions.clear();
    return m_engine.project(baseline);
}

void Board::setAssumption(const Assumption& assumption)
{
    const auto place = catalogue().findParameter(assumption.parameter); // an unknown one is refused below
    setAssumptions({assumption},
                   place ? tr("assumption: %1").arg(QString::fromStdString(catalogue().parameters[*place].description)) : QString());
}

void Board::setAssumptions(const std::vector<Assumption>& assumptions, const QString& name)
{
    endReplay();
    Scenario after = m_scenario;
    for (const auto& assumption : assumptions) {
        const auto at = std::ranges::find(after.assumptions, assumption.parameter, &Assumption::parameter);
        if (at == after.assumptions.end())
            after.assumptions.push_back(assumption);
        else
            *at = assumption;
    }
    m_engine.check(after);
    push(std::move(after), name, -1);
}

void Board::dropAssumption(const std::string& parameter)
{
    endReplay();
    Scenario after = m_scenario;
    std::erase_if(after.assumptions, [&](const Assumption& a) { return a.parameter == parameter; });
    push(std::move(after), tr("assumption back to the data book"), -1);
}

void Board::dropAssumptions()
{
    endReplay();
    Scenario after = m_scenario;
    after.assumptions.clear();
    push(std::move(after), tr("all assumptions back to the data book"), -1);
}

void Board::setMeasure(std::size_t measure, const std::string& value, bool moving)
{
    endReplay();
    const auto& about = catalogue().measures[measure];
    if (!m_isMoving) {
        m_dragFrom = startOf(measure);
        m_dragOver = about.isNumber ? rampOf(measure) : 1;
    }
    if (moving && !m_isMoving) {
        m_isMoving = true;
        ++m_drag;
    }
    Scenario after = m_scenario;
    const Quarter from = m_dragFrom;
    std::erase_if(after.changes, [&](const Change& c) { return c.measure == about.id && quarterOf(c) == from; });
    const bool hasOthers = std::ranges::any_of(after.changes, [&](const Change& c) { return c.measure == about.id; });
    if (value != about.statusQuo || hasOthers) // after another change even the status quo is a step of its own
        after.changes.push_back({about.id, value, from == start() ? std::nullopt : std::optional(from), m_dragOver});
    const auto name = said(words::setting(about, value));
    push(std::move(after), name, moving ? m_drag : -1);
}

void Board::setTimes(std::size_t measure, std::optional<Quarter> from, std::optional<int> over)
{
    endReplay();
    const auto& about = catalogue().measures[measure];
    Scenario after = m_scenario;
    const auto last = lastIn(after, measure);
    if (last == after.changes.end())
        return;
    Change change = *last;
    after.changes.erase(last);
    if (from)
        change.from = *from == start() ? std::nullopt : from;
    change.over = over.value_or(change.over);
    std::erase_if(after.changes, [&](const Change& c) { return c.measure == about.id && quarterOf(c) == quarterOf(change); });
    after.changes.push_back(std::move(change));
    m_engine.check(after);
    push(std::move(after), tr("time of %1").arg(QString::fromStdString(about.shortName)), -1);
}

void Board::resetMeasure(std::size_t measure)
{
    endReplay();
    Scenario after = m_scenario;
    const auto& about = catalogue().measures[measure];
    std::erase_if(after.changes, [&](const Change& c) { return c.measure == about.id; });
    push(std::move(after), tr("reset %1").arg(QString::fromStdString(about.shortName)), -1);
}

void Board::setScenario(const Scenario& scenario, const QString& name)
{
    endReplay();
    m_engine.check(scenario);
    push(startingAt(scenario, start()), name, -1);
}

std::vector<std::size_t> Board::conflictsWith(const Scenario& package) const
{
    return edit::conflicts(catalogue(), m_scenario, startingAt(package, start()));
}

void Board::putOnTop(const Scenario& package, const std::set<std::string>& kept, const QString& name)
{
    endReplay();
    setScenario(edit::onTop(m_scenario, catalogue(), startingAt(package, start()), kept), name);
}

void Board::setBaseline(const Scenario& baseline)
{
    m_engine.check(baseline);
    m_baseline = startingAt(baseline, start());
    m_reference = m_engine.project(assumedBaseline());
    emit changed();
}

void Board::setStart(Quarter start)
{
    endReplay();
    if (start == m_scenario.start)
        return;
    m_baseline.start = start;
    m_scenario.start = start;
    m_reference = m_engine.project(assumedBaseline());
    put(Scenario(m_scenario));
}

void Board::replay()
{
    if (!m_history.canUndo() || m_isReplaying || m_isMoving)
        return;
    m_isReplaying = true;
    m_history.undo();
    m_replayTimer.start(replayPause);
}

void Board::endReplay()
{
    if (!m_isReplaying)
        return;
    m_replayTimer.stop();
    m_isReplaying = false;
    m_history.redo();
}

void Board::undo()
{
    endReplay();
    m_history.undo();
}

void Board::redo()
{
    endReplay();
    m_history.redo();
}

void Board::settle()
{
    if (!m_isMoving)
        return;
    m_isMoving = false;
    emit changed();
}

} // namespace chokepoint::ui
