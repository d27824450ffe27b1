// Says on which assumptions a result rests.
#include "api/InputError.h"
#include "api/Sensitivity.h"
#include "draws/ParameterSampler.h"
#include "model/Paths.h"
#include "numbers/DecimalText.h"
#include "run/Case.h"
#include "run/PairedRuns.h"
#include "run/Parallel.h"
#include "run/RequestChecks.h"
#include "why/SobolIndices.h"

#include <algorithm>

namespace chokepoint {
namespace {

/// Dimensions of a sampler that no own assumption holds, with the rows of their parameters.
struct Free {
    std::vector<std::size_t> dimensions, rows, parameters;
};

Free freeOf(const Catalogue& catalogue, const draws::ParameterSampler& sampler, const std::vector<bool>& fixed)
{
    Free result;
    for (std::size_t k = 0; k < sampler.sampled().size(); ++k) {
        const auto row = model::indexOf(model::parameterTable, catalogue.parameters[sampler.sampled()[k]].id);
        if (fixed[row])
            continue;
        result.dimensions.push_back(k);
        result.rows.push_back(row);
        result.parameters.push_back(sampler.sampled()[k]);
    }
    return result;
}

/// The parameters at points A and B from `first` to before `end`: by point, A then B, by free dimension. Runs between them only mix these.
std::vector<double> endsOf(const why::SobolDesign& design, const draws::ParameterSampler& sampler, const Free& free, std::size_t first,
                           std::size_t end)
{
    std::vector<double> values;
    values.reserve((end - first) * 2 * free.rows.size());
    for (auto point = first; point < end; ++point)
        for (const std::size_t column : {0u, 1u})
            for (std::size_t k = 0; k < free.rows.size(); ++k)
                values.push_back(sampler.value(free.dimensions[k], design.coordinate(point * design.columns() + column, k)));
    return values;
}

} // namespace

Tornado tornadoOf(const Engine& engine, const Scenario& scenario, const Scenario& baseline, std::size_t series, const RunControl& work)
{
    run::requireSeries(engine.catalogue(), {series});
    run::requireWork(work);
    const auto made = run::caseOf(engine.impl(), scenario);
    const auto reference = run::leversIn(engine.impl(), baseline);
    const auto free = freeOf(engine.catalogue(), draws::ParameterSampler(engine.impl().book, 0), made.held);
    // runs 0 and 1 are central; then low and high of each parameter; even runs are the scenario, odd ones the baseline
    std::vector<SeriesValues> values(2 + 4 * free.rows.size());
    run::RunBatch runs;
    runs.count = values.size();
    runs.series = {series};
    runs.prepare = [&](std::size_t run, run::RunInput& input) {
        if (run % 2 == 1)
            input.levers = reference;
        if (run < 2)
            return;
        const auto& p = engine.catalogue().parameters[free.parameters[(run - 2) / 4]];
        const auto row = free.rows[(run - 2) / 4];
        const auto mine = std::ranges::find(made.own, row, &scenario::OwnRange::row);
        const bool isLow = (run - 2) % 4 < 2;
        input.parameters[row] =
            mine != made.own.end() ? (isLow ? mine->low : mine->high) : numbers::DecimalText::toDouble(isLow ? p.low : p.high);
    };
    runs.take = [&](std::size_t run, const std::vector<SeriesValues>& result) { values[run] = result.front(); };
    run::RunBudget meter(work, values.size());
    Tornado result;
    if (!run::runBatch(engine.impl().exogenous, made.input, runs, meter))
        return result;
    const auto minus = [](SeriesValues a, const SeriesValues& b) {
        for (std::size_t q = 0; q < a.size(); ++q)
            a[q] -= b[q];
        return a;
    };
    result.central = values[0];
    const auto changes = [](const SeriesValues& value, const SeriesValues& before) {
        SeriesValues change;
        for (std::size_t q = 0; q < change.size(); ++q)
            change[q] = value[q] == before[q] ? 0 : (value[q] - before[q]) / before[q];
        return change;
    };
    result.centralDifference = minus(values[0], values[1]);
    result.centralChange = changes(values[0], values[1]);
    for (std::size_t k = 0; k < free.parameters.size(); ++k) {
        const auto* v = &values[2 + 4 * k];
        result.bars.push_back(
            {free.parameters[k], v[0], v[2], minus(v[0], v[1]), minus(v[2], v[3]), changes(v[0], v[1]), changes(v[2], v[3])});
    }
    result.isComplete = true;
    return result;
}

Indices indicesOf(const Engine& engine, const Question& question, const IndicesRequest& request)
{
    run::requireNumber("points", request.points, 64, 65536);
    if (request.resamples > 0)
        run::requireNumber("resamples", request.resamples, 2, 2000);
    run::requireWork(request.work);
    const auto contest = run::pairOf(engine.impl(), question);
    const auto fixed = scenario::heldRows(engine.impl().book, question.scenario);
    const draws::ParameterSampler sampler(engine.impl().book, request.seed, scenario::ownRanges(question.scenario));
    const auto free = freeOf(engine.catalogue(), sampler, fixed);
    const why::SobolDesign design(free.rows.size(), request.points, request.seed);
    Indices result;
    result.parameters = free.parameters;
    result.periods = request.periods.empty() ? std::vector<Period>{question.at} : request.periods;
    const auto several = result.periods.size();
    result.indices.resize(several);
    result.mean.resize(several);
    result.variance.resize(several);
    result.unanswered.resize(several);
    std::vector<std::vector<double>> values(several);
    run::RunBudget meter(request.work, design.runs() * contest.runsPerSample());
    for (const std::size_t part : {8u, 4u, 2u, 1u}) {
        const auto done = result.points, points = request.points / part;
        const auto ends = endsOf(design, sampler, free, done, points);
        const auto dimensions = free.rows.size(), columns = design.columns();
        const auto found = run::answersOf(
            engine.impl().exogenous, contest, result.periods, (points - done) * columns,
            [&](std::size_t sample, run::ParameterValues<double>& p) {
                const double* a = &ends[sample / columns * 2 * dimensions];
                for (std::size_t k = 0; k < dimensions; ++k)
                    p[free.rows[k]] = a[why::SobolDesign::isOfB(sample % columns, k) ? dimensions + k : k];
            },
            meter);
        if (found.empty())
            return result;
        run::Parallel(request.work.threads).parts(several, 1, [&](std::size_t begin, std::size_t end) {
            for (auto q = begin; q < end; ++q) {
                values[q].insert(values[q].end(), found[q].begin(), found[q].end());
                auto one = why::sobolIndices(free.rows.size(), points, values[q], part == 1 ? request.resamples : 0, request.seed);
                result.indices[q] = std::move(one.indices);
                result.mean[q] = one.mean;
                result.variance[q] = one.variance;
                result.unanswered[q] = one.unanswered;
            }
        });
        result.points = points;
        result.isComplete = part == 1;
        result.hasIntervals = part == 1 && request.resamples > 0;
        if (part > 1 && request.onPartial)
            request.onPartial(result);
    }
    return result;
}

std::vector<UnitWorth> unitWorthsOf(const Engine& engine, const Scenario& scenario, Quarter from, std::size_t series)
{
    run::requireSeries(engine.catalogue(), {series});
    const auto common = run::caseOf(engine.impl(), scenario).input;
    const auto row = [](std::string_view lever) { return model::indexOf(model::leverTable, lever); };
    const auto diesPerPackage = model::indexOf(model::pathTable, "dies_per_package");
    std::vector<SeriesValues> values(4);
    run::RunBatch runs;
    runs.count = values.size();
    runs.series = {series};
    runs.prepare = [&](std::size_t run, run::RunInput& input) {
        for (auto q = static_cast<std::size_t>(from.index); q < input.levers.size(); ++q)
            switch (run) {
            case 1: input.levers[q][row("hbm.extra")] += 1; break;
            case 2: input.levers[q][row("logic.extra")] += 1; break;
            case 3: input.levers[q][row("packaging.extra")] += engine.impl().exogenous.paths[q][diesPerPackage]; break;
            default: break;
            }
    };
    runs.take = [&](std::size_t run, const std::vector<SeriesValues>& result) { values[run] = result.front(); };
    const RunControl work{};
    run::RunBudget meter(work, values.size());
    run::runBatch(engine.impl().exogenous, common, runs, meter);
    std::vector<UnitWorth> result;
    for (const auto input : {ScarceInput::Hbm, ScarceInput::Dies, ScarceInput::Packages}) {
        auto& value = result.emplace_back(UnitWorth{input, {}});
        for (std::size_t q = 0; q < value.added.size(); ++q)
            value.added[q] = values[result.size()][q] - values[0][q];
    }
    return result;
}

} // namespace chokepoint
