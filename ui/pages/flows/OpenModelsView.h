// The leaf Open models: influence with its band, what the index means, what is used and built on, and the lag.
#pragma once

#include "bridge/Board.h"
#include "pages/flows/FlowLeaf.h"

class QScrollArea;

namespace chokepoint::ui {

class ChartCard;
class Draws;
class IndexView;
class StackCard;
class YearSegments;

class OpenModelsView : public FlowLeaf {
    Q_OBJECT
public:
    OpenModelsView(Board& board, Draws& draws, QWidget* parent = nullptr);

    IndexView* index() const { return m_index; }
    StackCard* use() const { return m_use; }
    ChartCard* lag() const { return m_lag; }
    std::vector<Page::Area> areas() const override;

    static constexpr int threeBeside = 1240; ///< width from which the lower cards stand in one row, however tall the page

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    void renew();
    void answer(ChartCard* card);
    void lay();

    Board& m_board;
    bool m_isOld = true;
    YearSegments* m_years;
    QScrollArea* m_scroll;
    QWidget* m_cards;
    ChartCard *m_influence, *m_lag;
    IndexView* m_index;
    StackCard *m_use, *m_bases;
};

} // namespace chokepoint::ui
