// Draws with QCustomPlot.
#include "Plot.h"

#include "Words.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int leftMargin = 50, topMargin = 18, bottomMargin = 24;
constexpr int rightMargin = 104, wideRightMargin = 150; ///< for the labels at line ends
constexpr int widePlot = 620;                           ///< pixels from which there is room for longer labels
constexpr int gridLines = 4;
constexpr int narrowPlot = 190; ///< pixels below which every fourth year is written instead of every second
constexpr double labelSpacing = 14;
constexpr double outerTint = 0.16, innerTint = 0.32; ///< part of the line's colour in the band of 8 and of 5 runs in 10
constexpr double partTint = 0.55;
constexpr double mostDecades = 1e5; ///< height of a logarithmic axis

/// The smallest value not below `value` of which a quarter is a round number.
double roundTop(double value)
{
    if (!(value > 0))
        return 1;
    const double step = value / gridLines, power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double round : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0})
        if (step <= round * power * (1 + 1e-12))
            return gridLines * round * power;
    return gridLines * 10 * power;
}

/// Labels with as many decimals as the step needs.
class ValueTicker : public QCPAxisTickerFixed {
public:
    explicit ValueTicker(double step)
    {
        setTickStep(step);
        for (m_decimals = 0; m_decimals < 6 && std::fabs(step * std::pow(10, m_decimals) - std::round(step * std::pow(10, m_decimals))) > 1e-6;)
            ++m_decimals;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return QLocale(QLocale::English).toString(std::fabs(tick) < 1e-12 ? 0.0 : tick, 'f', std::fabs(tick) < 1e-12 ? 0 : m_decimals);
    }

private:
    int m_decimals = 0;
};

/// Powers of ten as plain numbers.
class PowerTicker : public QCPAxisTickerLog {
public:
    PowerTicker() { setSubTickCount(0); }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return QString::fromStdString(words::number(tick)); }
};

/// An opaque tint: `part` of the colour over the card.
QColor mixed(const QColor& colour, const QColor& card, double part)
{
    const auto mix = [&](int a, int b) { return static_cast<int>(part * a + (1 - part) * b + 0.5); };
    return {mix(colour.red(), card.red()), mix(colour.green(), card.green()), mix(colour.blue(), card.blue())};
}

QColor lineColour(const ChartLine& line, const Tokens& t, int companion)
{
    if (line.manner == ChartLine::Manner::Baseline)
        return t.muted;
    if (line.manner == ChartLine::Manner::Part) {
        const std::array<QColor, 7> colours{t.green, t.vermillion, t.blue, t.orange, t.purple, t.sky, t.muted};
        return colours[static_cast<std::size_t>(companion) % colours.size()];
    }
    if (line.manner == ChartLine::Manner::Companion) {
        // limits take the colours of the strip of what binds
        const std::array<std::pair<QLatin1String, QColor>, 3> limits{
            {{QLatin1String("logic"), t.sky}, {QLatin1String("hbm"), t.blue}, {QLatin1String("packaging"), t.green}}};
        for (const auto& [prefix, colour] : limits)
            if (line.id.startsWith(prefix))
                return colour;
        return companion % 2 == 0 ? t.muted : t.faint;
    }
    return colourOfSeries(t, line.id);
}

} // namespace

Plot::Plot(QWidget* parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setAutoAddPlottableToLegend(false);
    m_plot->setMouseTracking(true);
    m_plot->setBufferDevicePixelRatio(m_plot->devicePixelRatioF());
    auto* rect = m_plot->axisRect();
    rect->setAutoMargins(QCP::msNone);
    rect->setMargins({leftMargin, topMargin, rightMargin, bottomMargin});
    m_plot->plotLayout()->setMargins({0, 0, 0, 0});
    QSharedPointer<QCPAxisTickerFixed> years(new QCPAxisTickerFixed);
    years->setTickStep(2);
    m_plot->xAxis->setTicker(years);
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setNumberPrecision(0);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis->setSubTicks(false);
    m_plot->xAxis->setTickLabelPadding(6); // clear of the zero of the other axis
    m_plot->yAxis->setSubTicks(false);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->setTickPen(Qt::NoPen);
    m_plot->yAxis->grid()->setSubGridVisible(false);
    QObject::connect(m_plot, &QCustomPlot::afterLayout, m_plot, [this] { placeLabels(); });
}

QWidget* Plot::widget() const { return m_plot; }
int Plot::left() const { return m_plot->axisRect()->left(); }
int Plot::right() const { return m_plot->axisRect()->right(); }
double Plot::top() const { return m_plot->yAxis->range().upper; }
double Plot::bottom() const { return m_plot->yAxis->range().lower; }
double Plot::yearAt(double x) const { return m_plot->xAxis->pixelToCoord(x); }

