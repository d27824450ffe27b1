// Checks the content of a scenario file and says in which line it is wrong.
#include "api/Engine.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/ScenarioText.h"
#include "scenario/ScenarioLines.h"

#include <algorithm>
#include <ranges>

namespace chokepoint {
namespace {

/// Whether the first `changes` and `assumptions` of a scenario are accepted, compared with the status quo.
bool isAccepted(const Engine& engine, const Scenario& scenario, std::size_t changes, std::size_t assumptions)
{
    Scenario part;
    part.start = scenario.start;
    part.changes.assign(scenario.changes.begin(), scenario.changes.begin() + static_cast<std::ptrdiff_t>(changes));
    part.assumptions.assign(scenario.assumptions.begin(), scenario.assumptions.begin() + static_cast<std::ptrdiff_t>(assumptions));
    try {
        engine.check(part);
        return true;
    } catch (const InputError&) {
        return false;
    }
}

/// The line of the first part that is wrong: what is accepted up to a part is accepted up to all before it.
std::size_t lineOfFault(const Engine& engine, const scenario::ScenarioWithLines& read)
{
    const auto firstWrong = [&](const std::vector<std::size_t>& lines, const auto& accepts) {
        const auto counts = std::views::iota(std::size_t{1}, lines.size() + 1);
        const auto wrong = std::ranges::partition_point(counts, accepts);
        return wrong == counts.end() ? std::size_t{0} : lines[*wrong - 1];
    };
    if (const auto line = firstWrong(read.changeLines, [&](std::size_t n) { return isAccepted(engine, read.scenario, n, 0); }))
        return line;
    if (const auto line = firstWrong(read.assumptionLines, [&](std::size_t n) { return isAccepted(engine, read.scenario, 0, n); }))
        return line;
    return read.baselineLine;
}

} // namespace

Scenario checkedScenario(const Engine& engine, std::string_view text, const std::string& place)
{
    auto read = scenario::readWithLines(text, place);
    try {
        engine.check(read.scenario);
    } catch (const InputError& error) {
        const auto line = lineOfFault(engine, read);
        auto refusal = error.refusal();
        refusal.place.file = place;
        refusal.place.line = line;
        throw InputError(refusal);
    }
    return std::move(read.scenario);
}

Scenario checkedScenarioFile(const Engine& engine, const std::filesystem::path& file)
{
    return checkedScenario(engine, readTextFile(file, largestScenarioFile), file.string());
}

} // namespace chokepoint
