// The scenarios of the workbook, each edit one step of undo. What an edit does to names, table and baseline is said in Workbook.h.
#include "bridge/Board.h"

#include "parts/Text.h"

namespace chokepoint::ui {

void Board::setBaselineTo(const std::string& id)
{
    Workbook after = beginStep(false);
    const auto* entry = findScenario(after, id);
    if (!entry)
        return;
    m_engine.check(entry->scenario);
    const auto name = tr("compared with %1").arg(text(entry->scenario.title));
    compareWith(after, catalogue(), WorkbookBaseline{id});
    push(std::move(after), name);
}

void Board::putScenarioOnTable(const std::string& id)
{
    Workbook after = beginStep(false);
    const auto* entry = findScenario(after, id);
    if (!entry)
        return;
    m_engine.check(entry->scenario);
    putOnTable(after, id);
    push(std::move(after), tr("%1 on the table").arg(text(scenarioOnTable(after).title)));
}

void Board::setPair(const Scenario& scenario, const Scenario& against)
{
    m_engine.check(scenario);
    m_engine.check(against);
    const auto name = tr("%1 against %2", "two packages").arg(text(scenario.title), text(against.title));
    const auto other = against; // it may be the board's own
    Workbook after = beginStep(false);
    if (findScenario(after, scenario.id))
        putOnTable(after, scenario.id);
    else
        chokepoint::openScenario(after, catalogue(), startingAt(scenario, start()));
    if (const auto present = baselineOf(after, catalogue()); !present || present->id != other.id) {
        const auto there = findScenario(after, other.id) ? ComparedWith(WorkbookBaseline{other.id}) : baselineFrom(after, other);
        compareWith(after, catalogue(), there);
    }
    if (after != m_workbook)
        push(std::move(after), name);
}

void Board::newScenario()
{
    Workbook after = beginStep(false);
    chokepoint::newScenario(after, catalogue(), tr("New package").toStdString());
    push(std::move(after), tr("new package"));
}

void Board::duplicateScenario(const std::string& id)
{
    Workbook after = beginStep(false);
    const auto copy = chokepoint::duplicateScenario(after, catalogue(), id);
    if (copy.empty())
        return;
    putOnTable(after, copy);
    m_engine.check(scenarioOnTable(after));
    push(std::move(after), tr("copy of %1").arg(text(findScenario(m_workbook, id)->scenario.title)));
}

void Board::renameScenario(const std::string& id, const QString& title)
{
    Workbook after = beginStep(false);
    chokepoint::renameScenario(after, catalogue(), id, title.trimmed().toStdString());
    push(std::move(after), tr("name of the package"));
}

void Board::removeScenario(const std::string& id)
{
    Workbook after = beginStep(false);
    const auto* entry = findScenario(after, id);
    if (!entry)
        return;
    const auto name = tr("%1 removed").arg(text(entry->scenario.title));
    chokepoint::removeScenario(after, id);
    push(std::move(after), name);
}

void Board::keepComparison(const WorkbookComparison& comparison)
{
    if (m_workbook.view.comparison == comparison)
        return;
    m_workbook.view.comparison = comparison;
    emit layoutChanged();
}

void Board::keepFigures(std::vector<KeptSheet> figures)
{
    if (figures.size() > WorkbookView::mostFigures)
        figures.erase(figures.begin(), figures.end() - static_cast<std::ptrdiff_t>(WorkbookView::mostFigures));
    m_workbook.view.figures = std::move(figures);
    emit layoutChanged();
}

} // namespace chokepoint::ui
