// A button that shortens its text with an ellipsis to the room it has, and then shows the whole in its tool tip.
#pragma once

#include <QPushButton>

namespace chokepoint::ui {

class ElidedButton : public QPushButton {
    Q_OBJECT
public:
    using QPushButton::QPushButton;
    QSize minimumSizeHint() const override { return {48, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;

private:
    QString shown() const;
};

} // namespace chokepoint::ui
