// Draws stacked areas with QCustomPlot.
#include "charts/AreaView.h"

#include "look/Theme.h"
#include "api/Quarter.h"
#include "charts/PlotStyle.h"
#include "parts/TableAction.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace chokepoint::ui {
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

AreaView::AreaView(const Language& language, QWidget* parent)
    : QWidget(parent),
      m_language(language),
      m_table(new TableAction(*this, language, [this] { return table(); })),
      m_plot(makePlot(this))
{
    setAccessibleName(tr("Parts over time"));
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
    m_table->renew();
    draw();
}

FigureTable AreaView::table() const
{
    QStringList names;
    for (const auto& part : m_content.parts)
        names << part.name;
    names << tr("Total");
    auto table = tableByQuarter(accessibleName(), {}, names, m_language, [this](std::size_t quarter, std::size_t column) {
        const auto at = static_cast<qsizetype>(quarter), part = static_cast<qsizetype>(column);
        const auto& values = part < m_content.parts.size() ? m_content.parts[part].y : m_content.total;
        return at < values.size() ? values[at] : 0;
    });
    if (m_content.x.isEmpty())
        table.rows.clear();
    return table;
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
    struct Area {
        qsizetype part;
        QVector<double> from, to;
    };
    QVector<Area> areas; // in which names may stand
    for (qsizetype p = 0; p < drawn.parts.size(); ++p) {
        auto top = above, bottom = below;
        for (qsizetype i = 0; i < size; ++i)
            (drawn.parts[p].y[i] > 0 ? top : bottom)[i] += drawn.parts[p].y[i];
        for (const auto& [from, to] : {std::pair(&above, &top), std::pair(&below, &bottom)}) {
            auto* foot = edge(*from, Qt::NoPen);
            auto* head = edge(*to, Qt::NoPen);
            head->setBrush(colourOfPart(t, static_cast<int>(p)));
            head->setChannelFillGraph(foot);
            areas << Area{p, *from, *to};
        }
        above = top;
        below = bottom;
    }
    for (qsizetype i = 0; i < size; ++i)
        if (drawn.x[i] <= m_content.last) {
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
    m_plot->xAxis->setRange(recordedUntil - 0.5, m_content.last);
    const double room = high > low ? 0.06 * (high - low) : 1;
    m_plot->yAxis->setRange(low < 0 ? low - room : 0, high > 0 ? high + room : low < 0 ? 0 : room);
    m_labels.clear();
    if (drawn.parts.size() > 1)
        for (const auto& area : areas)
            if (const auto& name = drawn.parts[area.part].name; !m_labels.contains(name))
                label(name, colourOfPart(t, static_cast<int>(area.part)), drawn.x, area.from, area.to);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Writes a name into its area where that is thickest, if the whole name lies inside of it.
void AreaView::label(const QString& name, const QColor& area, const QVector<double>& x, const QVector<double>& from,
                     const QVector<double>& to)
{
    constexpr double height = 15, beside = 6;
    const auto font = fontOf(11);
    const double width = QFontMetrics(font).horizontalAdvance(name) + 2 * beside;
    const auto pixelX = [&](qsizetype i) { return m_plot->xAxis->coordToPixel(x[i]); };
    const auto pixelY = [&](double y) { return m_plot->yAxis->coordToPixel(y); };
    const double left = m_plot->xAxis->coordToPixel(m_plot->xAxis->range().lower), right = m_plot->xAxis->coordToPixel(m_content.last);
    double best = height;
    std::optional<QPointF> place;
    for (qsizetype i = 0; i < x.size(); ++i) {
        const double centre = pixelX(i), thickness = std::fabs(pixelY(from[i]) - pixelY(to[i]));
        if (thickness <= best || centre - width / 2 < left || centre + width / 2 > right)
            continue;
        double top = 0, bottom = 1e9; // of what lies inside over the whole width
        for (qsizetype k = 0; k < x.size(); ++k)
            if (std::fabs(pixelX(k) - centre) <= width / 2 + 4) {
                top = std::max(top, std::min(pixelY(from[k]), pixelY(to[k])));
                bottom = std::min(bottom, std::max(pixelY(from[k]), pixelY(to[k])));
            }
        if (bottom - top < height)
            continue;
        best = thickness;
        place = QPointF(centre, (top + bottom) / 2);
    }
    if (!place)
        return;
    auto* words = new QCPItemText(m_plot);
    words->setFont(font);
    words->setColor(area.lightnessF() > 0.5 ? QColor(0x16, 0x1a, 0x20) : QColor(Qt::white));
    words->setText(name);
    words->setPositionAlignment(Qt::AlignCenter);
    words->position->setCoords(m_plot->xAxis->pixelToCoord(place->x()), m_plot->yAxis->pixelToCoord(place->y()));
    m_labels << name;
}

void AreaView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    draw(); // other names have room
}

} // namespace chokepoint::ui
