// What is written on a chart of lines, in places that are free: names, values and dates.
#include "sheet/PanelParts.h"

#include "parts/Text.h"

#include <limits>
#include <numeric>

namespace chokepoint::ui {
namespace {

using Anchor = PlanText::Anchor;
using Role = PlanText::Role;

/// True for a part of a stack.
bool isPart(const SheetLine& line) { return !line.base.empty() && !line.isFilled; }

/// The length of a line inside a box.
double lengthInside(const QLineF& line, const QRectF& box)
{
    double from = 0, to = 1;
    const double steps[]{line.dx(), line.dy()};
    const double least[]{box.left() - line.x1(), box.top() - line.y1()}, most[]{box.right() - line.x1(), box.bottom() - line.y1()};
    for (int i = 0; i < 2; ++i) {
        if (steps[i] == 0) {
            if (least[i] > 0 || most[i] < 0)
                return 0;
            continue;
        }
        const auto [enter, leave] = std::minmax({least[i] / steps[i], most[i] / steps[i]}); // by value
        from = std::max(from, enter);
        to = std::min(to, leave);
    }
    return std::max(to - from, 0.0) * line.length();
}

/// How much of the lines a box would cover, in points of length; dots count for more.
double coverOf(const Panel& in, const QRectF& box)
{
    double cover = 0;
    for (const auto& course : in.courses)
        for (qsizetype i = 1; i < course.size(); ++i)
            cover += lengthInside({course[i - 1], course[i]}, box);
    const double radius = in.dotRadius() + 0.5;
    const auto around = box.adjusted(-radius, -radius, radius, radius);
    for (const auto& line : in.panel.lines)
        if (line.dot && around.contains(QPointF(in.across(line.dot->first), in.up(line.dot->second))))
            cover += 60;
    return cover;
}

/// The free place for a block of a size that lies nearest to a point and covers least; nothing when there is none.
std::optional<QPointF> freePlace(const Panel& in, QPointF near, QSizeF size)
{
    constexpr double step = 2.5, gap = 3;
    std::optional<QPointF> best;
    double least = std::numeric_limits<double>::infinity();
    for (double top = in.plot.top(); top + size.height() <= in.plot.bottom() - 1; top += step)
        for (double left = in.plot.left() + 2; left + size.width() <= in.plot.right(); left += step) {
            const QRectF box(QPointF(left, top), size);
            const double dx = std::max({box.left() - near.x(), near.x() - box.right(), 0.0});
            const double dy = std::max({box.top() - near.y(), near.y() - box.bottom(), 0.0});
            const double distance = std::hypot(std::max(dx - gap, 0.0), std::max(dy - gap, 0.0));
            if (distance * 1.2 >= least || !in.maker.isFree(box.adjusted(-2, -1, 2, 1)))
                continue;
            const double cost = distance * 1.2 + coverOf(in, box.adjusted(-2, -1.5, 2, 1.5)) * 5;
            if (cost < least) {
                least = cost;
                best = box.topLeft();
            }
        }
    return best;
}

void putBlock(Panel& in, const QStringList& lines, QPointF corner, double size, const QColor& colour, bool isBold, Role role)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        in.maker.put(
            in.maker.text(lines[i], corner + QPointF(0, size * (0.85 + 1.2 * static_cast<double>(i))), size, role, colour, isBold));
}

QSizeF blockSize(const Panel& in, const QStringList& lines, double size, bool isBold)
{
    double widest = 0;
    for (const auto& line : lines)
        widest = std::max(widest, in.maker.width(line, size, isBold));
    return {widest, size * (1.2 * static_cast<double>(lines.size() - 1) + 1.1)};
}

} // namespace

