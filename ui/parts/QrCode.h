// A text as a square picture that telephones read.
#pragma once

#include <QImage>

#include <string_view>

namespace chokepoint::ui {

/// Black on white, with the white edge that readers need; every dot has so many pixels. Null for a text that no such picture holds.
QImage qrPicture(std::string_view text, int pixelsOfDot);

} // namespace chokepoint::ui
