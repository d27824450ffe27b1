// Draws with QCustomPlot.
#include "charts/Plot.h"
#include "api/Language.h"
#include "api/NumberWords.h"

#include "charts/Drawn.h"
#include "charts/PlotStyle.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace chokepoint::ui {
namespace {

constexpr int leftMargin = 50, topMargin = 18, bottomMargin = 24;
constexpr int rightMargin = 110, fairRightMargin = 138, wideRightMargin = 150; ///< for the labels at line ends
constexpr int smallLeftMargin = 44, smallRightMargin = 14, smallTopMargin = 8;
constexpr int fairPlot = 370, widePlot = 620;           ///< pixels from which there is room for longer labels
constexpr int narrowPlot = 190; ///< pixels below which every fourth year is written instead of every second
constexpr double labelSpacing = 14;
constexpr double mostDecades = 1e5; ///< height of a logarithmic axis

/// The lowest top not below `value` that four or five round steps reach, and the step.
ValueScale scaleFor(double value)
{
    if (!(value > 0))
        return {1, 0.25};
    constexpr std::array<std::pair<double, int>, 13> scales{
        {{1, 4}, {1, 5}, {1.5, 4}, {2, 4}, {2, 5}, {3, 4}, {3, 5}, {4, 4}, {4, 5}, {5, 5}, {6, 5}, {8, 5}, {10, 4}}};
    const double power = std::pow(10.0, std::floor(std::log10(value / scales.front().second)));
    for (const auto& [step, count] : scales)
        if (value <= step * count * power * (1 + 1e-12))
            return {step * count * power, step * power};
    return {50 * power, 10 * power}; // a hair above the last
}

/// The same for what falls below zero: zero is a step, and the axis ends at steps.
ValueScale scaleAround(double low, double high)
{
    if (!(high > low))
        return {1, 0.5, -1};
    const double step = scaleFor(high - low).step;
    return {std::ceil(high / step - 1e-9) * step, step, std::floor(low / step + 1e-9) * step};
}

/// Labels with as many decimals as the step needs.
class ValueTicker : public QCPAxisTickerFixed {
public:
    ValueTicker(double step, const Language& language) : m_language(language)
    {
        setTickStep(step);
        for (m_decimals = 0;
             m_decimals < 6 && std::fabs(step * std::pow(10, m_decimals) - std::round(step * std::pow(10, m_decimals))) > 1e-6;)
            ++m_decimals;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const bool isZero = std::fabs(tick) < 1e-12;
        return text(Digits{QString::number(isZero ? 0.0 : tick, 'f', isZero ? 0 : m_decimals).toStdString()}, m_language);
    }

private:
    Language m_language;
    int m_decimals = 0;
};

/// Powers of ten as plain numbers.
class PowerTicker : public QCPAxisTickerLog {
public:
    explicit PowerTicker(const Language& language) : m_language(language) { setSubTickCount(0); }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return text(words::number(tick), m_language); }

private:
    Language m_language;
};

/// The points of a line with the joins between them.
void setCourse(QCPGraph& graph, const FigureLine& line)
{
    if (line.joins.empty())
        return graph.setData(drawn(line.x), drawn(line.y), true);
    auto x = line.x, y = line.y;
    addJoins(x, y, line.joins, true);
    graph.setData(drawn(x), drawn(y), true);
}

} // namespace

