// Draws what follows the levers: lines with their labels, stacked parts, bands, and the observations under them.
#include "charts/Plot.h"

#include "charts/Drawn.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

/// Part of the line's colour in the band of 95 runs in 100, of 8 and of 5 in 10.
constexpr std::array<double, 3> tints{0.09, 0.18, 0.34};
constexpr double partTint = 0.55;

QColor lineColour(const FigureLine& line, const Tokens& t, int companion)
{
    if (line.manner == FigureLine::Manner::Baseline)
        return t.muted;
    if (line.manner == FigureLine::Manner::Part) {
        const std::array<QColor, 7> colours{t.green, t.vermillion, t.blue, t.orange, t.purple, t.sky, t.muted};
        return colours[static_cast<std::size_t>(companion) % colours.size()];
    }
    if (line.manner == FigureLine::Manner::Companion) {
        if (line.limitBy)
            return colourOfBinding(t, static_cast<int>(*line.limitBy));
        return companion % 2 == 0 ? t.muted : t.faint;
    }
    return colourOf(t, line.colour);
}

/// A disc, a hollow circle or a hollow diamond.
QCPScatterStyle pointStyle(PointKind kind, const Tokens& t)
{
    switch (kind) {
    case PointKind::Observation: return {QCPScatterStyle::ssCircle, QPen(t.text, 1.4), QBrush(t.text), 6};
    case PointKind::Expectation: return {QCPScatterStyle::ssCircle, QPen(t.faint, 1.4), QBrush(t.card), 7};
    case PointKind::OwnFact: return {QCPScatterStyle::ssDiamond, QPen(t.text, 1.6), QBrush(t.card), 10};
    }
    return {};
}

} // namespace

void Plot::addLine(const FigureLine& line, const Tokens& t, int companion)
{
    const auto colour = lineColour(line, t, companion);
    auto* graph = m_plot->addGraph();
    // the baseline stays where it is while a lever moves
    graph->setLayer(line.manner == FigureLine::Manner::Baseline ? m_plot->layer(QStringLiteral("main")) : m_moving);
    QPen pen(colour, line.manner == FigureLine::Manner::Present ? 2.2 : 1.4);
    if (line.manner == FigureLine::Manner::Baseline)
        pen.setDashPattern({4, 3});
    graph->setPen(pen);
    if (line.manner == FigureLine::Manner::Part) { // fills down to the part below it
        graph->setPen(QPen(t.card, 1));
        graph->setBrush(mixed(colour, t.card, partTint));
        if (m_part)
            graph->setChannelFillGraph(m_part);
        m_part = graph;
    }
    auto* label = addText({}, colour, 11, line.manner == FigureLine::Manner::Present);
    label->setLayer(m_words);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->position->setType(QCPItemPosition::ptAbsolute);
    m_lineGraphs.push_back(graph);
    m_labels.push_back({label, 0});
}

/// The baseline is drawn above the present line, and so only from where the two part; while a lever moves that place does not wander.
bool Plot::fillBaseline(const FigureLine& line, QCPGraph* graph, bool hold)
{
    const auto present = std::ranges::find(m_lines, FigureLine::Manner::Present, &FigureLine::manner);
    std::size_t first = 0;
    while (present != m_lines.end() && first + 1 < line.y.size() && present->y[first + 1] == line.y[first + 1])
        ++first;
    if (line.y == m_baseline && (first == m_baselineFirst || (hold && first > m_baselineFirst)))
        return false;
    m_baseline = line.y;
    m_baselineFirst = first;
    graph->setData(drawn(line.x, first), drawn(line.y, first), true);
    return true;
}

/// Words and place of the label at the end of a line.
bool Plot::fillLine(const FigureLine& line, EndLabel& label)
{
    const double last = m_plot->xAxis->range().upper;
    const auto beyond = std::upper_bound(line.x.begin(), line.x.end(), last);
    const auto lastShown = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, beyond - line.x.begin() - 1));
    label.y = line.y[lastShown] - (line.own.empty() ? 0 : line.own[lastShown] / 2);
    const QFontMetrics metrics(label.item->font());
    const auto words = metrics.elidedText(text(line.label), Qt::ElideRight, m_plot->axisRect()->margins().right() - 10);
    if (words == label.item->text())
        return false;
    label.item->setText(words);
    return true;
}

/// Opaque tints of the line's colour, the wider range first: right in print and in grey as well.
void Plot::addBand(int bands, const QColor& colour, const Tokens& t)
{
    for (std::size_t tint = tints.size() - static_cast<std::size_t>(bands); tint < tints.size(); ++tint)
        for (const bool isTop : {false, true}) {
            auto* edge = m_plot->addGraph();
            edge->setLayer(m_moving);
            edge->setPen(Qt::NoPen);
            if (isTop) {
                edge->setBrush(mixed(colour, t.card, tints[tint]));
                edge->setChannelFillGraph(m_bandGraphs.back());
            }
            m_bandGraphs.push_back(edge);
        }
}

void Plot::fillBand(const FigureBand& band)
{
    std::vector<const std::vector<double>*> edges{&band.low, &band.high, &band.innerLow, &band.innerHigh};
    if (!band.widestLow.empty())
        edges.insert(edges.begin(), {&band.widestLow, &band.widestHigh});
    for (std::size_t i = 0; i < m_bandGraphs.size(); ++i)
        m_bandGraphs[i]->setData(drawn(band.x), drawn(*edges[i]), true);
}

void Plot::addPoints(const std::vector<FigurePoint>& points, const Tokens& t)
{
    for (const auto kind : {PointKind::Observation, PointKind::Expectation, PointKind::OwnFact}) {
        auto* graph = m_pointGraphs[static_cast<std::size_t>(kind)] = m_plot->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        const auto style = pointStyle(kind, t);
        const auto pen = style.pen();
        graph->setScatterStyle(style);
        for (const auto& point : points) {
            if (point.kind != kind)
                continue;
            graph->addData(point.x, point.y);
            if (!point.low || !point.high || *point.low == *point.high)
                continue;
            auto* range = new QCPItemLine(m_plot);
            range->setPen(QPen(pen.color(), 1));
            range->start->setCoords(point.x, *point.low);
            range->end->setCoords(point.x, *point.high);
            range->setSelectable(false);
        }
    }
}

} // namespace chokepoint::ui
