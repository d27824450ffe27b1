// Builds the list: the start, then one line for each step; what is undone is dim.
#include "window/HistoryDialog.h"

#include "bridge/Board.h"
#include "look/Theme.h"
#include "parts/CloseButton.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {

HistoryDialog::HistoryDialog(Board& board, QWidget* parent) : QDialog(parent), m_board(board)
{
    setWindowTitle(tr("History"));
    setObjectName(QStringLiteral("history"));
    resize(460, 480);
    auto* layout = new QVBoxLayout(this);
    auto* note = new QLabel(tr("Choose a step to go back or forward to. The workbook keeps its steps in its file."), this);
    note->setWordWrap(true);
    layout->addWidget(note);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("steps"));
    m_list->setUniformItemSizes(true); // of ten thousand steps only those in view are measured
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(this);
    m_go = buttons->addButton(tr("Go to this step"), QDialogButtonBox::ActionRole);
    m_go->setObjectName(QStringLiteral("goToStep"));
    m_go->setDefault(true);
    addCloseButton(*buttons, tr("Close"), "closeHistory");
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::itemActivated, this, &HistoryDialog::goToChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_go->setEnabled(row != m_board.history().index()); });
    connect(m_go, &QPushButton::clicked, this, &HistoryDialog::goToChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_board.history(), &QUndoStack::indexChanged, this,
            [this] { m_list->count() == m_board.history().count() + 1 ? mark() : list(); });
    list();
}

void HistoryDialog::list()
{
    m_list->clear();
    m_list->addItem(tr("Start"));
    for (int i = 0; i < m_board.history().count(); ++i)
        m_list->addItem(m_board.history().text(i));
    mark();
}

/// Where the workbook stands is chosen and bold.
void HistoryDialog::mark()
{
    const int done = m_board.history().index();
    for (int row = 0; row < m_list->count(); ++row) {
        auto* item = m_list->item(row);
        item->setFont(fontOf(13, row == done ? QFont::DemiBold : QFont::Normal));
        item->setForeground(row > done ? tokensOf(*this).faint : tokensOf(*this).text);
    }
    m_list->setCurrentRow(done);
    m_list->scrollToItem(m_list->currentItem());
    m_go->setEnabled(false);
}

void HistoryDialog::goToChosen()
{
    if (const int row = m_list->currentRow(); row >= 0)
        m_board.goToStep(row);
}

} // namespace chokepoint::ui
