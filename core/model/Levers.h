// Every lever: the quantities that measures write and equations read, with the unit of resources/data/lever_names.csv.
#pragma once

#include "model/Rows.h"
#include "model/Table.h"

#include <algorithm>

namespace chokepoint::model {

inline constexpr std::array leverTable{
    Declaration{"hbm.capped", one},
    Declaration{"hbm.cap_units", millionStacks / year},
    Declaration{"hbm.stack_gb", gigabyte / stack},
    Declaration{"hbm.import_grade", bandwidthGrade},
    Declaration{"hbm.leak", petabyte / year},
    Declaration{"hbm.copack_leak", one},
    Declaration{"hbm.substitute_access", one},
    Declaration{"hbm.extra", petabyte / year},
    Declaration{"logic.extra", millionDies / year},
    Declaration{"packaging.extra", millionDies / year},
    Declaration{"accel.ceiling_tpp", one},
    Declaration{"accel.ceiling_bw", one},
    Declaration{"accel.volume_cap", percent},
    Declaration{"accel.levy", percent},
    Declaration{"accel.priority", one},
    Declaration{"accel.takeup", one},
    Declaration{"china.mandate", percent},
    Declaration{"china.fund", yuanBillion / year},
    Declaration{"china.outbound", one},
    Declaration{"tools.denial_logic", one},
    Declaration{"tools.denial_memory", one},
    Declaration{"tools.reach", one},
    Declaration{"tools.affiliates_reach", one},
    Declaration{"tools.affiliates_listing", one},
    Declaration{"tools.listing", one},
    Declaration{"tools.cxmt_listing", one},
    Declaration{"tools.backfill", one},
    Declaration{"tools.uptime", one},
    Declaration{"tools.domestic_rate", one},
    Declaration{"foundry.dies", millionDies / year},
    Declaration{"cloud.parent_rule", one},
    Declaration{"cloud.remote", one},
    Declaration{"cloud.hosts", one},
    Declaration{"enforcement.budget", usdMillion / year},
    Declaration{"enforcement.penalty", one},
    Declaration{"enforcement.location", one},
    Declaration{"enforcement.affiliates", one},
    Declaration{"talent.visa_china", percent},
    Declaration{"talent.visa_other", percent},
    Declaration{"talent.screen_china", one},
    Declaration{"talent.phd_start", one},
    Declaration{"talent.extension_exit", one / year},
    Declaration{"talent.opt_stay", one},
    Declaration{"talent.opt_apply", one},
    Declaration{"talent.h1b_stay", one},
    Declaration{"talent.h1b_fee", usd},
    Declaration{"talent.green_card_exit", one / year},
    Declaration{"talent.china_pull", one},
    Declaration{"open.us_support", usdBillion / year},
    Declaration{"open.us_release", one},
    Declaration{"open.us_gate", one},
    Declaration{"open.china_barred", one},
    Declaration{"open.china_release", one},
    Declaration{"minerals.supply", one},
    Declaration{"minerals.gallium", one},
    Declaration{"trade.tariff", percent},
    Declaration{"trade.s301", percent},
    Declaration{"trade.farm", usdBillion / year},
    Declaration{"trade.boeing", aircraft},
};

/// Levers of which equations take the logarithm.
inline constexpr std::array logarithmicLevers{Row<leverTable>("accel.ceiling_tpp"), Row<leverTable>("accel.ceiling_bw")};

/// A lever of logarithmicLevers, with its logarithm: draws share their levers, so it is worked out once for all of them.
template <class T> class LogarithmicLever : public Number<T> {
public:
    const Number<T>& logarithm() const { return m_logarithm; }
    void workAhead() { m_logarithm = log(static_cast<const Number<T>&>(*this)); }

private:
    Number<T> m_logarithm;
};
template <class T> Number<T> log(const LogarithmicLever<T>& lever) { return lever.logarithm(); }

struct LeverRows {
    template <class T, std::size_t I>
    using Type = std::conditional_t<std::ranges::find(logarithmicLevers, I, &Row<leverTable>::place) != logarithmicLevers.end(),
                                    LogarithmicLever<T>, Quantity<T, leverTable[I].unit>>;
};

/// The levers of one quarter.
template <class T> class Levers : public Record<T, leverTable, LeverRows> {
    using Base = Record<T, leverTable, LeverRows>;

public:
    /// fill(row, value) sets the bare value of every row.
    template <class F> explicit Levers(F&& fill)
    {
        Base::forEach(fill);
        Base::forEachHeld([](auto& lever) {
            if constexpr (requires { lever.workAhead(); })
                lever.workAhead();
        });
    }
    template <class F> void forEach(F&& f) const { Base::forEach(f); }
};

} // namespace chokepoint::model
