// The parameters of one run as the sectors see them, with what follows from a parameter alone worked out once.
#pragma once

#include "model/Parameters.h"
#include "model/Rows.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

namespace chokepoint::model {

using ParameterRow = Row<parameterTable>;

/// What equations divide by: its reciprocal is kept, for a division takes as long as ten products.
inline constexpr std::array divisors{
    ParameterRow("accel.h100_bandwidth"), ParameterRow("capability.lead_2025"), ParameterRow("china.fund_reference"),
    ParameterRow("cxmt.experience_reference"), ParameterRow("demand.sigma"), ParameterRow("drug.china_compute_reference"),
    ParameterRow("drug.growth_decay"), ParameterRow("drug.lag"), ParameterRow("drug.us_compute_reference"),
    ParameterRow("enforcement.budget_reference"), ParameterRow("frontier.research_lag"), ParameterRow("grey.growth_decay"),
    ParameterRow("grey.unmet_reference"), ParameterRow("hbm.relax_ramp"), ParameterRow("hbm.stock_use"), ParameterRow("hbm.supply_lag"),
    ParameterRow("logic.bank_release"), ParameterRow("logic.experience_reference"), ParameterRow("logic.lag"),
    ParameterRow("minerals.buffer"), ParameterRow("offshore.growth_decay"), ParameterRow("open.support_delay"),
    ParameterRow("packaging.plan_time"), ParameterRow("talent.china_reference"), ParameterRow("talent.climate_halflife"),
    ParameterRow("talent.fee_reference"), ParameterRow("talent.stay_reference"), ParameterRow("talent.study"),
    ParameterRow("talent.us_reference"), ParameterRow("tools.home_share_cap"), ParameterRow("tools.service_lag"),
    ParameterRow("tools.uptime_reference"), ParameterRow("world.ceiling"),
};

/// Rates of growth of which equations take the yearlyLog().
inline constexpr std::array growths{
    ParameterRow("accel.die_growth"), ParameterRow("frontier.bw_growth"), ParameterRow("frontier.chip_growth"),
    ParameterRow("frontier.tpp_growth"), ParameterRow("grey.growth"), ParameterRow("offshore.growth"),
};

template <class List> constexpr bool isIn(const List& rows, std::size_t row)
{
    return std::ranges::any_of(rows, [&](const ParameterRow& r) { return r.place == row; });
}

/// One parameter, which knows its row, so that what follows from it is found by the compiler.
template <class T, std::size_t Row> class Parameter : public Quantity<T, parameterTable[Row].unit> {
public:
    static constexpr bool isDivisor = isIn(divisors, Row), isGrowth = isIn(growths, Row);

    const T& reciprocal() const { return m_reciprocal.value; }
    const T& logarithm() const { return m_logarithm.value; }

    void workAhead()
    {
        const T& value = Raw::value(*this);
        if constexpr (isDivisor)
            m_reciprocal.value = T(Arithmetic<T>::fromInt(1) / value);
        if constexpr (isGrowth)
            m_logarithm.value = Arithmetic<T>::log(T(Arithmetic<T>::fromInt(1) + value));
    }

private:
    template <bool, int> struct Kept {};
    template <int Place> struct Kept<true, Place> {
        T value{};
    };
    [[no_unique_address]] Kept<isDivisor, 0> m_reciprocal;
    [[no_unique_address]] Kept<isGrowth, 1> m_logarithm;
};

template <class T, Unit A, std::size_t Row>
    requires(Parameter<T, Row>::isDivisor)
auto operator/(const Quantity<T, A>& a, const Parameter<T, Row>& b)
{
    return Raw::make<Quantity<T, A / parameterTable[Row].unit>>(T(Raw::value(a) * b.reciprocal()));
}
template <std::same_as<int> I, class T, std::size_t Row>
    requires(Parameter<T, Row>::isDivisor)
auto operator/(I a, const Parameter<T, Row>& b)
{
    return whole<one, T>(a) / b;
}
template <class T, std::size_t Row>
    requires(Parameter<T, Row>::isGrowth)
Quantity<T, one / year> yearlyLog(const Parameter<T, Row>& rate)
{
    return Raw::make<Quantity<T, one / year>>(rate.logarithm());
}

struct ParameterRows {
    template <class T, std::size_t I>
    using Type = std::conditional_t<Arithmetic<T>::worksAhead, Parameter<T, I>, Quantity<T, parameterTable[I].unit>>;
};

/// The parameters of one run. Values, ranges, grades and sources stand in the data book.
template <class T> class Parameters : Record<T, parameterTable, ParameterRows> {
    using Base = Record<T, parameterTable, ParameterRows>;

public:
    /// fill(row, value) sets the bare value of every row.
    template <class F> explicit Parameters(F&& fill)
    {
        Base::forEach(fill);
        if constexpr (Arithmetic<T>::worksAhead)
            Base::forEachHeld([](auto& parameter) { parameter.workAhead(); });
    }

    template <FixedText Text> const auto& operator[](Id<Text> id) const { return Base::operator[](id); }
    using Base::at;
    template <class F> void forEach(F&& f) const { Base::forEach(f); }
};

} // namespace chokepoint::model
