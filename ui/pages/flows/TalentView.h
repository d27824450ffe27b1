// The leaf Talent: people of a year as ribbons, the stock and the students by origin, and what hangs on them.
#pragma once

#include "api/TalentFlows.h"
#include "bridge/Board.h"
#include "pages/flows/FlowLeaf.h"

class QScrollArea;

namespace chokepoint::ui {

class Draws;
class DrugChainView;
class RibbonView;
class StackCard;
class YearSegments;

class TalentView : public FlowLeaf {
    Q_OBJECT
public:
    TalentView(Board& board, Draws& draws, QWidget* parent = nullptr);

    RibbonView* ribbons() const { return m_ribbons; }
    DrugChainView* chain() const { return m_chain; }
    StackCard* stocks() const { return m_stocks; }
    std::vector<Page::Area> areas() const override;

    static constexpr int chartsBeside = 1240; ///< width from which the charts stand beside the ribbons

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    void renew();
    void showYear();
    void showBand();
    void lay();

    Board& m_board;
    Draws& m_draws;
    TalentRun m_run, m_baseline;
    bool m_isOld = true;
    YearSegments* m_years;
    Segments *m_manner, *m_below; ///< `below` where not all has room
    QScrollArea* m_scroll;
    QWidget* m_cards;
    RibbonView* m_ribbons;
    StackCard *m_stocks, *m_admitted;
    DrugChainView* m_chain;
};

} // namespace chokepoint::ui
