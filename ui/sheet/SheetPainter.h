// Paints a laid out figure, on a screen, a picture or paper.
#pragma once

#include "sheet/SheetPlan.h"

#include <QImage>

class QPainter;

namespace chokepoint::ui {

/// Paints a plan into a rectangle of the painter, as large as fits, at its top and in its middle. Texts stay texts.
void paintPlan(QPainter& painter, const SheetPlan& plan, const QRectF& room);

/// Lays out a sheet on the report column, in the style of print, and paints it.
void paintSheet(QPainter& painter, const Sheet& sheet, const QRectF& room);

/// A picture with so many dots a point, opaque.
QImage pictureOf(const SheetPlan& plan, double dotsPerPoint);

/// How a picture looks to others.
enum class Sight { RedGreenBlind, BlueYellowBlind, Grey };
QImage asSeen(const QImage& picture, Sight sight);

} // namespace chokepoint::ui
