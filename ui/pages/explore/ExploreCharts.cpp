// The charts of Explore: which series each shows, the overview or several alike, and how they share the room.
#include "pages/explore/ExplorePage.h"

#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "levers/LeverPanel.h"
#include "pages/explore/OverviewBoard.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace chokepoint::ui {
namespace {

constexpr int twoChartsFrom = 640; ///< width of the centre in pixels
constexpr int threeChartsFrom = 1140;
constexpr int lowestChart = 222;      ///< pixels: three above each other fit into a window 900 high
constexpr int scrolledChart = 254;    ///< where they do not fit anyway
constexpr int chartWithSources = 250; ///< pixels from which a chart among others has room for its line of sources

/// A series as the start page shows it: with its companions, if it has a place there.
BoardChart chartOf(const Catalogue& catalogue, std::size_t row)
{
    BoardChart chart;
    chart.series = catalogue.series[row].id;
    for (const auto& place : startCharts(catalogue))
        if (place.series == chart.series)
            chart = place;
    chart.withStrip = true;
    return chart;
}

} // namespace

/// The charts of the workbook.
void ExplorePage::makeCharts()
{
    const auto laid = m_board.workbook().view.charts; // a copy, for charts keep what they show
    m_chartCount = m_board.workbook().view.chartCount;
    m_isOverview = m_board.workbook().view.overview.isShown;
    for (const auto& place : laid) {
        auto* chart = new ChartCard(m_board, m_draws, place.series, place.companions, place.withStrip, m_grid);
        chart->showChart(place);
        connect(chart, &ChartCard::seriesChosen, this, &ExplorePage::showSeries);
        connect(chart, &ChartCard::shownChanged, this, &ExplorePage::keepLayout);
        answer(chart);
        chart->setLowest(lowestChart);
        m_charts.push_back(chart);
    }
    for (auto* chart : m_charts)
        shareCrosshair(chart);
}

/// The layout of a workbook that was opened, in the charts that are there.
void ExplorePage::takeLayout()
{
    const auto view = m_board.workbook().view; // a copy, for charts keep what they show
    m_chartCount = view.chartCount;
    m_isOverview = view.overview.isShown;
    m_displaced.reset();
    m_isPlacing = true;
    for (std::size_t i = 0; i < std::min(m_charts.size(), view.charts.size()); ++i)
        m_charts[i]->showChart(view.charts[i]);
    m_isPlacing = false;
    layOut();
}

void ExplorePage::makeOverview()
{
    m_overview = new OverviewBoard(m_board, m_draws, m_grid);
    m_overview->hide();
    connect(m_overview, &OverviewBoard::mainWanted, this, &ExplorePage::showMain);
    connect(m_overview, &OverviewBoard::seriesShown, this, &ExplorePage::showSeries);
    connect(m_overview, &OverviewBoard::chartMade, this, [this](ChartCard* chart) {
        answer(chart);
        shareCrosshair(chart);
    });
}

std::vector<ChartCard*> ExplorePage::allCharts() const
{
    auto charts = m_charts;
    std::ranges::copy(m_overview->small(), std::back_inserter(charts));
    return charts;
}

/// One cross-hair for all charts.
void ExplorePage::shareCrosshair(ChartCard* chart)
{
    connect(chart->view(), &ChartView::hovered, this, [this](double year) {
        for (auto* other : allCharts())
            other->view()->setCrosshair(year);
    });
    connect(chart->view(), &ChartView::left, this, [this] {
        for (auto* other : allCharts())
            other->view()->setCrosshair(std::nullopt);
    });
}

/// The large chart shows what a package moves most, and goes back to its own series when that is told again.
void ExplorePage::showMain(std::size_t series)
{
    auto* main = m_charts.front();
    const auto& wanted = m_board.catalogue().series[series].id;
    m_isPlacing = true;
    if (m_displaced && m_displaced->series == wanted) {
        main->showChart(*std::exchange(m_displaced, std::nullopt));
    } else {
        if (!m_displaced)
            m_displaced = main->shown();
        main->showChart(chartOf(m_board.catalogue(), series));
    }
    m_isPlacing = false;
    keepLayout();
}

void ExplorePage::setChartCount(int count)
{
    m_chartCount = count;
    m_isOverview = false;
    layOut();
}

void ExplorePage::showOverview()
{
    m_isOverview = true;
    layOut();
}

/// Puts the charts where the choice of the menu wants them.
void ExplorePage::layOut()
{
    auto kept = m_board.workbook().view.overview;
    kept.isShown = m_isOverview;
    m_board.keepOverview(kept);
    if (!m_isOverview && m_displaced) {
        m_isPlacing = true;
        m_charts.front()->showChart(*std::exchange(m_displaced, std::nullopt));
        m_isPlacing = false;
    }
    m_columns = 0;
    arrange();
    nameLayout();
    writeCaption();
    showSeries();
    keepLayout();
}

/// What a person lays out is kept; what a package puts in the place of the first chart is not.
void ExplorePage::keepLayout()
{
    if (m_isPlacing)
        return;
    std::vector<BoardChart> charts;
    for (const auto* chart : m_charts)
        charts.push_back(chart->shown());
    const auto& kept = m_board.workbook().view;
    if (m_displaced) {
        const auto placed = m_overview->series().main;
        if (charts[0].series == m_board.catalogue().series[placed].id)
            charts[0] = *m_displaced;
        else
            m_displaced.reset(); // a person chose another
    }
    if (!kept.charts.empty() && charts[0].series != kept.charts[0].series) {
        auto overview = kept.overview;
        overview.isMainChosen = true;
        m_board.keepOverview(overview);
    }
    m_board.keepCharts(std::move(charts), m_chartCount);
}

