// One field of a CSV table, made so that no reader misreads it and no spreadsheet runs it.
#pragma once

#include <string>
#include <string_view>

namespace chokepoint {

/// The text in quotation marks where CSV asks for them (RFC 4180). A text that begins with = + - @, a tab or a carriage return, also behind
/// blanks, which a spreadsheet would take for a formula, gets an apostrophe before it. Numbers are written as they are and do not pass here.
std::string csvField(std::string_view text);

} // namespace chokepoint
