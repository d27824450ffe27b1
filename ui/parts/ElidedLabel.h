// A label that shortens its text with an ellipsis to the room it has, and shows the whole in its tool tip.
#pragma once

#include <QLabel>

namespace chokepoint::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr) : QLabel(parent) { setTextFormat(Qt::PlainText); }
    QSize minimumSizeHint() const override { return {24, fontMetrics().height() + 2 * margin()}; }

protected:
    void paintEvent(QPaintEvent*) override;
};

} // namespace chokepoint::ui
