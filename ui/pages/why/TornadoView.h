// Which inputs the result rests on: a tornado of low and high ends.
#pragma once

#include "api/Sensitivity.h"
#include "pages/why/WhyView.h"

namespace chokepoint {
struct Parameter;
}

namespace chokepoint::ui {

class Bars;
class Segments;

/// One input at its low and its high end, all others central.
class TornadoView : public WhyView {
    Q_OBJECT
public:
    TornadoView(Board& board, Focus& focus, QWidget* parent);
    Bars* bars() const { return m_bars; }

signals:
    /// An input was clicked: place in Catalogue::parameters.
    void inputAsked(std::size_t parameter);

protected:
    void renew() override;

private:
    void draw();
    void tell(const Parameter* most, bool isChange);

    Tornado m_tornado;
    Segments* m_of;
    Bars* m_bars;
    QLabel *m_finding, *m_note;
};

} // namespace chokepoint::ui
