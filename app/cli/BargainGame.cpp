// Makes the game of a call of bargain.
#include "cli/BargainGame.h"

#include "api/InputError.h"
#include "cli/Analysis.h"

#include <algorithm>

namespace chokepoint::app {
namespace {

using namespace bargain;

double chanceFrom(const std::string& text, const char* option)
{
    const double chance = decimalFrom(text, option);
    if (!(chance >= 0 && chance <= 1))
        throw InputError(Refusal("chance_out_of_range", {{"typed", text}}, {.option = option}));
    return chance;
}

/// A weighting of one side by its id without the side, "security"; the usual one when none is named.
std::size_t weightingFrom(const GameTables& game, Side side, const std::string& name, const char* option)
{
    const auto own = weightingsOf(game, side);
    const std::string prefix = side == Side::US ? "us_" : "china_";
    if (name.empty())
        return own.front();
    MessageList names{{}, MessageList::Joint::Comma};
    for (const auto w : own) {
        if (game.weightings[w].id == prefix + name)
            return w;
        names.items.emplace_back(game.weightings[w].id.substr(prefix.size()));
    }
    throw InputError(Refusal("unknown_weighting", {{"name", name}, {"weightings", names}}, {.option = option}));
}

void refuseOptionsOfModel(const GameOptions& options)
{
    const std::pair<bool, const char*> given[]{{!options.usWants.empty(), "--us-wants"}, {!options.chinaWants.empty(), "--china-wants"},
                                               {!options.kept.empty(), "--kept"},        {options.dearLosses, "--dear-losses"},
                                               {options.noRedLines, "--no-red-lines"},   {options.draws > 0, "--draws"}};
    for (const auto& [isGiven, option] : given)
        if (isGiven)
            throw InputError(Refusal("bargain_option_of_model", {.option = option}));
}

} // namespace

void addGameOptions(Options& command, GameOptions& options)
{
    command.add("--game", options.game, "The game: points in a table (scored), or of the economic model (model)")
        .oneOf({"scored", "model"});
    command.add("--p", options.chance, "Chance that the truce rolls over when there is no deal (0.7)").valueName("CHANCE");
    command.add("--us-wants", options.usWants, "What Washington wants, in the game of the model (general)").valueName("NAME");
    command.add("--china-wants", options.chinaWants, "What Beijing wants, in the game of the model (general)").valueName("NAME");
    command.add("--kept", options.kept, "Chance that a deal is kept; else it is broken and snaps back (1)").valueName("CHANCE");
    command.addFlag("--dear-losses", options.dearLosses, "Count what falls below today one and a half times");
    command.addFlag("--no-red-lines", options.noRedLines, "Put on the table what the record says neither side would sell");
    command.add("--draws", options.draws, "Draws of the inputs in which the points are held against the walk-away values (0)")
        .valueName("N");
    command.add("--threads", options.work.threads, "Threads, 0 for all (0)").valueName("T");
}

ChosenGame chosenGame(const Engine& engine, const GameOptions& options)
{
    constexpr double spread = 0.2; // of the weights from game to game of a tournament
    const double chance = chanceFrom(options.chance, "--p");
    ChosenGame game;
    game.chance = {chance, chance};
    if (options.game == "scored") {
        refuseOptionsOfModel(options);
        game.payoffs = payoffsOf(scoredGameOf(engine));
        game.ofSeed = variedScoredGame(scoredGameOf(engine), spread);
    } else {
        const auto& model = modelGameOf(engine);
        game.weightings = {weightingFrom(model, Side::US, options.usWants, "--us-wants"),
                           weightingFrom(model, Side::China, options.chinaWants, "--china-wants")};
        game.terms.areLossesDearer = options.dearLosses;
        game.terms.keepsRedLines = !options.noRedLines;
        if (!options.kept.empty())
            game.terms.kept = chanceFrom(options.kept, "--kept");
        game.table = packageTableOf(engine, game.terms, options.work);
        game.payoffs = game.table->payoffs(game.weightings);
        game.ofSeed = variedModelGame(*game.table);
    }
    game.allowed = withoutRedLines(game.payoffs->domain());
    return game;
}

} // namespace chokepoint::app
