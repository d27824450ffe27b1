// The frequency model of an opponent.
#include "bargain/FrequencyModel.h"

#include "numbers/Elementary.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

constexpr double firstRaise = 0.1;   ///< of the weight of an issue that an offer at the beginning leaves unchanged
constexpr double partOfCounts = 0.1; ///< of the value of a level; the rest is the guess
constexpr double choiceRate = 1;     ///< of the logarithm of a weight, by value of the level from 0 to 1

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
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        if (m_last && m_last->levels[i] == theirs.levels[i])
            m_weights[i] += firstRaise * (1 - time);
        ++m_counts[i][theirs.levels[i]];
        valueLevels(i);
    }
    scaleWeights();
    m_last = theirs;
}

/// A step of exponentiated gradient (Kivinen and Warmuth 1997) up the likelihood of the choice, which is logistic in the estimates.
void FrequencyModel::hearChoice(const Package& taken, const std::vector<Package>& left)
{
    const double best = estimate(taken);
    double all = 1;
    std::vector<double> expected(m_weights.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = m_values[i][taken.levels[i]];
    for (const auto& package : left) {
        const double odds = numbers::elementary::exp((estimate(package) - best) / spreadOfChoice);
        all += odds;
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] += odds * m_values[i][package.levels[i]];
    }
    for (std::size_t i = 0; i < expected.size(); ++i)
        m_weights[i] *= numbers::elementary::exp(choiceRate * (m_values[i][taken.levels[i]] - expected[i] / all));
    scaleWeights();
}

void FrequencyModel::scaleWeights()
{
    double sum = 0;
    for (const double weight : m_weights)
        sum += weight;
    for (auto& weight : m_weights)
        weight /= sum;
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
