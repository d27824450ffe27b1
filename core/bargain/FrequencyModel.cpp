// The frequency model of an opponent.
#include "bargain/FrequencyModel.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

constexpr double firstRaise = 0.1;   ///< of the weight of an issue that an offer at the beginning leaves unchanged
constexpr double partOfCounts = 0.1; ///< of the value of a level; the rest is the guess

} // namespace

FrequencyModel::FrequencyModel(const Domain& domain, Side theirs)
    : m_weights(domain.issues.size(), 1 / static_cast<double>(domain.issues.size()))
{
    for (const auto& issue : domain.issues) {
        const bool theyGive = issue.mover == (theirs == Side::US ? Mover::US : Mover::China);
        const auto last = issue.levels.size() - 1; // levels stand from what gives most to what gives least
        auto& guess = m_guess.emplace_back();
        for (std::size_t l = 0; l <= last; ++l)
            guess.push_back(static_cast<double>(theyGive ? l : last - l) / static_cast<double>(std::max<std::size_t>(last, 1)));
        m_counts.emplace_back(issue.levels.size());
        m_values.push_back(guess);
    }
}

void FrequencyModel::hear(const Package& theirs, double time)
{
    double sum = 0;
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        if (m_last && m_last->levels[i] == theirs.levels[i])
            m_weights[i] += firstRaise * (1 - time);
        sum += m_weights[i];
        ++m_counts[i][theirs.levels[i]];
        valueLevels(i);
    }
    for (auto& weight : m_weights)
        weight /= sum;
    m_last = theirs;
}

void FrequencyModel::valueLevels(std::size_t issue)
{
    const double largest = std::ranges::max(m_counts[issue]);
    for (std::size_t l = 0; l < m_counts[issue].size(); ++l)
        m_values[issue][l] = (1 - partOfCounts) * m_guess[issue][l] + partOfCounts * m_counts[issue][l] / largest;
}

double FrequencyModel::estimate(const Package& package) const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_weights.size(); ++i)
        sum += points(i, package.levels[i]);
    return sum;
}

} // namespace chokepoint::bargain
