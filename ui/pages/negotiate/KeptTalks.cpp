// Keeps the rehearsal in the workbook after every move, and goes on with one that is kept there.
#include "pages/negotiate/NegotiatePage.h"

#include "api/RehearsalWords.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/TableView.h"
#include "parts/DataText.h"
#include "parts/PassphraseDialog.h"
#include "parts/Text.h"

#include <QDateTime>
#include <QMenu>

#include <algorithm>

namespace chokepoint::ui {

using bargain::Side;

namespace {

std::string layerOf(const KeptRehearsal& kept, Side side) { return side == Side::US ? usSheetLayer(kept) : chinaSheetLayer(kept); }

QString sheetName(Side side)
{
    return side == Side::US ? NegotiatePage::tr("The sheet of the United States") : NegotiatePage::tr("The sheet of China");
}

} // namespace

/// Of two people before the end only what is sealed: each would find the other's numbers in the file.
void NegotiatePage::keep()
{
    m_keepSoon.stop();
    if (m_keptId.empty() || (isForTwo() && !m_rehearsal->isOver() && !(m_keys.us && m_keys.china)))
        return;
    if (m_watched)
        return keepAs(tr("Two computers, %1"), {bargain::watchedText(*m_watched), {}});
    if (!m_rehearsal)
        return;
    bargain::Both<std::optional<bargain::Package>> drafts = m_drafts;
    if (const auto turn = m_rehearsal->turn(); turn && m_table->isSeated())
        drafts.of(*turn) = m_table->draft();
    const auto who = isForTwo()                            ? tr("Two people, %1")
                   : m_rehearsal->terms().people.us ? tr("United States, %1")
                                                    : tr("China, %1");
    keepAs(who, bargain::rehearsalParts(*m_rehearsal, drafts, m_table->breach()->chosenTimes()));
}

/// `who`: sat there, with a place for the day.
void NegotiatePage::keepAs(const QString& who, bargain::RehearsalParts parts)
{
    const auto now = QDateTime::currentDateTime();
    const auto day = m_board.said(dateValue(now.date().toString(Qt::ISODate).toStdString()));
    const auto* before = m_kept.find(m_keptId);
    KeptRehearsal kept{.id = m_keptId,
                       .title = before ? before->title : who.arg(day).toStdString(),
                       .savedAt = now.toString(Qt::ISODate).toStdString(),
                       .isOver = talks()->isOver(),
                       .secondsOfMove = m_secondsOfMove,
                       .talks = std::move(parts.talks),
                       .usSheet = std::move(parts.sheets.us),
                       .chinaSheet = std::move(parts.sheets.china)};
    m_kept.keep(std::move(kept), pointerTo(m_keys.us), pointerTo(m_keys.china));
}

QString NegotiatePage::keeping() const
{
    if (!talks())
        return tr("No rehearsal is open.");
    if (m_keptId.empty() || !m_kept.find(m_keptId))
        return m_watched ? tr("These talks of two computers are not kept in the workbook.")
                         : tr("The open rehearsal is not kept in the workbook.");
    if (m_watched)
        return tr("These talks of two computers are kept in the workbook.");
    const bool isSealed = (m_keys.us || !m_rehearsal->terms().people.us) && (m_keys.china || !m_rehearsal->terms().people.china);
    return isSealed ? tr("Kept in the workbook; what is private to a side is encrypted.")
                    : tr("Kept in the workbook; your sheet lies in it in plain.");
}

const KeptRehearsal* NegotiatePage::newestUnderWay() const
{
    const auto& all = m_kept.all();
    const auto at = std::find_if(all.rbegin(), all.rend(), [](const KeptRehearsal& kept) { return !kept.isOver; });
    return at == all.rend() ? nullptr : &*at;
}

void NegotiatePage::goOnWithNewest()
{
    if (const auto* kept = newestUnderWay())
        openKept(std::string(kept->id));
}

void NegotiatePage::openKept(const std::string& keptId)
{
    const auto* kept = m_kept.find(keptId);
    if (!kept)
        return;
    m_opening = Opening{*kept, {kept->talks, {kept->usSheet, kept->chinaSheet}}};
    openSheets();
}

/// Asks for the passphrase of each sealed sheet in turn. Who gives up leaves the page as it was.
void NegotiatePage::openSheets()
{
    if (!m_opening) // left while a passphrase was asked for
        return;
    for (const auto side : bargain::sidesOf(m_opening->parts.talks)) {
        const auto* layer = findLayer(m_kept.layers(), layerOf(m_opening->kept, side));
        if (!layer || m_opening->keys.of(side))
            continue;
        const auto take = [this, side, layer = *layer, keptId = m_opening->kept.id](const SealKey& key) {
            if (!m_opening || m_opening->kept.id != keptId)
                return;
            try {
                m_opening->parts.sheets.of(side) = openLayer(layer, key, sheetName(side).toStdString());
            } catch (const InputError& error) {
                return tell(told(error, m_board.language()));
            }
            m_opening->keys.of(side) = key;
            openSheets();
        };
        return PassphraseDialog::askFor(sheetName(side), layer->bytes, m_board.language(), this, take);
    }
    withPackagesOf(m_opening->parts.talks, [this](const bargain::PackageTable& packages) { goOnWithKept(packages); });
}

void NegotiatePage::goOnWithKept(const bargain::PackageTable& packages)
{
    if (!m_opening)
        return;
    auto opening = *std::exchange(m_opening, std::nullopt);
    const bool isWatched = bargain::isWatchedText(opening.parts.talks);
    try {
        if (isWatched) {
            auto watched = bargain::watchedFrom(packages, opening.parts.talks, opening.kept.title);
            leaveTalks();
            prepareLike(opening.parts.talks, packages);
            m_watched = std::move(watched);
        } else {
            auto rehearsal = bargain::rehearsalFrom(packages, opening.parts, opening.kept.title);
            leaveTalks();
            prepareLike(opening.parts.talks, packages);
            m_rehearsal = std::move(rehearsal);
        }
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    m_keptId = opening.kept.id;
    m_keys = opening.keys;
    m_drafts = opening.parts.drafts;
    for (auto* breach : {m_table->breach(), m_debrief->breach()})
        breach->setTimes(opening.parts.times);
    m_secondsOfMove = opening.kept.secondsOfMove;
    isWatched ? showWatched() : goToTurn();
}

/// What is open belongs to the workbook that was on the board.
void NegotiatePage::anotherWorkbook() { startAnew(); }

void NegotiatePage::forgetKept()
{
    m_kept.remove(std::exchange(m_keptId, {}));
    tellState();
}

/// The newest first, each with its day; above them what is kept of the open one.
void NegotiatePage::fillKeptMenu(QMenu& menu)
{
    menu.clear();
    menu.addAction(menuText(keeping()))->setEnabled(false);
    if (!m_keptId.empty() && m_kept.find(m_keptId)) {
        auto* forget = menu.addAction(tr("Take it out of the workbook"), this, &NegotiatePage::forgetKept);
        forget->setObjectName(QStringLiteral("forgetKept"));
    }
    menu.addSeparator();
    const auto& all = m_kept.all();
    for (auto kept = all.rbegin(); kept != all.rend(); ++kept) {
        const auto words = kept->isOver ? tr("%1: over").arg(text(kept->title)) : tr("%1: under way").arg(text(kept->title));
        auto* action = menu.addAction(menuText(words), this, [this, keptId = kept->id] { openKept(keptId); });
        action->setObjectName(QStringLiteral("kept:") + text(kept->id));
    }
}

} // namespace chokepoint::ui
