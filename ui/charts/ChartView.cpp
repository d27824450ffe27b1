// Draws a chart with QCustomPlot.
#include "charts/ChartView.h"

#include "look/Theme.h"
#include "charts/Plot.h"
#include "parts/DataText.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {
constexpr double usualEnd = 2032; ///< of the time axis; the years to 2035 come by zoom
} // namespace

struct ChartView::Impl {
    std::unique_ptr<Plot> plot;
    Figure figure;
    double first = firstYear, last = usualEnd;
    int quarter = defaultStart.index; ///< where the keys have carried the cross-hair
};

ChartView::ChartView(const Language& language, QWidget* parent) : QWidget(parent), m_impl(std::make_unique<Impl>())
{
    setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_impl->plot = std::make_unique<Plot>(language, this);
    m_impl->plot->widget()->installEventFilter(this);
    layout->addWidget(m_impl->plot->widget());
    setYears(m_impl->first, m_impl->last);
}

ChartView::~ChartView() = default;

void ChartView::setFigure(const Figure& figure, bool hold)
{
    if (hold && figure == m_impl->figure)
        return; // most moves leave some charts as they are
    m_impl->figure = figure;
    m_impl->plot->show(figure, tokensOf(*this), hold);
}

void ChartView::setYears(double first, double last)
{
    m_impl->first = first;
    m_impl->last = last;
    m_impl->plot->setYears(first, last);
}

void ChartView::setLogarithmic(bool logarithmic)
{
    m_impl->plot->setLogarithmic(logarithmic);
    m_impl->plot->show(m_impl->figure, tokensOf(*this), false);
}

bool ChartView::isLogarithmic() const { return m_impl->plot->isLogarithmic(); }
std::optional<FigureBand> ChartView::shownBand() const { return m_impl->plot->band(); }
QVector<std::pair<QString, QRectF>> ChartView::markNames() const { return m_impl->plot->markNames(); }
QString ChartView::wordsAt(QPointF place) const { return m_impl->plot->wordsAt(place); }
QString ChartView::beyondLabel() const { return m_impl->plot->beyondLabel(); }
double ChartView::lastYearShown() const { return m_impl->last; }
double ChartView::axisBottom() const { return m_impl->plot->bottom(); }

void ChartView::setCrosshair(std::optional<double> year) { m_impl->plot->setCrosshair(year, tokensOf(*this)); }

int ChartView::plotLeft() const { return m_impl->plot->left(); }
int ChartView::plotRight() const { return m_impl->plot->right(); }
double ChartView::axisTop() const { return m_impl->plot->top(); }

std::vector<double> ChartView::shownValues(FigureLine::Manner manner) const { return m_impl->plot->values(manner); }
QVector<QPointF> ChartView::shownPoints(PointKind kind) const { return m_impl->plot->points(kind); }

void ChartView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_impl)
        m_impl->plot->show(m_impl->figure, tokensOf(*this), true);
}

/// A wide chart has room for longer labels.
void ChartView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_impl->plot->show(m_impl->figure, tokensOf(*this), true);
}

void ChartView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    emit left();
}

void ChartView::setWholeTime(bool whole) { zoomTo(whole ? lastYear + 1.0 : usualEnd); }

void ChartView::zoomTo(double last)
{
    setYears(firstYear, last);
    m_impl->plot->show(m_impl->figure, tokensOf(*this), false);
    emit yearsChanged(m_impl->first, last);
}

/// Arrows carry the cross-hair from quarter to quarter, plus and minus change the end of the time axis.
void ChartView::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step != 0) {
        m_impl->quarter = std::clamp(m_impl->quarter + step, 0, quarterCount - 1);
        emit hovered(Quarter{m_impl->quarter}.middle());
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus) {
        zoomTo(std::clamp(m_impl->last + (event->key() == Qt::Key_Plus ? -1.0 : 1.0), 2026.0, lastYear + 1.0));
    } else if (event->key() == Qt::Key_Home) {
        zoomTo(usualEnd);
    } else {
        QWidget::keyPressEvent(event);
    }
}

/// The cross-hair shows where the keys are.
void ChartView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        emit hovered(Quarter{m_impl->quarter}.middle());
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    emit left();
}

bool ChartView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto x = static_cast<QMouseEvent*>(event)->position().x();
        if (x >= plotLeft() && x <= plotRight())
            emit hovered(m_impl->plot->yearAt(x));
        else
            emit left();
    } else if (event->type() == QEvent::Wheel) {
        auto* wheel = static_cast<QWheelEvent*>(event);
        if (!(wheel->modifiers() & Qt::ControlModifier)) {
            event->ignore(); // without Control the page scrolls
            return true;
        }
        const double last = std::clamp(m_impl->last + (wheel->angleDelta().y() > 0 ? -1.0 : 1.0), 2026.0, lastYear + 1.0);
        zoomTo(last);
        return true;
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        zoomTo(usualEnd);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), plainText(wordsAt(help->pos())), this);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chokepoint::ui
