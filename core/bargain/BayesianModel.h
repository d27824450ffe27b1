// Estimates which of several readings of the other side's wishes its offers fit.
#pragma once

#include "bargain/ListedPayoffs.h"

#include <vector>

namespace chokepoint::bargain {

/// A reading is the likelier the nearer its worths of the offers lie to a line of concession, from 0.95 at the beginning to 0.5 at the
/// end, of the span of its worths. At first all are as likely.
class BayesianModel {
public:
    explicit BayesianModel(std::vector<std::shared_ptr<const WorthList>> readings);

    void hear(std::size_t package, double time);
    double estimate(std::size_t package) const;
    double worthBy(std::size_t reading, std::size_t package) const { return (*m_readings[reading])[package]; }
    const std::vector<double>& chances() const { return m_chances; } ///< by reading; they add up to 1

private:
    std::vector<std::shared_ptr<const WorthList>> m_readings;
    std::vector<double> m_least, m_span, m_chances;
};

} // namespace chokepoint::bargain
