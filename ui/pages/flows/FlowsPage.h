// Flows: what passes from whom to whom. Its first leaf is the supply chain of Chinese AI chips.
#pragma once

#include "parts/Page.h"

namespace chokepoint::ui {

class SupplyView;

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

private:
    SupplyView* m_supply;
};

} // namespace chokepoint::ui
