// The bar at the top of the window: name, pages, scenario against baseline, history, files and theme.
#include "look/Icons.h"
#include "look/Theme.h"
#include "look/ThemeChoice.h"
#include "api/MeasureWords.h"
#include "api/ScenarioWords.h"
#include "window/ChoiceBox.h"
#include "window/MainWindow.h"
#include "window/PageBar.h"
#include "window/Pages.h"
#include "window/ScenarioMenu.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int widestScenario = 330, widestBaseline = 216; ///< pixels of the two boxes
constexpr int fairScenario = 193, fairBaseline = 157; ///< pixels in which the names of the data book stand whole, and a measure’s setting
constexpr int barMargin = 16, barSpacing = 8, besidePages = 8;
constexpr int iconSide = 18;
constexpr int roomForReplay = 1100;  ///< pixels of the window from which the button that replays stands in the bar; Space does it too
constexpr int roomForAgainst = 1100; ///< the same for the words between the two names
constexpr int roomForSpace = 1100;   ///< the same for wide margins
constexpr int roomForPages = 900;    ///< the same for the names of the pages as they stand elsewhere
constexpr int roomForName = 1100;    ///< the same for the program’s name, which the title bar of the window has as well

QString countText(int changes) { return changes == 1 ? MainWindow::tr("1 change") : MainWindow::tr("%n changes", nullptr, changes); }

/// A button that shows its icon alone; its name is for screen readers.
void showIcon(QToolButton* button)
{
    button->setIconSize({iconSide, iconSide});
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

} // namespace

QToolButton* MainWindow::barButton(QAction* action, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setObjectName(name);
    return button;
}

