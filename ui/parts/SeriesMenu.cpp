// Fills and filters the menu of series.
#include "parts/SeriesMenu.h"

#include "api/Catalogue.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QWidgetAction>

namespace chokepoint::ui {
namespace {

constexpr int mostFound = 14;

} // namespace

SeriesMenu::SeriesMenu(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QMenu(parent), m_catalogue(catalogue), m_language(language)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, [this] {
        fill();
        m_search->clear();
        QTimer::singleShot(0, m_search, [this] { m_search->setFocus(Qt::PopupFocusReason); });
    });
}

QAction* SeriesMenu::offer(QMenu* menu, const Series& series, const QString& label)
{
    auto* action = menu->addAction(menuText(label), this, [this, id = text(series.id)] { emit chosen(id); });
    action->setToolTip(plainText(series.description));
    return action;
}

void SeriesMenu::fill()
{
    if (m_search)
        return;
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("seriesSearch"));
    m_search->setPlaceholderText(tr("Search series"));
    m_search->setAccessibleName(tr("Search series"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto* place = new QWidgetAction(this);
    place->setDefaultWidget(m_search);
    addAction(place);
    for (const auto series : m_catalogue.headlines)
        m_all << offer(this, m_catalogue.series[series], text(m_catalogue.series[series].name));
    m_all << addSeparator();
    for (const auto row : m_catalogue.menuSectors) {
        auto* sector = addMenu(menuText(m_catalogue.sectors[row].name));
        sector->setToolTipsVisible(true);
        m_all << sector->menuAction();
        for (const auto series : m_catalogue.seriesInMenu(row))
            offer(sector, m_catalogue.series[series], text(m_catalogue.series[series].name));
    }
    m_none = addAction(tr("No series matches. Clear the search to see all."));
    m_none->setEnabled(false);
    m_none->setVisible(false);
    connect(m_search, &QLineEdit::textChanged, this, &SeriesMenu::filter);
}

/// Every typed word must stand in the name, the sector or the description; names come first.
void SeriesMenu::filter(const QString& wanted)
{
    qDeleteAll(m_found);
    m_found.clear();
    const auto typed = wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (auto* entry : m_all)
        entry->setVisible(typed.isEmpty());
    const auto holds = [&](const QString& words) {
        return std::ranges::all_of(typed, [&](const QString& word) { return words.contains(word, Qt::CaseInsensitive); });
    };
    for (const bool inName : {true, false})
        for (const auto& series : m_catalogue.series) {
            if (typed.isEmpty() || series.kind == SeriesKind::Category || m_found.size() == mostFound)
                continue;
            const auto name = text(series.name),
                       all = name + QLatin1Char(' ') + text(m_catalogue.sectors[series.sector].name + " " + series.description);
            if (holds(inName ? name : all) && (inName || !holds(name)))
                m_found << offer(this, series,
                                 joined({name, text(m_catalogue.sectors[series.sector].name)}, MessageList::Joint::Dot, m_language));
        }
    m_none->setVisible(!typed.isEmpty() && m_found.isEmpty());
}

/// Enter takes the first that matches; Down leads from the field into the list.
bool SeriesMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QMenu::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!m_found.isEmpty()) {
            auto* first = m_found.front();
            close();
            first->trigger();
        }
        return true;
    }
    if (key == Qt::Key_Down) {
        setFocus(Qt::OtherFocusReason);
        setActiveAction(m_found.isEmpty() ? m_all.front() : m_found.front());
        return true;
    }
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    return QMenu::eventFilter(watched, event);
}

} // namespace chokepoint::ui
