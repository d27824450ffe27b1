// Which series nobody reports, because what they tell of is smuggled, hoarded or rented out of sight.
#pragma once

#include "model/Rows.h"
#include "model/Variables.h"

#include <array>

namespace chokepoint::model {

inline constexpr std::array<Row<variableTable>, 8> covertSeries{
    "hbm.leak",         "hbm.stock",      "grey.spend",       "compute.grey",
    "compute.add_grey", "offshore.spend", "compute.offshore", "compute.add_offshore",
};

} // namespace chokepoint::model
