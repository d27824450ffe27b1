// What the law says by the public record, and what is in force in a scenario.
#pragma once

#include "api/ScenarioEdits.h"

#include <string>
#include <vector>

namespace chokepoint {

class Engine;

/// What is in force in a quarter: a level's id or a number's shortest decimal text, in the order of Catalogue::measures. Throws as
/// Engine::check does.
std::vector<std::string> inForce(const Engine& engine, const Scenario& scenario, Quarter quarter);

/// What the public record says is in force, in every quarter.
edit::RecordedValues recordedValues(const Engine& engine);

/// The law of a quarter held forward: every measure that the record changes later stays as it was. Empty of changes from the
/// last of lawDatesOf() on.
Scenario lawAsOf(const Engine& engine, Quarter quarter);

/// The quarters in which the record changes a measure, rising, 2022Q1 included.
std::vector<Quarter> lawDatesOf(const Engine& engine);

} // namespace chokepoint
