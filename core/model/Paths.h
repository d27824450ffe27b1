// Every exogenous path: a quantity given over time by the knots of resources/data/paths.csv, and the factors on it.
#pragma once

#include "model/Calendar.h"
#include "model/Given.h"
#include "model/Table.h"

#include <utility>
#include <vector>

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
    Declaration{"dram_price", one},
    Declaration{"hbm_wafer_share", one},
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

/// The paths at the middle of one quarter as the data book has them.
template <class T> using PathValues = SharedRecord<T, pathTable>;

/// A knot of a path, and how the path rises in a year until the next one.
template <class Shared> struct Knot {
    Shared year, value, slope;
};

/// The knots of one path, years rising.
template <class T> using Knots = std::vector<Knot<typename Arithmetic<T>::Shared>>;

/// The knots through points (year, value).
template <class T, class Shared = typename Arithmetic<T>::Shared>
Knots<T> knotsThrough(const std::vector<std::pair<Shared, Shared>>& points)
{
    Knots<T> knots;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& [a, from] = points[i];
        const auto& [b, to] = points[i + 1 < points.size() ? i + 1 : i];
        knots.push_back({a, from, i + 1 < points.size() ? Shared((to - from) / (b - a)) : Arithmetic<Shared>::fromInt(0)});
    }
    return knots;
}

/// The paths that are read at a time shifted by a parameter; they must be linear.
inline constexpr std::array<std::string_view, 2> shiftedPaths{"cxmt_profile", "dram_price"};

/// The knots of each of shiftedPaths.
template <class T> using ShiftedKnots = std::array<Knots<T>, shiftedPaths.size()>;

/// The path through the knots at time t: linear between them, constant outside, without a branch on t.
template <class T, Unit U> Quantity<T, U> pathAt(const Knots<T>& knots, const Quantity<T, year>& t)
{
    using A = Arithmetic<T>;
    const T& time = Raw::value(t);
    T result = A::shared(knots.back().value);
    for (std::size_t i = knots.size() - 1; i-- > 0;) {
        const auto& [begin, from, slope] = knots[i];
        const T inside = A::shared(from) + A::shared(slope) * (time - A::shared(begin));
        result = A::select(A::less(time, A::shared(knots[i + 1].year)), inside, result);
    }
    const auto& first = knots.front();
    return Raw::make<Quantity<T, U>>(A::select(A::less(time, A::shared(first.year)), A::shared(first.value), result));
}

/// What the sectors see of the paths in one quarter: x["hynix_share"_id] is the path of the data book times what is uncertain about it,
/// the parameter path.hynix_share.early up to mid-2022, path.hynix_share.late from mid-2026 on and a mixture in between. A parameter that
/// does not exist counts as one.
template <class T> class Paths {
public:
    Paths(const PathValues<T>& values, const ShiftedKnots<T>& knots, const Parameters<T>& p, const Calendar<T>& t)
        : m_values(values), m_knots(knots), m_p(p), m_t(t), m_late(min(1, notNegative(t.since(2022.5) / whole<year, T>(4))))
    {}

    /// A path at the middle of the quarter.
    template <FixedText Name> auto operator[](Id<Name> path) const { return uncertain(path, m_values[path]); }

    /// One of shiftedPaths at another time. What is uncertain about it stays that of the quarter.
    template <FixedText Name> auto at(Id<Name> path, const Quantity<T, year>& time) const
    {
        constexpr auto place = static_cast<std::size_t>(std::ranges::find(shiftedPaths, Name.view()) - shiftedPaths.begin());
        static_assert(place < shiftedPaths.size(), "this path is read at the middle of the quarter only");
        return uncertain(path, pathAt<T, pathTable[indexOf(pathTable, Name.view())].unit>(m_knots[place], time));
    }

private:
    template <FixedText Name> static constexpr bool isParameter(Id<Name>)
    {
        return indexOf(parameterTable, Name.view()) < parameterTable.size();
    }
    template <FixedText Name, Unit U> Quantity<T, U> uncertain(Id<Name>, const Quantity<T, U>& value) const
    {
        constexpr auto early = "path."_id + Id<Name>{} + ".early"_id, late = "path."_id + Id<Name>{} + ".late"_id;
        if constexpr (isParameter(early) && isParameter(late) && Arithmetic<T>::worksAhead)
            return value * m_t.before(2022.5, [&] { return Number<T>(m_p[early]); }, [&] {
                return m_t.before(2026.5, [&] { return m_p[early] * (1 - m_late) + m_p[late] * m_late; },
                                  [&] { return Number<T>(m_p[late]); });
            });
        else if constexpr (isParameter(early) && isParameter(late))
            return value * (m_p[early] * (1 - m_late) + m_p[late] * m_late);
        else if constexpr (isParameter(early))
            return value * (m_p[early] * (1 - m_late) + m_late);
        else if constexpr (isParameter(late))
            return value * (1 - m_late + m_p[late] * m_late);
        else
            return value;
    }

    PathValues<T> m_values;
    const ShiftedKnots<T>& m_knots;
    const Parameters<T>& m_p;
    Calendar<T> m_t;
    Number<T> m_late; ///< 0 up to mid-2022, 1 from mid-2026 on
};

} // namespace chokepoint::model
