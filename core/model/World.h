// World: the sectors in their one visible order, the state at the start, and the step of a quarter.
#pragma once

#include "model/Accelerators.h"
#include "model/Capability.h"
#include "model/ChineseDemand.h"
#include "model/ChipmakerRevenue.h"
#include "model/Compute.h"
#include "model/DrugDiscovery.h"
#include "model/Frontier.h"
#include "model/Hbm.h"
#include "model/HbmMarket.h"
#include "model/Imports.h"
#include "model/Logic.h"
#include "model/OpenModels.h"
#include "model/Talent.h"
#include "model/Tools.h"
#include "model/Spending.h"

#include <span>

namespace chokepoint::model {

/// One quarter of one or more runs. A state that a sector sets is read with its new value by the sectors after it. Each sector is run for
/// all before the next, so that its instructions are fetched once.
template <class T> void advanceQuarter(std::span<Step<T>> steps)
{
    const auto each = [&](auto sector) {
        for (auto& step : steps)
            sector(step);
    };
    each(spending::flows<T>);
    each(frontier::flows<T>);
    each(imports::flows<T>);
    each(tools::flows<T>);
    each(logic::flows<T>);
    each(hbm::flows<T>);
    each(accelerators::flows<T>);
    each(demand::flows<T>);
    each(hbm::close<T>);
    each(demand::close<T>);
    each(logic::close<T>);
    each(compute::flows<T>);
    each(hbmMarket::flows<T>);
    each(revenue::flows<T>);
    each(frontier::close<T>);
    each(talent::flows<T>);
    each(capability::flows<T>);
    each(openModels::flows<T>);
    each(drugs::flows<T>);
}
template <class T> void advanceQuarter(Step<T>& step) { advanceQuarter(std::span<Step<T>>(&step, 1)); }

namespace start {

inline constexpr std::string_view prefix = "start.";

/// The row of parameterTable that holds the start value of a state, or its size when the state has none.
constexpr std::size_t parameterOf(std::string_view state)
{
    for (std::size_t i = 0; i < parameterTable.size(); ++i)
        if (parameterTable[i].id.starts_with(prefix) && parameterTable[i].id.substr(prefix.size()) == state)
            return i;
    return parameterTable.size();
}

} // namespace start

/// The states at the beginning of 2022Q1. Everything else is default-constructed and written before it is read.
template <class T> Variables<T> startOf2022(const Parameters<T>& p)
{
    Variables<T> v;
    std::array<const T*, parameterTable.size()> values{};
    p.forEach([&](std::size_t row, const T& value) { values[row] = &value; });
    v.forEach([&](std::size_t row, T& value) {
        static constexpr auto sources = [] {
            std::array<std::size_t, variableTable.size()> rows{};
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows[i] = start::parameterOf(variableTable[i].id);
            return rows;
        }();
        if (sources[row] < parameterTable.size())
            value = *values[sources[row]];
    });

    const auto fraction = [](int a, int b) { return whole<year, T>(a) / b; };
    const auto toMid2023 = fraction(11, 8); // from the middle of 2022Q1
    const auto frontier2023 = logOf(p["frontier.tpp_per_usd_2023"_id]);
    v["frontier.tpp_ln"_id] = frontier2023 - yearlyLog(p["frontier.tpp_growth"_id]) * toMid2023;
    v["frontier.bw_ln"_id] = frontier2023 - yearlyLog(p["frontier.bw_growth"_id]) * toMid2023;
    v["frontier.tpp_ln_2025"_id] = v["frontier.tpp_ln"_id];
    v["accel.die_ln"_id] = logOf(p["accel.die_tpp_2025"_id])
                         - yearlyLog(p["accel.die_growth"_id]) * p["accel.die_growth_before"_id] * fraction(7, 2); // to mid-2025
    v["hbm.price_ln"_id] = logOf(p["hbm.price_2022"_id]);
    v["capability.gap"_id] = p["capability.gap_2025"_id] + p["capability.gap_start_offset"_id];
    v["minerals.squeeze_then"_id] = v["minerals.squeeze"_id];
    v["tools.home_gain_then"_id] = v["tools.home_gain"_id];
    v["demand.pull"_id] = whole<one, T>(1);
    v["logic.cover"_id] = whole<year, T>(0);
    v["talent.deterred"_id] = whole<thousandPeople, T>(0);
    return v;
}

} // namespace chokepoint::model
