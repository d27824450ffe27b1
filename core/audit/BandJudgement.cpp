// Counts, and holds counts against what chance would give.
#include "audit/BandJudgement.h"

#include "audit/Coverage.h"
#include "numbers/Normal.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace chokepoint::audit {
namespace {

constexpr double judgedPart = 0.8;       // of the band that charts draw
constexpr double fewCases = 0.05;
constexpr double chanceOfBin = 0.9;      // with which a bin lies in what chance gives

void count(BandCounts& counts, const BacktestRow& row)
{
    ++counts.all;
    counts.in50 += row.isIn50;
    counts.in80 += row.isIn80;
    counts.in90 += row.isIn90;
    counts.runsHold50 += row.runsHold50;
    counts.runsHold80 += row.runsHold80;
    counts.runsHold90 += row.runsHold90;
}

std::size_t binOf(const BacktestRow& row, std::size_t bins)
{
    const auto bin = static_cast<std::size_t>(row.below * static_cast<double>(bins));
    return std::min(bin, bins - 1); // a figure above all of the band is in the last
}

} // namespace

BandCounts countsOf(std::span<const BacktestRow> rows)
{
    BandCounts counts;
    for (const auto& row : rows)
        count(counts, row);
    return counts;
}

std::vector<ClassCoverage> coverageByClass(std::span<const BacktestRow> rows)
{
    std::map<std::size_t, BandCounts> byClass;
    BandCounts differences;
    for (const auto& row : rows)
        count(row.discrepancy ? byClass[*row.discrepancy] : differences, row);
    std::vector<ClassCoverage> result;
    for (const auto& [discrepancy, counts] : byClass)
        result.push_back({discrepancy, counts});
    if (differences.all > 0)
        result.push_back({std::nullopt, differences});
    return result;
}

BandVerdict verdictOn(std::span<const BacktestRow> rows)
{
    BandVerdict verdict;
    std::map<std::size_t, double> surplus; // by series: what is held less what should be
    for (const auto& row : rows) {
        surplus[row.series] += (row.isIn80 ? 1 : 0) - judgedPart;
        verdict.held += row.isIn80;
    }
    verdict.all = rows.size();
    verdict.series = surplus.size();
    verdict.expected = judgedPart * static_cast<double>(verdict.all);
    if (verdict.series < fewestSeriesForVerdict)
        return verdict;
    double clustered = 0;
    for (const auto& [series, more] : surplus)
        clustered += more * more;
    const double independent = verdict.expected * (1 - judgedPart);
    const double off = static_cast<double>(verdict.held) - verdict.expected;
    const double distance = std::max(0.0, std::fabs(off) - 0.5) / std::sqrt(std::max(clustered, independent));
    verdict.chance = 2 * numbers::normalProbability(-distance);
    verdict.width = verdict.chance >= fewCases ? BandWidth::Right : off < 0 ? BandWidth::TooNarrow : BandWidth::TooWide;
    return verdict;
}

BandHistogram histogramOf(std::span<const BacktestRow> rows)
{
    BandHistogram histogram;
    const auto bins = histogram.counts.size();
    const double all = static_cast<double>(rows.size()), part = 1 / static_cast<double>(bins);
    std::map<std::size_t, std::array<double, std::tuple_size_v<decltype(histogram.counts)>>> surplus; // by series and bin
    for (const auto& row : rows) {
        ++histogram.counts[binOf(row, bins)];
        auto& own = surplus[row.series];
        for (std::size_t bin = 0; bin < bins; ++bin)
            own[bin] += (bin == binOf(row, bins) ? 1 : 0) - part;
    }
    double clustered = 0; // over all bins, for one alone holds too few figures
    for (const auto& [series, own] : surplus)
        for (const double more : own)
            clustered += more * more;
    const double variance = std::max(clustered * part, all * part * (1 - part));
    const double reach = numbers::normalQuantile((1 + chanceOfBin) / 2) * std::sqrt(variance);
    histogram.expected = all * part;
    histogram.low = std::max(0.0, histogram.expected - reach);
    histogram.high = std::min(all, histogram.expected + reach);
    return histogram;
}

std::vector<LeftOutSeries> leaveOneOut(std::span<const BacktestRow> rows)
{
    std::set<std::size_t> series;
    for (const auto& row : rows)
        series.insert(row.series);
    std::vector<LeftOutSeries> result;
    if (series.size() < 2)
        return result;
    const auto part = [](const BandCounts& counts) { return static_cast<double>(counts.in80) / static_cast<double>(counts.all); };
    const double whole = part(countsOf(rows));
    for (const auto left : series) {
        std::vector<BacktestRow> rest;
        std::ranges::copy_if(rows, std::back_inserter(rest), [&](const BacktestRow& row) { return row.series != left; });
        result.push_back({left, countsOf(rest), verdictOn(rest)});
    }
    std::ranges::stable_sort(result, {}, [&](const LeftOutSeries& left) { return -std::fabs(part(left.rest) - whole); });
    return result;
}

void judge(Backtest& backtest)
{
    backtest.series = coverageBySeries(backtest.rows);
    backtest.counts = countsOf(backtest.rows);
    backtest.classes = coverageByClass(backtest.rows);
    backtest.verdict = verdictOn(backtest.rows);
    backtest.histogram = histogramOf(backtest.rows);
    backtest.leftOut = leaveOneOut(backtest.rows);
}

} // namespace chokepoint::audit
