// A segmented control: a few levels side by side, one of them taken.
#pragma once

#include "parts/PaintedTexts.h"

#include <QStringList>
#include <QWidget>

namespace chokepoint::ui {

class Segments : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit Segments(const QStringList& labels, QWidget* parent = nullptr);

    int current() const { return m_current; }
    void setLabels(const QStringList& labels); ///< the first is taken where the one that was is gone; emits nothing
    void setCurrent(int index);                ///< emits nothing
    void setChanged(bool changed);
    void setStatusQuo(int index); ///< marked by a small triangle
    void setSegmentToolTips(const QStringList& tips) { m_tips = tips; }

    /// True while the key is down that chose the level, until released().
    bool isHeld() const { return m_isKeyDown; }

    QRect segment(int index) const; ///< in widget coordinates
    QStringList paintedTexts() const override { return m_labels; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

signals:
    void chosen(int index);
    void released();

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void keyReleaseEvent(QKeyEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    void choose(int index);
    void letGo();
    int indexAt(const QPoint& point) const;

    QStringList m_labels, m_tips;
    int m_current = 0, m_statusQuo = -1;
    bool m_isChanged = false, m_isKeyDown = false;
};

} // namespace chokepoint::ui
