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

DisplayUnit displayUnit(const DataUnit& unit) { return {unit.scale, unit.words}; }

DisplayUnit displayUnit(const Series& series) { return displayUnit(series.unit); }

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
    return series.unit.difference.empty() ? series.unit.words : series.unit.difference;
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
