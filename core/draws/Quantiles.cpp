// Selection by counting: exact order statistics without sorting the sample.
#include "draws/Quantiles.h"

#include <algorithm>
#include <array>
#include <limits>

namespace chokepoint::draws {
namespace {

constexpr std::size_t binCount = 2048;
constexpr std::size_t fewValues = 256; ///< at most so many are simply sorted

/// The ranks below and above each quantile.
struct Rank {
    std::size_t below, above;
    double fraction;
};

std::array<Rank, quantileLevels.size()> ranksOf(std::size_t count)
{
    std::array<Rank, quantileLevels.size()> ranks{};
    for (std::size_t k = 0; k < ranks.size(); ++k) {
        const double place = quantileLevels[k] * static_cast<double>(count - 1);
        const auto below = static_cast<std::size_t>(place);
        ranks[k] = {below, std::min(below + 1, count - 1), place - static_cast<double>(below)};
    }
    return ranks;
}

/// The values in the bins that hold a wanted rank, sorted, and for each bin how far a rank is from its place among them.
template <class Value> class PickedBins {
public:
    /// `scratch.bins` holds the bin of every value.
    PickedBins(std::span<const Value> values, const std::array<std::uint32_t, binCount>& counts,
               const std::array<Rank, quantileLevels.size()>& ranks, QuantileScratch<Value>& scratch)
        : m_scratch(scratch)
    {
        std::array<std::uint32_t, binCount> firstRank;
        std::uint32_t sum = 0;
        for (std::size_t b = 0; b < binCount; ++b) {
            firstRank[b] = sum;
            sum += counts[b];
        }
        const auto binOf = [&](std::size_t rank) {
            return static_cast<std::size_t>(std::ranges::upper_bound(firstRank, rank) - firstRank.begin()) - 1;
        };
        m_place.fill(none);
        std::uint32_t picked = 0;
        for (const auto& rank : ranks)
            for (const auto wanted : {rank.below, rank.above}) {
                const auto bin = binOf(wanted);
                if (m_place[bin] != none)
                    continue;
                m_place[bin] = picked;
                m_wanted[m_bins++] = {firstRank[bin], picked, counts[bin]};
                picked += counts[bin];
            }
        if (scratch.picked.size() < picked)
            scratch.picked.resize(picked);
        auto next = m_place;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (auto& place = next[scratch.bins[i]]; place != none)
                scratch.picked[place++] = values[i];
        for (std::size_t w = 0; w < m_bins; ++w)
            std::sort(scratch.picked.begin() + m_wanted[w].place, scratch.picked.begin() + m_wanted[w].place + m_wanted[w].count);
    }

    double at(std::size_t rank) const
    {
        for (std::size_t w = 0; w < m_bins; ++w)
            if (const auto& bin = m_wanted[w]; rank >= bin.firstRank && rank < bin.firstRank + bin.count)
                return static_cast<double>(m_scratch.picked[bin.place + (rank - bin.firstRank)]);
        return 0; // not reached: every wanted rank lies in a picked bin
    }

private:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    struct Bin {
        std::uint32_t firstRank, place, count;
    };
    QuantileScratch<Value>& m_scratch;
    std::array<std::uint32_t, binCount> m_place;
    std::array<Bin, 2 * quantileLevels.size()> m_wanted{};
    std::size_t m_bins = 0;
};

template <class At> void interpolate(Spread& spread, const std::array<Rank, quantileLevels.size()>& ranks, const At& at)
{
    for (std::size_t k = 0; k < ranks.size(); ++k) {
        const double below = at(ranks[k].below);
        spread.quantiles[k] = below + ranks[k].fraction * (at(ranks[k].above) - below);
    }
}

} // namespace

template <class Value> Spread spreadOf(std::span<const Value> values, QuantileScratch<Value>& scratch)
{
    Spread spread;
    double sum = 0;
    Value low = values[0], high = values[0];
    for (const Value value : values) {
        sum += static_cast<double>(value);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    spread.mean = sum / static_cast<double>(values.size());
    const auto ranks = ranksOf(values.size());
    if (low == high) {
        spread.quantiles.fill(static_cast<double>(low));
        return spread;
    }
    const Value scale = static_cast<Value>(binCount) / (high - low);
    if (values.size() <= fewValues || !(scale < std::numeric_limits<Value>::max())) {
        scratch.picked.assign(values.begin(), values.end());
        std::ranges::sort(scratch.picked);
        interpolate(spread, ranks, [&](std::size_t rank) { return static_cast<double>(scratch.picked[rank]); });
        return spread;
    }
    // rounding is monotone, so a larger value never falls into a lower bin
    scratch.bins.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        scratch.bins[i] = static_cast<std::uint16_t>(
            std::min(static_cast<std::int32_t>((values[i] - low) * scale), static_cast<std::int32_t>(binCount - 1)));
    std::array<std::uint32_t, binCount> counts{};
    for (const auto bin : scratch.bins)
        ++counts[bin];
    const PickedBins<Value> picked(values, counts, ranks, scratch);
    interpolate(spread, ranks, [&](std::size_t rank) { return picked.at(rank); });
    return spread;
}

template Spread spreadOf(std::span<const double>, QuantileScratch<double>&);
template Spread spreadOf(std::span<const float>, QuantileScratch<float>&);

} // namespace chokepoint::draws
