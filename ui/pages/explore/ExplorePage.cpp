// Builds the page and shares its width.
#include "pages/explore/ExplorePage.h"

#include "bridge/Draws.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/DistributionWindow.h"
#include "pages/explore/HeadlineCard.h"
#include "pages/explore/HeadlinePanel.h"
#include "pages/explore/HeadlineReasons.h"
#include "levers/LeverPanel.h"
#include "look/Theme.h"
#include "pages/explore/MeasurePane.h"
#include "pages/explore/PassedDates.h"
#include "pages/explore/OverviewBoard.h"
#include "parts/FixedRoom.h"
#include "parts/Segments.h"
#include "parts/TableWindow.h"
#include "parts/Text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace chokepoint::ui {
namespace {

constexpr int leverWidth = 320, headlineWidth = 232, paneWidth = 340;
constexpr int narrowPage = 960, narrowLevers = 304,
              narrowHeadlines = 222; ///< pixels of the page below which the panels give way to a chart
constexpr int centreMargin = 16, narrowMargin = 8;
constexpr int leastCentre = 300; ///< pixels below which no chart can be read; the pane, which has one of its own, then takes the room
constexpr int roomForAll = 1560; ///< pixels of the page from which pane and headline results stand together

} // namespace

ExplorePage::ExplorePage(Board& board, Draws& draws, QWidget* parent) : Page(parent), m_board(board), m_draws(draws)
{
    setObjectName(QLatin1String(id));
    setFocusPolicy(Qt::ClickFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_levers = new LeverPanel(board, this);
    m_levers->setFixedWidth(leverWidth);
    m_headlines = new HeadlinePanel(board, draws, this);
    m_headlines->setFixedWidth(headlineWidth);
    m_pane = new MeasurePane(board, draws, this);
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
    m_chartMenu = makeChartMenu();
    connect(m_headlines, &HeadlinePanel::sourcesAsked, this,
            [this](std::size_t series) { emit asked({.page = "sources", .series = series}); });
    connect(&board, &Board::changed, this, &ExplorePage::refreshSentence);
    connect(&board, &Board::yearChanged, this, &ExplorePage::refreshSentence);
    connect(&board, &Board::workbookOpened, this, &ExplorePage::takeLayout);
    connect(&board, &Board::layoutRestored, this, [this] {
        takeLayout();
        m_overview->decide();
    });
    connect(&draws, &Draws::ready, this, &ExplorePage::refreshSentence);
    connect(m_pane, &MeasurePane::chartAdded, this, &ExplorePage::answer);
    layOut();
    refreshSentence();
    showSeries();
}

QWidget* ExplorePage::buildCentre()
{
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(centreMargin, 12, centreMargin, 12);
    layout->setSpacing(12);

    m_headline = new HeadlineCard(centre);
    connect(m_headline, &HeadlineCard::whyAsked, this,
            [this] { emit asked({.page = "why", .part = "shares", .series = m_toldSeries, .period = Period::ofYear(m_board.year())}); });
    connect(m_headline, &HeadlineCard::chartAsked, this, [this] {
        showInFirstChart(m_toldSeries);
        refreshSentence();
    });
    layout->addWidget(m_headline);
    m_reasons = new HeadlineReasons(m_board, this);
    connect(m_reasons, &HeadlineReasons::found, this, &ExplorePage::refreshSentence);
    m_passed = new PassedDates(m_board.catalogue(), m_board.language(), centre);
    connect(m_passed, &PassedDates::recordAsked, this, [this](std::size_t row) { emit asked({.page = "news", .measure = row}); });
    layout->addWidget(m_passed);
    m_caption = new QLabel(centre);
    m_caption->setObjectName(QStringLiteral("bandCaption"));
    m_caption->setFont(fontOf(11));
    m_caption->setProperty("role", "muted");
    m_scroll = new QScrollArea(centre);
    m_scroll->setObjectName(QStringLiteral("chartScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_grid = new QWidget(m_scroll);
    m_grid->setObjectName(QStringLiteral("chartGrid"));
    m_gridLayout = new QGridLayout(m_grid);
    m_gridLayout->setContentsMargins(0, 0, 0, 0);
    m_gridLayout->setSpacing(12);
    makeCharts();
    makeOverview();
    m_grid->installEventFilter(this);
    m_scroll->setWidget(m_grid);
    m_scroll->viewport()->installEventFilter(this);
    layout->addWidget(m_scroll, 1);

    layout->addWidget(new FixedRoom(m_caption, QFontMetrics(m_caption->font()).lineSpacing() + 2, centre));
    return centre;
}

/// Does what a chart asks for, on this page, in the pane, or in a window of its own; then this window comes to the front.
void ExplorePage::answer(ChartCard* chart)
{
    const auto row = [this](const std::string& series) { return *m_board.catalogue().findSeries(series); };
    const auto ask = [this](const Way& way) {
        emit asked(way);
        window()->activateWindow();
    };
    connect(chart, &ChartCard::sourcesAsked, this,
            [ask, row](const std::string& series) { ask({.page = "sources", .series = row(series)}); });
    connect(chart, &ChartCard::whyAsked, this, [this, ask, row](const std::string& series) {
        ask({.page = "why", .series = row(series), .period = Period::ofYear(m_board.year())});
    });
    connect(chart, &ChartCard::assumptionsAsked, this, [ask] { ask({.page = "sources", .part = "parameters"}); });
    connect(chart, &ChartCard::distributionAsked, this, &ExplorePage::showDistribution);
    connect(chart, &ChartCard::windowOpened, this, &ExplorePage::answer);
}

void ExplorePage::follow(const Way& way)
{
    if (way.measure)
        showMeasure(*way.measure);
    if (way.period)
        m_board.setYear(way.period->year());
    if (way.part == "distribution" && way.series)
        showDistribution(m_board.catalogue().series[*way.series].id);
    else if (way.series)
        showInFirstChart(*way.series);
    if (way.part == "search")
        m_levers->focusSearch();
    if (way.part == "law")
        m_levers->openLaw();
}

std::optional<Way> ExplorePage::subject() const
{
    return Way{.page = id, .series = m_toldSeries, .period = Period::ofYear(m_board.year())};
}

QWidget* ExplorePage::tool() { return m_chartMenu; }

std::vector<Page::Area> ExplorePage::areas() const
{
    std::vector<Area> areas{{m_levers->searchField(), m_levers}};
    for (auto* chart : allCharts())
        if (chart->isVisible()) {
            areas.push_back({.first = chart->view(), .whole = m_scroll});
            break;
        }
    areas.push_back({m_headlines->years(), m_headlines});
    return areas;
}

bool ExplorePage::isBusy() const { return !m_levers->isAnswered() || m_reasons->isBusy(); }

QWidget* ExplorePage::ownWindow() const
{
    return m_distribution ? static_cast<QWidget*>(m_distribution) : window()->findChild<TableWindow*>();
}

QString ExplorePage::sentence() const { return m_told; }

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

/// Tells the levers which series are on the screen: a move that changes none of them says why.
void ExplorePage::showSeries() { m_levers->setDisplayed(displayed()); }

/// A window of its own that follows the board; one at a time.
void ExplorePage::showDistribution(const std::string& series)
{
    const auto row = *m_board.catalogue().findSeries(series);
    if (m_distribution) {
        m_distribution->setSeries(row);
    } else {
        m_distribution = new DistributionWindow(m_board, m_draws, row, m_board.year(), this);
        connect(m_distribution, &DistributionWindow::closed, this, [this] { m_distribution = nullptr; }); // it deletes itself
    }
    m_distribution->show();
    m_distribution->activateWindow();
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
        writeCaption();
    }
    if (watched == m_grid && event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::eventFilter(watched, event);
}

} // namespace chokepoint::ui
