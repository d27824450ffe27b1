// Sets what all plots share.
#include "charts/PlotStyle.h"

#include "charts/Ticks.h"

#include <qcustomplot.h>

#include <cmath>

namespace chokepoint::ui {
namespace {

class WordTicker : public QCPAxisTicker {
public:
    explicit WordTicker(const Language& language) : m_language(language) {}
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return tickWords(tick, m_language); }

private:
    Language m_language;
};

class YearTicker : public QCPAxisTickerFixed {
public:
    explicit YearTicker(const Language& language) : m_language(language) {}
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return text(Message("figure.year", {{"year", static_cast<int>(std::lround(tick))}}), m_language);
    }

private:
    Language m_language;
};

class PlotWithRoom : public QCustomPlot {
public:
    using QCustomPlot::QCustomPlot;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        if (!size().isEmpty())
            QCustomPlot::resizeEvent(event);
    }
};

} // namespace

QCustomPlot* makePlot(QWidget* parent) { return new PlotWithRoom(parent); }

void calmPlot(QCustomPlot& plot)
{
    plot.setBufferDevicePixelRatio(plot.devicePixelRatioF());
    plot.setAutoAddPlottableToLegend(false);
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.plotLayout()->setMargins({0, 0, 0, 0});
    plot.xAxis->setSubTicks(false);
    plot.xAxis->grid()->setVisible(false);
    plot.yAxis->setSubTicks(false);
    plot.yAxis->setBasePen(Qt::NoPen);
    plot.yAxis->setTickPen(Qt::NoPen);
}

void writeWords(QCustomPlot& plot, const Language& language, bool alsoAcross)
{
    plot.yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WordTicker(language)));
    if (alsoAcross)
        plot.xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WordTicker(language)));
}

void writeYears(QCustomPlot& plot, const Language& language, int step)
{
    QSharedPointer<YearTicker> years(new YearTicker(language));
    years->setTickStep(step);
    plot.xAxis->setTicker(years);
}

void stylePlot(QCustomPlot& plot, const Tokens& t)
{
    plot.setBackground(QBrush(t.card));
    for (auto* axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelColor(t.muted);
        axis->setTickLabelFont(fontOf(11));
        axis->setLabelColor(t.muted);
        axis->setLabelFont(fontOf(11));
    }
    plot.xAxis->setBasePen(QPen(t.line, 1));
    plot.xAxis->setTickPen(QPen(t.line, 1));
    plot.yAxis->grid()->setPen(QPen(t.grid, 1));
    plot.yAxis->grid()->setZeroLinePen(QPen(t.line, 1));
}

QCPItemLine* verticalLine(QCustomPlot& plot, double year, const QPen& pen)
{
    auto* line = new QCPItemLine(&plot);
    line->setPen(pen);
    line->setSelectable(false);
    for (auto* end : {line->start, line->end}) {
        end->setTypeX(QCPItemPosition::ptPlotCoords);
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->start->setCoords(year, 0);
    line->end->setCoords(year, 1);
    return line;
}

} // namespace chokepoint::ui
