// Builds the window around the Explore page.
#include "MainWindow.h"

#include "ConflictDialog.h"
#include "ExplorePage.h"
#include "Keyboard.h"
#include "LeverPanel.h"
#include "PageBar.h"
#include "ScenarioText.h"
#include "Words.h"

#include <QApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr QSize firstSize{1440, 900};
constexpr int shortestName = 60, longestName = 260; ///< pixels of a scenario's name in the bar
constexpr int barSpacing = 8, barMargins = 64, buttonEdges = 44; ///< pixels around the names in the bar
constexpr int roomForName = 1240; ///< pixels of the window from which the program's name stands in the bar
constexpr int roomForReplay = 1100; ///< the same for the button that replays
constexpr std::array<int, 4> chartCounts{1, 2, 4, 6};

QString text(const std::string& value) { return QString::fromStdString(value); }

QString withArrow(const QString& label) { return label + QStringLiteral("  \u25be"); }

QString countText(int count) { return withArrow(count == 1 ? QObject::tr("1 chart") : QObject::tr("%1 charts").arg(count)); }

} // namespace

MainWindow::MainWindow(Board& board) : m_board(board)
{
    setWindowTitle(tr("Chokepoint"));
    setMinimumSize(800, 560);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildActions();
    layout->addWidget(buildTopBar());
    layout->addWidget(buildMessageBar());
    buildPages(centre);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_explore->setFocus(); // nothing in the bar looks chosen at the start
    const auto* screen = this->screen();
    resize(screen ? firstSize.boundedTo(screen->availableGeometry().size()) : firstSize);

    addKeyboard(*this);
    connect(&board, &Board::changed, this, &MainWindow::refresh);
    connect(&board.history(), &QUndoStack::indexChanged, this, &MainWindow::refresh);
    refresh();
}

void MainWindow::buildActions()
{
    m_undo = new QAction(tr("Undo"), this);
    m_undo->setShortcut(QKeySequence::Undo);
    connect(m_undo, &QAction::triggered, &m_board, &Board::undo);
    m_redo = new QAction(tr("Redo"), this);
    m_redo->setShortcuts({QKeySequence::Redo, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    connect(m_redo, &QAction::triggered, &m_board, &Board::redo);
    m_open = new QAction(tr("Open …"), this);
    m_open->setShortcut(QKeySequence::Open);
    connect(m_open, &QAction::triggered, this, &MainWindow::askOpen);
    m_save = new QAction(tr("Save as …"), this);
    m_save->setShortcut(QKeySequence::SaveAs);
    connect(m_save, &QAction::triggered, this, &MainWindow::askSave);
    m_theme = new QAction(this);
    connect(m_theme, &QAction::triggered, this, [this] { setTheme(themeOf(*this) == Theme::Light ? Theme::Dark : Theme::Light); });
    m_replay = new QAction(tr("Replay"), this);
    m_replay->setToolTip(tr("Show the last change again (Space)"));
    connect(m_replay, &QAction::triggered, &m_board, &Board::replay);
    for (auto* action : {m_undo, m_redo, m_replay, m_open, m_save, m_theme})
        addAction(action);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        showPage(Page::Explore);
        m_explore->levers()->focusSearch();
    });
}

QToolButton* MainWindow::barButton(QAction* action, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setObjectName(name);
    return button;
}

