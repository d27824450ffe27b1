// The time that is left for a move; off unless a person wants it.
#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>

namespace chokepoint::ui {

class RoundClock : public QLabel {
    Q_OBJECT
public:
    explicit RoundClock(QWidget* parent = nullptr);

    /// Begins a move of so many seconds; 0: there is no clock.
    void begin(int seconds);
    void stop();
    int secondsLeft() const;

signals:
    void over();

private:
    void tell();

    int m_seconds = 0;
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace chokepoint::ui
