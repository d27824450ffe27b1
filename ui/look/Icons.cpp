// Draws the icons with lines.
#include "look/Icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace chokepoint::ui {
namespace {

constexpr double side = 16; ///< the paths below lie in a square of so many units

/// An arrow that turns back to the left.
QPainterPath turnedArrow()
{
    QPainterPath path(QPointF(3, 6.2));
    path.lineTo(9.6, 6.2);
    path.cubicTo(14.4, 6.2, 14.4, 13, 9.6, 13);
    path.lineTo(6.4, 13);
    path.moveTo(6.2, 3);
    path.lineTo(3, 6.2);
    path.lineTo(6.2, 9.4);
    return path;
}

QPainterPath threeLines()
{
    QPainterPath path;
    for (const double y : {4.0, 8.0, 12.0}) {
        path.moveTo(2.5, y);
        path.lineTo(13.5, y);
    }
    return path;
}

class GlyphEngine : public QIconEngine {
public:
    explicit GlyphEngine(Glyph glyph) : m_glyph(glyph) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / side, rect.height() / side);
        if (m_glyph == Glyph::Redo) { // the mirror of undo
            painter->translate(side, 0);
            painter->scale(-1, 1);
        }
        painter->setPen(QPen(QApplication::palette().color(group, QPalette::ButtonText), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_glyph == Glyph::Menu ? threeLines() : turnedArrow());
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }
    QIconEngine* clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
};

} // namespace

QIcon iconOf(Glyph glyph) { return QIcon(new GlyphEngine(glyph)); }

} // namespace chokepoint::ui
