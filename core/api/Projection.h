// The result of one run: every series in every quarter. Immutable once made.
#pragma once

#include "api/Quarter.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint {

/// Values of one series over the quarters, in the unit of series.csv.
using SeriesValues = std::array<double, quarterCount>;

/// Mean of the four quarters of a year (firstYear to lastYear).
constexpr double annualMean(const SeriesValues& values, int year)
{
    const auto q = static_cast<std::size_t>(year - firstYear) * 4;
    return (values[q] + values[q + 1] + values[q + 2] + values[q + 3]) / 4;
}

struct Projection {
    std::vector<SeriesValues> series; ///< in the order of Catalogue::series

    double at(std::size_t row, Quarter quarter) const { return series[row][static_cast<std::size_t>(quarter.index)]; }

    /// Mean of the four quarters of a year (firstYear to lastYear).
    double annualMean(std::size_t row, int year) const { return chokepoint::annualMean(series[row], year); }
};

/// The same in fifty digits, as decimal text; for the audit.
struct DecimalProjection {
    std::vector<std::array<std::string, quarterCount>> series; ///< 40 significant digits
    Projection rounded;                                        ///< nearest doubles
};

/// Codes of the series accel.binding.
enum class BindingInput { Logic, Hbm, Packaging, Demand };

} // namespace chokepoint
