// Chinese demand: the budget and how it answers what may be imported, the appeal of each channel, its limits, and the allocation.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::demand {

/// What Chinese buyers would spend under the recorded measures, before what is carried over, and how tight the world market is.
template <class T> void base(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& base = v["demand.base"_id];
    base = t.before(2028.5, [&] { return x["china_budget"_id]; }, [&] {
        return base * (1 + dt * (p["demand.growth_after_2028"_id] * remaining(p["demand.growth_decay"_id], t.since(2028.5))));
    });
    v["demand.tightness"_id] = t.before(2026.5, [&] { return x["tightness"_id]; }, [&] {
        return p["revenue.tight_2026"_id] * remaining(p["revenue.tight_decay"_id], t.since(2026.5));
    });
}

/// How strongly each channel but imports attracts money at equal access.
template <class T> struct Others {
    Number<T> home, grey, offshore;
    Number<T> total() const { return home + grey + offshore; }
};

template <class T> Others<T> others(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto weight = p["demand.bandwidth_weight"_id];
    const auto sigma = p["demand.sigma"_id];
    const auto front = weightedMean(v["frontier.tpp_ln"_id], v["frontier.bw_ln"_id], weight);
    const auto home = weightedMean(logOf(v["accel.tpp_per_usd"_id]), logOf(v["accel.bw_per_usd"_id]), weight);
    const auto software =
        min(p["demand.maturity_cap"_id], p["demand.maturity_floor"_id] + p["demand.maturity_gain"_id] * v["demand.maturity"_id]);
    const Others<T> a{software * p["demand.home_preference"_id] * exp(sigma * (home - front)),
                      p["demand.grey_preference"_id] * pow(1 / (1 + p["grey.premium"_id]), sigma),
                      p["demand.offshore_preference"_id] * pow(p["offshore.value"_id], sigma)};
    v["demand.others_appeal"_id] = a.total();
    return a;
}

template <class T> using Money = Quantity<T, usdBillion / year>;

/// How the rules of both sides, those in force or those recorded, shape what is imported.
template <class T> struct Imports {
    Number<T> open;  ///< part of the wanted imports that mandate, Beijing's take-up and American priority let through
    Money<T> most;   ///< the cap on their volume
    Number<T> wish;  ///< part of his budget for which a buyer who may import wants imports
    Number<T> gain;  ///< his budget over that of one who may not: he finds compute cheaper and spends more
    Number<T> fresh; ///< the new money in a dollar of imports
};

template <class T> Imports<T> importsUnder(Step<T>& step, const Levers<T>& levers, const Number<T>& appeal)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto others = v["demand.others_appeal"_id];
    const auto allowed = 1 - p["demand.mandate_bite"_id] * in<one>(levers["china.mandate"_id]);
    const auto left = 1 - (1 - levers["accel.priority"_id]) * v["demand.tightness"_id];
    const auto cap = levers["accel.volume_cap"_id];
    const auto product = v["world.spend"_id] * p["world.us_share"_id] * p["world.system_share"_id] * p["import.product_share"_id];
    const auto wish = appeal / (appeal + others);
    const auto gain = pow(1 + appeal / others, v["demand.answer"_id]);
    return {allowed * levers["accel.takeup"_id] * left, select(cap < 100, in<one>(cap) * product, unlimited<usdBillion / year, T>()), wish,
            gain, (gain - 1) / (gain * wish)};
}

/// The budget and what of it is spent on imports at first sight.
template <class T> struct Spending {
    Money<T> budget, imports;
};

/// `shut`: the budget if nothing might be imported; `carried`: unspent money of last quarter.
template <class T> Spending<T> spendingOf(const Imports<T>& rules, const Money<T>& shut, const Money<T>& carried)
{
    const auto unhindered = shut * rules.gain;
    return {shut + min(rules.open * unhindered * rules.wish, rules.most) * rules.fresh + carried,
            min(rules.open * (unhindered + carried) * rules.wish, rules.most)};
}

/// What may be imported adds to the budget, so that the recorded measures give exactly the recorded one.
template <class T> Money<T> shutBudget(const Money<T>& base, const Imports<T>& then)
{
    return max(base / (1 + then.open * (then.gain - 1)), base - then.most * then.fresh);
}