Plot::Plot(const Language& language, QWidget* parent) : m_plot(makePlot(parent)), m_language(language)
{
    calmPlot(*m_plot);
    m_plot->setMouseTracking(true);
    m_plot->axisRect()->setMargins({leftMargin, topMargin, rightMargin, bottomMargin});
    writeYears(*m_plot, m_language, 2);
    m_plot->xAxis->setTickLabelPadding(6); // clear of the zero of the other axis
    m_plot->yAxis->grid()->setSubGridVisible(false);
    m_plot->addLayer(QStringLiteral("moving"), m_plot->layer(QStringLiteral("grid")), QCustomPlot::limAbove);
    m_plot->addLayer(QStringLiteral("words"), m_plot->layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
    m_moving = m_plot->layer(QStringLiteral("moving"));
    m_words = m_plot->layer(QStringLiteral("words"));
    for (auto* layer : {m_moving, m_words})
        layer->setMode(QCPLayer::lmBuffered);
    QObject::connect(m_plot, &QCustomPlot::afterLayout, m_plot, [this] {
        placeLabels();
        placeMarks();
        placeTold();
    });
    QObject::connect(m_plot, &QCustomPlot::afterReplot, m_plot, [this] { m_isReplotDue = false; });
}

QWidget* Plot::widget() const { return m_plot; }
int Plot::left() const { return m_plot->axisRect()->left(); }
int Plot::right() const { return m_plot->axisRect()->right(); }
double Plot::top() const { return m_plot->yAxis->range().upper; }
double Plot::bottom() const { return m_plot->yAxis->range().lower; }
double Plot::yearAt(double x) const { return m_plot->xAxis->pixelToCoord(x); }

std::vector<double> Plot::values(FigureLine::Manner manner) const
{
    for (const auto& line : m_lines)
        if (line.manner == manner)
            return line.y;
    return {};
}

QVector<QPointF> Plot::points(PointKind kind) const
{
    QVector<QPointF> drawnPoints;
    if (const auto* graph = m_pointGraphs[static_cast<std::size_t>(kind)])
        for (const auto& point : *graph->data())
            drawnPoints << QPointF(point.key, point.value);
    return drawnPoints;
}

void Plot::setYears(double first, double last)
{
    m_plot->xAxis->setRange(first, last);
    m_isReplotDue = true; // with the next figure
}

void Plot::setLogarithmic(bool logarithmic) { m_isLogarithmic = logarithmic; }

QCPItemText* Plot::addText(const QString& text, const QColor& colour, double pixels, bool isBold)
{
    auto* item = new QCPItemText(m_plot);
    item->setClipToAxisRect(false);
    item->setText(text);
    item->setColor(colour);
    item->setFont(fontOf(pixels, isBold ? QFont::DemiBold : QFont::Normal));
    item->setPadding({0, 0, 0, 0});
    item->setSelectable(false);
    return item;
}

bool Plot::fitTop(const Figure& figure, bool hold)
{
    const auto range = m_plot->xAxis->range();
    const auto before = m_plot->yAxis->range();
    const double need = axisNeed(figure, range.lower, range.upper) * 1.02, floor = axisFloor(figure, range.lower, range.upper) * 1.02;
    const auto wished = figure.isDifference ? scaleAround(floor, need) : scaleFor(need);
    const bool isOther = figure.series != m_series || figure.isDifference != m_frame.isDifference;
    m_series = figure.series;
    // While a lever moves the axis holds still, and it shrinks only when a good part of it would stay empty.
    const bool isTooSmall = wished.top > m_scale.top || wished.bottom < m_scale.bottom;
    const bool isTooLarge = wished.top - wished.bottom < 0.7 * (m_scale.top - m_scale.bottom);
    if (isOther || (!hold && (isTooSmall || isTooLarge)))
        m_scale = wished;
    else if (isTooSmall)
        m_scale = {std::max(wished.top, m_scale.top), wished.step, std::min(wished.bottom, m_scale.bottom)};
    const bool isLog = m_isLogarithmic && !figure.isDifference; // a logarithm has no zero
    double bottom = m_scale.bottom;
    if (isLog) {
        double smallest = m_scale.top;
        for (const auto& line : figure.lines)
            for (std::size_t i = 0; i < line.x.size(); ++i)
                if (line.x[i] >= range.lower && line.x[i] <= range.upper && line.y[i] > 0)
                    smallest = std::min(smallest, line.y[i]);
        bottom = std::max(smallest * 0.8, m_scale.top / mostDecades);
    }
    const auto scale = isLog ? QCPAxis::stLogarithmic : QCPAxis::stLinear;
    if (before == QCPRange(bottom, m_scale.top) && m_plot->yAxis->scaleType() == scale && m_frame.tokens)
        return false;
    m_plot->yAxis->setScaleType(scale);
    m_plot->yAxis->setRange(bottom, m_scale.top);
    m_plot->yAxis->setTicker(isLog ? QSharedPointer<QCPAxisTicker>(new PowerTicker(m_language))
                                   : QSharedPointer<QCPAxisTicker>(new ValueTicker(m_scale.step, m_language)));
    return true;
}

Plot::Frame Plot::frameOf(const Figure& figure, const Tokens& tokens) const
{
    Frame frame;
    frame.series = figure.series;
    for (const auto& line : figure.lines)
        frame.lines.emplace_back(line.series, line.manner);
    for (const auto& mark : figure.marks)
        frame.marks.emplace_back(mark.time, mark.kind);
    frame.points = figure.points;
    if (const auto& band = figure.band)
        frame.bands = {!band->levelLow.empty(), true, !band->innerLow.empty(), !band->widestLow.empty()};
    for (const auto& line : figure.lines)
        frame.ranges.push_back(!line.low.empty());
    frame.tokens = &tokens;
    const int width = m_plot->parentWidget()->width();
    frame.isWide = width >= widePlot;
    const bool isFair = m_manner == PlotManner::Usual && width >= fairPlot; // a large one writes its change beside the lines instead
    frame.endMargin = m_manner == PlotManner::Small ? smallRightMargin
                    : frame.isWide                  ? wideRightMargin
                    : isFair                        ? fairRightMargin
                                                    : rightMargin;
    frame.isNarrow = width - leftMargin - frame.endMargin < narrowPlot;
    frame.isLogarithmic = m_isLogarithmic;
    frame.isDifference = figure.isDifference;
    frame.isTold = figure.told.has_value();
    frame.manner = m_manner;
    return frame;
}

/// Makes the items anew; `fill` gives them their values.
void Plot::build(const Figure& figure, const Tokens& tokens)
{
    m_plot->clearGraphs();
    m_plot->clearItems();
    m_labels.clear();
    m_lineGraphs.clear();
    m_bandGraphs.clear();
    m_rangeGraphs.clear();
    m_baseline.clear();
    m_part = nullptr;
    m_crosshair = nullptr;
    m_crosshairText = nullptr;
    m_edgeLabels.clear();
    m_beyondText = addText({}, tokens.muted, 10.5, false);
    m_beyondText->setLayer(m_words);
    m_beyondText->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_beyondText->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_beyondText->position->setCoords(1, 0);
    const bool isSmall = m_frame.manner == PlotManner::Small;
    m_plot->axisRect()->setMargins(
        {isSmall ? smallLeftMargin : leftMargin, isSmall ? smallTopMargin : topMargin, m_frame.endMargin, bottomMargin});
    qSharedPointerCast<QCPAxisTickerFixed>(m_plot->xAxis->ticker())->setTickStep(m_frame.isNarrow ? 4 : 2);
    stylePlot(*m_plot, tokens);
    if (figure.isDifference)
        m_plot->yAxis->grid()->setZeroLinePen(QPen(tokens.muted, 1));
    addMarks(figure, tokens);
    int companions = 0;
    const bool isOutput = !figure.lines.empty() && figure.lines.back().isOutput;
    addBands(isOutput ? tokens.text : colourOf(tokens, figure.colour), tokens);
    addRanges(figure, tokens);
    for (const auto& line : figure.lines)
        addLine(line, tokens, line.manner == FigureLine::Manner::Companion || line.manner == FigureLine::Manner::Part ? companions++ : 0);
    addPoints(figure.points, tokens);
    addTold(tokens);
}

Plot::Changed Plot::fill(const Figure& figure, bool hold)
{
    Changed changed;
    m_lines = figure.lines;
    m_told = figure.told;
    m_points = figure.points;
    m_band = figure.band;
    if (m_band)
        fillBand(*m_band);
    changed.words |= fillBeyond();
    auto range = m_rangeGraphs.begin();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        changed.words |= fillLine(m_lines[i], m_labels[i]);
        const bool isBaseline = m_lines[i].manner == FigureLine::Manner::Baseline;
        if (isBaseline)
            changed.ground |= fillBaseline(m_lines[i], m_lineGraphs[i], hold);
        else
            setCourse(*m_lineGraphs[i], m_lines[i]);
        if (!m_lines[i].low.empty() && (isBaseline || m_lines[i].manner == FigureLine::Manner::Companion))
            for (const auto* edge : {&m_lines[i].low, &m_lines[i].high}) {
                const auto first = isBaseline ? m_baselineFirst : 0;
                (*range++)->setData(drawn(m_lines[i].x, first), drawn(*edge, first), true);
            }
    }
    changed.words |= fillEdgeLabels();
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        m_marks[i].about = figure.marks[i];
    return changed;
}

