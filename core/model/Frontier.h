// Frontier: what a dollar buys from the leading vendors, the newest chip, and the research that sets the pace.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::frontier {

/// Arithmetic and bandwidth of the newest chip, as logarithms, H100 = 1 in mid-2023.
template <class T> struct NewestChip {
    Number<T> arithmetic, bandwidth;
};

template <class T> NewestChip<T> newestChip(const Step<T>& step)
{
    const auto arithmetic = yearlyLog(step.p["frontier.chip_growth"_id]) * step.t.since(2023.5);
    return {arithmetic, step.p["frontier.chip_bw_ratio"_id] * arithmetic};
}

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    v["frontier.tpp_per_usd"_id] = level(v["frontier.tpp_ln"_id]);
    v["frontier.bw_per_usd"_id] = level(v["frontier.bw_ln"_id]);

    const auto chip = newestChip(step);
    v["frontier.chip_tpp"_id] = exp(chip.arithmetic);
    v["frontier.chip_bw"_id] = exp(chip.bandwidth);

    // smuggling and renting are limited in chips, and chips get better
    auto& in2025 = v["frontier.tpp_ln_2025"_id];
    remember(in2025, t.before(2025.5, [&] { return v["frontier.tpp_ln"_id]; }, [&] { return in2025; }));
    v["frontier.better"_id] = exp(v["frontier.tpp_ln"_id] - in2025);
}

/// Lost sales cut research, and research the pace of the frontier.
template <class T> void close(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto allied = v["revenue.allied_accelerators"_id];
    const auto potential = allied + v["revenue.lost"_id];
    auto& ratio = v["frontier.revenue_ratio"_id];
    advance(ratio, (allied / potential - ratio) / p["frontier.research_lag"_id], dt);
    const auto pace = pow(ratio, p["frontier.research_elasticity"_id]);
    advance(v["frontier.tpp_ln"_id], yearlyLog(p["frontier.tpp_growth"_id]) * pace, dt);
    advance(v["frontier.bw_ln"_id], yearlyLog(p["frontier.bw_growth"_id]) * pace, dt);
}

} // namespace chokepoint::model::frontier
