// Ranks scenarios by what the draws say of each pair of neighbors.
#include "api/Comparison.h"

#include "api/Engine.h"
#include "api/InputError.h"
#include "api/LiveEnsemble.h"
#include "choice/Regret.h"
#include "draws/EnsembleChecks.h"
#include "draws/Quantiles.h"
#include "run/RequestChecks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chokepoint {
namespace {

/// Means over the year by draw, of as many draws as all have.
std::vector<std::vector<double>> yearsByDraw(const std::vector<ComparedRun>& runs, std::size_t series, int year)
{
    std::vector<std::vector<double>> values;
    auto draws = runs.front().draws->draws();
    for (const auto& run : runs) {
        const auto means = run.draws->annualMeans(series, year);
        draws = std::min(draws, means.size());
        values.emplace_back(means.begin(), means.end());
    }
    for (auto& ofRun : values)
        ofRun.resize(draws);
    return values;
}

/// The share of draws in which one lies ahead of another.
double shareAhead(const std::vector<double>& one, const std::vector<double>& other, bool moreIsBetter)
{
    std::size_t ahead = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        ahead += moreIsBetter ? one[i] > other[i] : one[i] < other[i];
    return static_cast<double>(ahead) / static_cast<double>(one.size());
}

/// Central runs give the order, but where as many draws as part two ranks say the other way, the draws are right: else a package would
/// stand above one that beats it nearly always.
void followTheDraws(ComparedColumn& column, const std::vector<std::vector<double>>& values)
{
    for (std::size_t pass = 0; pass < column.order.size(); ++pass)
        for (std::size_t place = 0; place + 1 < column.order.size(); ++place) {
            auto &first = column.order[place], &next = column.order[place + 1];
            if (wholePercent(shareAhead(values[next], values[first], column.moreIsBetter)) >= agreementOfRanks)
                std::swap(first, next);
        }
}

/// Ranks, and how sure each is of its place before the next.
void rank(ComparedColumn& column, const std::vector<std::vector<double>>& values)
{
    const auto all = static_cast<double>(column.draws);
    for (std::size_t place = 0; place + 1 < column.order.size(); ++place) {
        const auto &first = values[column.order[place]], &next = values[column.order[place + 1]];
        std::size_t level = 0;
        for (std::size_t i = 0; i < column.draws; ++i)
            level += first[i] == next[i];
        auto& figure = column.figures[column.order[place]];
        figure.aheadOfNext = shareAhead(first, next, column.moreIsBetter);
        figure.levelWithNext = static_cast<double>(level) / all;
    }
    for (std::size_t place = 0; place < column.order.size(); ++place) {
        auto& figure = column.figures[column.order[place]];
        figure.rank = static_cast<int>(place) + 1;
        if (place == 0)
            continue;
        auto& before = column.figures[column.order[place - 1]];
        if (wholePercent(*before.aheadOfNext) < agreementOfRanks) {
            figure.rank = before.rank;
            figure.isShared = before.isShared = true;
        }
    }
}

double shareInOrder(const ComparedColumn& column, const std::vector<std::vector<double>>& values)
{
    std::size_t holds = 0;
    for (std::size_t i = 0; i < column.draws; ++i) {
        const auto valueOf = [&](std::size_t place) { return column.moreIsBetter ? values[place][i] : -values[place][i]; };
        holds += std::ranges::is_sorted(column.order, std::greater<>(), valueOf);
    }
    return static_cast<double>(holds) / static_cast<double>(column.draws);
}

} // namespace

ComparedColumn compareOutcome(const std::vector<ComparedRun>& scenarios, const ComparedRun& baseline, std::size_t series, int year,
                              bool moreIsBetter)
{
    auto runs = scenarios;
    runs.push_back(baseline);
    const auto values = yearsByDraw(runs, series, year);
    const auto regrets = choosing::regretsOf(values, moreIsBetter);
    ComparedColumn column;
    column.series = series;
    column.year = year;
    column.moreIsBetter = moreIsBetter;
    column.draws = values.front().size();
    const auto all = static_cast<double>(column.draws);
    for (std::size_t r = 0; r < runs.size(); ++r) {
        auto& figure = column.figures.emplace_back();
        figure.central = runs[r].central->annualMean(series, year);
        figure.mean = std::accumulate(values[r].begin(), values[r].end(), 0.0) / all;
        figure.change = changeSpread(*runs[r].draws, *baseline.draws, series, year);
        figure.regret = std::accumulate(regrets[r].begin(), regrets[r].end(), 0.0) / all;
        figure.shareBest = static_cast<double>(std::ranges::count(regrets[r], 0.0)) / all;
    }
    column.order.resize(runs.size());
    std::iota(column.order.begin(), column.order.end(), std::size_t{0});
    std::ranges::stable_sort(column.order, std::greater<>(), [&](std::size_t place) {
        return moreIsBetter ? column.figures[place].central : -column.figures[place].central;
    });
    followTheDraws(column, values);
    rank(column, values);
    column.shareOfOrder = shareInOrder(column, values);
    return column;
}

