// Explore: measures at the left, in the middle the headline above the charts, headline results at the right.
#pragma once

#include "bridge/Board.h"

#include "parts/Page.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace chokepoint::ui {

class ChartCard;
class DistributionWindow;
class Draws;
class HeadlineCard;
class HeadlinePanel;
class HeadlineReasons;
class LeverPanel;
class MeasurePane;
class OverviewBoard;
class PassedDates;

class ExplorePage : public Page {
    Q_OBJECT
public:
    static constexpr const char* id = "explore";
    /// Board and draws must outlive it.
    ExplorePage(Board& board, Draws& draws, QWidget* parent = nullptr);

    Board& board() const { return m_board; }
    /// The parts "search" and "law" are the field that searches measures and the law as of a date.
    void follow(const Way& way) override;
    std::optional<Way> subject() const override;
    QWidget* tool() override;
    std::vector<Area> areas() const override;
    bool isBusy() const override;
    QWidget* ownWindow() const override;

    LeverPanel* levers() const { return m_levers; }
    HeadlinePanel* headlines() const { return m_headlines; }
    const std::vector<ChartCard*>& charts() const { return m_charts; }
    /// What the scenario does, in one sentence.
    QString sentence() const;
    HeadlineCard* headline() const { return m_headline; }
    /// The series that the headline is about.
    std::size_t toldSeries() const { return m_toldSeries; }

    /// Shows the first `count` charts, all alike: 1, 2, 4 or 6.
    void setChartCount(int count);
    int chartCount() const { return m_chartCount; }
    /// Shows the first chart large, above small ones of what the package moves most.
    void showOverview();
    bool isOverview() const { return m_isOverview; }
    OverviewBoard* overview() const { return m_overview; }

    /// Marks events of the record in the charts.
    void setEventsShown(bool shown);
    /// The day, by which dates that have passed since the record was checked are told.
    void setToday(QDate today) override;
    PassedDates* passedDates() const { return m_passed; }

    /// The charts of the start page, or the three ways round the controls.
    enum class View { StartPage, Evasion };
    void setView(View view);

    /// Opens the pane of a measure beside its row.
    void showMeasure(std::size_t measure);
    Draws& draws() const { return m_draws; }
    MeasurePane* pane() const { return m_pane; }
    /// Opens the window that tells how the draws of a series are spread.
    void showDistribution(const std::string& series);
    DistributionWindow* distribution() const { return m_distribution; }

protected:
    void resizeEvent(QResizeEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    QToolButton* makeChartMenu();
    QWidget* buildCentre();
    void makeCharts();
    void makeOverview();
    void shareCrosshair(ChartCard* chart);
    std::vector<ChartCard*> allCharts() const;
    void showMain(std::size_t series);
    void layOut();
    void writeCaption();
    void nameLayout();
    std::vector<std::size_t> displayed() const;
    void hidePane();
    void divide();
    void arrange();
    void takeLayout();
    void arrangeGrid(int columns);
    void fitHeights(int columns);
    int columnsThatFit() const;
    void showSeries();
    void showInFirstChart(std::size_t series);
    void keepLayout();
    void answer(ChartCard* chart);
    /// Series of the charts that are shown, and of the cards.
    std::vector<std::size_t> charted() const;
    std::vector<std::size_t> carded() const;
    bool isMoved(std::size_t series, int year) const;
    std::size_t seriesToTell(int year) const;
    void refreshSentence();

    Board& m_board;
    Draws& m_draws;
    QToolButton* m_chartMenu = nullptr;
    LeverPanel* m_levers = nullptr;
    HeadlinePanel* m_headlines = nullptr;
    MeasurePane* m_pane = nullptr;
    PassedDates* m_passed = nullptr;
    DistributionWindow* m_distribution = nullptr; ///< none while it is closed
    QWidget* m_centre = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_grid = nullptr;
    QGridLayout* m_gridLayout = nullptr;
    std::vector<ChartCard*> m_charts;
    OverviewBoard* m_overview = nullptr;
    /// What the first chart shows when no package puts another series in its place; nothing while it shows that.
    std::optional<BoardChart> m_displaced;
    bool m_isOverview = true, m_isPlacing = false; ///< placing: a series is shown that no person chose
    HeadlineCard* m_headline = nullptr;
    QLabel* m_caption = nullptr; ///< how bands are read, once for all charts
    HeadlineReasons* m_reasons = nullptr;
    QString m_told;
    int m_chartCount = 4, m_columns = 0;
    std::size_t m_toldSeries = 0;
};

} // namespace chokepoint::ui
