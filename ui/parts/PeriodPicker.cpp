// Builds the menu of years and quarters when it is first asked for.
#include "parts/PeriodPicker.h"

#include "api/TimeWords.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QMenu>

#include <utility>

namespace chokepoint::ui {

PeriodPicker::PeriodPicker(const Language& language, QWidget* parent) : QToolButton(parent), m_language(language)
{
    setObjectName(QStringLiteral("periodPicker"));
    setProperty("role", "chosen");
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Sets another year or quarter."));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        if (menu()->isEmpty()) // seventy rows, and few are ever opened
            fill();
    });
    say();
}

void PeriodPicker::add(QMenu& menu, const Period& period)
{
    menu.addAction(menuText(nameOf(period)), this, [this, period] {
        setPeriod(period);
        emit chosen(period);
    });
}

void PeriodPicker::fill()
{
    for (int year = firstYear; year <= lastYear; ++year)
        add(*menu(), Period::ofYear(year));
    if (m_areYearsOnly)
        return;
    menu()->addSeparator();
    auto* quarters = menu()->addMenu(tr("One quarter"));
    for (int year = firstYear; year <= lastYear; ++year) {
        auto* ofYear = quarters->addMenu(QString::number(year));
        for (int q = 0; q < 4; ++q)
            add(*ofYear, Quarter{(year - firstYear) * 4 + q});
    }
}

void PeriodPicker::setYearsOnly(bool yearsOnly)
{
    if (yearsOnly == std::exchange(m_areYearsOnly, yearsOnly))
        return;
    menu()->clear();
    setToolTip(yearsOnly ? tr("Sets another year.") : tr("Sets another year or quarter."));
    say();
}

void PeriodPicker::setPeriod(const Period& period)
{
    if (period == m_period)
        return;
    m_period = period;
    say();
}

QString PeriodPicker::nameOf(const Period& period) const { return ui::text(words::periodName(period), m_language); }

void PeriodPicker::say()
{
    const auto name = nameOf(m_areYearsOnly ? Period::ofYear(m_period.year()) : m_period);
    setText(menuText(name) + QStringLiteral("  \u25be"));
}

} // namespace chokepoint::ui
