// Holds the leaves.
#include "pages/flows/FlowsPage.h"

#include "pages/flows/SupplyView.h"

#include <QVBoxLayout>

namespace chokepoint::ui {

FlowsPage::FlowsPage(Board& board, Draws& draws, QWidget* parent) : Page(parent), m_supply(new SupplyView(board, draws, this))
{
    setObjectName(QLatin1String(id));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_supply);
    connect(m_supply, &SupplyView::wayAsked, this, &FlowsPage::asked);
}

void FlowsPage::follow(const Way& way)
{
    if (way.period)
        m_supply->setQuarter(way.period->last());
    if (way.measure)
        m_supply->chooseFor(*way.measure);
}

std::vector<Page::Area> FlowsPage::areas() const { return m_supply->areas(); }

void FlowsPage::setToday(QDate today) { m_supply->setToday(today); }

bool FlowsPage::isBusy() const { return m_supply->isBusy(); }

} // namespace chokepoint::ui
