// Lays out one chart of lines: axes, bands, lines, dots and points; PanelLabels.cpp has what is written on it.
#include "sheet/PanelParts.h"

#include "parts/Text.h"

namespace chokepoint::ui {
namespace {

using Anchor = PlanText::Anchor;
using Role = PlanText::Role;

void putAxes(Panel& in)
{
    const QPen grid(in.style.tokens.grid, 0.6), ground(in.style.tokens.edge, 0.6);
    const double size = in.page.label;
    for (const auto& tick : in.sheet.ticks) {
        const double y = in.up(tick.at);
        const bool isGround = tick.at == 0 || (in.sheet.isLogarithmic && tick.at == in.sheet.bottom);
        in.maker.line({in.plot.left(), y}, {in.plot.right(), y}, isGround ? ground : grid);
        if (in.place.hasTicks)
            in.maker.put(in.maker.text(text(tick.words), {in.plot.left() - size * 0.55, y + size * 0.35}, size, Role::Tick,
                                       in.style.tokens.muted, false, Anchor::End));
    }
    const double widest = in.maker.width(QStringLiteral("2022"), size) * 1.75; // the last one stands left of its tick
    const double spacing = in.sheet.years.size() > 1 ? in.across(in.sheet.years[1].at) - in.across(in.sheet.years[0].at) : widest;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / spacing)));
    for (std::size_t i = 0; i < in.sheet.years.size(); ++i) {
        const auto& year = in.sheet.years[i];
        const double x = in.across(year.at);
        in.maker.line({x, in.plot.bottom()}, {x, in.plot.bottom() + size * (i % every == 0 ? 0.4 : 0.25)}, ground);
        const bool isLast = year.at >= in.sheet.to;
        if (i % every == 0)
            in.maker.put(in.maker.text(text(year.words), {x, in.plot.bottom() + size * 1.5}, size, Role::Tick, in.style.tokens.muted, false,
                                       isLast ? Anchor::End : Anchor::Middle));
    }
}

/// The ground of an area, below its band.
void putFill(Panel& in)
{
    constexpr double pale = 0.13;
    for (const auto& line : in.panel.lines) {
        if (!line.isFilled || line.x.size() < 2)
            continue;
        auto area = in.course(line.x, line.y);
        area << QPointF(area.back().x(), in.up(0)) << QPointF(area.front().x(), in.up(0));
        in.maker.polygon(area, in.style.tint(in.style.colourOf(in.sheet, line.hue), pale));
    }
}

/// The area between two courses.
QPolygonF between(QPolygonF top, const QPolygonF& bottom)
{
    for (auto point = bottom.crbegin(); point != bottom.crend(); ++point)
        top << *point;
    return top;
}

void putBand(Panel& in)
{
    using Shade = SheetKey::Shade;
    if (!in.panel.band)
        return;
    const auto& band = *in.panel.band;
    const auto colour = in.style.colourOf(in.sheet, in.panel.bandHue);
    const auto put = [&](const std::vector<double>& low, const std::vector<double>& high, Shade shade) {
        if (low.empty())
            return;
        in.maker.polygon(between(in.course(band.x, high), in.course(band.x, low)), in.style.tint(colour, tintOf(shade, in.sheet)));
    };
    put(band.levelLow, band.levelHigh, Shade::Level);
    put(band.low, band.high, Shade::Runs);
    put(band.innerLow, band.innerHigh, Shade::Inner);
}

/// Over the bands, which show through.
void putCovertRanges(Panel& in)
{
    for (const auto& line : in.panel.lines)
        if (!line.low.empty())
            in.maker.covertRange(in.course(line.rangeX, line.high), in.course(line.rangeX, line.low),
                                 in.style.colourOf(in.sheet, line.hue));
}

void putBoundary(Panel& in)
{
    if (!in.sheet.boundary)
        return;
    const double x = in.across(*in.sheet.boundary), size = in.page.small;
    in.courses.push_back({QPointF(x, in.wordsTop()), QPointF(x, in.plot.bottom())});
    if (in.place.isSmall)
        return;
    in.maker.put(in.maker.text(text(in.sheet.recorded), {x - 3, in.wordsTop() + size * 0.8}, size, Role::Mark, in.style.tokens.muted, false,
                               Anchor::End));
    in.maker.put(in.maker.text(text(in.sheet.projected), {x + 3, in.wordsTop() + size * 0.8}, size, Role::Mark, in.style.tokens.muted));
}

