// What the answers to a claim say, from the answers and the draws behind them, apart from the model.
#pragma once

#include "api/Attribution.h"
#include "api/Claims.h"

#include <cstddef>
#include <span>
#include <vector>

namespace chokepoint::why {

/// The ends and the middle of the interval that holds 8 answers in 10.
struct EightInTen {
    double low = 0, middle = 0, high = 0; ///< the 10, 50 and 90 per cent quantiles
};

/// `answers`: at least one.
EightInTen eightInTen(std::span<const double> answers);

/// Whether no answer has the other sign; answers that are all zero have none. `answers`: at least one.
OneSign oneSignOf(std::span<const double> answers);

/// The players of an attribution by the size of their share of its first series in a period, without zeros; of equal ones the order stays.
std::vector<DecidingMeasure> decidingMeasures(const Attribution& attribution, Period at);

/// An input that explains less of the variance of the answers is not named.
inline constexpr double leastExplained = 0.01;

/// The inputs that explain how the answers vary, in their turn. `columns`: for each of `parameters` (places in Catalogue::parameters) its
/// values by draw.
std::vector<DecidingInput> decidingInputs(const std::vector<std::size_t>& parameters, std::span<const std::vector<double>> columns,
                                          const std::vector<double>& answers);

} // namespace chokepoint::why
