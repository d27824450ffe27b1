// What a scenario says about measures and parameters, and its edits, each as one step of undo. The rules are those of ScenarioEdits.h.
#include "bridge/Board.h"
#include "api/MeasureWords.h"
#include "parts/Text.h"

#include <algorithm>

namespace chokepoint::ui {

std::string Board::valueOf(std::size_t measure) const { return edit::lastValue(scenario(), catalogue().measures[measure]); }

bool Board::isChanged(std::size_t measure) const { return !changesOf(measure).empty(); }

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

std::vector<Change> Board::changesOf(std::size_t measure) const
{
    return edit::changesOf(scenario(), catalogue().measures[measure].id);
}

std::string Board::inForceAt(std::size_t measure, Quarter quarter) const
{
    return edit::valueInForce(scenario(), catalogue(), measure, quarter, m_recorded);
}

const std::string& Board::recordedBefore(std::size_t measure, Quarter from) const
{
    return m_recorded[static_cast<std::size_t>(std::max(0, from.index - 1))][measure];
}

bool Board::isAsBefore(std::size_t measure) const
{
    const auto& about = catalogue().measures[measure];
    return std::ranges::all_of(changesOf(measure), [&](const Change& change) {
        return edit::isSameValue(about, change.value, recordedBefore(measure, *change.from));
    });
}

int Board::changedCount() const { return static_cast<int>(edit::changedMeasures(scenario()).size()); }

std::vector<std::size_t> Board::conflictsWith(const Scenario& package) const
{
    return edit::conflicts(catalogue(), scenario(), startingAt(package, start()));
}

void Board::setMeasure(std::size_t measure, const std::string& value, bool moving)
{
    const auto& about = catalogue().measures[measure];
    const auto& base = beginStep(moving);
    const auto& before = scenarioOnTable(base);
    const auto changes = edit::changesOf(before, about.id); // a drag that passes the status quo keeps quarter and ramp
    const auto from = changes.empty() ? before.start : *changes.back().from;
    pushScenario(base, edit::setValue(before, catalogue(), measure, from, value, m_recorded),
                 said(words::setting(about, value)), moving);
}

void Board::setTimes(std::size_t measure, std::optional<Quarter> from, std::optional<int> over)
{
    beginStep(false);
    if (!isChanged(measure))
        return;
    const auto& about = catalogue().measures[measure];
    const auto last = startOf(measure);
    auto after = edit::moveChange(scenario(), about.id, last, from.value_or(last));
    if (over)
        after = edit::rampChange(std::move(after), about.id, from.value_or(last), *over);
    pushEdit(after, tr("start of %1").arg(text(about.shortName)));
}

void Board::setChange(std::size_t measure, Quarter from, const std::string& value)
{
    beginStep(false);
    const auto& about = catalogue().measures[measure];
    pushEdit(edit::keepValue(scenario(), about, from, value),
             said(words::change(catalogue(), {about.id, value, from, 1}, start())));
}

void Board::moveChange(std::size_t measure, Quarter from, Quarter to, bool moving)
{
    const auto& about = catalogue().measures[measure];
    const auto& base = beginStep(moving);
    pushScenario(base, edit::moveChange(scenarioOnTable(base), about.id, from, to),
                 tr("%1: moved to %2").arg(text(about.shortName), said(to)), moving);
}

void Board::rampChange(std::size_t measure, Quarter from, int over)
{
    beginStep(false);
    const auto& about = catalogue().measures[measure];
    pushEdit(edit::rampChange(scenario(), about.id, from, over), tr("gradual change of %1").arg(text(about.shortName)));
}

void Board::removeChange(std::size_t measure, Quarter from)
{
    beginStep(false);
    const auto& about = catalogue().measures[measure];
    pushEdit(edit::removeChange(scenario(), about.id, from),
             tr("%1: change of %2 removed").arg(text(about.shortName), said(from)));
}

void Board::resetMeasure(std::size_t measure)
{
    beginStep(false);
    const auto& about = catalogue().measures[measure];
    pushEdit(edit::removeMeasure(scenario(), about.id), tr("reset %1").arg(text(about.shortName)));
}

void Board::putOnTop(const Scenario& package, const std::set<std::string>& kept, const QString& name)
{
    beginStep(false);
    pushEdit(edit::onTop(scenario(), catalogue(), startingAt(package, start()), kept), name);
}

std::optional<Assumption> Board::assumptionOf(const std::string& parameter) const
{
    const auto* found = edit::findAssumption(scenario(), parameter);
    return found ? std::optional(*found) : std::nullopt;
}

void Board::setAssumption(const Assumption& assumption)
{
    const auto place = catalogue().findParameter(assumption.parameter); // an unknown one is refused below
    setAssumptions({assumption}, place ? tr("assumption: %1").arg(text(catalogue().parameters[*place].description)) : QString());
}

void Board::setAssumptions(const std::vector<Assumption>& assumptions, const QString& name)
{
    beginStep(false);
    pushEdit(edit::setAssumptions(scenario(), assumptions), name);
}

void Board::dropAssumption(const std::string& parameter)
{
    beginStep(false);
    pushEdit(edit::dropAssumption(scenario(), parameter), tr("input restored"));
}

void Board::dropAssumptions()
{
    beginStep(false);
    Scenario after = scenario();
    after.assumptions.clear();
    pushEdit(after, tr("all inputs restored"));
}

} // namespace chokepoint::ui
