// Draws what follows the levers: lines with their labels, stacked parts, bands, and the observations under them.
#include "charts/Plot.h"

#include "api/NumberWords.h"
#include "charts/Drawn.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

/// Part of the line's colour in the bands, in the order of drawing: with the discrepancy, 8 and 5 runs in 10. The band of 95 in 100 has
/// broken edges and no fill, for it would lie across the outer one.
constexpr std::array<double, 3> tints{0.15, 0.38, 0.58};
constexpr double covertTint = 0.75;
constexpr double rangeTint = 0.6; ///< of the hatching of a covert series beside the main one
constexpr double baselineTint = 0.4; ///< of that of a covert baseline, which lies over the bands
constexpr double partTint = 0.55;
constexpr double outputWidth = 3;
constexpr double projectedWidth = 64; ///< pixels that "projected" takes above the plot

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
    return line.isOutput ? t.text : colourOf(t, line.colour);
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
    // of what nobody reports the band is to be seen and not a line
    const bool isMain = line.manner == FigureLine::Manner::Present && !line.isCovert;
    QPen pen(line.isCovert ? mixed(colour, t.card, covertTint) : colour, isMain ? (line.isOutput ? outputWidth : 2.2) : 1.4);
    if (line.manner == FigureLine::Manner::Baseline)
        pen.setDashPattern({4, 3});
    graph->setPen(pen);
    if (line.manner == FigureLine::Manner::Part) { // fills down to the part below it
        graph->setPen(QPen(t.card, 1));
        // what nobody reports has no sharp edge and a hatched ground
        graph->setBrush(line.isCovert ? QBrush(colour, Qt::BDiagPattern) : QBrush(mixed(colour, t.card, partTint)));
        if (line.isCovert)
            graph->setPen(Qt::NoPen);
        if (m_part)
            graph->setChannelFillGraph(m_part);
        m_part = graph;
    }
    if (line.isCovert && line.manner == FigureLine::Manner::Companion)
        graph->setPen(QPen(colour, 1.4, Qt::DotLine));
    m_lineGraphs.push_back(graph);
    m_labels.push_back({addEndText(colour, line.manner == FigureLine::Manner::Present), 0});
}

