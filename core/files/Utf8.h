// UTF-8, byte by byte.
#pragma once

#include <cstddef>
#include <string_view>

namespace chokepoint::files {

/// Bytes of the character at `at`; 0 when they are not UTF-8 (overlong, half, a surrogate, beyond U+10FFFF).
std::size_t lengthOfCharacter(std::string_view text, std::size_t at);

} // namespace chokepoint::files
