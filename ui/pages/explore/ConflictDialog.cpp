// Builds the dialog.
#include "pages/explore/ConflictDialog.h"
#include "api/MeasureWords.h"

#include "parts/DataText.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {

ConflictDialog::ConflictDialog(const Board& board, const Scenario& package, const std::vector<std::size_t>& conflicts, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Add %1").arg(QString::fromStdString(package.title)));
    auto* layout = new QVBoxLayout(this);
    auto* note = new QLabel(tr("Both packages set these measures. Tick those that should take the new setting."), this);
    note->setWordWrap(true);
    layout->addWidget(note);
    for (const auto measure : conflicts) {
        const auto& about = board.catalogue().measures[measure];
        std::string theirs;
        for (const auto& change : package.changes)
            if (change.measure == about.id)
                theirs = change.value;
        auto* box = new QCheckBox(menuText(tr("%1: %2, now %3")
                                               .arg(QString::fromStdString(about.shortName), board.said(words::shortValue(about, theirs)),
                                                    board.said(words::shortValue(about, board.valueOf(measure))))),
                                  this);
        box->setObjectName(QStringLiteral("replace:") + QString::fromStdString(about.id));
        box->setChecked(true);
        layout->addWidget(box);
        m_boxes.emplace_back(about.id, box);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

std::set<std::string> ConflictDialog::kept() const
{
    std::set<std::string> kept;
    for (const auto& [id, box] : m_boxes)
        if (!box->isChecked())
            kept.insert(id);
    return kept;
}

} // namespace chokepoint::ui
