// Scenario files: one scenario as commented TOML text.
#pragma once

#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/Scenario.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace chokepoint {

class Engine;

/// Largest scenario file that is read, in bytes.
inline constexpr std::size_t largestScenarioFile = 1 << 20;

/// Reads scenario text (format = 1); a byte order mark and lines that end in CR LF are read as well. `place` names the file in
/// messages. Checks the form only, Engine::check the content.
/// Throws InputError for text that is not UTF-8 or TOML, is too large, has unknown, missing or ill-typed keys, or more than mostChanges
/// changes or mostAssumptions assumptions.
Scenario readScenario(std::string_view text, const std::string& place);

/// Reads and checks: what Engine::check refuses is told with the file and the line of the change or assumption.
Scenario readCheckedScenario(std::string_view text, const std::string& place, const Engine& engine);

/// The text of a scenario file. Throws InputError when it cannot be read or is too large.
std::string scenarioFileText(const std::filesystem::path& file);

/// readScenario() and readCheckedScenario() from a file; they also throw when it cannot be read.
Scenario readScenarioFile(const std::filesystem::path& file);
Scenario readCheckedScenarioFile(const std::filesystem::path& file, const Engine& engine);

/// Text that readScenario turns into the same scenario; the catalogue tells numbers from levels.
std::string writeScenario(const Scenario& scenario, const Catalogue& catalogue);

/// The text from which a scenario was read, edited until readScenario turns it into `scenario`, but for the order of its assumptions.
/// What did not change stays letter by letter: comments, blank lines, the order of keys, line ends. A comment directly above a key or a
/// [[change]] goes with it when it goes. An empty or unreadable original gives writeScenario(scenario, catalogue); one whose form cannot
/// be kept (changes in one line, say) gives the same under the comments of its head.
std::string writeScenario(const Scenario& scenario, const Catalogue& catalogue, std::string_view original);

} // namespace chokepoint
