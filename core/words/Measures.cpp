// Words about measures: where they stand, how hard a step is, and dates in full.
#include "api/Words.h"

#include <algorithm>
#include <array>

namespace chokepoint::words {

std::string date(const std::string& text)
{
    constexpr std::array<const char*, 12> months{"January", "February", "March", "April", "May", "June", "July", "August",
                                                 "September", "October", "November", "December"};
    if (const auto asQuarter = Quarter::parse(text))
        return quarter(*asQuarter);
    const auto digits = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (std::size_t i = at; i < at + size; ++i)
            value = i < text.size() && text[i] >= '0' && text[i] <= '9' ? value * 10 + (text[i] - '0') : 100000;
        return value;
    };
    const bool hasDay = text.size() == 10 && text[4] == '-' && text[7] == '-', hasMonth = text.size() == 7 && text[4] == '-';
    if (!hasDay && !hasMonth)
        return text;
    const int month = digits(5, 2), day = hasDay ? digits(8, 2) : 1;
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return text;
    const std::string monthAndYear = std::string(months[static_cast<std::size_t>(month - 1)]) + " " + text.substr(0, 4);
    return hasDay ? std::to_string(day) + " " + monthAndYear : monthAndYear;
}

std::string withDatesInWords(const std::string& text)
{
    const auto isPart = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isPart(text[end]))
            ++end;
        const auto token = text.substr(at, end - at);
        const bool isDate =
            (token.size() == 10 || token.size() == 7) && (token.starts_with("19") || token.starts_with("20")) && token[4] == '-';
        result += isDate ? date(token) : token;
        if (end == at)
            result += text[end++];
        at = end;
    }
    return result;
}

std::string difficulty(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::DoneBefore:
        return "Done before";
    case Difficulty::Announced:
        return "Announced";
    case Difficulty::NeverTried:
        break;
    }
    return "Never tried";
}

std::string statusLine(const MeasureNotes& notes)
{
    std::string line = "Hypothetical";
    if (notes.status == MeasureStatus::InForce)
        line = "In force";
    else if (notes.status == MeasureStatus::Proposed)
        line = "Proposed";
    else if (notes.status == MeasureStatus::Suspended)
        return "Suspended until " + date(notes.until);
    return notes.until.empty() ? line : line + ", due for decision on " + date(notes.until);
}

} // namespace chokepoint::words
