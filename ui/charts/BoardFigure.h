// What a chart shows of the board.
#pragma once

#include "api/BacktestWords.h"
#include "api/Figure.h"
#include "bridge/Board.h"

#include <vector>

namespace chokepoint::ui {

/// The two runs on the board, for figureOf() and its like; the reference holds until the board changes.
inline FigureRuns figureRuns(const Board& board)
{
    return {board.engine(),  board.language(),  board.played(),            board.baseline(),
            board.present(), board.reference(), &board.reactions().rules, &board.answers()};
}

/// The person's own facts as points: levels of whatever scenario is on the board, for others belong to packages that need not be on it.
inline std::vector<OwnFact> ownFacts(const Board& board)
{
    std::vector<OwnFact> points;
    for (const auto& fact : board.facts()) {
        if (!fact.packages.empty())
            continue;
        const double scale = board.catalogue().series[*board.catalogue().findSeries(fact.series)].unit.scale;
        const auto unscaled = [&](const std::optional<double>& shown) { return shown ? std::optional(*shown / scale) : std::nullopt; };
        points.push_back({fact.series, fact.time(), fact.value / scale, unscaled(fact.low), unscaled(fact.high),
                          board.language().text(words::factWords(board.catalogue(), fact))});
    }
    return points;
}

} // namespace chokepoint::ui
