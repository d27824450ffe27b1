// Builds the dialog. Every button is one step of undo.
#include "window/AssumptionsDialog.h"

#include "bridge/Board.h"
#include "parts/CloseButton.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

QString assumptionCount(int assumptions)
{
    return assumptions == 1 ? AssumptionsDialog::tr("1 assumption") : AssumptionsDialog::tr("%n assumptions", nullptr, assumptions);
}

} // namespace

AssumptionsDialog::AssumptionsDialog(Board& board, QWidget* parent) : QDialog(parent), m_board(board)
{
    setWindowTitle(tr("Sets of assumptions"));
    setObjectName(QStringLiteral("assumptionSets"));
    resize(560, 520);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(wrappedLabel(tr("A set holds values of inputs, not measures. Using one replaces what you assume now and leaves your "
                                      "measures alone."),
                                   13, "muted", this));
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("sets"));
    m_list->setAccessibleName(tr("Sets of assumptions"));
    layout->addWidget(m_list, 1);
    m_about = wrappedLabel(this, QStringLiteral("aboutSet"), "muted");
    layout->addWidget(m_about);
    const auto button = [&](QHBoxLayout* row, const char* name, const QString& words, void (AssumptionsDialog::*then)()) {
        auto* made = new QPushButton(menuText(words), this);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, then);
        row->addWidget(made);
        return made;
    };
    auto* first = new QHBoxLayout;
    m_use = button(first, "useSet", tr("Use this set"), &AssumptionsDialog::use);
    m_remove = button(first, "removeSet", tr("Remove this set"), &AssumptionsDialog::remove);
    first->addStretch(1);
    button(first, "resetPolicy", tr("Reset policy, keep assumptions"), &AssumptionsDialog::resetPolicy);
    layout->addLayout(first);
    auto* second = new QHBoxLayout;
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("setName"));
    m_name->setPlaceholderText(tr("Name of a new set"));
    m_name->setMaxLength(200);
    second->addWidget(m_name, 1);
    m_keep = button(second, "keepSet", tr("Save what you assume now"), &AssumptionsDialog::keep);
    layout->addLayout(second);
    m_told = wrappedLabel(this, QStringLiteral("setTold"), "caution");
    layout->addWidget(m_told);
    auto* buttons = new QDialogButtonBox(this);
    addCloseButton(*buttons, tr("Close"), "closeSets");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &AssumptionsDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &AssumptionsDialog::use);
    connect(&board, &Board::changed, this, &AssumptionsDialog::list);
    list();
}

void AssumptionsDialog::list()
{
    const auto& workbook = m_board.workbook();
    const auto& assumed = m_board.scenario().assumptions;
    m_lines = {
        {{}, tr("The data book").toStdString(), tr("No assumption of yours: every input is as in the data book.").toStdString(), {}}};
    for (const auto& set : m_board.catalogue().assumptionSets)
        m_lines.push_back({set.id, set.title, set.description, set.assumptions});
    for (const auto& set : workbook.assumptionSets)
        m_lines.push_back({set.id, set.title, set.description, set.assumptions, true});
    const auto used = assumptionSetOf(workbook, m_board.catalogue(), m_board.scenario());
    const int before = std::max(0, m_list->currentRow());
    m_list->clear();
    for (const auto& line : m_lines) {
        const bool isUsed = line.id.empty() ? assumed.empty() : line.id == used;
        m_list->addItem(isUsed ? tr("%1 (in use)", "name of a set of assumptions").arg(text(line.title)) : text(line.title));
    }
    m_list->setCurrentRow(std::min(before, m_list->count() - 1));
    m_keep->setEnabled(!assumed.empty());
}

void AssumptionsDialog::choose(int row)
{
    if (row < 0)
        return;
    const auto& line = m_lines[static_cast<std::size_t>(row)];
    const auto count = line.assumptions.empty() ? QString() : assumptionCount(static_cast<int>(line.assumptions.size()));
    QStringList words{count, text(line.description)};
    words.removeAll(QString());
    m_about->setText(joined(words, MessageList::Joint::Dot, m_board.language()));
    m_remove->setEnabled(line.isOwn);
    m_use->setEnabled(true);
}

void AssumptionsDialog::use()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const auto line = m_lines[static_cast<std::size_t>(row)];
    m_told->clear();
    try {
        Workbook after = m_board.workbook();
        std::ranges::find(after.scenarios, after.onTable, [](const WorkbookScenario& entry) {
            return entry.scenario.id;
        })->scenario.assumptions = line.assumptions;
        m_board.setContent(std::move(after), tr("assumptions: %1").arg(text(line.title)));
    } catch (const InputError& error) {
        m_told->setText(told(error, m_board.language()));
    }
}

void AssumptionsDialog::keep()
{
    const auto name = m_name->text().trimmed().toStdString();
    if (name.empty()) {
        m_told->setText(tr("Give the set a name."));
        m_name->setFocus();
        return;
    }
    std::vector<std::string> ids, titles;
    for (const auto& line : m_lines) {
        ids.push_back(line.id);
        titles.push_back(line.title);
    }
    Workbook after = m_board.workbook();
    after.assumptionSets.push_back({uniqueId("set", ids), uniqueTitle(name, titles), {}, m_board.scenario().assumptions});
    m_told->clear();
    m_name->clear();
    m_board.setContent(std::move(after), tr("set of assumptions: %1").arg(text(name)));
    m_list->setCurrentRow(m_list->count() - 1);
}

void AssumptionsDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0 || !m_lines[static_cast<std::size_t>(row)].isOwn)
        return;
    const auto line = m_lines[static_cast<std::size_t>(row)];
    Workbook after = m_board.workbook();
    std::erase_if(after.assumptionSets, [&](const AssumptionSet& set) { return set.id == line.id; });
    m_board.setContent(std::move(after), tr("set of assumptions removed: %1").arg(text(line.title)));
}

void AssumptionsDialog::resetPolicy()
{
    auto reset = m_board.catalogue().presets.front();
    reset.assumptions = m_board.scenario().assumptions;
    m_board.setScenario(reset, tr("policy reset"));
}

} // namespace chokepoint::ui
