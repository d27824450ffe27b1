// The leaves of the table: offers, what was given, wishes, the record, and what is left of a deal that is broken.
#include "pages/negotiate/TableView.h"

#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/OffersPlot.h"
#include "pages/negotiate/RecordLeaf.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/TableCards.h"
#include "parts/ClearScroll.h"
#include "parts/Segments.h"

namespace chokepoint::ui {

namespace {

QStringList leafNames(bool withBreach)
{
    QStringList names{TableView::tr("Offers"), TableView::tr("Given"), TableView::tr("Wishes"), TableView::tr("Record")};
    if (withBreach)
        names << TableView::tr("Breach");
    return names;
}

} // namespace

QFrame* TableView::buildLeaves()
{
    auto* frame = tableCard(this, "leavesCard");
    m_leaf = new Segments(leafNames(true), frame);
    m_leaf->setObjectName(QStringLiteral("leaf"));
    m_leaf->setAccessibleName(tr("What is told of the talks"));
    connect(m_leaf, &Segments::chosen, this, &TableView::showLeaf);
    columnOf(frame)->addWidget(m_leaf);
    m_moved = tableLabel(frame, "movedSoFar", 12, nullptr, QFont::DemiBold);
    columnOf(frame)->addWidget(m_moved);
    const auto leaf = [&](QWidget*& room, RowList*& list, std::vector<int> widths, const char* name, const QString& told) {
        const auto scroll = clearScroll(frame);
        room = scroll.area;
        list = new RowList(std::move(widths), scroll.inside);
        list->wrapFirstCells();
        list->setObjectName(QLatin1String(name));
        list->setAccessibleName(told);
        scroll.column->addWidget(list);
        scroll.column->addStretch(1);
        columnOf(frame)->addWidget(room, 1);
        return scroll.column;
    };
    auto* offers = leaf(m_offersLeaf, m_offers, {0, 60}, "offers", tr("Offers so far"));
    m_plot = new OffersPlot(m_board.language(), m_offersLeaf);
    offers->insertWidget(0, m_plot);
    leaf(m_ledgerLeaf, m_ledger, {0, 60, 60}, "ledger", tr("Concessions so far"));
    leaf(m_wishesLeaf, m_wishes, {0, 120, 40}, "wishes", tr("What they seem to want"));
    m_record = new RecordLeaf(m_board, frame);
    columnOf(frame)->addWidget(m_record, 1);
    addBreach(frame);
    showLeaf();
    return frame;
}

/// What is left when the deal is broken that is drafted here, or the one that they offer.
void TableView::addBreach(QFrame* frame)
{
    const auto scroll = clearScroll(frame);
    m_breachLeaf = scroll.area;
    m_breachOf = new Segments({tr("Your draft"), tr("Their offer")}, scroll.inside);
    m_breachOf->setObjectName(QStringLiteral("breachOf"));
    m_breachOf->setAccessibleName(tr("Which package is broken"));
    connect(m_breachOf, &Segments::chosen, this, &TableView::fillBreach);
    m_breach = new BreachView(m_board, QStringLiteral("breach"), scroll.inside);
    scroll.column->addWidget(m_breachOf);
    scroll.column->addWidget(m_breach);
    scroll.column->addStretch(1);
    columnOf(frame)->addWidget(m_breachLeaf, 1);
}

/// No run says what is left of a deal of the scored game that is broken.
void TableView::layLeaves()
{
    m_leaf->setLabels(leafNames(isOfModel()));
    showLeaf();
}

void TableView::openLeaf(Leaf leaf)
{
    m_leaf->setCurrent(static_cast<int>(leaf));
    showLeaf();
}

void TableView::showLeaf()
{
    const auto leaf = static_cast<Leaf>(m_leaf->current());
    m_offersLeaf->setVisible(leaf == Leaf::Offers);
    m_ledgerLeaf->setVisible(leaf == Leaf::Given);
    m_wishesLeaf->setVisible(leaf == Leaf::Wishes);
    m_record->setVisible(leaf == Leaf::Record);
    m_breachLeaf->setVisible(leaf == Leaf::Breach);
    m_moved->setVisible(leaf < Leaf::Record); // the others need the room
}

} // namespace chokepoint::ui
