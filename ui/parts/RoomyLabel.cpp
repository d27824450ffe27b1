// Asks for the room of the longest text.
#include "parts/RoomyLabel.h"

#include "parts/Unparted.h"

#include <algorithm>

namespace chokepoint::ui {

void RoomyLabel::showOneOf(const QStringList& texts, int place)
{
    QStringList shown;
    for (const auto& words : texts)
        shown << unparted(words);
    setText(shown[place]);
    if (shown == m_texts)
        return;
    m_texts = shown;
    updateGeometry();
}

int RoomyLabel::heightForWidth(int width) const
{
    int most = QLabel::heightForWidth(width);
    for (const auto& words : m_texts)
        most = std::max(most, fontMetrics().boundingRect(0, 0, width, QWIDGETSIZE_MAX, Qt::TextWordWrap, words).height());
    return most;
}

} // namespace chokepoint::ui
