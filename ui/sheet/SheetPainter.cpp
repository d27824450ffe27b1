// Paints plans, and pictures of them.
#include "sheet/SheetPainter.h"

#include <QPainter>

namespace chokepoint::ui {
namespace {

constexpr int paintedDots = 72; ///< dots an inch of a picture while it is painted: a point is a unit

/// Machado, Oliveira and Fernandes (2009), complete deuteranopia and tritanopia, over linear light.
constexpr double deuteranopia[3][3]{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
constexpr double tritanopia[3][3]{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}};

double linear(double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); }
double gamma(double part) { return part <= 0.0031308 ? part * 12.92 : 1.055 * std::pow(part, 1 / 2.4) - 0.055; }

QRgb seen(QRgb colour, Sight sight)
{
    if (sight == Sight::Grey) {
        const int grey = qGray(colour);
        return qRgb(grey, grey, grey);
    }
    const auto& matrix = sight == Sight::RedGreenBlind ? deuteranopia : tritanopia;
    const double parts[3]{linear(qRed(colour) / 255.0), linear(qGreen(colour) / 255.0), linear(qBlue(colour) / 255.0)};
    int result[3];
    for (int i = 0; i < 3; ++i) {
        const double light = matrix[i][0] * parts[0] + matrix[i][1] * parts[1] + matrix[i][2] * parts[2];
        result[i] = static_cast<int>(std::lround(gamma(std::clamp(light, 0.0, 1.0)) * 255));
    }
    return qRgb(result[0], result[1], result[2]);
}

} // namespace

void paintPlan(QPainter& painter, const SheetPlan& plan, const QRectF& room)
{
    const double scale = std::min(room.width() / plan.size.width(), room.height() / plan.size.height());
    const int dots = painter.device()->logicalDpiY();
    SheetStyle type;
    type.family = plan.family;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // a line that begins with an Arabic name still runs as it was laid out
    painter.translate(room.left() + (room.width() - plan.size.width() * scale) / 2, room.top());
    painter.scale(scale, scale);
    painter.fillRect(QRectF(QPointF(), plan.size), plan.ground);
    for (const auto& shape : plan.shapes) {
        painter.setPen(shape.pen);
        painter.setBrush(shape.fill.isValid() ? QBrush(shape.fill) : QBrush(Qt::NoBrush));
        painter.drawPath(shape.path);
    }
    if (!plan.logo.isNull())
        painter.drawImage(plan.logoBox, plan.logo);
    for (const auto& text : plan.texts) {
        painter.setFont(sheetFont(type, text.size, text.isBold, dots));
        painter.setPen(text.colour);
        painter.drawText(QPointF(text.box.left(), text.at.y()), text.words);
    }
    painter.restore();
}

void paintSheet(QPainter& painter, const Sheet& sheet, const QRectF& room)
{
    paintPlan(painter, planOf(sheet, *sheetPageNamed(QStringLiteral("column")), *sheetStyleNamed(QStringLiteral("print"))), room);
}

QImage pictureOf(const SheetPlan& plan, double dotsPerPoint)
{
    const QSize size(qRound(plan.size.width() * dotsPerPoint), qRound(plan.size.height() * dotsPerPoint));
    QImage image(size, QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(paintedDots / 0.0254));
    image.setDotsPerMeterY(qRound(paintedDots / 0.0254));
    image.fill(plan.ground);
    QPainter painter(&image);
    paintPlan(painter, plan, QRectF(QPointF(), QSizeF(size)));
    painter.end();
    const int dots = qRound(dotsPerPoint * 72 / 0.0254);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

QImage asSeen(const QImage& picture, Sight sight)
{
    auto image = picture.convertToFormat(QImage::Format_RGB32);
    std::map<QRgb, QRgb> known; // a figure has few colours
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const auto [at, isNew] = known.try_emplace(line[x]);
            if (isNew)
                at->second = seen(line[x], sight);
            line[x] = at->second;
        }
    }
    return image;
}

} // namespace chokepoint::ui
