// World HBM market: what allied accelerators and legal Chinese buyers take, the price, and the capacity that follows.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::hbmMarket {

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto intensity = t.before(2025.5, [&] { return x["hbm_intensity"_id] * p["hbm.intensity_2025"_id]; }, [&] {
        return p["hbm.intensity_2025"_id] * compound(p["hbm.intensity_growth"_id], t.since(2025.5));
    });
    const auto contract = t.before(2025.5, [&] { return x["hbm_price_reference"_id] * p["hbm.price_2025"_id]; }, [&] {
        return p["hbm.price_2025"_id] * remaining(p["hbm.price_decline"_id], t.since(2025.5));
    });
    // no maker signs for less than a wafer of DDR5 brought when the contract was made
    const auto dramPrice = p["hbm.dram_price_2025"_id] * x.at("dram_price"_id, t.now() - p["hbm.contract_lag"_id]);
    const auto reference = max(contract, p["hbm.dram_trade"_id] * dramPrice);

    v["grey.vendor_sales"_id] = v["grey.spend"_id] / (1 + p["grey.premium"_id]); // the premium stays with the smugglers
    v["revenue.allied_accelerators"_id] = v["world.spend"_id] + v["import.spend"_id] + v["grey.vendor_sales"_id]
                                        + v["offshore.spend"_id] + v["revenue.resold"_id];
    const auto atContract = intensity * v["revenue.allied_accelerators"_id] + v["hbm.legal"_id];
    const auto demand = atContract * pow(v["hbm.price"_id] / contract, p["hbm.demand_elasticity"_id]); // buyers plan with the contract
    auto& capacity = v["hbm.world_capacity"_id];
    v["hbm.sold"_id] = min(demand, capacity);

    auto& growth = v["hbm.growth"_id];
    auto& demandLast = v["hbm.demand_last"_id];
    const auto yearlyGrowth = log(ratioOr(atContract, demandLast, whole<one, T>(1))) / dt;
    const auto smoothed = advanced(growth, (yearlyGrowth - growth) / whole<year, T>(1), dt);
    remember(growth, select(demandLast > 0, smoothed, growth)); // the first quarter has nothing to compare with
    remember(demandLast, atContract);

    const auto target = atContract * (1 + p["hbm.growth_weight"_id] * notNegative(growth) * p["hbm.supply_lag"_id])
                      * pow(v["hbm.price"_id] / reference, p["hbm.supply_elasticity"_id]);
    const auto allWafers = p["hbm.wafer_bits"_id] * compound(p["hbm.wafer_bits_growth"_id], t.since(2026.0));
    const auto most = x["hbm_wafer_share"_id] * allWafers; // from the wafers that can be spared
    auto& price = v["hbm.price_ln"_id];
    advance(price, p["hbm.price_speed"_id] * log(demand / capacity) + p["hbm.price_reversion"_id] * (logOf(reference) - price), dt);
    advance(capacity, (min(target, most) - capacity) / p["hbm.supply_lag"_id], dt);
    v["hbm.revenue"_id] = in<usdBillion / year>(v["hbm.sold"_id] * v["hbm.price"_id]);
}

} // namespace chokepoint::model::hbmMarket
