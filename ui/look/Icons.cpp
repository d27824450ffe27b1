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

QPainterPath lineThrough(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const auto& point : points)
        path.lineTo(point);
    return path;
}

QPainterPath bars(std::initializer_list<QRectF> boxes)
{
    QPainterPath path;
    for (const auto& box : boxes)
        path.addRect(box);
    return path;
}

/// What is stroked and what is filled of the sign of a kind of chart.
struct ChartSign {
    QPainterPath stroke, fill;
};

ChartSign signOf(Glyph glyph)
{
    const auto course = lineThrough({{1.5, 12}, {5, 9.5}, {8.5, 9}, {11, 5.5}, {14.5, 3.5}});
    switch (glyph) {
    case Glyph::AreaChart:
    case Glyph::StackedChart: {
        auto area = course;
        area.lineTo(14.5, 13.5);
        area.lineTo(1.5, 13.5);
        area.closeSubpath();
        auto lines = course;
        if (glyph == Glyph::StackedChart)
            lines.addPath(lineThrough({{1.5, 13}, {8.5, 11.5}, {14.5, 9}}));
        return {lines, area};
    }
    case Glyph::BarChart: return {{}, bars({{1.5, 2.5, 13, 2.6}, {1.5, 6.7, 9, 2.6}, {1.5, 10.9, 5.5, 2.6}})};
    case Glyph::WaterfallChart: return {{}, bars({{1.5, 9, 2.4, 4.5}, {5, 6, 2.4, 3}, {8.5, 3.5, 2.4, 2.5}, {12, 3.5, 2.4, 10}})};
    case Glyph::MultiplesChart: {
        QPainterPath paths;
        for (const QPointF corner : {QPointF(1, 1.5), QPointF(9, 1.5), QPointF(1, 9), QPointF(9, 9)})
            paths.addPath(lineThrough({corner + QPointF(0.5, 4.5), corner + QPointF(3, 3), corner + QPointF(5.5, 0.8)}));
        return {paths, {}};
    }
    case Glyph::SlopeChart: {
        auto paths = lineThrough({{2, 4}, {14, 11.5}});
        paths.addPath(lineThrough({{2, 11}, {14, 4}}));
        return {paths, bars({{1, 3, 2, 2}, {13, 10.5, 2, 2}, {1, 10, 2, 2}, {13, 3, 2, 2}})};
    }
    case Glyph::TableChart: {
        auto paths = bars({{1.5, 2.5, 13, 11}});
        for (const double y : {6.2, 9.8})
            paths.addPath(lineThrough({{1.5, y}, {14.5, y}}));
        paths.addPath(lineThrough({{6, 2.5}, {6, 13.5}}));
        return {paths, {}};
    }
    default: return {course, {}};
    }
}

QPainterPath signOfControl(Glyph glyph) { return glyph == Glyph::Menu ? threeLines() : turnedArrow(); }

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
        const auto ink = QApplication::palette().color(group, QPalette::ButtonText);
        const bool isControl = m_glyph <= Glyph::Menu;
        const auto sign = isControl ? ChartSign{signOfControl(m_glyph), {}} : signOf(m_glyph);
        auto pale = ink;
        pale.setAlphaF(sign.stroke.isEmpty() ? 0.75F : 0.3F); // under a line
        painter->fillPath(sign.fill, pale);
        painter->setPen(QPen(ink, isControl ? 1.6 : 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(sign.stroke);
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
