// How the numbers at a value axis are written: as they are, for a tick of 1.25 is not to read 1.2.
#pragma once

#include "parts/Text.h"
#include "api/Language.h"
#include "api/NumberWords.h"

#include <QString>

#include <cmath>

namespace chokepoint::ui {

inline QString tickWords(double tick, const Language& language)
{
    if (std::fabs(tick) >= 1000 || std::fabs(tick) < 0.001) // no exponent
        return text(words::number(tick), language);
    return text(Digits{QString::number(tick, 'g', 4).toStdString()}, language);
}

} // namespace chokepoint::ui