ComparedPair comparePair(const ComparedRun& first, const ComparedRun& second, std::size_t series, int year)
{
    return {first.central->annualMean(series, year), second.central->annualMean(series, year),
            changeSpread(*first.draws, *second.draws, series, year)};
}

ComparisonResult compareScenarios(const Engine& engine, const ComparisonRequest& request)
{
    constexpr std::size_t bytesOfStudy = 13'000; // a draw laid out, with its states
    const auto runs = request.scenarios.size() + 1;
    if (request.scenarios.empty() || request.scenarios.size() > mostCompared)
        throw InputError(
            Refusal("packages_of_comparison", {{"named", request.scenarios.size()}, {"most", mostCompared}}, {.option = "compare"}));
    run::requireNumber("draws", request.draws, 64, 100000);
    run::requireWork(request.work);
    std::vector<std::size_t> series;
    for (const auto& [place, year] : request.outcomes) {
        if (year < firstYear || year > lastYear)
            throw InputError(Refusal("year_out_of_range", {{"year", year}, {"fromYear", firstYear}, {"toYear", lastYear}}));
        if (std::ranges::find(series, place) == series.end())
            series.push_back(place);
    }
    run::requireSeries(engine.catalogue(), series);
    draws::requireMemory(request.draws, bytesOfStudy + runs * series.size() * quarterCount * sizeof(float));
    LiveEnsemble study(engine, {.draws = request.draws, .seed = request.seed, .threads = request.work.threads, .set = {}, .clock = {}});
    ComparisonResult result;
    for (std::size_t r = 0; r < runs; ++r) {
        auto scenario = r + 1 == runs ? request.baseline : request.scenarios[r];
        scenario.assumptions = request.baseline.assumptions;
        result.central.push_back(engine.project(scenario));
        result.draws.push_back(study.run(scenario, series, request.draws, request.work.isCancelled).samples);
        if (result.draws.back().draws() == 0)
            return result;
    }
    std::vector<ComparedRun> scenarios;
    for (std::size_t r = 0; r + 1 < runs; ++r)
        scenarios.push_back(result.run(r));
    for (const auto& [place, year] : request.outcomes)
        result.columns.push_back(compareOutcome(scenarios, result.run(runs - 1), place, year, request.moreIsBetter));
    return result;
}

std::array<Spread, quarterCount> relativeChangesOf(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series)
{
    std::array<Spread, quarterCount> spreads{};
    draws::QuantileScratch<float> scratch;
    std::vector<float> changes(std::min(scenario.draws(), baseline.draws()));
    for (int q = 0; q < quarterCount; ++q) {
        const auto with = scenario.at(series, Quarter{q}), without = baseline.at(series, Quarter{q});
        for (std::size_t i = 0; i < changes.size(); ++i)
            changes[i] = without[i] == 0 ? 0 : (with[i] - without[i]) / std::fabs(without[i]);
        spreads[static_cast<std::size_t>(q)] = draws::spreadOf(std::span<const float>(changes), scratch);
    }
    return spreads;
}

SeriesValues relativeChangesOf(const SeriesValues& scenario, const SeriesValues& baseline)
{
    SeriesValues changes{};
    for (std::size_t q = 0; q < changes.size(); ++q)
        changes[q] = baseline[q] == 0 ? 0 : (scenario[q] - baseline[q]) / std::fabs(baseline[q]);
    return changes;
}

std::optional<Quarter> firstDifference(const Projection& first, const Projection& second)
{
    for (int q = 0; q < quarterCount; ++q)
        for (std::size_t s = 0; s < first.series.size(); ++s)
            if (first.at(s, Quarter{q}) != second.at(s, Quarter{q}))
                return Quarter{q};
    return std::nullopt;
}

} // namespace chokepoint
