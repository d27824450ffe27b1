// Trends: what equations carry on from a date at a rate that is a parameter, by one product a quarter.
#pragma once

#include "model/Given.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace chokepoint::model {

enum class Course {
    Compound, ///< compound(rate, years)
    Remaining ///< remaining(rate, years)
};

struct Trend {
    ParameterRow rate;
    Course course;
    double from; ///< the date at which it is one
};

inline constexpr std::array trendTable{
    Trend{"accel.price_decline", Course::Remaining, 2025.5},
    Trend{"cxmt.grade_growth", Course::Compound, 2026.5},
    Trend{"cxmt.stack_gb_growth", Course::Compound, 2026.5},
    Trend{"demand.growth_decay", Course::Remaining, 2028.5},
    Trend{"grey.growth_decay", Course::Remaining, 2025.5},
    Trend{"hbm.gb_per_die_growth", Course::Compound, 2028.5},
    Trend{"hbm.intensity_growth", Course::Compound, 2025.5},
    Trend{"hbm.price_decline", Course::Remaining, 2025.5},
    Trend{"hbm.wafer_bits_growth", Course::Compound, 2026.0},
    Trend{"logic.build_growth", Course::Compound, 2026.0},
    Trend{"offshore.growth_decay", Course::Remaining, 2025.5},
    Trend{"packaging.yield_rate", Course::Remaining, 2025.5},
    Trend{"revenue.nvidia_share_decline", Course::Remaining, 2026.5},
    Trend{"revenue.tight_decay", Course::Remaining, 2026.5},
    Trend{"talent.china_growth", Course::Compound, 2024.5},
    Trend{"talent.us_growth", Course::Compound, 2024.5},
    Trend{"tools.spend_growth", Course::Compound, 2026.5},
    Trend{"world.growth_decay", Course::Remaining, 2027.0},
};

/// The place of a parameter's trend, or the size of the table when it has none.
constexpr std::size_t trendOf(std::size_t parameter)
{
    std::size_t i = 0;
    while (i < trendTable.size() && trendTable[i].rate.place != parameter)
        ++i;
    return i;
}

/// All trends at the middle of one quarter: at first that of 2022Q1. Their values depend on the parameters and on how often they were
/// advanced, never on where a run was resumed.
template <class T> class Trends {
    static constexpr std::size_t size = Arithmetic<T>::worksAhead ? trendTable.size() : 0;

public:
    explicit Trends(const Parameters<T>& p)
    {
        if constexpr (size > 0)
            set(p, std::make_index_sequence<size>());
    }

    /// To the next quarter.
    void advance()
    {
        for (std::size_t i = 0; i < size; ++i)
            m_now[i] = m_now[i] * m_ratio[i];
    }

    template <std::size_t I> Number<T> at() const { return Raw::make<Number<T>>(m_now[I]); }

private:
    template <std::size_t I> static Number<T> after(const Parameters<T>& p, double years)
    {
        constexpr auto& trend = trendTable[I];
        const auto& rate = p.template at<trend.rate.place>();
        const auto passed = Raw::make<Quantity<T, year>>(Arithmetic<T>::fromTime(years));
        if constexpr (trend.course == Course::Compound)
            return exp(yearlyLog(rate) * passed);
        else
            return exp(-rate * passed);
    }
    template <std::size_t... I> void set(const Parameters<T>& p, std::index_sequence<I...>)
    {
        constexpr double first = 2022.125, quarter = double(1) / 4;
        ((m_now[I] = Raw::value(after<I>(p, first - trendTable[I].from)), m_ratio[I] = Raw::value(after<I>(p, quarter))), ...);
    }

    std::array<T, size> m_now, m_ratio;
};

/// Time since a date; it knows the trends of its quarter.
template <class T> class Since : public Quantity<T, year> {
public:
    Since(double years, double date, const Trends<T>* trends)
        : Quantity<T, year>(Raw::make<Quantity<T, year>>(Arithmetic<T>::fromTime(years))), m_hasPassed(years != 0), m_date(date),
          m_trends(trends)
    {
    }

    template <std::size_t Trend> Number<T> course() const
    {
        if (m_date != trendTable[Trend].from)
            throw std::logic_error("a trend is read from another date than trendTable says");
        return m_hasPassed ? m_trends->template at<Trend>() : whole<one, T>(1);
    }

private:
    bool m_hasPassed; ///< false before the date of a time that is never negative
    double m_date;
    const Trends<T>* m_trends;
};

template <std::size_t Row, Course C> constexpr bool takesCourse = trendOf(Row) < trendTable.size() && trendTable[trendOf(Row)].course == C;

template <class T, std::size_t Row>
    requires(takesCourse<Row, Course::Compound>)
Number<T> compound(const Parameter<T, Row>&, const Since<T>& years)
{
    return years.template course<trendOf(Row)>();
}
template <class T, std::size_t Row>
    requires(takesCourse<Row, Course::Remaining>)
Number<T> remaining(const Parameter<T, Row>&, const Since<T>& years)
{
    return years.template course<trendOf(Row)>();
}

} // namespace chokepoint::model
