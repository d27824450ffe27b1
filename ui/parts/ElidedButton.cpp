// Paints the shortened text.
#include "parts/ElidedButton.h"

#include "parts/DataText.h"

#include <QHelpEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolTip>

namespace chokepoint::ui {

QString ElidedButton::shown() const
{
    const int edges = sizeHint().width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return fontMetrics().elidedText(text(), Qt::ElideRight, width() - edges, Qt::TextShowMnemonic);
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = shown();
    painter.drawControl(QStyle::CE_PushButton, option);
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
