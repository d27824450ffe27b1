// Counts down by the monotonic clock, so that a busy machine takes nothing from a move.
#include "pages/negotiate/RoundClock.h"

#include "look/Theme.h"

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int tickMs = 250, lastSeconds = 60;

} // namespace

RoundClock::RoundClock(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("roundClock"));
    setFont(fontOf(13, QFont::DemiBold));
    setMinimumWidth(80);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &RoundClock::tell);
    hide();
}

void RoundClock::begin(int seconds)
{
    m_seconds = seconds;
    setVisible(seconds > 0);
    if (seconds <= 0)
        return m_tick.stop();
    m_since.start();
    m_tick.start();
    tell();
}

void RoundClock::stop()
{
    m_tick.stop();
    hide();
}

int RoundClock::secondsLeft() const { return m_tick.isActive() ? std::max(0, m_seconds - static_cast<int>(m_since.elapsed() / 1000)) : 0; }

/// In its last minute it takes the colour of caution; nothing blinks.
void RoundClock::tell()
{
    const int left = secondsLeft();
    setText(tr("%1:%2 left").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0')));
    setStyled(*this, "role", left <= lastSeconds ? "caution" : "muted");
    if (left > 0)
        return;
    m_tick.stop();
    emit over();
}

} // namespace chokepoint::ui
