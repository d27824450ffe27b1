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
    m_quarters = new QMenu(this);
    m_years = new QMenu(this);
    const auto add = [this](QMenu* menu, const QString& name, Quarter quarter) {
        menu->addAction(name, this, [this, quarter] {
            setQuarter(quarter);
            emit chosen(quarter);
        });
    };
    for (int year = firstYear; year <= lastYear; ++year) {
        auto* ofYear = m_quarters->addMenu(QString::number(year));
        const Quarter first{(year - firstYear) * 4};
        for (int q = 0; q < 4; ++q)
            add(ofYear, QString::fromStdString(words::quarter(Quarter{first.index + q})), Quarter{first.index + q});
        add(m_years, QString::number(year), Quarter{first.index + 3});
    }
    setMenu(m_quarters);
}

void QuarterPicker::setWholeYears(bool whole)
{
    m_isWhole = whole;
    setMenu(whole ? m_years : m_quarters);
    setToolTip(whole ? tr("Choose another year") : tr("Choose another quarter"));
    setQuarter(m_quarter);
}

void QuarterPicker::setQuarter(Quarter quarter)
{
    m_quarter = quarter;
    setText((m_isWhole ? QString::number(quarter.year()) : QString::fromStdString(words::quarter(quarter))) + QStringLiteral("  \u25be"));
}

} // namespace chokepoint::ui
