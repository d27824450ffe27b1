// Draws the window small.
#include "export/SmallPicture.h"

#include <QBuffer>
#include <QPixmap>
#include <QWidget>

namespace chokepoint::ui {

QByteArray smallPicture(QWidget& window)
{
    constexpr int width = 480;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    window.grab().scaledToWidth(width, Qt::SmoothTransformation).save(&buffer, "PNG");
    return png;
}

} // namespace chokepoint::ui
