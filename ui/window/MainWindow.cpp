// Builds the window around its pages.
#include "window/MainWindow.h"
#include "window/Pages.h"

#include "api/Files.h"
#include "api/InputError.h"
#include "api/PersonalFacts.h"
#include "api/ScenarioEdits.h"
#include "look/Icons.h"
#include "look/ThemeChoice.h"
#include "pages/explore/ConflictDialog.h"
#include "window/ChoiceBox.h"
#include "window/Keyboard.h"
#include "window/PageBar.h"
#include "api/ScenarioText.h"
#include "parts/MessageBar.h"
#include "parts/Text.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr QSize firstSize{1440, 900};
constexpr int titleBar = 40, frame = 8; ///< pixels that the desktop adds to a window: its title bar, and its frame on both sides

} // namespace

MainWindow::MainWindow(Board& board, Draws& draws) : m_board(board), m_draws(draws)
{
    setWindowTitle(tr("Chokepoint"));
    setMinimumSize(800, 560);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildActions();
    auto* bar = buildTopBar(centre);
    layout->addWidget(bar);
    m_messageBar = new MessageBar(bar);
    buildPages(centre);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_pages->currentWidget()->setFocus(); // nothing in the bar looks chosen at the start
    if (const auto* screen = this->screen())
        resize(firstSizeOn(screen->availableGeometry().size()));

    addKeyboard(*this);
    connect(&board, &Board::changed, this, &MainWindow::refresh);
    connect(&board, &Board::workbookOpened, this, [this] {
        const auto& page = m_board.workbook().view.page;
        const auto kinds = pageKinds();
        showPage(std::ranges::find(kinds, page, &PageKind::id) == kinds.end() ? std::string(kinds.front().id) : page);
    });
    connect(&board.history(), &QUndoStack::indexChanged, this, &MainWindow::refreshHistory);
    refresh();
}

QSize MainWindow::firstSizeOn(QSize available) { return firstSize.boundedTo(available - QSize(frame, titleBar)); }

void MainWindow::buildActions()
{
    m_undo = new QAction(tr("Undo"), this);
    m_undo->setIcon(iconOf(Glyph::Undo));
    m_undo->setShortcut(QKeySequence::Undo);
    connect(m_undo, &QAction::triggered, &m_board, &Board::undo);
    m_redo = new QAction(tr("Redo"), this);
    m_redo->setIcon(iconOf(Glyph::Redo));
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}); // by name: a platform may give one of them twice
    connect(m_redo, &QAction::triggered, &m_board, &Board::redo);
    m_open = new QAction(tr("Open…"), this);
    m_open->setShortcut(QKeySequence::Open);
    connect(m_open, &QAction::triggered, this, &MainWindow::askOpen);
    m_save = new QAction(tr("Save the package as text…"), this);
    m_save->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S); // plain X11 has none of its own
    connect(m_save, &QAction::triggered, this, &MainWindow::askSave);
    m_replay = new QAction(tr("Replay"), this);
    m_replay->setToolTip(tr("Shows the last change again (Space)."));
    connect(m_replay, &QAction::triggered, &m_board, &Board::replay);
    for (auto* action : {m_undo, m_redo, m_replay, m_open, m_save})
        addAction(action);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] { go({.page = "explore", .part = "search"}); });
}

void MainWindow::showMessage(const InputError& error)
{
    m_messageBar->say(text(chokepoint::said(error, m_board.language()).whole(m_board.language())));
}

void MainWindow::say(const QString& words) { m_messageBar->say(words); }

void MainWindow::openAny(const QString& file)
{
    if (m_opener)
        m_opener(file);
    else
        openScenario(file);
}

void MainWindow::setFileActions(const QList<QAction*>& actions)
{
    removeAction(m_open); // or two actions would share its keys
    m_open->setVisible(false);
    m_save->setShortcut({});
    m_fileMenu->insertActions(m_open, actions);
    m_fileMenu->insertSeparator(m_open);
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
    fitBar();
}

QString MainWindow::message() const { return m_messageBar->text(); }

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
    const auto name = tr("adding %1").arg(text(package.title));
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
        const auto whole = readTextFile(file.toStdString(), largestScenarioFile);
        m_board.openScenario(checkedScenario(m_board.engine(), whole, file.toStdString()), whole);
        m_messageBar->hide();
        m_dialogs.remember(file);
        emit fileUsed(file);
    } catch (const InputError& error) {
        showMessage(error);
    }
}

void MainWindow::saveScenario(const QString& file)
{
    auto scenario = m_board.scenario();
    if (const auto* preset = std::get_if<PresetBaseline>(&m_board.workbook().comparedWith))
        scenario.baseline = preset->id;
    const auto& opened = findScenario(m_board.workbook(), m_board.workbook().onTable)->text;
    try {
        writeFile(file.toStdString(), writeScenario(scenario, m_board.catalogue(), opened));
        emit fileUsed(file);
    } catch (const InputError& error) {
        showMessage(error);
    }
}

void MainWindow::openBaseline(const QString& file)
{
    try {
        m_board.setBaseline(checkedScenarioFile(m_board.engine(), file.toStdString()));
        m_messageBar->hide();
    } catch (const InputError& error) {
        showMessage(error);
    }
}

void MainWindow::openFacts(const QString& file)
{
    try {
        m_board.setFacts(readFactsFile(m_board.engine(), m_board.language(), file.toStdString()),
                         tr("facts of %1").arg(QFileInfo(file).fileName()));
        m_messageBar->hide();
        m_dialogs.remember(file);
        go({.page = "sources", .part = "facts"});
    } catch (const InputError& error) {
        showMessage(error);
    }
}

void MainWindow::askFacts()
{
    const auto file = m_dialogs.askOpen(this, tr("Open facts of your own"), FileDialogs::Kind::Table);
    if (!file.isEmpty())
        openFacts(file);
}

void MainWindow::askBaseline()
{
    const auto file = m_dialogs.askOpen(this, tr("Compare with a saved scenario"));
    if (!file.isEmpty())
        openBaseline(file);
}

void MainWindow::askOpen()
{
    const auto file = m_dialogs.askOpen(this, tr("Open a scenario"));
    if (!file.isEmpty())
        openScenario(file);
}

void MainWindow::askSave()
{
    const auto file = m_dialogs.askSave(this, tr("Save the scenario"), text(m_board.scenario().id) + QStringLiteral(".toml"));
    if (!file.isEmpty())
        saveScenario(file);
}

void MainWindow::setTheme(Theme theme)
{
    ThemeChoice::of(*qApp).setWish(theme == Theme::Dark ? ThemeChoice::Wish::Dark : ThemeChoice::Wish::Light);
}

} // namespace chokepoint::ui
