// Follows the draws for one chart.
#include "charts/CovertBand.h"

#include "api/Covert.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "charts/BoardFigure.h"
#include "charts/ChartView.h"

#include <QEvent>

namespace chokepoint::ui {

CovertBand::CovertBand(const Board& board, Draws& draws, ChartView* view)
    : QObject(view), m_board(board), m_draws(draws), m_view(view)
{
    view->installEventFilter(this);
    connect(&draws, &Draws::ready, this, &CovertBand::present);
}

void CovertBand::setFigure(const Figure& figure)
{
    m_figure = figure;
    m_series = m_board.catalogue().findSeries(figure.series);
    if (m_series && !isCovert(m_board.engine(), *m_series))
        m_series.reset();
    for (auto& line : m_figure.lines)
        line.isCovert = m_series.has_value();
    want();
    m_view->setFigure(m_figure, false);
    present();
}

void CovertBand::want()
{
    m_draws.want(this, m_series && m_view->isVisible() ? std::vector<std::size_t>{*m_series} : std::vector<std::size_t>());
}

void CovertBand::present()
{
    if (!m_series || !m_view->isVisible())
        return;
    const auto spread = m_draws.spreadOf(*m_series), level = m_draws.levelSpreadOf(*m_series);
    if (!spread)
        return;
    auto figure = m_figure;
    if (const auto before = m_draws.spreadOf(m_board.assumedBaseline(), *m_series))
        addRange(figure, m_board.catalogue().series[*m_series], *before);
    addBand(figure, figureRuns(m_board), {&*spread, level ? &*level : nullptr}, {});
    m_view->setFigure(figure, false);
}

bool CovertBand::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        want();
        present();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chokepoint::ui
