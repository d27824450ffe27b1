// Negotiate, as the window knows it.
#include "parts/Page.h"

#include "pages/negotiate/NegotiatePage.h"
#include "pages/negotiate/TableView.h"

namespace chokepoint::ui {
namespace {

constexpr std::uint64_t pictureSeed = 1;

/// What four offers change one after the other, by issue and level; nothing where a new offer begins.
using Script = std::vector<std::pair<const char*, const char*>>;
const Script ofModel{{"minerals", "general"}, {"purchases", "most"}, {}, {"tariff", "t18"}, {}, {"visas", "more"}, {}, {"hbm", "hbm2e"}};
const Script ofSheets{{"ree", "fast_gl"}, {"buy", "large"}, {}, {"tar", "t18"}, {}, {"stud", "welcome"}, {}, {"hbm", "hbm2e"}};

/// Four rounds, each offer giving a little more than the one before; to the end the last one stands.
void talk(NegotiatePage& page, const Script& script, bool toTheEnd)
{
    const auto& domain = page.rehearsal()->view(bargain::Side::US).game().domain;
    auto draft = domain.statusQuo();
    const auto set = [&](const char* issue, const char* level) {
        for (std::size_t i = 0; i < domain.issues.size(); ++i)
            for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l)
                if (domain.issues[i].id == issue && domain.issues[i].levels[l].id == level)
                    draft.levels[i] = static_cast<std::uint8_t>(l);
    };
    const auto offer = [&] {
        page.table()->setDraft(draft);
        emit page.table()->offered();
    };
    for (const auto& [issue, level] : script)
        issue ? set(issue, level) : offer();
    page.table()->setDraft(draft);
    if (!toTheEnd)
        return;
    while (!page.rehearsal()->isOver() && !page.rehearsal()->isLastWord())
        offer();
    if (!page.rehearsal()->isOver())
        emit page.table()->accepted();
}

void begin(Page& page, bool toTheEnd)
{
    auto& negotiate = static_cast<NegotiatePage&>(page);
    negotiate.whenReady([&negotiate, toTheEnd] {
        negotiate.beginExample(pictureSeed);
        talk(negotiate, ofModel, toTheEnd);
    });
}

/// Two computers in the second round.
void layWatch(Page& page)
{
    auto& negotiate = static_cast<NegotiatePage&>(page);
    negotiate.whenReady([&negotiate] { negotiate.watchExample(pictureSeed, 3); });
}

/// The table in the fourth round, with what is left of the draft when it is broken.
void layBreach(Page& page)
{
    begin(page, false);
    auto& negotiate = static_cast<NegotiatePage&>(page);
    negotiate.table()->openLeaf(TableView::Leaf::Breach);
}

void beginScored(Page& page, bool toTheEnd)
{
    auto& negotiate = static_cast<NegotiatePage&>(page);
    negotiate.chooseScored();
    negotiate.beginScoredExample(pictureSeed);
    talk(negotiate, ofSheets, toTheEnd);
}

void layScored(Page& page) { static_cast<NegotiatePage&>(page).chooseScored(); }
void layScoredTable(Page& page) { beginScored(page, false); }
void layScoredDebrief(Page& page) { beginScored(page, true); }

void layTable(Page& page) { begin(page, false); }
void layDebrief(Page& page) { begin(page, true); }

} // namespace

namespace negotiate {

PageKind page()
{
    return {NegotiatePage::id,
            [] { return NegotiatePage::tr("Negotiate"); },
            [](Board& board, Draws&, QWidget* parent) -> Page* { return new NegotiatePage(board, parent); },
            {{"negotiate"},
             {"negotiate-table", layTable},
             {"negotiate-breach", layBreach},
             {"negotiate-scored", layScored},
             {"negotiate-scored-table", layScoredTable},
             {"negotiate-scored-debrief", layScoredDebrief},
             {"negotiate-watch", layWatch},
             {"negotiate-debrief", layDebrief}}};
}

} // namespace negotiate
} // namespace chokepoint::ui
