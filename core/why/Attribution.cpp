// Says what each changed measure contributes.
#include "api/Attribution.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "run/RequestChecks.h"
#include "scenario/Assumptions.h"
#include "why/AttributionRun.h"

#include <algorithm>

namespace chokepoint {
namespace {

void checkRequest(const Catalogue& catalogue, const AttributionRequest& request)
{
    run::requireNumber("permutations", request.permutations, 2, 100000);
    run::requireNumber("draws", request.draws, 0, 10000);
    run::requireWork(request.work);
    run::requireSeries(catalogue, request.series);
}

} // namespace

Attribution attribute(const Engine& engine, const Scenario& scenario, const Scenario& baseline, const AttributionRequest& request)
{
    const auto& book = engine.impl().book;
    checkRequest(engine.catalogue(), request);
    engine.check(scenario);
    engine.check(baseline);
    const auto made = run::caseOf(engine.impl(), scenario);
    const auto game = why::gameOf(book, policy::namedMeasures(book, scenario), policy::namedMeasures(book, baseline), made.input.levers,
                                  run::leversIn(engine.impl(), baseline), request.byGroup);
    std::vector<run::ParameterValues<double>> draws;
    if (request.draws > 0 && !game.active.empty())
        draws = draws::ParameterSampler(book, request.seed, made.own).draws(0, request.draws, made.input.parameters, made.held);
    return why::attribute(engine.impl().exogenous, made.input.parameters, draws, game, request);
}

} // namespace chokepoint
