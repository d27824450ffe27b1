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
#include "parts/StableLabel.h"
#include "pages/explore/PresetChips.h"
#include "api/Findings.h"
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
constexpr int roomForAll = 1560; ///< pixels of the page from which pane and headline results stand together
constexpr int twoColumnsFrom = 640; ///< width of the centre in pixels
constexpr int threeColumnsFrom = 1140;
constexpr int lowestChart = 262;

constexpr const char* bindingSeries = "accel.binding";

bool hasStrip(const StartPlace& place) { return place.note.find(bindingSeries) != std::string::npos; }

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
    m_pane->setFixedWidth(paneWidth);
    m_pane->hide();
    connect(m_levers, &LeverPanel::detailsAsked, this, &ExplorePage::showMeasure);
    connect(m_pane, &MeasurePane::closed, this, &ExplorePage::hidePane);
    layout->addWidget(m_levers);
    layout->addWidget(m_pane);
    layout->addWidget(buildCentre(), 1);
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
            return draws.has(binding) ? sharesOfCodes(draws, binding, quarter, static_cast<std::size_t>(BindingInput::Demand) + 1) : std::vector<double>();
        });
    m_headlines->setBands(m_bands);
    refreshSentence();
    showSeries();
}

QWidget* ExplorePage::buildCentre()
{
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(16, 12, 16, 12);
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
    for (const auto& place : m_board.catalogue().charts) {
        auto* chart = new ChartCard(m_board, place.series, companionsIn(m_board.catalogue(), place), hasStrip(place), m_grid);
        connect(chart, &ChartCard::seriesChosen, this, &ExplorePage::showSeries);
        connect(chart, &ChartCard::sourcesAsked, this, [this](const std::string& id) { emit sourcesAsked(*m_board.catalogue().findSeries(id)); });
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
    m_grid->installEventFilter(this);
    m_scroll->setWidget(m_grid);
    m_scroll->viewport()->installEventFilter(this);
    layout->addWidget(m_scroll, 1);

    auto* card = new QFrame(centre);
    card->setProperty("card", true);
    auto* inside = new QHBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 10);
    inside->setSpacing(12);
    m_sentence = new QLabel(card);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setFont(fontOf(13));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    inside->addWidget(new StableLabel(m_sentence, card), 1);
    m_showTold = new QPushButton(tr("Show it"), card);
    m_showTold->setObjectName(QStringLiteral("showTold"));
    m_showTold->setProperty("role", "link");
    m_showTold->setToolTip(tr("Show the series of this sentence in the first chart"));
    m_showTold->hide();
    connect(m_showTold, &QPushButton::clicked, this, [this] {
        m_charts.front()->setSeries(m_board.catalogue().series[m_toldSeries].id);
        showSeries();
        refreshSentence();
    });
    inside->addWidget(m_showTold, 0, Qt::AlignTop);
    m_sentenceLine = new QHBoxLayout;
    m_sentenceLine->addWidget(card);
    layout->addLayout(m_sentenceLine);
    return centre;
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
    constexpr std::array<const char*, 6> evasion{"grey.spend", "offshore.spend", "hbm.leak", "compute.grey", "compute.offshore", "accel.dies"};
    const auto& places = m_board.catalogue().charts;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        if (view == View::Evasion && i < evasion.size())
            m_charts[i]->setSeries(evasion[i]);
        else
            m_charts[i]->setSeries(places[i].series, companionsIn(m_board.catalogue(), places[i]), hasStrip(places[i]));
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
    m_pane->setFocus();
    m_headlines->setVisible(width() >= roomForAll);
}

void ExplorePage::hidePane()
{
    m_pane->hide();
    m_headlines->show();
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
    m_headlines->setVisible(m_pane->isHidden() || width() >= roomForAll);
    arrange();
}

bool ExplorePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        arrange();
        m_sentenceLine->setContentsMargins(0, 0, m_scroll->width() - m_scroll->viewport()->width(), 0); // as wide as the charts beside a scroll bar
    }
    if (watched == m_grid && event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::eventFilter(watched, event);
}

bool ExplorePage::isMoved(std::size_t series, int year) const
{
    return m_board.present().annualMean(series, year) != m_board.reference().annualMean(series, year);
}

/// The first card, or the one that changes most when that does not; when none does, what changes most in the charts, or anywhere.
std::size_t ExplorePage::seriesToTell(int year) const
{
    const auto& all = m_board.catalogue().series;
    const auto cards = carded();
    std::vector<std::size_t> others;
    for (std::size_t row = 0; row < all.size(); ++row)
        if (all[row].kind != SeriesKind::Category)
            others.push_back(row);
    for (const auto& candidates : {cards, charted(), others})
        if (const auto row = words::mostTelling(cards.front(), candidates, year, m_board.present(), m_board.reference()); isMoved(row, year))
            return row;
    return cards.front();
}

void ExplorePage::refreshSentence()
{
    const int year = m_headlines->year();
    m_toldSeries = seriesToTell(year);
    const auto spread = m_bands ? m_bands->changeOf(m_toldSeries, year) : std::nullopt;
    const auto& catalogue = m_board.catalogue();
    const auto finding = words::findingOf(catalogue, m_toldSeries, year, m_board.present(), m_board.reference(), spread ? &*spread : nullptr);
    const auto sentence = words::resultSentence(words::conditionOf(catalogue, m_board.scenario()), finding);
    m_told = m_board.said(sentence);
    QString html;
    for (const auto& span : m_board.language().spans(sentence))
        html += (span.isStrong ? QStringLiteral("<b>%1</b>") : QStringLiteral("%1")).arg(text(span.text).toHtmlEscaped());
    m_sentence->setText(html);
    const bool isCharted = std::ranges::count(charted(), m_toldSeries) > 0;
    if (const bool isHidden = isCharted || !isMoved(m_toldSeries, year); m_showTold->isHidden() != isHidden)
        m_showTold->setHidden(isHidden);
}

} // namespace chokepoint::ui
