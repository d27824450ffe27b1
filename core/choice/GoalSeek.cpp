// Looks for packages which bring a series to a bound.
#include "api/GoalSeek.h"
#include "api/InputError.h"
#include "api/LawAsOf.h"
#include "api/ScenarioEdits.h"
#include "choice/GoalSearch.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "run/RequestChecks.h"

#include <algorithm>
#include <cstdlib>

namespace chokepoint {
namespace {

/// A move with what it sets.
struct ValueMove {
    choosing::Move move;
    std::string value;
};

std::vector<ValueMove> movesOf(const Catalogue& catalogue, const std::vector<std::size_t>& movable, const std::vector<std::string>& present)
{
    std::vector<ValueMove> moves;
    for (const auto m : movable) {
        const auto values = edit::valuesOf(catalogue.measures[m], present[m]);
        const auto same = [&](const std::string& value) { return edit::isSameValue(catalogue.measures[m], value, present[m]); };
        const auto now = std::ranges::find_if(values, same) - values.begin();
        for (std::size_t i = 0; i < values.size(); ++i)
            if (static_cast<std::ptrdiff_t>(i) != now)
                moves.push_back({{m, static_cast<std::size_t>(std::abs(static_cast<std::ptrdiff_t>(i) - now))}, values[i]});
    }
    return moves;
}

double meanOfYear(const SeriesValues& values, int year)
{
    const auto q = static_cast<std::size_t>(year - firstYear) * 4;
    return (values[q] + values[q + 1] + values[q + 2] + values[q + 3]) / 4;
}

void checkRequest(const Catalogue& catalogue, const GoalRequest& request)
{
    run::requireNumber("changes", request.mostChanges, 1, 6);
    run::requireNumber("draws", request.draws, 0, 10000);
    run::requireWork(request.work);
    run::requireSeries(catalogue, {request.series});
    if (request.year < firstYear || request.year > lastYear)
        throw InputError("The year is out of range", "year " + std::to_string(request.year), "the model runs from 2022 to 2035", "Take a year in this time.");
    for (const auto m : request.movable)
        if (!catalogue.measures.at(m).inModel)
            throw InputError("\"" + catalogue.measures[m].shortName + "\" moves no series", "measure " + catalogue.measures[m].id,
                             "it counts at the table only", "Leave it out.");
}

/// Runs inputs and gives the annual means of one series.
class YearRunner {
public:
    YearRunner(const run::Exogenous<double>& exogenous, const GoalRequest& request, run::RunBudget& meter)
        : m_exogenous(exogenous), m_request(request), m_meter(meter)
    {
    }

    /// Empty when cancelled.
    std::vector<double> operator()(std::size_t count, const run::RunInput& common, int from, const std::function<void(std::size_t, run::RunInput&)>& prepare)
    {
        std::vector<double> values(count);
        run::RunBatch runs{.count = count, .series = {m_request.series}, .from = from, .prepare = prepare,
                           .take = [&](std::size_t run, const std::vector<SeriesValues>& v) { values[run] = meanOfYear(v.front(), m_request.year); },
                           .end = (m_request.year - firstYear + 1) * 4};
        return run::runBatch(m_exogenous, common, runs, m_meter) ? values : std::vector<double>{};
    }

private:
    const run::Exogenous<double>& m_exogenous;
    const GoalRequest& m_request;
    run::RunBudget& m_meter;
};

/// The scenario with each moved measure holding one value from its start on.
Scenario moved(Scenario scenario, const std::vector<Change>& moves)
{
    for (const auto& move : moves)
        scenario = edit::holdFrom(std::move(scenario), move.measure, scenario.start, move.value);
    return scenario;
}

} // namespace

GoalAnswer seekGoal(const Engine& engine, const GoalRequest& request)
{
    checkRequest(engine.catalogue(), request);
    const auto& measures = engine.catalogue().measures;
    const auto made = run::caseOf(engine.impl(), request.from);
    const auto& common = made.input;
    const Quarter start = request.from.start;
    auto movable = request.movable;
    for (std::size_t m = 0; request.movable.empty() && m < measures.size(); ++m)
        if (measures[m].inModel)
            movable.push_back(m);
    const auto moves = movesOf(engine.catalogue(), movable, inForce(engine, request.from, start));
    const auto changesOf = [&](const choosing::Package& package) {
        std::vector<Change> changes;
        for (const auto move : package)
            changes.push_back({measures[moves[move].move.measure].id, moves[move].value, start, 1});
        return changes;
    };
    // the levers of each move alone; those of a package are theirs put together, for no lever has two measures
    std::vector<policy::LeverValues<double>> levers;
    for (std::size_t i = 0; i < moves.size(); ++i)
        levers.push_back(run::leversIn(engine.impl(), moved(request.from, changesOf({i}))));

    run::RunBudget meter(request.work, 4 * moves.size() * std::max<std::size_t>(moves.size(), 1));
    YearRunner runYear(engine.impl().exogenous, request, meter);
    GoalAnswer answer;
    const auto present = runYear(1, common, 0, [](std::size_t, run::RunInput&) {});
    if (present.empty())
        return answer;
    answer.present = answer.nearestValue = present.front();
    answer.isMetAlready = request.bound.holds(answer.present);
    if (answer.isMetAlready || moves.empty()) {
        answer.isComplete = true;
        return answer;
    }
    choosing::Search search;
    for (const auto& move : moves)
        search.moves.push_back(move.move);
    search.bound = request.bound;
    search.present = answer.present;
    search.mostChanges = request.mostChanges;
    search.countSteps = request.nearest == GoalRequest::Nearest::LeastChanges;
    search.evaluate = [&](const std::vector<choosing::Package>& packages) {
        return runYear(packages.size(), common, start.index, [&](std::size_t run, run::RunInput& input) {
            for (const auto move : packages[run])
                for (auto q = static_cast<std::size_t>(start.index); q < input.levers.size(); ++q)
                    for (std::size_t row = 0; row < input.levers[q].size(); ++row)
                        if (levers[move][q][row] != common.levers[q][row])
                            input.levers[q][row] = levers[move][q][row];
        });
    };
    const auto found = choosing::searchGoal(search);
    answer.tried = found.tried;
    answer.nearestValue = found.nearest;
    const auto draws = draws::ParameterSampler(engine.impl().book, request.seed, made.own)
                           .draws(0, std::max<std::size_t>(request.draws, 1), common.parameters, made.held);
    for (const auto& package : found.found) {
        auto& result = answer.packages.emplace_back();
        result.moves = changesOf(package.moves);
        result.scenario = moved(request.from, result.moves);
        result.steps = package.steps;
        const auto projection = engine.project(result.scenario);
        result.value = meanOfYear(projection.series[request.series], request.year);
        const auto values = runYear(request.draws, run::caseOf(engine.impl(), result.scenario).input, 0,
                                    [&](std::size_t i, run::RunInput& input) { input.parameters = draws[i]; });
        if (values.size() < request.draws)
            return answer;
        for (const double value : values)
            result.shareOfDraws += request.bound.holds(value) ? 1 / static_cast<double>(values.size()) : 0;
    }
    answer.isComplete = found.isComplete;
    return answer;
}

} // namespace chokepoint
