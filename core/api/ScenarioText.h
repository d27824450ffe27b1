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

/// Reads scenario text (format = 1). `place` names the file in messages. Checks the form only, Engine::check the content.
/// Throws InputError for text that is not UTF-8 or TOML, is too large, or has unknown, missing or ill-typed keys.
Scenario readScenario(std::string_view text, const std::string& place);

/// The same from a file; also throws InputError when the file cannot be read.
Scenario readScenarioFile(const std::filesystem::path& file);

/// A scenario that Engine::check accepts. Errors in its content name the place and the line of the change or assumption, as those in
/// its form do. Throws InputError as readScenario and Engine::check do.
Scenario checkedScenario(const Engine& engine, std::string_view text, const std::string& place);

/// The same from a file; also throws InputError when the file cannot be read.
Scenario checkedScenarioFile(const Engine& engine, const std::filesystem::path& file);

/// Text that readScenario turns into the same scenario; the catalogue tells numbers from levels.
std::string writeScenario(const Scenario& scenario, const Catalogue& catalogue);

} // namespace chokepoint
