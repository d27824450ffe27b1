// Measuring, wrapping and putting.
#include "sheet/PlanMaker.h"

#include <QImage>
#include <QLineF>
#include <QTextBoundaryFinder>

#include <limits>

namespace chokepoint::ui {
namespace {

constexpr double hatchTint = 0.55, edgeTint = 0.8;      ///< of the colour of a covert range
constexpr double covertTint = 0.75, covertWidth = 0.7; ///< of its line
constexpr int planDots = 72; ///< dots an inch of the device that measures: a point is a unit

/// A device of 72 dots an inch.
const QImage& measuringDevice()
{
    static const QImage device = [] {
        QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
        image.setDotsPerMeterX(qRound(planDots / 0.0254));
        image.setDotsPerMeterY(qRound(planDots / 0.0254));
        return image;
    }();
    return device;
}

} // namespace

PlanMaker::PlanMaker(const Sheet& shown, const SheetPage& on, const SheetStyle& in) : sheet(shown), page(on), style(in)
{
    plan.size = page.size;
    plan.ground = style.ground;
    plan.family = style.family;
}

const QFontMetricsF& PlanMaker::metrics(double size, bool isBold) const
{
    const auto key = std::pair(size, isBold);
    auto found = m_metrics.find(key);
    if (found == m_metrics.end())
        found = m_metrics.emplace(key, QFontMetricsF(sheetFont(style, size, isBold, planDots), &measuringDevice())).first;
    return found->second;
}

double PlanMaker::width(const QString& words, double size, bool isBold) const { return metrics(size, isBold).horizontalAdvance(words); }

/// A word in pieces that fit, each of whole letters.
QStringList PlanMaker::pieces(const QString& word, double size, double room, bool isBold) const
{
    if (width(word, size, isBold) <= room)
        return {word};
    QStringList found{QString()};
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, word);
    for (qsizetype from = 0, to = letters.toNextBoundary(); to > from; from = to, to = letters.toNextBoundary()) {
        const auto longer = found.back() + word.mid(from, to - from);
        if (found.back().isEmpty() || width(longer, size, isBold) <= room)
            found.back() = longer;
        else
            found << word.mid(from, to - from);
    }
    return found;
}

QStringList PlanMaker::lines(const QString& words, double size, double room, bool isBold) const
{
    QStringList lines;
    for (const auto& paragraph : words.split(QLatin1Char('\n'))) {
        QString line;
        for (const auto& word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const auto longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
            if (width(longer, size, isBold) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty())
                lines << line;
            const auto parts = pieces(word, size, room, isBold);
            lines << parts.mid(0, parts.size() - 1);
            line = parts.back();
        }
        if (!line.isEmpty())
            lines << line;
    }
    return lines;
}

PlanText PlanMaker::text(const QString& words, QPointF at, double size, PlanText::Role role, const QColor& colour, bool isBold,
                         PlanText::Anchor anchor) const
{
    const double wide = width(words, size, isBold);
    const double left = anchor == PlanText::Anchor::Start ? at.x() : anchor == PlanText::Anchor::End ? at.x() - wide : at.x() - wide / 2;
    const QRectF box(left, at.y() - size * 0.78, wide, size);
    return {words, at, size, isBold, anchor, colour, role, box};
}

double PlanMaker::paragraph(const QString& words, double left, double top, double room, double size, PlanText::Role role,
                            const QColor& colour, bool isBold)
{
    for (const auto& line : lines(words, size, room, isBold)) {
        put(text(line, {left, top + size * 0.95}, size, role, colour, isBold));
        top += lineHeight(size);
    }
    return top;
}

double PlanMaker::paragraphHeight(const QString& words, double room, double size, bool isBold) const
{
    return static_cast<double>(lines(words, size, room, isBold).size()) * lineHeight(size);
}

void PlanMaker::fill(const QRectF& rect, const QColor& colour)
{
    QPainterPath path;
    path.addRect(rect);
    plan.shapes.push_back({path, colour, Qt::NoPen});
}

void PlanMaker::line(QPointF from, QPointF to, const QPen& pen)
{
    QPainterPath path(from);
    path.lineTo(to);
    plan.shapes.push_back({path, {}, pen});
}

void PlanMaker::polyline(const QPolygonF& points, const QPen& pen)
{
    QPainterPath path;
    path.addPolygon(points);
    plan.shapes.push_back({path, {}, pen});
}

void PlanMaker::polygon(const QPolygonF& points, const QColor& colour)
{
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    plan.shapes.push_back({path, colour, Qt::NoPen});
}

