// Mixes normal laws around the draws.
#include "audit/LevelBand.h"

#include "numbers/Elementary.h"
#include "numbers/Normal.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::audit {

LevelBand::LevelBand(std::span<const double> levels, bool isOnLogit, double deviation)
    : m_levels(levels.begin(), levels.end()), m_isOnLogit(isOnLogit), m_deviation(deviation)
{
    std::ranges::sort(m_levels);
    for (const double level : m_levels)
        if (!(level > 0))
            ++m_least;
        else if (isOnLogit && level >= 1)
            ++m_most;
        else
            m_scaled.push_back(scaled(level));
}

double LevelBand::scaled(double value) const
{
    return m_isOnLogit ? numbers::elementary::log(value / (1 - value)) : numbers::elementary::log(value);
}

double LevelBand::level(double scaled) const
{
    const double ratio = numbers::elementary::exp(scaled);
    return m_isOnLogit ? ratio / (1 + ratio) : ratio;
}

double LevelBand::partBelow(double scaled) const
{
    double sum = m_least;
    for (const double middle : m_scaled)
        sum += numbers::normalProbability((scaled - middle) / m_deviation);
    return sum / static_cast<double>(m_levels.size());
}

double LevelBand::below(double value) const
{
    const bool isOnScale = value > 0 && !(m_isOnLogit && value >= 1);
    if (m_deviation > 0 && isOnScale)
        return partBelow(scaled(value));
    const auto count = std::ranges::count_if(m_levels, [&](double level) { return level <= value; });
    return static_cast<double>(count) / static_cast<double>(m_levels.size());
}

double LevelBand::quantile(double p) const
{
    const double size = static_cast<double>(m_levels.size());
    if (m_deviation == 0 || m_scaled.empty()) {
        const double rank = p * (size - 1);
        const auto before = static_cast<std::size_t>(rank), after = std::min(before + 1, m_levels.size() - 1);
        return m_levels[before] + (rank - static_cast<double>(before)) * (m_levels[after] - m_levels[before]);
    }
    if (p <= m_least / size)
        return 0;
    if (p >= 1 - m_most / size)
        return 1;
    // a false position between two ends of different sign; the end that stays counts half, so that it comes in from both sides
    const auto [least, most] = std::ranges::minmax(m_scaled);
    constexpr double farOut = 9; // no normal law reaches further
    double low = least - farOut * m_deviation, high = most + farOut * m_deviation;
    double underLow = partBelow(low) - p, underHigh = partBelow(high) - p;
    int last = 0;
    for (int step = 0; step < 200 && high - low > 1e-12; ++step) {
        const double middle = low - underLow * (high - low) / (underHigh - underLow);
        const double here = partBelow(middle) - p;
        if (std::fabs(here) < 1e-13)
            return level(middle);
        if (here < 0) {
            low = middle;
            underLow = here;
            if (last < 0)
                underHigh /= 2;
            last = -1;
        } else {
            high = middle;
            underHigh = here;
            if (last > 0)
                underLow /= 2;
            last = 1;
        }
    }
    return level((low + high) / 2);
}

} // namespace chokepoint::audit
