// How many charts there are, which, and whether they mark events: the button of Explore in the bar, and its keys.
#include "pages/explore/ExplorePage.h"

#include "parts/Text.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

#include <array>

namespace chokepoint::ui {
namespace {

constexpr std::array<int, 4> chartCounts{1, 2, 4, 6};

QString countText(int count) { return count == 1 ? ExplorePage::tr("1 chart") : ExplorePage::tr("%n charts", nullptr, count); }

} // namespace

QToolButton* ExplorePage::makeChartMenu()
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("chartCount"));
    button->setToolTip(tr("Which charts are shown"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->addAction(tr("Overview"), this, &ExplorePage::showOverview);
    connect(new QShortcut(Qt::ALT | Qt::Key_0, this), &QShortcut::activated, this, &ExplorePage::showOverview);
    for (const int count : chartCounts) {
        menu->addAction(countText(count), this, [this, count] { setChartCount(count); });
        connect(new QShortcut(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + count), this), &QShortcut::activated, this,
                [this, count] { setChartCount(count); });
    }
    menu->addSeparator();
    menu->addAction(tr("Charts of the start page"), this, [this] { setView(View::StartPage); });
    menu->addAction(tr("Ways around the controls: smuggled chips, rented compute, illicit HBM"), this, [this] { setView(View::Evasion); });
    menu->addSeparator();
    auto* events = menu->addAction(tr("Events"));
    events->setObjectName(QStringLiteral("events"));
    events->setCheckable(true);
    events->setChecked(true);
    events->setShortcut(Qt::CTRL | Qt::Key_E);
    connect(events, &QAction::toggled, this, &ExplorePage::setEventsShown);
    addAction(events);
    button->setMenu(menu);
    return button;
}

/// The button says what is laid out.
void ExplorePage::nameLayout() { m_chartMenu->setText(withArrow(m_isOverview ? tr("Overview") : countText(m_chartCount))); }

} // namespace chokepoint::ui
