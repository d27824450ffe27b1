// The pseudo-language: English that can still be read, but shows what is no message and what has no room.
#include "words/Pattern.h"

#include <string_view>

namespace chokepoint::words {
namespace {

constexpr std::string_view plain = "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz";
constexpr std::string_view accented = "ÁÇĎÉĜĤÍĴĶĹŇÓŔŠŤÚŴÝŽáçďéĝĥíĵķĺňóŕšťúŵýž"; // two bytes each
static_assert(accented.size() == 2 * plain.size());

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string withAccent(char letter)
{
    const auto at = plain.find(letter);
    return at == std::string_view::npos ? std::string(1, letter) : std::string(accented.substr(2 * at, 2));
}

/// Two of five letters are doubled; `letters` counts them over the pieces of a text.
std::string stretch(std::string_view text, std::size_t& letters)
{
    std::string longer;
    for (const char c : text) {
        longer += withAccent(c);
        if (isLetter(c) && (letters++ % 5 == 0 || letters % 5 == 4))
            longer += withAccent(c);
    }
    return longer;
}

void stretch(std::vector<PatternNode>& nodes, std::size_t& letters)
{
    for (auto& node : nodes) {
        node.text = stretch(node.text, letters);
        for (auto& branch : node.branches) {
            std::size_t ofBranch = letters;
            stretch(branch.nodes, ofBranch);
        }
    }
}

} // namespace

std::string stretched(std::string_view text)
{
    std::size_t letters = 0;
    return stretch(text, letters);
}

Pattern pseudoPattern(Pattern pattern)
{
    std::size_t letters = 0;
    stretch(pattern.nodes, letters);
    pattern.nodes.insert(pattern.nodes.begin(), PatternNode{.text = "\u27e6"});
    pattern.nodes.push_back(PatternNode{.text = "\u27e7"});
    return pattern;
}

} // namespace chokepoint::words
