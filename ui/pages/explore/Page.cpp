// Explore, as the window knows it.
#include "parts/Page.h"

#include "api/Decomposition.h"
#include "bridge/Board.h"
#include "charts/ChartCard.h"
#include "charts/IdentityTable.h"
#include "pages/explore/ExplorePage.h"

namespace chokepoint::ui {
namespace {

ExplorePage& exploreOf(Page& page) { return static_cast<ExplorePage&>(page); }

template <int count> void layCharts(Page& page) { exploreOf(page).setChartCount(count); }

/// What each chart is made of: parts stacked, or the table of its identity.
void layParts(Page& page)
{
    const auto& board = exploreOf(page).board();
    const auto& catalogue = board.catalogue();
    for (auto* chart : exploreOf(page).charts()) {
        const auto row = *catalogue.findSeries(chart->series());
        chart->setPartsShown(!addendsOf(board.engine(), row).empty());
        chart->setIdentityShown(IdentityTable::isFor(catalogue, catalogue.series[row]));
    }
}

void layEvasion(Page& page) { exploreOf(page).setView(ExplorePage::View::Evasion); }

void openMeasure(Page& page) { exploreOf(page).showMeasure(*exploreOf(page).board().catalogue().findMeasure("hbm_export")); }

void openDistribution(Page& page) { exploreOf(page).showDistribution("compute.china_effective"); }

void openTable(Page& page)
{
    for (auto* chart : exploreOf(page).charts())
        if (chart->isVisible())
            return chart->findChild<QAction*>(QStringLiteral("openTable"))->trigger();
}

} // namespace

namespace explore {

PageKind page()
{
    return {ExplorePage::id,
            [] { return ExplorePage::tr("Explore"); },
            [](Board& board, Draws& draws, QWidget* parent) -> Page* { return new ExplorePage(board, draws, parent); },
            {{"explore"},
             {"explore-one", layCharts<1>},
             {"explore-two", layCharts<2>},
             {"explore-four", layCharts<4>},
             {"explore-six", layCharts<6>},
             {"parts", layParts},
             {"evasion", layEvasion},
             {"measure", nullptr, openMeasure},
             {"distribution", nullptr, openDistribution},
             {"table", nullptr, openTable}}};
}

} // namespace explore
} // namespace chokepoint::ui
