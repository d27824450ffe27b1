// Qt's style Fusion with marks of our own: ticks in boxes and menus in the colours of the theme, and buttons of dialogs without pictures.
#pragma once

#include <QProxyStyle>

namespace chokepoint::ui {

class LookStyle : public QProxyStyle {
    Q_OBJECT
public:
    LookStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const override;
};

} // namespace chokepoint::ui
