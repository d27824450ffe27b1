// Builds the dialog. What is kept is one step of undo.
#include "window/NotesDialog.h"

#include "bridge/Board.h"
#include "parts/Text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {

NotesDialog::NotesDialog(Board& board, QWidget* parent) : QDialog(parent), m_board(board)
{
    setWindowTitle(tr("Name and notes"));
    setObjectName(QStringLiteral("notes"));
    resize(520, 460);
    auto* layout = new QVBoxLayout(this);
    const auto add = [&](const char* name, const QString& words, auto* field) {
        auto* label = new QLabel(words, this);
        label->setBuddy(field);
        field->setObjectName(QLatin1String(name));
        layout->addWidget(label);
        layout->addWidget(field);
        return field;
    };
    const auto& entry = *findScenario(board.workbook(), board.workbook().onTable);
    m_title = add("scenarioTitle", tr("Name of the package"), new QLineEdit(text(entry.scenario.title), this));
    m_title->setMaxLength(200);
    m_ofScenario = add("scenarioNotes", tr("Notes on the package"), new QPlainTextEdit(text(entry.notes), this));
    m_ofWorkbook = add("workbookNotes", tr("Notes on the workbook"), new QPlainTextEdit(text(board.workbook().notes), this));
    for (auto* field : {m_ofScenario, m_ofWorkbook})
        field->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(this);
    auto* keepButton = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keepButton->setObjectName(QStringLiteral("keepNotes"));
    keepButton->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("cancelNotes"));
    connect(buttons, &QDialogButtonBox::accepted, this, &NotesDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void NotesDialog::keep()
{
    constexpr qsizetype most = 200'000; // letters of one note
    Workbook after = m_board.workbook();
    auto id = after.onTable;
    if (const auto title = m_title->text().trimmed(); title != text(scenarioOnTable(after).title))
        id = renameScenario(after, m_board.catalogue(), id, title.toStdString());
    auto& entry = *std::ranges::find(after.scenarios, id, [](const WorkbookScenario& other) { return other.scenario.id; });
    entry.notes = m_ofScenario->toPlainText().left(most).toStdString();
    after.notes = m_ofWorkbook->toPlainText().left(most).toStdString();
    m_board.setContent(std::move(after), tr("name and notes"));
    accept();
}

} // namespace chokepoint::ui
