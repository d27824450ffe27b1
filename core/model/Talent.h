// Talent: graduate students of all fields and AI researchers in the United States and in China, by country of birth.
#pragma once

#include "model/Step.h"

namespace chokepoint::model::talent {

/// The climate that rules create, and what it and the rules do to applications, visas, staying and leaving.
template <class T> void climate(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto visaChina = in<one>(inForce["talent.visa_china"_id]), visaOther = in<one>(inForce["talent.visa_other"_id]);
    const auto weight = p["talent.climate_china"_id], screen = inForce["talent.screen_china"_id];
    const auto hostility = weight * (notNegative(1 - visaChina) + p["talent.climate_screen"_id] * notNegative(1 - screen))
                         + (1 - weight) * notNegative(1 - visaOther);
    auto& climate = v["talent.climate"_id];
    advance(climate, (hostility - climate) * ln2<T>() / p["talent.climate_halflife"_id], dt);

    const auto felt = t.before(2023.0, [&] { return whole<one, T>(0); }, [&] { return climate; });
    v["talent.stay_shift"_id] = inForce["talent.opt_stay"_id] + inForce["talent.h1b_stay"_id] - p["talent.climate_stay"_id] * felt;
    const auto attraction = max(p["talent.apply_floor"_id], 1 + v["talent.stay_shift"_id] / p["talent.stay_reference"_id]);
    v["talent.apply"_id] =
        pow(attraction, p["talent.apply_elasticity"_id]) * inForce["talent.opt_apply"_id] * inForce["talent.phd_start"_id];

    const auto elasticity = p["talent.visa_elasticity"_id], floor = p["talent.visa_floor"_id];
    v["talent.visa_chinese"_id] = pow(max(floor, visaChina) * screen, elasticity);
    v["talent.visa_others"_id] = pow(max(floor, visaOther), elasticity);
    v["talent.us_trend"_id] = compound(p["talent.us_growth"_id], t.since(2024.5));
    v["talent.fee"_id] = 1 - p["talent.fee_cut"_id] * min(1, inForce["talent.h1b_fee"_id] / p["talent.fee_reference"_id]);
    const auto multiple = t.before(2025.0, [&] { return whole<one, T>(1); }, [&] { return p["talent.exit_multiple"_id]; });
    const auto exit = p["talent.exit"_id] * multiple * (1 + p["talent.climate_exit"_id] * climate);
    v["talent.exit_hazard"_id] =
        max(p["talent.exit_floor"_id], exit + inForce["talent.green_card_exit"_id] + inForce["talent.extension_exit"_id]);
}

/// AI-relevant part of the completions of one origin, from the entry of 2024.
template <class T, FixedText Origin> Number<T> aiPart(const Parameters<T>& p, Id<Origin> origin)
{
    const auto foreignEntry = p["talent.us_entry"_id] * (1 - p["talent.us_domestic_share"_id]);
    return p["talent.entry_part_"_id + origin] * foreignEntry
         / (p["talent.completions_2024_"_id + origin] * p["talent.stay_"_id + origin]);
}

/// Share of the graduates of one origin who stay.
template <class T, FixedText Origin> Number<T> stayShare(const Parameters<T>& p, const Variables<T>& v, Id<Origin> origin)
{
    const auto shifted = p["talent.stay_"_id + origin] + v["talent.stay_shift"_id] * p["talent.shift_part_"_id + origin];
    return min(p["talent.stay_most"_id], max(p["talent.stay_least"_id], shifted));
}

/// Researchers of one origin hired from abroad.
template <class T, FixedText Origin>
Quantity<T, thousandPeople / year> hiredAbroad(const Parameters<T>& p, const Variables<T>& v, Id<Origin> origin)
{
    return p["talent.hired_abroad_part_"_id + origin] * p["talent.hired_abroad"_id] * v["talent.fee"_id];
}

/// Students, graduates and researchers of one origin.
template <class T, FixedText Origin> void origin(Step<T>& step, Id<Origin> origin, const Number<T>& visa)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& students = v["talent.students_"_id + origin];
    auto& researchers = v["talent.us_"_id + origin];

