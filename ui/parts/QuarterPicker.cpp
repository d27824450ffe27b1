// Builds the menu of quarters when it is first asked for.
#include "parts/QuarterPicker.h"

#include "api/TimeWords.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QMenu>

#include <utility>

namespace chokepoint::ui {

QuarterPicker::QuarterPicker(const Language& language, QWidget* parent) : QToolButton(parent), m_language(language)
{
    setObjectName(QStringLiteral("quarterPicker"));
    setProperty("role", "chosen");
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Sets another quarter."));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        if (menu()->isEmpty()) // fifty rows have one each, and few are ever opened
            fill();
    });
    say();
}

void QuarterPicker::add(QMenu& menu, const QString& name, Quarter quarter)
{
    menu.addAction(menuText(name), this, [this, quarter] {
        setQuarter(quarter);
        emit chosen(quarter);
    });
}

void QuarterPicker::fill()
{
    for (int year = firstYear; year <= lastYear; ++year) {
        const Quarter first{(year - firstYear) * 4};
        auto* ofYear = menu()->addMenu(QString::number(year));
        for (int q = 0; q < 4; ++q)
            add(*ofYear, ui::text(Quarter{first.index + q}, m_language), Quarter{first.index + q});
    }
}

void QuarterPicker::setPattern(const QString& words)
{
    m_pattern = words;
    say();
}

void QuarterPicker::setStartOfPolicy()
{
    m_isStart = true;
    say();
}

void QuarterPicker::setQuarter(Quarter quarter)
{
    if (quarter != std::exchange(m_quarter, quarter))
        say();
}

void QuarterPicker::say()
{
    const auto time = m_isStart ? ui::text(words::startOfPolicy(m_quarter), m_language) : ui::text(m_quarter, m_language);
    setText(menuText(m_pattern.arg(time)) + QStringLiteral("  \u25be"));
}

} // namespace chokepoint::ui