/// Words right of the plot.
QCPItemText* Plot::addEndText(const QColor& colour, bool isBold)
{
    auto* label = addText({}, colour, 11, isBold);
    label->setLayer(m_words);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->position->setType(QCPItemPosition::ptAbsolute);
    return label;
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

int Plot::lastShown(const FigureLine& line) const
{
    const auto beyond = std::upper_bound(line.x.begin(), line.x.end(), m_plot->xAxis->range().upper);
    return static_cast<int>(std::max<std::ptrdiff_t>(0, beyond - line.x.begin() - 1));
}

QString Plot::endWords(const FigureLine& line, const QString& label, std::size_t last) const
{
    const double value = line.own.empty() ? line.y[last] : line.own[last];
    const auto words = m_frame.isDifference ? words::signedNumber(value) : words::number(value);
    return text(Message("figure.line_end", {{"label", label.toStdString()}, {"value", words}}), m_language);
}

/// Words and place of the label at the end of a line.
bool Plot::fillLine(const FigureLine& line, EndLabel& label)
{
    const auto last = static_cast<std::size_t>(lastShown(line));
    label.y = line.y[last] - (line.own.empty() ? 0 : line.own[last] / 2);
    const int room = m_frame.endMargin - 10;
    const QFontMetrics metrics(label.item->font());
    auto words = m_frame.manner == PlotManner::Small ? QString() : endWords(line, text(line.label), last);
    if (metrics.horizontalAdvance(words) > room) { // the name is cut rather than the number
        const auto whole = text(line.label);
        const int beside = metrics.horizontalAdvance(words) - metrics.horizontalAdvance(whole);
        words = endWords(line, metrics.elidedText(whole, Qt::ElideRight, std::max(0, room - beside)), last);
    }
    if (words == label.item->text())
        return false;
    label.item->setText(words);
    return true;
}

void Plot::addEdges(std::vector<QCPGraph*>& graphs, const QBrush& fill, const QPen& edge)
{
    for (const bool isTop : {false, true}) {
        auto* graph = m_plot->addGraph();
        graph->setLayer(m_moving);
        graph->setPen(edge);
        if (isTop && fill.style() != Qt::NoBrush) {
            graph->setBrush(fill);
            graph->setChannelFillGraph(graphs.back());
        }
        graphs.push_back(graph);
    }
}

void Plot::addRanges(const Figure& figure, const Tokens& t)
{
    int companions = 0;
    for (const auto& line : figure.lines) {
        const bool isCompanion = line.manner == FigureLine::Manner::Companion;
        if (!isCompanion && line.manner != FigureLine::Manner::Baseline)
            continue;
        const auto colour = lineColour(line, t, isCompanion ? companions++ : 0);
        const auto range = mixed(colour, t.card, rangeTint);
        if (!line.low.empty() && isCompanion)
            addEdges(m_rangeGraphs, QBrush(range, Qt::BDiagPattern), Qt::NoPen);
        else if (!line.low.empty()) // leans the other way, and its edges show on the band
            addEdges(m_rangeGraphs, QBrush(mixed(colour, t.card, baselineTint), Qt::FDiagPattern), QPen(range, 1, Qt::DotLine));
    }
}

/// Opaque tints of the line's colour, the wider range first: right in print and in grey as well.
void Plot::addBands(const QColor& colour, const Tokens& t)
{
    for (std::size_t i = 0; i < tints.size(); ++i)
        if (m_frame.bands[i])
            addEdges(m_bandGraphs, mixed(colour, t.card, tints[i]), Qt::NoPen);
    if (m_frame.bands.back())
        addEdges(m_bandGraphs, Qt::NoBrush, QPen(colour, 1, Qt::DashLine));
    if (m_frame.manner == PlotManner::Large && m_frame.isWide && m_frame.bands[1])
        for (int edge = 0; edge < 2; ++edge)
            m_edgeLabels.push_back({addEndText(t.muted, false), 0});
}

void Plot::fillBand(const FigureBand& band)
{
    auto graph = m_bandGraphs.begin();
    for (const auto* edge : {&band.levelLow, &band.levelHigh, &band.low, &band.high, &band.innerLow, &band.innerHigh, &band.widestLow,
                             &band.widestHigh})
        if (!edge->empty())
            (*graph++)->setData(drawn(band.x), drawn(*edge), true);
}

bool Plot::fillEdgeLabels()
{
    bool isOther = false;
    for (std::size_t i = 0; i < m_edgeLabels.size() && m_band; ++i) {
        auto& label = m_edgeLabels[i];
        const auto beyond = std::upper_bound(m_band->x.begin(), m_band->x.end(), m_plot->xAxis->range().upper);
        const bool isEmpty = beyond == m_band->x.begin();
        const auto last = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, beyond - m_band->x.begin() - 1));
        const double low = m_band->low[last], high = m_band->high[last];
        label.y = i == 0 ? high : low;
        const auto words = isEmpty || low == high ? QString()
                         : text(i == 0 ? Message("figure.edge_above") : Message("figure.edge_below"), m_language);
        isOther |= words != label.item->text();
        label.item->setText(words);
    }
    return isOther;
}

bool Plot::fillBeyond()
{
    const auto range = m_plot->xAxis->range();
    m_beyond = m_band ? bandBeyond(*m_band, range.lower, range.upper, bottom(), top()) : std::nullopt;
    QString words;
    if (m_beyond && m_frame.manner != PlotManner::Small) {
        const MessageValue side = m_beyond->isAbove ? "above" : "below", value = words::number(m_beyond->value);
        const QFontMetrics metrics(m_beyondText->font());
        // "projected" stands to the left of it
        const double room = m_plot->axisRect()->right() - m_plot->xAxis->coordToPixel(recordedUntil) - projectedWidth;
        words = text(Message("figure.band_beyond_label", {{"side", side}, {"value", value}}), m_language);
        if (metrics.horizontalAdvance(words) > room)
            words = text(Message("figure.band_beyond_short", {{"side", side}, {"value", value}}), m_language);
    }
    if (words == m_beyondText->text())
        return false;
    m_beyondText->setText(words);
    return true;
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
