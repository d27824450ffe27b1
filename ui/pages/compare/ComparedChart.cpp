// Puts runs and draws of the scenarios into figures.
#include "pages/compare/ComparedChart.h"

#include "api/ChangeWords.h"
#include "api/NumberWords.h"
#include "api/ScenarioEdits.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "look/ScenarioLines.h"
#include "pages/compare/ComparedSet.h"
#include "parts/ElidedLabel.h"
#include "parts/Segments.h"
#include "parts/SeriesPicker.h"
#include "parts/TableWindow.h"
#include "parts/Text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

using View = WorkbookComparison::View;

constexpr int sideColumns = 3;
constexpr double usualLast = 2033, wholeLast = lastYear + 1.0; ///< ends of the time axis
constexpr std::size_t tenth = quantilePlace(0.1), quarter = quantilePlace(0.25), threeQuarters = quantilePlace(0.75),
                      ninetieth = quantilePlace(0.9);

Segments* segments(const QStringList& labels, const QString& name, const QString& purpose, int width, QWidget* parent)
{
    auto* control = new Segments(labels, parent);
    control->setObjectName(name);
    control->setAccessibleName(purpose);
    control->setFixedWidth(width);
    return control;
}

} // namespace

ComparedChart::ComparedChart(ComparedSet& set, QWidget* parent) : QFrame(parent), m_set(set)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("comparedChart"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    m_series = new SeriesPicker(set.catalogue(), set.board().language(), this);
    m_series->setObjectName(QStringLiteral("comparedSeries"));
    head->addWidget(m_series, 1);
    m_views =
        segments({tr("Value"), tr("Difference"), tr("Percent")}, QStringLiteral("comparedView"), tr("What the chart shows"), 234, this);
    head->addWidget(m_views);
    head->addSpacing(8);
    m_arrangement = segments({tr("Overlaid"), tr("Side by side")}, QStringLiteral("arrangement"), tr("How the packages stand"), 186, this);
    head->addWidget(m_arrangement);
    head->addSpacing(4);
    head->addWidget(moreButton());
    layout->addLayout(head);
    m_subtitle = new ElidedLabel(this);
    m_subtitle->setObjectName(QStringLiteral("comparedSubtitle"));
    m_subtitle->setFont(fontOf(12));
    m_subtitle->setProperty("role", "muted");
    auto* below = new QHBoxLayout;
    below->addWidget(m_subtitle, 1);
    auto* figure = new QToolButton(this);
    figure->setObjectName(QStringLiteral("openFigure"));
    figure->setText(tr("Figure…"));
    figure->setToolTip(tr("Makes a figure of this chart to publish."));
    figure->setProperty("role", "link");
    connect(figure, &QToolButton::clicked, this, [this] { m_set.openFigure(window()); });
    below->addWidget(figure);
    layout->addLayout(below);
    m_stack = new QStackedWidget(this);
    m_overlaid = new LinesView(set.board().language(), m_stack);
    m_overlaid->setObjectName(QStringLiteral("comparedLines"));
    m_stack->addWidget(m_overlaid);
    m_sides = new QWidget(m_stack);
    m_grid = new QGridLayout(m_sides);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    m_stack->addWidget(m_sides);
    layout->addWidget(m_stack, 1);
    connect(m_series, &SeriesPicker::chosen, &set, &ComparedSet::setSeries);
    connect(m_views, &Segments::chosen, &set, [&set](int view) { set.setView(static_cast<View>(view)); });
    connect(m_arrangement, &Segments::chosen, &set, [&set](int arrangement) { set.setSideBySide(arrangement == 1); });
    connect(&set, &ComparedSet::changed, this, &ComparedChart::refresh);
    connect(&set, &ComparedSet::drawn, this, &ComparedChart::refresh);
    refresh();
}

/// What else the chart offers, by its button, a right click and a key.
QWidget* ComparedChart::moreButton()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* table = new QAction(tr("Show as table"), this);
    table->setObjectName(QStringLiteral("openTable"));
    table->setShortcut(Qt::CTRL | Qt::Key_T);
    table->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(table, &QAction::triggered, this, &ComparedChart::openTable);
    auto* save = new QAction(tr("Save data as CSV…"), this);
    save->setObjectName(QStringLiteral("saveTable"));
    connect(save, &QAction::triggered, this, [this] {
        openTable();
        m_table->save();
    });
    addActions({table, save});
    auto* more = new QToolButton(this);
    more->setObjectName(QStringLiteral("more"));
    more->setText(QStringLiteral("\u22ef"));
    more->setAccessibleName(tr("More about this chart"));
    more->setToolTip(tr("Shows the numbers as a table, or saves them."));
    more->setProperty("role", "muted");
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    menu->addActions(actions());
    more->setMenu(menu);
    return more;
}

