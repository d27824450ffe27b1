// Builds the rule of the news and repaints figures, chart and strip together.
#include "pages/start/NewsHero.h"

#include "api/ChangeWords.h"
#include "api/Headline.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "charts/BindingStrip.h"
#include "charts/ChartView.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/RangeBar.h"
#include "parts/RoomyLabel.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/Unparted.h"
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

constexpr int changeWide = 104; ///< pixels
constexpr int nameWide = 142; ///< pixels in which the name of a figure takes two lines and its amount one
constexpr double changeSize = 17, doubtSize = 13; ///< of a change, and of words that stand in its place

/// A label whose words change with the setting.
RoomyLabel* roomyLabel(const char* name, double pixels, const char* role, QWidget* parent, QFont::Weight weight = QFont::Normal)
{
    auto* label = new RoomyLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(pixels, weight));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setProperty("role", QLatin1String(role));
    return label;
}

} // namespace

NewsHero::NewsHero(const Engine& engine, const Language& language, Draws& draws, QWidget* parent)
    : QFrame(parent), m_engine(engine), m_language(language), m_draws(draws)
{
    Board board(engine, language); // names what a person takes along
    const auto today = board.scenario();
    for (const char* level : levels) {
        auto scenario = today;
        if (*level != '\0')
            scenario.changes.push_back({measure, level, {}});
        board.setScenario(scenario, {});
        m_all.push_back(board.scenario());
        m_runs.push_back(board.present());
    }
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
    connect(&draws, &Draws::ready, this, [this] {
        if (isVisible())
            refresh(); // else when it is seen again
    });
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
        wrappedLabel(unparted(tr("China wants more high-bandwidth memory (HBM). What if Washington allows it?")), 18, "text", box,
                     QFont::DemiBold));
    layout->addWidget(wrappedLabel(tr("Every AI chip needs HBM. Since December 2024 Washington has barred its sale to China, and in August "
                                      "2025 Beijing was reported to ask for relief."),
                                   13, "muted", box));
    m_settings = new Segments({tr("Today’s rule"), tr("HBM3, capped"), tr("No control")}, box);
    m_settings->setObjectName(QStringLiteral("heroSettings"));
    m_settings->setAccessibleName(tr("HBM sales to China"));
    connect(m_settings, &Segments::chosen, this, &NewsHero::choose);
    layout->addWidget(m_settings);
    m_setting = roomyLabel("heroSetting", 12, "muted", box);
    layout->addWidget(m_setting);
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
    grid->setColumnMinimumWidth(0, nameWide);
    grid->addWidget(wrappedLabel(tr("Change in %1 compared with today’s rule").arg(year), 12, "muted", parent), 0, 0, 1, 2);
    auto* runs = wrappedLabel(tr("8 in 10 runs"), 12, "muted", parent);
    runs->setAlignment(Qt::AlignRight);
    grid->addWidget(runs, 0, 2);
    for (const char* id : figures) {
        const auto row = *catalogue().findSeries(id);
        const int line = grid->rowCount();
        auto* rule = new QFrame(parent);
        rule->setProperty("rule", true);
        rule->setFixedHeight(1);
        grid->addWidget(rule, line, 0, 1, 3);
        auto* name = wrappedLabel(unparted(text(catalogue().series[row].shortName)), 13, "text", parent);
        name->setToolTip(plainText(catalogue().series[row].name));
        const auto named = [&](const char* what) { return QByteArray(what) + id; };
        auto* value = roomyLabel(named("heroValue:").constData(), 12, "muted", parent);
        auto* change = roomyLabel(named("heroChange:").constData(), changeSize, "accent", parent, QFont::DemiBold);
        // "no clear effect" may take two lines, which the name and the value beside it take as well
        change->setFixedSize(changeWide, 2 * QFontMetrics(fontOf(doubtSize)).lineSpacing() + 8); // letters of other scripts are higher
        change->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* bar = new RangeBar(parent);
        bar->setMinimumWidth(96);
        auto* range = roomyLabel(named("heroRange:").constData(), 11, "muted", parent);
        range->setAlignment(Qt::AlignHCenter);
        grid->addWidget(name, line + 1, 0, Qt::AlignBottom);
        grid->addWidget(value, line + 2, 0, Qt::AlignTop);
        grid->addWidget(change, line + 1, 1, 2, 1);
        grid->addWidget(bar, line + 1, 2);
        grid->addWidget(range, line + 2, 2);
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
    m_title = roomyLabel("heroTitle", 16, "text", box, QFont::DemiBold);
    m_subtitle = roomyLabel("heroSubtitle", 12, "muted", box);
    m_chart = new ChartView(m_language, box);
    m_chart->setManner(ChartView::Manner::Large);
    m_chart->setMinimumHeight(220);
    m_strip = new BindingStrip(m_language, box);
    m_footer = roomyLabel("heroFooter", 11.5, "muted", box);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_footer);
    connect(m_chart, &ChartView::yearsChanged, m_strip, &BindingStrip::setYears);
    return box;
}

std::vector<std::size_t> NewsHero::series() const
{
    std::vector<std::size_t> rows;
    for (const auto& figure : m_figures)
        rows.push_back(figure.series);
    return rows;
}

QString NewsHero::said(const MessageValue& value) const { return text(m_language.text(value)); }

FigureRuns NewsHero::runsOf(std::size_t setting) const
{
    return {m_engine, m_language, m_all[setting], m_all.front(), m_runs[setting], m_runs.front()};
}

void NewsHero::choose(int setting)
{
    m_set = static_cast<std::size_t>(setting);
    m_settings->setCurrent(setting);
    refresh();
}

