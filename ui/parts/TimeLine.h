// A small time line of quarters on which changes stand as handles: added, dragged and removed with mouse or keys.
#pragma once

#include "api/Language.h"
#include "api/Quarter.h"

#include <QString>
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace chokepoint::ui {

/// A change on the line.
struct TimeMark {
    Quarter at;
    int over = 1; ///< quarters over which it ramps
    QString words; ///< for the tool tip and screen readers
};

/// One quarter, the cursor, is always chosen; the keys move it, and what stands under it can be moved and removed.
/// Left, Right, Page Up, Page Down, Home, End: the cursor; with Shift: the change under it. Up, Down: to the next change.
/// Return or Insert: add at the cursor. Delete: remove the change under it.
class TimeLine : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit TimeLine(const Language& language, QWidget* parent = nullptr);

    /// Changes in order of time, and quarters in which the record changes, drawn as quiet ticks.
    void setMarks(std::vector<TimeMark> marks);
    void setRecorded(std::vector<Quarter> recorded);
    const std::vector<TimeMark>& marks() const { return m_marks; }

    Quarter cursor() const { return m_cursor; }
    void setCursorAt(Quarter quarter);

    /// Where a quarter lies, in widget coordinates.
    QPoint pointAt(Quarter quarter) const;

    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {280, 58}; }
    QSize minimumSizeHint() const override { return {200, 58}; }

signals:
    void cursorMoved(Quarter quarter);
    void addAsked(Quarter quarter);
    /// `from` is where the change stood before the drag, whatever has been announced since.
    void moveAsked(Quarter from, Quarter to, bool isDragging);
    void dragEnded();
    void removeAsked(Quarter quarter);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void keyReleaseEvent(QKeyEvent*) override;
    bool event(QEvent*) override;

private:
    double xAt(double year) const;
    bool isNumbered(int year) const;
    Quarter quarterAt(double x) const;
    const TimeMark* markAt(Quarter quarter) const;
    const TimeMark* markNear(double x) const;
    void step(int quarters, bool takesChange);
    void letGo();
    void paintScale(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void describe();

    std::vector<TimeMark> m_marks;
    std::vector<Quarter> m_recorded;
    Quarter m_cursor = defaultStart;
    Language m_language;
    std::optional<Quarter> m_dragged; ///< where the change stood when the mouse button or the key went down
};

} // namespace chokepoint::ui