QVector<double> Plot::values(ChartLine::Manner manner) const
{
    for (const auto& line : m_lines)
        if (line.manner == manner)
            return line.y;
    return {};
}

void Plot::setYears(double first, double last) { m_plot->xAxis->setRange(first, last); }

void Plot::setLogarithmic(bool logarithmic) { m_isLogarithmic = logarithmic; }

void Plot::style(const Tokens& t)
{
    m_plot->setBackground(QBrush(t.card));
    for (auto* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(t.muted);
        axis->setTickLabelFont(fontOf(11));
    }
    m_plot->xAxis->setBasePen(QPen(t.line, 1));
    m_plot->xAxis->setTickPen(QPen(t.line, 1));
    m_plot->yAxis->grid()->setPen(QPen(t.grid, 1));
    m_plot->yAxis->grid()->setZeroLinePen(QPen(t.line, 1));
}

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

void Plot::addLine(const ChartLine& line, const Tokens& t, int companion)
{
    const auto colour = lineColour(line, t, companion);
    auto* graph = m_plot->addGraph();
    QPen pen(colour, line.manner == ChartLine::Manner::Present ? 2.2 : 1.4);
    if (line.manner == ChartLine::Manner::Baseline)
        pen.setDashPattern({4, 3});
    pen.setJoinStyle(Qt::RoundJoin);
    graph->setPen(pen);
    graph->setData(line.x, line.y, true);
    if (line.manner == ChartLine::Manner::Part) { // fills down to the part below it
        graph->setPen(QPen(t.card, 1));
        graph->setBrush(mixed(colour, t.card, partTint));
        if (m_part)
            graph->setChannelFillGraph(m_part);
        m_part = graph;
    }

    const double last = m_plot->xAxis->range().upper;
    const auto beyond = std::upper_bound(line.x.begin(), line.x.end(), last);
    const auto lastShown = std::max<qsizetype>(0, beyond - line.x.begin() - 1);
    const double y = line.y[lastShown] - (line.own.isEmpty() ? 0 : line.own[lastShown] / 2);
    auto* label = addText(line.label, colour, 11, line.manner == ChartLine::Manner::Present);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->position->setType(QCPItemPosition::ptAbsolute);
    const QFontMetrics metrics(label->font());
    label->setText(metrics.elidedText(line.label, Qt::ElideRight, m_plot->axisRect()->margins().right() - 10));
    m_labels << EndLabel{label, y};
}

/// Opaque tints of the line's colour, the wider range first: right in print and in grey as well.
void Plot::addBand(const ChartBand& band, const QColor& colour, const Tokens& t)
{
    const auto range = [&](const QVector<double>& low, const QVector<double>& high, double part) {
        auto* bottom = m_plot->addGraph();
        bottom->setPen(Qt::NoPen);
        bottom->setData(band.x, low, true);
        auto* top = m_plot->addGraph();
        top->setPen(Qt::NoPen);
        top->setData(band.x, high, true);
        top->setBrush(mixed(colour, t.card, part));
        top->setChannelFillGraph(bottom);
    };
    range(band.low, band.high, outerTint);
    range(band.innerLow, band.innerHigh, innerTint);
}

void Plot::addPoints(const QVector<ChartPoint>& points, const Tokens& t)
{
    for (const bool isExpectation : {false, true}) {
        auto* graph = m_plot->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        const QPen pen(isExpectation ? t.faint : t.text, 1.4);
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, pen, isExpectation ? QBrush(t.card) : QBrush(t.text), isExpectation ? 7 : 6));
        for (const auto& point : points) {
            if (point.isExpectation != isExpectation)
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

void Plot::fitTop(const ChartContent& content, bool hold)
{
    const auto range = m_plot->xAxis->range();
    double largest = 0;
    const auto take = [&](double x, double y) {
        if (x >= range.lower && x <= range.upper)
            largest = std::max(largest, y);
    };
    for (const auto& line : content.lines)
        for (qsizetype i = 0; i < line.x.size(); ++i)
            take(line.x[i], line.y[i]);
    if (content.band)
        for (qsizetype i = 0; i < content.band->x.size(); ++i)
            take(content.band->x[i], content.band->high[i]);
    for (const auto& point : content.points)
        take(point.x, std::max(point.y, point.high.value_or(point.y)));
    const double wished = roundTop(largest * 1.02);
    const bool isOther = content.series != m_series;
    m_series = content.series;
    // While a lever moves the axis holds still, and it shrinks only when a good part of it would stay empty.
    if (isOther || wished > m_top || (!hold && wished < 0.7 * m_top))
        m_top = wished;
    if (m_isLogarithmic) {
        double smallest = m_top;
        for (const auto& line : content.lines)
            for (qsizetype i = 0; i < line.x.size(); ++i)
                if (line.x[i] >= range.lower && line.x[i] <= range.upper && line.y[i] > 0)
                    smallest = std::min(smallest, line.y[i]);
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
        m_plot->yAxis->setRange(std::max(smallest * 0.8, m_top / mostDecades), m_top);
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PowerTicker));
        return;
    }
    m_plot->yAxis->setScaleType(QCPAxis::stLinear);
    m_plot->yAxis->setRange(0, m_top);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new ValueTicker(m_top / gridLines)));
}

