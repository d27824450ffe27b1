// What each changed measure contributes: a waterfall in one quarter, and areas over time.
#pragma once

#include "parts/Bars.h"
#include "api/Attribution.h"
#include "pages/why/WhyView.h"

namespace chokepoint::ui {

class AreaView;
class Bars;
class Segments;

class SharesView : public WhyView {
    Q_OBJECT
public:
    SharesView(Board& board, Focus& focus, QWidget* parent);

    Bars* waterfall() const { return m_bars; }
    AreaView* areas() const { return m_areas; }
    /// What is shown: measures in groups of the lever panel, each group one player, or each measure by itself.
    bool isByGroup() const { return m_isByGroup; }

protected:
    void renew() override;

private:
    void take(const Attribution& attribution, bool byGroup);
    void draw();
    BarRow totalRow() const;
    BarRow rowOf(std::size_t player, double sum) const;
    void tellMethod();
    void drawAreas();
    std::vector<std::size_t> bySize() const;

    Attribution m_attribution;
    bool m_isByGroup = false;
    bool m_isChosen = false; ///< the person chose measures or groups; else groups are taken where measures are too many to be exact
    Segments* m_players;
    Bars* m_bars;
    AreaView* m_areas;
    QLabel *m_finding, *m_method, *m_legend;
};

} // namespace chokepoint::ui
