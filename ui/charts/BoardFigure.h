// What a chart shows of the board.
#pragma once

#include "api/Figure.h"
#include "bridge/Board.h"

namespace chokepoint::ui {

/// The two runs on the board, for figureOf() and its like; the reference holds until the board changes.
inline FigureRuns figureRuns(const Board& board)
{
    return {board.engine(), board.language(), board.recorded(), board.scenario(), board.baseline(), board.present(), board.reference()};
}

} // namespace chokepoint::ui
