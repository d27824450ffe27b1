// A small language for tests, with messages planted by the test.
#pragma once

#include "api/Language.h"

#include <string>

namespace chokepoint::test {

/// What stands above the messages; the first line of the messages is line `plantedLines` + 1.
inline const std::string plantedHead = R"([language]
name = "Planted"
locale = "en-US"
[language.number]
decimal = "."
group = ","
group_size = 3
minus = "−"
plus = "+"
percent = "{number}%"
dollars = "${number}"
[language.list]
and = { pair = " and ", middle = ", ", last = " and " }
or = { pair = " or ", middle = ", ", last = " or " }
comma = { pair = ", ", middle = ", ", last = ", " }
semicolon = { pair = "; ", middle = "; ", last = "; " }
dot = { pair = " · ", middle = " · ", last = " · " }
sentence = { pair = " ", middle = " ", last = " " }
)";
inline constexpr int plantedLines = 18;

inline Language plantedLanguage(const std::string& messages, Program program = Program::CommandLine)
{
    return Language::parse(plantedHead + messages, "planted.toml", program);
}

} // namespace chokepoint::test
