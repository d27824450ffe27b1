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

/// readScenario() from a file; it also throws when it cannot be read.
Scenario readScenarioFile(const std::filesystem::path& file);

/// A scenario that Engine::check accepts. Errors in its content name the place and the line of the change or assumption, as those in
/// its form do. Throws InputError as readScenario and Engine::check do.
Scenario checkedScenario(const Engine& engine, std::string_view text, const std::string& place);

/// The same from a file; also throws InputError when the file cannot be read.
Scenario checkedScenarioFile(const Engine& engine, const std::filesystem::path& file);

/// Text that readScenario turns into the same scenario; the catalogue tells numbers from levels.
std::string writeScenario(const Scenario& scenario, const Catalogue& catalogue);

/// The text from which a scenario was read, edited until readScenario turns it into `scenario`, but for the order of its assumptions.
/// What did not change stays letter by letter: comments, blank lines, the order of keys, line ends. A comment directly above a key or a
/// [[change]] goes with it when it goes. An empty or unreadable original gives writeScenario(scenario, catalogue); one whose form cannot
/// be kept (changes in one line, say) gives the same under the comments of its head.
std::string writeScenario(const Scenario& scenario, const Catalogue& catalogue, std::string_view original);

} // namespace chokepoint
