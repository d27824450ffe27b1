// Replaces ids in texts of the data book by the words that people see.

#include "api/Catalogue.h"
#include "api/MeasureWords.h"

#include <algorithm>

namespace chokepoint::words {
namespace {

bool isIdCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

/// An id that nobody would take for a word: it has an underscore or a digit, but is not a plain number.
bool isNoWord(const std::string& id)
{
    const bool hasLetter = std::ranges::any_of(id, [](char c) { return c >= 'a' && c <= 'z'; });
    return hasLetter && std::ranges::any_of(id, [](char c) { return c == '_' || (c >= '0' && c <= '9'); });
}

} // namespace

std::string withoutIds(const Catalogue& catalogue, const Measure& measure, const std::string& text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (!isIdCharacter(text[at])) {
            result += text[at++];
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isIdCharacter(text[end]))
            ++end;
        const auto token = text.substr(at, end - at);
        const auto level = std::ranges::find(measure.levels, token, &Level::id);
        const auto other = catalogue.findMeasure(token);
        if (level != measure.levels.end() && (isNoWord(token) || at == 0))
            result += "\u201c" + level->shortLabel + "\u201d";
        else if (other && isNoWord(token))
            result += "\u201c" + catalogue.measures[*other].shortName + "\u201d";
        else
            result += token;
        at = end;
    }
    return result;
}

} // namespace chokepoint::words
