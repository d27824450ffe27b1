// What an engine holds: the loaded data book and what every run shares. Seen by the core alone.
#pragma once

#include "api/Claims.h"
#include "api/Engine.h"
#include "api/Overlay.h"
#include "api/Reactions.h"
#include "facts/DataBook.h"
#include "policy/MeasureSchedule.h"
#include "run/Simulation.h"

#include <memory>
#include <mutex>
#include <vector>

namespace chokepoint {

namespace bargain {
struct GameTables;
struct ScoredGame;
} // namespace bargain

struct Engine::Impl {
    facts::DataBook book;
    policy::MeasureSchedule recorded;
    std::vector<Claim> claims;
    std::shared_ptr<const bargain::ScoredGame> scoredGame;
    std::shared_ptr<const bargain::GameTables> modelGame;
    std::vector<StaleText> staleTexts;
    run::Exogenous<double> exogenous;
    run::ParameterValues<double> parameters; ///< central

    /// What eventEffectsOf() finds when it is first asked; nobody else reads it.
    struct Effects {
        mutable std::once_flag isKnown;
        mutable std::vector<std::vector<double>> ofMarks;
    };
    Effects effects;
    std::vector<ReactionRule> reactions; ///< that ship
};

} // namespace chokepoint
