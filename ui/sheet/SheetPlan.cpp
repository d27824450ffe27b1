// Lays out the page of a figure: title, definition, key, chart, strips, and the footer with its evidence.
#include "sheet/PlanMaker.h"

#include "parts/Text.h"

namespace chokepoint::ui {
namespace {

using Role = PlanText::Role;
using Kind = SheetRequest::Kind;

/// What a key shows beside its words.
void putSwatch(PlanMaker& maker, const SheetKey& key, const QRectF& box)
{
    using Shade = SheetKey::Shade;
    const auto colour = maker.style.colourOf(maker.sheet, key.hue);
    const auto middle = box.center().y();
    if (key.shade == Shade::Baseline)
        maker.covertRange({box.topLeft(), box.topRight()}, {box.bottomLeft(), box.bottomRight()}, colour);
    else if (key.shade == Shade::Part) {
        maker.fill(box, maker.style.tint(colour, partTint));
        maker.hatch(QPolygonF(box), QPen(colour, maker.page.label * 0.09), true);
    } else if (key.shade == Shade::Bar)
        maker.whisker({box.left(), middle}, {box.right(), middle}, box.height() * 0.3, maker.style.tokens.text);
    else
        maker.fill(box, maker.style.tint(colour, tintOf(key.shade, maker.sheet)));
}

/// Swatches with their words; wraps. Returns the bottom.
double putKeys(PlanMaker& maker, double left, double top, double width)
{
    const double size = maker.page.label, swatch = size * 1.6, height = size * 1.5;
    if (maker.sheet.keys.empty())
        return top;
    double x = left, y = top;
    for (const auto& key : maker.sheet.keys) {
        const double room = swatch + size * 0.4;
        const auto lines = maker.lines(text(key.words), size, width - room);
        double wide = 0;
        for (const auto& line : lines)
            wide = std::max(wide, maker.width(line, size));
        if (x > left && x + room + wide > left + width) {
            x = left;
            y += height;
        }
        putSwatch(maker, key, {x, y + size * 0.15, swatch, size * 0.95});
        for (qsizetype i = 0; i < lines.size(); ++i)
            maker.put(maker.text(lines[i], {x + room, y + size * (0.9 + 1.25 * static_cast<double>(i))}, size, Role::Key,
                                 maker.style.tokens.muted));
        y += size * 1.25 * static_cast<double>(lines.size() - 1);
        x += room + wide + size * 1.8;
    }
    return y + height;
}

struct FooterText {
    QString words;
    Role role;
};

std::vector<FooterText> footerOf(const Sheet& sheet)
{
    std::vector<FooterText> footer;
    for (const auto& [words, role] : {std::pair(&sheet.source.words, Role::Source), std::pair(&sheet.note.words, Role::Note),
                                      std::pair(&sheet.marks, Role::Marks), std::pair(&sheet.identity, Role::Identity)})
        if (!words->empty())
            footer.push_back({text(*words), role});
    return footer;
}

/// Facts in lines that break between them, never within one.
QStringList linesOfFacts(const PlanMaker& maker, const QStringList& facts, double width, double size)
{
    QStringList lines{facts.front()};
    for (const auto& fact : facts.mid(1)) {
        const auto longer = lines.back() + QStringLiteral(" · ") + fact;
        if (maker.width(longer, size) <= width)
            lines.back() = longer;
        else
            lines << fact;
    }
    return lines;
}

/// What names the figure: on one line where it fits, else on even lines, so that no single fact stands alone.
QString partedByFacts(const PlanMaker& maker, const QString& words, double width, double size)
{
    constexpr double step = 0.97;
    const auto facts = words.split(QStringLiteral(" · "));
    auto lines = linesOfFacts(maker, facts, width, size);
    for (double even = width * step; even > width * 0.4; even *= step) {
        const auto narrower = linesOfFacts(maker, facts, even, size);
        if (narrower.size() > lines.size())
            break;
        lines = narrower;
    }
    return lines.join(QLatin1Char('\n'));
}

QString footerWords(const PlanMaker& maker, const FooterText& text, double width, double size)
{
    return text.role == Role::Identity ? partedByFacts(maker, text.words, width, size) : text.words;
}

double footerHeight(const PlanMaker& maker, const std::vector<FooterText>& footer, double width, double size)
{
    double height = 0;
    for (const auto& text : footer)
        height += maker.paragraphHeight(footerWords(maker, text, width, size), width, size, text.role == Role::Marks) + size * 0.25;
    return height;
}

double putFooter(PlanMaker& maker, const std::vector<FooterText>& footer, double left, double top, double width, double size)
{
    for (const auto& text : footer) {
        const bool isMarks = text.role == Role::Marks;
        const auto& ink = isMarks ? maker.style.tokens.caution : maker.style.tokens.muted;
        top = maker.paragraph(footerWords(maker, text, width, size), left, top, width, size, text.role, ink, isMarks) + size * 0.25;
    }
    return top;
}

/// The chart of whatever kind in its room, the words of its axes within.
void putChart(PlanMaker& maker, const QRectF& room)
{
    const auto& sheet = maker.sheet;
    if (sheet.kind == Kind::Multiples)
        return putMultiples(maker, room);
    if (sheet.kind == Kind::Bar || sheet.kind == Kind::Waterfall)
        return putBars(maker, room);
    if (sheet.kind == Kind::Slope)
        return putSlope(maker, room);
    if (sheet.kind == Kind::Table)
        return putTable(maker, room);
    PanelPlace place;
    place.hasGutter = hasGutter(sheet);
    place.gutter = place.hasGutter ? gutterRoom(maker) : 0;
    if (sheet.top <= 0 && !sheet.isLogarithmic) // all falls from the upper edge: what is written there stands above it
        place.head = maker.page.small * (sheet.dates.empty() ? 1.6 : 3.4);
    place.plot = room.adjusted(tickRoom(maker), place.head, -place.gutter, -maker.page.label * 2);
    putPanel(maker, sheet.panels.front(), place);
}

/// The least width at which a text has no more lines than it must have, so that none ends in a single word.
double evenWidth(const PlanMaker& maker, const QString& words, double width, double size, bool isBold)
{
    const auto least = maker.lines(words, size, width, isBold).size();
    constexpr double step = 0.97;
    double even = width;
    while (even > width * 0.5 && maker.lines(words, size, even * step, isBold).size() == least)
        even *= step;
    return least < 2 ? width : even;
}

/// What stands above the chart; returns its bottom.
double putHead(PlanMaker& maker, double left, double width)
{
    const auto& page = maker.page;
    double y = page.margin * 0.75;
    const auto title = text(maker.sheet.title.words);
    y = maker.paragraph(title, left, y, evenWidth(maker, title, width, page.title, true), page.title, Role::Title, maker.style.tokens.text,
                        true);
    y += page.subtitle * 0.35;
    const auto subtitle = text(maker.sheet.subtitle.words);
    return maker.paragraph(subtitle, left, y, evenWidth(maker, subtitle, width, page.subtitle, false), page.subtitle, Role::Subtitle,
                           maker.style.tokens.muted);
}

double naturalChart(const Sheet& sheet, const SheetPage& page)
{
    const auto count = static_cast<double>(sheet.kind == Kind::Table ? sheet.rows.size() + 1 : sheet.bars.size());
    switch (sheet.kind) {
    case Kind::Multiples: return std::ceil(static_cast<double>(sheet.panels.size()) / 3) * page.label * 16;
    case Kind::Waterfall: return count * page.label * 2.2 + page.label * 2;
    case Kind::Bar: return count * page.label * 3.2 + page.label * 2;
    case Kind::Table: return count * page.label * 2.2;
    default: return page.chart + page.label * 2;
    }
}

void putSlide(PlanMaker& maker)
{
    const auto& page = maker.page;
    const double left = page.margin, width = page.size.width() - 2 * page.margin, side = width * 0.27;
    const double top = putHead(maker, left, width) + page.subtitle, bottom = page.size.height() - page.margin * 0.8;
    const double sideLeft = left + width - side;
    double y = putKeys(maker, sideLeft, top, side) + page.small * 0.6;
    const auto footer = footerOf(maker.sheet);
    double size = page.small;
    const double least = std::max(7.0, page.small * 0.7), step = 0.97; // a long note is set smaller
    while (size * step > least && y + footerHeight(maker, footer, side, size) > bottom)
        size *= step;
    const double height = footerHeight(maker, footer, side, size);
    maker.plan.isTight |= y + height > bottom + 1;
    putFooter(maker, footer, sideLeft, std::max(y, bottom - height), side, size);
    double below = 0;
    if (!maker.sheet.strips.empty() && page.hasStrip)
        below = stripHeight(maker);
    const QRectF room(left, top, width - side - page.margin, bottom - top - below);
    putChart(maker, room);
    if (below > 0)
        putStrips(maker, left + tickRoom(maker), room.right() - (hasGutter(maker.sheet) ? gutterRoom(maker) : 0), room.bottom());
}

void putColumn(PlanMaker& maker)
{
    const auto& page = maker.page;
    const double left = page.margin, width = page.size.width() - 2 * page.margin;
    double y = putHead(maker, left, width) + page.label * 0.7;
    y = putKeys(maker, left, y, width) + page.label * 0.8;
    const bool hasStrips = !maker.sheet.strips.empty() && page.hasStrip;
    const double strips = hasStrips ? stripHeight(maker) : 0;
    const auto footer = footerOf(maker.sheet);
    const bool isWide = page.order == SheetPage::Order::Wide;
    const double gap = page.margin * 0.7, half = (width - gap) / 2;
    std::vector<FooterText> leftHalf, rightHalf, whole;
    for (const auto& part : footer)
        (!isWide || part.role == Role::Identity ? whole : part.role == Role::Note ? rightHalf : leftHalf).push_back(part);
    const double halves = std::max(footerHeight(maker, leftHalf, half, page.small), footerHeight(maker, rightHalf, half, page.small));
    const double under = page.label * 0.9 + page.small * 0.5 + halves + footerHeight(maker, whole, width, page.small);
    double chart = naturalChart(maker.sheet, page);
    if (page.size.height() > 0) {
        const double room = page.size.height() - page.margin * 0.7 - under - strips - y;
        maker.plan.isTight |= room < page.label * 9;
        chart = room;
    }
    const QRectF room(left, y, width, std::max(chart, page.label * 6));
    putChart(maker, room);
    y = room.bottom();
    if (hasStrips)
        putStrips(maker, left + tickRoom(maker), room.right() - (hasGutter(maker.sheet) ? gutterRoom(maker) : 0), y);
    y += strips + page.label * 0.9;
    maker.line({left, y}, {left + width, y}, QPen(maker.style.tokens.edge, 0.6));
    y += page.small * 0.5;
    putFooter(maker, leftHalf, left, y, half, page.small);
    putFooter(maker, rightHalf, left + half + gap, y, half, page.small);
    y = putFooter(maker, whole, left, y + halves, width, page.small);
    if (page.size.height() <= 0)
        maker.plan.size.setHeight(std::ceil(y + page.margin * 0.5));
}

/// In the upper right corner, in the margin above the title, so that it takes no room from what the figure says.
void putLogo(PlanMaker& maker)
{
    const auto& logo = maker.style.logo;
    if (logo.isNull())
        return;
    const double high = maker.page.margin * 0.6, wide = std::min(high * logo.width() / logo.height(), maker.page.size.width() * 0.3);
    const QSizeF size(wide, wide * logo.height() / logo.width());
    maker.plan.logo = logo;
    maker.plan.logoBox = QRectF(QPointF(maker.plan.size.width() - maker.page.margin - size.width(), maker.page.margin * 0.1), size);
}

} // namespace

SheetPlan planOf(const Sheet& sheet, const SheetPage& page, const SheetStyle& style)
{
    PlanMaker maker(sheet, page, style);
    if (page.order == SheetPage::Order::Slide)
        putSlide(maker);
    else
        putColumn(maker);
    putLogo(maker);
    maker.plan.isTight |= !maker.plan.outside().empty();
    return std::move(maker.plan);
}

} // namespace chokepoint::ui
