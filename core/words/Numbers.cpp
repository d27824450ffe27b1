// Which digits a number is shown with.
#include "words/Units.h"
#include "api/ChangeWords.h"
#include "api/NumberWords.h"
#include "api/ProjectionWords.h"
#include "api/Telling.h"

#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace chokepoint::words {
namespace {

constexpr double smallest = 0.0005; ///< what is below reads as zero

int decimalsOf(double value)
{
    const double size = std::fabs(value);
    if (size < 0.0995)
        return size < 0.00995 ? 4 : 3;
    return size < 0.995 ? 2 : size < 9.95 ? 1 : 0;
}

Message undefined() { return Message("number.undefined"); }

/// Signed, and never zero for what is not.
MessageValue withSign(double value, Digits::Form form, Digits::Form formOfSize)
{
    if (!std::isfinite(value))
        return undefined();
    if (value == 0)
        return Digits{"0", form};
    if (std::fabs(value) < smallest)
        return Message("number.under", {{"size", Digits{"0.0005", formOfSize}}});
    return rounded(value, decimalsOf(value), form);
}

MessageValue shown(double value, Digits::Form form)
{
    if (!std::isfinite(value))
        return undefined();
    return std::fabs(value) < smallest ? Digits{"0", form} : rounded(value, decimalsOf(value), form);
}

} // namespace

Digits rounded(double value, int decimals, Digits::Form form)
{
    std::array<char, 400> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    std::string digits(buffer.data(), end.ptr);
    if (digits.find_first_not_of("-0.") == std::string::npos && digits.starts_with('-'))
        digits.erase(0, 1);
    return {digits, form};
}

MessageValue number(double value) { return shown(value, Digits::Form::Plain); }

MessageValue percent(double part) { return shown(part * 100, Digits::Form::Percent); }

MessageValue signedNumber(double value) { return withSign(value, Digits::Form::Signed, Digits::Form::Plain); }

MessageValue signedPart(double part) { return withSign(part * 100, Digits::Form::SignedPercent, Digits::Form::Percent); }

std::pair<MessageValue, MessageValue> numbersAlike(double a, double b, Digits::Form form)
{
    constexpr int mostDecimals = 4;
    const bool isSigned = form == Digits::Form::Signed || form == Digits::Form::SignedPercent;
    const auto sizeForm = form == Digits::Form::SignedPercent ? Digits::Form::Percent : Digits::Form::Plain;
    const auto alone = [&](double value) { return isSigned ? withSign(value, form, sizeForm) : shown(value, form); };
    const double larger = std::max(std::fabs(a), std::fabs(b)), smaller = std::min(std::fabs(a), std::fabs(b));
    if (!std::isfinite(larger) || a == b || (smaller < larger / 10 && alone(a) != alone(b)))
        return {alone(a), alone(b)};
    int decimals = std::max(decimalsOf(a), decimalsOf(b));
    while (decimals < mostDecimals && rounded(a, decimals) == rounded(b, decimals))
        ++decimals;
    if (rounded(a, decimals) == rounded(b, decimals))
        return {alone(a), alone(b)};
    return {rounded(a, decimals, form), rounded(b, decimals, form)};
}

std::pair<MessageValue, MessageValue> endsApart(double low, double high, bool areSigned)
{
    constexpr int mostDecimals = 5;
    const auto said = [&](double value, int decimals) {
        return rounded(value, decimals, areSigned && value != 0 ? Digits::Form::Signed : Digits::Form::Plain);
    };
    const double larger = std::max(std::fabs(low), std::fabs(high));
    if (!std::isfinite(larger))
        return {number(low), number(high)};
    int decimals = larger < 99.5 ? std::min(decimalsOf(larger) + 1, mostDecimals) : 0;
    while (low != high && decimals < mostDecimals && said(low, decimals) == said(high, decimals))
        ++decimals;
    return {said(low, decimals), said(high, decimals)};
}

int decimalsOf(const Digits& digits)
{
    const auto point = digits.text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(digits.text.size() - point - 1);
}

ShownSum sumAsShown(const std::vector<double>& parts)
{
    double largest = 0;
    for (const double part : parts)
        largest = std::max(largest, std::fabs(part));
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    return sumAsShown(parts, largest == 0 ? 0 : decimalsOf(std::max(largest, std::fabs(sum))));
}

ShownSum sumAsShown(const std::vector<double>& parts, int decimals)
{
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    double scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    std::vector<double> whole;
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    double left = std::round(sum * scale);
    for (const double part : parts) {
        whole.push_back(std::floor(part * scale));
        left -= whole.back();
    }
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return parts[i] * scale - whole[i]; });
    for (std::size_t i = 0; i < order.size() && left >= 1; ++i, --left)
        ++whole[order[i]];
    ShownSum shown;
    for (const double part : whole)
        shown.parts.push_back(rounded(part / scale, decimals, Digits::Form::Signed));
    shown.sum = rounded(std::round(sum * scale) / scale, decimals, Digits::Form::Signed);
    return shown;
}

Digits othersAsShown(const ShownSum& sum, std::size_t part)
{
    double others = 0;
    for (std::size_t i = 0; i < sum.parts.size(); ++i)
        if (i != part)
            others += numbers::DecimalText::parse(sum.parts[i].text).value_or(0);
    return rounded(others, decimalsOf(sum.sum), Digits::Form::Signed);
}

MessageValue exactNumber(const std::string& decimalText)
{
    if (const auto value = numbers::DecimalText::parse(decimalText))
        return Digits{numbers::DecimalText::shortest(*value)};
    return decimalText;
}

std::string roundTrip(double value) { return numbers::DecimalText::shortest(value); }

MessageValue relativeChange(double value, double baseline)
{
    if (value == baseline)
        return Message("change.none");
    if (baseline == 0)
        return Message("change.from_zero");
    const double percent = (value / baseline - 1) * 100;
    const double size = std::fabs(percent);
    if (!std::isfinite(size))
        return undefined();
    if (size < 0.05)
        return Message("number.under", {{"size", Digits{"0.1", Digits::Form::Percent}}});
    return rounded(percent, size < 9.95 ? 1 : 0, Digits::Form::SignedPercent);
}

MessageValue signedPercent(double fraction)
{
    const double size = std::fabs(fraction) * 100;
    if (!std::isfinite(size))
        return undefined();
    if (size < 0.05)
        return Digits{"0", Digits::Form::SignedPercent};
    // one decimal below ten; what relativeChange() writes
    return relativeChange(1 + fraction, 1);
}

namespace {
constexpr std::array<std::string_view, 4> bindingNames{"logic", "hbm", "packaging", "budget"}; ///< by BindingInput
} // namespace

Message binding(BindingInput input) { return Message::ofFamily("binding_input", bindingNames[static_cast<std::size_t>(input)]); }

Message bindingOnStrip(BindingInput input) { return Message::ofFamily("strip_input", bindingNames[static_cast<std::size_t>(input)]); }

} // namespace chokepoint::words
