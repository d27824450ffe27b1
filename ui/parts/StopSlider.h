// A slider with named stops: levels one stop each, or a range of numbers with marks; a triangle at the status quo, words at the ends.
#pragma once

#include "parts/PaintedTexts.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace chokepoint::ui {

/// Positions run from 0 to 1. A stepped slider takes only the positions of its stops.
class StopSlider : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    /// `stops`: positions, rising; `isStepped`: only stops can be taken; `statusQuo`: where the triangle stands.
    StopSlider(std::vector<double> stops, bool isStepped, double statusQuo, QWidget* parent = nullptr);

    double position() const { return m_position; }
    void setPosition(double position); ///< emits nothing
    void setChanged(bool changed);     ///< draws the travelled part and the handle in the accent colour

    /// Words below the slider: at its two ends, and of each stop, which is named while the pointer or the focus is on it.
    void setWords(const QString& loose, const QString& tight, const QStringList& stops);
    /// Why the slider can not be moved, in the place of those words; nothing while it can.
    void setReason(const QString& reason);
    /// What stands below the slider now, from left to right.
    QStringList wordsBelow() const;
    QStringList paintedTexts() const override;

    /// Step of the arrow keys on a slider that is not stepped.
    void setKeyStep(double step) { m_keyStep = step; }

    QSize sizeHint() const override { return {160, tall}; }
    QSize minimumSizeHint() const override { return {80, tall}; }

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
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void leaveEvent(QEvent*) override;
    void wheelEvent(QWheelEvent*) override;

private:
    static constexpr int tall = 43;
    /// A word below the slider and its place.
    struct Word {
        QRect place;
        QString text;
        bool isNamed = false; ///< of the stop under pointer or focus
    };
    std::vector<Word> placedWords() const;
    std::optional<std::size_t> namedStop() const;
    void hover(std::optional<std::size_t> stop);
    void paintWords(QPainter& painter) const;
    double taken(double wished) const;
    void moveTo(double wished);
    void letGo();
    std::size_t nearestStop(double position) const;
    std::optional<std::size_t> stopNear(double x) const;

    std::vector<double> m_stops;
    bool m_isStepped;
    QString m_loose, m_tight, m_reason;
    QStringList m_names; ///< by stop
    std::optional<std::size_t> m_hovered;
    double m_statusQuo, m_position, m_keyStep = 0.01;
    bool m_isChanged = false, m_isDragging = false, m_isKeyDown = false;
};

} // namespace chokepoint::ui
