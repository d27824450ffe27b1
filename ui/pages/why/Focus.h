// What the page Why explains: one series in one quarter.
#pragma once

#include "api/Quarter.h"

#include <QObject>

#include <cstddef>

namespace chokepoint::ui {

class Focus : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    std::size_t series() const { return m_series; }
    Quarter quarter() const { return m_quarter; }
    void set(std::size_t series, Quarter quarter)
    {
        if (series == m_series && quarter == m_quarter)
            return;
        m_series = series;
        m_quarter = quarter;
        emit changed();
    }

signals:
    void changed();

private:
    std::size_t m_series = 0;
    Quarter m_quarter{defaultStart.index + 7}; ///< the end of 2028
};

} // namespace chokepoint::ui
