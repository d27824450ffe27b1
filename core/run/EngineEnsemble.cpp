// The members of Engine that draw parameters.
#include "api/InputError.h"
#include "run/Assumptions.h"
#include "run/EngineInside.h"
#include "run/EnsembleChecks.h"
#include "run/EnsembleRun.h"
#include "run/Sampling.h"

namespace chokepoint {
std::vector<DrawnParameter> Engine::draw(std::uint64_t seed, std::uint64_t index) const
{
    constexpr std::uint64_t mostIndex = std::uint64_t{1} << 48;
    if (index > mostIndex)
        throw InputError("The number of the draw is out of range", "index", "it must be from 0 to 281,474,976,710,656", "Take for instance 0.");
    const run::Sampler sampler(m_inside->book, seed);
    const auto values = sampler.table(index, 1, m_inside->parameters, std::vector<bool>(model::parameterTable.size())).draw(0);
    std::vector<DrawnParameter> result;
    for (const auto place : sampler.sampled()) {
        const auto& id = catalogue().parameters[place].id;
        result.emplace_back(id, values[model::indexOf(model::parameterTable, id)]);
    }
    return result;
}

Ensemble Engine::ensemble(const Scenario& scenario, Quarter start, const EnsembleRequest& request) const
{
    run::checkEnsembleNumbers(request.draws, request.threads, request.set);
    for (const auto row : request.series)
        if (catalogue().series.at(row).kind == SeriesKind::Category)
            throw InputError("\"" + catalogue().series[row].name + "\" has no quantiles", "series " + catalogue().series[row].id,
                             "it is a category, and a mean of its codes says nothing", "Leave it out.");
    const auto schedule = policy::scheduleOf(m_inside->book, m_inside->recorded, scenario, start);
    const auto assumptions = run::checkedAssumptions(m_inside->book, scenario);
    auto central = m_inside->parameters;
    run::assume(central, assumptions);
    const auto fixed = run::heldRows(m_inside->book, scenario);
    const double begin = request.clock ? request.clock() : 0;
    const auto draws = run::Sampler(m_inside->book, request.seed, run::ownRanges(scenario)).table(0, request.draws, central, fixed);
    const double sampled = request.clock ? request.clock() : 0;
    auto result = run::runEnsemble(draws, m_inside->exogenous, m_inside->levers(scenario, schedule), request);
    result.sampleSeconds = sampled - begin;
    return result;
}

} // namespace chokepoint
