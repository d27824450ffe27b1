// The one rule of the news, to be set by hand: three settings, three figures with their ranges, and the chart that follows.
#pragma once

#include "api/Figure.h"
#include "api/Engine.h"
#include "bridge/Draws.h"

#include <QFrame>

#include <array>
#include <vector>

class QGridLayout;

namespace chokepoint::ui {

class BindingStrip;
class ChartView;
class RangeBar;
class RoomyLabel;
class Segments;

/// Runs its settings by itself: the board of the window stays as it is until a person takes the scenario along. Whatever is set, nothing
/// changes its place, for every text has the room of the longest that could stand there.
class NewsHero : public QFrame {
    Q_OBJECT
public:
    /// Engine and draws must outlive it. Opens on the middle setting, so that there is something to see without a click.
    NewsHero(const Engine& engine, const Language& language, Draws& draws, QWidget* parent = nullptr);

    /// What is set, ready to be taken along.
    const Scenario& scenario() const { return m_all[m_set]; }
    Segments* settings() const { return m_settings; }
    ChartView* chart() const { return m_chart; }
    static constexpr int year = 2028;  ///< of the figures and of the title
    static constexpr int faded = 2030; ///< of the reason: by then other limits have taken over

    /// The scenarios and series whose draws it shows.
    const std::vector<Scenario>& scenarios() const { return m_all; }
    std::vector<std::size_t> series() const;

public slots:
    void choose(int setting);

signals:
    void exploreAsked();
    void reasonAsked();

protected:
    void showEvent(QShowEvent*) override;

private:
    struct Figure {
        std::size_t series;
        RoomyLabel *value, *change, *range;
        RangeBar* bar;
    };
    /// What one setting says of one figure.
    struct FigureWords {
        QString value, change, range;
        bool isClear = false;
    };
    QWidget* buildQuestion();
    QWidget* buildChart();
    QGridLayout* buildFigures(QWidget* parent);
    chokepoint::Figure chartOf(std::size_t setting) const;
    FigureWords wordsOf(std::size_t figure, std::size_t setting) const;
    std::optional<ChangeSpread> changeOf(std::size_t series, std::size_t setting) const;
    const Catalogue& catalogue() const { return m_engine.catalogue(); }
    QString said(const MessageValue& value) const;
    FigureRuns runsOf(std::size_t setting) const;
    void refresh();
    void refreshHeadline();
    void refreshFigures();
    void refreshBars();
    void refreshChart();

    const Engine& m_engine;
    Language m_language;
    Draws& m_draws;
    std::vector<Scenario> m_all;    ///< by setting, that of today first
    std::vector<Projection> m_runs; ///< of the same
    std::size_t m_set = 0;
    Segments* m_settings = nullptr;
    RoomyLabel *m_setting = nullptr, *m_title = nullptr, *m_subtitle = nullptr, *m_footer = nullptr;
    ChartView* m_chart = nullptr;
    BindingStrip* m_strip = nullptr;
    std::vector<Figure> m_figures;
};

} // namespace chokepoint::ui
