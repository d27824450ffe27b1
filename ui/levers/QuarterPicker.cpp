// Builds the menu of quarters when it is first asked for.
#include "QuarterPicker.h"

#include "Words.h"

#include <QMenu>

#include <utility>

namespace chokepoint::ui {

QuarterPicker::QuarterPicker(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("quarterPicker"));
    setProperty("role", "chosen");
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Choose another quarter"));
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (menu->isEmpty()) // fifty rows have one each, and few are ever opened
            fill(*menu);
    });
    setMenu(menu);
    say();
}

void QuarterPicker::fill(QMenu& menu)
{
    for (int year = firstYear; year <= lastYear; ++year) {
        auto* ofYear = menu.addMenu(QString::number(year));
        for (int q = 0; q < 4; ++q) {
            const Quarter quarter{(year - firstYear) * 4 + q};
            ofYear->addAction(QString::fromStdString(words::quarter(quarter)), this, [this, quarter] {
                setQuarter(quarter);
                emit chosen(quarter);
            });
        }
    }
}

void QuarterPicker::setPrefix(const QString& words)
{
    m_prefix = words;
    say();
}

void QuarterPicker::setQuarter(Quarter quarter)
{
    if (quarter == std::exchange(m_quarter, quarter))
        return;
    say();
}

void QuarterPicker::say() { setText(m_prefix + QString::fromStdString(words::quarter(m_quarter)) + QStringLiteral("  \u25be")); }

} // namespace chokepoint::ui
