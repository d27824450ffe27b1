// A button that names a year or a quarter and opens a menu of them, the years first.
#pragma once

#include "api/Language.h"
#include "api/Period.h"

#include <QToolButton>

class QMenu;

namespace chokepoint::ui {

class PeriodPicker : public QToolButton {
    Q_OBJECT
public:
    explicit PeriodPicker(const Language& language, QWidget* parent = nullptr);

    const Period& period() const { return m_period; }
    void setPeriod(const Period& period); ///< emits nothing
    /// Names and offers years alone, for what is about a year; the period that is set stays.
    void setYearsOnly(bool yearsOnly);

signals:
    void chosen(const Period& period);

private:
    void fill();
    void add(QMenu& menu, const Period& period);
    QString nameOf(const Period& period) const;
    void say();

    Period m_period;
    bool m_areYearsOnly = false;
    Language m_language;
};

} // namespace chokepoint::ui