void putLines(Panel& in)
{
    const double heavy = in.place.isSmall ? 1.5 : 1.7 * in.page.label / 7.5;
    for (const auto& line : in.panel.lines) {
        const auto points = in.course(line.x, line.y);
        if (points.size() < 2)
            continue;
        if (!line.base.empty() && !line.isFilled) {
            const auto area = between(points, in.course(line.x, line.base));
            const auto colour = in.style.colourOf(in.sheet, line.hue);
            if (line.isCovert) {
                in.maker.polygon(area, in.style.tint(colour, partTint)); // where a part is too thin for lines it is seen still
                in.maker.hatch(area, QPen(colour, in.page.label * 0.09), true);
                continue; // nor an edge that is sharp
            }
            in.maker.polygon(area, in.style.isGrey ? colour : mixed(colour, in.style.ground, 0.8));
            in.maker.polyline(points, QPen(in.style.ground, 0.8));
        } else {
            const auto pen = in.style.penOf(in.sheet, line.hue, heavy);
            in.maker.polyline(points, line.isCovert ? in.maker.covertPen(pen) : pen);
            in.courses.push_back(points);
        }
    }
    const double radius = in.dotRadius();
    for (const auto& line : in.panel.lines) {
        if (!line.dot)
            continue;
        const QPointF at(in.across(line.dot->first), in.up(line.dot->second));
        const auto colour = in.style.colourOf(in.sheet, line.hue);
        if (line.hue.of == SheetHue::Of::Baseline)
            in.maker.dot(at, radius * 0.95, in.style.ground, QPen(colour, 1.1));
        else
            in.maker.dot(at, radius, colour, QPen(in.style.ground, 0.8));
    }
}

/// What others published, as hollow points: circles, and diamonds for forecasts, each with its range where one was told.
void putPoints(Panel& in)
{
    const double radius = in.page.label * (in.place.isSmall ? 0.26 : 0.32);
    const QPen pen(in.style.tokens.text, in.place.isSmall ? 0.7 : 0.9);
    for (const auto& point : in.panel.points) {
        const QPointF at(in.across(point.x), in.up(point.y));
        if (point.low && point.high)
            in.maker.line({at.x(), in.up(*point.low)}, {at.x(), in.up(*point.high)}, QPen(in.style.tokens.text, 0.5));
        in.courses.push_back({at - QPointF(radius, 0), at + QPointF(radius, 0)});
        if (point.kind == PointKind::Expectation)
            in.maker.diamond(at, radius * 1.25, in.style.ground, pen);
        else
            in.maker.dot(at, radius, in.style.ground, pen);
    }
}

} // namespace

double tintOf(SheetKey::Shade shade, const Sheet& sheet)
{
    using Shade = SheetKey::Shade;
    const bool hasLevel = std::ranges::any_of(sheet.keys, [](const SheetKey& key) { return key.shade == Shade::Level; });
    const bool isArea = sheet.kind == SheetRequest::Kind::Area; // there the ground is tinted too
    if (shade == Shade::Inner || (shade == Shade::Runs && hasLevel))
        return isArea ? 0.46 : 0.36;
    const double outermost = shade == Shade::Runs ? 0.17 : 0.16;
    return isArea ? 0.27 : outermost;
}

double tickRoom(const PlanMaker& maker)
{
    double widest = 0;
    for (const auto& tick : maker.sheet.ticks)
        widest = std::max(widest, maker.width(text(tick.words), maker.page.label));
    return widest + maker.page.label * 0.6;
}

bool hasGutter(const Sheet& sheet)
{
    using Kind = SheetRequest::Kind;
    const bool hasLines = sheet.kind == Kind::Line || sheet.kind == Kind::Area;
    return sheet.kind == Kind::Stacked || (hasLines && !sheet.panels.empty() && sheet.panels.front().lines.size() > 2);
}

double gutterRoom(const PlanMaker& maker)
{
    double widest = 0;
    for (const auto& line : maker.sheet.panels.front().lines)
        for (const auto& words : {line.name, line.told})
            widest = std::max(widest, maker.width(text(words), maker.page.label, true));
    return std::min(widest + maker.page.label * 1.6, maker.page.size.width() * 0.28);
}

void putPanel(PlanMaker& maker, const SheetPanel& panel, const PanelPlace& place)
{
    Panel in(maker, panel, place);
    maker.plan.plots.push_back(place.plot);
    putAxes(in);
    putFill(in);
    putBand(in);
    putCovertRanges(in);
    putBoundary(in);
    putLines(in);
    putPoints(in);
    if (place.hasGutter)
        putEndLabels(in);
    if (!place.isSmall)
        putDates(in);
    if (!place.hasGutter)
        putDotLabels(in);
    putBoundaryLine(in);
}

} // namespace chokepoint::ui
