// Numbers, units and quarters as people read them.
#include "api/Words.h"

#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace chokepoint::words {
namespace {

const std::string minus = "\u2212";
const std::string thinSpace = "\u202f";

std::string fixed(double value, int decimals)
{
    std::array<char, 400> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

/// Plain digits with commas and a true minus.
std::string dressed(std::string digits)
{
    const bool isNegative = digits.starts_with('-');
    if (isNegative)
        digits.erase(0, 1);
    const auto point = std::min(digits.find('.'), digits.size());
    for (auto at = point; at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    const bool isZero = digits.find_first_not_of("0.,") == std::string::npos;
    return isNegative && !isZero ? minus + digits : digits;
}

int decimalsOf(double value)
{
    const double size = std::fabs(value);
    if (size < 0.0995)
        return size < 0.00995 ? 4 : 3;
    return size < 0.995 ? 2 : size < 9.95 ? 1 : 0;
}

} // namespace

DisplayUnit displayUnit(const Series& series)
{
    static const std::array<std::pair<std::string_view, DisplayUnit>, 24> units{{
        {"0 logic, 1 HBM, 2 packaging, 3 demand", {1, "which input"}},
        {"GB", {1, "GB per die"}},
        {"H100 bandwidths", {1, "H100 bandwidths"}},
        {"H100e", {1, "H100-equivalents"}},
        {"M dies", {1, "million dies"}},
        {"M dies/year", {1, "million dies a year"}},
        {"M units/year", {1, "million packages a year"}},
        {"MH", {1, "million H100-equivalents"}},
        {"MH effective", {1, "million H100-equivalents"}},
        {"MH per USD bn", {1000, "H100-equivalents per million dollars"}},
        {"MH/year", {1, "million H100-equivalents a year"}},
        {"PB", {1, "million GB"}},
        {"PB/year", {1, "million GB a year"}},
        {"USD bn/year", {1, "USD billion a year"}},
        {"USD/GB", {1, "USD per GB"}},
        {"approvals/year", {1, "approvals a year"}},
        {"candidates/year", {1, "candidates a year"}},
        {"index", {1, "index"}},
        {"index 0-1", {1, "index, 1 = free supply"}},
        {"months", {1, "months"}},
        {"share", {100, "per cent"}},
        {"thousand people", {1000, "people"}},
        {"thousand people/year", {1000, "people a year"}},
        {"thousand wafers/month", {1, "thousand wafers a month"}},
    }};
    if (series.unit == "ratio")
        return {1, "times"};
    // thousandths of a million dollars: 1 MH per USD bn is 1,000 H100-equivalents per USD million
    const auto at = std::ranges::find(units, series.unit, &std::pair<std::string_view, DisplayUnit>::first);
    return at == units.end() ? DisplayUnit{1, series.unit} : at->second;
}

std::string number(double value)
{
    if (!std::isfinite(value))
        return "not defined";
    return std::fabs(value) < 0.0005 ? "0" : dressed(fixed(value, decimalsOf(value)));
}

std::pair<std::string, std::string> numbersAlike(double a, double b)
{
    constexpr int mostDecimals = 4;
    const double larger = std::max(std::fabs(a), std::fabs(b)), smaller = std::min(std::fabs(a), std::fabs(b));
    if (!std::isfinite(larger) || a == b || (smaller < larger / 10 && number(a) != number(b)))
        return {number(a), number(b)};
    const auto shown = [](double x, int decimals) { return dressed(fixed(x, decimals)); };
    int decimals = std::max(decimalsOf(a), decimalsOf(b));
    while (decimals < mostDecimals && shown(a, decimals) == shown(b, decimals))
        ++decimals;
    if (shown(a, decimals) == shown(b, decimals))
        return {number(a), number(b)};
    return {shown(a, decimals), shown(b, decimals)};
}

std::string differenceUnit(const Series& series)
{
    return series.unit == "share" ? "percentage points" : displayUnit(series).unit;
}

std::string amount(const std::string& number, const std::string& unit)
{
    constexpr std::string_view currency = "USD ";
    return unit.starts_with(currency) ? std::string(currency) + number + " " + unit.substr(currency.size()) : number + " " + unit;
}

std::string exactNumber(const std::string& decimalText)
{
    const auto value = numbers::DecimalText::parse(decimalText);
    return value ? dressed(numbers::DecimalText::shortest(*value)) : decimalText;
}

std::string roundTrip(double value) { return numbers::DecimalText::shortest(value); }

std::string relativeChange(double value, double baseline)
{
    if (value == baseline)
        return "no effect";
    if (baseline == 0)
        return "from zero";
    const double percent = (value / baseline - 1) * 100;
    const double size = std::fabs(percent);
    if (size < 0.05)
        return "under 0.1" + thinSpace + "%";
    const std::string sign = percent < 0 ? minus : "+";
    return sign + dressed(fixed(size, size < 9.95 ? 1 : 0)) + thinSpace + "%";
}

std::string quarter(Quarter quarter) { return std::to_string(quarter.year()) + " Q" + std::to_string(quarter.ofYear()); }

std::string binding(BindingInput input)
{
    constexpr std::array<std::string_view, 4> names{"logic", "HBM", "packaging", "buyers\u2019 budget"};
    return std::string(names[static_cast<std::size_t>(input)]);
}

BindingInput bindingAt(const Catalogue& catalogue, const Projection& projection, Quarter quarter)
{
    return static_cast<BindingInput>(static_cast<int>(projection.at(*catalogue.findSeries("accel.binding"), quarter)));
}

} // namespace chokepoint::words
