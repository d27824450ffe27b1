// Pages and styles that come with the program.
#include "sheet/SheetStyle.h"

#include "api/FigureStyle.h"
#include "api/InputError.h"
#include "look/ScenarioLines.h"

namespace chokepoint::ui {
namespace {

constexpr double columnWidth = 340;

/// Grey of the same lightness.
QColor greyOf(const QColor& colour)
{
    const int grey = qGray(colour.rgb());
    return {grey, grey, grey};
}

/// A page of one's own in millimetres, with type that grows with it.
std::optional<SheetPage> ownPage(const QString& id)
{
    constexpr int least = 60, most = 600;
    const auto parts = id.split(QLatin1Char('x'));
    if (parts.size() != 2)
        return std::nullopt;
    const int width = parts[0].toInt(), height = parts[1].toInt();
    if (width < least || height < least || width > most || height > most)
        return std::nullopt;
    SheetPage page{.id = id, .size = QSizeF(width, height) * pointsPerMillimetre};
    const double growth = std::clamp(std::sqrt(page.size.width() / columnWidth), 1.0, 2.2);
    for (auto* size : {&page.title, &page.subtitle, &page.label, &page.small, &page.margin})
        *size *= growth;
    page.order = width > 1.4 * height ? SheetPage::Order::Slide : SheetPage::Order::Column;
    page.hasStrip = page.order == SheetPage::Order::Slide || height > width;
    return page;
}

/// A style that comes with the program, with the font, colours and logo of a house.
SheetStyle styleOf(const std::string& file)
{
    const auto own = readFigureStyle(file);
    auto style = sheetStyleNamed(QString::fromStdString(own.basedOn)).value_or(*sheetStyleNamed(QStringLiteral("print")));
    style.id = QString::fromStdString(file);
    if (!own.font.empty())
        style.family = QString::fromStdString(own.font);
    auto& tokens = style.tokens;
    const std::map<std::string, QColor*> colours{{"ground", &style.ground},
                                                 {"text", &tokens.text},
                                                 {"muted", &tokens.muted},
                                                 {"grid", &tokens.grid},
                                                 {"accent", &tokens.accent},
                                                 {"blue", &tokens.blue},
                                                 {"vermillion", &tokens.vermillion},
                                                 {"green", &tokens.green},
                                                 {"purple", &tokens.purple},
                                                 {"orange", &tokens.orange},
                                                 {"sky", &tokens.sky}};
    for (const auto& [name, colour] : own.colors)
        *colours.at(name) = QColor(QString::fromStdString(colour));
    if (!own.logo.empty() && !style.logo.load(QString::fromStdString(own.logo)))
        throw InputError(Refusal("style_no_logo", {{"logo", own.logo}}, {.file = file}));
    return style;
}

} // namespace

std::optional<SheetPage> sheetPageNamed(const QString& id)
{
    if (id == QLatin1String("column"))
        return SheetPage{.id = id, .size = {columnWidth, 0}};
    if (id == QLatin1String("slide"))
        return SheetPage{.id = id,
                         .size = {960, 540},
                         .order = SheetPage::Order::Slide,
                         .title = 23,
                         .subtitle = 15,
                         .label = 14.5,
                         .small = 13.8,
                         .margin = 32};
    if (id == QLatin1String("square"))
        return SheetPage{
            .id = id, .size = {540, 540}, .title = 18, .subtitle = 11.5, .label = 11, .small = 9.5, .margin = 20, .hasStrip = false};
    if (id == QLatin1String("a4"))
        return SheetPage{.id = id,
                         .size = {297 * pointsPerMillimetre, 210 * pointsPerMillimetre},
                         .order = SheetPage::Order::Wide,
                         .title = 19,
                         .subtitle = 12,
                         .label = 11,
                         .small = 9,
                         .margin = 40};
    return ownPage(id);
}

std::vector<std::string> sheetPageNames() { return {"column", "slide", "square", "a4"}; }

std::optional<SheetStyle> sheetStyleNamed(const QString& id)
{
    if (id == QLatin1String("print"))
        return SheetStyle{.id = id, .tokens = tokensOf(Theme::Light), .ground = Qt::white};
    if (id == QLatin1String("light"))
        return SheetStyle{.id = id, .tokens = tokensOf(Theme::Light), .ground = tokensOf(Theme::Light).panel};
    if (id == QLatin1String("dark"))
        return SheetStyle{.id = id, .tokens = tokensOf(Theme::Dark), .ground = tokensOf(Theme::Dark).card};
    if (id.endsWith(QLatin1String(".toml"), Qt::CaseInsensitive))
        return styleOf(id.toStdString());
    if (id != QLatin1String("gray"))
        return std::nullopt;
    SheetStyle style{.id = id, .tokens = tokensOf(Theme::Light), .ground = Qt::white, .isGrey = true};
    auto& tokens = style.tokens;
    tokens.accent = QColor(0x33, 0x33, 0x33);
    for (auto* colour :
         {&tokens.text, &tokens.muted, &tokens.faint, &tokens.line, &tokens.edge, &tokens.grid, &tokens.caution, &tokens.track})
        *colour = greyOf(*colour);
    for (auto* colour : {&tokens.blue, &tokens.vermillion, &tokens.green, &tokens.purple, &tokens.orange, &tokens.sky})
        *colour = QColor(0x1a, 0x1a, 0x1a); // dashes tell them apart
    return style;
}

std::vector<std::string> sheetStyleNames() { return {"print", "light", "dark", "gray"}; }

QColor SheetStyle::colourOf(const Sheet& sheet, const SheetHue& hue) const
{
    switch (hue.of) {
    case SheetHue::Of::Baseline: return tokens.muted;
    case SheetHue::Of::Series: return ui::colourOf(tokens, sheet.colour);
    case SheetHue::Of::Place: return colourOfScenario(tokens, hue.place);
    case SheetHue::Of::Part: break;
    }
    if (isGrey) // steps that can be told apart, the first the darkest
        return QColor::fromHsv(0, 0, 64 + 33 * (hue.place % partHues));
    return colourOfPart(tokens, hue.place % partHues);
}

QPen SheetStyle::penOf(const Sheet& sheet, const SheetHue& hue, double width) const
{
    QPen pen = hue.of == SheetHue::Of::Place    ? penOfScenario(tokens, hue.place, width)
             : hue.of == SheetHue::Of::Baseline ? penOfScenario(tokens, 0, width * 0.65, true)
                                                : QPen(colourOf(sheet, hue), width);
    pen.setColor(colourOf(sheet, hue));
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QColor SheetStyle::tint(const QColor& colour, double part) const
{
    if (isGrey)
        return mixed(Qt::black, ground, part * 0.75);
    return mixed(colour, ground, part);
}

QColor SheetStyle::ofBinding(BindingInput input) const
{
    if (!isGrey)
        return colourOfBinding(tokens, static_cast<int>(input));
    constexpr int greys[]{0xe8, 0x8c, 0xc8, 0xf4};
    const int grey = greys[static_cast<std::size_t>(input)];
    return {grey, grey, grey};
}

QColor SheetStyle::inkOn(const QColor& under) const
{
    const auto ink = ui::inkOn(under);
    return isGrey ? greyOf(ink) : ink;
}

QFont sheetFont(const SheetStyle& style, double size, bool isBold, int dotsPerInch)
{
    QFont font(style.family);
    font.setPointSizeF(size * 72 / dotsPerInch);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting); // widths grow evenly with the page
    // what a font does to signs beside digits has no letter of its own, and a reader of a PDF would find none there
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::PreferNoShaping));
    return font;
}

} // namespace chokepoint::ui
