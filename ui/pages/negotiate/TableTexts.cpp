// What the table says of the draft and of the talks so far.
#include "pages/negotiate/TableView.h"

#include "api/BargainWords.h"
#include "api/ChangeWords.h"
#include "api/NumberWords.h"
#include "api/RehearsalWords.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/OffersPlot.h"
#include "pages/negotiate/PackageBoard.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WorthScales.h"
#include "parts/DataText.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::ui {

using bargain::MoveKind;
using bargain::Side;

namespace {

constexpr std::array years{2027, 2028, 2030, 2035};
constexpr std::size_t bandDraws = 200;
constexpr std::uint64_t bandSeed = 1;

} // namespace

void TableView::follow()
{
    m_isWarned = false;
    m_cleared.reset();
    m_scales->setBand(std::nullopt);
    tellWorth();
    tellRow();
    tellSwap();
    tellButtons();
    fillEffects();
    fillOffers();
    fillLedger();
    fillWishes();
    fillBreach();
    const bool hasDraws = m_seat && isOfModel(); // none are behind a sheet
    hasDraws ? m_delay.start() : m_delay.stop();
    if (!m_seat)
        m_drawing.cancel();
}

void TableView::tellWorth()
{
    m_scales->setView(m_seat, draft());
    if (!m_seat) {
        for (auto* each : {m_title, m_mine, m_mineAbout, m_theirs, m_theirsAbout})
            each->clear();
        return;
    }
    m_title->setText(m_state.isLastWord ? tr("Their last offer: accept it or break off") : tr("Your draft of offer %1").arg(m_state.round));
    const double worth = m_seat->worth(draft()), above = worth - m_seat->walkAway();
    m_mine->setText(said(words::points(worth)));
    if (m_cleared)
        m_mineAbout->setText(
            said(Message("rehearsal.cleared", {{"count", static_cast<int>(std::lround(*m_cleared * bandDraws))}, {"all", bandDraws}})));
    else
        m_mineAbout->setText(said(above < 0 ? Message("rehearsal.worth_below", {{"points", words::points(-above)}})
                                            : Message("rehearsal.worth_above", {{"points", words::points(above)}})));
    const auto theirs = m_seat->estimate(draft());
    m_theirs->setText(said(words::points(theirs.value)));
    m_theirsAbout->setText(isOfModel() ? said(words::pointsRange(theirs)) : tr("by what their offers hold fast to"));
}

/// What every other level of the chosen row would do from here.
void TableView::tellRow()
{
    if (!m_seat)
        return m_row->clear();
    const auto& domain = m_seat->game().domain;
    const auto issue = m_package->current();
    const double mine = m_seat->worth(draft()), theirs = m_seat->estimate(draft()).value;
    QStringList steps;
    for (std::size_t l = 0; l < domain.issues[issue].levels.size(); ++l) {
        if (l == draft().levels[issue] || !m_seat->offerable().allows(issue, l))
            continue;
        auto other = draft();
        other.levels[issue] = static_cast<std::uint8_t>(l);
        steps << said(Message("rehearsal.next_level", {{"level", domain.issues[issue].levels[l].shortLabel},
                                                       {"mine", words::pointsChange(m_seat->worth(other) - mine)},
                                                       {"theirs", words::pointsChange(m_seat->estimate(other).value - theirs)}}));
    }
    m_row->setText(joined(steps, MessageList::Joint::Dot, m_board.language()));
    m_row->setToolTip(plainText(text(domain.issues[issue].levels[draft().levels[issue]].label) + QLatin1Char('\n') + m_row->text()));
}

void TableView::tellSwap()
{
    m_swap = m_seat && !m_state.isLastWord ? m_seat->swap(draft()) : std::nullopt;
    m_try->setEnabled(m_swap.has_value());
    if (!m_seat)
        return m_swapWords->clear();
    m_swapWords->setText(m_swap ? tr("Swap found: %1").arg(said(words::swapInWords(*m_seat, draft(), *m_swap)))
                                : tr("No swap would be better for both."));
}

