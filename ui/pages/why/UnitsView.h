// What one more unit a year of HBM, dies and packages would add to the series, over time.
#pragma once

#include "charts/AreaView.h"
#include "api/Sensitivity.h"
#include "pages/why/WhyView.h"

#include <array>

namespace chokepoint::ui {

class UnitsView : public WhyView {
    Q_OBJECT
public:
    UnitsView(Board& board, Focus& focus, QWidget* parent);

    const std::vector<UnitWorth>& worths() const { return m_worths; }

protected:
    void renew() override;

private:
    AreaContent courseOf(const UnitWorth& worth, double scale) const;

    std::vector<UnitWorth> m_worths;
    QLabel *m_finding, *m_note;
    std::array<QLabel*, 3> m_titles, m_below;
    std::array<AreaView*, 3> m_charts;
};

} // namespace chokepoint::ui
