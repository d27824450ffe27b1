// A button that names a quarter and opens a menu of years and quarters.
#pragma once

#include "Quarter.h"

#include <QToolButton>

namespace chokepoint::ui {

class QuarterPicker : public QToolButton {
    Q_OBJECT
public:
    explicit QuarterPicker(QWidget* parent = nullptr);

    Quarter quarter() const { return m_quarter; }
    void setQuarter(Quarter quarter); ///< emits nothing

signals:
    void chosen(Quarter quarter);

private:
    Quarter m_quarter;
};

} // namespace chokepoint::ui
