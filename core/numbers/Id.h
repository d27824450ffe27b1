// Ids as types: "hbm.stock"_id names a variable, parameter, lever or path, and the compiler looks it up in its table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace chokepoint::numbers {

/// Text usable as a template argument.
template <std::size_t N> struct FixedText {
    char text[N]{};
    constexpr FixedText() = default;
    constexpr FixedText(const char (&literal)[N]) { std::copy_n(literal, N, text); }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

template <FixedText Text> struct Id {
    static constexpr std::string_view text() { return Text.view(); }
};

template <FixedText A, FixedText B> consteval auto joined()
{
    FixedText<sizeof(A.text) + sizeof(B.text) - 1> both;
    std::copy_n(B.text, sizeof(B.text), std::copy_n(A.text, sizeof(A.text) - 1, both.text));
    return both;
}

/// "talent.us_"_id + "china"_id is "talent.us_china"_id: one equation for a group of variables of the same shape.
template <FixedText A, FixedText B> constexpr Id<joined<A, B>()> operator+(Id<A>, Id<B>) { return {}; }

inline namespace literals {
template <FixedText Text> consteval Id<Text> operator""_id() { return {}; }
} // namespace literals

} // namespace chokepoint::numbers
