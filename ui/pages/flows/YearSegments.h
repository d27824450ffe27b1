// The years that a page tells, side by side; the year is that of the board.
#pragma once

#include "bridge/Board.h"
#include "parts/Segments.h"

#include <algorithm>
#include <array>

namespace chokepoint::ui {

class YearSegments : public Segments {
    Q_OBJECT
public:
    static constexpr std::array<int, 5> choices{2026, 2027, 2028, 2030, 2035};

    YearSegments(Board& board, QWidget* parent) : Segments(labels(), parent)
    {
        setObjectName(QStringLiteral("years"));
        setAccessibleName(tr("Year that the page shows"));
        follow(board.year());
        connect(this, &Segments::chosen, &board, [&board](int place) { board.setYear(choices[static_cast<std::size_t>(place)]); });
        connect(&board, &Board::yearChanged, this, &YearSegments::follow);
    }

private:
    /// None is taken when the board has a year that does not stand here.
    void follow(int year)
    {
        const auto at = std::ranges::find(choices, year);
        setCurrent(at == choices.end() ? -1 : static_cast<int>(at - choices.begin()));
    }
    static QStringList labels()
    {
        QStringList labels;
        for (const int year : choices)
            labels << QString::number(year);
        return labels;
    }
};

} // namespace chokepoint::ui
