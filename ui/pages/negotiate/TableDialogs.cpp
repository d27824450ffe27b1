// Lays out both questions.
#include "pages/negotiate/TableDialogs.h"

#include "api/RehearsalWords.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

QString levelWords(const Board& board, const bargain::Issue& issue, std::size_t level)
{
    return board.said(Message("rehearsal.to_level", {{"issue", issue.name}, {"level", issue.levels[level].shortLabel}}));
}

} // namespace

MoveDialog::MoveDialog(const QString& title, const QString& question, QWidget* parent)
    : QDialog(parent), m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal); // stays so when it is hidden for a moment, which a nested loop would take for an answer
    setWindowTitle(title);
    m_column->setContentsMargins(20, 16, 20, 16);
    m_column->addWidget(wrappedLabel(question, 12.5, "muted", this));
}

QPushButton* MoveDialog::addButtons(const QString& words)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* take = buttons->button(QDialogButtonBox::Ok);
    take->setText(words);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_column->addWidget(buttons);
    return take;
}

PressureDialog::PressureDialog(const bargain::SeatView& seat, const Board& board, QWidget* parent)
    : MoveDialog(tr("Pressure outside the table"),
                 tr("A measure that you announce. From the round in which it takes effect it is what comes without a deal; a deal lifts "
                    "it. It is no move, and the other side may answer in kind."),
                 parent),
      m_possible(seat.possiblePressures())
{
    setObjectName(QStringLiteral("pressureDialog"));
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("pressures"));
    m_list->setAccessibleName(tr("Measures that you may announce"));
    m_list->setWordWrap(true);
    m_list->setMinimumSize(460, 220);
    for (const auto& [issue, level] : m_possible) {
        const MessageList words{{MessageValue(levelWords(board, seat.game().domain.issues[issue], level).toStdString()),
                                 MessageValue(words::pressureEffectInWords(seat.effectOfPressure(issue, level)))},
                                MessageList::Joint::Dot};
        new QListWidgetItem(board.said(words), m_list);
    }
    m_list->setCurrentRow(0);
    column()->addWidget(m_list);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Takes effect after rounds"), this);
    m_after = new QSpinBox(this);
    m_after->setObjectName(QStringLiteral("pressureAfter"));
    m_after->setRange(0, bargain::Rehearsal::latestPressure);
    m_after->setValue(1);
    label->setBuddy(m_after);
    guardWheel(*m_after);
    row->addWidget(label);
    row->addWidget(m_after);
    row->addStretch(1);
    column()->addLayout(row);
    addButtons(tr("Announce"))->setEnabled(!m_possible.empty());
}

std::pair<std::size_t, std::size_t> PressureDialog::measure() const
{
    return m_possible[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

int PressureDialog::afterRounds() const { return m_after->value(); }

PartDialog::PartDialog(const bargain::SeatView& seat, const bargain::Package& theirs, const Board& board, QWidget* parent)
    : MoveDialog(tr("Settle part of it"),
                 tr("Which items of their offer do you settle? The rest stays as today, and linked pairs stay whole. They may take it or "
                    "go on."),
                 parent),
      m_domain(seat.game().domain),
      m_theirs(theirs)
{
    setObjectName(QStringLiteral("partDialog"));
    const auto common = seat.commonPart();
    for (std::size_t i = 0; i < m_domain.issues.size(); ++i) {
        const auto& issue = m_domain.issues[i];
        m_boxes.push_back(nullptr);
        if (theirs.levels[i] == issue.statusQuo)
            continue;
        auto* box = m_boxes.back() = new QCheckBox(menuText(levelWords(board, issue, theirs.levels[i])), this);
        box->setObjectName(QStringLiteral("part:") + text(issue.id));
        box->setChecked(common && common->levels[i] == theirs.levels[i]);
        connect(box, &QCheckBox::toggled, this, &PartDialog::follow);
        column()->addWidget(box);
    }
    m_propose = addButtons(tr("Propose this part"));
    follow();
}

/// Items that are as today on both sides belong to either, so that pairs are whole.
std::vector<bool> PartDialog::issues() const
{
    std::vector<bool> some;
    for (const auto* box : m_boxes)
        some.push_back(!box || box->isChecked());
    return some;
}

void PartDialog::follow()
{
    const auto part = bargain::partOf(m_domain, m_theirs, issues());
    m_propose->setEnabled(part != m_domain.statusQuo() && part != m_theirs);
}

} // namespace chokepoint::ui
