// Why, as the window knows it.
#include "parts/Page.h"

#include "pages/why/GoalView.h"
#include "pages/why/WhyPage.h"

#include <QLineEdit>
#include <QPushButton>

namespace chokepoint::ui {
namespace {

WhyPage& whyOf(Page& page) { return static_cast<WhyPage&>(page); }

template <WhyPage::Section section> void openSection(Page& page) { whyOf(page).showSection(section); }

void openIndices(Page& page)
{
    openSection<WhyPage::Section::Indices>(page);
    page.findChild<QPushButton*>(QStringLiteral("computeIndices"))->click();
}

void openGoal(Page& page)
{
    openSection<WhyPage::Section::Goal>(page);
    whyOf(page).goal()->findChild<QLineEdit*>(QStringLiteral("threshold"))->setText(QStringLiteral("12"));
    page.findChild<QPushButton*>(QStringLiteral("seek"))->click();
}

} // namespace

namespace why {

PageKind page()
{
    using Section = WhyPage::Section;
    return {WhyPage::id,
            [] { return WhyPage::tr("Why"); },
            [](Board& board, Draws& draws, QWidget* parent) -> Page* { return new WhyPage(board, draws, parent); },
            {{"why"},
             {"causes", nullptr, openSection<Section::Causes>},
             {"tornado", nullptr, openSection<Section::Tornado>},
             {"indices", nullptr, openIndices},
             {"goal", nullptr, openGoal},
             {"claims", nullptr, openSection<Section::Claims>},
             {"units", nullptr, openSection<Section::Units>},
             {"regret", nullptr, openSection<Section::Regret>},
             {"unknowns", nullptr, openSection<Section::Unknowns>}}};
}

} // namespace why
} // namespace chokepoint::ui
