// Lines that a sector could hold by mistake; each must be refused by the compiler.
#include "model/Step.h"
#include "model/Sums.h"
#include "numbers/Batch.h"
#include "numbers/Symbol.h"

namespace chokepoint::model {

template <class T> void sector(Step<T>& step)
{
    auto& [v, e, h, p, x, t, dt] = step;
    v["hbm.revenue"_id] = in<usdBillion / year>(v["hbm.sold"_id] * v["hbm.price"_id]);
    v["logic.yield"_id] = 1 - t.before(2026.5, [&] { return v["logic.yield"_id]; }, [&] { return p["logic.yield_cap"_id]; });
#ifdef DOLLARS_PLUS_GIGABYTES
    auto sum = v["hbm.revenue"_id] + v["hbm.stock"_id];
#endif
#ifdef WRONG_POWER_OF_TEN
    v["hbm.revenue"_id] = v["hbm.sold"_id] * v["hbm.price"_id];
#endif
#ifdef WRONG_RESCALING
    v["hbm.revenue"_id] = in<usdBillion / year>(v["hbm.sold"_id]);
#endif
#ifdef LOGARITHM_OF_PEOPLE
    auto l = log(v["talent.us"_id]);
#endif
#if defined(BRANCH_ON_A_DOUBLE) || defined(BRANCH_ON_A_BATCH) || defined(BRANCH_ON_A_SYMBOL)
    if (v["hbm.home"_id] < v["hbm.need"_id])
        return;
#endif
#ifdef DECIMAL_LITERAL
    v["logic.yield"_id] = v["logic.yield"_id] * 0.75;
#endif
#ifdef DECIMAL_IN_A_SUM
    v["logic.yield"_id] = 0.75 - v["logic.yield"_id];
#endif
#ifdef DECIMAL_AS_WHOLE_NUMBER
    v["logic.yield"_id] = whole<one, T>(0.75);
#endif
#ifdef SMUGGLED_DECIMAL
    v["logic.yield"_id] = Quantity<T, one>(T(0.75));
#endif
#ifdef NOT_A_YEAR
    v["logic.yield"_id] = t.before(0.75, [&] { return v["logic.yield"_id]; }, [&] { return p["logic.yield_cap"_id]; });
#endif
#ifdef UNKNOWN_VARIABLE
    v["logic.yeild"_id] = 1 - v["logic.yield"_id];
#endif
#ifdef LEVER_OF_ANOTHER_UNIT
    v["logic.yield"_id] = v["logic.yield"_id] + e["accel.levy"_id];
#endif
}

#ifdef UNKNOWN_ADDEND
constexpr Sum misspelt{"talent.us", {{"talent.us_chian", 1}}};
#endif
#ifdef TERM_IN_A_STACK
constexpr Sum hidden{"revenue.allied_accelerators", {{"grey.vendor_sales", 1}}};
#endif
#ifdef SUM_OF_WHAT_IS_NO_SUM
constexpr const Sum& none = sumOf("hbm.stock");
#endif

#ifdef BRANCH_ON_A_BATCH
template void sector<numbers::Batch<4>>(Step<numbers::Batch<4>>&);
#elif defined(BRANCH_ON_A_SYMBOL)
template void sector<numbers::Symbol>(Step<numbers::Symbol>&);
#else
template void sector<double>(Step<double>&);
#endif

} // namespace chokepoint::model
