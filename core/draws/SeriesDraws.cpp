// What samples say: spreads of differences, histograms and odds.
#include "api/SeriesDraws.h"

#include "draws/Quantiles.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {
namespace {

Spread spreadOfAll(const std::vector<float>& values)
{
    draws::QuantileScratch<float> scratch;
    return draws::spreadOf(std::span<const float>(values), scratch);
}

Histogram counted(std::span<const float> values, double low, double high, std::size_t bars)
{
    Histogram result{low, high, {}};
    if (low == high) {
        result.counts = {values.size()};
        return result;
    }
    result.counts.assign(bars, 0);
    const double scale = static_cast<double>(bars) / (high - low);
    for (const float value : values)
        ++result.counts[std::min(static_cast<std::size_t>((value - low) * scale), bars - 1)];
    return result;
}

} // namespace

SeriesDraws::SeriesDraws(std::vector<std::size_t> series, std::size_t draws, std::vector<std::shared_ptr<const Part>> parts)
    : m_series(std::move(series)), m_draws(draws), m_parts(std::move(parts))
{}

bool SeriesDraws::has(std::size_t series) const { return m_draws > 0 && std::ranges::find(m_series, series) != m_series.end(); }

std::size_t SeriesDraws::place(std::size_t series) const
{
    return static_cast<std::size_t>(std::ranges::find(m_series, series) - m_series.begin());
}

std::span<const float> SeriesDraws::at(std::size_t series, Quarter quarter) const
{
    const auto part = std::ranges::find_if(m_parts, [&](const auto& p) { return quarter.index < p->end; });
    const auto& p = **part;
    const auto row = place(series) * static_cast<std::size_t>(p.end - p.first) + static_cast<std::size_t>(quarter.index - p.first);
    return std::span(p.values).subspan(row * p.stride, m_draws);
}

std::vector<float> SeriesDraws::annualMeans(std::size_t series, int year) const
{
    const int first = (year - firstYear) * 4;
    const auto a = at(series, Quarter{first}), b = at(series, Quarter{first + 1}), c = at(series, Quarter{first + 2}),
               d = at(series, Quarter{first + 3});
    std::vector<float> means(m_draws);
    for (std::size_t i = 0; i < m_draws; ++i)
        means[i] = static_cast<float>((double(a[i]) + double(b[i]) + double(c[i]) + double(d[i])) / 4);
    return means;
}

std::vector<float> SeriesDraws::in(std::size_t series, Period period) const
{
    if (period.isYear())
        return annualMeans(series, period.year());
    const auto values = at(series, period.last());
    return {values.begin(), values.end()};
}

Certainty certaintyOf(const ChangeSpread& spread, double change)
{
    constexpr std::size_t tenth = quantilePlace(0.1), ninetieth = quantilePlace(0.9);
    if (change == 0 && spread.up == 0 && spread.down == 0)
        return Certainty::Firm; // nothing is claimed, and no run says otherwise
    const int agreeing = wholePercent(change > 0 ? spread.up : change < 0 ? spread.down : std::max(spread.up, spread.down));
    if (agreeing < probableAgreement)
        return Certainty::Unclear;
    const auto crossesZero = [](const Spread& s) { return s.quantiles[tenth] < 0 && s.quantiles[ninetieth] > 0; };
    const bool isFirm = agreeing >= firmAgreement && !crossesZero(spread.difference) && !crossesZero(spread.relative);
    return isFirm ? Certainty::Firm : Certainty::Probable;
}

Certainty ChangeSpread::certainty() const { return certaintyOf(*this, up - down); }

ChangeSpread changeSpread(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, int year)
{
    auto with = scenario.annualMeans(series, year), without = baseline.annualMeans(series, year);
    ChangeSpread result;
    result.draws = std::min(with.size(), without.size());
    with.resize(result.draws);
    std::vector<float> relative(result.draws);
    std::size_t up = 0, down = 0;
    for (std::size_t i = 0; i < result.draws; ++i) {
        with[i] -= without[i];
        up += with[i] > 0;
        down += with[i] < 0;
        relative[i] = without[i] == 0 ? 0 : with[i] / std::fabs(without[i]);
    }
    const auto all = static_cast<double>(result.draws);
    result.difference = spreadOfAll(with);
    result.relative = spreadOfAll(relative);
    result.up = static_cast<double>(up) / all;
    result.down = static_cast<double>(down) / all;
    return result;
}

Spread spreadAt(const SeriesDraws& samples, std::size_t series, Period period) { return spreadOfAll(samples.in(series, period)); }

Spread differenceAt(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, Quarter quarter)
{
    const auto a = scenario.at(series, quarter), b = baseline.at(series, quarter);
    std::vector<float> difference(std::min(a.size(), b.size()));
    for (std::size_t i = 0; i < difference.size(); ++i)
        difference[i] = a[i] - b[i];
    return spreadOfAll(difference);
}

std::pair<Histogram, Histogram> histogramsAt(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, Period period,
                                             std::size_t bars)
{
    const auto with = scenario.in(series, period), without = baseline.in(series, period);
    const auto [low, high] = std::ranges::minmax(with);
    const auto [lowBefore, highBefore] = std::ranges::minmax(without);
    const double first = std::min(low, lowBefore), last = std::max(high, highBefore);
    return {counted(with, first, last, bars), counted(without, first, last, bars)};
}

double oddsOfReaching(const SeriesDraws& samples, std::size_t series, double threshold, bool above, Quarter from, Quarter by)
{
    std::vector<bool> reached(samples.draws());
    const auto limit = static_cast<float>(threshold);
    for (int q = from.index; q <= by.index; ++q) {
        const auto values = samples.at(series, Quarter{q});
        for (std::size_t i = 0; i < values.size(); ++i)
            if (above ? values[i] >= limit : values[i] <= limit)
                reached[i] = true;
    }
    return static_cast<double>(std::ranges::count(reached, true)) / static_cast<double>(samples.draws());
}

std::vector<double> sharesOfCodes(const SeriesDraws& samples, std::size_t series, Quarter quarter, std::size_t codes)
{
    std::vector<double> shares(codes);
    for (const float value : samples.at(series, quarter))
        shares[std::min(static_cast<std::size_t>(value), codes - 1)] += 1;
    for (auto& share : shares)
        share /= static_cast<double>(samples.draws());
    return shares;
}

} // namespace chokepoint
