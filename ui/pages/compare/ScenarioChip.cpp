// Paints the chip and reads the hand.
#include "pages/compare/ScenarioChip.h"

#include "look/ScenarioLines.h"
#include "parts/DataText.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace chokepoint::ui {
namespace {

constexpr int tall = 30, edge = 10, sample = 26, gap = 8, eyeWide = 15, crossSide = 22;
constexpr int widestName = 170; ///< pixels; a longer name is cut, and its tool tip has the whole

/// An eye, lit or not.
void drawEye(QPainter& painter, const QPointF& middle, const QColor& colour, bool isLit)
{
    QPainterPath lids;
    lids.moveTo(middle + QPointF(-7, 0));
    lids.quadTo(middle + QPointF(0, -8), middle + QPointF(7, 0));
    lids.quadTo(middle + QPointF(0, 8), middle + QPointF(-7, 0));
    painter.setPen(QPen(colour, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(lids);
    painter.setBrush(isLit ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(middle, 2.2, 2.2);
}

} // namespace

ScenarioChip::ScenarioChip(const QString& name, int place, bool isBaseline, QWidget* parent)
    : QAbstractButton(parent), m_name(name), m_place(place), m_isBaseline(isBaseline)
{
    setFont(fontOf(12.5, isBaseline ? QFont::Normal : QFont::DemiBold));
    setFocusPolicy(isBaseline ? Qt::NoFocus : Qt::StrongFocus);
    setAccessibleName(name);
    if (isBaseline) {
        setToolTip(plainText(tr("%1 is the baseline: what all are compared with.").arg(name)));
        return;
    }
    setCursor(Qt::PointingHandCursor);
    setToolTip(plainText(tr("%1: click for its band, drag to move it.").arg(name)));
    setBanded(false);
}

void ScenarioChip::setBanded(bool isBanded)
{
    m_isBanded = isBanded;
    setAccessibleDescription(isBanded ? tr("Its band is drawn.") : tr("Its band is not drawn."));
    update();
}

void ScenarioChip::setRemovable()
{
    m_cross = new QToolButton(this);
    m_cross->setObjectName(QStringLiteral("remove"));
    m_cross->setText(QStringLiteral("\u00d7"));
    m_cross->setAccessibleName(tr("Remove %1 from the comparison").arg(m_name));
    m_cross->setToolTip(tr("Takes it out of the comparison (Del)."));
    m_cross->setFocusPolicy(Qt::NoFocus); // Del does it
    m_cross->setProperty("role", "muted");
    m_cross->setStyleSheet(QStringLiteral("padding: 0;"));
    connect(m_cross, &QToolButton::clicked, this, &ScenarioChip::removed);
    updateGeometry();
}

int ScenarioChip::roomForName() const { return std::min(widestName, fontMetrics().horizontalAdvance(m_name) + 2); }

QString ScenarioChip::shown() const { return fontMetrics().elidedText(m_name, Qt::ElideRight, roomForName()); }

QStringList ScenarioChip::paintedTexts() const { return {shown()}; }

QSize ScenarioChip::sizeHint() const
{
    const int behind = m_isBaseline ? 0 : gap + eyeWide + (m_cross ? crossSide + 2 : 0);
    return {edge + sample + gap + roomForName() + behind + edge, tall};
}

void ScenarioChip::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    if (m_cross)
        m_cross->setGeometry(width() - edge / 2 - crossSide, (height() - crossSide) / 2, crossSide, crossSide);
}

void ScenarioChip::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = m_isBanded || hasFocus() || underMouse();
    painter.setPen(QPen(isLit && !m_isBaseline ? t.accent : t.edge, hasFocus() ? 2 : 1));
    painter.setBrush(m_isBaseline ? t.ground : m_isBanded ? t.tint : t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setPen(penOfScenario(t, m_place, 2.2, m_isBaseline));
    const double middle = height() / 2.0;
    painter.drawLine(QPointF(edge, middle), QPointF(edge + sample, middle));
    painter.setPen(m_isBaseline ? t.muted : t.text);
    painter.setFont(font());
    const int left = edge + sample + gap;
    painter.drawText(QRect(left, 0, roomForName() + 1, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown());
    if (!m_isBaseline)
        drawEye(painter, {left + roomForName() + gap + eyeWide / 2.0, middle}, m_isBanded ? t.accent : t.faint, m_isBanded);
}

bool ScenarioChip::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // the keys below are the chip's own while it has the focus
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)
            event->accept();
    }
    return QAbstractButton::event(event);
}

void ScenarioChip::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Delete && m_cross)
        emit removed();
    else if (step != 0 && event->modifiers() & Qt::ControlModifier)
        emit carried(step);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ScenarioChip::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    m_isDragged = false;
    QAbstractButton::mousePressEvent(event);
}

void ScenarioChip::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isBaseline && event->buttons() & Qt::LeftButton
        && (m_isDragged || (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance())) {
        m_isDragged = true;
        setDown(false);
        emit draggedTo(mapToParent(event->pos()));
        return;
    }
    QAbstractButton::mouseMoveEvent(event);
}

/// The end of a drag is no click.
void ScenarioChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isDragged) {
        m_isDragged = false;
        emit dropped();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace chokepoint::ui
