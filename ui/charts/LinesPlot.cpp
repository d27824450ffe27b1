// Draws several scenarios with QCustomPlot.
#include "charts/LinesPlot.h"

#include "api/NumberWords.h"
#include "charts/Drawn.h"
#include "charts/PlotStyle.h"
#include "look/ScenarioLines.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int linesLeft = 50, linesTop = 18, linesBottom = 24, linesRight = 138;
constexpr int smallLinesLeft = 44, smallLinesRight = 10, smallLinesTop = 9;
constexpr int narrowLines = 300; ///< pixels below which every fourth year is written
constexpr double endSpacing = 14, leaderRoom = 18;
constexpr double outerTint = 0.16, innerTint = 0.32;
constexpr double lineWidth = 2.2, baselineWidth = 1.6;

constexpr int mostSteps = 8;
constexpr double tickRoom = 17; ///< pixels that a number at the axis needs

/// A step of 1, 2 or 5 that parts a range into no more than so many.
double stepFor(double range, int most)
{
    const double power = std::pow(10.0, std::floor(std::log10(range / most)));
    for (const double step : {1.0, 2.0, 5.0})
        if (range / (step * power) <= most)
            return step * power;
    return 10 * power;
}

class ScaleTicker : public QCPAxisTickerFixed {
public:
    ScaleTicker(double step, bool isSigned, bool isPercent, const Language& language)
        : m_language(language), m_isSigned(isSigned), m_isPercent(isPercent)
    {
        setTickStep(step);
        m_decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const bool isZero = std::fabs(tick) < 1e-12;
        const auto form = m_isPercent ? Digits::Form::SignedPercent : m_isSigned ? Digits::Form::Signed : Digits::Form::Plain;
        return text(Digits{QString::number(isZero ? 0.0 : tick, 'f', isZero ? 0 : m_decimals).toStdString(), form}, m_language);
    }

private:
    Language m_language;
    bool m_isSigned, m_isPercent;
    int m_decimals = 0;
};

struct PlotLineWords {
    Q_DECLARE_TR_FUNCTIONS(PlotLineWords)
};

bool isBaseline(const FigureLine& line) { return line.manner == FigureLine::Manner::Baseline; }

} // namespace

QCPItemText* LinesView::Inside::addText(const QString& words, const QColor& colour, bool isBold)
{
    auto* item = new QCPItemText(plot);
    item->setText(words);
    item->setColor(colour);
    item->setFont(fontOf(11, isBold ? QFont::DemiBold : QFont::Normal));
    item->setClipToAxisRect(false);
    item->setSelectable(false);
    return item;
}

void LinesView::Inside::addAbove(double year, const QString& words, Qt::AlignmentFlag side, const QColor& colour)
{
    auto* item = addText(words, colour, false);
    item->setPositionAlignment(side | Qt::AlignBottom);
    item->setPadding(side == Qt::AlignRight ? QMargins(0, 0, 4, 1) : QMargins(4, 0, 0, 1));
    item->position->setTypeX(QCPItemPosition::ptPlotCoords);
    item->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    item->position->setCoords(year, 0);
}

std::size_t LinesView::Inside::lastShown(const FigureLine& line) const
{
    const auto beyond = std::upper_bound(line.x.begin(), line.x.end(), figure.last);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, beyond - line.x.begin() - 1));
}

QString LinesView::Inside::valueAt(const FigureLine& line, std::size_t place) const
{
    const double value = line.y[place];
    if (figure.isPercent)
        return text(words::signedPercent(value / 100), language);
    return text(figure.isAroundZero ? words::signedNumber(value) : words::number(value), language);
}

std::pair<double, double> LinesView::needOf(const LinesFigure& figure)
{
    double least = 0, largest = 0;
    const auto take = [&](const std::vector<double>& x, const std::vector<double>& y) {
        for (std::size_t i = 0; i < y.size(); ++i)
            if (x[i] >= firstShownYear && x[i] <= figure.last) {
                least = std::min(least, y[i]);
                largest = std::max(largest, y[i]);
            }
    };
    for (const auto& line : figure.lines)
        take(line.x, line.y);
    for (const auto* edge : {&figure.band.low, &figure.band.high})
        take(figure.band.x, *edge);
    return {least, largest};
}

void LinesView::Inside::fitAxes()
{
    auto [least, largest] = figure.axis.value_or(needOf(figure));
    if (!(largest > least))
        largest = least + 1;
    const double step = stepFor(largest - least, mostSteps);
    const double bottom = std::floor(least / step + 1e-9) * step, top = std::ceil(largest / step - 1e-9) * step;
    plot->yAxis->setRange(bottom, top);
    const int high = plot->height() - (isSmall ? smallLinesTop : linesTop) - linesBottom;
    const double written = stepFor(top - bottom, std::clamp(static_cast<int>(high / tickRoom), 1, mostSteps)); // numbers never touch
    plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new ScaleTicker(written, figure.isAroundZero, figure.isPercent, language)));
    plot->xAxis->setRange(firstShownYear, figure.last);
    writeYears(*plot, language, plot->width() < narrowLines ? 4 : 2);
}

void LinesView::Inside::addMarks(const Tokens& t)
{
    verticalLine(*plot, recordedUntil, QPen(t.faint, 1, Qt::DotLine));
    if (!isSmall) {
        addAbove(recordedUntil, PlotLineWords::tr("history"), Qt::AlignRight, t.faint);
        if (!figure.change || *figure.change - recordedUntil > 1.5)
            addAbove(recordedUntil, PlotLineWords::tr("projection"), Qt::AlignLeft, t.faint);
    }
    if (!figure.change)
        return;
    verticalLine(*plot, *figure.change, QPen(t.accent, 1.2))->setTail(QCPLineEnding(QCPLineEnding::esFlatArrow, 8, 6, true));
    if (!isSmall)
        addAbove(*figure.change, figure.changeWords, Qt::AlignLeft, t.accent);
}

