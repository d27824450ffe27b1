// Reads the text of a source as far as rules of the house need it: comments, literals, functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::test {

/// Whether a string or a character in quotation marks begins at `at`; the mark in 1'000 begins none.
bool beginsLiteral(std::string_view text, std::size_t at);

/// The index behind the literal that begins at `at`.
std::size_t behindLiteral(std::string_view text, std::size_t at);

/// The text with blanks for comments, and with blanks for comments and literals; lines and indices stay.
std::string withoutComments(std::string_view source);
std::string withoutCommentsAndLiterals(std::string_view source);

/// A function with its body, at the level of a namespace or a class; what stands inside it, such as a lambda, is part of it.
struct Function {
    std::string head; ///< up to the brace, in one line
    std::size_t line = 0;
    std::size_t lineCount = 0; ///< from the first line of its head to its closing brace
};
std::vector<Function> functionsIn(std::string_view source);

/// Letters of the longest line, and its number.
struct Width {
    std::size_t columns = 0, line = 0;
};
Width widestLine(std::string_view source);

} // namespace chokepoint::test