void Plot::show(const ChartContent& content, const Tokens& tokens, bool hold)
{
    m_plot->clearGraphs();
    m_plot->clearItems();
    m_labels.clear();
    m_part = nullptr;
    m_crosshair = nullptr;
    m_crosshairText = nullptr;
    m_lines = content.lines;
    m_band = content.band;
    m_plot->axisRect()->setMargins({leftMargin, topMargin, m_plot->parentWidget()->width() >= widePlot ? wideRightMargin : rightMargin, bottomMargin});
    style(tokens);
    fitTop(content, hold);
    addMarks(content, tokens);
    int companions = 0;
    if (content.band)
        addBand(*content.band, colourOfSeries(tokens, content.series), tokens);
    for (const auto& line : content.lines)
        addLine(line, tokens, line.manner == ChartLine::Manner::Companion || line.manner == ChartLine::Manner::Part ? companions++ : 0);
    addPoints(content.points, tokens);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Moves the labels at line ends apart where they would touch, keeping their order.
void Plot::placeLabels()
{
    const auto* rect = m_plot->axisRect();
    const auto years = qSharedPointerCast<QCPAxisTickerFixed>(m_plot->xAxis->ticker());
    years->setTickStep(rect->width() < narrowPlot ? 4 : 2);
    auto labels = m_labels;
    std::ranges::stable_sort(labels, std::greater<>(), &EndLabel::y);
    QVector<double> places;
    for (const auto& label : labels)
        places << std::max(m_plot->yAxis->coordToPixel(label.y), places.isEmpty() ? rect->top() + 4.0 : places.back() + labelSpacing);
    for (qsizetype i = places.size() - 1; i >= 0; --i)
        places[i] = std::min(places[i], i == places.size() - 1 ? rect->bottom() - 2.0 : places[i + 1] - labelSpacing);
    for (qsizetype i = 0; i < labels.size(); ++i)
        labels[i].item->position->setCoords(rect->right() + 8, places[i]);
    placeMarks();
}

void Plot::setCrosshair(std::optional<double> year, const Tokens& t)
{
    if (!m_crosshair) {
        if (!year)
            return;
        m_crosshair = new QCPItemLine(m_plot);
        for (auto* end : {m_crosshair->start, m_crosshair->end}) {
            end->setTypeX(QCPItemPosition::ptPlotCoords);
            end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        m_crosshairText = addText({}, t.text, 11, false);
        m_crosshairText->position->setType(QCPItemPosition::ptAxisRectRatio);
        m_crosshairText->position->setCoords(0, 0);
        m_crosshairText->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_crosshairText->setTextAlignment(Qt::AlignLeft);
        m_crosshairText->setPadding({6, 4, 6, 4});
    }
    m_crosshair->setVisible(year.has_value());
    m_crosshairText->setVisible(year.has_value());
    if (year) {
        m_crosshair->setPen(QPen(t.muted, 1));
        m_crosshair->start->setCoords(*year, 0);
        m_crosshair->end->setCoords(*year, 1);
        const Quarter quarter{std::clamp(static_cast<int>((*year - firstYear) * 4), 0, quarterCount - 1)};
        QString text = QString::fromStdString(words::quarter(quarter));
        for (const auto& line : m_lines)
            text += QStringLiteral("\n%1: %2").arg(line.label, QString::fromStdString(words::number(line.own.isEmpty() ? line.y[quarter.index] : line.own[quarter.index])));
        m_crosshairText->setText(text);
        m_crosshairText->setColor(t.text);
        m_crosshairText->setBrush(QBrush(t.card));
        m_crosshairText->setPen(QPen(t.line));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace chokepoint::ui