void NewsHero::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    refresh();
}

void NewsHero::refresh()
{
    refreshHeadline();
    refreshFigures();
    refreshBars();
    refreshChart();
}

std::optional<ChangeSpread> NewsHero::changeOf(std::size_t series, std::size_t setting) const
{
    return m_draws.changeOf(m_all[setting], m_all.front(), series, year);
}

/// The title says what the setting does to the series of the chart, the words below the settings by how much and why.
void NewsHero::refreshHeadline()
{
    const auto row = *catalogue().findSeries(charted);
    QStringList titles, reasons;
    for (std::size_t setting = 0; setting < m_all.size(); ++setting) {
        const auto spread = changeOf(row, setting);
        const auto headline = headlineOf(catalogue(), m_all[setting], m_all.front(), m_runs[setting], m_runs.front(),
                                         {.series = row, .year = year, .spread = spread ? &*spread : nullptr});
        titles << said(words::headlineTitle(catalogue(), headline));
        reasons << said(words::headlineBelow(catalogue(), headline));
    }
    m_title->showOneOf(titles, static_cast<int>(m_set));
    m_setting->showOneOf(reasons, static_cast<int>(m_set));
}

NewsHero::FigureWords NewsHero::wordsOf(std::size_t figure, std::size_t setting) const
{
    const auto row = m_figures[figure].series;
    const auto& about = catalogue().series[row];
    const auto display = words::displayUnit(about);
    const double value = m_runs[setting].annualMean(row, year), before = m_runs.front().annualMean(row, year);
    const auto spread = changeOf(row, setting);
    const bool isMoved = spread && (spread->up > 0 || spread->down > 0);
    return {.value = said(words::amount(words::number(value * display.scale), display)),
            .change = said(words::changeWithDoubt(about, value, before, spread ? &*spread : nullptr)),
            .range = isMoved ? said(words::rangeOfChange(about, *spread)) : QString(),
            .isClear = value != before && !(spread && spread->isUnclear())};
}

void NewsHero::refreshFigures()
{
    for (std::size_t at = 0; at < m_figures.size(); ++at) {
        QStringList values, changes, ranges;
        bool isClear = false;
        for (std::size_t setting = 0; setting < m_all.size(); ++setting) {
            const auto words = wordsOf(at, setting);
            values << words.value;
            changes << words.change;
            ranges << words.range;
            isClear = setting == m_set ? words.isClear : isClear;
        }
        const auto& figure = m_figures[at];
        figure.value->showOneOf(values, static_cast<int>(m_set));
        figure.change->setText(changes[static_cast<qsizetype>(m_set)]);
        figure.range->showOneOf(ranges, static_cast<int>(m_set));
        setStyled(*figure.change, "role", QLatin1String(isClear ? "accent" : "muted"));
        figure.change->setFont(isClear ? fontOf(changeSize, QFont::DemiBold) : fontOf(doubtSize));
    }
}

/// All bars have one scale, whichever rule is set, so that bars can be compared.
void NewsHero::refreshBars()
{
    std::vector<double> ends(m_figures.size(), 0);
    for (std::size_t at = 0; at < m_figures.size(); ++at)
        for (std::size_t setting = 0; setting < m_all.size(); ++setting)
            if (const auto spread = changeOf(m_figures[at].series, setting))
                for (const auto end : {tenth, ninetieth})
                    ends[at] = std::max(ends[at], std::fabs(spread->relative.quantiles[end]));
    const double reach = sharedReach(ends);
    for (const auto& figure : m_figures) {
        const double value = m_runs[m_set].annualMean(figure.series, year), before = m_runs.front().annualMean(figure.series, year);
        const auto spread = changeOf(figure.series, m_set);
        const bool isMoved = spread && (spread->up > 0 || spread->down > 0);
        figure.bar->setRange(isMoved
                                 ? std::optional(RangeBar::Range{spread->relative.quantiles[tenth], spread->relative.quantiles[ninetieth],
                                                                 before == 0 ? 0 : value / before - 1, reach})
                                 : std::nullopt);
    }
}

Figure NewsHero::chartOf(std::size_t setting) const
{
    const auto row = *catalogue().findSeries(charted);
    FigureRequest request;
    request.series = charted;
    request.withStrip = true;
    request.withEvents = false;
    request.year = year;
    if (const auto change = changeOf(row, setting))
        request.certainty = certaintyOf(*change, m_runs[setting].annualMean(row, year) - m_runs.front().annualMean(row, year));
    auto figure = figureOf(runsOf(setting), request);
    const auto runs = m_draws.spreadOf(m_all[setting], row), level = m_draws.levelSpreadOf(m_all[setting], row);
    if (runs)
        addBand(figure, runsOf(setting), {.runs = &*runs, .level = level ? &*level : nullptr}, request);
    return figure;
}

void NewsHero::refreshChart()
{
    QStringList subtitles, footers;
    std::vector<chokepoint::Figure> all;
    for (std::size_t setting = 0; setting < m_all.size(); ++setting) {
        const auto& figure = all.emplace_back(chartOf(setting));
        subtitles << text(figure.subtitle);
        footers << text(figure.bandWords.empty() ? figure.sources : figure.bandWords);
    }
    const auto& figure = all[m_set];
    m_subtitle->showOneOf(subtitles, static_cast<int>(m_set));
    m_footer->showOneOf(footers, static_cast<int>(m_set));
    m_chart->setFigure(figure, false);
    m_chart->setAccessibleName(m_title->text());
    m_strip->setInputs(figure.binding);
    m_strip->setPlot(m_chart->plotLeft(), m_chart->plotRight());
}

} // namespace chokepoint::ui
