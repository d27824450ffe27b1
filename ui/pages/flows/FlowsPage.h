// Flows: what passes from whom to whom. Its leaves are the supply chain of Chinese AI chips, talent, open models and products.
#pragma once

#include "bridge/Board.h"
#include "parts/Page.h"

class QStackedWidget;

namespace chokepoint::ui {

class FlowLeaf;
class OpenModelsView;
class ProductsView;
class Segments;
class SupplyView;
class TalentView;

/// Ctrl+Tab goes to the next leaf. Which one is open is kept in the workbook.
class FlowsPage : public Page {
    Q_OBJECT
public:
    static constexpr const char* id = "flows";
    FlowsPage(Board& board, Draws& draws, QWidget* parent = nullptr);

    void follow(const Way& way) override;
    std::vector<Area> areas() const override;
    void setToday(QDate today) override;
    bool isBusy() const override;

    SupplyView* supply() const { return m_supply; }
    TalentView* talent() const { return m_talent; }
    OpenModelsView* openModels() const { return m_openModels; }
    ProductsView* products() const { return m_products; }
    Segments* leaves() const { return m_leaves; }
    /// By its id: "supply", "talent", "open_models", "products"; an unknown one changes nothing.
    void openLeaf(const std::string& leaf);
    std::string leaf() const;

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void showLeaf(int place);
    void readView();
    FlowLeaf* current() const;

    Board& m_board;
    SupplyView* m_supply;
    TalentView* m_talent;
    OpenModelsView* m_openModels;
    ProductsView* m_products;
    QStackedWidget* m_stack;
    Segments* m_leaves;
};

} // namespace chokepoint::ui