/// The pages stand directly behind the name, so that no scenario and no width of a button moves them.
QWidget* MainWindow::buildTopBar(QWidget* parent)
{
    auto* bar = new QWidget(parent);
    bar->setObjectName(QStringLiteral("topBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(barMargin, 7, barMargin - barSpacing / 2, 7);
    layout->setSpacing(barSpacing);
    auto* name = new QLabel(tr("Chokepoint"), bar);
    name->setObjectName(QStringLiteral("programName"));
    name->setFont(fontOf(14.5, QFont::DemiBold));
    name->setToolTip(tr("A tool for comparing choices, not a forecast."));
    name->setMinimumWidth(name->sizeHint().width());
    layout->addWidget(name);
    layout->addSpacing(besidePages);
    m_pageBar = new PageBar(pageKinds(), bar);
    layout->addWidget(m_pageBar);
    layout->addSpacing(besidePages);
    addBoxes(layout);
    layout->addStretch(1);
    m_tools = new QHBoxLayout;
    layout->addLayout(m_tools);
    for (auto* button : {barButton(m_undo, QStringLiteral("undo")), barButton(m_redo, QStringLiteral("redo"))}) {
        showIcon(button);
        layout->addWidget(button);
    }
    m_replayButton = barButton(m_replay, QStringLiteral("replay"));
    layout->addWidget(m_replayButton);
    layout->addWidget(menuButton(bar));
    return bar;
}

/// Scenario and baseline, equally high.
void MainWindow::addBoxes(QHBoxLayout* layout)
{
    m_scenario = presetBox(QStringLiteral("scenario"), tr("Start from a ready-made package"), widestScenario, &MainWindow::choosePreset);
    m_scenario->setFont(fontOf(13, QFont::DemiBold));
    m_scenario->menu()->addSeparator();
    auto* onTop = m_scenario->menu()->addMenu(tr("Add to your package"));
    onTop->setObjectName(QStringLiteral("addToPackage"));
    onTop->setToolTipsVisible(true);
    for (const auto& preset : m_board.catalogue().presets)
        if (!preset.changes.empty())
            onTop->addAction(menuText(preset.title), this, [this, &preset] { putOnTop(preset); })
                ->setToolTip(plainText(preset.description));
    m_changes = new QToolButton(m_scenario);
    m_changes->setObjectName(QStringLiteral("changes"));
    m_changes->setProperty("role", "link");
    m_changes->setFont(fontOf(12.5));
    m_changes->setToolTip(tr("Lists what the package changes."));
    m_changes->setPopupMode(QToolButton::InstantPopup);
    m_changes->setMenu(new QMenu(m_changes));
    m_scenario->setNote(m_changes);
    m_changes->menu()->setTitle(tr("What the package changes"));
    auto* presets = m_scenario->menu();
    presets->insertMenu(presets->actions().value(0), m_changes->menu()); // where the box is too small for the button
    const auto refuse = [this](const InputError& error) { showMessage(error); };
    new ScenarioMenu(m_board, presets, refuse);
    m_baseline = presetBox(QStringLiteral("baseline"), tr("Compare with another package"), widestBaseline, &MainWindow::chooseBaseline);
    m_baseline->menu()->addSeparator();
    m_baseline->menu()->addAction(tr("A saved package…"), this, &MainWindow::askBaseline)->setObjectName(QStringLiteral("baselineFile"));
    auto* ofWorkbook = m_baseline->menu()->addMenu(tr("A package of this workbook"));
    ofWorkbook->setObjectName(QStringLiteral("baselineOfWorkbook"));
    new BaselineMenu(m_board, ofWorkbook, refuse);
    m_against = new QLabel(tr("compared with"), this);
    m_against->setObjectName(QStringLiteral("against"));
    m_against->setProperty("role", "muted");
    layout->addWidget(m_scenario);
    layout->addWidget(m_against);
    layout->addWidget(m_baseline);
}

ChoiceBox* MainWindow::presetBox(const QString& name, const QString& purpose, int widest, void (MainWindow::*choose)(int))
{
    auto* box = new ChoiceBox(widest, this);
    box->setObjectName(name);
    box->setAccessibleDescription(purpose);
    auto* menu = new QMenu(box);
    menu->setToolTipsVisible(true);
    for (std::size_t i = 0; i < m_board.catalogue().presets.size(); ++i) {
        const auto& preset = m_board.catalogue().presets[i];
        auto* action = menu->addAction(menuText(preset.title), this, [this, choose, i] { (this->*choose)(static_cast<int>(i)); });
        action->setToolTip(plainText(preset.description));
    }
    box->setMenu(menu);
    return box;
}

QToolButton* MainWindow::menuButton(QWidget* bar)
{
    auto* button = new QToolButton(bar);
    button->setObjectName(QStringLiteral("file"));
    button->setText(tr("Menu"));
    button->setIcon(iconOf(Glyph::Menu));
    showIcon(button);
    button->setToolTip(tr("Opens files and help, and sets the theme."));
    button->setPopupMode(QToolButton::InstantPopup);
    m_fileMenu = new QMenu(button);
    m_fileMenu->addActions({m_open, m_save});
    m_fileMenu->addSeparator();
    addDialogs(m_fileMenu);
    addExports(m_fileMenu);
    addThemes(m_fileMenu->addMenu(tr("Theme")));
    button->setMenu(m_fileMenu);
    return button;
}

void MainWindow::addThemes(QMenu* menu)
{
    using Wish = ThemeChoice::Wish;
    auto& choice = ThemeChoice::of(*qApp);
    auto* wishes = new QActionGroup(menu);
    const auto add = [&](const char* name, const QString& words, Wish wish) {
        auto* action = menu->addAction(menuText(words));
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        wishes->addAction(action);
        connect(action, &QAction::triggered, this, [&choice, wish] { choice.setWish(wish); });
        const auto tick = [action, &choice, wish] { action->setChecked(choice.wish() == wish); };
        connect(&choice, &ThemeChoice::wishChanged, action, tick); // another window may have chosen
        tick();
    };
    add("themeOfDesktop", tr("As the desktop"), Wish::AsDesktop);
    add("themeLight", tr("Light"), Wish::Light);
    add("themeDark", tr("Dark"), Wish::Dark);
}

/// One sentence for each change; a click opens the pane of its measure.
void MainWindow::listChanges()
{
    const auto law = sharedLaw(m_board.scenario(), m_board.baseline());
    auto changes = m_board.scenario().changes;
    std::erase_if(changes, [&](const Change& change) { return std::ranges::find(law, change) != law.end(); });
    m_changes->setText(countText(static_cast<int>(changes.size())));
    m_scenario->showNote(!changes.empty());
    m_changes->menu()->menuAction()->setVisible(!changes.empty());
    auto* menu = m_changes->menu();
    menu->clear();
    const auto list = [&](const Change& change) {
        const auto measure = *m_board.catalogue().findMeasure(change.measure);
        menu->addAction(menuText(m_board.said(words::change(m_board.catalogue(), change, m_board.start()))), this,
                        [this, measure] { go({.page = "explore", .measure = measure}); });
    };
    std::ranges::for_each(changes, list);
    if (!law.empty() && !changes.empty())
        menu->addAction(tr("Law in your baseline as well:"))->setEnabled(false);
    if (!changes.empty())
        std::ranges::for_each(law, list);
    m_scenario->placeNote();
}

void MainWindow::refresh()
{
    // while a lever is dragged only a first or last change gives the scenario another name at once
    const auto changes = m_board.scenario().changes.size();
    if (m_board.isMoving() && changes == m_listedChanges)
        return;
    m_listedChanges = changes;
    listChanges();
    showNames();
    refreshHistory();
}

void MainWindow::showNames()
{
    const auto show = [this](ChoiceBox* box, const Scenario& scenario) {
        const auto& catalogue = m_board.catalogue();
        const auto whole = m_board.said(words::scenarioLabel(catalogue, scenario));
        box->setNames(whole, m_board.said(words::shortScenarioLabel(catalogue, scenario)));
        box->setToolTip(plainText(QStringList{whole, box->accessibleDescription()}.join(QLatin1Char('\n'))));
    };
    show(m_scenario, m_board.scenario());
    show(m_baseline, m_board.baseline());
}

/// What a narrow bar can do without.
void MainWindow::fitBar()
{
    m_against->setVisible(width() >= roomForAgainst);
    findChild<QLabel*>(QStringLiteral("programName"))->setVisible(width() >= roomForName);
    m_replayButton->setVisible(width() >= roomForReplay);
    auto* bar = findChild<QWidget*>(QStringLiteral("topBar"));
    auto* layout = bar->layout();
    for (auto* box : {m_scenario, m_baseline}) {
        box->setMinimumWidth(0); // as wide as they were they would drive out other parts; now their hints hold
        box->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    m_tools->invalidate(); // the button of another page may just have gone
    for (const auto* part : bar->findChildren<QWidget*>())
        part->ensurePolished(); // before the window is seen they would ask for less than the style gives them
    const bool isTight = width() < roomForSpace;
    layout->setSpacing(isTight ? 2 : barSpacing);
    layout->setContentsMargins(isTight ? 6 : barMargin, 7, isTight ? 4 : barMargin - barSpacing / 2, 7);
    m_pageBar->setTight(width() < roomForPages || (m_pageBar->isTight() && isTight));
    // names of pages are never cut: in a language with long ones the same parts give way in a wider window too
    for (auto* part : {static_cast<QWidget*>(m_against), static_cast<QWidget*>(findChild<QLabel*>(QStringLiteral("programName"))),
                       static_cast<QWidget*>(m_replayButton)}) {
        layout->invalidate();
        if (layout->totalMinimumSize().width() > width())
            part->hide();
    }
    layout->invalidate();
    if (layout->totalMinimumSize().width() > width())
        m_pageBar->setTight(true);
    if (roomForBoxes() < fairScenario + fairBaseline)
        m_against->hide(); // two names, one behind the other, say it too
    placeBoxes(roomForBoxes());
}

/// Pixels that all else in the bar leaves the two boxes.
int MainWindow::roomForBoxes() const
{
    auto* layout = findChild<QWidget*>(QStringLiteral("topBar"))->layout();
    layout->invalidate();
    return width() - layout->totalMinimumSize().width() + m_scenario->minimumSizeHint().width() + m_baseline->minimumSizeHint().width();
}

/// Both as wide as the bar lets them, whatever they name; what is short of that the scenario gives up first, down to what names need.
void MainWindow::placeBoxes(int room)
{
    const int least = std::min(fairBaseline, room * fairBaseline / (fairScenario + fairBaseline));
    const int baseline = std::clamp(room - widestScenario, least, widestBaseline);
    m_baseline->setFixedWidth(std::max(baseline, m_baseline->minimumSizeHint().width()));
    m_scenario->setFixedWidth(std::clamp(room - m_baseline->width(), m_scenario->minimumSizeHint().width(), widestScenario));
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