void TableView::tellButtons()
{
    if (!m_seat) {
        m_send->setEnabled(false);
        m_also->setVisible(false);
        m_which->setVisible(false);
        m_part->setEnabled(false);
        m_accept->setEnabled(false);
        m_send->setText(tr("Send the offer"));
        m_accept->setText(tr("Accept their offer"));
        return;
    }
    const auto theirs = this->theirs();
    const auto all = m_seat->lastOffers(bargain::otherThan(m_seat->side())).size();
    m_which->setVisible(all > 1);
    m_which->setText(tr("Their package %1 of %2").arg(m_shownOfTheirs + 1).arg(all));
    m_part->setEnabled(theirs && *theirs != m_seat->game().domain.statusQuo());
    const double worth = m_seat->worth(draft());
    m_send->setEnabled(!m_state.isLastWord);
    m_also->setVisible(m_state.mayOfferSeveral && !m_state.isLastWord);
    m_also->setEnabled(m_beside.size() + 1 < bargain::Rehearsal::mostAtOnce);
    if (!m_isWarned && !m_beside.empty())
        m_send->setText(tr("Send %n packages", nullptr, static_cast<int>(m_beside.size()) + 1));
    else if (!m_isWarned)
        m_send->setText(tr("Send offer %1").arg(m_state.round));
    else if (worth < m_seat->walkAway())
        m_send->setText(tr("Send %1, below your walk-away value").arg(said(words::points(worth))));
    else
        m_send->setText(tr("Send %1 though %2 is on offer").arg(said(words::points(worth)), said(words::points(m_seat->worth(*theirs)))));
    m_accept->setEnabled(theirs && m_seat->acceptable().holds(*theirs) && m_seat->worth(*theirs) >= m_seat->walkAway());
    m_accept->setText(theirs ? tr("Accept their offer, %1").arg(said(words::points(m_seat->worth(*theirs)))) : tr("Accept their offer"));
    if (!theirs || m_accept->isEnabled())
        m_accept->setToolTip(tr("Makes their last offer the deal."));
    else
        m_accept->setToolTip(tr("Their offer is worth less to you than no deal."));
}

/// Each line of the model with what it adds for this side; the points add up to the worth of the draft.
void TableView::fillEffects()
{
    if (!m_seat) {
        m_effects->setRows({});
        for (auto* each : {m_sum, m_home, m_consents})
            each->clear();
        return;
    }
    if (!isOfModel())
        return fillSheet();
    const auto& game = m_seat->game();
    const auto& engine = m_board.engine();
    const int year = years[static_cast<std::size_t>(m_years->current())];
    const auto start = m_seat->worthTerms().start;
    const auto now = engine.project(bargain::scenarioOf(game, draft(), start)),
               before = engine.project(bargain::scenarioOf(game, game.domain.statusQuo(), start));
    const auto parts = m_seat->partsOf(draft());
    QVector<ListRow> rows{{{{{}, Ink::Muted}, {tr("change"), Ink::Muted}, {m_isWide ? tr("worth to you") : tr("you"), Ink::Muted}},
                           {},
                           {},
                           true,
                           {},
                           false,
                           true}};
    for (std::size_t o = 0; o < game.outcomes.size(); ++o) {
        const auto& outcome = game.outcomes[o];
        ListRow row{{{text(outcome.name)},
                     {m_isWide ? tr("no line in the model") : tr("no line"), Ink::Muted},
                     {said(words::pointsChange(parts[o])), Ink::Text, true}}};
        if (outcome.kind == bargain::OutcomeKind::Series || outcome.kind == bargain::OutcomeKind::LogSeries) {
            const auto place = outcome.reads.of(m_seat->side()).front().place;
            row.cells[1] = {
                said(words::changeOf(m_board.catalogue().series[place], now.annualMean(place, year), before.annualMean(place, year))),
                Ink::Mine, true};
        }
        rows << row;
    }
    m_effects->setRows(rows);
    tellSum();
    m_home->setText(said(words::vetoesAtHome(game, m_seat->vetoChances(draft()))));
    m_consents->setText(said(words::consentsInWords(*m_seat, draft())));
}

