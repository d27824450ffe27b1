// By what two computers tell whether they would compute the same: versions of equations and data, and digests of scenarios and runs.
#pragma once

#include <string>

namespace chokepoint {

struct Catalogue;
class Engine;
struct Projection;
struct Scenario;

/// Of the equations. It is raised with every change of them that moves a result.
inline constexpr const char* modelVersion = "2";

/// Of the data: 64 hexadecimal digits that change with every number that a run or a draw reads, and with no text. Reckoned at each call, in
/// less than a millisecond.
std::string dataVersion(const Engine& engine);

/// SHA-256 of what a scenario is: its canonical changes and assumptions (see ScenarioEdits.h). 64 hexadecimal digits.
std::string contentDigest(const Catalogue& catalogue, const Scenario& scenario);

/// SHA-256 of every value of every series, bit by bit. 64 hexadecimal digits.
std::string projectionDigest(const Projection& projection);

/// By which a result is recognised: SHA-256 over the scenario, what it is compared with, and the versions of equations and data. 64
/// hexadecimal digits, of which people see the first eight.
std::string scenarioHash(const Engine& engine, const Scenario& scenario, const Scenario& baseline);

} // namespace chokepoint
