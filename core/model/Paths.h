// Every exogenous path: a quantity given over time by the knots of resources/data/paths.csv.
#pragma once

#include "model/Table.h"

namespace chokepoint::model {

inline constexpr std::array pathTable{
    Declaration{"world_spend", usdBillion / year},
    Declaration{"china_budget", usdBillion / year},
    Declaration{"logic_build_history", thousandWafers / month / year},
    Declaration{"foundry_history", one},
    Declaration{"packaging_history", one},
    Declaration{"hbm_stock_build", petabyte / year},
    Declaration{"cxmt_profile", one},
    Declaration{"other_hbm_profile", one},
    Declaration{"import_grade_design", bandwidthGrade},
    Declaration{"dies_per_package", die / package},
    Declaration{"grey_history", one},
    Declaration{"offshore_history", one},
    Declaration{"tightness", one},
    Declaration{"hbm_intensity", one},
    Declaration{"hbm_price_reference", one},
    Declaration{"hynix_share", one},
    Declaration{"micron_share", one},
    Declaration{"nvidia_share", one},
    Declaration{"nvidia_other", usdBillion / year},
    Declaration{"nvidia_china_other", usdBillion / year},
    Declaration{"tsmc_base", usdBillion / year},
    Declaration{"smic_base", usdBillion / year},
    Declaration{"tool_spend", usdBillion / year},
    Declaration{"tool_denial_history", one},
    Declaration{"huawei_share", one},
    Declaration{"graduates_china", thousandPeople / year},
    Declaration{"graduates_india", thousandPeople / year},
    Declaration{"graduates_row", thousandPeople / year},
    Declaration{"gap_history", month},
    Declaration{"us_open_lag", one},
    Declaration{"us_open_head_start", one},
    Declaration{"us_base_head_start", one},
    Declaration{"china_breadth", one},
};

/// The paths at the middle of one quarter.
template <class T> using Paths = Record<T, pathTable>;

} // namespace chokepoint::model