void TableView::tellSum()
{
    m_sum->setText(said(words::worthOverToday(*m_seat, draft())));
    m_sum->setToolTip(plainText(m_sum->text()));
}

/// What each item is worth by the sheet of this side, and against today.
void TableView::fillSheet()
{
    const auto& issues = m_seat->game().domain.issues;
    const auto points = m_seat->pointsOf(draft()), parts = m_seat->partsOf(draft());
    QVector<ListRow> rows{{{{{}, Ink::Muted}, {tr("points"), Ink::Muted}, {tr("change"), Ink::Muted}}, {}, {}, true, {}, false, true}};
    for (std::size_t i = 0; i < issues.size(); ++i) {
        const bool isAsToday = draft().levels[i] == issues[i].statusQuo;
        rows << ListRow{{{text(issues[i].name)},
                         {said(words::points(points[i])), Ink::Text, true},
                         {said(words::pointsChange(parts[i])), Ink::Text, !isAsToday}}};
        if (m_isWide)
            rows.back().cells.insert(
                1, ListCell{text(issues[i].levels[draft().levels[i]].shortLabel), isAsToday ? Ink::Muted : Ink::Mine, !isAsToday});
    }
    if (m_isWide)
        rows.front().cells.insert(1, ListCell());
    m_effects->setRows(rows);
    tellSum();
    for (auto* each : {m_home, m_consents})
        each->clear();
}

ListRow TableView::moveRow(const bargain::SeenMove& move, const bargain::Package& before, const bargain::Package& after,
                           const QString& how) const
{
    ListRow row{{{said(words::stepInWords(m_seat->game().domain, before, after))},
                 {said(words::points(m_seat->worth(after))), Ink::Text, true}}};
    row.under = how;
    row.number = move.round;
    row.isMine = move.side == m_seat->side();
    return row;
}

ListRow TableView::pressureRow(const bargain::Pressure& pressure) const
{
    ListRow row{{{said(words::pressureInWords(m_seat->game().domain, pressure))}, {}}};
    row.number = pressure.announced;
    row.isMine = pressure.side == m_seat->side();
    return row;
}

void TableView::fillOffers()
{
    m_plot->setView(m_seat, m_seat ? std::optional(m_seat->worth(draft())) : std::nullopt, m_state.round, m_state.rounds);
    QVector<ListRow> rows;
    if (m_seat) {
        bargain::Both<bargain::Package> last{m_seat->game().domain.statusQuo(), m_seat->game().domain.statusQuo()};
        const auto& moves = m_seat->moves();
        for (std::size_t m = 0; m <= moves.size(); ++m) {
            for (const auto& pressure : m_seat->pressures())
                if (pressure.afterMoves == m)
                    rows.prepend(pressureRow(pressure));
            if (m == moves.size() || moves[m].kind == MoveKind::BreakOff)
                continue;
            const auto& move = moves[m];
            if (move.side != m_seat->side())
                for (const auto& other : move.others)
                    rows.prepend(moveRow(move, last.of(move.side), other, tr("at once")));
            const auto how = move.isPart ? tr("on a part") : said(words::stepName(move.kind, move.step));
            rows.prepend(moveRow(move, last.of(move.side), move.package, how));
            last.of(move.side) = move.package;
        }
        if (rows.isEmpty())
            rows << ListRow{{{tr("No offer yet."), Ink::Muted}}};
    }
    m_offers->setRows(rows);
}

