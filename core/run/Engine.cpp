// The engine behind core/api: the loaded data book and what every run shares.
#include "api/Engine.h"

#include "numbers/Decimal.h"
#include "scenario/LawAsOf.h"
#include "scenario/Claims.h"
#include "scenario/Presets.h"
#include "scenario/Assumptions.h"
#include "run/EngineImpl.h"
#include "why/Decomposition.h"
#include "why/LeverEffect.h"

namespace chokepoint {
namespace {

using numbers::Decimal;

/// Rounding error of a shown value is far below the last of these digits.
constexpr int shownDigits = 40;

} // namespace

Engine::Engine(const std::filesystem::path& resources, const std::filesystem::path& scenarios)
{
    auto inside = std::make_unique<Impl>();
    inside->book = facts::loadDataBook(resources / "data");
    inside->recorded = policy::recordedSchedule(inside->book);
    inside->exogenous = run::exogenousOf<double>(inside->book, inside->recorded);
    inside->parameters = run::centralParameters<double>(inside->book);
    inside->book.catalogue.presets = scenario::loadPresets(scenarios, inside->book, inside->recorded);
    facts::loadStartPresets(resources / "data", inside->book.catalogue);
    inside->claims = scenario::loadClaims(resources / "data", inside->book, inside->recorded);
    inside->book.catalogue.assumptionSets = scenario::loadAssumptionSets(scenarios);
    for (const auto& set : inside->book.catalogue.assumptionSets)
        scenario::checkedAssumptions(inside->book, set);
    m_impl = std::move(inside);
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const Catalogue& Engine::catalogue() const { return m_impl->book.catalogue; }

const Scenario& Engine::preset(std::string_view id) const
{
    const auto& presets = catalogue().presets;
    if (const auto at = catalogue().findPreset(id))
        return presets[*at];
    std::string list;
    for (const auto& preset : presets)
        list += (list.empty() ? "" : ", ") + preset.id;
    throw InputError("There is no preset \"" + std::string(id) + "\"", "preset \"" + std::string(id) + "\"", "the presets are: " + list,
                     "Take one of these.");
}

void Engine::check(const Scenario& scenario) const
{
    policy::scheduleOf(m_impl->book, m_impl->recorded, scenario, defaultStart);
    scenario::checkedAssumptions(m_impl->book, scenario);
    preset(scenario.baseline);
}

Projection Engine::project(const Scenario& scenario, Quarter start) const
{
    const auto schedule = policy::scheduleOf(m_impl->book, m_impl->recorded, scenario, start);
    auto parameters = m_impl->parameters;
    run::assume(parameters, scenario::checkedAssumptions(m_impl->book, scenario));
    Projection result;
    result.series.resize(model::seriesCount);
    run::simulate<double>(parameters, m_impl->exogenous, m_impl->levers(scenario, schedule), [&](int quarter, const auto& variables) {
        variables.forEach([&](std::size_t row, double value) {
            if (row < model::seriesCount)
                result.series[row][static_cast<std::size_t>(quarter)] = value;
        });
    });
    return result;
}

DecimalProjection Engine::projectDecimal(const Scenario& scenario, Quarter start) const
{
    const auto schedule = policy::scheduleOf(m_impl->book, m_impl->recorded, scenario, start);
    auto parameters = run::centralParameters<Decimal>(m_impl->book);
    run::assume(parameters, scenario::checkedAssumptions(m_impl->book, scenario));
    const auto exogenous = run::exogenousOf<Decimal>(m_impl->book, m_impl->recorded);
    DecimalProjection result;
    result.series.resize(model::seriesCount);
    result.rounded.series.resize(model::seriesCount);
    run::simulate<Decimal>(parameters, exogenous, policy::leversOf<Decimal>(m_impl->book, schedule), [&](int quarter, const auto& variables) {
        variables.forEach([&](std::size_t row, const Decimal& value) {
            if (row >= model::seriesCount)
                return;
            result.series[row][static_cast<std::size_t>(quarter)] = value.str(shownDigits);
            result.rounded.series[row][static_cast<std::size_t>(quarter)] = value.convert_to<double>();
        });
    });
    return result;
}

MoveAnswer Engine::answerMove(const Scenario& scenario, Quarter start, std::size_t measure, const std::vector<std::size_t>& displayed) const
{
    return why::answerMove(m_impl->book, scenario, start, measure, displayed, [&](const Scenario& s) { return project(s, start); });
}

Identities Engine::identities(const Scenario& scenario, Quarter start) const
{
    const auto schedule = policy::scheduleOf(m_impl->book, m_impl->recorded, scenario, start);
    auto parameters = m_impl->parameters;
    run::assume(parameters, scenario::checkedAssumptions(m_impl->book, scenario));
    return why::identitiesOf(parameters, m_impl->exogenous, m_impl->levers(scenario, schedule));
}

std::vector<std::size_t> Engine::addends(std::size_t series) const
{
    std::vector<std::size_t> places;
    for (const auto id : why::addendsOf(catalogue().series.at(series).id))
        places.push_back(*catalogue().findSeries(id));
    return places;
}

bool Engine::canAct(const Scenario& scenario, Quarter start, std::size_t measure) const
{
    return why::canAct(m_impl->book, scenario, start, measure, [&](const Scenario& s) { return project(s, start); });
}

Scenario Engine::lawAsOf(Quarter quarter) const { return scenario::lawAsOf(m_impl->book, m_impl->recorded, quarter); }

std::vector<Quarter> Engine::lawDates() const { return scenario::lawDates(m_impl->recorded); }

std::vector<std::string> Engine::inForce(const Scenario& scenario, Quarter quarter, Quarter start) const
{
    const auto schedule = policy::scheduleOf(m_impl->book, m_impl->recorded, scenario, start);
    const auto& measures = catalogue().measures;
    const auto q = static_cast<std::size_t>(quarter.index);
    std::vector<std::string> result;
    for (std::size_t m = 0; m < measures.size(); ++m)
        result.push_back(measures[m].isNumber ? numbers::DecimalText::shortest(policy::numbersInForce<double>(schedule[m])[q])
                                              : measures[m].levels[policy::levelsInForce(schedule[m])[q]].id);
    return result;
}

} // namespace chokepoint
