// The members of Engine that draw parameters.
#include "api/InputError.h"
#include "scenario/Assumptions.h"
#include "run/EngineImpl.h"
#include "draws/EnsembleChecks.h"
#include "draws/FileEnsemble.h"
#include "draws/ParameterSampler.h"

namespace chokepoint {
std::vector<DrawnParameter> Engine::draw(std::uint64_t seed, std::uint64_t index) const
{
    constexpr std::uint64_t mostIndex = std::uint64_t{1} << 48;
    if (index > mostIndex)
        throw InputError("The number of the draw is out of range", "index", "it must be from 0 to 281,474,976,710,656", "Take for instance 0.");
    const draws::ParameterSampler sampler(m_impl->book, seed);
    const auto values = sampler.table(index, 1, m_impl->parameters, std::vector<bool>(model::parameterTable.size())).draw(0);
    std::vector<DrawnParameter> result;
    for (const auto place : sampler.sampled()) {
        const auto& id = catalogue().parameters[place].id;
        result.emplace_back(id, values[model::indexOf(model::parameterTable, id)]);
    }
    return result;
}

Ensemble Engine::ensemble(const Scenario& scenario, Quarter start, const EnsembleRequest& request) const
{
    draws::checkEnsembleNumbers(request.draws, request.threads, request.set);
    for (const auto row : request.series)
        if (catalogue().series.at(row).kind == SeriesKind::Category)
            throw InputError("\"" + catalogue().series[row].name + "\" has no quantiles", "series " + catalogue().series[row].id,
                             "it is a category, and a mean of its codes says nothing", "Leave it out.");
    const auto schedule = policy::scheduleOf(m_impl->book, m_impl->recorded, scenario, start);
    const auto assumptions = scenario::checkedAssumptions(m_impl->book, scenario);
    auto central = m_impl->parameters;
    run::assume(central, assumptions);
    const auto fixed = scenario::heldRows(m_impl->book, scenario);
    const double begin = request.clock ? request.clock() : 0;
    const auto draws = draws::ParameterSampler(m_impl->book, request.seed, scenario::ownRanges(scenario)).table(0, request.draws, central, fixed);
    const double sampled = request.clock ? request.clock() : 0;
    auto result = draws::runEnsemble(draws, m_impl->exogenous, m_impl->levers(scenario, schedule), request);
    result.sampleSeconds = sampled - begin;
    return result;
}

} // namespace chokepoint