void Plot::show(const Figure& figure, const Tokens& tokens, bool hold)
{
    const auto frame = frameOf(figure, tokens);
    bool isAllNew = fitTop(figure, hold);
    if (frame != m_frame) {
        m_frame = frame;
        isAllNew = true;
        build(figure, tokens);
    }
    auto changed = fill(figure, hold);
    if (m_crosshairAt && !m_crosshair) // the items were made anew, as when runs come in
        setCrosshair(m_crosshairAt, tokens);
    if (isAllNew || m_isReplotDue || changed.ground)
        return replotAll();
    changed.words |= placeLabels();
    changed.words |= placeTold();
    if (hold)
        changed.words |= nameMarks();
    else if (placeMarks())
        return replotAll();
    m_moving->replot();
    if (changed.words || !hold)
        m_words->replot();
}

/// Everything, when the event loop comes to it; the labels are placed after the layout.
void Plot::replotAll()
{
    m_isReplotDue = true;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Moves the labels at line ends apart where they would touch, keeping their order.
bool Plot::placeLabels()
{
    const auto* rect = m_plot->axisRect();
    std::vector<EndLabel> labels;
    for (const auto* some : {&m_labels, &m_edgeLabels})
        std::ranges::copy_if(*some, std::back_inserter(labels), [](const EndLabel& label) { return !label.item->text().isEmpty(); });
    std::ranges::stable_sort(labels, std::greater<>(), &EndLabel::y);
    std::vector<double> places;
    for (const auto& label : labels)
        places.push_back(std::max(m_plot->yAxis->coordToPixel(label.y), places.empty() ? rect->top() + 4.0 : places.back() + labelSpacing));
    double lowest = rect->bottom() - 2.0;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        *place = std::min(*place, lowest);
        lowest = *place - labelSpacing;
    }
    bool isOther = false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const QPointF place(rect->right() + 8, std::round(places[i]));
        isOther |= labels[i].item->position->coords() != place;
        labels[i].item->position->setCoords(place);
    }
    return isOther;
}

} // namespace chokepoint::ui
