// What each changed measure contributes: a waterfall in one quarter, and areas over time.
#pragma once

#include "Attribution.h"
#include "WhyView.h"

namespace chokepoint::ui {

class AreaView;
class Bars;

class SharesView : public WhyView {
    Q_OBJECT
public:
    SharesView(Board& board, Focus& focus, QWidget* parent);

    Bars* waterfall() const { return m_bars; }
    AreaView* areas() const { return m_areas; }

protected:
    void renew() override;

private:
    void take(const Attribution& attribution);
    void draw();
    void drawAreas();
    std::vector<std::size_t> bySize() const;

    Attribution m_attribution;
    Bars* m_bars;
    AreaView* m_areas;
    QLabel *m_finding, *m_method, *m_legend;
};

} // namespace chokepoint::ui
