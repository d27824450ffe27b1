// Looks for packages which bring a series to a bound.
#include "api/GoalSeek.h"
#include "api/InputError.h"
#include "api/LawAsOf.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"
#include "choice/GoalSearch.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "run/RequestChecks.h"

#include <algorithm>
#include <cstdlib>

namespace chokepoint {
namespace {

constexpr std::size_t mostPackages = 3, candidates = 8; ///< told, and looked at where many draws must meet the bound
constexpr int mostAttempts = 3;                         ///< to go beyond the bound

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

void checkGoal(const Catalogue& catalogue, const GoalRequest& request)
{
    run::requireNumber("changes", request.mostChanges, 1, 6);
    run::requireNumber("runs_in_ten", request.leastInTen, 0, 10);
    run::requireNumber("draws", request.draws, request.leastInTen > 0 ? 10 : 0, 10000); // fewer cannot say how many in ten
    run::requireWork(request.work);
    run::requireSeries(catalogue, {request.series});
    if (!request.beside.empty())
        run::requireSeries(catalogue, request.beside);
    if (request.year < firstYear || request.year > lastYear)
        throw InputError(Refusal("year_out_of_range", {{"year", request.year}, {"fromYear", firstYear}, {"toYear", lastYear}}));
    for (const auto m : request.movable)
        if (!catalogue.measures.at(m).inModel)
            throw InputError(Refusal("measure_moves_nothing", {{"name", catalogue.measures[m].shortName}},
                                     {.thing = Message("place.measure", {{"measure", catalogue.measures[m].id}})}));
}

/// Runs inputs and gives the annual means of one series.
class YearRunner {
public:
    YearRunner(const run::Exogenous<double>& exogenous, const GoalRequest& request, run::RunBudget& meter)
        : m_exogenous(exogenous), m_request(request), m_meter(meter)
    {}

