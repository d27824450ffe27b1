// Lays out the page and writes its sentence.
#include "pages/explore/ExplorePage.h"

#include "bridge/Bands.h"
#include "charts/BindingStrip.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/DistributionWindow.h"
#include "pages/explore/HeadlinePanel.h"
#include "levers/LeverPanel.h"
#include "look/Theme.h"
#include "pages/explore/MeasurePane.h"
#include "pages/explore/PassedDates.h"
#include "parts/DataText.h"
#include "parts/StableLabel.h"
#include "pages/explore/PresetChips.h"
#include "api/Words.h"
#include "parts/Text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <iterator>

namespace chokepoint::ui {
namespace {

constexpr int leverWidth = 320, headlineWidth = 232, paneWidth = 340;
constexpr int narrowPage = 960, narrowLevers = 304,
              narrowHeadlines = 222; ///< pixels of the page below which the panels give way to a chart
constexpr int centreMargin = 16, narrowMargin = 8;
constexpr int leastCentre = 300; ///< pixels below which no chart can be read; the pane, which has one of its own, then takes the room
constexpr int roomForAll = 1560; ///< pixels of the page from which pane and headline results stand together
constexpr int twoColumnsFrom = 640; ///< width of the centre in pixels
constexpr int threeColumnsFrom = 1140;
constexpr int lowestChart = 262;

constexpr const char* bindingSeries = "accel.binding";

} // namespace

ExplorePage::ExplorePage(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("explore"));
    setFocusPolicy(Qt::ClickFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_levers = new LeverPanel(board, this);
    m_levers->setFixedWidth(leverWidth);
    m_headlines = new HeadlinePanel(board, this);
    m_headlines->setFixedWidth(headlineWidth);
    m_pane = new MeasurePane(board, this);
    m_pane->setMinimumWidth(paneWidth);
    m_pane->setMaximumWidth(paneWidth);
    m_pane->hide();
    connect(m_levers, &LeverPanel::detailsAsked, this, &ExplorePage::showMeasure);
    connect(m_pane, &MeasurePane::closed, this, &ExplorePage::hidePane);
    layout->addWidget(m_levers);
    layout->addWidget(m_pane);
    m_centre = buildCentre();
    layout->addWidget(m_centre, 1);
    layout->addWidget(m_headlines);
    connect(m_headlines, &HeadlinePanel::sourcesAsked, this, &ExplorePage::sourcesAsked);
    connect(m_headlines, &HeadlinePanel::yearChosen, this, [this](int year) {
        for (auto* chart : m_charts)
            chart->setYear(year);
        giveSpreads();
        refreshSentence();
    });
    connect(&board, &Board::changed, this, &ExplorePage::refreshSentence);
    m_bands = new Bands(board, this);
    connect(m_bands, &Bands::ready, this, [this] {
        giveSpreads();
        m_headlines->refresh();
        refreshSentence();
    });
    connect(m_pane, &MeasurePane::chartChanged, this, &ExplorePage::showSeries);
    const auto binding = *board.catalogue().findSeries(bindingSeries);
    for (auto* chart : m_charts)
        chart->strip()->setShares([this, binding](Quarter quarter) {
            const auto& draws = m_bands->present();
            return draws.has(binding) ? sharesOfCodes(draws, binding, quarter, static_cast<std::size_t>(BindingInput::Demand) + 1)
                                      : std::vector<double>();
        });
    m_headlines->setBands(m_bands);
    refreshSentence();
    showSeries();
}

QWidget* ExplorePage::buildCentre()
{
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(centreMargin, 12, centreMargin, 12);
    layout->setSpacing(12);

    layout->addWidget(new PresetChips(m_board, centre));
    m_passed = new PassedDates(m_board.catalogue(), centre);
    layout->addWidget(m_passed);
    m_scroll = new QScrollArea(centre);
    m_scroll->setObjectName(QStringLiteral("chartScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid = new QWidget(m_scroll);
    m_grid->setObjectName(QStringLiteral("chartGrid"));
    m_gridLayout = new QGridLayout(m_grid);
    m_gridLayout->setContentsMargins(0, 0, 0, 0);
    m_gridLayout->setSpacing(12);
    makeCharts();
    m_grid->installEventFilter(this);
    m_scroll->setWidget(m_grid);
    m_scroll->viewport()->installEventFilter(this);
    layout->addWidget(m_scroll, 1);

    m_sentenceLine = new QHBoxLayout;
    m_sentenceLine->addWidget(makeSentence(centre));
    layout->addLayout(m_sentenceLine);
    return centre;
}

/// The charts of the start page, with one cross-hair for all.
void ExplorePage::makeCharts()
{
    for (const auto& place : m_board.catalogue().charts) {
        auto* chart = new ChartCard(m_board, place.series, place.companions, place.hasStrip, m_grid);
        connect(chart, &ChartCard::seriesChosen, this, &ExplorePage::showSeries);
        connect(chart, &ChartCard::sourcesAsked, this,
                [this](const std::string& id) { emit sourcesAsked(*m_board.catalogue().findSeries(id)); });
        connect(chart, &ChartCard::distributionAsked, this, &ExplorePage::showDistribution);
        connect(chart, &ChartCard::whyAsked, this, [this](const std::string& id) { emit whyAsked(*m_board.catalogue().findSeries(id)); });
        connect(chart, &ChartCard::assumptionsAsked, this, &ExplorePage::assumptionsAsked);
        chart->setLowest(lowestChart);
        m_charts.push_back(chart);
    }
    for (auto* from : m_charts) {
        connect(from->view(), &ChartView::hovered, this, [this](double year) {
            for (auto* chart : m_charts)
                chart->view()->setCrosshair(year);
        });
        connect(from->view(), &ChartView::left, this, [this] {
            for (auto* chart : m_charts)
                chart->view()->setCrosshair(std::nullopt);
        });
    }
}

QString ExplorePage::sentence() const { return m_told; }

void ExplorePage::setChartCount(int count)
{
    m_chartCount = count;
    m_columns = 0;
    arrange();
    showSeries();
}

void ExplorePage::setEventsShown(bool shown)
{
    for (auto* chart : m_charts)
        chart->setEventsShown(shown);
}

void ExplorePage::setToday(QDate today)
{
    m_passed->setToday(today);
    m_pane->setToday(today);
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
    showSeries();
}

/// Tells those who need it which series are on the screen.
void ExplorePage::showSeries()
{
    auto rows = displayed();
    m_levers->setDisplayed(rows);
    for (std::size_t i = 0; i < m_charts.size() && static_cast<int>(i) < m_chartCount; ++i)
        if (!m_charts[i]->strip()->isHidden())
            rows.push_back(*m_board.catalogue().findSeries(bindingSeries));
    if (m_distribution)
        rows.push_back(m_distribution->series());
    if (const auto* chart = m_pane->chart())
        rows.push_back(*m_board.catalogue().findSeries(chart->series()));
    m_bands->setSeries(rows);
}

/// Bands for the charts, and whether the runs agree on what their titles say.
void ExplorePage::giveSpreads()
{
    auto charts = m_charts;
    if (auto* chart = m_pane->chart())
        charts.push_back(chart);
    for (auto* chart : charts) {
        const auto row = *m_board.catalogue().findSeries(chart->series());
        const auto change = m_bands->changeOf(row, m_headlines->year());
        chart->setSpread(m_bands->spreadOf(row), change && change->isUnclear());
    }
}

/// A window of its own that follows the board; one at a time.
void ExplorePage::showDistribution(const std::string& series)
{
    const auto row = *m_board.catalogue().findSeries(series);
    if (m_distribution) {
        m_distribution->setSeries(row);
    } else {
        m_distribution = new DistributionWindow(m_board, *m_bands, row, m_headlines->year(), this);
        connect(m_distribution, &DistributionWindow::closed, this, [this] {
            m_distribution = nullptr; // it deletes itself
            showSeries();
        });
    }
    showSeries();
    m_distribution->show();
    m_distribution->activateWindow();
}

std::vector<std::size_t> ExplorePage::charted() const
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < m_charts.size() && static_cast<int>(i) < m_chartCount; ++i)
        rows.push_back(*m_board.catalogue().findSeries(m_charts[i]->series()));
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

/// In a narrow window the pane takes the room of the headline results.
void ExplorePage::showMeasure(std::size_t measure)
{
    m_pane->show();
    m_pane->setMeasure(measure);
    divide();
    m_pane->setFocus();
}

void ExplorePage::hidePane()
{
    m_pane->hide();
    divide();
}

/// Shares the width between levers, pane, charts and headline results.
void ExplorePage::divide()
{
    const bool isNarrow = width() < narrowPage;
    m_levers->setFixedWidth(isNarrow ? narrowLevers : leverWidth);
    m_headlines->setFixedWidth(isNarrow ? narrowHeadlines : headlineWidth);
    const int margin = isNarrow ? narrowMargin : centreMargin;
    m_centre->layout()->setContentsMargins(margin, 12, margin, 12);
    m_headlines->setVisible(m_pane->isHidden() || width() >= roomForAll);
    const bool hasCentre = m_pane->isHidden() || width() - m_levers->width() - paneWidth >= leastCentre;
    m_centre->setVisible(hasCentre);
    m_pane->setMaximumWidth(hasCentre ? paneWidth : QWIDGETSIZE_MAX);
}

/// Two charts stand one above the other where both fit, for time runs sideways; six fill a wide window in three columns.
int ExplorePage::columnsThatFit() const
{
    const auto room = m_scroll->viewport()->size();
    const bool fitStacked = room.height() >= 2 * lowestChart + m_gridLayout->spacing();
    if (m_chartCount == 1 || room.width() < twoColumnsFrom || (m_chartCount == 2 && fitStacked))
        return 1;
    int columns = m_chartCount == 6 && room.width() >= threeColumnsFrom ? 3 : 2;
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
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_gridLayout->removeWidget(m_charts[i]);
        const bool shown = static_cast<int>(i) < m_chartCount;
        m_charts[i]->setVisible(shown);
        if (shown)
            m_gridLayout->addWidget(m_charts[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
    for (int c = 0; c < 3; ++c)
        m_gridLayout->setColumnStretch(c, c < columns ? 1 : 0);
}

void ExplorePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    divide();
    arrange();
}

bool ExplorePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        arrange();
        m_sentenceLine->setContentsMargins(0, 0, m_scroll->width() - m_scroll->viewport()->width(),
                                           0); // as wide as the charts beside a scroll bar
    }
    if (watched == m_grid && event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::eventFilter(watched, event);
}

} // namespace chokepoint::ui
