// Lays out small multiples, bars, slopes, tables and the strips of what binds.
#include "sheet/PlanMaker.h"

#include "parts/Text.h"

#include <functional>
#include <numeric>

namespace chokepoint::ui {
namespace {

using Anchor = PlanText::Anchor;
using Role = PlanText::Role;

constexpr std::size_t panelsInRow = 3;

/// The pen of a strip's line in the margin.
void putKeyLine(PlanMaker& maker, const SheetStrip& strip, double left, double right, double y)
{
    maker.line({left, y}, {right, y}, maker.style.penOf(maker.sheet, strip.hue, 1.7 * maker.page.label / 7.5));
}

struct Segment {
    BindingInput input;
    QRectF box;
};

std::vector<Segment> segmentsOf(const SheetStrip& strip, double left, double right, double top, double height)
{
    std::vector<Segment> segments;
    const double quarter = (right - left) / static_cast<double>(strip.inputs.size());
    for (std::size_t begin = 0; begin < strip.inputs.size();) {
        std::size_t end = begin;
        while (end < strip.inputs.size() && strip.inputs[end] == strip.inputs[begin])
            ++end;
        segments.push_back({strip.inputs[begin], QRectF(left + quarter * static_cast<double>(begin), top,
                                                        quarter * static_cast<double>(end - begin) - 0.6, height)});
        begin = end;
    }
    return segments;
}

void putSegment(PlanMaker& maker, const Segment& segment)
{
    const auto colour = maker.style.ofBinding(segment.input);
    maker.fill(segment.box, colour);
    if (!maker.style.isGrey)
        return;
    const QPen pen(maker.style.tokens.text, 0.35); // greys alone are too much alike
    if (segment.input == BindingInput::Logic || segment.input == BindingInput::Packaging)
        maker.hatch(QPolygonF(segment.box), pen, segment.input == BindingInput::Logic);
}

} // namespace

double stripHeight(const PlanMaker& maker)
{
    const double size = maker.page.label;
    return size * (2.2 + 1.65 * static_cast<double>(maker.sheet.strips.size()) + 0.9);
}

void putStrips(PlanMaker& maker, double left, double right, double top)
{
    const double size = maker.page.label, small = maker.page.small, height = size * 1.4;
    double y = top + size * 1.2;
    const auto title = maker.text(text(maker.sheet.stripTitle), {left, y}, size, Role::Strip, maker.style.tokens.text, true);
    maker.put(title);
    y += size * 0.6;
    for (std::size_t i = 0; i < maker.sheet.strips.size(); ++i) {
        const auto& strip = maker.sheet.strips[i];
        putKeyLine(maker, strip, maker.page.margin, left - size * 0.5, y + height / 2);
        for (const auto& segment : segmentsOf(strip, left, right, y, height)) {
            putSegment(maker, segment);
            const auto words = text(maker.sheet.inputWords[static_cast<std::size_t>(segment.input)]);
            const double middle = segment.box.center().x();
            const bool isHatched = maker.style.isGrey && segment.input != BindingInput::Demand && segment.input != BindingInput::Hbm;
            if (maker.width(words, small, true) + size * 0.6 <= segment.box.width()) {
                const auto label = maker.text(words, {middle, y + height * 0.5 + small * 0.35}, small, Role::Strip,
                                              maker.style.inkOn(maker.style.ofBinding(segment.input)), true, Anchor::Middle);
                if (isHatched)
                    maker.fill(label.box.adjusted(-2, -1, 2, 1), maker.style.ofBinding(segment.input));
                maker.put(label);
                continue;
            }
            const bool isFirst = i == 0, isLast = i + 1 == maker.sheet.strips.size();
            const double at = isFirst ? y - small * 0.35 : y + height + small * 1.0;
            const auto label = maker.text(words, {middle, at}, small, Role::Strip, maker.style.tokens.muted, false, Anchor::Middle);
            if ((isFirst || isLast) && maker.isFree(label.box.adjusted(-2, 0, 2, 0)) && label.box.left() >= left
                && label.box.right() <= right)
                maker.put(label);
        }
        y += size * 1.65;
    }
}

void putMultiples(PlanMaker& maker, const QRectF& room)
{
    const auto& panels = maker.sheet.panels;
    const auto columns = std::min(panels.size() == 4 ? std::size_t{2} : panelsInRow, panels.size());
    const auto rows = (panels.size() + columns - 1) / columns;
    const double size = maker.page.label, ticks = tickRoom(maker), gap = size * 1.8;
    const double wide = (room.width() - ticks - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double high = room.height() / static_cast<double>(rows);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const auto column = i % columns, row = i / columns;
        const double left = room.left() + ticks + static_cast<double>(column) * (wide + gap);
        double top = room.top() + static_cast<double>(row) * high;
        const double titleLeft = column == 0 ? room.left() : left;
        const double titleRoom = left + wide - titleLeft;
        top = maker.paragraph(text(panels[i].name), titleLeft, top, titleRoom, size * 1.08, Role::Panel, maker.style.tokens.text, true);
        if (!panels[i].range.empty())
            top =
                maker.paragraph(text(panels[i].range), titleLeft, top, titleRoom, maker.page.small, Role::Panel, maker.style.tokens.muted);
        PanelPlace place;
        place.hasTicks = column == 0;
        place.isSmall = true;
        place.plot =
            QRectF(QPointF(left, top + size * 0.7), QPointF(left + wide, room.top() + static_cast<double>(row + 1) * high - size * 2.3));
        maker.plan.isTight |= place.plot.height() < size * 4;
        putPanel(maker, panels[i], place);
    }
}

namespace {

/// A gap through a bar that does not begin at zero.
void putBreak(PlanMaker& maker, double left, double top, double height)
{
    const double wide = height * 0.22, lean = height * 0.3, over = height * 0.18;
    const QPointF base(left, top + height + over), tip(left + lean, top - over), aside(wide, 0);
    maker.polygon({base, tip, tip + aside, base + aside}, maker.style.ground);
    const QPen pen(maker.style.tokens.muted, maker.page.label * 0.1);
    maker.line(base, tip, pen);
    maker.line(base + aside, tip + aside, pen);
}

} // namespace

void putBars(PlanMaker& maker, const QRectF& room)
{
    const auto& sheet = maker.sheet;
    const double size = maker.page.label;
    double names = 0, values = 0;
    for (const auto& bar : sheet.bars) {
        names = std::max(names, maker.width(text(bar.name), size, true));
        values = std::max(values, maker.width(text(bar.told), size, true));
    }
    names = std::min(names, room.width() * 0.35);
    const QRectF plot(QPointF(room.left() + names + size, room.top()), QPointF(room.right() - values - size, room.bottom() - size * 2));
    maker.plan.plots.push_back(plot);
    const auto across = [&](double value) { return plot.left() + (value - sheet.bottom) / (sheet.top - sheet.bottom) * plot.width(); };
    double taken = -1e9;
    for (const auto& tick : sheet.ticks) {
        const double x = across(tick.at);
        maker.line({x, plot.top()}, {x, plot.bottom()}, QPen(tick.at == 0 ? maker.style.tokens.edge : maker.style.tokens.grid, 0.6));
        const auto label = maker.text(text(tick.words), {x, plot.bottom() + size * 1.4}, size, Role::Tick, maker.style.tokens.muted, false,
                                      Anchor::Middle);
        if (label.box.left() > taken + size * 0.6) {
            maker.put(label);
            taken = label.box.right();
        }
    }
    const double pitch = plot.height() / static_cast<double>(std::max<std::size_t>(sheet.bars.size(), 1));
    for (std::size_t i = 0; i < sheet.bars.size(); ++i) {
        const auto& bar = sheet.bars[i];
        const double middle = plot.top() + pitch * (static_cast<double>(i) + 0.5), high = std::min(pitch * 0.55, size * 2);
        const auto colour = maker.style.colourOf(sheet, bar.hue);
        const double from = across(bar.from.value_or(sheet.isBroken ? sheet.bottom : 0)), to = across(bar.value);
        if (i + 1 < sheet.bars.size() && (bar.from || sheet.bars[i + 1].from)) // where the next begins
            maker.line({to, middle + high / 2}, {to, middle + pitch - high / 2}, QPen(maker.style.tokens.edge, 0.6));
        maker.fill(QRectF(QPointF(std::min(from, to), middle - high / 2), QPointF(std::max(from, to), middle + high / 2)),
                   maker.style.isGrey ? QColor(0x9a, 0x9a, 0x9a) : mixed(colour, maker.style.ground, 0.75));
        if (sheet.isBroken && !bar.from)
            putBreak(maker, plot.left() + size * 0.5, middle - high / 2, high);
        if (bar.low && bar.high)
            maker.whisker({across(*bar.low), middle}, {across(*bar.high), middle}, high * 0.2, maker.style.tokens.text);
        const auto lines = maker.lines(text(bar.name), size, names, true);
        const double first = middle - size * 0.6 * static_cast<double>(lines.size() - 1) + size * 0.35;
        for (qsizetype k = 0; k < lines.size(); ++k)
            maker.put(maker.text(lines[k], {room.left(), first + size * 1.2 * static_cast<double>(k)}, size, Role::Label,
                                 maker.style.tokens.text, true));
        maker.put(maker.text(text(bar.told), {room.right(), middle + size * 0.35}, size, Role::Label, maker.style.tokens.text, true,
                             Anchor::End));
    }
    maker.plan.isTight |= pitch < size * 1.3;
}

namespace {

/// The lines of a slope, and the ranges at their ends.
void putSlopes(PlanMaker& maker, double left, double right, const std::function<double(double)>& up)
{
    const auto& sheet = maker.sheet;
    const double size = maker.page.label;
    double aside = right; // ranges stand beside each other, left of the year that they belong to
    for (const auto& bar : sheet.bars) {
        if (bar.low && bar.high) {
            aside -= size * 0.7;
            maker.whisker({aside, up(*bar.low)}, {aside, up(*bar.high)}, size * 0.2, maker.style.colourOf(sheet, bar.hue));
        }
        const auto pen = maker.style.penOf(sheet, bar.hue, size * 0.23);
        maker.line({left, up(bar.before.value_or(0))}, {right, up(bar.value)}, bar.low ? maker.covertPen(pen) : pen);
        maker.dot({left, up(bar.before.value_or(0))}, size * 0.3, maker.style.colourOf(sheet, bar.hue), QPen(maker.style.ground, 0.8));
        maker.dot({right, up(bar.value)}, size * 0.3, maker.style.colourOf(sheet, bar.hue), QPen(maker.style.ground, 0.8));
    }
}

} // namespace

void putSlope(PlanMaker& maker, const QRectF& room)
{
    const auto& sheet = maker.sheet;
    const double size = maker.page.label, height = size * 1.3;
    double before = 0;
    for (const auto& bar : sheet.bars)
        before = std::max(before, maker.width(text(bar.beforeTold), size));
    const double left = room.left() + before + size * 1.5, right = room.left() + room.width() * 0.6;
    const double names = room.right() - right - size * 0.8;
    const QRectF plot(QPointF(left, room.top() + size * 1.8), QPointF(right, room.bottom() - size));
    maker.plan.plots.push_back(plot);
    const auto up = [&](double value) { return plot.bottom() - (value - sheet.bottom) / (sheet.top - sheet.bottom) * plot.height(); };
    const auto yearOf = [&](double x, double year) {
        maker.put(maker.text(QString::number(static_cast<int>(year)), {x, room.top() + size}, size, Role::Tick, maker.style.tokens.muted,
                             false, Anchor::Middle));
        maker.line({x, plot.top()}, {x, plot.bottom()}, QPen(maker.style.tokens.edge, 0.6));
    };
    yearOf(left, sheet.from);
    yearOf(right, sheet.told);
    std::vector<std::size_t> order(sheet.bars.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto put = [&](bool isBefore) {
        const auto valueOf = [&](std::size_t i) { return isBefore ? sheet.bars[i].before.value_or(0) : sheet.bars[i].value; };
        std::ranges::stable_sort(order, std::ranges::greater{}, valueOf);
        std::vector<std::size_t> shown;
        std::vector<double> tops, heights;
        std::vector<QStringList> blocks;
        QStringList told;
        for (const auto i : order) {
            const auto words = text(isBefore ? sheet.bars[i].beforeTold : sheet.bars[i].told);
            if (isBefore && !told.isEmpty() && words == told.back())
                continue; // what all began with is told once, and needs the room of one
            told << words;
            shown.push_back(i);
            blocks.push_back(isBefore ? QStringList{words}
                                      : maker.lines(words + QLatin1Char(' ') + text(sheet.bars[i].name), size, names, true));
            tops.push_back(up(valueOf(i)) - height / 2);
            heights.push_back(height + size * 1.2 * static_cast<double>(blocks.back().size() - 1));
        }
        const auto placed = pushedApart(tops, heights, plot.top() - size, plot.bottom() + size);
        maker.plan.isTight |= !placed.empty() && placed.front() < plot.top() - size * 2;
        for (std::size_t k = 0; k < shown.size(); ++k) {
            const auto& bar = sheet.bars[shown[k]];
            double y = placed[k] + height * 0.77;
            for (const auto& line : blocks[k]) {
                maker.put(isBefore
                              ? maker.text(line, {left - size * 0.8, y}, size, Role::Label, maker.style.tokens.muted, false, Anchor::End)
                              : maker.text(line, {right + size * 0.8, y}, size, Role::Label, maker.style.colourOf(sheet, bar.hue), true));
                y += size * 1.2;
            }
        }
    };
    putSlopes(maker, left, right, up);
    put(true);
    put(false);
}

void putTable(PlanMaker& maker, const QRectF& room)
{
    const auto& sheet = maker.sheet;
    const double size = maker.page.label;
    const auto columns = sheet.head.size();
    double widest = 0, longest = 0;
    for (const auto& row : sheet.rows) {
        longest = std::max(longest, maker.width(text(row.front()), size, true));
        for (std::size_t i = 1; i < row.size(); ++i)
            widest = std::max(widest, maker.width(text(row[i]), size));
    }
    const double left = room.width() - static_cast<double>(columns - 1) * (widest + size); // by the values, at their closest
    const double names = std::max(std::min(longest + size * 2, left), room.width() * 0.22);
    const double cell = (room.width() - names) / static_cast<double>(std::max<std::size_t>(columns - 1, 1));
    maker.plan.isTight |= cell < widest + 1;
    const double pitch = std::clamp(room.height() / static_cast<double>(sheet.rows.size() + 1), size * 2.15, size * 3.4);
    const double below = (pitch - size * 0.7) / 2; // figures stand in the middle of their row
    double y = room.top() + size * 1.1;
    const auto put = [&](const std::vector<std::string>& row, bool isHead) {
        const auto name = maker.lines(text(row.front()), size, names - size, true);
        for (qsizetype k = 0; k < name.size(); ++k)
            maker.put(maker.text(name[k], {room.left(), y + size * 1.2 * static_cast<double>(k)}, size, Role::Cell, maker.style.tokens.text,
                                 true));
        for (std::size_t i = 1; i < row.size(); ++i)
            maker.put(maker.text(text(row[i]), {room.left() + names + cell * static_cast<double>(i), y}, size, Role::Cell,
                                 isHead ? maker.style.tokens.muted : maker.style.tokens.text, false, Anchor::End));
        y += below + size * 1.2 * static_cast<double>(std::max<qsizetype>(name.size() - 1, 0));
        maker.line({room.left(), y}, {room.right(), y}, QPen(isHead ? maker.style.tokens.edge : maker.style.tokens.grid, 0.6));
        y += pitch - below;
    };
    put(sheet.head, true);
    for (const auto& row : sheet.rows)
        put(row, false);
    maker.plan.isTight |= y - (pitch - below) > room.bottom() + size;
}

} // namespace chokepoint::ui
