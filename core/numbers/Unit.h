// A unit of measure as a value that types can carry: exponents of base dimensions and a power of ten.
#pragma once

#include <string>
#include <string_view>

namespace chokepoint::numbers {

/// Exponents of the base dimensions. USD/GB and USD bn/PB differ in `ten`, so a forgotten thousand does not compile.
/// Arithmetic (8-bit) and memory bandwidth of accelerators share the dimension h100e: both count in units of one H100.
struct Unit {
    int usd = 0, yuan = 0, gigabyte = 0, second = 0, die = 0, package = 0, stack = 0, wafer = 0, h100e = 0, person = 0,
        candidate = 0, approval = 0, aircraft = 0, choice = 0, month = 0, year = 0;
    int ten = 0; ///< power of ten: 9 for billions

    friend constexpr bool operator==(const Unit&, const Unit&) = default;

    friend constexpr Unit operator*(const Unit& a, const Unit& b) { return combine(a, b, 1); }
    friend constexpr Unit operator/(const Unit& a, const Unit& b) { return combine(a, b, -1); }

private:
    static constexpr Unit combine(const Unit& a, const Unit& b, int sign)
    {
        return {a.usd + sign * b.usd,         a.yuan + sign * b.yuan,           a.gigabyte + sign * b.gigabyte,
                a.second + sign * b.second,   a.die + sign * b.die,             a.package + sign * b.package,
                a.stack + sign * b.stack,     a.wafer + sign * b.wafer,         a.h100e + sign * b.h100e,
                a.person + sign * b.person,   a.candidate + sign * b.candidate, a.approval + sign * b.approval,
                a.aircraft + sign * b.aircraft, a.choice + sign * b.choice,     a.month + sign * b.month,
                a.year + sign * b.year,       a.ten + sign * b.ten};
    }
};

constexpr Unit scaled(int ten, Unit unit)
{
    unit.ten += ten;
    return unit;
}

constexpr bool sameDimension(Unit a, Unit b)
{
    a.ten = b.ten = 0;
    return a == b;
}

inline constexpr Unit one{};
inline constexpr Unit percent = scaled(-2, one);
inline constexpr Unit usd{.usd = 1}, gigabyte{.gigabyte = 1}, second{.second = 1}, die{.die = 1}, package{.package = 1},
    stack{.stack = 1}, wafer{.wafer = 1}, h100e{.h100e = 1}, person{.person = 1}, candidate{.candidate = 1},
    approval{.approval = 1}, aircraft{.aircraft = 1}, choice{.choice = 1}, month{.month = 1}, year{.year = 1};
inline constexpr Unit usdThousand = scaled(3, usd), usdMillion = scaled(6, usd), usdBillion = scaled(9, usd);
inline constexpr Unit yuanBillion = scaled(9, Unit{.yuan = 1});
inline constexpr Unit petabyte = scaled(6, gigabyte);
inline constexpr Unit millionDies = scaled(6, die), millionPackages = scaled(6, package), millionStacks = scaled(6, stack);
inline constexpr Unit thousandWafers = scaled(3, wafer);
inline constexpr Unit millionH100e = scaled(6, h100e);
inline constexpr Unit thousandPeople = scaled(3, person);
inline constexpr Unit bandwidthGrade = one / second; ///< GB/s per GB

/// True when the data book's wording of a unit ("PB/yr", "k wpm") may stand for `unit`.
/// Some wordings leave the "per die" or "per candidate" to the description and so stand for several units.
bool wordingStandsFor(std::string_view wording, const Unit& unit);

/// True when any unit has this wording.
bool isWording(std::string_view text);

/// The unit in plain text for messages and tables, for instance "10^9 usd/year".
std::string describe(const Unit& unit);

} // namespace chokepoint::numbers
