// Tools: access of Chinese fabs to chipmaking equipment, state money and the uptime of installed tools.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::tools {

/// Access through foreign vendors alone: what is denied and not made up by allied vendors is missing.
template <class T> Number<T> foreignAccess(const Number<T>& denial, const Number<T>& listing, const Number<T>& backfill)
{
    return 1 - min(1, denial + listing) * (1 - backfill);
}
template <class T> Number<T> foreignAccessLogic(const Levers<T>& l)
{
    return foreignAccess(l["tools.denial_logic"_id], l["tools.listing"_id] + l["tools.affiliates_listing"_id], l["tools.backfill"_id]);
}
template <class T> Number<T> foreignAccessMemory(const Levers<T>& l)
{
    return foreignAccess(l["tools.denial_memory"_id], l["tools.cxmt_listing"_id], l["tools.backfill"_id]);
}

/// Access once Chinese toolmakers fill part of what foreigners deny.
template <class T> Number<T> withHomeTools(const Number<T>& foreign, const Number<T>& homeGain, const Parameters<T>& p)
{
    return foreign + (1 - foreign) * min(p["tools.home_gain_cap"_id], homeGain);
}

/// What state money does to building, relative to the reference sum.
template <class T> Number<T> stateMoney(const Levers<T>& l, const Parameters<T>& p)
{
    const auto money = max(p["china.fund_floor"_id], l["china.fund"_id] * l["china.outbound"_id]);
    return pow(money / p["china.fund_reference"_id], p["china.fund_elasticity"_id]);
}

template <class T> void flows(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto foreignLogic = foreignAccessLogic(inForce);
    auto& homeGain = v["tools.home_gain"_id];
    homeGain = t.before(2024.0, [&] { return homeGain; }, [&] {
        return advanced(homeGain, p["tools.home_gain"_id] * inForce["tools.domestic_rate"_id], dt);
    });
    v["tools.foreign_access_logic"_id] = foreignLogic;
    v["tools.access_logic"_id] = withHomeTools(foreignLogic, homeGain, p);
    v["tools.access_memory"_id] = withHomeTools(foreignAccessMemory(inForce), p["tools.home_gain_memory"_id] * homeGain, p);

    // What the recorded measures gave: the data years hold it already, so building follows the ratio to it.
    auto& homeGainThen = v["tools.home_gain_then"_id];
    const auto recordedUntil2026 = [&](auto& state, auto value) {
        remember(state, t.before(2026.75, value, [&] { return state; }));
    };
    recordedUntil2026(homeGainThen, [&] {
        return t.before(2024.0, [&] { return homeGainThen; }, [&] {
            return advanced(homeGainThen, p["tools.home_gain"_id] * recorded["tools.domestic_rate"_id], dt);
        });
    });
    recordedUntil2026(v["tools.access_logic_then"_id], [&] { return withHomeTools(foreignAccessLogic(recorded), homeGainThen, p); });
    recordedUntil2026(v["tools.access_memory_then"_id], [&] {
        return withHomeTools(foreignAccessMemory(recorded), p["tools.home_gain_memory"_id] * homeGainThen, p);
    });
    recordedUntil2026(v["china.fund_then"_id], [&] { return stateMoney(recorded, p); });

    v["china.fund_effect"_id] = stateMoney(inForce, p) / v["china.fund_then"_id];
    v["tools.easier_logic"_id] = v["tools.access_logic"_id] / v["tools.access_logic_then"_id];
    v["tools.easier_memory"_id] = v["tools.access_memory"_id] / v["tools.access_memory_then"_id];

    auto& uptime = v["tools.uptime"_id];
    advance(uptime, (inForce["tools.uptime"_id] / p["tools.uptime_reference"_id] - uptime) / p["tools.service_lag"_id], dt);
}

} // namespace chokepoint::model::tools