void putBoundaryLine(Panel& in)
{
    if (!in.sheet.boundary)
        return;
    const double x = in.across(*in.sheet.boundary);
    QPen pen(in.style.tokens.faint, 0.8);
    pen.setDashPattern({1, 2.5});
    std::vector<std::pair<double, double>> covered;
    for (const auto& text : in.maker.plan.texts)
        if (text.box.left() < x && text.box.right() > x && text.box.top() < in.plot.bottom() && text.box.bottom() > in.wordsTop())
            covered.emplace_back(text.box.top() - 1, text.box.bottom() + 1);
    std::ranges::sort(covered);
    double from = in.wordsTop();
    for (const auto& [top, bottom] : covered) {
        if (top > from)
            in.maker.line({x, from}, {x, top}, pen);
        from = std::max(from, bottom);
    }
    if (from < in.plot.bottom())
        in.maker.line({x, from}, {x, in.plot.bottom()}, pen);
}

namespace {

/// The dot of another line lies so near that the labels of both stand one below the other.
bool hasDotBeside(const Panel& in, const SheetLine& line)
{
    return line.dot && std::ranges::any_of(in.panel.lines, [&](const SheetLine& other) {
               return &other != &line && other.dot && other.dot->first == line.dot->first
                   && std::abs(in.up(other.dot->second) - in.up(line.dot->second)) < 3 * in.page.subtitle;
           });
}

} // namespace

/// The value of the baseline stands over its name, next to its dot, for its label is mostly below the line.
void putDotLabels(Panel& in)
{
    const double size = in.place.isSmall ? in.page.label : in.page.subtitle;
    for (const auto& line : in.panel.lines) {
        if (isPart(line) || (in.place.isSmall && line.hue.of == SheetHue::Of::Baseline) || line.x.empty())
            continue;
        const bool isBaseline = line.hue.of == SheetHue::Of::Baseline;
        QStringList block;
        if (!in.place.isSmall) // a long name takes several lines, so that it finds room
            block << in.maker.lines(text(line.name), size, in.plot.width() * 0.45, true);
        if (!line.told.empty())
            isBaseline && !hasDotBeside(in, line) ? block.prepend(text(line.told)) : block.append(text(line.told));
        if (block.isEmpty())
            continue;
        const QPointF near = line.dot ? QPointF(in.across(line.dot->first), in.up(line.dot->second))
                                      : QPointF(in.across(line.x.back()), in.up(line.y.back()));
        if (const auto corner = freePlace(in, near, blockSize(in, block, size, true)))
            putBlock(in, block, *corner, size, in.style.colourOf(in.sheet, line.hue), true, Role::Label);
        else
            in.maker.plan.isTight = true;
    }
}

void putEndLabels(Panel& in)
{
    const double size = in.page.label, height = size * 1.25, left = in.plot.right() + size * 1.2;
    struct End {
        const SheetLine* line;
        double y;
    };
    std::vector<End> ends;
    for (const auto& line : in.panel.lines) {
        if (line.x.empty())
            continue;
        const double top = in.up(line.y.back());
        ends.push_back({&line, isPart(line) ? (top + in.up(line.base.back())) / 2 : top});
    }
    std::ranges::stable_sort(ends, std::ranges::less{}, &End::y);
    std::vector<QStringList> blocks;
    std::vector<double> tops;
    const double room = in.place.gutter - size * 1.4;
    std::vector<double> heights;
    const auto lay = [&](bool withValues) {
        blocks.clear();
        heights.clear();
        tops.clear();
        for (const auto& end : ends) {
            auto words = text(end.line->name);
            if (withValues && !end.line->told.empty())
                words += QLatin1Char('\n') + text(end.line->told);
            blocks.push_back(in.maker.lines(words, size, room, true));
            heights.push_back(size * (1.2 * static_cast<double>(blocks.back().size()) + 0.35));
            tops.push_back(end.y - height / 2);
        }
        return std::accumulate(heights.begin(), heights.end(), 0.0);
    };
    if (lay(true) > in.plot.height() + height) // the names are worth more than the values
        lay(false);
    const auto placed = pushedApart(tops, heights, in.plot.top() - height / 2, in.plot.bottom() + height);
    if (!placed.empty() && placed.front() < in.plot.top() - height)
        in.maker.plan.isTight = true;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto colour = in.style.colourOf(in.sheet, ends[i].line->hue);
        QPen hair(colour, 0.5);
        in.maker.line({in.plot.right() + 1, ends[i].y}, {left - 2, placed[i] + height / 2}, hair);
        const auto ink = isPart(*ends[i].line) ? in.style.tokens.text : colour;
        putBlock(in, blocks[i], {left, placed[i] + size * 0.1}, size, ink, ends[i].line->hue.of != SheetHue::Of::Baseline, Role::Label);
    }
}

