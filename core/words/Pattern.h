// A pattern of en.toml, read once: text, values, plurals and selections as a tree that is walked when a message is said.
#pragma once

#include "words/Plurals.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::words {

/// So many values may a message have.
inline constexpr std::size_t mostArguments = 16;
/// The index of {program}, which the language knows and a message does not give.
inline constexpr std::size_t programArgument = mostArguments;

struct PatternBranch;

struct PatternNode {
    enum class Kind {
        Text,
        Value,   ///< {name}, and # in a plural
        Plural,
        Ordinal,
        Select,
    };
    Kind kind = Kind::Text;
    bool isStrong = false;
    bool isYear = false;      ///< of a value: a count gets no thousands marks
    bool isDollars = false;   ///< of a value, "{name, dollars}": its digits are dressed as an amount of money
    std::size_t argument = 0; ///< index into Pattern::arguments, or programArgument
    std::string text = {};
    std::vector<PatternBranch> branches = {};
};

struct PatternBranch {
    std::string key;                   ///< of a selection: the value; "other" stands for all others
    PluralForm form = PluralForm::Other;
    std::optional<std::int64_t> exact = {}; ///< "=0"
    std::vector<PatternNode> nodes = {};
};

struct Pattern {
    std::vector<PatternNode> nodes;
    std::vector<std::string> arguments; ///< sorted
};

/// Reads ICU MessageFormat syntax with named values, plural, selectordinal and select, and {name, dollars}; *strong* spans; ** for an
/// asterisk. Throws std::invalid_argument with the reason, a phrase for people who write patterns.
Pattern parsePattern(std::string_view text, const Plurals& plurals);

/// True for "year" and names that end in "Year".
bool isNameOfYear(std::string_view name);

/// The letters of the pseudo-language: a text with accents and two of five letters doubled, without brackets. All letters but b, f, m,
/// p, q, v and x get an accent, so that any other letter without one stands in a text that is not translated.
std::string stretched(std::string_view text);

/// The pseudo-language of a pattern: in brackets, letters with accents, 40 % longer; values and selections stay.
Pattern pseudoPattern(Pattern pattern);

} // namespace chokepoint::words
