// What is done with bytes of strangers: each target reads them as its format and holds what was read to its promises.
#pragma once

#include <string_view>

namespace chokepoint {

class Engine;

namespace fuzz {

/// One format. `run` ends quietly for bytes that are refused with an InputError; anything else that goes wrong is an exception of another
/// kind, a fault that a sanitizer sees, or an endless run.
struct Target {
    const char* name; ///< also of its folder in the corpus
    void (*run)(const Engine& engine, std::string_view bytes);
    int parts = 1;      ///< of so many of the time that a target is bent for in the suite; libFuzzer is told its own
    int longest = 30'000; ///< milliseconds that one input may take
};

/// As TOML text: what is read is written and read as the same again, over its own text as well.
void scenarioText(const Engine& engine, std::string_view bytes);
/// As a share code, and as what lies inside one, with the checksum made right: what is read gives a code that is read as the same.
void shareCodes(const Engine& engine, std::string_view bytes);
/// As a workbook file: what is read is written and read as the same, opened, and gone back over to the start.
void workbooks(const Engine& engine, std::string_view bytes);

/// As a saved rehearsal, or as talks that were watched: what is read is written and read as the same, and never says more of the computer than its own lines.
void rehearsals(const Engine& engine, std::string_view bytes);
/// As lines of reaction rules: what is read is written and read as the same, and unfolds a package to an end.
void reactionRules(const Engine& engine, std::string_view bytes);

inline constexpr Target targets[] = {{"scenario", &scenarioText},
                                     {"code", &shareCodes},
                                     {"workbook", &workbooks},
                                     {"rehearsal", &rehearsals, 3, 60'000}, // the first that names a replay runs its packages
                                     {"rules", &reactionRules, 3}};

} // namespace fuzz
} // namespace chokepoint
