// A button that names a quarter and opens a menu of them.
#pragma once

#include "api/Language.h"
#include "api/Quarter.h"

#include <QToolButton>

class QMenu;

namespace chokepoint::ui {

class QuarterPicker : public QToolButton {
    Q_OBJECT
public:
    explicit QuarterPicker(const Language& language, QWidget* parent = nullptr);

    Quarter quarter() const { return m_quarter; }
    void setQuarter(Quarter quarter); ///< emits nothing
    /// Words around the quarter, which stands for %1: "from %1".
    void setPattern(const QString& words);
    /// Says when a policy starts, "April 2027", and not "2027 Q2", which its menu says all the same.
    void setStartOfPolicy();

signals:
    void chosen(Quarter quarter);

private:
    void fill();
    void add(QMenu& menu, const QString& name, Quarter quarter);
    void say();

    Quarter m_quarter;
    QString m_pattern = QStringLiteral("%1");
    bool m_isStart = false;
    Language m_language;
};

} // namespace chokepoint::ui
