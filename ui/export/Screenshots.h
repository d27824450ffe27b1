// Pictures of pages without a display: for first looks, documents and tests of the look.
#pragma once

#include "bridge/Board.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace chokepoint::ui {

/// Pages that can be drawn.
QStringList shotPages();

/// Draws a page into a PNG file; Throws InputError for an unknown page or a file that cannot be written.
void shoot(Board& board, const QString& page, const QString& file, QSize size);

/// Draws every chart of the start page and the page itself into a folder; returns the paths. Throws InputError.
QStringList firstLook(Board& board, const QString& folder);

} // namespace chokepoint::ui
