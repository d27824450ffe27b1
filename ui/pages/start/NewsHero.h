// The one rule of the news, to be set by hand: three settings, three figures with their ranges, and the chart that follows.
#pragma once

#include "bridge/Board.h"

#include <QFrame>

#include <array>
#include <vector>

class QGridLayout;
class QLabel;

namespace chokepoint::ui {

class BindingStrip;
class ChartView;
class Draws;
class RangeBar;
class Segments;

/// Plays on a board of its own: the board of the window stays as it is until a person takes the scenario along.
class NewsHero : public QFrame {
    Q_OBJECT
public:
    /// Engine and draws must outlive it. Opens on the middle setting, so that there is something to see without a click.
    NewsHero(const Engine& engine, const Language& language, Draws& draws, QWidget* parent = nullptr);

    /// What is set, ready to be taken along.
    const Scenario& scenario() const { return m_board.scenario(); }
    Segments* settings() const { return m_settings; }
    ChartView* chart() const { return m_chart; }
    static constexpr int year = 2028;  ///< of the figures and of the title
    static constexpr int faded = 2030; ///< of the reason: by then other limits have taken over

    /// The scenarios and series whose draws it shows.
    std::vector<Scenario> scenarios() const;
    std::vector<std::size_t> series() const;

public slots:
    void choose(int setting);
    void refresh();

signals:
    void exploreAsked();
    void reasonAsked();

private:
    struct Figure {
        std::size_t series;
        QLabel *value, *change, *range;
        RangeBar* bar;
    };
    QWidget* buildQuestion();
    QWidget* buildChart();
    QGridLayout* buildFigures(QWidget* parent);
    void refreshHeadline();
    void refreshFigures();
    void refreshChart();

    Board m_board;
    Draws& m_draws;
    Scenario m_today; ///< the rule as it is
    Segments* m_settings = nullptr;
    QLabel *m_setting = nullptr, *m_title = nullptr, *m_subtitle = nullptr, *m_footer = nullptr;
    ChartView* m_chart = nullptr;
    BindingStrip* m_strip = nullptr;
    std::vector<Figure> m_figures;
};

} // namespace chokepoint::ui
