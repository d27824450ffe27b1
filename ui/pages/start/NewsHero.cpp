// Builds the rule of the news and repaints figures, chart and strip together.
#include "pages/start/NewsHero.h"

#include "api/ChangeWords.h"
#include "api/Headline.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "bridge/Draws.h"
#include "charts/BindingStrip.h"
#include "charts/BoardFigure.h"
#include "charts/ChartView.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/RangeBar.h"
#include "parts/Segments.h"
#include "parts/StableLabel.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr const char* measure = "hbm_export";
/// The settings of the measure, that of today first.
constexpr std::array levels{"", "hbm3_cap", "open"};
constexpr int firstSetting = 1;
constexpr const char* charted = "accel.dies";
constexpr std::array figures{"accel.dies", "compute.china_effective", "revenue.us_allied_total"};
constexpr std::size_t tenth = quantilePlace(0.1), ninetieth = quantilePlace(0.9);

} // namespace

NewsHero::NewsHero(const Engine& engine, const Language& language, Draws& draws, QWidget* parent)
    : QFrame(parent), m_board(engine, language), m_draws(draws), m_today(m_board.scenario())
{
    setObjectName(QStringLiteral("hero"));
    setProperty("card", true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildQuestion(), 38);
    auto* rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedWidth(1);
    layout->addWidget(rule);
    layout->addWidget(buildChart(), 62);
    connect(&m_board, &Board::changed, this, &NewsHero::refresh);
    connect(&draws, &Draws::ready, this, &NewsHero::refresh);
    choose(firstSetting);
}

QWidget* NewsHero::buildQuestion()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(wrappedLabel(tr("The question in the news"), 12, "accent", box, QFont::DemiBold));
    layout->addWidget(
        wrappedLabel(tr("China wants more high-bandwidth memory (HBM). What if Washington allows it?"), 18, "text", box, QFont::DemiBold));
    layout->addWidget(wrappedLabel(tr("Every AI chip needs HBM. Since December 2024 Washington has barred its sale to China, and in August "
                                      "2025 Beijing was reported to ask for relief."),
                                   13, "muted", box));
    m_settings = new Segments({tr("Today’s rule"), tr("HBM3, capped"), tr("No control")}, box);
    m_settings->setObjectName(QStringLiteral("heroSettings"));
    m_settings->setAccessibleName(tr("HBM sales to China"));
    connect(m_settings, &Segments::chosen, this, &NewsHero::choose);
    layout->addWidget(m_settings);
    m_setting = wrappedLabel({}, 12, "muted", box);
    m_setting->setObjectName(QStringLiteral("heroSetting"));
    layout->addWidget(new StableLabel(m_setting, box));
    layout->addLayout(buildFigures(box));
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    auto* explore = new QPushButton(tr("Open in Explore"), box);
    explore->setObjectName(QStringLiteral("heroExplore"));
    explore->setProperty("role", "primary");
    connect(explore, &QPushButton::clicked, this, &NewsHero::exploreAsked);
    auto* reason = new QPushButton(tr("Why does it fade?"), box);
    reason->setObjectName(QStringLiteral("heroReason"));
    reason->setProperty("role", "link");
    connect(reason, &QPushButton::clicked, this, &NewsHero::reasonAsked);
    buttons->addWidget(explore);
    buttons->addWidget(reason);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    return box;
}

QGridLayout* NewsHero::buildFigures(QWidget* parent)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(wrappedLabel(tr("Change in %1 compared with today’s rule").arg(year), 12, "muted", parent), 0, 0, 1, 2);
    auto* runs = wrappedLabel(tr("8 in 10 runs"), 12, "muted", parent);
    runs->setAlignment(Qt::AlignRight);
    grid->addWidget(runs, 0, 2);
    for (const char* id : figures) {
        const auto row = *m_board.catalogue().findSeries(id);
        const int line = grid->rowCount();
        auto* rule = new QFrame(parent);
        rule->setProperty("rule", true);
        rule->setFixedHeight(1);
        grid->addWidget(rule, line, 0, 1, 3);
        auto* name = wrappedLabel(text(m_board.catalogue().series[row].shortName), 13, "text", parent);
        name->setToolTip(plainText(m_board.catalogue().series[row].name));
        auto* value = wrappedLabel({}, 12, "muted", parent);
        value->setObjectName(QStringLiteral("heroValue:") + QLatin1String(id));
        auto* change = wrappedLabel({}, 17, "accent", parent, QFont::DemiBold);
        change->setObjectName(QStringLiteral("heroChange:") + QLatin1String(id));
        change->setMinimumWidth(88);
        change->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* bar = new RangeBar(parent);
        bar->setMinimumWidth(96);
        auto* range = wrappedLabel({}, 11, "muted", parent);
        range->setObjectName(QStringLiteral("heroRange:") + QLatin1String(id));
        range->setAlignment(Qt::AlignHCenter);
        grid->addWidget(name, line + 1, 0, Qt::AlignBottom);
        grid->addWidget(value, line + 2, 0, Qt::AlignTop);
        grid->addWidget(change, line + 1, 1, 2, 1);
        grid->addWidget(bar, line + 1, 2);
        grid->addWidget(new StableLabel(range, parent), line + 2, 2);
        m_figures.push_back({row, value, change, range, bar});
    }
    return grid;
}

