// A scenario in one line: as a share code, to be pasted into a mail, and as the options of the command line.
#pragma once

#include "api/InputError.h"
#include "api/Scenario.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

struct Catalogue;
class Engine;

/// Longest code that is read.
inline constexpr std::size_t longestShareCode = 16'384;

/// "CHOKE1." and base64url: title, start, preset that it is compared with, changes, assumptions (without their reasons) and a checksum.
/// Measures, settings and inputs stand in it as short digests of their ids, so that a code outlives a data book that gained some. The
/// same scenario gives the same code. Throws InputError when it would be longer than longestShareCode.
std::string shareCode(const Scenario& scenario);

/// What a code held.
struct SharedScenario {
    Scenario scenario;
    std::size_t unknown = 0; ///< changes and assumptions about which this data book knows nothing; they are left out
};

/// Reads a code; blanks and line ends anywhere in it do not matter. Throws InputError for a text that is no code, is longer than
/// longestShareCode, was changed on its way, comes from a newer program, or whose scenario the engine refuses.
SharedScenario readShareCode(const Engine& engine, std::string_view text);

/// True when a text looks like a code, so that pasting one anywhere can open it.
bool looksLikeShareCode(std::string_view text);

/// The options by which the command line makes a scenario with the same changes and values: "--preset full_denial --set
/// hbm_export=open@2028Q1 --param demand.sigma=2". Ranges and reasons of assumptions have no option and are left out; titles are the
/// command line's own.
std::string commandOptions(const Catalogue& catalogue, const Scenario& scenario);

} // namespace chokepoint
