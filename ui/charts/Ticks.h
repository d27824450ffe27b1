// How the numbers at a value axis are written: as they are, for a tick of 1.25 is not to read 1.2.
#pragma once

#include "api/Words.h"

#include <QString>

#include <cmath>

namespace chokepoint::ui {

inline QString tickWords(double tick)
{
    if (std::fabs(tick) >= 1000 || std::fabs(tick) < 0.001) // commas, and no exponent
        return QString::fromStdString(words::number(tick));
    return (tick < 0 ? QStringLiteral("\u2212") : QString()) + QString::number(std::fabs(tick), 'g', 4);
}

} // namespace chokepoint::ui
