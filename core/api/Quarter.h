// Quarters of the model's time, 2022Q1 to 2035Q4.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace chokepoint {

inline constexpr int firstYear = 2022;
inline constexpr int lastYear = 2035;
inline constexpr int quarterCount = (lastYear - firstYear + 1) * 4;

/// The recorded part of a chart ends here; later values are projections.
inline constexpr double recordedUntil = 2026.5;

/// index: 0 for 2022Q1 to quarterCount - 1 for 2035Q4.
struct Quarter {
    int index = 0;

    /// Nothing when the text is not of the form 2027Q1 or lies outside the model's time.
    static std::optional<Quarter> parse(std::string_view text);

    int year() const { return firstYear + index / 4; }
    int ofYear() const { return index % 4 + 1; }
    double begin() const { return firstYear + index / 4.0; }
    double middle() const { return begin() + 0.125; } ///< where rates, prices and shares stand on a time axis
    double end() const { return begin() + 0.25; }     ///< where stocks stand on a time axis
    std::string text() const;                         ///< "2027Q1"
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

/// The last quarter of a year, firstYear to lastYear.
constexpr Quarter endOf(int year) { return {(year - firstYear) * 4 + 3}; }

/// The quarter from which changes without a date apply.
inline constexpr Quarter defaultStart{(2027 - firstYear) * 4};

} // namespace chokepoint
