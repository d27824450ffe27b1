// Paints name and arrow, and keeps the note behind the name.
#include "window/ChoiceBox.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QPainterPath>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int tall = 32, narrowest = 68, leastName = 40, fairName = 120; ///< fair: enough of a name that is cut to tell which it is
constexpr int edge = 9, arrowRoom = 20, gap = 8; ///< pixels before the name, for the arrow, and between name and note

} // namespace

ChoiceBox::ChoiceBox(int widest, QWidget* parent) : QToolButton(parent), m_widest(widest)
{
    setProperty("role", "chosen");
    setPopupMode(QToolButton::InstantPopup);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(widest);
}

QSize ChoiceBox::sizeHint() const { return {m_widest, tall}; }

QSize ChoiceBox::minimumSizeHint() const { return {narrowest, tall}; }

void ChoiceBox::setNames(const QString& whole, const QString& shorter)
{
    if (whole == m_whole && shorter == m_shorter)
        return;
    m_whole = whole;
    m_shorter = shorter;
    setText(menuText(whole)); // for screen readers; it is painted below
    placeNote();
    update();
}

int ChoiceBox::roomForName() const
{
    const int note = m_note && !m_note->isHidden() ? m_note->sizeHint().width() + gap : 0;
    return width() - edge - arrowRoom - note;
}

QString ChoiceBox::shown() const
{
    const auto metrics = fontMetrics();
    if (metrics.horizontalAdvance(m_whole) <= roomForName())
        return m_whole;
    return metrics.elidedText(m_shorter, Qt::ElideRight, roomForName());
}

void ChoiceBox::setNote(QToolButton* note)
{
    m_note = note;
    note->setParent(this);
    placeNote();
}

void ChoiceBox::showNote(bool isWanted)
{
    m_isNoteWanted = isWanted;
    placeNote();
}

void ChoiceBox::placeNote()
{
    if (!m_note)
        return;
    const auto hint = m_note->sizeHint();
    const int all = width() - edge - arrowRoom, beside = all - hint.width() - gap;
    // where it is narrow, the whole name goes before the note
    const int name = std::min(fontMetrics().horizontalAdvance(m_whole), fontMetrics().horizontalAdvance(m_shorter));
    m_note->setVisible(m_isNoteWanted && (name > all ? beside >= fairName : beside >= leastName && name <= beside));
    const int left = edge + fontMetrics().horizontalAdvance(shown()) + gap;
    m_note->setGeometry(left, (height() - hint.height()) / 2, hint.width(), hint.height());
    update();
}

void ChoiceBox::resizeEvent(QResizeEvent* event)
{
    QToolButton::resizeEvent(event);
    placeNote();
}

void ChoiceBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const auto& t = tokensOf(*this);
    painter.setPen(t.text);
    painter.drawText(QRect(edge, 0, roomForName(), height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown());
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath arrow;
    const QPointF tip(width() - arrowRoom / 2.0 - 1, height() / 2.0 + 2.5);
    arrow.addPolygon(QPolygonF{tip, tip + QPointF(-4, -5), tip + QPointF(4, -5)});
    painter.fillPath(arrow, t.muted);
}

} // namespace chokepoint::ui
