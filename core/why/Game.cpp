// Finds the players of an attribution.
#include "why/Game.h"

#include <algorithm>

namespace chokepoint::why {
namespace {

/// The lever rows that a measure writes; every level of it writes the same.
std::vector<std::size_t> rowsOf(const facts::MeasureAction& action)
{
    if (action.lever)
        return {*action.lever};
    std::vector<std::size_t> rows;
    if (!action.levels.empty())
        for (const auto& [row, text] : action.levels.front())
            rows.push_back(row);
    return rows;
}

} // namespace

void Game::move(Coalition coalition, policy::LeverValues<double>& levers) const
{
    for (std::size_t k = 0; k < rows.size(); ++k)
        if (coalition >> k & 1)
            for (const auto row : rows[k])
                for (auto q = static_cast<std::size_t>(first); q < levers.size(); ++q)
                    levers[q][row] = scenario[q][row];
}

Game gameOf(const facts::DataBook& book, const std::vector<bool>& namedByScenario, const std::vector<bool>& namedByBaseline,
            policy::LeverValues<double> scenario, policy::LeverValues<double> baseline, bool byGroup)
{
    Game game;
    game.scenario = std::move(scenario);
    game.baseline = std::move(baseline);
    std::vector<std::vector<std::size_t>> rows; // by player
    for (std::size_t m = 0; m < book.catalogue.measures.size(); ++m) {
        const auto& measure = book.catalogue.measures[m];
        std::vector<std::size_t> moved;
        for (const auto row : rowsOf(book.actions[m])) {
            const auto differs = [&](std::size_t q) { return game.scenario[q][row] != game.baseline[q][row]; };
            std::size_t q = 0;
            while (q < game.baseline.size() && !differs(q))
                ++q;
            if (q == game.baseline.size() || !measure.inModel)
                continue;
            moved.push_back(row);
            game.first = std::min(game.first, static_cast<int>(q));
        }
        if (!namedByScenario[m] && !(namedByBaseline[m] && !moved.empty()))
            continue;
        const auto& id = byGroup ? book.catalogue.groups[measure.group].id : measure.id;
        auto at = std::ranges::find(game.players, id, &Player::id);
        if (at == game.players.end()) {
            game.players.push_back({id, byGroup ? std::optional(measure.group) : std::nullopt, {}, false});
            rows.emplace_back();
            at = game.players.end() - 1;
        }
        at->measures.push_back(m);
        auto& own = rows[static_cast<std::size_t>(at - game.players.begin())];
        own.insert(own.end(), moved.begin(), moved.end());
    }
    for (std::size_t p = 0; p < game.players.size(); ++p) {
        game.players[p].isActive = !rows[p].empty();
        if (!rows[p].empty()) {
            game.active.push_back(p);
            game.rows.push_back(std::move(rows[p]));
        }
    }
    return game;
}

} // namespace chokepoint::why
