// Asks for the room of the longest text.
#include "parts/RoomyLabel.h"

#include <algorithm>

namespace chokepoint::ui {

void RoomyLabel::showOneOf(const QStringList& texts, int place)
{
    setText(texts[place]);
    if (texts == m_texts)
        return;
    m_texts = texts;
    updateGeometry();
}

template <class Measure> int RoomyLabel::largest(Measure measure) const
{
    int most = measure(text());
    for (const auto& words : m_texts)
        most = std::max(most, measure(words));
    return most;
}

QSize RoomyLabel::sizeHint() const
{
    auto size = QLabel::sizeHint();
    if (!wordWrap())
        size.setWidth(largest([this](const QString& words) { return fontMetrics().horizontalAdvance(words) + 2 * margin(); }));
    return size;
}

QSize RoomyLabel::minimumSizeHint() const
{
    auto size = QLabel::minimumSizeHint();
    if (!wordWrap())
        size.setWidth(sizeHint().width());
    return size;
}

int RoomyLabel::heightForWidth(int width) const
{
    const int inner = width - 2 * margin();
    return largest([&](const QString& words) {
        const auto lines = fontMetrics().boundingRect(0, 0, inner, QWIDGETSIZE_MAX, Qt::TextWordWrap | int(alignment()), words);
        return std::max(lines.height(), fontMetrics().height()) + 2 * margin();
    });
}

} // namespace chokepoint::ui
