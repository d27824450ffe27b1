// Open models: what the rest of the world uses (tokens) and builds on (new fine-tunes).
#pragma once

#include "model/Step.h"

namespace chokepoint::model::openModels {

/// Utility of each group of models to users outside the United States and China.
template <class T> struct Utilities {
    Number<T> closed, us, china, other;
};

template <class T> Utilities<T> utilities(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& programme = v["open.programme"_id];
    const auto fullProgramme = whole<usdBillion / year, T>(1);
    advance(programme, (min(1, inForce["open.us_support"_id] / fullProgramme) - programme) / p["open.support_delay"_id], dt);

    const auto gap = v["capability.gap"_id];
    const auto brand = p["open.brand_2025"_id] * exp(-p["open.brand_decay"_id] * max(p["open.brand_from"_id], t.since(2025.5)))
                     - p["open.gate_effect"_id] * inForce["open.us_gate"_id];
    const auto lag =
        notNegative(p["open.us_lag_2025"_id] * x["us_open_lag"_id] + p["open.release_lag"_id] * (1 - inForce["open.us_release"_id])
                    - p["open.support_lag_cut"_id] * programme);
    const auto cheap = p["open.price_scale"_id] * p["open.price"_id] * p["open.discount"_id];
    const auto perMonth = p["open.capability"_id];
    const auto floor = p["open.release_floor"_id];
    return {p["open.closed_weight"_id] * perMonth * min(gap, p["open.gap_cap"_id]) + brand,
            cheap - perMonth * lag + x["us_open_head_start"_id] + p["open.support_utility"_id] * programme
                + log(max(floor, inForce["open.us_release"_id])),
            cheap + p["open.trust_china"_id] + p["open.breadth_china"_id] * x["china_breadth"_id]
                + log(max(floor, inForce["open.china_release"_id])) + log(1 - inForce["open.china_barred"_id])
                - p["open.gap_drag"_id] * perMonth * (gap - p["open.gap_reference"_id]),
            cheap + p["open.other"_id]};
}

/// A share moves towards its part of the total weight.
template <class T> void follow(Step<T>& step, Number<T>& share, const Number<T>& part, const Quantity<T, one / year>& speed)
{
    advance(share, speed * (part - share), step.dt);
}

template <class T> void tokens(Step<T>& step, const Utilities<T>& u)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto closed = exp(u.closed), us = exp(u.us), china = exp(u.china), other = exp(u.other);
    const auto perWeight = 1 / (closed + us + china + other);
    const auto speed = p["open.speed_token"_id];
    follow(step, v["open.token_closed"_id], closed * perWeight, speed);
    follow(step, v["open.token_us"_id], us * perWeight, speed);
    follow(step, v["open.token_china"_id], china * perWeight, speed);
    follow(step, v["open.token_other"_id], other * perWeight, speed);
}

/// Fine-tuners choose among open models, and go where others already are.
template <class T> void baseModels(Step<T>& step, const Utilities<T>& u)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto weight = [&](const Number<T>& utility, const Number<T>& share) {
        return p["open.base_weight"_id] * utility
             + p["open.network"_id] * log(p["open.network_scale"_id] * max(p["open.base_floor"_id], share));
    };
    const auto us = exp(weight(u.us, v["open.base_us"_id]) + x["us_base_head_start"_id]);
    const auto atHome = u.china - p["open.trust_local"_id] * p["open.trust_china"_id]; // weights that users run themselves need less trust
    const auto china = exp(weight(atHome, v["open.base_china"_id]));
    const auto other = exp(weight(u.other, v["open.base_other"_id]));
    const auto perWeight = 1 / (us + china + other);
    const auto speed = p["open.speed_base"_id];
    follow(step, v["open.base_us"_id], us * perWeight, speed);
    follow(step, v["open.base_china"_id], china * perWeight, speed);
    follow(step, v["open.base_other"_id], other * perWeight, speed);
}

template <class T> void flows(Step<T>& step)
{
    const auto u = utilities(step);
    tokens(step, u);
    baseModels(step, u);

    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto weight = p["open.token_weight"_id];
    v["open.influence_us"_id] = weight * (v["open.token_closed"_id] + v["open.token_us"_id]) + (1 - weight) * v["open.base_us"_id];
    v["open.influence_china"_id] = weight * v["open.token_china"_id] + (1 - weight) * v["open.base_china"_id];
}

} // namespace chokepoint::model::openModels
