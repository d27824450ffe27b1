// Imports: the best chip that may be sold to China, its price and what a dollar of it buys.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::imports {

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    const auto chip = v["frontier.chip_tpp"_id], chipBandwidth = v["frontier.chip_bw"_id];
    const auto allowed = min(chip, inForce["accel.ceiling_tpp"_id]);
    const auto allowedBandwidth = min(chipBandwidth, inForce["accel.ceiling_bw"_id]);
    const auto priceRatio = pow(allowed / chip, p["import.price_tpp"_id]) * pow(allowedBandwidth / chipBandwidth, p["import.price_bw"_id]);
    const auto levyPrice = 1 + in<one>(inForce["accel.levy"_id]) * p["import.levy_passthrough"_id];

    v["import.chip_tpp"_id] = allowed;
    v["import.chip_bw"_id] = allowedBandwidth;
    v["import.levy_price"_id] = levyPrice;
    v["import.tpp_per_usd"_id] = v["frontier.tpp_per_usd"_id] * (allowed / chip) / (priceRatio * levyPrice);
    v["import.bw_per_usd"_id] = v["frontier.bw_per_usd"_id] * (allowedBandwidth / chipBandwidth) / (priceRatio * levyPrice);
}

} // namespace chokepoint::model::imports
