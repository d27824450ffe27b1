// Begins talks of each kind, and leaves nothing of those that were there before.
#include "pages/negotiate/NegotiatePage.h"

#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/RoundClock.h"
#include "pages/negotiate/TableDialogs.h"
#include "pages/negotiate/TableView.h"
#include "pages/negotiate/WatchView.h"
#include "parts/Text.h"

#include <QRandomGenerator>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr quint32 seedsAtMost = 1000000;

} // namespace

std::uint64_t NegotiatePage::nextSeed()
{
    return m_nextSeed ? *std::exchange(m_nextSeed, std::nullopt) : QRandomGenerator::global()->bounded(1u, seedsAtMost);
}

/// Whatever kind they are: with their drafts, keys, clock, questions and the panel between two people, and with a preparation of two that
/// is half done.
void NegotiatePage::leaveTalks()
{
    closeMoveDialogs();
    if (std::exchange(m_afterCover, nullptr))
        m_cover->leave();
    if (std::exchange(m_firstOfTwo, std::nullopt))
        m_prepare->beginFor(Side::US, false);
    m_opening.reset();
    m_runningOfTalks.cancel();
    m_keepSoon.stop();
    m_clock->stop();
    m_table->setSeat(std::nullopt, {});
    m_watch->setTalks(nullptr);
    m_debrief->setDebrief(std::nullopt, Side::US);
    m_rehearsal.reset();
    m_watched.reset();
    for (auto* breach : {m_table->breach(), m_debrief->breach()})
        breach->setTimes(std::nullopt);
    m_keptId.clear();
    m_keys = {};
    m_drafts = {};
    m_secondsOfMove = 0;
    m_isAskedToBreakOff = false;
    tell({});
}

/// What was asked at the table is asked no more.
void NegotiatePage::closeMoveDialogs()
{
    for (auto* dialog : findChildren<MoveDialog*>())
        dialog->reject();
}

void NegotiatePage::startAnew()
{
    leaveTalks();
    m_prepare->beginFor(Side::US, false);
    showStep(Step::Prepare);
}

void NegotiatePage::openTable()
{
    if (talks() && !talks()->isOver())
        return tell(preparationClosed());
    if (const auto reason = m_prepare->reasonAgainst(); !reason.isEmpty())
        return tell(reason);
    if (m_prepare->isWatched())
        return watch();
    const auto side = m_prepare->side();
    std::optional<SealKey> key;
    try {
        if (const auto passphrase = m_prepare->passphrase(); !passphrase.empty())
            key.emplace(passphrase);
    } catch (const InputError& error) { // too short
        return tell(told(error, m_board.language()));
    }
    if (m_prepare->isForTwo() && !m_firstOfTwo) {
        m_firstOfTwo = {m_prepare->seatTerms(), std::move(key)};
        m_prepare->beginFor(bargain::otherThan(side), true); // the answers of the first are gone before the second may look
        return handOver(bargain::otherThan(side), [this] { tellState(); });
    }
    Beginning talks;
    auto& terms = talks.terms;
    terms.people.of(side) = m_prepare->seatTerms();
    talks.keys.of(side) = std::move(key);
    terms.opens = side;
    if (m_firstOfTwo) {
        terms.opens = bargain::otherThan(side);
        terms.people.of(terms.opens) = m_firstOfTwo->terms;
        talks.keys.of(terms.opens) = m_firstOfTwo->key;
    } else {
        terms.persona = m_prepare->persona();
    }
    terms.rounds = m_prepare->rounds();
    if (const auto* replay = m_prepare->replay()) {
        terms.replay = replay->id;
        terms.opens = replay->opens; // as in the record
    }
    if (!m_nextSeed && !m_prepare->isForTwo()) // so that nobody who knows the seed can tell who sits across the table
        terms.secret = QRandomGenerator64::global()->generate() | 1U;
    terms.seed = nextSeed();
    talks.secondsOfMove = m_prepare->secondsOfMove();
    begin(talks);
}

void NegotiatePage::beginExample(std::uint64_t seed)
{
    const auto& game = bargain::modelGameOf(m_board.engine());
    Beginning talks;
    talks.terms.people.us = bargain::SeatTerms{game.weightings[bargain::weightingsOf(game, Side::US)[1]].weights};
    talks.terms.people.us->target = 55;
    talks.terms.persona = "late";
    talks.terms.seed = seed;
    begin(talks);
}

void NegotiatePage::chooseScored()
{
    m_prepare->showGame(true, nullptr);
    makePackages();
}

void NegotiatePage::beginScoredExample(std::uint64_t seed)
{
    Beginning talks;
    talks.terms.people.us = bargain::SeatTerms{m_packages->game().weightings.front().weights};
    talks.terms.persona = "late";
    talks.terms.seed = seed;
    begin(talks);
}

void NegotiatePage::begin(const Beginning& talks)
{
    try {
        bargain::Rehearsal rehearsal(*m_packages, talks.terms);
        leaveTalks();
        m_rehearsal = std::move(rehearsal);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    m_keys = talks.keys;
    m_secondsOfMove = talks.secondsOfMove;
    m_prepare->beginFor(talks.terms.opens, false);
    m_keptId = m_kept.freeId();
    goOn();
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
        bargain::WatchedTalks watched(*m_packages, terms);
        leaveTalks();
        m_watched = std::move(watched);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    m_keptId = m_kept.freeId();
    showWatched();
    keep();
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
    showWatched();
    keep();
}

/// As far as they have come: to the debrief when they are over.
void NegotiatePage::showWatched()
{
    const bool isOver = m_watched->talks().isOver();
    m_watch->setTalks(&*m_watched);
    m_debrief->setDebrief(m_watched->debrief(), Side::US);
    showStep(isOver ? Step::Debrief : Step::Table);
}

} // namespace chokepoint::ui
