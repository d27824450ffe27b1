// HBM: what Chinese accelerators need, what China makes, and what comes in by law or by smuggling.
#pragma once

#include "model/Logic.h"
#include "model/Step.h"

namespace chokepoint::model::hbm {

template <class T> void need(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto now = p["hbm.gb_per_die_2025"_id], later = p["hbm.gb_per_die_2028"_id];
    v["hbm.per_die"_id] = t.before(2025.5, [&] { return now; }, [&] {
        return t.before(2028.5, [&] { return now + (later - now) * (t.since(2025.5) / 3 / whole<year, T>(1)); },
                        [&] { return later * compound(p["hbm.gb_per_die_growth"_id], t.since(2028.5)); });
    });
    v["hbm.need"_id] = v["logic.limit"_id] * v["hbm.per_die"_id] * v["demand.pull"_id];
}

/// CXMT and the smaller Chinese makers.
template <class T> void homeOutput(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    // at this price a wafer earns as much with DDR5, and below it fewer wafers are given to HBM
    const auto parity = p["hbm.dram_trade"_id] * p["hbm.dram_price_2025"_id] * x["dram_price"_id];
    v["hbm.price"_id] = level(v["hbm.price_ln"_id]);
    const auto cxmtPrice = v["hbm.price"_id] * p["revenue.cxmt_price_ratio"_id];
    const auto margin = pow(min(1, cxmtPrice / parity), p["cxmt.margin_elasticity"_id]);
    v["hbm.dram_parity"_id] = parity;

    auto& wafers = v["cxmt.wafers"_id];
    const auto appetite = t.before(2026.5, [&] { return whole<one, T>(1); }, [&] { return square(v["hbm.glut_guard"_id]); });
    const auto profile = x.at("cxmt_profile"_id, t.now() - p["cxmt.delay"_id]);
    advance(wafers, p["cxmt.build"_id] * profile * v["tools.easier_memory"_id] * v["china.fund_effect"_id] * margin * appetite, dt);

    v["cxmt.yield"_id] = logic::learnedYield<T>(p["cxmt.yield_cap"_id], p["cxmt.yield_2026"_id],
                                             v["cxmt.experience"_id] / p["cxmt.experience_reference"_id], p["cxmt.learning"_id]);
    const auto stackSize = p["cxmt.stack_gb_2026"_id] * compound(p["cxmt.stack_gb_growth"_id], t.after(2026.5));
    const auto service = p["cxmt.service_weight"_id];
    const auto uptime = 1 - service + service * v["tools.uptime"_id];
    v["cxmt.output"_id] =
        in<petabyte / year>(wafers * monthsPerYear<T>() * uptime * p["cxmt.gross_stacks"_id] * v["cxmt.yield"_id] * stackSize);
    const auto capacity = v["cxmt.output"_id] * (1 + p["cxmt.other"_id]) + p["cxmt.other_base"_id] * x["other_hbm_profile"_id];
    v["hbm.home_capacity"_id] = capacity * inForce["hbm.substitute_access"_id];
}

/// Own output first, then what may be bought, then what can be smuggled.
template <class T> void inflow(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto need = v["hbm.need"_id];
    const auto room = notNegative(p["hbm.home_cover"_id] * need - v["hbm.stock"_id]);
    const auto roomAYear = room / whole<year, T>(1); // makers would fill it within a year
    const auto home = min(v["hbm.home_capacity"_id], roomAYear);

    const auto noQuota = unlimited<petabyte / year, T>();
    const auto quota = select(inForce["hbm.capped"_id] > 0, inForce["hbm.cap_units"_id] * inForce["hbm.stack_gb"_id], noQuota);
    auto& relax = v["hbm.relax"_id];
    const auto open = select(quota > 0, whole<one, T>(1), whole<one, T>(0));
    advance(relax, (open - relax) / p["hbm.relax_ramp"_id], dt);
    const auto market = relax
                      * t.before(
                          2025.0, [&] { return noQuota; }, [&] { return p["hbm.relax_share"_id] * v["hbm.world_capacity"_id]; });
    const auto want = t.before(2025.0, [&] { return notNegative(need - home) + p["hbm.stock_build"_id] * x["hbm_stock_build"_id]; },
                               [&] { return notNegative(min(need, roomAYear) - home); });
    const auto legal = min(min(want, quota), market);
    // nobody smuggles what may be bought or is not needed
    const auto leak = min(inForce["hbm.leak"_id] * inForce["hbm.copack_leak"_id] * inForce["enforcement.affiliates"_id], want - legal);

    v["hbm.home"_id] = home;
    v["hbm.legal"_id] = legal;
    v["hbm.leak"_id] = leak;
    v["hbm.inflow"_id] = legal + leak + home + inForce["hbm.extra"_id];
}

template <class T> void flows(Step<T>& step)
{
    need(step);
    homeOutput(step);
    inflow(step);

    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto fromStock = notNegative(v["hbm.stock"_id] * (1 - p["hbm.reserve"_id])) / p["hbm.stock_use"_id];
    v["hbm.limit"_id] = (fromStock + v["hbm.inflow"_id]) / v["hbm.per_die"_id];
    remember(v["logic.hbm_ratio"_id], min(1, v["hbm.inflow"_id] / guarded(v["logic.limit"_id] * v["hbm.per_die"_id])));
    remember(v["hbm.glut_guard"_id], min(1, v["hbm.need"_id] / guarded(v["hbm.home_capacity"_id])));
}

/// The stock after what was mounted; CXMT learns.
template <class T> void close(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& stock = v["hbm.stock"_id];
    stock = notNegative(advanced(stock, v["hbm.inflow"_id] - v["accel.dies"_id] * v["hbm.per_die"_id], dt));
    advance(v["cxmt.experience"_id], v["cxmt.wafers"_id] * monthsPerYear<T>(), dt);
}

} // namespace chokepoint::model::hbm
