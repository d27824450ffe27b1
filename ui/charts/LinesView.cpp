// The widget around the plot of several scenarios: pointer, keys and what is read aloud.
#include "charts/LinesView.h"

#include "charts/LinesPlot.h"
#include "charts/PlotStyle.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {

LinesView::LinesView(const Language& language, QWidget* parent) : QWidget(parent), m_inside(std::make_unique<Inside>(language))
{
    setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_inside->plot = makePlot(this);
    calmPlot(*m_inside->plot);
    m_inside->plot->setMouseTracking(true);
    m_inside->plot->installEventFilter(this);
    layout->addWidget(m_inside->plot);
    connect(m_inside->plot, &QCustomPlot::afterLayout, this, [this] { m_inside->placeEnds(); });
}

LinesView::~LinesView() = default;

void LinesView::setFigure(const LinesFigure& figure)
{
    if (figure == m_inside->figure)
        return;
    m_inside->figure = figure;
    draw();
}

void LinesView::setSmall(bool isSmall)
{
    m_inside->isSmall = isSmall;
    draw();
}

void LinesView::draw() { m_inside->draw(tokensOf(*this)); }

QStringList LinesView::paintedTexts() const
{
    QStringList texts;
    for (int i = 0; i < m_inside->plot->itemCount(); ++i)
        if (const auto* item = qobject_cast<QCPItemText*>(m_inside->plot->item(i)); item && !item->text().isEmpty())
            texts << item->text();
    return texts;
}

std::vector<double> LinesView::shownValues(std::size_t line) const
{
    return line < m_inside->figure.lines.size() ? m_inside->figure.lines[line].y : std::vector<double>();
}

FigureBand LinesView::shownBand() const { return m_inside->figure.banded < 0 ? FigureBand() : m_inside->figure.band; }

std::pair<double, double> LinesView::shownAxis() const
{
    const auto range = m_inside->plot->yAxis->range();
    return {range.lower, range.upper};
}

double LinesView::pixelsOfStep() const
{
    const auto* axis = m_inside->plot->yAxis;
    const auto ticker = qSharedPointerCast<QCPAxisTickerFixed>(axis->ticker());
    return std::fabs(axis->coordToPixel(axis->range().lower + ticker->tickStep()) - axis->coordToPixel(axis->range().lower));
}

QVector<std::pair<QString, QRectF>> LinesView::endLabels() const
{
    QVector<std::pair<QString, QRectF>> labels;
    for (const auto& end : m_inside->ends) {
        const QFontMetricsF metrics(end.text->font());
        const auto place = end.text->position->coords();
        const QSizeF size(metrics.horizontalAdvance(end.text->text()), metrics.ascent());
        labels << std::pair(end.text->text(), QRectF(QPointF(place.x(), place.y() - size.height() / 2), size));
    }
    return labels;
}

std::optional<Quarter> LinesView::crosshair() const { return m_inside->at; }

/// What is read at the cross-hair is said too.
void LinesView::point(std::optional<Quarter> quarter)
{
    if (quarter == m_inside->at)
        return;
    m_inside->at = quarter;
    QStringList values;
    if (quarter)
        for (const auto& line : m_inside->figure.lines)
            values << text(
                Message("figure.read_out", {{"label", line.label},
                                            {"value", m_inside->valueAt(line, static_cast<std::size_t>(quarter->index)).toStdString()}}),
                m_inside->language);
    setAccessibleDescription(joined(values, MessageList::Joint::Semicolon, m_inside->language));
    draw();
}

void LinesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_inside && m_inside->plot)
        draw();
}

void LinesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    draw();
}

void LinesView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

bool LinesView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove && !m_inside->isSmall) {
        const double x = static_cast<QMouseEvent*>(event)->position().x();
        const auto* rect = m_inside->plot->axisRect();
        const auto quarter = static_cast<int>(std::floor((m_inside->plot->xAxis->pixelToCoord(x) - firstYear) * 4));
        const bool isInside = x >= rect->left() && x <= rect->right();
        point(isInside ? std::optional(Quarter{std::clamp(quarter, 0, quarterCount - 1)}) : std::nullopt);
    } else if (event->type() == QEvent::Wheel) {
        event->ignore(); // the page scrolls
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Arrows carry the cross-hair from quarter to quarter.
void LinesView::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    const int last = static_cast<int>((std::min(m_inside->figure.last, lastYear + 1.0) - firstYear) * 4) - 1;
    const int first = static_cast<int>((firstShownYear - firstYear) * 4);
    m_inside->keys = Quarter{std::clamp(m_inside->keys.index + (m_inside->at ? step : 0), first, last)};
    point(m_inside->keys);
}

void LinesView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(std::nullopt);
}

} // namespace chokepoint::ui
