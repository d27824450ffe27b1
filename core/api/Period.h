// The time of which a result is told: a whole year, as the mean of its quarters, or one quarter.
#pragma once

#include "api/Projection.h"
#include "api/Quarter.h"

#include <optional>
#include <string>
#include <string_view>

namespace chokepoint {

inline constexpr int yearCount = lastYear - firstYear + 1;

/// Charts, cards and sentences tell years, so a result is told of a year unless somebody asks for a quarter.
class Period {
public:
    constexpr Period() = default;                                           ///< the last year
    constexpr Period(Quarter quarter) : m_last(quarter), m_isYear(false) {} // implicit: a quarter is a period
    /// firstYear to lastYear.
    static constexpr Period ofYear(int year)
    {
        Period period(endOf(year));
        period.m_isYear = true;
        return period;
    }
    /// "2030" or "2030Q4"; nothing when the text has neither form or lies outside the model's time.
    static std::optional<Period> parse(std::string_view text);

    bool isYear() const { return m_isYear; }
    int year() const { return m_last.year(); }
    Quarter last() const { return m_last; } ///< its last quarter, or the quarter itself
    std::string text() const;               ///< what parse() reads
    /// Mean of the year, or the value of the quarter.
    double in(const SeriesValues& values) const
    {
        return m_isYear ? annualMean(values, m_last.year()) : values[static_cast<std::size_t>(m_last.index)];
    }
    friend constexpr bool operator==(const Period&, const Period&) = default;

private:
    Quarter m_last{quarterCount - 1};
    bool m_isYear = true;
};

} // namespace chokepoint
