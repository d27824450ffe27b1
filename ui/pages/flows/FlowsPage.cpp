// Holds the leaves.
#include "pages/flows/FlowsPage.h"

#include "pages/flows/OpenModelsView.h"
#include "pages/flows/ProductsView.h"
#include "pages/flows/SupplyView.h"
#include "pages/flows/TalentView.h"
#include "parts/Segments.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr std::array<std::string_view, 4> ids{"supply", "talent", "open_models", "products"};

} // namespace

FlowsPage::FlowsPage(Board& board, Draws& draws, QWidget* parent)
    : Page(parent),
      m_board(board),
      m_supply(new SupplyView(board, draws)),
      m_talent(new TalentView(board, draws)),
      m_openModels(new OpenModelsView(board, draws)),
      m_products(new ProductsView(board)),
      m_stack(new QStackedWidget(this)),
      m_leaves(new Segments({tr("Supply chain"), tr("Talent"), tr("Open models"), tr("Products")}, this))
{
    setObjectName(QLatin1String(id));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    for (FlowLeaf* leaf : std::initializer_list<FlowLeaf*>{m_supply, m_talent, m_openModels, m_products}) {
        m_stack->addWidget(leaf);
        connect(leaf, &FlowLeaf::wayAsked, this, &FlowsPage::asked);
    }
    m_leaves->setObjectName(QStringLiteral("leaves"));
    m_leaves->setAccessibleName(tr("What flows"));
    m_leaves->raise();
    connect(m_leaves, &Segments::chosen, this, &FlowsPage::showLeaf);
    const auto turn = [this](QKeySequence keys, int step) {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] {
            const int count = static_cast<int>(ids.size());
            showLeaf((m_leaves->current() + step + count) % count);
        });
    };
    turn(QKeySequence(Qt::CTRL | Qt::Key_Tab), 1);
    turn(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), -1);
    connect(&board, &Board::workbookOpened, this, &FlowsPage::readView);
    readView();
}

FlowLeaf* FlowsPage::current() const { return static_cast<FlowLeaf*>(m_stack->currentWidget()); }

std::string FlowsPage::leaf() const { return std::string(ids[static_cast<std::size_t>(m_leaves->current())]); }

void FlowsPage::showLeaf(int place)
{
    m_leaves->setCurrent(place);
    m_stack->setCurrentIndex(place);
    m_leaves->raise();
    auto flows = m_board.workbook().view.flows;
    flows.leaf = ids[static_cast<std::size_t>(place)];
    m_board.keepFlows(flows);
}

void FlowsPage::openLeaf(const std::string& leaf)
{
    const auto at = std::ranges::find(ids, leaf);
    if (at != ids.end())
        showLeaf(static_cast<int>(at - ids.begin()));
}

/// The workbook's leaf, the first where it names none.
void FlowsPage::readView()
{
    const auto at = std::ranges::find(ids, m_board.workbook().view.flows.leaf);
    const int place = at == ids.end() ? 0 : static_cast<int>(at - ids.begin());
    m_leaves->setCurrent(place);
    m_stack->setCurrentIndex(place);
    m_leaves->raise();
}

void FlowsPage::follow(const Way& way)
{
    openLeaf(way.part);
    if (way.period) {
        openLeaf("supply");
        m_supply->setQuarter(way.period->last());
    }
    if (way.measure) {
        openLeaf("supply");
        m_supply->chooseFor(*way.measure);
    }
}

std::vector<Page::Area> FlowsPage::areas() const
{
    std::vector<Area> areas{{m_leaves, m_leaves}};
    for (const auto& area : current()->areas())
        areas.push_back(area);
    return areas;
}

void FlowsPage::setToday(QDate today) { m_supply->setToday(today); }

bool FlowsPage::isBusy() const { return current()->isBusy(); }

void FlowsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_leaves->setGeometry(FlowLeaf::margin, FlowLeaf::rowTop, FlowLeaf::namesWidth, FlowLeaf::rowHeight);
}

} // namespace chokepoint::ui
