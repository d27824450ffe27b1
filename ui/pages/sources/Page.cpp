// Sources, as the window knows it.
#include "parts/Page.h"

#include "bridge/Board.h"
#include "pages/sources/BacktestView.h"
#include "pages/sources/EquationsView.h"
#include "pages/sources/SourcesPage.h"

namespace chokepoint::ui {
namespace {

SourcesPage& sourcesOf(Page& page) { return static_cast<SourcesPage&>(page); }

template <SourcesPage::Section section> void openSection(Page& page) { sourcesOf(page).showSection(section); }

template <BacktestView::Part part> void openBacktest(Page& page)
{
    openSection<SourcesPage::Section::Backtest>(page);
    sourcesOf(page).backtest()->showPart(part);
}

void openParameter(Page& page)
{
    sourcesOf(page).showParameter(*sourcesOf(page).board().catalogue().findParameter("hbm.relax_share"));
}

void openEquation(Page& page)
{
    openSection<SourcesPage::Section::Equations>(page);
    sourcesOf(page).equations()->showSeries(*sourcesOf(page).board().catalogue().findSeries("compute.china_effective"));
}

} // namespace

namespace sources {

PageKind page()
{
    using Section = SourcesPage::Section;
    return {SourcesPage::id,
            [] { return SourcesPage::tr("Sources"); },
            [](Board& board, Draws& draws, QWidget* parent) -> Page* { return new SourcesPage(board, draws, parent); },
            {{"sources"},
             {"parameters", nullptr, openParameter},
             {"observations", nullptr, openSection<Section::Observations>},
             {"four-lines", nullptr, openSection<Section::FourLines>},
             {"literature", nullptr, openSection<Section::Literature>},
             {"backtest", nullptr, openSection<Section::Backtest>},
             {"backtest-figures", nullptr, openBacktest<BacktestView::Part::Figures>},
             {"own-facts", nullptr, openBacktest<BacktestView::Part::OwnFacts>},
             {"equations", nullptr, openEquation},
             {"audit", nullptr, openSection<Section::Audit>}}};
}

} // namespace sources
} // namespace chokepoint::ui
