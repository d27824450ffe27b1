// The texts that a widget paints itself, which nobody can read off its children.
#pragma once

#include <QStringList>

namespace chokepoint::ui {

/// Of a widget with a paintEvent() of its own: what it writes, for tests that look for texts without a translation.
class PaintedTexts {
public:
    virtual ~PaintedTexts() = default;
    virtual QStringList paintedTexts() const = 0;
};

} // namespace chokepoint::ui
