// The bargaining game that a call asks for: of points in a table, or of the economic model.
#pragma once

#include "api/BargainModel.h"
#include "api/Engine.h"
#include "options/Options.h"

#include <memory>
#include <optional>
#include <string>

namespace chokepoint::app {

struct GameOptions {
    std::string game = "scored", chance = "0.7", usWants, chinaWants, kept;
    bool dearLosses = false, noRedLines = false;
    std::size_t draws = 0;
    RunControl work;
};

/// Adds --game, --p, --us-wants, --china-wants, --kept, --dear-losses, --no-red-lines, --draws and --threads.
void addGameOptions(Options& command, GameOptions& options);

struct ChosenGame {
    std::shared_ptr<const bargain::Payoffs> payoffs;
    bargain::PayoffsOfSeed ofSeed; ///< for tournaments
    bargain::Allowed allowed;
    bargain::Both<double> chance;
    std::optional<bargain::PackageTable> table; ///< of the game of the model
    bargain::Both<std::size_t> weightings;      ///< of that game
    bargain::WorthTerms terms;
};

/// Throws InputError for what is unknown or out of range, and for options of the model in the scored game.
ChosenGame chosenGame(const Engine& engine, const GameOptions& options);

} // namespace chokepoint::app
