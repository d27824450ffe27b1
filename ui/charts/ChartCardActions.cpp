// What a chart card offers beside its title: other views of the series, and the ways that lead from it.
#include "charts/ChartCard.h"

#include "api/Decomposition.h"
#include "charts/ChartView.h"
#include "charts/IdentityTable.h"
#include "parts/DataText.h"
#include "parts/TableWindow.h"
#include "sheet/FigureWindow.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace chokepoint::ui {
namespace {
constexpr QSize ownWindow{900, 560};
const QString innerBandName = QStringLiteral("innerBand"), widestBandName = QStringLiteral("widestBand"),
              recordedBandName = QStringLiteral("recordedBand");
} // namespace

/// What the button and a right click offer.
void ChartCard::buildActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& name, const QString& words) {
        auto* action = new QAction(menuText(words), this);
        action->setObjectName(name);
        addAction(action);
        return action;
    };
    const auto addCheck = [&](const QString& name, const QString& words) {
        auto* action = add(name, words);
        action->setCheckable(true);
        return action;
    };
    m_partsAction = addCheck(QStringLiteral("parts"), tr("Stack the parts"));
    connect(m_partsAction, &QAction::toggled, this, &ChartCard::setPartsShown);
    m_identityAction = addCheck(QStringLiteral("identity"), tr("Show the arithmetic"));
    connect(m_identityAction, &QAction::toggled, this, &ChartCard::setIdentityShown);
    connect(addCheck(innerBandName, tr("Add the 5-in-10 band")), &QAction::toggled, this, [this](bool shown) {
        m_shown.withInnerBand = shown;
        refresh();
        emit shownChanged();
    });
    connect(addCheck(widestBandName, tr("Add the 95-in-100 band")), &QAction::toggled, this, [this](bool shown) {
        m_shown.withWidestBand = shown;
        refresh();
        emit shownChanged();
    });
    connect(addCheck(recordedBandName, tr("Show bands for past years")), &QAction::toggled, this, [this](bool shown) {
        m_shown.withRecordedBand = shown;
        refresh();
        emit shownChanged();
    });
    m_differenceAction = addCheck(QStringLiteral("difference"), tr("Difference from the baseline"));
    connect(m_differenceAction, &QAction::toggled, this,
            [this](bool on) { setView(on ? BoardChart::View::Difference : BoardChart::View::Value); });
    m_logarithmicAction = addCheck(QStringLiteral("logarithmic"), tr("Logarithmic axis"));
    connect(m_logarithmicAction, &QAction::toggled, this,
            [this](bool on) { setView(on ? BoardChart::View::Logarithm : BoardChart::View::Value); });
    m_wholeTimeAction = addCheck(QStringLiteral("wholeTime"), tr("Years to 2035"));
    connect(m_wholeTimeAction, &QAction::triggered, m_view, &ChartView::setWholeTime);
    connect(m_view, &ChartView::yearsChanged, this, [this](double, double last) { m_wholeTimeAction->setChecked(last > lastYear); });
    connect(add(QStringLiteral("openDistribution"), tr("Distribution and chances…")), &QAction::triggered, this,
            [this] { emit distributionAsked(m_shown.series); });
    connect(add(QStringLiteral("openWhy"), tr("Why does it change?")), &QAction::triggered, this,
            [this] { emit whyAsked(m_shown.series); });
    connect(add(QStringLiteral("openSources"), tr("Sources of this series")), &QAction::triggered, this,
            [this] { emit sourcesAsked(m_shown.series); });
    buildTableActions();
    connect(add(QStringLiteral("openFigure"), tr("Figure…")), &QAction::triggered, this,
            [this] { FigureWindow::openOver(m_board, m_draws, subjectOf(m_board, shown()), window()); });
    connect(add(QStringLiteral("ownWindow"), tr("Open in its own window")), &QAction::triggered, this, &ChartCard::openOwnWindow);
    auto* menu = new QMenu(m_more);
    menu->addActions(actions());
    m_more->setMenu(menu);
    offerActions();
}

/// Its numbers, by a key where it has the focus.
void ChartCard::buildTableActions()
{
    auto* table = new QAction(menuText(tr("Show as table")), this);
    table->setObjectName(QStringLiteral("openTable"));
    table->setShortcut(Qt::CTRL | Qt::Key_T);
    table->setShortcutContext(Qt::WidgetWithChildrenShortcut); // several charts stand on a page
    connect(table, &QAction::triggered, this, &ChartCard::openTable);
    auto* save = new QAction(menuText(tr("Save data as CSV…")), this);
    save->setObjectName(QStringLiteral("saveTable"));
    connect(save, &QAction::triggered, this, [this] {
        openTable();
        m_table->save();
    });
    addActions({table, save});
}

QAction* ChartCard::offer(const QString& words)
{
    auto* action = new QAction(menuText(words), this);
    addAction(action);
    m_more->menu()->addAction(action);
    return action;
}

/// Offers only what the series has.
void ChartCard::offerActions()
{
    const auto row = *m_board.catalogue().findSeries(m_shown.series);
    m_partsAction->setVisible(!addendsOf(m_board.engine(), row).empty());
    m_identityAction->setVisible(IdentityTable::isFor(m_board.catalogue(), m_board.catalogue().series[row]));
    if (!m_partsAction->isVisible())
        m_partsAction->setChecked(false);
    if (!m_identityAction->isVisible())
        m_identityAction->setChecked(false);
}

BoardChart ChartCard::shown() const
{
    return {.series = m_shown.series,
            .companions = m_shown.companions,
            .view = m_viewed,
            .withStrip = m_shown.withStrip,
            .withEvents = m_shown.withEvents,
            .withParts = m_shown.withParts,
            .withIdentity = !m_identity->isHidden(),
            .withInnerBand = m_shown.withInnerBand,
            .withWidestBand = m_shown.withWidestBand,
            .withRecordedBand = m_shown.withRecordedBand};
}

void ChartCard::showChart(const BoardChart& chart)
{
    setSeries(chart.series, chart.companions, chart.withStrip);
    setEventsShown(chart.withEvents);
    setPartsShown(chart.withParts);
    setIdentityShown(chart.withIdentity);
    setView(chart.view);
    findChild<QAction*>(innerBandName)->setChecked(chart.withInnerBand);
    findChild<QAction*>(widestBandName)->setChecked(chart.withWidestBand);
    findChild<QAction*>(recordedBandName)->setChecked(chart.withRecordedBand);
}

/// The numbers of what is drawn; the window follows the chart.
void ChartCard::openTable() { m_table = shownTable(m_table, tableOf(withBands(), m_board.language()), m_board.language(), window()); }

/// A second view of the same series; it follows the board as this one does, and stays when this one goes.
void ChartCard::openOwnWindow()
{
    auto* owner = isWindow() ? parentWidget() : window();
    auto* own = new ChartCard(m_board, m_draws, m_shown.series, m_shown.companions, m_shown.withStrip, owner);
    own->setWindowFlag(Qt::Window);
    own->setAttribute(Qt::WA_DeleteOnClose);
    own->showChart(shown());
    own->m_view->setWholeTime(m_wholeTimeAction->isChecked());
    connect(own->view(), &ChartView::hovered, own->view(), &ChartView::setCrosshair);
    connect(own->view(), &ChartView::left, own->view(), [view = own->view()] { view->setCrosshair(std::nullopt); });
    own->resize(ownWindow);
    emit windowOpened(own);
    own->show();
}

} // namespace chokepoint::ui
