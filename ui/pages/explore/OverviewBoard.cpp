// Arranges the charts of the overview and decides which series they show.
#include "pages/explore/OverviewBoard.h"

#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/UntouchedBox.h"

#include <QAction>
#include <QGridLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int lowestMain = 340, smallHeight = 232;          ///< pixels
constexpr int twoColumnsFrom = 400, threeColumnsFrom = 600; ///< width in pixels
constexpr std::size_t byEffect = 2;                         ///< places whose series are chosen by effect; those behind them were added

} // namespace

OverviewBoard::OverviewBoard(Board& board, Draws& draws, QWidget* parent) : QWidget(parent), m_board(board), m_draws(draws)
{
    setObjectName(QStringLiteral("overview"));
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_layout->setRowStretch(0, 1);
    m_untouched = new UntouchedBox(board, this);
    m_untouched->setMinimumHeight(smallHeight);
    connect(m_untouched, &UntouchedBox::chartAdded, this,
            [this](const std::string& series) { choose(m_board.workbook().view.overview.small.size(), series); });
    connect(&board, &Board::changed, this, &OverviewBoard::decide);
    connect(&board, &Board::yearChanged, this, &OverviewBoard::decide);
}

void OverviewBoard::setMain(ChartCard* chart)
{
    m_main = chart;
    m_columns = 0;
    if (chart) {
        chart->setPlace(ChartCard::Place::Large);
        chart->setLowest(lowestMain);
        arrange();
        decide();
    }
}

void OverviewBoard::decide()
{
    if (!m_main || m_board.isMoving() || m_board.isReplaying())
        return;
    const auto& kept = m_board.workbook().view.overview;
    const auto& catalogue = m_board.catalogue();
    OverviewRequest request;
    request.year = m_board.year();
    if (kept.isMainChosen)
        request.main = catalogue.findSeries(m_main->series());
    request.small.clear();
    for (const auto& id : kept.small)
        request.small.push_back(id.empty() ? std::nullopt : catalogue.findSeries(id));
    request.shown = m_series.small;
    m_series = overviewOf(catalogue, m_board.present(), m_board.reference(), request);
    if (catalogue.series[m_series.main].id != m_main->series())
        emit mainWanted(m_series.main);
    showSmall();
    m_untouched->setSeries(m_series);
    emit seriesShown();
}

void OverviewBoard::showSmall()
{
    const bool isOther = m_small.size() != m_series.small.size();
    while (m_small.size() > m_series.small.size()) {
        m_small.back()->deleteLater();
        m_small.pop_back();
    }
    for (std::size_t i = 0; i < m_series.small.size(); ++i) {
        if (i == m_small.size())
            m_small.push_back(makeSmall(i));
        const auto& id = m_board.catalogue().series[m_series.small[i]].id;
        if (m_small[i]->series() != id)
            m_small[i]->setSeries(id);
    }
    if (isOther) {
        m_columns = 0;
        arrange();
    }
}

ChartCard* OverviewBoard::makeSmall(std::size_t place)
{
    auto* chart = new ChartCard(m_board, m_draws, m_board.catalogue().series[m_series.small[place]].id, {}, false, this);
    chart->setPlace(ChartCard::Place::Small);
    chart->setLowest(smallHeight);
    chart->setEventsShown(false);
    connect(chart, &ChartCard::seriesChosen, this, [this, chart, place] { choose(place, chart->series()); });
    auto* release = chart->offer(place < byEffect ? tr("Choose by effect again") : tr("Take this chart away"));
    release->setObjectName(QStringLiteral("release"));
    connect(release, &QAction::triggered, this, [this, place] { this->release(place); });
    emit chartMade(chart);
    return chart;
}

/// What a person puts in a place stays there.
void OverviewBoard::choose(std::size_t place, const std::string& series)
{
    auto kept = m_board.workbook().view.overview;
    kept.small.resize(std::max(kept.small.size(), place + 1));
    kept.small[place] = series;
    m_board.keepOverview(kept);
    decide();
}

void OverviewBoard::release(std::size_t place)
{
    auto kept = m_board.workbook().view.overview;
    if (place < byEffect)
        kept.small[place].clear();
    else
        kept.small.erase(kept.small.begin() + static_cast<std::ptrdiff_t>(place));
    m_board.keepOverview(kept);
    decide();
}

/// Two small charts and the box in a row where there is room, else the box below them, else all below each other; charts that were added
/// follow.
void OverviewBoard::arrange()
{
    const int columns = width() >= threeColumnsFrom ? 3 : width() >= twoColumnsFrom ? 2 : 1;
    if (!m_main || columns == m_columns)
        return;
    m_columns = columns;
    m_layout->addWidget(m_main, 0, 0, 1, columns);
    m_main->show();
    std::vector<QWidget*> order(m_small.begin(), m_small.begin() + static_cast<std::ptrdiff_t>(std::min(m_small.size(), byEffect)));
    order.push_back(m_untouched);
    for (std::size_t i = byEffect; i < m_small.size(); ++i)
        order.push_back(m_small[i]);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const int place = static_cast<int>(i);
        const bool fillsTheRow = order[i] == m_untouched && i + 1 == order.size();
        m_layout->addWidget(order[i], 1 + place / columns, place % columns, 1, fillsTheRow ? columns - place % columns : 1);
        order[i]->show();
    }
    for (int column = 0; column < 3; ++column)
        m_layout->setColumnStretch(column, column < columns ? 1 : 0);
}

void OverviewBoard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace chokepoint::ui
