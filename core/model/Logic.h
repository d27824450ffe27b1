// Logic: good dies from Chinese fabs and from the bank of foreign-made ones, and the wafers of the next quarter.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::logic {

/// A yield that closes the gap to its cap with cumulative output, which is counted in that of the reference.
template <class T>
Number<T> learnedYield(const Number<T>& cap, const Number<T>& atReference, const Number<T>& experience, const Number<T>& learning)
{
    return cap - (cap - atReference) * pow(experience, -learning);
}

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto good = learnedYield<T>(p["logic.yield_cap"_id], p["logic.yield_2024"_id],
                                      v["logic.experience"_id] / p["logic.experience_reference"_id], p["logic.learning"_id]);
    v["logic.yield"_id] = max(p["logic.yield_floor"_id], good);

    // fabs slow when more than a year of dies lies unused
    const auto cover = (p["logic.run_cover"_id] - v["logic.cover"_id]) / whole<year, T>(1);
    v["logic.run"_id] = t.before(2026.5, [&] { return whole<one, T>(1); }, [&] { return min(1, max(p["logic.run_floor"_id], cover)); });

    const auto wafersAYear = v["logic.wafers"_id] * monthsPerYear<T>();
    const auto started =
        in<millionDies / year>(wafersAYear * v["tools.uptime"_id] * p["logic.gross_dies"_id] * v["logic.yield"_id] * v["logic.run"_id]);
    auto& pipeline = v["logic.pipeline"_id];
    advance(pipeline, (started - pipeline) / p["logic.lag"_id], dt);

    const auto obtainable = inForce["foundry.dies"_id];
    v["logic.foreign"_id] = t.before(2026.5, [&] { return obtainable * x["foundry_history"_id]; }, [&] { return obtainable; });
    v["logic.released"_id] = v["logic.bank"_id] / p["logic.bank_release"_id];
    v["logic.dies"_id] = pipeline + v["logic.released"_id] + inForce["logic.extra"_id];

    const auto yieldCap = p["packaging.yield_cap"_id];
    v["packaging.yield"_id] = yieldCap
                            - (yieldCap - p["packaging.yield_2025"_id]) * remaining(p["packaging.yield_rate"_id], t.after(2025.5))
                            - p["packaging.yield_before"_id] * notNegative(-t.since(2025.5));
    v["logic.limit"_id] = v["logic.dies"_id] * v["packaging.yield"_id];
}

/// Wafers and dies for the next quarter.
template <class T> void close(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& wafers = v["logic.wafers"_id];
    auto& bank = v["logic.bank"_id];
    const auto run = v["logic.run"_id];
    const auto diesUsed = v["accel.dies"_id] / v["packaging.yield"_id]; // a package that fails takes its dies with it

    const auto build = t.before(2026.0, [&] { return x["logic_build_history"_id]; }, [&] {
        return p["logic.build"_id] * compound(p["logic.build_growth"_id], t.since(2026.0));
    });
    advance(v["logic.experience"_id], wafers * monthsPerYear<T>() * run, dt);
    remember(v["logic.cover"_id], bank / guarded(diesUsed));
    const auto floor = p["logic.build_floor"_id];
    const auto appetite = t.before(2026.5, [&] { return whole<one, T>(1); }, [&] {
        return (floor + (1 - floor) * v["logic.hbm_ratio"_id]) * square(v["demand.pull"_id]);
    });
    advance(wafers, build * v["tools.easier_logic"_id] * v["china.fund_effect"_id] * appetite, dt);
    advance(bank, v["logic.foreign"_id] + v["logic.dies"_id] - v["logic.released"_id] - diesUsed, dt); // unused dies are kept
}

} // namespace chokepoint::model::logic
