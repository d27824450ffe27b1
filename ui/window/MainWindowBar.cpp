// The bar at the top of the window: scenario against baseline, pages, charts, history and files.
#include "look/Theme.h"
#include "api/MeasureWords.h"
#include "api/ScenarioWords.h"
#include "window/MainWindow.h"
#include "window/PageBar.h"
#include "window/Pages.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int shortestName = 60, longestName = 260; ///< pixels of a scenario's name in the bar
constexpr int barSpacing = 8, narrowSpacing = 4, barMargins = 64, buttonEdges = 44; ///< pixels around the names in the bar
constexpr int roomForName = 1240; ///< pixels of the window from which the program's name stands in the bar
constexpr int roomForEdges = 1100; ///< the same for wide edges of its buttons
constexpr int roomForReplay = 1100; ///< the same for the button that replays
constexpr int roomForAgainst = 900; ///< the same for the word between the two names

QString withArrow(const QString& label) { return label + QStringLiteral("  \u25be"); }

} // namespace

QToolButton* MainWindow::barButton(QAction* action, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setObjectName(name);
    return button;
}

QWidget* MainWindow::buildTopBar(QWidget* parent)
{
    auto* bar = new QWidget(parent);
    bar->setObjectName(QStringLiteral("topBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(barSpacing);
    m_name = new QLabel(tr("Chokepoint"), bar);
    m_name->setFont(fontOf(14.5, QFont::DemiBold));
    m_name->setToolTip(tr("A bench for reasoning about choices, not a forecast"));
    layout->addWidget(m_name);
    layout->addSpacing(8);

    m_scenario = presetButton(QStringLiteral("scenario"), tr("Scenario: start from a preset"), &MainWindow::choosePreset);
    m_scenario->setProperty("role", "chosen");
    m_scenario->menu()->addSeparator();
    auto* onTop = m_scenario->menu()->addMenu(tr("Put on top of the present scenario"));
    onTop->setToolTipsVisible(true);
    for (const auto& preset : m_board.catalogue().presets)
        if (!preset.changes.empty())
            onTop->addAction(menuText(preset.title), this, [this, &preset] { putOnTop(preset); })
                ->setToolTip(plainText(preset.description));
    m_baseline = presetButton(QStringLiteral("baseline"), tr("Baseline: what the scenario is compared with"), &MainWindow::chooseBaseline);
    m_baseline->setProperty("role", "against");
    m_baseline->menu()->addSeparator();
    m_baseline->menu()->addAction(tr("A saved scenario …"), this, &MainWindow::askBaseline)->setObjectName(QStringLiteral("baselineFile"));
    m_against = new QLabel(tr("against"), bar);
    m_against->setProperty("role", "muted");
    layout->addWidget(m_scenario);
    layout->addWidget(m_against);
    layout->addWidget(m_baseline);
    m_changes = new QToolButton(bar);
    m_changes->setObjectName(QStringLiteral("changes"));
    m_changes->setText(withArrow(tr("Changes")));
    m_changes->setToolTip(tr("What the scenario changes, sentence by sentence"));
    m_changes->setPopupMode(QToolButton::InstantPopup);
    m_changes->setMenu(new QMenu(m_changes));
    layout->addWidget(m_changes);
    m_pageBar = new PageBar(pageKinds(), bar);
    layout->addSpacing(8);
    layout->addWidget(m_pageBar);
    layout->addStretch(1);

    m_tools = new QHBoxLayout;
    layout->addLayout(m_tools);
    layout->addWidget(barButton(m_undo, QStringLiteral("undo")));
    layout->addWidget(barButton(m_redo, QStringLiteral("redo")));
    layout->addWidget(barButton(m_replay, QStringLiteral("replay")));
    layout->addWidget(fileButton(bar));
    return bar;
}

QToolButton* MainWindow::presetButton(const QString& name, const QString& purpose, void (MainWindow::*choose)(int))
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setAccessibleName(purpose);
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    for (std::size_t i = 0; i < m_board.catalogue().presets.size(); ++i) {
        const auto& preset = m_board.catalogue().presets[i];
        auto* action = menu->addAction(menuText(preset.title), this, [this, choose, i] { (this->*choose)(static_cast<int>(i)); });
        action->setToolTip(plainText(preset.description));
    }
    button->setMenu(menu);
    return button;
}

QToolButton* MainWindow::fileButton(QWidget* bar)
{
    auto* file = new QToolButton(bar);
    file->setObjectName(QStringLiteral("file"));
    file->setText(withArrow(tr("File")));
    file->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(file);
    menu->addActions({m_open, m_save});
    menu->addSeparator();
    menu->addAction(m_theme);
    file->setMenu(menu);
    return file;
}

/// One sentence for each change; a click opens the pane of its measure.
void MainWindow::listChanges()
{
    const auto& changes = m_board.scenario().changes;
    m_changes->setVisible(!changes.empty());
    auto* menu = m_changes->menu();
    menu->clear();
    for (const auto& change : changes) {
        const auto measure = *m_board.catalogue().findMeasure(change.measure);
        menu->addAction(menuText(m_board.said(words::change(m_board.catalogue(), change, m_board.start()))), this,
                        [this, measure] { go({.page = "explore", .measure = measure}); });
    }
}

void MainWindow::refresh()
{
    // while a lever is dragged only a first or last change gives the scenario another name at once
    const auto changes = m_board.scenario().changes.size();
    if (m_board.isMoving() && changes == m_listedChanges)
        return;
    m_listedChanges = changes;
    listChanges();
    m_name->setVisible(width() >= roomForName);
    m_against->setVisible(width() >= roomForAgainst);
    setBarNarrow(width() < roomForEdges);
    if (auto* replay = m_scenario->parentWidget()->findChild<QToolButton*>(QStringLiteral("replay")))
        replay->setVisible(width() >= roomForReplay); // Space does it too
    // what the other buttons leave of the bar is shared by the two names
    const auto room = [this] {
        int taken = 0;
        for (const auto* child : m_scenario->parentWidget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (child != m_scenario && child != m_baseline && !child->isHidden())
                taken += child->sizeHint().width() + barSpacing;
        return width() - taken - 2 * buttonEdges - barMargins;
    };
    if (room() < 2 * shortestName)
        m_against->hide();
    showNames(room());
    m_theme->setText(themeOf(*this) == Theme::Light ? tr("Dark colours") : tr("Light colours"));
    refreshHistory();
}

/// Styling anew is slow, so it is done only when the manner changes.
void MainWindow::setBarNarrow(bool isNarrow)
{
    auto* bar = m_scenario->parentWidget();
    if (bar->property("narrow").toBool() == isNarrow)
        return;
    bar->setProperty("narrow", isNarrow);
    bar->layout()->setSpacing(isNarrow ? narrowSpacing : barSpacing);
    bar->layout()->setContentsMargins(isNarrow ? barSpacing : 2 * barSpacing, 8, isNarrow ? barSpacing : 2 * barSpacing, 8);
    for (auto* button : bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        button->style()->unpolish(button);
        button->style()->polish(button);
        button->updateGeometry();
    }
    for (auto* button : {m_scenario, m_baseline})
        button->setText({}); // its least width follows the text
}

/// The names of scenario and baseline in so many pixels: whole, else one or both by their short titles, else cut.
void MainWindow::showNames(int room)
{
    const auto& catalogue = m_board.catalogue();
    const auto metrics = m_scenario->fontMetrics();
    const auto widthOf = [&](const QString& name) {
        return metrics.horizontalAdvance(name) + 2;
    }; // a name as wide as its room would be cut
    auto scenario = m_board.said(words::scenarioLabel(catalogue, m_board.scenario())),
         baseline = m_board.said(words::scenarioLabel(catalogue, m_board.baseline()));
    const auto isTooMuch = [&] {
        return widthOf(scenario) > longestName || widthOf(baseline) > longestName || widthOf(scenario) + widthOf(baseline) > room;
    };
    if (isTooMuch())
        baseline = m_board.said(words::shortScenarioLabel(catalogue, m_board.baseline()));
    if (isTooMuch())
        scenario = m_board.said(words::shortScenarioLabel(catalogue, m_board.scenario()));
    const auto showIn = [&](QToolButton* button, const QString& name, int beside, const Scenario& whole) {
        button->setToolTip(plainText(button->accessibleName() + QLatin1Char('\n') + m_board.said(words::scenarioLabel(catalogue, whole))));
        // each has half of the room, and what the other leaves of its half
        const auto shown = withArrow(
            menuText(metrics.elidedText(name, Qt::ElideRight, std::clamp(std::max(room / 2, room - beside), shortestName, longestName))));
        if (shown == button->text())
            return; // a new text lays out the whole bar
        button->setText(shown);
        button->setMinimumWidth(button->sizeHint().width());
    };
    showIn(m_scenario, scenario, widthOf(baseline), m_board.scenario());
    showIn(m_baseline, baseline, widthOf(scenario), m_board.baseline());
}

void MainWindow::refreshHistory()
{
    if (m_board.isMoving())
        return; // the buttons are laid out anew for every tool tip; when the lever is let go they are right
    // during a replay the stack stands one step back; the step is still to be undone
    const auto& history = m_board.history();
    m_undo->setEnabled(history.canUndo() || m_board.isReplaying());
    m_undo->setToolTip(plainText(tr("Undo: %1").arg(history.undoText())));
    m_redo->setEnabled(history.index() + (m_board.isReplaying() ? 1 : 0) < history.count());
    m_redo->setToolTip(plainText(tr("Redo: %1").arg(history.redoText())));
    m_replay->setEnabled(m_undo->isEnabled());
}

} // namespace chokepoint::ui
