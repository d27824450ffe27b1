// Flows, as the window knows it.
#include "parts/Page.h"

#include "pages/flows/FlowsPage.h"
#include "pages/flows/MapView.h"
#include "pages/flows/ProductsView.h"
#include "pages/flows/SupplyView.h"
#include "pages/flows/TalentView.h"
#include "parts/Segments.h"

namespace chokepoint::ui {
namespace {

SupplyView& supplyOf(Page& page) { return *static_cast<FlowsPage&>(page).supply(); }

/// The card that the page is about, with what moves it.
void openLeaders(Page& page)
{
    auto& supply = supplyOf(page);
    if (const auto* card = supply.map()->plan().card("hbm_leaders"))
        supply.choose(card->node);
}

void showDifference(QWidget& leaf)
{
    auto* manner = leaf.findChild<Segments*>(QStringLiteral("manner"));
    manner->setCurrent(1);
    emit manner->chosen(1);
}

void openDifference(Page& page) { showDifference(supplyOf(page)); }

void openTalentDifference(Page& page) { showDifference(*static_cast<FlowsPage&>(page).talent()); }

void showLines(Page& page)
{
    auto* tables = static_cast<FlowsPage&>(page).products()->tables();
    tables->setCurrent(1);
    emit tables->chosen(1);
}

void openTalent(Page& page) { static_cast<FlowsPage&>(page).openLeaf("talent"); }

void openOpenModels(Page& page) { static_cast<FlowsPage&>(page).openLeaf("open_models"); }

void openProducts(Page& page) { static_cast<FlowsPage&>(page).openLeaf("products"); }

} // namespace

namespace flows {

PageKind page()
{
    return {FlowsPage::id,
            [] { return FlowsPage::tr("Flows"); },
            [](Board& board, Draws& draws, QWidget* parent) -> Page* { return new FlowsPage(board, draws, parent); },
            {{"flows"}, {"flows-hbm", nullptr, openLeaders}, {"flows-difference", nullptr, openDifference},
             {"flows-talent", openTalent},
             {"flows-talent-difference", openTalent, openTalentDifference},
             {"flows-open-models", openOpenModels},
             {"flows-products", openProducts},
             {"flows-lines", openProducts, showLines}}};
}

} // namespace flows
} // namespace chokepoint::ui
