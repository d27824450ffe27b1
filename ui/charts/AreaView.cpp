// Draws stacked areas with QCustomPlot.
#include "AreaView.h"

#include "Look.h"
#include "Quarter.h"
#include "PlotStyle.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr double lastShown = 2032;

} // namespace

QVector<QColor> areaColours(const QWidget& widget)
{
    const auto& t = tokensOf(widget);
    return {t.blue, t.vermillion, t.green, t.purple, t.orange, t.sky, t.track};
}

AreaView::AreaView(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    calmPlot(*m_plot);
    writeWords(*m_plot, false);
    m_plot->axisRect()->setMargins({62, 8, 16, 24});
    QSharedPointer<QCPAxisTickerFixed> years(new QCPAxisTickerFixed);
    years->setTickStep(2);
    m_plot->xAxis->setTicker(years);
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setNumberPrecision(0);
}

void AreaView::setContent(const AreaContent& content)
{
    m_content = content;
    draw();
}

void AreaView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void AreaView::draw()
{
    const auto& t = tokensOf(*this);
    m_plot->clearGraphs();
    m_plot->clearItems();
    stylePlot(*m_plot, t);
    m_plot->yAxis->grid()->setZeroLinePen(QPen(t.faint, 1));
    const auto size = m_content.x.size();
    const auto edge = [&](const QVector<double>& y, const QPen& pen) {
        auto* graph = m_plot->addGraph();
        graph->setPen(pen);
        graph->setData(m_content.x, y, true);
        return graph;
    };
    double low = 0, high = 0;
    QVector<double> above(size, 0.0), below(size, 0.0);
    const auto colours = areaColours(*this);
    for (qsizetype p = 0; p < m_content.parts.size(); ++p) {
        auto top = above, bottom = below;
        for (qsizetype i = 0; i < size; ++i)
            (m_content.parts[p].y[i] > 0 ? top : bottom)[i] += m_content.parts[p].y[i];
        for (const auto& [from, to] : {std::pair(&above, &top), std::pair(&below, &bottom)}) {
            auto* foot = edge(*from, Qt::NoPen);
            auto* head = edge(*to, Qt::NoPen);
            head->setBrush(colours[p % colours.size()]);
            head->setChannelFillGraph(foot);
        }
        above = top;
        below = bottom;
    }
    for (qsizetype i = 0; i < size; ++i)
        if (m_content.x[i] <= lastShown) {
            low = std::min({low, below[i], m_content.total[i]});
            high = std::max({high, above[i], m_content.total[i]});
        }
    edge(m_content.total, QPen(t.text, 2.2));
    if (m_content.mark) {
        auto* line = new QCPItemStraightLine(m_plot);
        line->setPen(QPen(t.accent, 1.2));
        line->point1->setCoords(*m_content.mark, 0);
        line->point2->setCoords(*m_content.mark, 1);
    }
    m_plot->xAxis->setRange(recordedUntil - 0.5, lastShown);
    const double room = high > low ? 0.06 * (high - low) : 1;
    m_plot->yAxis->setRange(low < 0 ? low - room : 0, high > 0 ? high + room : low < 0 ? 0 : room);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace chokepoint::ui
