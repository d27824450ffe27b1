// Palettes and the style sheet.
#include "look/Theme.h"

#include "look/LookStyle.h"

#include <QApplication>
#include <QPalette>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

const Tokens light{.ground = "#F4F4F1",
                   .panel = "#FBFBF9",
                   .card = "#FFFFFF",
                   .line = "#E2E2DC",
                   .edge = "#8A9097",
                   .grid = "#ECECE7",
                   .text = "#1B1F24",
                   .muted = "#525962",
                   .faint = "#646B74",
                   .accent = "#0B5FA5",
                   .tint = "#E4EEF7",
                   .caution = "#9A4B00",
                   .track = "#DCDCD6",
                   .blue = "#0072B2",
                   .vermillion = "#D55E00",
                   .green = "#009E73",
                   .purple = "#CC79A7",
                   .orange = "#B97A00",
                   .sky = "#2E93CC"};
const Tokens dark{.ground = "#121517",
                  .panel = "#171A1E",
                  .card = "#1C2024",
                  .line = "#2B3137",
                  .edge = "#656E78",
                  .grid = "#262B31",
                  .text = "#E9ECEF",
                  .muted = "#A0A8B1",
                  .faint = "#8F98A2",
                  .accent = "#6FB6F0",
                  .tint = "#1E2E3D",
                  .caution = "#F0A35E",
                  .track = "#343B42",
                  .blue = "#56A8E8",
                  .vermillion = "#F08A4B",
                  .green = "#3CC79A",
                  .purple = "#DD9CC0",
                  .orange = "#F0BC4E",
                  .sky = "#8CCBF2"};

QPalette paletteOf(const Tokens& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.ground);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.card);
    p.setColor(QPalette::AlternateBase, t.panel);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.caution);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.card);
    p.setColor(QPalette::ToolTipBase, t.card);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.faint);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Midlight, t.grid);
    p.setColor(QPalette::Light, t.card);
    p.setColor(QPalette::Dark, t.faint);
    p.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.faint);
    return p;
}

