// A number that a file has to carry and that nobody should read off it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chokepoint::numbers {

/// The number as 32 digits of base sixteen that look like chance and fit one text alone. This hides it from eyes and from other programs,
/// and it cannot be moved to another text; who has this program can lift the veil, for it holds no key of anybody's.
std::string veiled(std::uint64_t number, std::string_view text);
/// Nothing when the digits are none, or were veiled with another text.
std::optional<std::uint64_t> unveiled(std::string_view digits, std::string_view text);

} // namespace chokepoint::numbers
