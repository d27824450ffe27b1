// Paints the shortened text.
#include "parts/ElidedLabel.h"

#include "parts/DataText.h"

#include <QPainter>
#include <QStyle>

namespace chokepoint::ui {

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(&painter, rect(), static_cast<int>(alignment()), palette(), isEnabled(), shown, foregroundRole());
    if (toolTip().isEmpty() && shown != text())
        setToolTip(plainText(text()));
}

} // namespace chokepoint::ui
