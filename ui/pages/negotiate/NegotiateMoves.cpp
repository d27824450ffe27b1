// What a person may do while the talks go on, and after them.
#include "pages/negotiate/NegotiatePage.h"

#include "api/RehearsalWords.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/TableDialogs.h"
#include "pages/negotiate/TableView.h"
#include "parts/Text.h"

#include <QPushButton>

namespace chokepoint::ui {

/// Of several packages it says which one the other side takes up.
void NegotiatePage::send()
{
    const auto offers = m_table->offers();
    if (!m_rehearsal || offers.size() == 1)
        return moved(m_rehearsal && m_rehearsal->offer(offers.front()));
    const auto before = m_rehearsal->view(seat()).moves().size();
    const bool isDone = m_rehearsal->offerAny(offers);
    moved(isDone);
    if (!isDone)
        return;
    const auto& domain = m_rehearsal->game().domain;
    const auto view = m_rehearsal->view(seat());
    const auto& taken = view.moves()[before].package;
    tell(tr("They took up: %1").arg(m_board.said(words::stepInWords(domain, domain.statusQuo(), taken))));
}

void NegotiatePage::moved(bool isDone)
{
    if (isDone)
        goOn();
    else
        m_table->tell(tr("This move is not open: an offer crosses no red line, packages offered together are of like worth to you, and "
                         "there must be an offer to accept."));
}

/// The last offer stands, or before the first today does; who has the last word and says nothing has left.
void NegotiatePage::timeIsUp()
{
    if (!m_rehearsal || m_rehearsal->isOver())
        return;
    closeMoveDialogs();
    const auto view = m_rehearsal->view(*m_rehearsal->turn());
    if (m_rehearsal->isLastWord())
        m_rehearsal->breakOff();
    else
        m_rehearsal->offer(view.lastOffer(view.side()).value_or(view.game().domain.statusQuo()));
    goOn();
    tell(tr("The time was up: your last offer stood."));
}

/// Asks once more by its own words before it leaves.
void NegotiatePage::breakOff()
{
    if (!m_rehearsal || m_rehearsal->isOver())
        return;
    if (!m_isAskedToBreakOff) {
        m_isAskedToBreakOff = true;
        m_breakOff->setText(tr("Leave for good"));
        return m_table->tell(tr("Press again to leave the table without a deal."));
    }
    m_rehearsal->breakOff();
    goOn();
}

/// It is no move: the draft stays, and so does the clock.
void NegotiatePage::askPressure()
{
    if (!m_rehearsal || m_rehearsal->isOver())
        return;
    auto* dialog = new PressureDialog(m_rehearsal->view(*m_rehearsal->turn()), m_board, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { announce(dialog->measure(), dialog->afterRounds()); });
    dialog->open();
}

void NegotiatePage::announce(std::pair<std::size_t, std::size_t> measure, int afterRounds)
{
    const auto side = *m_rehearsal->turn();
    if (!m_rehearsal->press(measure.first, measure.second, afterRounds))
        return m_table->tell(tr("This measure cannot be announced now."));
    m_drafts.of(side) = m_table->draft();
    seatAtTable();
    keep();
    const auto view = m_rehearsal->view(side);
    m_table->tell(m_board.said(words::pressureInWords(view.game().domain, view.pressures().back())));
}

void NegotiatePage::mediate()
{
    if (!m_rehearsal || m_rehearsal->isOver() || m_rehearsal->isLastWord())
        return;
    const auto text = m_rehearsal->mediated(m_table->draft());
    if (text) {
        m_table->setDraft(*text);
        keep();
    }
    m_table->tell(text ? tr("The mediator’s text is your draft now: both would rather have it than what stood there.")
                       : tr("The mediator found no text that both would rather have."));
}

void NegotiatePage::propose(const bargain::Package& package)
{
    if (!m_rehearsal)
        return tell(tr("The computers have left the table."));
    const bool isTaken = m_rehearsal->settleAfter(package);
    m_debrief->setDebrief(m_rehearsal->debrief(), seat());
    keep();
    tellState();
    tell(isTaken ? tr("Both took it: it is the deal now.") : tr("The deal stands."));
}

/// What is on the table, of people or of two computers; nullptr before.
const bargain::Rehearsal* NegotiatePage::talks() const
{
    return m_rehearsal ? &*m_rehearsal : m_watched ? &m_watched->talks() : nullptr;
}

/// Nothing before the end.
std::optional<bargain::Debrief> NegotiatePage::truth() const
{
    return m_rehearsal ? m_rehearsal->debrief() : m_watched ? m_watched->debrief() : std::nullopt;
}

} // namespace chokepoint::ui