/// Names behind @ are tokens.
constexpr char styleSheet[] = R"(
        QToolTip { background: @card; color: @text; border: 1px solid @line; padding: 4px 6px; }
        #topBar { background: @card; border-bottom: 1px solid @line; }
        #leverPanel, #headlinePanel { background: @panel; }
        #leverPanel { border-right: 1px solid @line; }
        #headlinePanel { border-left: 1px solid @line; }
        #leverList, #leverScroll, #headlineScroll, #headlineList, #chartScroll, #chartGrid { background: transparent; border: none; }
        QFrame[card="true"] { background: @card; border: 1px solid @line; border-radius: 8px; }
        QLabel[role="muted"], QToolButton[role="muted"] { color: @muted; }
        QLabel[role="faint"] { color: @faint; }
        QLabel[role="accent"] { color: @accent; }
        QLabel[role="caution"] { color: @caution; }
        QFrame[changed="true"] { background: @tint; border-radius: 8px; }
        QFrame[rule="true"] { background: @line; border: none; }
        QLineEdit { background: @card; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 4px 8px;
            selection-background-color: @accent; selection-color: @card; }
        QLineEdit:focus { border-color: @accent; }
        QToolButton, QPushButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px;
            padding: 4px 8px; }
        QToolButton:hover, QPushButton:hover { background: @tint; }
        QToolButton:focus, QPushButton:focus { border-color: @accent; }
        QToolButton:disabled, QPushButton:disabled { color: @faint; }
        QDialog QPushButton { border-color: @edge; padding: 5px 14px; }
        QDialog QPushButton:hover, QDialog QPushButton:focus { border-color: @accent; }
        QDialog QPushButton:default { background: @accent; color: @card; border-color: @accent; }
        QDialog QPushButton:default:focus { border-color: @text; }
        QDialog QPushButton:disabled { background: transparent; color: @faint; border-color: @line; }
        QDialog QPushButton[role="link"] { border-color: transparent; }
        QDialog QListWidget, QDialog QPlainTextEdit, QDialog QAbstractSpinBox { background: @card; color: @text; border: 1px solid @edge;
            border-radius: 6px; padding: 3px 6px; selection-background-color: @accent; selection-color: @card; outline: 0; }
        QDialog QListWidget:focus, QDialog QPlainTextEdit:focus, QDialog QAbstractSpinBox:focus { border-color: @accent; }
        QDialog QListWidget::item { padding: 4px 2px; border-radius: 4px; }
        QDialog QListWidget::item:selected { background: @tint; color: @accent; }
        QDialog QAbstractSpinBox::up-button, QDialog QAbstractSpinBox::down-button { width: 0; border: none; }
        QToolButton:checked { background: @tint; color: @accent; }
        QToolButton::menu-indicator { image: none; }
        QToolButton[role="link"], QPushButton[role="link"] { color: @accent; padding: 0 2px; }
        QToolButton[role="link"]:disabled, QPushButton[role="link"]:disabled { color: @faint; }
        QPushButton[role="chip"] { border: 1px solid @edge; border-radius: 11px; padding: 3px 10px; color: @accent; }
        QPushButton[role="name"] { padding: 0; border: none; text-align: left; }
        QPushButton[role="name"]:hover { background: transparent; color: @accent; }
        QPushButton[role="name"]:focus { color: @accent; }
        QPushButton[role="card"] { background: @card; border: 1px solid @line; border-radius: 8px; padding: 0; text-align: left; }
        QPushButton[role="card"]:hover { border-color: @accent; background: @card; }
        QPushButton[role="card"]:focus { border-color: @accent; background: @tint; }
        QPushButton[role="primary"] { background: @accent; color: @card; padding: 7px 14px; font-weight: 600; }
        QPushButton[role="primary"]:disabled { background: @panel; color: @faint; border-color: @line; }
        QPushButton[role="primary"]:focus, QPushButton[role="primary"]:hover { border-color: @text; }
        #startFoot { background: @panel; border-top: 1px solid @line; }
        #startPage, #startScroll, #startList { background: transparent; border: none; }
        #mapPane { background: @panel; border-left: 1px solid @line; }
        #measurePane, #figureOptions { background: @panel; border: none; border-right: 1px solid @line; }
        #figureSide { background: @panel; border: none; border-left: 1px solid @line; }
        #paneScroll, #paneText { background: transparent; border: none; }
        QPushButton[role="title"] { padding: 0; text-align: left; }
        QPushButton#figureSeries { border: 1px solid @edge; padding: 6px 10px; text-align: center; }
        QPushButton#figureSeries:focus { border-color: @accent; }
        QPushButton[role="group"] { color: @muted; text-align: left; padding: 7px 0; border-radius: 0; }
        QPushButton[role="otherGroup"] { color: @caution; text-align: left; padding: 7px 0; border-radius: 0; }
        QToolButton[role="chosen"] { border: 1px solid @edge; padding: 5px 10px; }
        QToolButton[role="kind"] { border: 1px solid @edge; padding: 6px 2px 4px 2px; }
        QToolButton[role="kind"]:checked { border-color: @accent; }
        QToolButton[role="against"] { color: @muted; }
        QPushButton::menu-indicator { image: none; width: 0; }
        QComboBox { background: @card; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 4px 8px; }
        QComboBox:hover, QComboBox:focus { border-color: @accent; }
        QComboBox:disabled { color: @faint; border-color: @line; }
        QComboBox::drop-down { border: none; width: 20px; }
        QComboBox::down-arrow { image: none; width: 0; height: 0; margin-right: 8px; border-left: 4px solid @card; border-right:
            4px solid @card; border-top: 5px solid @muted; }
        QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @line; selection-background-color: @tint;
            selection-color: @text; outline: 0; }
        QCheckBox { color: @muted; spacing: 6px; }
        QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @track; }
        QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
        QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 7px; background: @card; border: 1px
            solid @accent; }
        QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover { background: @accent; }
        QMenu { background: @card; color: @text; border: 1px solid @line; padding: 4px; }
        QMenu::item { padding: 5px 20px 5px 26px; border-radius: 4px; }
        QMenu::indicator { width: 14px; height: 14px; left: 6px; }
        QMenu::item:selected { background: @tint; }
        QMenu::item:disabled { color: @faint; }
        QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
        QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
        QScrollBar::handle:vertical { background: @track; border-radius: 4px; min-height: 32px; margin: 1px; }
        QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
        QScrollBar:horizontal { height: 0; }
        QTableView#tableOfChart QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
        QScrollBar::handle:horizontal { background: @track; border-radius: 4px; min-width: 32px; margin: 1px; }
        QToolButton[role="page"] { color: @muted; padding: 5px 7px; }
        QToolButton[role="page"][tight="true"] { padding: 5px 2px; }
        QToolButton[role="page"]:checked { background: @tint; color: @accent; font-weight: 600; }
        #sections { background: @panel; border: none; border-right: 1px solid @line; padding: 12px 8px; outline: 0; }
        #sections::item { padding: 7px 10px; border-radius: 6px; color: @text; }
        #sections::item:selected { background: @tint; color: @accent; }
        #sections::item:hover:!selected { background: @grid; }
        #claims, #causesTree { background: @panel; border: 1px solid @line; border-radius: 8px; padding: 6px; outline: 0; }
        #claims::item { padding: 6px 8px; border-radius: 6px; color: @text; }
        #causesTree::item { padding: 3px 2px; color: @text; }
        #claims::item:selected, #causesTree::item:selected { background: @tint; color: @accent; }
        #clearScroll, #clearInner { background: transparent; border: none; }
        QTableView { background: @card; border: 1px solid @line; border-radius: 8px; outline: 0; selection-background-color: @tint;
            selection-color: @text; }
        QTableView::item { padding: 0 8px; border-bottom: 1px solid @grid; }
        QTableView::item:selected { background: @tint; color: @text; }
        QHeaderView { background: transparent; border: none; }
        QHeaderView::section { background: transparent; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px 11px; }
        #messageBar { background: @tint; border-bottom: 1px solid @line; }
    )";

