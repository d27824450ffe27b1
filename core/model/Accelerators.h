// Packaging and accelerators: 2.5D capacity, the scarcest of the three inputs, and what a domestic die is worth.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::accelerators {

/// Capacity of this quarter, and the plan by which it grows into the next.
template <class T> void packaging(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& capacity = v["packaging.capacity"_id];
    capacity = t.before(2025.5, [&] { return p["packaging.capacity_2025"_id] * x["packaging_history"_id]; }, [&] { return capacity; });
    v["packaging.limit"_id] = capacity + inForce["packaging.extra"_id];

    const auto logicLimit = v["logic.limit"_id];
    const auto wanted = p["packaging.plan_logic"_id] * logicLimit
                      + p["packaging.plan_hbm"_id] * min(logicLimit, v["hbm.inflow"_id] / v["hbm.per_die"_id]);
    const auto growth = min(p["packaging.growth"_id], notNegative((wanted / capacity - 1) / p["packaging.plan_time"_id]));
    capacity = t.before(2025.5, [&] { return capacity; }, [&] { return advanced(capacity, capacity * growth, dt); });
}

/// Bandwidth per gigabyte of the HBM that is mounted: own output first, then legal imports, the rest from stock.
template <class T> Quantity<T, bandwidthGrade> mountedGrade(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto homeGrade = p["cxmt.grade_2026"_id] * compound(p["cxmt.grade_growth"_id], t.after(2026.5));
    const auto used = guarded(v["accel.supply"_id] * v["hbm.per_die"_id]);
    const auto homeUsed = min(v["hbm.home"_id], used);
    const auto legalUsed = min(v["hbm.legal"_id], used - homeUsed);
    const auto importGrade = min(inForce["hbm.import_grade"_id], x["import_grade_design"_id]);
    return (homeUsed * homeGrade + legalUsed * importGrade + (used - homeUsed - legalUsed) * p["hbm.grade_stock"_id]) / used;
}

template <class T> void flows(Step<T>& step)
{
    packaging(step);

    auto& [v, inForce, recorded, p, x, t, dt] = step;
    v["accel.supply"_id] = min(min(v["logic.limit"_id], v["hbm.limit"_id]), v["packaging.limit"_id]);

    auto& die = v["accel.die_ln"_id];
    const auto pace = t.before(2025.5, [&] { return p["accel.die_growth_before"_id]; }, [&] { return whole<one, T>(1); });
    advance(die, yearlyLog(p["accel.die_growth"_id]) * pace * pow(v["tools.easier_logic"_id], p["accel.access_on_growth"_id]), dt);
    v["accel.die_tpp"_id] = level(die);
    v["accel.die_bw"_id] = v["hbm.per_die"_id] * mountedGrade(step) / p["accel.h100_bandwidth"_id];

    const auto price = p["accel.price_2025"_id] * remaining(p["accel.price_decline"_id], t.since(2025.5));
    const auto diePrice = v["accel.die_tpp"_id] * price;
    v["accel.price"_id] = price;
    v["accel.tpp_per_usd"_id] = 1 / price;
    v["accel.bw_per_usd"_id] = v["accel.die_bw"_id] / diePrice;
    v["accel.supply_value"_id] = v["accel.supply"_id] * diePrice;
}

} // namespace chokepoint::model::accelerators
