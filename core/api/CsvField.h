// One field of a CSV table, made so that no reader misreads it and no spreadsheet runs it.
#pragma once

#include <string>
#include <string_view>

namespace chokepoint {

/// The text in quotation marks where CSV asks for them (RFC 4180). A text that begins with = + - @, a tab or a carriage return, also behind
/// blanks, is a formula for a spreadsheet and gets an apostrophe before it. Numbers are written as they are and do not pass here.
std::string csvField(std::string_view text);

/// True for what a spreadsheet would run when it opens or takes it: "=1+1", "@SUM", also behind blanks.
bool isFormula(std::string_view text);

} // namespace chokepoint
