// Capability: the months by which the best Chinese model trails the best American one.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::capability {

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto talent = log((v["talent.us"_id] / p["talent.us_reference"_id]) / (v["talent.china"_id] / p["talent.china_reference"_id]));
    const auto people = p["capability.talent_effect"_id] * p["capability.talent_scale"_id] * talent;
    const auto doublings = log(v["compute.lead"_id] / p["capability.lead_2025"_id]) / ln2<T>();
    const auto aim =
        notNegative(p["capability.gap_2025"_id] + x["gap_history"_id] + p["capability.compute_effect"_id] * doublings + people);
    auto& gap = v["capability.gap"_id];
    advance(gap, (aim - gap) * p["capability.speed"_id], dt);
}

} // namespace chokepoint::model::capability
