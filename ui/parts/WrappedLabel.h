// Makes labels that wrap and whose text can be copied.
#pragma once

#include "look/Theme.h"

#include <QLabel>

namespace chokepoint::ui {

/// `role`: a colour of the theme, "muted" for instance; none where it is null. Words are shown as they stand, never as rich text.
inline QLabel* wrappedLabel(const QString& words, double pixels, const char* role, QWidget* parent, QFont::Weight weight = QFont::Normal)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(words);
    label->setFont(fontOf(pixels, weight));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", QLatin1String(role));
    return label;
}

/// One that gets its words later, in the size of the program.
inline QLabel* wrappedLabel(QWidget* parent, const QString& name, const char* role = nullptr)
{
    auto* label = wrappedLabel({}, 13, role, parent);
    label->setObjectName(name);
    return label;
}

/// As high as its words need in a width that is known: a layout would ask it for the height of a width that it never gets.
inline void fitHeight(QLabel& label, int width)
{
    label.setMinimumHeight(0); // a label never asks for less than its least height, so what it needed when it was narrow would stay
    label.setFixedHeight(label.heightForWidth(width));
}

} // namespace chokepoint::ui
