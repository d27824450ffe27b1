// Builds the window around the Explore page.
#include "window/MainWindow.h"

#include "api/InputError.h"
#include "api/ScenarioEdits.h"
#include "pages/explore/ConflictDialog.h"
#include "pages/explore/ExplorePage.h"
#include "window/Keyboard.h"
#include "levers/LeverPanel.h"
#include "window/PageBar.h"
#include "api/ScenarioText.h"
#include "api/Words.h"
#include "parts/Text.h"

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
    connect(&board.history(), &QUndoStack::indexChanged, this, &MainWindow::refreshHistory);
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
    const auto& scenario = m_board.scenario();
    const auto bytes = QByteArray::fromStdString(
        writeScenario(scenario.start == defaultStart ? scenario : edit::dated(scenario), m_board.catalogue()));
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

} // namespace chokepoint::ui