/// What each side has moved from its first offer to its last, issue by issue, in points of both.
void TableView::fillLedger()
{
    QVector<ListRow> rows;
    m_moved->clear();
    if (m_seat) {
        const auto& game = m_seat->game();
        bargain::Both<double> moved{};
        const std::array heads{tr("You gave"), tr("They gave")};
        for (const auto side : {m_seat->side(), bargain::otherThan(m_seat->side())}) {
            std::optional<bargain::Package> before;
            rows << ListRow{{{heads[side == m_seat->side() ? 0 : 1], Ink::Muted}, {tr("you"), Ink::Mine}, {tr("they"), Ink::Theirs}},
                            {},
                            {},
                            true,
                            {},
                            false,
                            true};
            for (const auto& move : m_seat->moves()) {
                if (move.side != side || move.kind != MoveKind::Offer)
                    continue;
                if (before && *before != move.package) {
                    const double mine = move.mine - m_seat->worth(*before), theirs = move.theirs.value - m_seat->estimate(*before).value;
                    const double own = side == m_seat->side() ? mine : theirs;
                    moved.of(side) -= own;
                    rows << ListRow{{{said(words::stepInWords(game.domain, *before, move.package))},
                                     {said(words::pointsChange(mine)), Ink::Text, true},
                                     {said(words::pointsChange(theirs)), Ink::Text, true}}};
                }
                before = move.package;
            }
        }
        m_moved->setText(
            tr("Given so far: you %1, they %2 by estimate")
                .arg(said(words::points(moved.of(m_seat->side()))), said(words::points(moved.of(bargain::otherThan(m_seat->side()))))));
        m_moved->setToolTip(plainText(m_moved->text()));
    }
    m_ledger->setRows(rows);
}

void TableView::fillWishes()
{
    QVector<ListRow> rows;
    if (m_seat) {
        rows << ListRow{{{tr("What they seem to want"), Ink::Text, true}, {}, {tr("in 100"), Ink::Muted}}, {}, {}, true, {}, false, true};
        for (const auto& [name, share] : m_seat->wishes()) {
            ListRow row{{{text(name)}, {}, {QString::number(std::lround(share * 100)), Ink::Text, true}}};
            row.bar = share;
            rows << row;
        }
        if (!m_seat->lastOffer(bargain::otherThan(m_seat->side())))
            rows << ListRow{{{tr("Nothing is known before their first offer."), Ink::Muted}}};
    }
    m_wishes->setRows(rows);
}

/// Of this side alone: what the other side's wishes are nobody knows.
void TableView::fillBreach()
{
    if (!m_seat || !isOfModel())
        return m_breach->setDeal(std::nullopt);
    bargain::Both<std::optional<std::vector<double>>> weights;
    weights.of(m_seat->side()) = m_seat->openWeights().of(m_seat->side());
    const auto theirs = m_breachOf->current() == 1 ? this->theirs() : std::nullopt;
    m_breach->setDeal(BreachView::Deal{theirs.value_or(draft()), m_seat->worthTerms(), std::move(weights)});
}

/// In draws of the model's inputs, each with its own scale. The other side's weights are those that are usual, for its own are not known.
void TableView::drawBands()
{
    if (!m_seat)
        return;
    const auto side = m_seat->side();
    const double chance = m_seat->terms().chanceOfRollOver;
    m_drawing.start([this, &engine = m_board.engine(), weights = m_seat->openWeights(), terms = m_seat->worthTerms(), package = draft(),
                     side, chance](const Job::Delivery& desk) {
        const auto draws = bargain::drawWorthsOf(engine, terms, weights, {package}, bandDraws, bandSeed, desk.work);
        if (!draws)
            return;
        std::vector<double> mine;
        for (const auto& worth : draws->worths.front())
            mine.push_back(worth.of(side));
        std::ranges::sort(mine);
        const auto share = bargain::clearedShareOf(*draws, 0, {chance, chance}).by.of(side);
        const std::pair band{mine[bandDraws / 10], mine[bandDraws - 1 - bandDraws / 10]};
        desk.deliver([this, share, band] {
            m_cleared = share;
            m_scales->setBand(band);
            tellWorth();
        });
    });
}

} // namespace chokepoint::ui
