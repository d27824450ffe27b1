// The leaf Supply chain: the finding, the map, its slider, and the pane of a card.
#pragma once

#include "api/SupplyMap.h"
#include "bridge/Board.h"
#include "bridge/Job.h"
#include "pages/flows/FlowLeaf.h"

#include <QDate>

#include <optional>

namespace chokepoint::ui {

class Draws;
class MapPane;
class MapView;
class QuarterSlider;
class Segments;

class SupplyView : public FlowLeaf {
    Q_OBJECT
public:
    SupplyView(Board& board, Draws& draws, QWidget* parent = nullptr);

    MapView* map() const { return m_map; }
    MapPane* pane() const { return m_pane; }
    QuarterSlider* slider() const { return m_slider; }
    /// Opens the pane of a card, or closes it.
    void choose(std::optional<std::size_t> node);
    /// Opens the card that a measure moves most directly, if there is one.
    void chooseFor(std::size_t measure);
    void setQuarter(Quarter quarter);
    /// The map begins in the present quarter unless a person has chosen one.
    void setToday(QDate today) override;
    std::vector<Page::Area> areas() const override;
    bool isBusy() const override;

    static constexpr int paneBeside = 1400, stepsBeside = 1100; ///< widths of the page from which both have room

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    void renew();
    void readView();
    void showQuarter();
    void tell();
    void lay();
    void askClaim();
    std::optional<double> shareOfBottleneck() const;
    const SupplyQuarter& here() const { return m_present[static_cast<std::size_t>(m_quarter.index)]; }

    Board& m_board;
    Draws& m_draws;
    SupplyMap m_present, m_reference;
    Quarter m_quarter = defaultStart;
    bool m_isChosen = false; ///< a person has chosen the quarter
    bool m_isOld = true;
    Segments* m_manner;
    MapView* m_map;
    QuarterSlider* m_slider;
    MapPane* m_pane;
    QString m_verdict;
    Job m_claimJob;
};

} // namespace chokepoint::ui
