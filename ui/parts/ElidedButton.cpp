// Paints the shortened text.
#include "parts/ElidedButton.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QHelpEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolTip>

namespace chokepoint::ui {
namespace {

constexpr double noteSize = 11.5;
constexpr int besideNote = 8; ///< pixels

} // namespace

int ElidedButton::roomForName(const QString& note) const
{
    const int edges = sizeHint().width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return width() - edges - (note.isEmpty() ? 0 : QFontMetrics(fontOf(noteSize)).horizontalAdvance(note) + besideNote);
}

QString ElidedButton::shownNote() const
{
    const bool fits = fontMetrics().size(Qt::TextShowMnemonic, text()).width() <= roomForName(m_note);
    return fits || m_brief.isEmpty() ? m_note : m_brief;
}

QString ElidedButton::shown() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, roomForName(shownNote()), Qt::TextShowMnemonic);
}

void ElidedButton::setNote(const QString& note, bool isAccent, const QString& brief)
{
    if (note == m_note && isAccent == m_isAccent && brief == m_brief)
        return;
    m_note = note;
    m_brief = brief;
    m_isAccent = isAccent;
    setAccessibleDescription(note);
    update();
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = shown();
    painter.drawControl(QStyle::CE_PushButton, option);
    if (m_note.isEmpty())
        return;
    const auto& tokens = tokensOf(*this);
    painter.setFont(fontOf(noteSize));
    painter.setPen(m_isAccent ? tokens.accent : tokens.faint);
    painter.drawText(rect().adjusted(0, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter, shownNote());
}

/// A tool tip of its own goes before the whole text.
bool ElidedButton::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || shown() == text())
        return QPushButton::event(event);
    const auto whole = text().replace(QLatin1String("&&"), QLatin1String("&"));
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainText(whole), this);
    return true;
}

} // namespace chokepoint::ui