namespace {

/// The words of a change beside its line: as high as can be where they cover no line of the chart.
std::optional<PlanText> changeLabel(const Panel& in, const QString& words, QPointF flag)
{
    constexpr int mostRows = 8;
    const double size = in.page.small;
    std::optional<PlanText> best;
    double least = std::numeric_limits<double>::infinity();
    for (int row = 0; row < mostRows; ++row)
        for (const bool isRight : {true, false}) {
            const QPointF at(flag.x() + (isRight ? 4 : -4), flag.y() + size * (0.85 + row));
            const auto label =
                in.maker.text(words, at, size, Role::Mark, in.style.tokens.accent, false, isRight ? Anchor::Start : Anchor::End);
            const bool isInside = label.box.left() >= in.plot.left() && label.box.right() <= in.plot.right();
            if (!isInside || label.box.bottom() > in.plot.bottom() || !in.maker.isFree(label.box))
                continue;
            const double cover = coverOf(in, label.box.adjusted(-1, -1, 1, 1));
            if (cover < least) {
                least = cover;
                best = label;
            }
        }
    return best;
}

} // namespace

void putDates(Panel& in)
{
    const double size = in.page.small;
    double change = in.wordsTop() + size * 1.6;
    for (const auto& mark : in.sheet.dates) {
        const double x = in.across(mark.time);
        const bool isChange = mark.kind == MarkKind::Change;
        const auto colour = isChange ? in.style.tokens.accent : in.style.tokens.muted;
        for (const auto& words : {mark.longLabel, mark.label}) {
            if (words.empty())
                continue;
            if (isChange) {
                const auto label = changeLabel(in, text(words), {x, change});
                if (!label)
                    continue;
                in.maker.put(*label);
                in.maker.line({x, change}, {x, in.plot.bottom()}, QPen(colour, 0.7));
                in.courses.push_back({QPointF(x, change), QPointF(x, in.plot.bottom())});
                in.maker.polygon({QPointF(x - 2.6, change - 1), QPointF(x + 2.6, change - 1), QPointF(x, change + 3)}, colour);
                change += size * 1.5;
                break;
            }
            const auto block = in.maker.lines(text(words), size, size * 11);
            const auto extent = blockSize(in, block, size, false);
            double top = in.plot.bottom() - size * 7;
            std::optional<QRectF> free;
            for (; top > in.plot.top() + size * 2 && !free; top -= size * 0.5) {
                const QRectF box(QPointF(x - extent.width() / 2, top - extent.height()), extent);
                if (box.left() > in.plot.left() && box.right() < in.plot.right() && in.maker.isFree(box.adjusted(-3, -2, 3, 2))
                    && coverOf(in, box.adjusted(-2, -2, 2, 2)) == 0)
                    free = box;
            }
            if (!free)
                continue;
            in.maker.line({x, free->bottom() + 2}, {x, in.plot.bottom()}, QPen(in.style.tokens.faint, 0.6));
            in.courses.push_back({QPointF(x, free->bottom() + 2), QPointF(x, in.plot.bottom())}); // the next one keeps clear of it
            for (qsizetype i = 0; i < block.size(); ++i)
                in.maker.put(in.maker.text(block[i], {x, free->top() + size * (0.85 + 1.2 * static_cast<double>(i))}, size, Role::Mark,
                                           colour, false, Anchor::Middle));
            break;
        }
    }
}

} // namespace chokepoint::ui