QString styleSheetOf(const Tokens& t)
{
    QString sheet = QString::fromUtf8(styleSheet);
    const std::array<std::pair<const char*, QColor>, 13> names{{{"@card", t.card},
                                                                {"@edge", t.edge},
                                                                {"@text", t.text},
                                                                {"@line", t.line},
                                                                {"@panel", t.panel},
                                                                {"@muted", t.muted},
                                                                {"@faint", t.faint},
                                                                {"@accent", t.accent},
                                                                {"@caution", t.caution},
                                                                {"@tint", t.tint},
                                                                {"@track", t.track},
                                                                {"@ground", t.ground},
                                                                {"@grid", t.grid}}};
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

} // namespace

const Tokens& tokensOf(Theme theme) { return theme == Theme::Light ? light : dark; }

/// All windows have one theme. A widget's own palette would mislead: a style sheet writes a clear ground into it.
Theme themeOf(const QWidget&) { return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light; }

const Tokens& tokensOf(const QWidget& widget) { return tokensOf(themeOf(widget)); }

void applyTheme(QApplication& application, Theme theme)
{
    application.setStyle(new LookStyle);
    application.setPalette(paletteOf(tokensOf(theme)));
    application.setFont(fontOf(13));
    application.setStyleSheet(styleSheetOf(tokensOf(theme)));
}

QColor colourOf(const Tokens& tokens, ColourClass colour)
{
    switch (colour) {
    case ColourClass::Vermillion: return tokens.vermillion;
    case ColourClass::Green: return tokens.green;
    case ColourClass::Purple: return tokens.purple;
    case ColourClass::Orange: return tokens.orange;
    case ColourClass::Sky: return tokens.sky;
    case ColourClass::Blue: break;
    }
    return tokens.blue;
}

QColor colourOfPart(const Tokens& t, int part)
{
    const std::array<QColor, partHues> hues{t.blue, t.vermillion, t.green, t.purple, t.orange, t.sky};
    return part < partHues ? hues[static_cast<std::size_t>(part)] : t.track;
}

QColor colourOfBinding(const Tokens& tokens, int code)
{
    const std::array<QColor, 4> colours{tokens.sky, tokens.vermillion, tokens.green, tokens.track};
    return colours[static_cast<std::size_t>(code)];
}

QColor colourOfRange(const Tokens& tokens) { return mixed(tokens.accent, tokens.panel, 0.68); }

double contrastOf(const QColor& a, const QColor& b)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](const QColor& colour) {
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor inkOn(const QColor& ground)
{
    const QColor black(0x10, 0x14, 0x18), white(Qt::white);
    return contrastOf(black, ground) >= contrastOf(white, ground) ? black : white;
}

QColor mixed(const QColor& colour, const QColor& ground, double part)
{
    const auto mix = [&](int a, int b) { return static_cast<int>(part * a + (1 - part) * b + 0.5); };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue())};
}

bool setStyled(QWidget& widget, const char* property, const QVariant& value)
{
    if (widget.property(property) == value)
        return false;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    return true;
}

QFont fontOf(double pixels, QFont::Weight weight)
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(static_cast<int>(pixels + 0.5));
    font.setWeight(weight);
    return font;
}

} // namespace chokepoint::ui