/// What can be smuggled at the going enforcement and scarcity, in money.
template <class T> void greyLimit(Step<T>& step, const Spending<T>& first)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto base = p["grey.base_enforcement"_id];
    const auto effort = pow(inForce["enforcement.budget"_id] / p["enforcement.budget_reference"_id], p["enforcement.budget_elasticity"_id]);
    const auto enforcement = min(1, notNegative(base * effort + inForce["enforcement.penalty"_id]));
    const auto unmet = notNegative(1 - (first.imports + v["accel.supply_value"_id]) / first.budget);
    const auto& decay = p["grey.growth_decay"_id];
    const auto growth = x["grey_history"_id]
                      * exp(yearlyLog(p["grey.growth"_id]) * (1 - remaining(decay, t.after(2025.5))) / decay);
    const auto scarcity = pow(max(p["grey.unmet_floor"_id], unmet) / p["grey.unmet_reference"_id], p["grey.scarcity"_id]);
    const auto chips = p["grey.capacity_2025"_id] * growth * v["frontier.better"_id]
                     * exp(-p["grey.enforcement_k"_id] * (enforcement - base)) * (1 - inForce["enforcement.location"_id])
                     * inForce["enforcement.affiliates"_id] * scarcity;
    v["grey.limit"_id] = chips * (1 + p["grey.premium"_id]) / v["frontier.tpp_per_usd"_id];
}

/// What can be rented abroad, in money.
template <class T> void offshoreLimit(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto growth = t.before(2025.5, [&] { return x["offshore_history"_id]; }, [&] {
        const auto& decay = p["offshore.growth_decay"_id];
        return exp(yearlyLog(p["offshore.growth"_id]) * (1 - remaining(decay, t.since(2025.5))) / decay);
    });
    const auto chips = p["offshore.capacity_2025"_id] * growth * v["frontier.better"_id] * inForce["cloud.parent_rule"_id]
                     * inForce["cloud.remote"_id] * inForce["cloud.hosts"_id];
    v["offshore.limit"_id] = chips / (v["frontier.tpp_per_usd"_id] * p["offshore.value"_id]);
}

/// What is not spent on imports goes to the other channels by their appeal, then to those with room; returns the sum of their limits.
template <class T> Money<T> allocate(Step<T>& step, const Others<T>& a, const Spending<T>& first)
{
    auto& v = step.v;
    const auto homeLimit = v["accel.supply_value"_id], greyLimit = v["grey.limit"_id], offshoreLimit = v["offshore.limit"_id];
    const auto rest = first.budget - first.imports;
    const auto perAppeal = rest / v["demand.others_appeal"_id];
    const auto home = min(perAppeal * a.home, homeLimit);
    const auto grey = min(perAppeal * a.grey, greyLimit);
    const auto offshore = min(perAppeal * a.offshore, offshoreLimit);
    const auto left = notNegative(rest - home - grey - offshore);
    const auto room = guarded((homeLimit - home) + (greyLimit - grey) + (offshoreLimit - offshore));
    const auto share = min(left, room) / room;
    v["accel.spend"_id] = home + share * (homeLimit - home);
    v["grey.spend"_id] = grey + share * (greyLimit - grey);
    v["offshore.spend"_id] = offshore + share * (offshoreLimit - offshore);
    return homeLimit + greyLimit + offshoreLimit;
}

/// Imports once those who found no other chip have looked abroad again.
template <class T> Money<T> withLastLook(const Imports<T>& rules, const Spending<T>& first, const Money<T>& limits)
{
    return min(first.imports + rules.open * rules.wish * notNegative(first.budget - first.imports - limits), rules.most);
}

/// Budget and sales of all channels, and what imports would be under the recorded measures.
template <class T> void sales(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto a = others(step);
    v["demand.answer"_id] = min(1, (p["demand.price_elasticity"_id] - 1) / p["demand.sigma"_id]);
    const auto now = importsUnder(step, inForce, v["import.appeal"_id]), then = importsUnder(step, recorded, v["import.appeal_then"_id]);
    const auto shut = shutBudget(v["demand.base"_id], then);
    const auto carried = p["demand.carry"_id] * v["demand.unspent"_id];
    const auto first = spendingOf(now, shut, carried), firstThen = spendingOf(then, shut, carried);
    v["demand.shut"_id] = shut;
    v["demand.budget"_id] = first.budget;
    v["import.notional"_id] = (shut * now.gain + carried) * now.wish; // with no cap and no Chinese rule

    greyLimit(step, first);
    offshoreLimit(step);
    const auto limits = allocate(step, a, first);
    v["import.spend"_id] = withLastLook(now, first, limits);
    v["import.spend_then"_id] = withLastLook(then, firstThen, limits);
    v["accel.home_share"_id] = v["accel.spend"_id] / guarded(v["accel.spend"_id] + v["import.spend"_id]);
    remember(v["demand.unspent"_id],
             notNegative(first.budget - v["import.spend"_id] - v["accel.spend"_id] - v["grey.spend"_id] - v["offshore.spend"_id]));
}

/// Domestic output in dies and packages, and what binds it: 0 logic, 1 HBM, 2 packaging, 3 demand.
template <class T> void domesticOutput(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
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
    base(step);
    sales(step);
    domesticOutput(step);
}

/// The software base follows purchases.
template <class T> void close(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& maturity = v["demand.maturity"_id];
    advance(maturity, (v["accel.spend"_id] / v["demand.budget"_id] - maturity) * p["demand.maturity_rate"_id], dt);
}

} // namespace chokepoint::model::demand