void PlanMaker::dot(QPointF at, double radius, const QColor& inside, const QPen& pen)
{
    QPainterPath path;
    path.addEllipse(at, radius, radius);
    plan.shapes.push_back({path, inside, pen});
}

void PlanMaker::diamond(QPointF at, double radius, const QColor& inside, const QPen& pen)
{
    QPainterPath path;
    path.addPolygon({at - QPointF(0, radius), at + QPointF(radius, 0), at + QPointF(0, radius), at - QPointF(radius, 0)});
    path.closeSubpath();
    plan.shapes.push_back({path, inside, pen});
}

void PlanMaker::hatch(const QPolygonF& area, const QPen& pen, bool isRising)
{
    constexpr double step = 3.5;
    const auto sumOf = [&](QPointF point) { return isRising ? point.x() + point.y() : point.x() - point.y(); }; // the same along a line
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const auto& point : area) {
        least = std::min(least, sumOf(point));
        most = std::max(most, sumOf(point));
    }
    QPainterPath path;
    std::vector<double> crossings;
    for (double sum = std::ceil(least / step) * step; sum < most; sum += step) {
        crossings.clear();
        for (qsizetype i = 0; i < area.size(); ++i) {
            const auto a = area[i], b = area[(i + 1) % area.size()];
            const double from = sumOf(a) - sum, to = sumOf(b) - sum;
            if ((from < 0) != (to < 0))
                crossings.push_back(a.x() + (b.x() - a.x()) * from / (from - to));
        }
        std::ranges::sort(crossings);
        const auto at = [&](double x) { return QPointF(x, isRising ? sum - x : x - sum); };
        for (std::size_t i = 1; i < crossings.size(); i += 2) {
            path.moveTo(at(crossings[i - 1]));
            path.lineTo(at(crossings[i]));
        }
    }
    plan.shapes.push_back({path, {}, pen});
}

QPen PlanMaker::covertPen(QPen pen) const
{
    pen.setColor(mixed(pen.color(), style.ground, covertTint));
    pen.setWidthF(pen.widthF() * covertWidth);
    return pen;
}

void PlanMaker::covertRange(const QPolygonF& top, const QPolygonF& bottom, const QColor& colour)
{
    auto area = top;
    for (auto point = bottom.crbegin(); point != bottom.crend(); ++point)
        area << *point;
    hatch(area, QPen(mixed(colour, style.ground, hatchTint), page.label * 0.07), false);
    QPen edge(mixed(colour, style.ground, edgeTint), page.label * 0.08);
    edge.setDashPattern({1, 2});
    polyline(top, edge);
    polyline(bottom, edge);
}

void PlanMaker::whisker(QPointF from, QPointF to, double across, const QColor& colour)
{
    const QPen pen(colour, page.label * 0.12);
    const QLineF line(from, to);
    const QPointF aside = line.isNull() ? QPointF() : QPointF(-line.dy(), line.dx()) / line.length() * across;
    this->line(from, to, pen);
    for (const auto& end : {from, to})
        this->line(end - aside, end + aside, pen);
}

bool PlanMaker::isFree(const QRectF& box) const
{
    return std::ranges::none_of(plan.texts, [&](const PlanText& text) { return text.box.intersects(box); });
}

std::vector<double> pushedApart(std::vector<double> tops, const std::vector<double>& heights, double least, double most)
{
    for (std::size_t i = 0; i < tops.size(); ++i)
        tops[i] = std::max(tops[i], i == 0 ? least : tops[i - 1] + heights[i - 1]);
    double bound = most;
    for (std::size_t i = tops.size(); i-- > 0;) {
        tops[i] = std::min(tops[i], bound - heights[i]);
        bound = tops[i];
    }
    return tops;
}

std::vector<std::pair<const PlanText*, const PlanText*>> SheetPlan::overlaps() const
{
    std::vector<std::pair<const PlanText*, const PlanText*>> pairs;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            if (texts[i].box.intersects(texts[j].box))
                pairs.emplace_back(&texts[i], &texts[j]);
    return pairs;
}

std::vector<const PlanText*> SheetPlan::outside() const
{
    std::vector<const PlanText*> found;
    const QRectF paper(QPointF(), size);
    for (const auto& text : texts)
        if (!paper.contains(text.box))
            found.push_back(&text);
    return found;
}

double SheetPlan::smallestText() const
{
    double least = 1000;
    for (const auto& text : texts)
        least = std::min(least, text.size);
    return least;
}

} // namespace chokepoint::ui
