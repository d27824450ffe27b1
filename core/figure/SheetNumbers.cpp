// Whether an edited text states numbers that the run gives.
#include "figure/SheetParts.h"

#include "api/Engine.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace chokepoint {
namespace {

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

bool isLetter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_'; }

double valueOf(const std::string& number)
{
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value;
}

/// "8.7" agrees with 8.74, and "9" with it too: the text may round as it likes.
bool agrees(const std::string& number, double known)
{
    const auto point = number.find('.');
    const auto decimals = point == std::string::npos ? 0 : number.size() - point - 1;
    double unit = 1;
    for (std::size_t i = 0; i < decimals; ++i)
        unit /= 10;
    double step = unit / 2;
    if (decimals == 0) // "80,000" for 81,118
        for (std::size_t i = number.size(); i-- > 1 && number[i] == '0';)
            step *= 10;
    const double size = std::fabs(known), stated = valueOf(number);
    return std::fabs(size - stated) <= step * (1 + 1e-9) && (stated != 0 || size <= step);
}

bool isYear(const std::string& number) { return number.size() == 4 && valueOf(number) >= firstYear && valueOf(number) <= lastYear + 1; }

} // namespace

std::vector<std::string> numbersIn(std::string_view text, const LanguageStyle& style)
{
    std::vector<std::string> numbers;
    const auto startsAt = [&](std::size_t place, const std::string& sign) {
        return !sign.empty() && text.substr(place).starts_with(sign) && place + sign.size() < text.size()
            && isDigit(text[place + sign.size()]);
    };
    for (std::size_t i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            ++i;
            continue;
        }
        const bool isPartOfName = i > 0 && isLetter(text[i - 1]); // HBM3, H100
        std::string number;
        bool hasPoint = false;
        while (i < text.size()) {
            if (isDigit(text[i])) {
                number += text[i++];
            } else if (!hasPoint && startsAt(i, style.groupSign)) {
                i += style.groupSign.size();
            } else if (!hasPoint && startsAt(i, style.decimalSign)) {
                i += style.decimalSign.size();
                number += '.';
                hasPoint = true;
            } else {
                break;
            }
        }
        if (!isPartOfName)
            numbers.push_back(number);
    }
    return numbers;
}

namespace figure {

bool statesNumber(const std::string& text, const LanguageStyle& style) { return !std::ranges::all_of(numbersIn(text, style), isYear); }

std::vector<std::string> otherNumbers(const std::string& own, const Sheet& sheet, const SheetMaking& making)
{
    const auto& style = making.runs.language.style();
    const auto stated = numbersIn(own, style);
    std::set<std::string> known;
    for (const auto* text : {&sheet.title, &sheet.subtitle, &sheet.source, &sheet.note, &sheet.alternative})
        for (auto& number : numbersIn(text->fromNumbers, style))
            known.insert(std::move(number));
    for (const auto& run : making.runs.scenarios)
        for (auto& number : numbersIn(making.nameOf(run) + ' ' + run.scenario->title, style))
            known.insert(std::move(number));
    std::set<int> years;
    for (const auto& number : stated)
        if (isYear(number) && valueOf(number) <= lastYear)
            years.insert(static_cast<int>(valueOf(number)));
    if (years.empty())
        years.insert(making.request.year);
    std::vector<double> values; // of the years that the text names
    for (const int year : years) {
        const double before = making.runs.baseline.central->annualMean(making.row, year);
        values.push_back(making.yearOf(making.runs.baseline, year));
        for (const auto& run : making.runs.scenarios) {
            const double value = run.central->annualMean(making.row, year);
            values.push_back(making.yearOf(run, year));
            if (before != 0)
                values.push_back((value / before - 1) * 100);
        }
    }
    std::vector<std::string> others;
    for (const auto& number : stated)
        if (!isYear(number) && !known.contains(number) && std::ranges::none_of(values, [&](double value) { return agrees(number, value); }))
            others.push_back(number);
    return others;
}

} // namespace figure
} // namespace chokepoint
