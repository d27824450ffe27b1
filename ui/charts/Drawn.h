// Values of the core as the plotting library takes them.
#pragma once

#include <QVector>

#include <cstddef>
#include <vector>

namespace chokepoint::ui {

/// From place `first` on.
inline QVector<double> drawn(const std::vector<double>& values, std::size_t first = 0)
{
    return QVector<double>(values.begin() + static_cast<std::ptrdiff_t>(first), values.end());
}

} // namespace chokepoint::ui
