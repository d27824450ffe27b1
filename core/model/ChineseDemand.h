// Chinese demand: the budget, the value of each channel of supply, the caps on it, and the allocation in two passes.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::demand {

template <class T> void budget(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    auto& base = v["demand.base"_id];
    base = t.before(2028.5, [&] { return x["china_budget"_id]; }, [&] {
        return base * (1 + dt * (p["demand.growth_after_2028"_id] * exp(-p["demand.growth_decay"_id] * t.since(2028.5))));
    });
    v["demand.budget"_id] = base + p["demand.carry"_id] * v["demand.unspent"_id];
    v["demand.tightness"_id] = t.before(2026.5, [&] { return x["tightness"_id]; }, [&] {
        return p["revenue.tight_2026"_id] * exp(-p["revenue.tight_decay"_id] * t.since(2026.5));
    });
}

/// How strongly each channel attracts the budget at equal access.
template <class T> struct Attraction {
    Number<T> imports, home, grey, offshore;
    Number<T> total() const { return imports + home + grey + offshore; }
};

template <class T> Attraction<T> attraction(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    const auto weight = p["demand.bandwidth_weight"_id];
    const auto sigma = p["demand.sigma"_id];
    const auto front = weightedGeometricMean(v["frontier.tpp_per_usd"_id], v["frontier.bw_per_usd"_id], weight);
    const auto imports = weightedGeometricMean(v["import.tpp_per_usd"_id], v["import.bw_per_usd"_id], weight);
    const auto home = weightedGeometricMean(v["accel.tpp_per_usd"_id], v["accel.bw_per_usd"_id], weight);
    const auto grey = front / (1 + p["grey.premium"_id]);
    const auto offshore = front * p["offshore.value"_id];
    const auto software =
        min(p["demand.maturity_cap"_id], p["demand.maturity_floor"_id] + p["demand.maturity_gain"_id] * v["demand.maturity"_id]);
    return {pow(imports / front, sigma), software * p["demand.home_preference"_id] * pow(home / front, sigma),
            p["demand.grey_preference"_id] * pow(grey / front, sigma), p["demand.offshore_preference"_id] * pow(offshore / front, sigma)};
}

/// Licensed sales: demand, what Beijing lets be bought, what American customers leave, and the volume cap.
template <class T> void licensedSales(Step<T>& step, const Attraction<T>& a)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    v["import.notional"_id] = v["demand.budget"_id] * a.imports / a.total();
    const auto allowed = 1 - p["demand.mandate_bite"_id] * in<one>(inForce["china.mandate"_id]);
    const auto left = 1 - (1 - inForce["accel.priority"_id]) * v["demand.tightness"_id];
    const auto cap = inForce["accel.volume_cap"_id];
    const auto product = v["world.spend"_id] * p["world.us_share"_id] * p["world.system_share"_id] * p["import.product_share"_id];
    const auto limit = select(cap < 100, in<one>(cap) * product, unlimited<usdBillion / year, T>());
    v["import.spend"_id] = min(v["import.notional"_id] * allowed * inForce["accel.takeup"_id] * left, limit);
}

/// What can be smuggled at the going enforcement and scarcity, in money.
template <class T> void greyLimit(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    const auto base = p["grey.base_enforcement"_id];
    const auto effort = pow(inForce["enforcement.budget"_id] / p["enforcement.budget_reference"_id], p["enforcement.budget_elasticity"_id]);
    const auto enforcement = min(1, notNegative(base * effort + inForce["enforcement.penalty"_id]));
    const auto unmet = notNegative(1 - (v["import.spend"_id] + v["accel.supply_value"_id]) / v["demand.budget"_id]);
    const auto decay = p["grey.growth_decay"_id];
    const auto growth = x["grey_history"_id]
                      * exp(yearlyLog(p["grey.growth"_id]) * (1 - exp(-decay * notNegative(t.since(2025.5)))) / decay);
    const auto scarcity = pow(max(p["grey.unmet_floor"_id], unmet) / p["grey.unmet_reference"_id], p["grey.scarcity"_id]);
    const auto chips = p["grey.capacity_2025"_id] * growth * v["frontier.better"_id]
                     * exp(-p["grey.enforcement_k"_id] * (enforcement - base)) * (1 - inForce["enforcement.location"_id])
                     * inForce["enforcement.affiliates"_id] * scarcity;
    v["grey.limit"_id] = chips * (1 + p["grey.premium"_id]) / v["frontier.tpp_per_usd"_id];
}