QWidget* MainWindow::buildTopBar()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("topBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
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
            onTop->addAction(text(preset.title), this, [this, &preset] { putOnTop(preset); })->setToolTip(text(preset.description));
    m_baseline = presetButton(QStringLiteral("baseline"), tr("Baseline: what the scenario is compared with"), &MainWindow::chooseBaseline);
    m_baseline->setProperty("role", "against");
    m_baseline->menu()->addSeparator();
    m_baseline->menu()->addAction(tr("A saved scenario …"), this, &MainWindow::askBaseline)->setObjectName(QStringLiteral("baselineFile"));
    auto* against = new QLabel(tr("against"), bar);
    against->setProperty("role", "muted");
    layout->addWidget(m_scenario);
    layout->addWidget(against);
    layout->addWidget(m_baseline);
    m_changes = new QToolButton(bar);
    m_changes->setObjectName(QStringLiteral("changes"));
    m_changes->setText(withArrow(tr("What changes")));
    m_changes->setToolTip(tr("What the scenario changes, sentence by sentence"));
    m_changes->setPopupMode(QToolButton::InstantPopup);
    m_changes->setMenu(new QMenu(m_changes));
    layout->addWidget(m_changes);
    m_pageBar = new PageBar({tr("Explore"), tr("Why"), tr("Sources")}, bar);
    layout->addSpacing(8);
    layout->addWidget(m_pageBar);
    layout->addStretch(1);

    m_charts = new QToolButton(bar);
    m_charts->setObjectName(QStringLiteral("chartCount"));
    m_charts->setToolTip(tr("Number of charts"));
    m_charts->setPopupMode(QToolButton::InstantPopup);
    auto* counts = new QMenu(m_charts);
    for (const int count : chartCounts)
        counts->addAction(countText(count), this, [this, count] { setChartCount(count); });
    counts->addSeparator();
    counts->addAction(tr("Charts of the start page"), this, [this] { m_explore->setView(ExplorePage::View::StartPage); });
    counts->addAction(tr("Evasion: smuggling, compute abroad, illicit HBM"), this, [this] { m_explore->setView(ExplorePage::View::Evasion); });
    counts->addSeparator();
    auto* events = counts->addAction(tr("Events"));
    events->setObjectName(QStringLiteral("events"));
    events->setCheckable(true);
    events->setChecked(true);
    events->setShortcut(Qt::CTRL | Qt::Key_E);
    connect(events, &QAction::toggled, this, [this](bool shown) { m_explore->setEventsShown(shown); });
    addAction(events);
    m_charts->setMenu(counts);
    m_charts->setText(countText(4));
    layout->addWidget(m_charts);
    layout->addWidget(barButton(m_undo, QStringLiteral("undo")));
    layout->addWidget(barButton(m_redo, QStringLiteral("redo")));
    layout->addWidget(barButton(m_replay, QStringLiteral("replay")));
    auto* file = new QToolButton(bar);
    file->setObjectName(QStringLiteral("file"));
    file->setText(withArrow(tr("File")));
    file->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(file);
    menu->addActions({m_open, m_save});
    menu->addSeparator();
    menu->addAction(m_theme);
    file->setMenu(menu);
    layout->addWidget(file);
    return bar;
}

QToolButton* MainWindow::presetButton(const QString& name, const QString& purpose, void (MainWindow::*choose)(int))
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setAccessibleName(purpose);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(purpose);
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    for (std::size_t i = 0; i < m_board.catalogue().presets.size(); ++i) {
        const auto& preset = m_board.catalogue().presets[i];
        auto* action = menu->addAction(text(preset.title), this, [this, choose, i] { (this->*choose)(static_cast<int>(i)); });
        action->setToolTip(text(preset.description));
    }
    button->setMenu(menu);
    return button;
}

void MainWindow::setChartCount(int count)
{
    m_charts->setText(countText(count));
    m_explore->setChartCount(count);
}

QWidget* MainWindow::buildMessageBar()
{
    m_messageBar = new QWidget(this);
    m_messageBar->setObjectName(QStringLiteral("messageBar"));
    m_messageBar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(m_messageBar);
    layout->setContentsMargins(16, 8, 16, 8);
    m_message = new QLabel(m_messageBar);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton(m_messageBar);
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setText(tr("Close"));
    connect(close, &QToolButton::clicked, m_messageBar, &QWidget::hide);
    layout->addWidget(m_message, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    m_messageBar->hide();
    return m_messageBar;
}

void MainWindow::showMessage(const InputError& error)
{
    m_message->setText(text(error.what()));
    m_messageBar->show();
}

/// Space reaches the window only when the focused control has no use for it.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        m_board.replay();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    refresh();
}

QString MainWindow::message() const { return m_messageBar->isVisibleTo(this) ? m_message->text() : QString(); }

void MainWindow::choosePreset(int index)
{
    auto preset = m_board.catalogue().presets[static_cast<std::size_t>(index)];
    if (preset.assumptions.empty()) // own assumptions are no policy and stay
        preset.assumptions = m_board.scenario().assumptions;
    m_board.setScenario(preset, text(preset.title));
}

/// Without conflicts at once; with some, the person decides about each.
void MainWindow::putOnTop(const Scenario& package)
{
    const auto name = tr("%1 on top").arg(text(package.title));
    const auto conflicts = m_board.conflictsWith(package);
    if (conflicts.empty()) {
        m_board.putOnTop(package, {}, name);
        return;
    }
    auto* dialog = new ConflictDialog(m_board, package, conflicts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, package, name] { m_board.putOnTop(package, dialog->kept(), name); });
    dialog->open();
}

