// Spending on AI accelerators and their systems outside China, and the squeeze on minerals under it.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::spending {

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& base = v["world.base"_id];
    base = t.before(2026.5, [&] { return x["world_spend"_id]; }, [&] {
        const auto longRun = p["world.growth_long"_id];
        const auto growth = longRun + (p["world.growth_2027"_id] - longRun) * remaining(p["world.growth_decay"_id], t.since(2027.0));
        return base * (1 + dt * growth * (1 - base / p["world.ceiling"_id])); // power, plants and returns set a ceiling
    });

    const auto lossAt = [&](const Levers<T>& supply) {
        return p["minerals.rare_earth_effect"_id] * (1 - supply["minerals.supply"_id])
             + p["minerals.gallium_effect"_id] * (1 - supply["minerals.gallium"_id]);
    };
    auto& squeeze = v["minerals.squeeze"_id];
    auto& squeezeThen = v["minerals.squeeze_then"_id];
    advance(squeeze, (lossAt(inForce) - squeeze) / p["minerals.buffer"_id], dt);
    advance(squeezeThen, (lossAt(recorded) - squeezeThen) / p["minerals.buffer"_id], dt);

    v["world.spend"_id] = base * (1 - squeeze) / (1 - squeezeThen); // the data already hold the recorded squeeze
    const auto weight = p["minerals.rare_earth_weight"_id];
    v["minerals.supply_index"_id] = weight * inForce["minerals.supply"_id] + (1 - weight) * inForce["minerals.gallium"_id];
}

} // namespace chokepoint::model::spending
