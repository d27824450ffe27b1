// Builds the menu of quarters.
#include "QuarterPicker.h"

#include "Words.h"

#include <QMenu>

namespace chokepoint::ui {

QuarterPicker::QuarterPicker(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("quarterPicker"));
    setProperty("role", "chosen");
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Choose another quarter"));
    auto* menu = new QMenu(this);
    for (int year = firstYear; year <= lastYear; ++year) {
        auto* ofYear = menu->addMenu(QString::number(year));
        for (int q = 0; q < 4; ++q) {
            const Quarter quarter{(year - firstYear) * 4 + q};
            ofYear->addAction(QString::fromStdString(words::quarter(quarter)), this, [this, quarter] {
                setQuarter(quarter);
                emit chosen(quarter);
            });
        }
    }
    setMenu(menu);
}

void QuarterPicker::setQuarter(Quarter quarter)
{
    m_quarter = quarter;
    setText(QString::fromStdString(words::quarter(quarter)) + QStringLiteral("  \u25be"));
}

} // namespace chokepoint::ui