    const auto admitted = x["graduates_"_id + origin] * visa * v["talent.apply"_id];
    const auto completed = students / p["talent.study"_id];
    advance(students, admitted - completed, dt);

    const auto stay = stayShare(p, v, origin);
    const auto part = aiPart(p, origin);
    v["talent.hired_"_id + origin] = hiredAbroad(p, v, origin);
    const auto entering = completed * stay * part * v["talent.us_trend"_id] + v["talent.hired_"_id + origin];
    const auto leaving = researchers * v["talent.exit_hazard"_id];
    v["talent.go_home_"_id + origin] = completed * (1 - stay) * part * v["talent.us_trend"_id];
    v["talent.retired_"_id + origin] = p["talent.retire"_id] * researchers;
    advance(researchers, entering - leaving - v["talent.retired_"_id + origin], dt);

    v["talent.new_"_id + origin] = admitted;
    v["talent.us_entry_"_id + origin] = entering;
    v["talent.us_exit_"_id + origin] = leaving;
}

/// Would-be students from China whom the rules deter: they study elsewhere first, as those admitted do.
template <class T> void deterred(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    auto& studying = v["talent.deterred"_id];
    const auto deterred = notNegative(x["graduates_china"_id] - v["talent.new_china"_id]);
    const auto finished = studying / p["talent.study"_id];
    advance(studying, deterred - finished, dt);
    const auto home = p["talent.deterred_home"_id];
    const auto inAi = v["talent.ai_part_china"_id] * p["talent.deterred_part"_id] * v["talent.us_trend"_id];
    v["talent.deterred_home"_id] = finished * home * inAi;
    v["talent.deterred_third"_id] = finished * (1 - home) * inAi;
}

template <class T> void china(Step<T>& step)
{
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    const auto pull = inForce["talent.china_pull"_id], leaverHome = p["talent.leaver_home"_id], goHome = p["talent.go_home_part"_id];
    const auto graduates = v["talent.go_home_china"_id], leavers = v["talent.us_exit_china"_id];
    v["talent.returnees"_id] = (graduates * goHome + leavers * leaverHome) * pull;
    deterred(step);
    v["talent.leave_third"_id] = leavers * (1 - leaverHome * pull);
    v["talent.go_third_china"_id] = graduates * (1 - goHome * pull);
    v["talent.china_entry"_id] = p["talent.china_entry"_id] * compound(p["talent.china_growth"_id], t.since(2024.5));
    auto& researchers = v["talent.china"_id];
    advance(researchers,
            v["talent.china_entry"_id] + v["talent.returnees"_id] * p["talent.returnee_productivity"_id] + v["talent.deterred_home"_id]
                - p["talent.china_exit"_id] * researchers,
            dt);
}

template <class T> void flows(Step<T>& step)
{
    climate(step);
    auto& [v, inForce, recorded, p, x, t, dt] = step;
    origin(step, "china"_id, v["talent.visa_chinese"_id]);
    origin(step, "india"_id, v["talent.visa_others"_id]);
    origin(step, "row"_id, v["talent.visa_others"_id]);
    v["talent.ai_part_china"_id] = aiPart(p, "china"_id);

    auto& domestic = v["talent.us_domestic"_id];
    v["talent.us_entry_domestic"_id] = p["talent.us_entry"_id] * p["talent.us_domestic_share"_id] * v["talent.us_trend"_id];
    v["talent.left_domestic"_id] = (p["talent.retire"_id] + p["talent.exit_domestic"_id]) * domestic;
    advance(domestic, v["talent.us_entry_domestic"_id] - v["talent.left_domestic"_id], dt);
    v["talent.us"_id] = v["talent.us_china"_id] + v["talent.us_india"_id] + v["talent.us_row"_id] + domestic;
    v["talent.students"_id] = v["talent.students_china"_id] + v["talent.students_india"_id] + v["talent.students_row"_id];
    v["talent.new"_id] = v["talent.new_china"_id] + v["talent.new_india"_id] + v["talent.new_row"_id];
    china(step);
}

} // namespace chokepoint::model::talent
