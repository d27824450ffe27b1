// What a person may do while the talks go on, and after them.
#include "pages/negotiate/NegotiatePage.h"

#include "api/RehearsalWords.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/TableDialogs.h"
#include "pages/negotiate/TableView.h"
#include "pages/negotiate/WatchView.h"
#include "parts/Text.h"

#include <QPushButton>
#include <QRandomGenerator>

namespace chokepoint::ui {
namespace {

constexpr quint32 seedsAtMost = 1000000;

} // namespace

std::uint64_t NegotiatePage::nextSeed()
{
    return m_nextSeed ? *std::exchange(m_nextSeed, std::nullopt) : QRandomGenerator::global()->bounded(1u, seedsAtMost);
}

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
    const auto& domain = bargain::modelGameOf(m_board.engine()).domain;
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
    const auto side = *m_rehearsal->turn();
    PressureDialog dialog(m_rehearsal->view(side), m_board, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto [issue, level] = dialog.measure();
    if (!m_rehearsal->press(issue, level, dialog.afterRounds()))
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

/// Two computers bargain while a person looks on from the seat of an observer.
void NegotiatePage::watch()
{
    bargain::WatchTerms terms{.personas = m_prepare->personasWatched(), .rounds = m_prepare->rounds(), .seed = nextSeed()};
    if (const auto* replay = m_prepare->replay()) {
        terms.replay = replay->id;
        terms.opens = replay->opens;
    }
    try {
        m_watched.emplace(*m_packages, terms);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    tell({});
    m_debrief->setDebrief(std::nullopt, bargain::Side::US);
    m_watch->setTalks(&*m_watched);
    showStep(Step::Table);
}

void NegotiatePage::watchExample(std::uint64_t seed, int moves)
{
    setNextSeed(seed);
    watch();
    for (int move = 0; move < moves && !m_watched->talks().isOver(); ++move)
        nextMove(false);
}

void NegotiatePage::nextMove(bool isToTheEnd)
{
    if (!m_watched)
        return;
    while (m_watched->step() && isToTheEnd) {}
    m_watch->setTalks(&*m_watched);
    if (!m_watched->talks().isOver())
        return tellState();
    m_debrief->setDebrief(m_watched->debrief(), bargain::Side::US);
    showStep(Step::Debrief);
}

} // namespace chokepoint::ui
