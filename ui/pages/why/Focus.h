// What the page Why explains: one series in one year or quarter.
#pragma once

#include "api/Period.h"

#include <QObject>

#include <cstddef>

namespace chokepoint::ui {

class Focus : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    std::size_t series() const { return m_series; }
    const Period& period() const { return m_period; }
    void set(std::size_t series, Period period)
    {
        if (series == m_series && period == m_period)
            return;
        m_series = series;
        m_period = period;
        emit changed();
    }

signals:
    void changed();

private:
    std::size_t m_series = 0;
    Period m_period = Period::ofYear(2028);
};

} // namespace chokepoint::ui
