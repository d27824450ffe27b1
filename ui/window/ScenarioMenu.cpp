// Fills the menus.
#include "window/ScenarioMenu.h"

#include "api/ScenarioWords.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QInputDialog>
#include <QMenu>

#include <utility>

namespace chokepoint::ui {
namespace {

QString labelOf(const Board& board, const Scenario& scenario) { return board.said(words::scenarioLabel(board.catalogue(), scenario)); }

} // namespace

ScenarioMenu::ScenarioMenu(Board& board, QMenu* menu, std::function<void(const InputError&)> refused)
    : QObject(menu), m_board(board), m_menu(menu), m_refused(std::move(refused))
{
    connect(menu, &QMenu::aboutToShow, this, &ScenarioMenu::fill);
    fill();
}

void ScenarioMenu::attempt(const std::function<void()>& act)
{
    try {
        act();
    } catch (const InputError& error) {
        m_refused(error);
    }
}

QAction* ScenarioMenu::add(const QString& words, const char* name, const std::function<void()>& act)
{
    auto* action = new QAction(menuText(words), m_menu);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, [this, act] { attempt(act); });
    m_actions << action;
    return action;
}

void ScenarioMenu::fill()
{
    for (auto* action : m_actions)
        action->deleteLater(); // it may be the one at work
    for (auto* action : std::exchange(m_actions, {}))
        m_menu->removeAction(action);
    const auto& workbook = m_board.workbook();
    for (const auto& entry : workbook.scenarios) {
        const auto id = entry.scenario.id;
        auto* action = add(labelOf(m_board, entry.scenario), "", [this, id] { m_board.putScenarioOnTable(id); });
        action->setObjectName(QStringLiteral("scenario:") + text(id));
        action->setCheckable(true);
        action->setChecked(id == workbook.onTable);
        if (!entry.notes.empty())
            action->setToolTip(plainText(entry.notes));
    }
    m_actions << new QAction(m_menu);
    m_actions.back()->setSeparator(true);
    add(tr("New package"), "newScenario", [this] { m_board.newScenario(); })->setToolTip(tr("Starts a package that changes nothing yet."));
    add(tr("Duplicate"), "duplicateScenario", [this] {
        m_board.duplicateScenario(m_board.workbook().onTable);
    })->setToolTip(tr("Keeps this package and goes on with a copy."));
    add(tr("Rename…"), "renameScenario", [this] { rename(); });
    add(tr("Remove"), "removeScenario", [this] {
        m_board.removeScenario(m_board.workbook().onTable);
    })->setEnabled(workbook.scenarios.size() > 1);
    m_actions << new QAction(m_menu);
    m_actions.back()->setSeparator(true);
    m_menu->insertActions(m_menu->actions().value(0), m_actions);
}

void ScenarioMenu::rename()
{
    auto* dialog = new QInputDialog(m_menu->parentWidget()->window());
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename package"));
    dialog->setLabelText(tr("New name"));
    dialog->setOkButtonText(tr("Rename"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->setTextValue(labelOf(m_board, m_board.scenario()));
    const auto id = m_board.workbook().onTable;
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id](const QString& title) { attempt([&] { m_board.renameScenario(id, title); }); });
    dialog->open();
}

BaselineMenu::BaselineMenu(Board& board, QMenu* menu, std::function<void(const InputError&)> refused)
    : QObject(menu), m_board(board), m_menu(menu), m_refused(std::move(refused))
{
    connect(&board, &Board::changed, this, [this] { m_menu->menuAction()->setVisible(m_board.workbook().scenarios.size() > 1); });
    connect(menu, &QMenu::aboutToShow, this, &BaselineMenu::fill);
    m_menu->menuAction()->setVisible(m_board.workbook().scenarios.size() > 1);
}

void BaselineMenu::fill()
{
    m_menu->clear();
    for (const auto& entry : m_board.workbook().scenarios) {
        const auto id = entry.scenario.id;
        auto* action = m_menu->addAction(menuText(labelOf(m_board, entry.scenario)), this, [this, id] {
            try {
                m_board.setBaselineTo(id);
            } catch (const InputError& error) {
                m_refused(error);
            }
        });
        action->setObjectName(QStringLiteral("against:") + text(id));
        const auto* chosen = std::get_if<WorkbookBaseline>(&m_board.workbook().comparedWith);
        action->setCheckable(true);
        action->setChecked(chosen && chosen->id == id);
    }
}

} // namespace chokepoint::ui
