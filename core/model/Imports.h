// Imports: the best chip that may be sold to China, its price, what a dollar of it buys and how it appeals.
#pragma once

#include "model/Frontier.h"
#include "model/Step.h"

namespace chokepoint::model::imports {

/// The best chip that some levers let be sold: what a dollar of it buys relative to the frontier, as logarithms, and its appeal to a buyer.
template <class T> struct Offer {
    Number<T> arithmetic, bandwidth, appeal;
};

template <class T> Offer<T> offer(const Step<T>& step, const Levers<T>& levers)
{
    const auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto none = whole<one, T>(0);
    const auto newest = frontier::newestChip(step);
    const auto arithmetic = min(none, log(levers["accel.ceiling_tpp"_id]) - newest.arithmetic);
    const auto bandwidth = min(none, log(levers["accel.ceiling_bw"_id]) - newest.bandwidth);
    const auto levy = log(1 + in<one>(levers["accel.levy"_id]) * p["import.levy_passthrough"_id]);
    const auto price = p["import.price_tpp"_id] * arithmetic + p["import.price_bw"_id] * bandwidth + levy;
    const auto weight = p["demand.bandwidth_weight"_id];
    const auto value = (1 - weight) * arithmetic + weight * bandwidth - price;
    return {arithmetic - price, bandwidth - price, exp(p["demand.sigma"_id] * value)};
}

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto best = offer(step, inForce);
    v["import.appeal"_id] = best.appeal;
    v["import.appeal_then"_id] = offer(step, recorded).appeal;
    v["import.chip_tpp"_id] = min(v["frontier.chip_tpp"_id], inForce["accel.ceiling_tpp"_id]);
    v["import.chip_bw"_id] = min(v["frontier.chip_bw"_id], inForce["accel.ceiling_bw"_id]);
    v["import.levy_price"_id] = 1 + in<one>(inForce["accel.levy"_id]) * p["import.levy_passthrough"_id];
    v["import.tpp_per_usd"_id] = v["frontier.tpp_per_usd"_id] * exp(best.arithmetic);
    v["import.bw_per_usd"_id] = v["frontier.bw_per_usd"_id] * exp(best.bandwidth);
}

} // namespace chokepoint::model::imports
