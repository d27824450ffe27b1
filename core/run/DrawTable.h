// The parameters of many draws in columns, so that neighbouring draws can be read side by side.
#pragma once

#include "run/Simulation.h"

#include <cstddef>
#include <vector>

namespace chokepoint::run {

/// Parameters by row of model::parameterTable. A row that is the same in all draws has no column.
class DrawTable {
public:
    /// `draws` draws of the central values. The columns of `varying` rows are to be filled.
    DrawTable(std::size_t draws, const ParameterValues<double>& central, const std::vector<std::size_t>& varying);

    std::size_t size() const { return m_draws; }
    /// The number of draws rounded up to a whole number of the widest batches; the last draw fills the rest.
    std::size_t padded() const { return m_padded; }

    const ParameterValues<double>& central() const { return m_central; }
    /// padded() values of one row, or null where all draws have the central value.
    const double* column(std::size_t row) const { return m_places[row] == none ? nullptr : &m_values[m_places[row] * m_padded]; }

    void set(std::size_t row, std::size_t draw, double value);
    /// All parameters of one draw.
    ParameterValues<double> draw(std::size_t index) const;

    static constexpr std::size_t widest = 32; ///< columns are padded to a multiple of this

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t m_draws, m_padded;
    ParameterValues<double> m_central;
    std::vector<std::size_t> m_places; ///< by row: number of its column
    std::vector<double> m_values;
};

} // namespace chokepoint::run
