// Several changes of one measure over time: added, moved, ramped and taken away, each as one step of undo.
#include "bridge/Board.h"

#include "api/ScenarioEdits.h"
#include "api/LawAsOf.h"
#include "api/Words.h"

#include <algorithm>

namespace chokepoint::ui {

std::vector<Change> Board::changesOf(std::size_t measure) const
{
    return edit::changesOf(m_scenario, catalogue().measures[measure].id);
}

std::string Board::inForceAt(std::size_t measure, Quarter quarter) const { return inForce(m_engine, m_scenario, quarter)[measure]; }

/// The change that applies from a quarter; of two the later in the list.
std::vector<Change>::iterator Board::findIn(Scenario& scenario, std::size_t measure, Quarter from) const
{
    auto found = scenario.changes.end();
    for (auto at = scenario.changes.begin(); at != scenario.changes.end(); ++at)
        if (at->measure == catalogue().measures[measure].id && quarterOf(*at) == from)
            found = at;
    return found;
}

std::vector<Change>::iterator Board::lastIn(Scenario& scenario, std::size_t measure) const
{
    auto found = scenario.changes.end();
    for (auto at = scenario.changes.begin(); at != scenario.changes.end(); ++at)
        if (at->measure == catalogue().measures[measure].id && (found == scenario.changes.end() || quarterOf(*at) >= quarterOf(*found)))
            found = at;
    return found;
}

void Board::setChange(std::size_t measure, Quarter from, const std::string& value)
{
    endReplay();
    settle();
    const auto& about = catalogue().measures[measure];
    Scenario after = m_scenario;
    if (const auto there = findIn(after, measure, from); there != after.changes.end())
        there->value = value;
    else
        after.changes.push_back({about.id, value, from == start() ? std::nullopt : std::optional(from), 1});
    m_engine.check(after);
    push(std::move(after),
         tr("%1: %2 from %3").arg(QString::fromStdString(about.shortName), said(words::shortValue(about, value)), said(from)), -1);
}

void Board::moveChange(std::size_t measure, Quarter from, Quarter to, bool moving)
{
    endReplay();
    if (!m_isMoving)
        m_dragBase = m_scenario;
    const auto& about = catalogue().measures[measure];
    Scenario after = m_dragBase;
    const auto moved = findIn(after, measure, from);
    if (moved == after.changes.end())
        return;
    if (moving && !m_isMoving) {
        m_isMoving = true;
        ++m_drag;
    }
    Change change = *moved;
    change.from = to == start() ? std::nullopt : std::optional(to);
    std::erase_if(after.changes, [&](const Change& c) { return c.measure == about.id && (quarterOf(c) == from || quarterOf(c) == to); });
    after.changes.push_back(std::move(change));
    if (to == from)
        after = m_dragBase; // back where it was
    m_engine.check(after);
    push(std::move(after), tr("%1: moved to %2").arg(QString::fromStdString(about.shortName), said(to)), m_isMoving ? m_drag : -1);
}

void Board::rampChange(std::size_t measure, Quarter from, int over)
{
    endReplay();
    settle();
    Scenario after = m_scenario;
    const auto there = findIn(after, measure, from);
    if (there == after.changes.end())
        return;
    there->over = over;
    m_engine.check(after);
    push(std::move(after), tr("ramp of %1").arg(QString::fromStdString(catalogue().measures[measure].shortName)), -1);
}

void Board::removeChange(std::size_t measure, Quarter from)
{
    endReplay();
    settle();
    const auto& about = catalogue().measures[measure];
    Scenario after = m_scenario;
    std::erase_if(after.changes, [&](const Change& c) { return c.measure == about.id && quarterOf(c) == from; });
    push(std::move(after), tr("%1: change of %2 removed").arg(QString::fromStdString(about.shortName), said(from)), -1);
}

} // namespace chokepoint::ui
