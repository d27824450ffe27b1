// The commands of chokepoint-cli; each adds itself to the parser and runs when it is chosen.
#pragma once

#include "api/Engine.h"

#include <functional>

namespace CLI {
class App;
}

namespace chokepoint::app {

/// Loads the engine when a command needs it.
using EngineSource = std::function<const Engine&()>;

void addRunCommand(CLI::App& cli, const EngineSource& engine);
void addCatalogueCommand(CLI::App& cli, const EngineSource& engine);
void addEnsembleCommand(CLI::App& cli, const EngineSource& engine);
void addDrawCommand(CLI::App& cli, const EngineSource& engine);
void addAttributeCommand(CLI::App& cli, const EngineSource& engine);
void addClaimCommand(CLI::App& cli, const EngineSource& engine);
void addPrimCommand(CLI::App& cli, const EngineSource& engine);
void addSeekCommand(CLI::App& cli, const EngineSource& engine);
void addSobolCommand(CLI::App& cli, const EngineSource& engine);
void addTornadoCommand(CLI::App& cli, const EngineSource& engine);
void addSlopesCommand(CLI::App& cli, const EngineSource& engine);
void addEquationsCommand(CLI::App& cli, const EngineSource& engine);
void addCausesCommand(CLI::App& cli, const EngineSource& engine);
void addAuditCommand(CLI::App& cli, const EngineSource& engine);
void addBacktestCommand(CLI::App& cli, const EngineSource& engine);
void addReportCommand(CLI::App& cli, const EngineSource& engine);
void addValueCommand(CLI::App& cli, const EngineSource& engine);
void addRegretCommand(CLI::App& cli, const EngineSource& engine);
void addMarginalCommand(CLI::App& cli, const EngineSource& engine);
void addCheckCommand(CLI::App& cli, const EngineSource& engine);

} // namespace chokepoint::app
