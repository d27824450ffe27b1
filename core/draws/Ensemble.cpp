// Draws parameters and runs ensembles for files.
#include "api/Ensemble.h"
#include "api/InputError.h"
#include "draws/EnsembleChecks.h"
#include "draws/FileEnsemble.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "scenario/Assumptions.h"

namespace chokepoint {

std::vector<DrawnParameter> drawParameters(const Engine& engine, std::uint64_t seed, std::uint64_t index)
{
    constexpr std::uint64_t mostIndex = std::uint64_t{1} << 48;
    if (index > mostIndex)
        throw InputError("The number of the draw is out of range", "index", "it must be from 0 to 281,474,976,710,656", "Take for instance 0.");
    const draws::ParameterSampler sampler(engine.impl().book, seed);
    const auto values = sampler.table(index, 1, engine.impl().parameters, std::vector<bool>(model::parameterTable.size())).draw(0);
    std::vector<DrawnParameter> result;
    for (const auto place : sampler.sampled()) {
        const auto& id = engine.catalogue().parameters[place].id;
        result.emplace_back(id, values[model::indexOf(model::parameterTable, id)]);
    }
    return result;
}

Ensemble ensembleOf(const Engine& engine, const Scenario& scenario, const EnsembleRequest& request)
{
    draws::checkEnsembleNumbers(request.draws, request.threads, request.set);
    for (const auto row : request.series)
        if (engine.catalogue().series.at(row).kind == SeriesKind::Category)
            throw InputError("\"" + engine.catalogue().series[row].name + "\" has no quantiles", "series " + engine.catalogue().series[row].id,
                             "it is a category, and a mean of its codes says nothing", "Leave it out.");
    const auto made = run::caseOf(engine.impl(), scenario);
    const double begin = request.clock ? request.clock() : 0;
    const auto draws = draws::ParameterSampler(engine.impl().book, request.seed, made.own).table(0, request.draws, made.input.parameters, made.held);
    const double sampled = request.clock ? request.clock() : 0;
    auto result = draws::runEnsemble(draws, engine.impl().exogenous, made.input.levers, request);
    result.sampleSeconds = sampled - begin;
    return result;
}

} // namespace chokepoint