FigureTable ComparedChart::table() const
{
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < m_set.baseline(); ++place)
        places.push_back(place);
    const auto figure = figureOf(places, m_set.banded());
    const auto* banded = figure.band.x.empty() ? nullptr : &figure.band;
    return tableOfLines(figure.lines, banded, m_set.nameOf(m_set.banded()).toStdString(),
                        m_set.catalogue().series[m_set.series()].name, m_whatIsShown.toStdString(), figure.isAroundZero,
                        m_set.board().language());
}

TableWindow* ComparedChart::tableWindow() const { return m_table; }

void ComparedChart::openTable() { m_table = shownTable(m_table, table(), m_set.board().language(), window()); }

QString ComparedChart::subtitle() const { return m_subtitle->text(); }

/// A share is told in points, of which a part in a hundred is easily taken for one.
bool ComparedChart::isPercent() const
{
    return m_set.choice().view == View::Percent && !words::isInPoints(m_set.catalogue().series[m_set.series()]);
}

std::vector<double> ComparedChart::valuesOf(std::size_t place) const
{
    const auto& series = m_set.catalogue().series[m_set.series()];
    const auto &values = m_set.central(place).series[m_set.series()], &before = m_set.central(m_set.baseline()).series[m_set.series()];
    auto line = figureLine(series, values, FigureLine::Manner::Present, {}).y;
    if (isPercent()) {
        const auto changes = relativeChangesOf(values, before);
        std::ranges::transform(changes, line.begin(), [](double change) { return change * 100; });
    } else if (m_set.choice().view != View::Value) {
        const auto reference = figureLine(series, before, FigureLine::Manner::Present, {}).y;
        std::ranges::transform(line, reference, line.begin(), std::minus<>());
    }
    return line;
}

void ComparedChart::addBand(LinesFigure& figure, std::size_t place) const
{
    const auto *draws = m_set.draws(place), *reference = m_set.draws(m_set.baseline());
    if (!draws || !reference || place == m_set.baseline())
        return;
    const auto& series = m_set.catalogue().series[m_set.series()];
    SeriesSpread spread;
    if (isPercent())
        spread = relativeChangesOf(*draws, *reference, m_set.series());
    else if (m_set.choice().view != View::Value)
        spread = differencesOf(*draws, *reference, m_set.series());
    else
        for (int q = 0; q < quarterCount; ++q)
            spread[static_cast<std::size_t>(q)] = spreadAt(*draws, m_set.series(), Quarter{q});
    const double scale = isPercent() ? 100 : words::displayUnit(series).scale;
    const auto& x = figure.lines.front().x;
    for (std::size_t q = 0; q < spread.size(); ++q) {
        if (x[q] < recordedUntil)
            continue;
        auto& band = figure.band;
        const auto& quantiles = spread[q].quantiles;
        band.x.push_back(x[q]);
        band.low.push_back(quantiles[tenth] * scale);
        band.high.push_back(quantiles[ninetieth] * scale);
        band.innerLow.push_back(quantiles[quarter] * scale);
        band.innerHigh.push_back(quantiles[threeQuarters] * scale);
    }
}

/// The scenarios at these places, and the baseline behind them.
LinesFigure ComparedChart::figureOf(const std::vector<std::size_t>& places, std::size_t banded) const
{
    const auto& series = m_set.catalogue().series[m_set.series()];
    LinesFigure figure;
    figure.isAroundZero = m_set.choice().view != View::Value;
    figure.isPercent = isPercent();
    auto start = Quarter{quarterCount};
    const auto add = [&](std::size_t place) {
        const bool isBaseline = place == m_set.baseline();
        auto line = figureLine(series, m_set.central(place).series[m_set.series()],
                               isBaseline ? FigureLine::Manner::Baseline : FigureLine::Manner::Present, m_set.nameOf(place).toStdString());
        line.y = valuesOf(place);
        figure.lines.push_back(std::move(line));
        figure.hues.push_back(static_cast<int>(place));
        figure.ends << m_set.shortNameOf(place);
    };
    for (const auto place : places) {
        if (place == banded)
            figure.banded = static_cast<int>(figure.lines.size());
        add(place);
        const auto& scenario = m_set.at(place);
        const auto law = sharedLaw(scenario, m_set.at(m_set.baseline()));
        for (const auto& change : scenario.changes)
            if (std::ranges::find(law, change) == law.end())
                start = std::min(start, edit::quarterOf(scenario, change));
    }
    add(m_set.baseline());
    addBand(figure, banded);
    if (start.index < quarterCount) {
        figure.change = start.begin();
        figure.changeWords = m_set.board().said(Message("compare.start", {{"from", words::startOfPolicy(start)}}));
    }
    int latest = 0;
    for (const auto& outcome : m_set.outcomes())
        latest = std::max(latest, outcome.year);
    figure.last = latest >= usualLast ? wholeLast : usualLast;
    return figure;
}