/// Opaque tints of the line's hue, the wider range first.
void LinesView::Inside::addBand(const Tokens& t)
{
    if (figure.banded < 0 || figure.band.x.empty())
        return;
    const auto colour = colourOfScenario(t, figure.hues[static_cast<std::size_t>(figure.banded)]);
    const auto fill = [&](const std::vector<double>& low, const std::vector<double>& high, double tint) {
        if (low.empty())
            return;
        auto* below = plot->addGraph();
        below->setPen(Qt::NoPen);
        below->setData(drawn(figure.band.x), drawn(low), true);
        auto* above = plot->addGraph();
        above->setPen(Qt::NoPen);
        above->setBrush(mixed(colour, t.card, tint));
        above->setChannelFillGraph(below);
        above->setData(drawn(figure.band.x), drawn(high), true);
    };
    fill(figure.band.low, figure.band.high, outerTint);
    fill(figure.band.innerLow, figure.band.innerHigh, innerTint);
}

/// The banded one on top, for it is what is looked at.
void LinesView::Inside::addLines(const Tokens& t)
{
    const auto add = [&](std::size_t i) {
        const auto& line = figure.lines[i];
        auto* graph = plot->addGraph();
        graph->setPen(penOfScenario(t, figure.hues[i], isBaseline(line) ? baselineWidth : lineWidth, isBaseline(line)));
        graph->setData(drawn(line.x), drawn(line.y), true);
    };
    for (std::size_t i = figure.lines.size(); i-- > 0;)
        if (static_cast<int>(i) != figure.banded)
            add(i);
    if (figure.banded >= 0)
        add(static_cast<std::size_t>(figure.banded));
}

void LinesView::Inside::addEnds(const Tokens& t)
{
    for (std::size_t i = 0; i < figure.lines.size() && !isSmall; ++i) {
        const auto& line = figure.lines[i];
        const auto last = lastShown(line);
        const auto colour = colourOfScenario(t, figure.hues[i], isBaseline(line));
        auto* words = addText({}, colour, !isBaseline(line));
        words->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        words->position->setType(QCPItemPosition::ptAbsolute);
        auto* leader = new QCPItemLine(plot);
        leader->setPen(QPen(colour, 1));
        leader->setClipToAxisRect(false);
        leader->setSelectable(false);
        for (auto* end : {leader->start, leader->end})
            end->setType(QCPItemPosition::ptAbsolute);
        ends.push_back({words, leader, line.y[last], figure.ends.isEmpty() ? text(line.label) : figure.ends[static_cast<qsizetype>(i)]});
    }
}

/// The line of the cross-hair; while it is there the labels at line ends say the values at its quarter.
void LinesView::Inside::addCrosshair(const Tokens& t)
{
    if (!at)
        return;
    verticalLine(*plot, at->middle(), QPen(t.muted, 1));
    auto* crosshairText = addText(text(*at, language), t.text, true);
    crosshairText->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
    crosshairText->setBrush(QBrush(t.card));
    crosshairText->setPadding(QMargins(4, 1, 4, 1));
    crosshairText->position->setTypeX(QCPItemPosition::ptPlotCoords);
    crosshairText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    crosshairText->position->setCoords(at->middle(), 0);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto value = valueAt(figure.lines[i], static_cast<std::size_t>(at->index));
        ends[i].words = text(Message("figure.line_end", {{"label", figure.lines[i].label}, {"value", value.toStdString()}}), language);
    }
}

/// Labels keep the order of their lines and do not touch.
void LinesView::Inside::placeEnds()
{
    const auto* rect = plot->axisRect();
    std::vector<End*> sorted;
    for (auto& end : ends)
        sorted.push_back(&end);
    std::ranges::stable_sort(sorted, std::greater<>(), [](const End* end) { return end->y; });
    std::vector<double> places;
    const double top = rect->top() + 4.0;
    for (const auto* end : sorted)
        places.push_back(std::max(plot->yAxis->coordToPixel(end->y), places.empty() ? top : places.back() + endSpacing));
    double lowest = rect->bottom() - 2.0;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        *place = std::min(*place, lowest);
        lowest = *place - endSpacing;
    }
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        auto& end = *sorted[i];
        const double y = std::clamp(plot->yAxis->coordToPixel(end.y), double(rect->top()), double(rect->bottom()));
        const QFontMetrics metrics(end.text->font());
        end.text->setText(metrics.elidedText(end.words, Qt::ElideRight, linesRight - static_cast<int>(leaderRoom) - 4));
        end.text->position->setCoords(rect->right() + leaderRoom, std::round(places[i]));
        end.leader->start->setCoords(rect->right() + 4, y);
        end.leader->end->setCoords(rect->right() + leaderRoom - 4, std::round(places[i]));
    }
}

void LinesView::Inside::draw(const Tokens& t)
{
    plot->clearGraphs();
    plot->clearItems();
    ends.clear();
    stylePlot(*plot, t);
    plot->yAxis->grid()->setZeroLinePen(figure.isAroundZero ? QPen(t.muted, 1) : QPen(t.line, 1));
    plot->axisRect()->setMargins(isSmall ? QMargins(smallLinesLeft, smallLinesTop, smallLinesRight, linesBottom)
                                         : QMargins(linesLeft, linesTop, linesRight, linesBottom));
    fitAxes();
    addBand(t);
    addMarks(t);
    addLines(t);
    addEnds(t);
    addCrosshair(t);
    plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace chokepoint::ui
