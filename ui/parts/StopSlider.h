// A slider with named stops: levels one stop each, or a range of numbers with marks; a triangle shows the status quo.
#pragma once

#include <QWidget>

#include <vector>

namespace chokepoint::ui {

/// Positions run from 0 to 1. A stepped slider takes only the positions of its stops.
class StopSlider : public QWidget {
    Q_OBJECT
public:
    /// `stops`: positions, rising; `isStepped`: only stops can be taken; `statusQuo`: where the triangle stands.
    StopSlider(std::vector<double> stops, bool isStepped, double statusQuo, QWidget* parent = nullptr);

    double position() const { return m_position; }
    void setPosition(double position); ///< emits nothing
    void setChanged(bool changed);     ///< draws the travelled part and the handle in the accent colour

    /// Step of the arrow keys on a slider that is not stepped.
    void setKeyStep(double step) { m_keyStep = step; }

    QSize sizeHint() const override { return {160, 30}; }
    QSize minimumSizeHint() const override { return {80, 30}; }

    /// Where a position lies, in widget coordinates; for tests and tool tips.
    QPoint pointAt(double position) const;

signals:
    /// `isHeld`: the mouse button or the key that moved it is still down, until released().
    void moved(double position, bool isHeld);
    void released();

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void keyReleaseEvent(QKeyEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void wheelEvent(QWheelEvent*) override;

private:
    double taken(double wished) const;
    void moveTo(double wished);
    void letGo();
    std::size_t nearestStop(double position) const;

    std::vector<double> m_stops;
    bool m_isStepped;
    double m_statusQuo, m_position, m_keyStep = 0.01;
    bool m_isChanged = false, m_isDragging = false, m_isKeyDown = false;
};

} // namespace chokepoint::ui
