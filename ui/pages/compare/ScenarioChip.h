// One scenario of a comparison as a chip: its line, its name, and an eye that says whose band is drawn.
#pragma once

#include "parts/PaintedTexts.h"

#include <QAbstractButton>

class QToolButton;

namespace chokepoint::ui {

/// A click draws its band. It is dragged, or carried by Ctrl and an arrow, to another place, and taken away by Del or its cross.
class ScenarioChip : public QAbstractButton, public PaintedTexts {
    Q_OBJECT
public:
    /// `place` decides hue and dash; that of the baseline is quiet and answers nothing.
    ScenarioChip(const QString& name, int place, bool isBaseline, QWidget* parent);

    void setBanded(bool isBanded);
    bool isBanded() const { return m_isBanded; }
    /// Gives it a cross.
    void setRemovable();

    QStringList paintedTexts() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removed();
    void carried(int step);
    void draggedTo(const QPoint& place); ///< in the widget that holds it, while it is dragged
    void dropped();

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;

private:
    QString shown() const;
    int roomForName() const;

    QString m_name;
    int m_place;
    bool m_isBaseline, m_isBanded = false, m_isDragged = false;
    QPoint m_pressed;
    QToolButton* m_cross = nullptr;
};

} // namespace chokepoint::ui
