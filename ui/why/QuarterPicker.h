// A button that names a quarter and opens a menu of years and quarters.
#pragma once

#include "Quarter.h"

#include <QToolButton>

class QMenu;

namespace chokepoint::ui {

class QuarterPicker : public QToolButton {
    Q_OBJECT
public:
    explicit QuarterPicker(QWidget* parent = nullptr);

    Quarter quarter() const { return m_quarter; }
    void setQuarter(Quarter quarter); ///< emits nothing
    /// Whole years are named and chosen, by their last quarters; the quarter that is set stays.
    void setWholeYears(bool whole);

signals:
    void chosen(Quarter quarter);

private:
    Quarter m_quarter;
    bool m_isWhole = false;
    QMenu *m_quarters, *m_years;
};

} // namespace chokepoint::ui
