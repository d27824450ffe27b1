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
        throw InputError(Refusal("draw_out_of_range", {{"most", mostIndex}}, {.option = "index"}));
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
            throw InputError(Refusal("series_is_category", {{"series", engine.catalogue().series[row].name}},
                                     {.option = "series " + engine.catalogue().series[row].id}));
    draws::requireMemory(request.draws, draws::bytesOfADraw(request.series.size()));
    const auto made = run::caseOf(engine.impl(), scenario);
    const double begin = request.clock ? request.clock() : 0;
    const draws::ParameterSampler sampler(engine.impl().book, request.seed, made.own);
    const auto draws = sampler.table(0, request.draws, made.input.parameters, made.held, request.threads);
    std::vector<draws::LevelNoise> noise;
    if (request.band == Band::Level)
        for (const auto shifts = sampler.levelShifts(0, request.draws); const auto row : request.series)
            noise.push_back(draws::levelNoise(engine.catalogue().discrepancies[engine.catalogue().series[row].discrepancy], shifts));
    const double sampled = request.clock ? request.clock() : 0;
    auto result = draws::runEnsemble(draws, engine.impl().exogenous, made.input.levers, request, noise);
    result.sampleSeconds = sampled - begin;
    return result;
}

} // namespace chokepoint
