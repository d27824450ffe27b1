// Draws what libqrencode lays out.
#include "parts/QrCode.h"

#include <qrencode.h>

#include <memory>

namespace chokepoint::ui {

QImage qrPicture(std::string_view text, int pixelsOfDot)
{
    constexpr int edge = 4; // dots of white that the standard asks for
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return {};
    const int dots = code->width + 2 * edge;
    QImage picture(dots, dots, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                picture.setPixel(x + edge, y + edge, qRgb(0, 0, 0));
    return picture.scaled(dots * pixelsOfDot, dots * pixelsOfDot);
}

} // namespace chokepoint::ui
