// The member of Engine that says what each changed measure contributes.
#include "api/InputError.h"
#include "run/Assumptions.h"
#include "run/AttributionRun.h"
#include "run/EngineInside.h"
#include "run/Requests.h"
#include "run/Sampling.h"

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
    const auto& book = m_inside->book;
    checkRequest(catalogue(), request);
    check(scenario);
    check(baseline);
    const auto levers = [&](const Scenario& s) { return m_inside->levers(s, policy::scheduleOf(book, m_inside->recorded, s, start)); };
    const auto game = run::gameOf(book, policy::namedMeasures(book, scenario), policy::namedMeasures(book, baseline), levers(scenario),
                                  levers(baseline), request.byGroup);
    if (request.draws > 0 && game.active.size() > mostBandPlayers)
        throw InputError("There are too many changed measures for bands", "draws",
                         std::to_string(game.active.size()) + " measures move a lever, and bands are made for up to " + std::to_string(mostBandPlayers),
                         "Take groups of measures, or leave out the bands.");
    auto parameters = m_inside->parameters;
    const auto assumptions = run::checkedAssumptions(book, scenario);
    run::assume(parameters, assumptions);
    std::vector<run::ParameterValues<double>> draws;
    if (request.draws > 0 && !game.active.empty())
        draws = run::Sampler(book, request.seed, run::ownRanges(scenario)).draws(0, request.draws, parameters, run::heldRows(book, scenario));
    return run::attribute(m_inside->exogenous, parameters, draws, game, request);
}

} // namespace chokepoint
