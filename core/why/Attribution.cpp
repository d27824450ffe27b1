// The member of Engine that says what each changed measure contributes.
#include "api/InputError.h"
#include "scenario/Assumptions.h"
#include "why/AttributionRun.h"
#include "run/EngineImpl.h"
#include "run/RequestChecks.h"
#include "draws/ParameterSampler.h"

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

Attribution Engine::attribute(const Scenario& scenario, const Scenario& baseline, Quarter start, const AttributionRequest& request) const
{
    const auto& book = m_impl->book;
    checkRequest(catalogue(), request);
    check(scenario);
    check(baseline);
    const auto levers = [&](const Scenario& s) { return m_impl->levers(s, policy::scheduleOf(book, m_impl->recorded, s, start)); };
    const auto game = why::gameOf(book, policy::namedMeasures(book, scenario), policy::namedMeasures(book, baseline), levers(scenario),
                                  levers(baseline), request.byGroup);
    if (request.draws > 0 && game.active.size() > mostBandPlayers)
        throw InputError("There are too many changed measures for bands", "draws",
                         std::to_string(game.active.size()) + " measures move a lever, and bands are made for up to " + std::to_string(mostBandPlayers),
                         "Take groups of measures, or leave out the bands.");
    auto parameters = m_impl->parameters;
    const auto assumptions = scenario::checkedAssumptions(book, scenario);
    run::assume(parameters, assumptions);
    std::vector<run::ParameterValues<double>> draws;
    if (request.draws > 0 && !game.active.empty())
        draws = draws::ParameterSampler(book, request.seed, scenario::ownRanges(scenario)).draws(0, request.draws, parameters, scenario::heldRows(book, scenario));
    return why::attribute(m_impl->exogenous, parameters, draws, game, request);
}

} // namespace chokepoint