void ExplorePage::setView(View view)
{
    constexpr std::array<const char*, 6> evasion{"grey.spend",   "offshore.spend",   "hbm.leak",
                                                 "compute.grey", "compute.offshore", "accel.dies"};
    const auto& places = m_board.catalogue().charts;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        if (view == View::Evasion && i < evasion.size())
            m_charts[i]->setSeries(evasion[i]);
        else
            m_charts[i]->setSeries(places[i].series, places[i].companions, places[i].hasStrip);
    }
    auto kept = m_board.workbook().view.overview;
    kept.isMainChosen = view == View::Evasion;
    m_board.keepOverview(kept);
    m_overview->decide();
    showSeries();
}

/// Unless a chart shows it already.
void ExplorePage::showInFirstChart(std::size_t series)
{
    if (std::ranges::count(charted(), series) > 0)
        return;
    m_charts.front()->setSeries(m_board.catalogue().series[series].id, {}, m_isOverview);
    m_overview->decide();
    showSeries();
}

std::vector<std::size_t> ExplorePage::charted() const
{
    std::vector<std::size_t> rows;
    const auto add = [&](const ChartCard* chart) { rows.push_back(*m_board.catalogue().findSeries(chart->series())); };
    for (std::size_t i = 0; i < m_charts.size() && static_cast<int>(i) < (m_isOverview ? 1 : m_chartCount); ++i)
        add(m_charts[i]);
    if (m_isOverview)
        std::ranges::for_each(m_overview->small(), add);
    return rows;
}

std::vector<std::size_t> ExplorePage::carded() const
{
    std::vector<std::size_t> rows;
    for (const auto& card : m_board.catalogue().cards)
        rows.push_back(*m_board.catalogue().findSeries(card.series));
    return rows;
}

/// The series of the charts that are shown and of the cards: a move that changes none of them says why.
std::vector<std::size_t> ExplorePage::displayed() const
{
    auto rows = charted();
    std::ranges::copy(carded(), std::back_inserter(rows));
    return rows;
}

/// Two charts stand one above the other where both fit, for time runs sideways; six fill a wide window in three columns.
int ExplorePage::columnsThatFit() const
{
    const auto room = m_scroll->viewport()->size();
    const bool fitStacked = room.height() >= 2 * lowestChart + m_gridLayout->spacing();
    if (m_isOverview || m_chartCount == 1 || room.width() < twoChartsFrom || (m_chartCount == 2 && fitStacked))
        return 1;
    int columns = m_chartCount == 6 && room.width() >= threeChartsFrom ? 3 : 2;
    int widest = 0; // a chart that tells how it is made needs more room than others
    for (std::size_t i = 0; i < m_charts.size() && static_cast<int>(i) < m_chartCount; ++i)
        widest = std::max(widest, m_charts[i]->minimumSizeHint().width());
    while (columns > 1 && columns * widest + (columns - 1) * m_gridLayout->spacing() > room.width())
        --columns;
    return columns;
}

void ExplorePage::arrange()
{
    const int columns = columnsThatFit();
    fitHeights(columns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    if (m_isOverview) {
        for (auto* chart : m_charts)
            chart->setVisible(chart == m_charts.front());
        m_gridLayout->addWidget(m_overview, 0, 0);
        m_overview->show();
        m_overview->setMain(m_charts.front());
    } else {
        m_overview->hide();
        m_overview->setMain(nullptr);
        m_gridLayout->removeWidget(m_overview);
        arrangeGrid(columns);
    }
    for (int c = 0; c < 3; ++c)
        m_gridLayout->setColumnStretch(c, c < columns ? 1 : 0);
}

void ExplorePage::arrangeGrid(int columns)
{
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_gridLayout->removeWidget(m_charts[i]);
        const bool shown = static_cast<int>(i) < m_chartCount;
        if (m_charts[i]->parentWidget() != m_grid)
            m_charts[i]->setParent(m_grid);
        m_charts[i]->setPlace(ChartCard::Place::Grid);
        m_charts[i]->setVisible(shown);
        if (shown)
            m_gridLayout->addWidget(m_charts[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
}

/// As low as lets all of them be seen at once, and then without the line of sources, which the menu of a chart offers too; where that
/// cannot be, they had better be high enough to be read.
void ExplorePage::fitHeights(int columns)
{
    const int rows = (m_chartCount + columns - 1) / columns;
    const int needed = rows * lowestChart + (rows - 1) * m_gridLayout->verticalSpacing();
    const int room = m_scroll->viewport()->height();
    const bool fits = needed <= room;
    const bool hasSources = !fits || rows * chartWithSources + (rows - 1) * m_gridLayout->verticalSpacing() <= room;
    for (auto* chart : m_charts) {
        chart->setFooterShown(m_isOverview || hasSources);
        if (!m_isOverview)
            chart->setLowest(fits ? lowestChart : scrolledChart);
    }
}

/// How the bands are read, in as many words as there is room for.
void ExplorePage::writeCaption()
{
    const QFontMetrics metrics(m_caption->font());
    const int room = m_scroll->viewport()->width();
    for (const auto& message : {Message("figure.bands_once"), Message("figure.bands"), Message("figure.band_runs")})
        if (const auto words = m_board.said(message); metrics.horizontalAdvance(words) <= room) {
            m_caption->setText(words);
            return;
        }
}

} // namespace chokepoint::ui
