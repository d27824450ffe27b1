// Reads words and numbers out of a text, numbers as people write them.
#include "api/RecordSearch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chokepoint {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 13> scales{{{"thousand", 1e3},
                                                                      {"million", 1e6},
                                                                      {"billion", 1e9},
                                                                      {"trillion", 1e12},
                                                                      {"k", 1e3},
                                                                      {"m", 1e6},
                                                                      {"mn", 1e6},
                                                                      {"bn", 1e9},
                                                                      {"tn", 1e12},
                                                                      {"millions", 1e6},
                                                                      {"billions", 1e9},
                                                                      {"trillions", 1e12},
                                                                      {"thousands", 1e3}}};
constexpr std::size_t wholeWords = 4; ///< the first of them may be begun only

bool isDigitOfToken(char c) { return c >= '0' && c <= '9'; }
bool isLetterOfToken(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Lower case, and blanks for signs of more than one byte: dashes, quotation marks, thin blanks, the minus.
std::string plainToken(std::string_view text)
{
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (result[i] >= 'A' && result[i] <= 'Z')
            result[i] = static_cast<char>(result[i] - 'A' + 'a');
        const std::string_view rest = std::string_view(result).substr(i);
        for (const std::string_view sign : {"\xE2\x80", "\xE2\x88"})
            if (rest.starts_with(sign) && rest.size() >= 3)
                std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(i), 3, ' ');
        if (rest.starts_with("\xC2\xA0"))
            std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(i), 2, ' ');
    }
    return result;
}

double scaleOf(std::string_view word, bool isBegun)
{
    for (std::size_t i = 0; i < scales.size(); ++i)
        if (word == scales[i].first || (isBegun && i < wholeWords && word.size() >= 3 && scales[i].first.starts_with(word)))
            return scales[i].second;
    return 0;
}

/// The text of a number in decimal form, behind it in `at`: commas between groups of three are left out, another comma is the point.
std::string numeralAt(const std::string& text, std::size_t& at)
{
    const auto digitsFrom = [&](std::size_t from) {
        while (from < text.size() && isDigitOfToken(text[from]))
            ++from;
        return from;
    };
    auto end = digitsFrom(at);
    auto digits = text.substr(at, end - at);
    bool isGrouped = false;
    while (end < text.size() && text[end] == ',' && digitsFrom(end + 1) == end + 4 && (isGrouped || digits.size() <= 3)) {
        digits += text.substr(end + 1, 3);
        end += 4;
        isGrouped = true;
    }
    if (end + 1 < text.size() && (text[end] == '.' || (text[end] == ',' && !isGrouped)) && isDigitOfToken(text[end + 1])) {
        const auto behind = digitsFrom(end + 1);
        digits += "." + text.substr(end + 1, behind - end - 1);
        end = behind;
    }
    at = end;
    return digits;
}

/// The same digits always give the same value, whatever the computer's locale says.
double valueOfNumeral(const std::string& numeral)
{
    double whole = 0, unit = 1;
    bool isBehind = false;
    for (const char c : numeral) {
        if (c == '.') {
            isBehind = true;
            continue;
        }
        whole = whole * 10 + (c - '0');
        unit *= isBehind ? 10 : 1;
    }
    return whole / unit;
}

} // namespace

std::vector<RecordSearch::Token> RecordSearch::tokensOf(std::string_view typed, bool isTyped)
{
    const auto text = plainToken(typed);
    std::vector<Token> tokens;
    const auto wordEnd = [&](std::size_t from) {
        while (from < text.size() && (isLetterOfToken(text[from]) || isDigitOfToken(text[from])))
            ++from;
        return from;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigitOfToken(text[at]) && !isLetterOfToken(text[at])) {
            ++at;
            continue;
        }
        Token token;
        token.begin = at;
        if (isLetterOfToken(text[at])) {
            token.end = wordEnd(at);
            token.word = text.substr(at, token.end - at);
            const bool isBegun = isTyped && token.end == text.size();
            // "13 million": the word belongs to the number before it
            const bool follows = !tokens.empty() && tokens.back().isNumber && !tokens.back().isScaled && tokens.back().end + 1 == at;
            if (const double scale = follows ? scaleOf(token.word, isBegun) : 0; scale > 0) {
                tokens.back().value *= scale;
                tokens.back().isScaled = true;
                tokens.back().end = token.end;
            } else {
                tokens.push_back(token);
            }
            at = token.end;
            continue;
        }
        const auto numeral = numeralAt(text, at);
        token.base = token.value = valueOfNumeral(numeral);
        token.end = wordEnd(at);
        const auto suffix = text.substr(at, token.end - at);
        const double scale = suffix.empty() ? 1 : suffix == "b" ? 1e9 : scaleOf(suffix, false);
        token.isNumber = scale > 0; // "910c" is a word
        token.isScaled = scale > 1;
        token.value *= scale;
        token.word = text.substr(token.begin, token.end - token.begin);
        at = token.end;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

} // namespace chokepoint
