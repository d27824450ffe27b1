// Mean and exact quantiles of a sample.
#pragma once

#include "api/Ensemble.h"

#include <span>
#include <vector>

namespace chokepoint::draws {

/// Memory that spreadOf() uses again from call to call; one for each thread.
template <class Value> struct QuantileScratch {
    std::vector<std::uint16_t> bins;
    std::vector<Value> picked;
};

/// Mean (summed in the order given) and quantiles with linear interpolation between neighbours. The sample must not be empty and hold
/// no NaN. About the time of three passes over the sample: values are counted in bins, and only bins that hold a wanted rank are sorted.
template <class Value> Spread spreadOf(std::span<const Value> values, QuantileScratch<Value>& scratch);

extern template Spread spreadOf(std::span<const double>, QuantileScratch<double>&);
extern template Spread spreadOf(std::span<const float>, QuantileScratch<float>&);

} // namespace chokepoint::draws
