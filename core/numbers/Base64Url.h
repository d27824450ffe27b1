// Bytes as letters that pass through mail, chat and addresses unharmed: base64url without padding (RFC 4648, section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chokepoint::numbers {

std::string base64Url(std::string_view bytes);

/// The bytes of such a text; nothing when it holds another letter or ends in the middle of a byte.
std::optional<std::string> fromBase64Url(std::string_view text);

} // namespace chokepoint::numbers
