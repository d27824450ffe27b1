// Columns of drawn parameters.
#include "run/DrawTable.h"

#include <algorithm>

namespace chokepoint::run {

DrawTable::DrawTable(std::size_t draws, const ParameterValues<double>& central, const std::vector<std::size_t>& varying)
    : m_draws(draws), m_padded((draws + widest - 1) / widest * widest), m_central(central), m_places(central.size(), none)
{
    std::size_t columns = 0;
    for (const auto row : varying)
        m_places[row] = columns++;
    m_values.resize(columns * m_padded);
    for (const auto row : varying)
        std::fill_n(m_values.begin() + static_cast<std::ptrdiff_t>(m_places[row] * m_padded), m_padded, central[row]);
}

void DrawTable::set(std::size_t row, std::size_t draw, double value)
{
    const auto column = m_values.begin() + static_cast<std::ptrdiff_t>(m_places[row] * m_padded);
    column[static_cast<std::ptrdiff_t>(draw)] = value;
    if (draw + 1 == m_draws)
        std::fill(column + static_cast<std::ptrdiff_t>(m_draws), column + static_cast<std::ptrdiff_t>(m_padded), value);
}

ParameterValues<double> DrawTable::draw(std::size_t index) const
{
    auto values = m_central;
    for (std::size_t row = 0; row < values.size(); ++row)
        if (m_places[row] != none)
            values[row] = m_values[m_places[row] * m_padded + index];
    return values;
}

} // namespace chokepoint::run
