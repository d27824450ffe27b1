// Draws stacked areas with QCustomPlot.
#include "charts/AreaView.h"

#include "look/Theme.h"
#include "api/Quarter.h"
#include "charts/PlotStyle.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chokepoint::ui {
namespace {

constexpr double lastShown = 2032;

} // namespace

QVector<QColor> areaColours(const QWidget& widget)
{
    const auto& t = tokensOf(widget);
    return {t.blue, t.vermillion, t.green, t.purple, t.orange, t.sky, t.track};
}

AreaContent withCrossings(const AreaContent& content)
{
    AreaContent result = content;
    result.x.clear();
    result.total.clear();
    for (auto& part : result.parts)
        part.y.clear();
    const auto add = [&](qsizetype i, double share) { // `share` of the way from point i to the next
        const auto between = [&](const QVector<double>& y) { return share > 0 ? y[i] + share * (y[i + 1] - y[i]) : y[i]; };
        result.x << between(content.x);
        result.total << between(content.total);
        for (qsizetype p = 0; p < content.parts.size(); ++p)
            result.parts[p].y << between(content.parts[p].y);
    };
    for (qsizetype i = 0; i < content.x.size(); ++i) {
        add(i, 0);
        QVector<std::pair<double, qsizetype>> crossings; // where, and of which part
        for (qsizetype p = 0; i + 1 < content.x.size() && p < content.parts.size(); ++p)
            if (const double from = content.parts[p].y[i], to = content.parts[p].y[i + 1]; from * to < 0)
                crossings << std::pair(from / (from - to), p);
        std::ranges::sort(crossings);
        for (const auto& [share, part] : crossings) {
            add(i, share);
            result.parts[part].y.back() = 0; // exactly
        }
    }
    return result;
}

AreaView::AreaView(const Language& language, QWidget* parent) : QWidget(parent), m_plot(makePlot(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    calmPlot(*m_plot);
    writeWords(*m_plot, language, false);
    m_plot->axisRect()->setMargins({62, 8, 16, 24});
    writeYears(*m_plot, language, 2);
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
    const auto drawn = withCrossings(m_content);
    const auto size = drawn.x.size();
    const auto edge = [&](const QVector<double>& y, const QPen& pen) {
        auto* graph = m_plot->addGraph();
        graph->setPen(pen);
        graph->setData(drawn.x, y, true);
        return graph;
    };
    double low = 0, high = 0;
    QVector<double> above(size, 0.0), below(size, 0.0);
    const auto colours = areaColours(*this);
    for (qsizetype p = 0; p < drawn.parts.size(); ++p) {
        auto top = above, bottom = below;
        for (qsizetype i = 0; i < size; ++i)
            (drawn.parts[p].y[i] > 0 ? top : bottom)[i] += drawn.parts[p].y[i];
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
        if (drawn.x[i] <= lastShown) {
            low = std::min({low, below[i], drawn.total[i]});
            high = std::max({high, above[i], drawn.total[i]});
        }
    // the total of what nobody reports is no sharp line
    edge(drawn.total, m_content.isCovert ? QPen(t.muted, 1.4, Qt::DotLine) : QPen(t.text, 2.2));
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
