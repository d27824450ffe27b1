// The headline of Explore: which series it is about, and what it says.
#include "pages/explore/ExplorePage.h"

#include "api/Headline.h"
#include "api/Telling.h"
#include "bridge/Draws.h"
#include "pages/explore/HeadlineCard.h"
#include "pages/explore/HeadlineReasons.h"
#include "parts/Text.h"

#include <algorithm>

namespace chokepoint::ui {

bool ExplorePage::isMoved(std::size_t series, int year) const
{
    return m_board.present().annualMean(series, year) != m_board.reference().annualMean(series, year);
}

/// The first card, or the one that changes most when that does not; when none does, what changes most in the charts, or anywhere.
std::size_t ExplorePage::seriesToTell(int year) const
{
    const auto& all = m_board.catalogue().series;
    const auto cards = carded();
    std::vector<std::size_t> others;
    for (std::size_t row = 0; row < all.size(); ++row)
        if (all[row].kind != SeriesKind::Category)
            others.push_back(row);
    for (const auto& candidates : {cards, charted(), others})
        if (const auto row = mostTelling(cards.front(), candidates, year, m_board.present(), m_board.reference()); isMoved(row, year))
            return row;
    return cards.front();
}

void ExplorePage::refreshSentence()
{
    const int year = m_board.year();
    m_toldSeries = seriesToTell(year);
    const auto spread = m_draws.changeOf(m_toldSeries, year);
    const auto& catalogue = m_board.catalogue();
    auto headline = headlineOf(catalogue, m_board.played(), m_board.baseline(), m_board.present(), m_board.reference(),
                               {.series = m_toldSeries, .year = year, .spread = spread ? &*spread : nullptr});
    m_reasons->ask({.wantsMain = headline.subject == Headline::Subject::Package && headline.finding.isChange(),
                    .wantsReason = headline.actions.size() == 1 && !headline.finding.isChange(),
                    .series = m_toldSeries,
                    .year = year,
                    .displayed = displayed()});
    addFound(headline, m_reasons->main(), m_reasons->reason());
    const auto title = m_board.said(words::headlineTitle(catalogue, headline));
    const auto below = m_board.said(words::headlineBelow(catalogue, headline));
    m_told = below.isEmpty() ? title : joined({title, below}, MessageList::Joint::Dot, m_board.language());
    auto bare = headline; // value against value alone, where there is no room for the runs
    bare.finding.spread.reset();
    const QStringList lines{below, m_board.said(words::headlineLine(headline)), m_board.said(words::headlineBrief(headline)),
                            m_board.said(words::headlineLine(bare)), m_board.said(words::subtitle(*headline.finding.series))};
    m_headline->setWords({title, m_board.said(words::title(headline.finding))}, lines);
    const bool isCharted = std::ranges::count(charted(), m_toldSeries) > 0;
    m_headline->setOffersChart(!isCharted && isMoved(m_toldSeries, year));
}

} // namespace chokepoint::ui
