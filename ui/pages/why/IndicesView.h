// Which inputs the result rests on when all vary at once: Sobol indices, on demand, and how they change over the years.
#pragma once

#include "api/Sensitivity.h"
#include "pages/why/WhyView.h"

class QPushButton;

namespace chokepoint::ui {

class Bars;
class HeatMap;

/// The share of the variance over all draws that each input explains.
class IndicesView : public WhyView {
    Q_OBJECT
public:
    IndicesView(Board& board, Focus& focus, QWidget* parent);
    Bars* bars() const { return m_bars; }
    HeatMap* heat() const { return m_heat; }

signals:
    void inputAsked(std::size_t parameter);

protected:
    void renew() override;

private:
    void compute();
    void draw(const Indices& indices);
    void drawYears(const Indices& indices);

    Bars* m_bars;
    HeatMap* m_heat;
    QWidget* m_over; ///< the card of the heat map
    QPushButton* m_start;
    QLabel *m_finding, *m_note;
    bool m_isComplete = false;
};

} // namespace chokepoint::ui
