// Draws the histogram with QCustomPlot.
#include "charts/HistogramView.h"

#include "look/Theme.h"
#include "charts/PlotStyle.h"
#include "parts/TableAction.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr double room = 1.38; ///< height of the plot over the highest bar, for the words of the marks
constexpr double barPart = 0.92;
constexpr int rowHeight = 15;

QVector<double> sharesOf(const Histogram& histogram)
{
    double all = 0;
    for (const auto count : histogram.counts)
        all += static_cast<double>(count);
    QVector<double> shares;
    for (const auto count : histogram.counts)
        shares << (all > 0 ? 100 * static_cast<double>(count) / all : 0);
    return shares;
}

} // namespace

HistogramView::HistogramView(const Language& language, QWidget* parent)
    : QWidget(parent),
      m_language(language),
      m_table(new TableAction(*this, language, [this] { return table(); })),
      m_plot(makePlot(this))
{
    setAccessibleName(tr("Distribution of the runs"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumHeight(220);
    calmPlot(*m_plot);
    writeWords(*m_plot, language, true);
    m_plot->axisRect()->setMargins({44, 8, 18, 42});
}

void HistogramView::setContent(const HistogramContent& content)
{
    m_content = content;
    m_table->renew();
    draw();
}

/// A row a bar: its ends, and the share of runs of either package in it.
FigureTable HistogramView::table() const
{
    const auto heads = {tr("From"), tr("To"), tr("Your package, % of runs"), tr("Baseline, % of runs")};
    FigureTable table{accessibleName().toStdString(), m_content.axis.toStdString(), {}, {}, false};
    for (const auto& head : heads)
        table.columns.push_back(head.toStdString());
    const auto here = sharesOf(m_content.scenario), there = sharesOf(m_content.baseline);
    const double wide = (m_content.scenario.high - m_content.scenario.low) / std::max(1.0, static_cast<double>(here.size()));
    for (qsizetype bar = 0; bar < here.size(); ++bar) {
        const double from = m_content.scenario.low + wide * static_cast<double>(bar);
        table.rows.push_back({numberCell(from, m_language), numberCell(from + wide, m_language), numberCell(here[bar], m_language),
                              bar < there.size() ? numberCell(there[bar], m_language) : FigureCell()});
    }
    return table;
}

void HistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void HistogramView::addLine(double value, const QPen& pen)
{
    auto* line = new QCPItemLine(m_plot);
    line->setPen(pen);
    line->start->setCoords(value, 0);
    line->end->setCoords(value, m_plot->yAxis->range().upper);
    line->setSelectable(false);
}

/// Beside the line of a mark, on the side where there is room.
void HistogramView::addWords(double value, const QString& words, const QColor& colour, int row)
{
    auto* name = new QCPItemText(m_plot);
    name->setText(words);
    name->setFont(fontOf(11));
    name->setColor(colour);
    name->setBrush(QBrush(tokensOf(*this).card));
    name->setPadding({3, 0, 3, 0});
    const bool isLeft = value < m_plot->xAxis->range().center();
    name->setPositionAlignment((isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    name->position->setTypeX(QCPItemPosition::ptPlotCoords);
    name->position->setTypeY(QCPItemPosition::ptAbsolute);
    name->position->setCoords(value, m_plot->axisRect()->top() + row * rowHeight);
}

void HistogramView::draw()
{
    const auto& t = tokensOf(*this);
    m_plot->clearPlottables();
    m_plot->clearItems();
    stylePlot(*m_plot, t);
    m_plot->xAxis->setLabel(m_content.axis);
    if (m_content.scenario.counts.empty()) {
        m_plot->replot(QCustomPlot::rpQueuedReplot);
        return;
    }

    const auto& all = m_content.scenario;
    const auto bars = static_cast<double>(all.counts.size());
    const bool isOne = all.high <= all.low; // all draws agree
    const double step = isOne ? std::max(1.0, std::abs(all.low)) / 40 : (all.high - all.low) / bars;
    const double first = isOne ? all.low - step / 2 : all.low;
    const auto with = sharesOf(m_content.scenario), without = sharesOf(m_content.baseline);
    QVector<double> middles, edges, outline;
    for (int i = 0; i < with.size(); ++i)
        middles << first + (i + 0.5) * step;
    for (int i = 0; i < without.size(); ++i) {
        edges << first + i * step << first + (i + 1) * step;
        outline << without[i] << without[i];
    }
    auto* columns = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    columns->setWidth(step * barPart);
    columns->setPen(Qt::NoPen);
    columns->setBrush(colourOf(t, m_content.colour));
    columns->setData(middles, with, true);
    auto* before = m_plot->addGraph();
    before->setPen(QPen(t.muted, 1.4, Qt::DashLine));
    before->setData(edges, outline, true);

    const double highest = std::max(*std::ranges::max_element(with), *std::ranges::max_element(without));
    m_plot->yAxis->setRange(0, highest * room);
    const double margin = isOne ? 20 * step : 0;
    m_plot->xAxis->setRange(first - margin, std::max(first + bars * step + margin, m_content.central));
    struct Mark {
        double value;
        QString words;
        QColor colour;
        Qt::PenStyle style;
        int row;
    };
    // each in a row of its own: the lines may lie close together
    const std::array<Mark, 4> marks{{{m_content.tenth, tr("1 run in 10 below"), t.muted, Qt::DotLine, 0},
                                     {m_content.ninetieth, tr("1 run in 10 above"), t.muted, Qt::DotLine, 1},
                                     {m_content.median, tr("half below"), t.muted, Qt::DotLine, 2},
                                     {m_content.central, tr("central run"), t.text, Qt::SolidLine, 3}}};
    for (const auto& mark : marks)
        addLine(mark.value, QPen(mark.colour, 1.4, mark.style));
    for (const auto& mark : marks) // after all lines, so that none runs through a word
        addWords(mark.value, mark.words, mark.colour, mark.row);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace chokepoint::ui
