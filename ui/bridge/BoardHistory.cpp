// The undo of the board: its one command, a step between two workbooks, and the steps that a file keeps.
#include "bridge/Board.h"

#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QUndoCommand>

#include <utility>

namespace chokepoint::ui {
namespace {

constexpr int replayPause = 700; ///< milliseconds for which the board stands as it was

} // namespace

/// Steps of the same drag, or of one stroke of layout, merge into one.
class WorkbookCommand : public QUndoCommand {
public:
    WorkbookCommand(Board& board, WorkbookStep step, int stroke)
        : QUndoCommand(QString::fromStdString(step.name)), m_board(board), m_step(std::move(step)), m_stroke(stroke)
    {}
    void undo() override { setObsolete(!m_board.m_isDone && !m_board.take(m_step, false)); }
    void redo() override { setObsolete(!m_board.m_isDone && !m_board.take(m_step, true)); }
    int id() const override { return m_stroke; }
    bool mergeWith(const QUndoCommand* other) override
    {
        if (other->id() != id())
            return false;
        const auto& next = static_cast<const WorkbookCommand*>(other)->m_step;
        const auto& after = m_board.m_content;
        const auto between = stepped(after, next, false);
        const auto before = between ? stepped(*between, m_step, false) : std::nullopt;
        if (!before)
            return false;
        auto whole = stepBetween(next.name, *before, after);
        whole.layoutBefore = m_step.layoutBefore.empty() ? next.layoutBefore : m_step.layoutBefore;
        whole.layoutAfter = next.layoutAfter.empty() ? m_step.layoutAfter : next.layoutAfter;
        m_step = std::move(whole);
        setText(other->text());
        setObsolete(m_step.removed == m_step.added && m_step.layoutBefore == m_step.layoutAfter);
        return true;
    }
    const WorkbookStep& step() const { return m_step; }

private:
    Board& m_board;
    WorkbookStep m_step;
    int m_stroke; ///< -1 for a single step
};

/// Takes a step, and shows it unless more steps follow. False for a step that does not fit, which only a file can bring: nothing is
/// changed then.
bool Board::take(const WorkbookStep& step, bool isForward)
{
    auto content = stepped(m_content, step, isForward);
    if (!content)
        return false;
    try {
        Workbook after = m_workbook;
        if (const auto& layout = isForward ? step.layoutAfter : step.layoutBefore; !layout.empty() && !m_isReplaying)
            setLayout(after.view, layout);
        if (!m_isTravelling && *content != m_content) {
            chokepoint::setContent(after, *content);
            m_engine.check(scenarioOnTable(after));
        }
        m_isLayoutTaken |= layoutBytes(after.view) != layoutBytes(m_workbook.view);
        m_workbook.view = after.view;
    } catch (const InputError&) {
        return false;
    }
    m_content = std::move(*content);
    if (!m_isTravelling)
        showTaken();
    return true;
}

/// Runs and tells what the steps have led to.
void Board::showTaken()
{
    const QScopedValueRollback quiet(m_isLayingOut, true);
    if (std::exchange(m_isLayoutTaken, false))
        emit layoutRestored();
    if (m_content == contentBytes(m_workbook))
        return;
    try {
        Workbook after = m_workbook;
        chokepoint::setContent(after, m_content);
        m_engine.check(scenarioOnTable(after));
        put(after);
    } catch (const InputError&) { // steps of a file, taken many at once, that no workbook follows from
        m_content = contentBytes(m_workbook);
        m_history.clear();
    }
}

void Board::pushStep(WorkbookStep step, int stroke)
{
    if (step.removed != step.added || step.layoutBefore != step.layoutAfter)
        m_history.push(new WorkbookCommand(*this, std::move(step), stroke));
}

void Board::push(Workbook after, const QString& name, bool moving)
{
    pushStep(stepBetween(name.toStdString(), m_content, contentBytes(after)), moving ? m_drag : -1);
}

/// What is laid out until the window has seen to all events is one stroke.
void Board::keepLayout(WorkbookView after)
{
    if (!m_isLayingOut)
        endReplay();
    auto step = stepBetween(tr("layout of the charts").toStdString(), {}, {});
    step.layoutBefore = layoutBytes(m_workbook.view);
    step.layoutAfter = layoutBytes(after);
    m_workbook.view = std::move(after);
    if (!m_isLayingOut) {
        const QScopedValueRollback done(m_isDone, true);
        QTimer::singleShot(0, this, [this, stroke = m_stroke] { m_stroke = stroke + 2; });
        pushStep(std::move(step), m_stroke);
    }
    emit layoutChanged();
}

void Board::keepOverview(const WorkbookOverview& overview)
{
    if (m_workbook.view.overview == overview)
        return;
    auto after = m_workbook.view;
    after.overview = overview;
    keepLayout(std::move(after));
}

void Board::keepCharts(std::vector<BoardChart> charts, int count)
{
    if (m_workbook.view.charts == charts && m_workbook.view.chartCount == count)
        return;
    auto after = m_workbook.view;
    after.charts = std::move(charts);
    after.chartCount = count;
    keepLayout(std::move(after));
}

void Board::setWorkbook(const Workbook& workbook, const WorkbookHistory& history)
{
    m_engine.check(scenarioOnTable(workbook));
    endReplay();
    settle();
    m_history.clear();
    {
        const QScopedValueRollback quiet(m_isLayingOut, true);
        m_workbook.view = workbook.view;
        put(workbook);
        emit yearChanged(year());
        emit workbookOpened();
    }
    {
        const QScopedValueRollback done(m_isDone, true);
        const QSignalBlocker quiet(m_history); // told once, not for thousands of steps
        for (const auto& step : history.steps)
            m_history.push(new WorkbookCommand(*this, step, -1));
        m_history.setIndex(static_cast<int>(history.done));
    }
    emit m_history.indexChanged(m_history.index());
}

WorkbookHistory Board::keptHistory() const
{
    std::vector<WorkbookStep> steps;
    for (int i = 0; i < m_history.count(); ++i)
        steps.push_back(static_cast<const WorkbookCommand*>(m_history.command(i))->step());
    return historyOf(m_workbook, std::move(steps), static_cast<std::size_t>(m_history.index()));
}

/// Steps over what only lays out charts: to watch that again tells nothing.
void Board::replay()
{
    int before = m_history.index();
    const auto movesNothing = [&] {
        const auto& step = static_cast<const WorkbookCommand*>(m_history.command(before - 1))->step();
        return step.removed == step.added;
    };
    while (before > 0 && movesNothing())
        --before;
    if (before == 0 || m_isReplaying || m_isMoving)
        return;
    m_isReplaying = true;
    m_replayedTo = m_history.index();
    travel(before - 1);
    m_replayTimer.start(replayPause);
}

void Board::endReplay()
{
    if (!m_isReplaying)
        return;
    m_replayTimer.stop();
    {
        const QScopedValueRollback later(m_isTravelling, true);
        m_history.setIndex(m_replayedTo);
    }
    m_isReplaying = false; // before anybody is told
    showTaken();
    emit m_history.indexChanged(m_history.index());
}

/// Takes all steps up to a place at once.
void Board::travel(int done)
{
    {
        const QScopedValueRollback later(m_isTravelling, true);
        m_history.setIndex(done);
    }
    showTaken();
}

void Board::undo()
{
    endReplay();
    settle();
    m_history.undo();
}

void Board::redo()
{
    endReplay();
    settle();
    m_history.redo();
}

void Board::goToStep(int done)
{
    endReplay();
    settle();
    travel(done);
}

} // namespace chokepoint::ui
