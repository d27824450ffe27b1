// The cards of the table and the labels in them.
#pragma once

#include "look/Theme.h"
#include "pages/negotiate/Cards.h"
#include "parts/ElidedLabel.h"

namespace chokepoint::ui {

inline QFrame* tableCard(QWidget* parent, const char* name)
{
    auto* frame = emptyCard(parent, {14, 8, 14, 8}, 4);
    frame->setObjectName(QLatin1String(name));
    return frame;
}

inline QLabel* tableLabel(QWidget* parent, const char* name, double pixels, const char* role, QFont::Weight weight = QFont::Normal)
{
    auto* made = new ElidedLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setFont(fontOf(pixels, weight));
    if (role)
        made->setProperty("role", QLatin1String(role));
    return made;
}

} // namespace chokepoint::ui
