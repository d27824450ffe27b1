// The Bayesian model of an opponent.
#include "bargain/BayesianModel.h"

#include "numbers/Elementary.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

constexpr double firstClaim = 0.95, lastClaim = 0.5; ///< of the span: what an offer is assumed to be worth to who makes it
constexpr double width = 0.15;                       ///< standard deviation of an offer around that line
constexpr double leastChance = 1e-6;                 ///< no reading is ever ruled out

} // namespace

BayesianModel::BayesianModel(std::vector<std::shared_ptr<const WorthList>> readings)
    : m_readings(std::move(readings)), m_chances(m_readings.size(), 1 / static_cast<double>(m_readings.size()))
{
    for (const auto& reading : m_readings) {
        const auto [least, most] = std::ranges::minmax(*reading);
        m_least.push_back(least);
        m_span.push_back(most > least ? most - least : 1);
    }
}

void BayesianModel::hear(std::size_t package, double time)
{
    const double claim = firstClaim + (lastClaim - firstClaim) * time;
    double sum = 0;
    for (std::size_t r = 0; r < m_readings.size(); ++r) {
        const double off = ((*m_readings[r])[package] - m_least[r]) / m_span[r] - claim;
        m_chances[r] = std::max(leastChance, m_chances[r] * numbers::elementary::exp(-off * off / (2 * width * width)));
        sum += m_chances[r];
    }
    for (auto& chance : m_chances)
        chance /= sum;
}

double BayesianModel::estimate(std::size_t package) const
{
    double sum = 0;
    for (std::size_t r = 0; r < m_readings.size(); ++r)
        sum += m_chances[r] * (*m_readings[r])[package];
    return sum;
}

} // namespace chokepoint::bargain