void MainWindow::chooseBaseline(int index) { m_board.setBaseline(m_board.catalogue().presets[static_cast<std::size_t>(index)]); }

void MainWindow::openScenario(const QString& file)
{
    try {
        const auto scenario = readScenarioFile(file.toStdString());
        m_board.setScenario(scenario, text(scenario.title));
        m_messageBar->hide();
        emit fileUsed(file);
    } catch (const InputError& error) {
        showMessage(error);
    }
}

void MainWindow::saveScenario(const QString& file)
{
    QSaveFile target(file);
    // a file has no start of its own: changes without a date get the board's, unless it is the usual one
    Scenario scenario = m_board.scenario();
    for (auto& change : scenario.changes)
        if (!change.from && m_board.start() != defaultStart)
            change.from = m_board.start();
    const auto bytes = QByteArray::fromStdString(writeScenario(scenario, m_board.catalogue()));
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit()) {
        emit fileUsed(file);
        return;
    }
    showMessage({"The scenario was not saved", file.toStdString(), target.errorString().toStdString(), "Choose another place; an older file there is unchanged."});
}

void MainWindow::openBaseline(const QString& file)
{
    try {
        const auto scenario = readScenarioFile(file.toStdString());
        m_board.engine().check(scenario);
        m_board.setBaseline(scenario);
        m_messageBar->hide();
    } catch (const InputError& error) {
        showMessage(error);
    }
}

void MainWindow::askBaseline()
{
    const auto file = QFileDialog::getOpenFileName(this, tr("Compare with a saved scenario"), {}, tr("Scenarios (*.toml)"));
    if (!file.isEmpty())
        openBaseline(file);
}

void MainWindow::askOpen()
{
    const auto file = QFileDialog::getOpenFileName(this, tr("Open a scenario"), {}, tr("Scenarios (*.toml)"));
    if (!file.isEmpty())
        openScenario(file);
}

void MainWindow::askSave()
{
    const auto file = QFileDialog::getSaveFileName(this, tr("Save the scenario"), text(m_board.scenario().id) + QStringLiteral(".toml"), tr("Scenarios (*.toml)"));
    if (!file.isEmpty())
        saveScenario(file);
}

void MainWindow::setTheme(Theme theme)
{
    applyTheme(*qApp, theme);
    refresh();
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
        menu->addAction(text(words::change(m_board.catalogue(), change, m_board.start())), this, [this, measure] {
            showPage(Page::Explore);
            m_explore->showMeasure(measure);
        });
    }
}

void MainWindow::refresh()
{
    listChanges();
    m_name->setVisible(width() >= roomForName);
    if (auto* replay = m_scenario->parentWidget()->findChild<QToolButton*>(QStringLiteral("replay")))
        replay->setVisible(width() >= roomForReplay); // Space does it too
    // what the other buttons leave of the bar is shared by the two names
    int taken = 0;
    for (const auto* child : m_scenario->parentWidget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (child != m_scenario && child != m_baseline && !child->isHidden())
            taken += child->sizeHint().width() + barSpacing;
    const int room = std::clamp((width() - taken - 2 * buttonEdges - barMargins) / 2, shortestName, longestName);
    const auto showIn = [&](QToolButton* button, const Scenario& scenario) {
        const auto label = text(words::scenarioLabel(m_board.catalogue(), scenario));
        button->setText(withArrow(button->fontMetrics().elidedText(label, Qt::ElideRight, room)));
        button->setMinimumWidth(button->sizeHint().width());
    };
    showIn(m_scenario, m_board.scenario());
    showIn(m_baseline, m_board.baseline());
    // during a replay the stack stands one step back; the step is still to be undone
    const auto& history = m_board.history();
    m_undo->setEnabled(history.canUndo() || m_board.isReplaying());
    m_undo->setToolTip(tr("Undo %1").arg(history.undoText()));
    m_redo->setEnabled(history.index() + (m_board.isReplaying() ? 1 : 0) < history.count());
    m_redo->setToolTip(tr("Redo %1").arg(history.redoText()));
    m_replay->setEnabled(m_undo->isEnabled());
    m_theme->setText(themeOf(*this) == Theme::Light ? tr("Dark colours") : tr("Light colours"));
}

} // namespace chokepoint::ui
