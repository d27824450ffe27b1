// Compare, as the window knows it.
#include "parts/Page.h"

#include "api/Catalogue.h"
#include "pages/compare/ComparePage.h"
#include "pages/compare/ComparedSet.h"

namespace chokepoint::ui {
namespace {

ComparedSet& setOf(Page& page) { return static_cast<ComparePage&>(page).set(); }

/// As many ready-made packages as are compared, from the first that changes anything.
void layPackages(Page& page)
{
    auto& set = setOf(page);
    for (const auto& preset : set.catalogue().presets)
        if (!preset.changes.empty() && set.scenarios().size() < WorkbookComparison::mostScenarios)
            set.add(preset.id);
}

void laySides(Page& page)
{
    layPackages(page);
    setOf(page).setSideBySide(true);
}

} // namespace

namespace compare {

PageKind page()
{
    return {ComparePage::id,
            [] { return ComparePage::tr("Compare"); },
            [](Board& board, Draws& draws, QWidget* parent) -> Page* { return new ComparePage(board, draws, parent); },
            {{"compare"}, {"compare-six", layPackages}, {"compare-sides", laySides}}};
}

} // namespace compare
} // namespace chokepoint::ui
