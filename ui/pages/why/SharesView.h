// Which measure did it: a waterfall of shares in one quarter, and areas over time, each measure with one hue in both.
#pragma once

#include "parts/Bars.h"
#include "api/Attribution.h"
#include "api/NumberWords.h"
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

signals:
    /// Nothing is changed, and what the value itself rests on is asked for.
    void restsAsked();

protected:
    void renew() override;
    void changeEvent(QEvent*) override;

private:
    void take(const Attribution& attribution, bool byGroup);
    void draw();
    QWidget* buildOffers();
    void offer();
    BarRow totalRow(const Digits& sum) const;
    BarRow rowOf(std::size_t player, double sum, const Digits& share, int hue) const;
    QString rangeWords(const std::array<double, quantileLevels.size()>& spread) const;
    std::vector<int> hues() const;
    std::vector<std::size_t> byPeak() const;
    void tellMethod();
    void drawAreas();

    Attribution m_attribution;
    bool m_isByGroup = false;
    bool m_isChosen = false; ///< the person chose measures or groups; else groups are taken where measures are too many to be exact
    Segments* m_players;
    Bars* m_bars;
    AreaView* m_areas;
    QWidget* m_offers; ///< packages to try where nothing is changed
    QLabel *m_finding, *m_title, *m_method, *m_legend;
};

} // namespace chokepoint::ui
