// Draws the histogram with QCustomPlot.
#include "charts/BandHistogramView.h"

#include "charts/PlotStyle.h"
#include "look/Theme.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {
constexpr double bandBarPart = 0.86, bandRoom = 1.12;
constexpr int paleness = 46; ///< of 255, of what chance gives
} // namespace

BandHistogramView::BandHistogramView(const Language& language, QWidget* parent)
    : QWidget(parent),
      m_language(language),
      m_table(new TableAction(*this, language, [this] { return table(); })),
      m_plot(makePlot(this))
{
    setAccessibleName(tr("Figures in each tenth of the band"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumHeight(200);
    calmPlot(*m_plot);
    writeWords(*m_plot, language, true);
    m_plot->axisRect()->setMargins({52, 8, 18, 42});
}

void BandHistogramView::setContent(const BandHistogram& content)
{
    m_content = content;
    QStringList counts;
    for (const auto count : content.counts)
        counts << QString::number(count);
    const auto inWords = joined(counts, MessageList::Joint::Comma, m_language);
    setAccessibleDescription(tr("Figures in each tenth of the band, from below: %1").arg(inWords));
    m_table->renew();
    draw();
}

FigureTable BandHistogramView::table() const
{
    const auto heads = {tr("Tenth"), tr("Figures"), tr("Expected")};
    FigureTable table{accessibleName().toStdString(), {}, {}, {}, false};
    for (const auto& head : heads)
        table.columns.push_back(head.toStdString());
    for (std::size_t tenth = 0; tenth < m_content.counts.size(); ++tenth)
        table.rows.push_back({numberCell(static_cast<double>(tenth + 1), m_language),
                              numberCell(static_cast<double>(m_content.counts[tenth]), m_language),
                              numberCell(m_content.expected, m_language)});
    return table;
}

QVector<double> BandHistogramView::bars() const
{
    QVector<double> heights;
    for (int i = 0; i < m_plot->plottableCount(); ++i)
        if (const auto* columns = qobject_cast<QCPBars*>(m_plot->plottable(i)))
            for (const auto& bar : *columns->data())
                heights << bar.value;
    return heights;
}

void BandHistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void BandHistogramView::draw()
{
    const auto& t = tokensOf(*this);
    m_plot->clearPlottables();
    m_plot->clearItems();
    stylePlot(*m_plot, t);
    const double width = 100.0 / static_cast<double>(m_content.counts.size());
    QVector<double> middles, counts;
    for (const auto count : m_content.counts) {
        middles << (static_cast<double>(middles.size()) + 0.5) * width;
        counts << static_cast<double>(count);
    }
    m_plot->xAxis->setLabel(tr("Share of the band below the figure, %"));
    m_plot->yAxis->setLabel(tr("Figures"));
    m_plot->xAxis->setRange(0, 100);
    m_plot->yAxis->setRange(0, std::max({1.0, *std::ranges::max_element(counts), m_content.high}) * bandRoom);

    auto* chance = new QCPItemRect(m_plot);
    auto pale = t.muted;
    pale.setAlpha(paleness);
    chance->setBrush(pale);
    chance->setPen(Qt::NoPen);
    chance->setSelectable(false);
    chance->topLeft->setCoords(0, m_content.high);
    chance->bottomRight->setCoords(100, m_content.low);
    auto* columns = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    columns->setWidth(width * bandBarPart);
    columns->setPen(Qt::NoPen);
    columns->setBrush(colourOf(t, ColourClass::Blue));
    columns->setData(middles, counts, true);
    auto* expected = new QCPItemLine(m_plot);
    expected->setPen(QPen(t.text, 1.4, Qt::DashLine));
    expected->setSelectable(false);
    expected->start->setCoords(0, m_content.expected);
    expected->end->setCoords(100, m_content.expected);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace chokepoint::ui