QWidget* NewsHero::buildChart()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(4);
    m_title = wrappedLabel({}, 16, "text", box, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("heroTitle"));
    m_subtitle = wrappedLabel({}, 12, "muted", box);
    m_chart = new ChartView(m_board.language(), box);
    m_chart->setMinimumHeight(220);
    m_strip = new BindingStrip(m_board.language(), box);
    m_footer = wrappedLabel({}, 11.5, "muted", box);
    m_footer->setObjectName(QStringLiteral("heroFooter"));
    layout->addWidget(new StableLabel(m_title, box));
    layout->addWidget(new StableLabel(m_subtitle, box));
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_strip);
    layout->addWidget(new StableLabel(m_footer, box));
    connect(m_chart, &ChartView::yearsChanged, m_strip, &BindingStrip::setYears);
    return box;
}

std::vector<Scenario> NewsHero::scenarios() const
{
    std::vector<Scenario> all;
    for (const char* level : levels) {
        auto scenario = m_today;
        if (*level != '\0')
            scenario.changes.push_back({measure, level, {}});
        all.push_back(std::move(scenario));
    }
    return all;
}

std::vector<std::size_t> NewsHero::series() const
{
    std::vector<std::size_t> rows;
    for (const auto& figure : m_figures)
        rows.push_back(figure.series);
    return rows;
}

void NewsHero::choose(int setting)
{
    m_settings->setCurrent(setting);
    m_board.setScenario(scenarios()[static_cast<std::size_t>(setting)], {});
}

void NewsHero::refresh()
{
    refreshHeadline();
    refreshFigures();
    refreshChart();
}

/// The title says what the setting does to the series of the chart, the words below the settings by how much and why.
void NewsHero::refreshHeadline()
{
    const auto row = *m_board.catalogue().findSeries(charted);
    const auto spread = m_draws.changeOf(m_board.scenario(), m_today, row, year);
    const auto headline = headlineOf(m_board.catalogue(), m_board.scenario(), m_today, m_board.present(), m_board.reference(),
                                     {.series = row, .year = year, .spread = spread ? &*spread : nullptr});
    m_title->setText(m_board.said(words::headlineTitle(m_board.catalogue(), headline)));
    m_setting->setText(m_board.said(words::headlineBelow(m_board.catalogue(), headline)));
}

void NewsHero::refreshFigures()
{
    double reach = 0; // all bars have one scale, which the widest of all settings needs, so that bars can be compared
    for (const auto& figure : m_figures)
        for (const auto& scenario : scenarios())
            if (const auto spread = m_draws.changeOf(scenario, m_today, figure.series, year))
                reach = std::max({reach, std::fabs(spread->relative.quantiles[tenth]), std::fabs(spread->relative.quantiles[ninetieth])});
    for (const auto& figure : m_figures) {
        const auto& series = m_board.catalogue().series[figure.series];
        const auto display = words::displayUnit(series);
        const double value = m_board.present().annualMean(figure.series, year);
        const double before = m_board.reference().annualMean(figure.series, year);
        const auto spread = m_draws.changeOf(m_board.scenario(), m_today, figure.series, year);
        figure.value->setText(m_board.said(words::amount(words::number(value * display.scale), display)));
        figure.change->setText(m_board.said(words::changeWithDoubt(series, value, before, spread ? &*spread : nullptr)));
        setStyled(*figure.change, "role", QLatin1String(value == before || (spread && spread->isUnclear()) ? "muted" : "accent"));
        const bool isMoved = spread && (spread->up > 0 || spread->down > 0);
        figure.range->setText(isMoved ? m_board.said(words::rangeOfChange(series, *spread)) : QString());
        figure.bar->setRange(isMoved
                                 ? std::optional(RangeBar::Range{spread->relative.quantiles[tenth], spread->relative.quantiles[ninetieth],
                                                                 before == 0 ? 0 : value / before - 1, reach})
                                 : std::nullopt);
    }
}

void NewsHero::refreshChart()
{
    const auto row = *m_board.catalogue().findSeries(charted);
    FigureRequest request;
    request.series = charted;
    request.withStrip = true;
    request.withEvents = false;
    request.year = year;
    const auto change = m_draws.changeOf(m_board.scenario(), m_today, row, year);
    if (change)
        request.certainty = certaintyOf(*change, m_board.present().annualMean(row, year) - m_board.reference().annualMean(row, year));
    auto figure = figureOf(figureRuns(m_board), request);
    const auto runs = m_draws.spreadOf(m_board.scenario(), row), level = m_draws.levelSpreadOf(m_board.scenario(), row);
    if (runs)
        addBand(figure, figureRuns(m_board), {.runs = &*runs, .level = level ? &*level : nullptr}, request);
    m_subtitle->setText(text(figure.subtitle));
    m_footer->setText(figure.bandWords.empty() ? text(figure.sources) : text(figure.bandWords));
    m_chart->setFigure(figure, false);
    m_chart->setAccessibleName(m_title->text());
    m_strip->setInputs(figure.binding);
    m_strip->setPlot(m_chart->plotLeft(), m_chart->plotRight());
}

} // namespace chokepoint::ui