    /// Empty when cancelled.
    std::vector<double> operator()(std::size_t count, const run::RunInput& common, int from,
                                   const std::function<void(std::size_t, run::RunInput&)>& prepare)
    {
        std::vector<double> values(count);
        run::RunBatch runs{
            .count = count,
            .series = {m_request.series},
            .from = from,
            .prepare = prepare,
            .take = [&](std::size_t run, const std::vector<SeriesValues>& v) { values[run] = annualMean(v.front(), m_request.year); },
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

/// The measures that may move: those asked for, or all that the equations read.
std::vector<std::size_t> movableIn(const Catalogue& catalogue, const GoalRequest& request)
{
    auto movable = request.movable;
    for (std::size_t m = 0; request.movable.empty() && m < catalogue.measures.size(); ++m)
        if (catalogue.measures[m].inModel)
            movable.push_back(m);
    return movable;
}

/// Goal seek over one engine: the moves that are open, their levers, and how packages of them are run.
class GoalSeeker {
public:
    GoalSeeker(const Engine& engine, const GoalRequest& request)
        : m_engine(engine),
          m_request(request),
          m_case(run::caseOf(engine.impl(), request.from)),
          m_moves(movesOf(engine.catalogue(), movableIn(engine.catalogue(), request), inForce(engine, request.from, request.from.start))),
          m_meter(request.work, 4 * m_moves.size() * std::max<std::size_t>(m_moves.size(), 1)),
          m_runYear(engine.impl().exogenous, request, m_meter)
    {
        for (std::size_t i = 0; i < m_moves.size(); ++i)
            m_levers.push_back(run::leversIn(engine.impl(), moved(request.from, changesOf({i}))));
    }

    GoalAnswer answer()
    {
        const auto present = m_runYear(1, m_case.input, 0, [](std::size_t, run::RunInput&) {});
        GoalAnswer answer;
        if (present.empty())
            return answer;
        answer.present = answer.nearestValue = present.front();
        if (!m_request.beside.empty()) {
            const auto projection = m_engine.project(m_request.from);
            for (const auto series : m_request.beside)
                answer.presentBeside.push_back(projection.annualMean(series, m_request.year));
        }
        m_draws = draws::ParameterSampler(m_engine.impl().book, m_request.seed, m_case.own)
                      .draws(0, std::max<std::size_t>(m_request.draws, 1), m_case.input.parameters, m_case.held);
        const auto spread = m_request.leastShare() > 0 ? valuesOf(m_case.input) : std::vector<double>{};
        if (spread.empty() && m_request.leastShare() > 0)
            return answer;
        answer.isMetAlready = m_request.bound.holds(answer.present) && shareOf(spread) >= m_request.leastShare();
        answer.isComplete = answer.isMetAlready || m_moves.empty();
        if (!answer.isComplete)
            seek(answer, stepBeyond(answer.present, spread));
        return answer;
    }

private:
    std::vector<Change> changesOf(const choosing::Package& package) const
    {
        std::vector<Change> changes;
        for (const auto move : package)
            changes.push_back({m_engine.catalogue().measures[m_moves[move].move.measure].id, m_moves[move].value, m_request.from.start, 1});
        return changes;
    }

    /// The packages of one search that meet the bound in enough draws; then, while there are none, of one with a bound `beyond` it.
    void seek(GoalAnswer& answer, double beyond)
    {
        auto bound = m_request.bound;
        if (bound.holds(answer.present)) // the central run meets it, too few draws do
            bound.threshold = answer.present + beyond;
        for (int attempt = 0; attempt <= mostAttempts; ++attempt) {
            const auto found = search(answer.present, bound);
            answer.tried += found.tried;
            if (attempt == 0)
                answer.nearestValue = found.nearest;
            for (const auto& package : found.found)
                if (answer.packages.size() < mostPackages && !addPackage(package, answer))
                    return;
            answer.isComplete = found.isComplete;
            if (!found.isComplete || !answer.packages.empty() || beyond == 0)
                return;
            bound.threshold += beyond;
        }
    }

    /// Half of the way from the central value to the one that enough draws reach, in the direction of the bound.
    double stepBeyond(double central, std::vector<double> values) const
    {
        if (values.empty())
            return 0;
        std::ranges::sort(values);
        const bool isFloor = m_request.bound.comparison == Comparison::AtLeast;
        const double part = isFloor ? 1 - m_request.leastShare() : m_request.leastShare();
        const double reached = values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
        return isFloor ? std::max(0.0, central - reached) / 2 : -std::max(0.0, reached - central) / 2;
    }

    /// Annual means over the draws; empty when cancelled.
    std::vector<double> valuesOf(const run::RunInput& common)
    {
        return m_runYear(m_request.draws, common, 0, [&](std::size_t i, run::RunInput& input) { input.parameters = m_draws[i]; });
    }

    double shareOf(const std::vector<double>& values) const
    {
        double share = 0;
        for (const double value : values)
            share += m_request.bound.holds(value) ? 1 / static_cast<double>(values.size()) : 0;
        return share;
    }

    choosing::SearchResult search(double present, const Bound& bound)
    {
        choosing::Search search;
        for (const auto& move : m_moves)
            search.moves.push_back(move.move);
        search.bound = bound;
        if (m_request.leastShare() > 0)
            search.wanted = candidates;
        search.present = present;
        search.mostChanges = m_request.mostChanges;
        search.countSteps = m_request.nearest == GoalRequest::Nearest::LeastChanges;
        search.evaluate = [&](const std::vector<choosing::Package>& packages) {
            return m_runYear(packages.size(), m_case.input, m_request.from.start.index,
                             [&](std::size_t run, run::RunInput& input) { putTogether(packages[run], input.levers); });
        };
        return choosing::searchGoal(search);
    }

    /// The levers of a package are those of its moves put together, for no lever has two measures.
    void putTogether(const choosing::Package& package, policy::LeverValues<double>& levers) const
    {
        const auto& common = m_case.input.levers;
        for (const auto move : package)
            for (auto q = static_cast<std::size_t>(m_request.from.start.index); q < levers.size(); ++q)
                for (std::size_t row = 0; row < levers[q].size(); ++row)
                    if (m_levers[move][q][row] != common[q][row])
                        levers[q][row] = m_levers[move][q][row];
    }

    /// Adds a package with its exact run, if enough draws meet the bound; false when cancelled.
    bool addPackage(const choosing::FoundPackage& package, GoalAnswer& answer)
    {
        GoalPackage result;
        result.moves = changesOf(package.moves);
        result.scenario = moved(m_request.from, result.moves);
        result.steps = package.steps;
        const auto projection = m_engine.project(result.scenario);
        result.value = projection.annualMean(m_request.series, m_request.year);
        for (const auto series : m_request.beside)
            result.beside.push_back(projection.annualMean(series, m_request.year));
        const auto values = valuesOf(run::caseOf(m_engine.impl(), result.scenario).input);
        if (values.size() < m_request.draws)
            return false;
        result.shareOfDraws = shareOf(values);
        answer.surestShare = std::max(answer.surestShare, result.shareOfDraws);
        if (result.shareOfDraws >= m_request.leastShare())
            answer.packages.push_back(std::move(result));
        return true;
    }

    const Engine& m_engine;
    const GoalRequest& m_request;
    run::Case m_case;
    std::vector<ValueMove> m_moves;
    std::vector<policy::LeverValues<double>> m_levers; ///< by move, each alone
    std::vector<run::ParameterValues<double>> m_draws;
    run::RunBudget m_meter;
    YearRunner m_runYear;
};

bool isOfBeijing(const Catalogue& catalogue, const Measure& measure) { return catalogue.actors[measure.actor].id == "china"; }

} // namespace

std::vector<std::size_t> measuresOf(const Catalogue& catalogue, ActingSide side)
{
    std::vector<std::size_t> places;
    for (std::size_t m = 0; m < catalogue.measures.size(); ++m) {
        const auto& measure = catalogue.measures[m];
        if (measure.inModel && (side == ActingSide::Both || isOfBeijing(catalogue, measure) == (side == ActingSide::Beijing)))
            places.push_back(m);
    }
    return places;
}

ActingSide actingSide(const Catalogue& catalogue, const std::vector<Change>& moves)
{
    const auto beijings = std::ranges::count_if(
        moves, [&](const Change& move) { return isOfBeijing(catalogue, catalogue.measures[*catalogue.findMeasure(move.measure)]); });
    return beijings == 0 ? ActingSide::America : beijings == std::ssize(moves) ? ActingSide::Beijing : ActingSide::Both;
}

std::vector<std::size_t> costSeries(const Catalogue& catalogue)
{
    std::vector<std::size_t> places;
    for (const char* id : {"revenue.us_allied_total", "compute.lead", "talent.us"})
        places.push_back(*catalogue.findSeries(id));
    return places;
}

GoalAnswer seekGoal(const Engine& engine, const GoalRequest& request)
{
    checkGoal(engine.catalogue(), request);
    return GoalSeeker(engine, request).answer();
}

} // namespace chokepoint
