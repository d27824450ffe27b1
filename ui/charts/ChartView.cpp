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
constexpr double usualLast = 2032; ///< of the time axis; the years to 2035 come by zoom, or where something is told of them
constexpr double wholeLast = lastYear + 1.0;
} // namespace

struct ChartView::Impl {
    std::unique_ptr<Plot> plot;
    Figure figure;
    Manner manner = Manner::Usual;
    double last = usualLast;
    std::optional<double> chosenLast; ///< by a person
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
    setYears(m_impl->last);
}

ChartView::~ChartView() = default;

void ChartView::setFigure(const Figure& figure, bool hold)
{
    if (hold && figure == m_impl->figure)
        return; // most moves leave some charts as they are
    m_impl->figure = figure;
    const double last = m_impl->chosenLast.value_or(usualEnd());
    const bool isOther = hold ? last > m_impl->last : last != m_impl->last; // the axis does not shrink under a hand
    if (isOther)
        setYears(last);
    m_impl->plot->show(figure, tokensOf(*this), hold && !isOther);
    if (isOther)
        emit yearsChanged(firstYear, last);
}

double ChartView::usualEnd() const { return m_impl->figure.reach > usualLast ? wholeLast : usualLast; }

void ChartView::setYears(double last)
{
    m_impl->last = last;
    m_impl->plot->setYears(firstYear, last);
}

QSize ChartView::minimumSizeHint() const { return m_impl->manner == Manner::Small ? QSize(150, 100) : QSize(220, 150); }

void ChartView::setManner(Manner manner)
{
    m_impl->manner = manner;
    updateGeometry();
    m_impl->plot->setManner(manner == Manner::Large ? PlotManner::Large : manner == Manner::Small ? PlotManner::Small : PlotManner::Usual);
    m_impl->plot->show(m_impl->figure, tokensOf(*this), false);
}

QStringList ChartView::paintedTexts() const { return m_impl->plot->texts(); }
std::optional<QRectF> ChartView::toldPlace() const { return m_impl->plot->toldPlace(); }
std::optional<QRectF> ChartView::crosshairPlace() const { return m_impl->plot->crosshairPlace(); }

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

void ChartView::setWholeTime(bool whole) { zoomTo(whole ? std::optional(wholeLast) : std::nullopt); }

/// To a year that a person chooses, or back to where the axis ends by itself.
void ChartView::zoomTo(std::optional<double> last)
{
    m_impl->chosenLast = last;
    setYears(last.value_or(usualEnd()));
    m_impl->plot->show(m_impl->figure, tokensOf(*this), false);
    emit yearsChanged(firstYear, m_impl->last);
}

/// Arrows carry the cross-hair from quarter to quarter, plus and minus change the end of the time axis.
void ChartView::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step != 0) {
        const auto shown = static_cast<int>((m_impl->last - firstYear) * 4); // quarters on the axis
        m_impl->quarter = std::clamp(m_impl->quarter + step, 0, std::clamp(shown, 1, quarterCount) - 1);
        emit hovered(Quarter{m_impl->quarter}.middle());
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus) {
        zoomTo(std::clamp(m_impl->last + (event->key() == Qt::Key_Plus ? -1.0 : 1.0), 2026.0, wholeLast));
    } else if (event->key() == Qt::Key_Home) {
        zoomTo(std::nullopt);
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
        const double last = std::clamp(m_impl->last + (wheel->angleDelta().y() > 0 ? -1.0 : 1.0), 2026.0, wholeLast);
        zoomTo(last);
        return true;
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        zoomTo(std::nullopt);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), plainText(wordsAt(help->pos())), this);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chokepoint::ui
