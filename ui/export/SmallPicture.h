// A small picture of a window, to be recognised by.
#pragma once

#include <QByteArray>

class QWidget;

namespace chokepoint::ui {

/// As PNG, 480 pixels wide.
QByteArray smallPicture(QWidget& window);

} // namespace chokepoint::ui
