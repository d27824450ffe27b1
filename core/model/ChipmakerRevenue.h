// Chipmaker revenue: what each firm or group of firms sells in a year, and the two totals.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::revenue {

template <class T> void hbmMakers(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto direct = in<usdBillion / year>(min(v["hbm.legal"_id], v["hbm.sold"_id]) * v["hbm.price"_id]);
    const auto rest = v["hbm.revenue"_id] - direct;
    const auto hynix = x["hynix_share"_id], micron = x["micron_share"_id], samsungOfDirect = p["hbm.direct_samsung"_id];
    v["revenue.sk_hynix_hbm"_id] = rest * hynix + direct * (1 - samsungOfDirect);
    v["revenue.micron_hbm"_id] = rest * micron;
    v["revenue.samsung_hbm"_id] = rest * (1 - hynix - micron) + direct * samsungOfDirect;
}

template <class T> void accelerators(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto share2026 = p["revenue.nvidia_share_2026"_id];
    const auto nvidiaShare = t.before(2026.5, [&] { return x["nvidia_share"_id] * share2026; }, [&] {
        return share2026 * remaining(p["revenue.nvidia_share_decline"_id], t.since(2026.5));
    });
    const auto china = v["import.spend"_id], nvidiaOfChina = p["revenue.nvidia_china_share"_id];
    // what the buyer pays, with the levy in part on top of the price
    const auto levy = in<one>(inForce["accel.levy"_id]) * china / v["import.levy_price"_id];
    const auto world = v["world.spend"_id], resold = v["revenue.resold"_id];
    v["revenue.levy"_id] = levy;
    v["revenue.nvidia_china"_id] = china * nvidiaOfChina + x["nvidia_china_other"_id];
    v["revenue.nvidia"_id] = nvidiaShare * (world + v["grey.vendor_sales"_id] + v["offshore.spend"_id] + resold)
                           + (china - levy) * nvidiaOfChina + x["nvidia_other"_id];
    v["revenue.amd_ai"_id] = p["revenue.amd_share"_id] * (world + resold) + (china - levy) * (1 - nvidiaOfChina);
    v["revenue.tsmc"_id] = x["tsmc_base"_id] + p["revenue.tsmc_share"_id] * v["revenue.allied_accelerators"_id]
                         + p["revenue.tsmc_per_die"_id] * v["logic.foreign"_id];
}

template <class T> void toolmakers(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& homeShare = v["tools.home_share"_id];
    const auto mandate = 1 + p["tools.mandate_weight"_id] * in<one>(inForce["china.mandate"_id] - recorded["china.mandate"_id]);
    const auto spur = 1 + p["tools.denial_spur"_id] * (1 - v["tools.foreign_access_logic"_id]);
    advance(homeShare,
            p["tools.home_share_gain"_id] * mandate * inForce["tools.domestic_rate"_id] * spur
                * (1 - homeShare / p["tools.home_share_cap"_id]),
            dt);

    const auto spending = t.before(2026.5, [&] { return x["tool_spend"_id]; }, [&] {
        return p["tools.spend_2026"_id] * compound(p["tools.spend_growth"_id], t.since(2026.5));
    }) * v["china.fund_effect"_id];
    const auto advanced = p["tools.advanced_share"_id];
    const auto ofOthers = inForce["tools.reach"_id] + (1 - inForce["tools.reach"_id]) * inForce["tools.affiliates_reach"_id];
    const auto reached = advanced + (1 - advanced) * ofOthers;
    const auto closed =
        reached * ((inForce["tools.denial_logic"_id] + inForce["tools.denial_memory"_id]) / 2) * (1 - inForce["tools.backfill"_id]);
    const auto closedThen = advanced * x["tool_denial_history"_id];
    v["revenue.allied_tools_china"_id] = spending * (1 - homeShare) * (1 - closed) / (1 - closedThen);
}

template <class T> void chineseFirms(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto aiWafers = v["logic.wafers"_id] * monthsPerYear<T>() * v["logic.run"_id] * v["tools.uptime"_id];
    v["revenue.smic"_id] = x["smic_base"_id] + in<usdBillion / year>(aiWafers * p["revenue.wafer_price_china"_id]);
    v["revenue.huawei_ascend"_id] = v["accel.spend"_id] * x["huawei_share"_id];
    v["revenue.other_chinese_accelerators"_id] = v["accel.spend"_id] * (1 - x["huawei_share"_id]);
    const auto stacks = min(v["cxmt.output"_id], v["hbm.home"_id]);
    v["revenue.cxmt_hbm"_id] = in<usdBillion / year>(stacks * v["hbm.price"_id] * p["revenue.cxmt_price_ratio"_id]);
}

template <class T> void flows(Step<T>& step)
{
    hbmMakers(step);
    accelerators(step);
    toolmakers(step);
    chineseFirms(step);

    auto& v = step.v;
    v["revenue.us_allied_total"_id] = v["revenue.nvidia"_id] + v["revenue.amd_ai"_id] + v["revenue.sk_hynix_hbm"_id]
                                    + v["revenue.samsung_hbm"_id] + v["revenue.micron_hbm"_id] + v["revenue.tsmc"_id]
                                    + v["revenue.allied_tools_china"_id];
    v["revenue.chinese_total"_id] = v["revenue.smic"_id] + v["accel.spend"_id] + v["revenue.cxmt_hbm"_id];
}

} // namespace chokepoint::model::revenue