/// What can be rented abroad, in money.
template <class T> void offshoreLimit(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    const auto growth = t.before(2025.5, [&] { return x["offshore_history"_id]; }, [&] {
        const auto decay = p["offshore.growth_decay"_id];
        return exp(yearlyLog(p["offshore.growth"_id]) * (1 - exp(-decay * t.since(2025.5))) / decay);
    });
    const auto chips = p["offshore.capacity_2025"_id] * growth * v["frontier.better"_id] * inForce["cloud.parent_rule"_id]
                     * inForce["cloud.remote"_id] * inForce["cloud.hosts"_id];
    v["offshore.limit"_id] = chips / (v["frontier.tpp_per_usd"_id] * p["offshore.value"_id]);
}

/// Each channel takes its share up to its limit; what is left is spread over the room that remains.
template <class T> void allocate(Step<T>& step, const Attraction<T>& a)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    const auto budget = v["demand.budget"_id], imports = v["import.spend"_id];
    const auto homeLimit = v["accel.supply_value"_id], greyLimit = v["grey.limit"_id], offshoreLimit = v["offshore.limit"_id];
    const auto total = a.total();
    const auto home = min(budget * a.home / total, homeLimit);
    const auto grey = min(budget * a.grey / total, greyLimit);
    const auto offshore = min(budget * a.offshore / total, offshoreLimit);
    const auto left = notNegative(budget - imports - home - grey - offshore);
    const auto room = guarded((homeLimit - home) + (greyLimit - grey) + (offshoreLimit - offshore));
    const auto share = min(left, room) / room;
    v["accel.spend"_id] = home + share * (homeLimit - home);
    v["grey.spend"_id] = grey + share * (greyLimit - grey);
    v["offshore.spend"_id] = offshore + share * (offshoreLimit - offshore);
    remember(v["demand.unspent"_id],
             notNegative(budget - imports - v["accel.spend"_id] - v["grey.spend"_id] - v["offshore.spend"_id]));
}

/// Domestic output in dies and packages, and what binds it: 0 logic, 1 HBM, 2 packaging, 3 demand.
template <class T> void domesticOutput(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    const auto sales = v["accel.spend"_id], supply = v["accel.supply_value"_id];
    v["accel.dies"_id] = in<millionDies / year>(sales / (v["accel.die_tpp"_id] * v["accel.price"_id]));
    v["accel.units"_id] = v["accel.dies"_id] / x["dies_per_package"_id];
    remember(v["demand.pull"_id], ratioOr(sales, supply, whole<one, T>(1)));

    const auto logic = v["logic.limit"_id], hbm = v["hbm.limit"_id], packaging = v["packaging.limit"_id];
    const auto code = [](int n) { return whole<choice, T>(n); };
    const auto scarcest = select(packaging < min(logic, hbm), code(2), select(hbm < logic, code(1), code(0)));
    v["accel.binding"_id] = select(sales < p["accel.demand_margin"_id] * supply, code(3), scarcest);
}

template <class T> void flows(Step<T>& step)
{
    budget(step);
    const auto a = attraction(step);
    licensedSales(step, a);
    greyLimit(step);
    offshoreLimit(step);
    allocate(step, a);
    domesticOutput(step);
}

/// The software base follows purchases.
template <class T> void close(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, knots, t, dt] = step;
    auto& maturity = v["demand.maturity"_id];
    advance(maturity, (v["accel.spend"_id] / v["demand.budget"_id] - maturity) * p["demand.maturity_rate"_id], dt);
}

} // namespace chokepoint::model::demand
