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
    /// Words before the quarter: "from ".
    void setPrefix(const QString& words);

signals:
    void chosen(Quarter quarter);

private:
    void fill(QMenu& menu);
    void say();

    Quarter m_quarter;
    QString m_prefix;
};

} // namespace chokepoint::ui
