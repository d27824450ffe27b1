// Compute: stocks of installed accelerators by channel, in arithmetic and in memory bandwidth, both counted in H100s.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::compute {

template <class T> using Additions = Quantity<T, millionH100e / year>;

/// One channel: what is added, less what fails or becomes obsolete.
template <class T, FixedText Channel>
void install(Step<T>& step, Id<Channel> channel, const Additions<T>& arithmetic, const Additions<T>& bandwidth,
             const Quantity<T, one / year>& loss)
{
    auto& v = step.v;
    auto& stock = v["compute."_id + channel];
    auto& bandwidthStock = v["compute."_id + channel + "_bw"_id];
    v["compute.add_"_id + channel] = arithmetic;
    advance(stock, arithmetic - loss * stock, step.dt);
    advance(bandwidthStock, bandwidth - loss * bandwidthStock, step.dt);
}

/// What China does not buy because of the rules: in part it is sold elsewhere, the rest is lost.
template <class T> void lostSales(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto slack = p["revenue.resale_slack"_id];
    const auto resale = slack + (p["revenue.resale_tight"_id] - slack) * v["demand.tightness"_id];
    // the data hold what the recorded rules moved; below zero where supply goes to China instead
    v["revenue.resold"_id] = resale * max(-v["world.spend"_id], v["import.spend_then"_id] - v["import.spend"_id]);
    const auto others = v["demand.others_appeal"_id];
    const auto withoutRules = v["demand.shut"_id] * pow(1 + 1 / others, v["demand.answer"_id]) / (1 + others); // of frontier chips
    v["revenue.lost"_id] = (1 - resale) * notNegative(withoutRules - v["import.spend"_id]);
}

template <class T> void channels(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto lossInChina = p["compute.failure"_id] + p["compute.obsolescence_cn"_id];
    const auto lossElsewhere = p["compute.failure"_id] + p["compute.obsolescence_us"_id];
    const auto frontier = v["frontier.tpp_per_usd"_id], frontierBandwidth = v["frontier.bw_per_usd"_id];
    const auto hardware = p["world.system_share"_id];

    const auto imports = v["import.spend"_id] * hardware;
    install(step, "import"_id, imports * v["import.tpp_per_usd"_id], imports * v["import.bw_per_usd"_id], lossInChina);
    const auto home = v["accel.spend"_id];
    install(step, "home"_id, home * v["accel.tpp_per_usd"_id], home * v["accel.bw_per_usd"_id], lossInChina);
    const auto grey = v["grey.spend"_id] / (1 + p["grey.premium"_id]);
    install(step, "grey"_id, grey * frontier, grey * frontierBandwidth, lossInChina + p["grey.failure"_id]);
    const auto offshore = v["offshore.spend"_id] * p["offshore.value"_id];
    install(step, "offshore"_id, offshore * frontier, offshore * frontierBandwidth, lossElsewhere);
    const auto world = (v["world.spend"_id] + v["revenue.resold"_id]) * hardware;
    install(step, "world"_id, world * frontier, world * frontierBandwidth, lossElsewhere);
}

template <class T> void flows(Step<T>& step)
{
    lostSales(step);
    channels(step);

    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto weight = p["demand.bandwidth_weight"_id];
    const auto usShare = p["world.us_share"_id];
    v["compute.add_onshore"_id] = v["compute.add_import"_id] + v["compute.add_home"_id] + v["compute.add_grey"_id];
    v["compute.china_legal"_id] = v["compute.import"_id] + v["compute.home"_id];
    v["compute.china_onshore"_id] = v["compute.china_legal"_id] + v["compute.grey"_id];
    v["compute.china"_id] = v["compute.china_onshore"_id] + v["compute.offshore"_id];
    const auto bandwidth = v["compute.import_bw"_id] + v["compute.home_bw"_id] + v["compute.grey_bw"_id] + v["compute.offshore_bw"_id];
    v["compute.china_effective"_id] = weightedGeometricMean(v["compute.china"_id], bandwidth, weight);
    v["compute.us"_id] = v["compute.world"_id] * usShare;
    v["compute.us_effective"_id] = weightedGeometricMean(v["compute.world"_id], v["compute.world_bw"_id], weight) * usShare;
    v["compute.lead"_id] = v["compute.us_effective"_id] / v["compute.china_effective"_id];
}

} // namespace chokepoint::model::compute
