// Drug discovery: AI-originated candidates that enter the clinic, a lag after the work that finds them.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::drugs {

template <class T> using Candidates = Quantity<T, candidate / year>;

/// The US discovery workforce under visa shocks, drawn back to its trend.
template <class T> void workforce(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto apply = v["talent.apply"_id], chinese = p["drug.china_part"_id];
    const auto shock = chinese * (v["talent.visa_chinese"_id] * apply - 1) + (1 - chinese) * (v["talent.visa_others"_id] * apply - 1)
                     + p["drug.stay_part"_id] * v["talent.stay_shift"_id] - p["drug.fee_part"_id] * (1 - v["talent.fee"_id]);
    auto& workforce = v["drug.workforce"_id];
    const auto inflow = p["drug.shock_scale"_id] * p["drug.turnover"_id] * p["drug.visa_share"_id] * shock * (1 - p["drug.offset"_id]);
    advance(workforce, workforce * (inflow - p["drug.recovery"_id] * log(workforce)), dt);
}

/// Projects started in the world: today's starts are the entries of a lag later; entries of mid-2025 = drug.entries_2025.
template <class T> Candidates<T> worldStarts(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto& growth = p["drug.growth"_id];
    const auto& decay = p["drug.growth_decay"_id];
    const auto lag = p["drug.lag"_id];
    const auto ahead = t.since(2025.5) + lag;
    const auto slowing = growth * (1 - remaining(decay, ahead)) / decay;
    const auto scale = exp(select(ahead > 0, slowing, growth * ahead));
    return p["drug.entries_2025"_id] * scale * square(1 + growth * lag / 2) * exp(-growth * lag);
}

/// Two halves of the lag between the start of a project and the clinic; the first quarter fills them.
template <class T, FixedText Country> void pipeline(Step<T>& step, Id<Country> country, const Candidates<T>& starts)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& first = v["drug."_id + country + "_1"_id];
    auto& second = v["drug."_id + country + "_2"_id];
    const auto empty = first < 0;
    const auto filledFirst = select(empty, p["drug.fill_1"_id] * starts, first);
    const auto filledSecond = select(empty, p["drug.fill_2"_id] * starts, second);
    const auto pace = 2 / p["drug.lag"_id]; // of each half
    remember(first, advanced(filledFirst, (starts - filledFirst) * pace, dt));
    remember(second, advanced(filledSecond, (first - filledSecond) * pace, dt));
    v["drug.clinical_entries_"_id + country] = second;
}

template <class T> void flows(Step<T>& step)
{
    workforce(step);
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto starts = worldStarts(step);
    const auto usShare = p["drug.us_share_2025"_id], floor = p["drug.share_floor"_id], spill = p["drug.spill"_id];
    const auto chinaShare = max(floor, p["drug.china_share_2025"_id] + p["drug.china_drift"_id] * t.since(2025.5));
    const auto peopleUs = v["drug.workforce"_id] * v["talent.us"_id] / p["talent.us_reference"_id];
    const auto peopleChina = v["talent.china"_id] / p["talent.china_reference"_id];
    const auto computeUs = v["compute.us"_id] / p["drug.us_compute_reference"_id];
    const auto computeChina = v["compute.china_effective"_id] / p["drug.china_compute_reference"_id];
    const auto byPeople = p["drug.talent_elasticity"_id], byCompute = spill * p["drug.compute_elasticity"_id];
    v["drug.starts_us"_id] = starts * usShare * pow(peopleUs, byPeople) * pow(computeUs, byCompute);
    pipeline(step, "us"_id, v["drug.starts_us"_id]);
    pipeline(step, "china"_id, starts * chinaShare * pow(peopleChina, spill * byPeople) * pow(computeChina, byCompute));
    pipeline(step, "other"_id, starts * max(floor, 1 - usShare - chinaShare));

    v["drug.expected_approvals_us"_id] = v["drug.clinical_entries_us"_id] * p["drug.approval_odds"_id];
    v["drug.value_us"_id] = v["drug.expected_approvals_us"_id] * p["drug.value"_id];
}

} // namespace chokepoint::model::drugs
