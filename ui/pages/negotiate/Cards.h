// The cards of the page, each with its contents in one column.
#pragma once

#include <QFrame>
#include <QVBoxLayout>

namespace chokepoint::ui {

/// A card with an empty column; `spacing` in pixels.
inline QFrame* emptyCard(QWidget* parent, QMargins margins, int spacing)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("card", true);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(margins);
    column->setSpacing(spacing);
    return frame;
}

inline QVBoxLayout* columnOf(QFrame* card) { return static_cast<QVBoxLayout*>(card->layout()); }

} // namespace chokepoint::ui