ComparedChart::SidePanel ComparedChart::makePanel()
{
    SidePanel panel{.whole = new QWidget(m_sides), .name = nullptr, .range = nullptr, .view = nullptr};
    auto* layout = new QVBoxLayout(panel.whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    panel.name = new ElidedLabel(panel.whole);
    panel.name->setFont(fontOf(12, QFont::DemiBold));
    panel.range = new ElidedLabel(panel.whole);
    panel.range->setFont(fontOf(11));
    panel.range->setProperty("role", "muted");
    panel.view = new LinesView(m_set.board().language(), panel.whole);
    panel.view->setSmall(true);
    layout->addWidget(panel.name);
    layout->addWidget(panel.range);
    layout->addWidget(panel.view, 1);
    return panel;
}

/// One chart for each, on one axis.
void ComparedChart::showSmall()
{
    std::vector<LinesFigure> figures;
    double least = 0, largest = 0;
    for (std::size_t place = 0; place < m_set.baseline(); ++place) {
        figures.push_back(figureOf({place}, place));
        const auto need = LinesView::needOf(figures.back());
        least = std::min(least, need.first);
        largest = std::max(largest, need.second);
    }
    while (m_panels.size() < figures.size()) {
        m_panels.push_back(makePanel());
        const auto place = static_cast<int>(m_panels.size()) - 1;
        m_grid->addWidget(m_panels.back().whole, place / sideColumns, place % sideColumns);
    }
    const auto& outcome = m_set.outcomes()[m_set.rankedBy()];
    const auto& series = m_set.catalogue().series[m_set.series()];
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        auto& panel = m_panels[i];
        panel.whole->setVisible(i < figures.size());
        if (i >= figures.size())
            continue;
        figures[i].axis = {least, largest};
        panel.view->setFigure(figures[i]);
        panel.view->setAccessibleName(m_set.nameOf(i));
        panel.name->setText(m_set.nameOf(i));
        const auto *draws = m_set.draws(i), *reference = m_set.draws(m_set.baseline());
        panel.range->setText(draws && reference ? m_set.board().said(Message(
                                 "compare.range_in",
                                 {{"range", words::rangeOfChange(series, changeSpread(*draws, *reference, m_set.series(), outcome.year))},
                                  {"year", outcome.year}}))
                                                : QString());
    }
}

void ComparedChart::refresh()
{
    const auto& choice = m_set.choice();
    const auto& series = m_set.catalogue().series[m_set.series()];
    m_series->setSeries(m_set.series());
    m_views->setCurrent(static_cast<int>(choice.view));
    m_arrangement->setCurrent(choice.isSideBySide ? 1 : 0);
    const auto& banded = m_set.nameOf(m_set.banded());
    const auto against = m_set.nameOf(m_set.baseline()).toStdString();
    const auto shown = choice.isSideBySide ? std::string() : banded.toStdString();
    const auto bands = choice.isSideBySide ? Message("compare.bands") : Message("compare.band", {{"package", shown}});
    const auto what = choice.view == View::Value ? Message("compare.of_value", {{"unit", words::displayUnit(series).name()}})
                    : isPercent()
                        ? Message("compare.of_percent", {{"baseline", against}})
                        : Message("compare.of_difference", {{"baseline", against}, {"unit", words::differenceUnit(series).name()}});
    m_whatIsShown = m_set.board().said(what);
    if (m_table)
        m_table->setContent(table());
    m_subtitle->setText(m_set.board().said(MessageList{.items = {what, bands}, .joint = MessageList::Joint::Dot}));
    m_stack->setCurrentWidget(choice.isSideBySide ? m_sides : static_cast<QWidget*>(m_overlaid));
    if (choice.isSideBySide)
        return showSmall();
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < m_set.baseline(); ++place)
        places.push_back(place);
    m_overlaid->setFigure(figureOf(places, m_set.banded()));
    m_overlaid->setAccessibleName(m_subtitle->text());
}

std::vector<LinesView*> ComparedChart::small() const
{
    std::vector<LinesView*> views;
    for (std::size_t i = 0; i < m_set.baseline() && m_set.choice().isSideBySide; ++i)
        views.push_back(m_panels[i].view);
    return views;
}

} // namespace chokepoint::ui
