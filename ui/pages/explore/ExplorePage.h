// Explore: measures at the left, charts in the middle, headline results at the right, one sentence under the charts.
#pragma once

#include "bridge/Board.h"

#include "parts/Page.h"

#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace chokepoint::ui {

class ChartCard;
class DistributionWindow;
class Draws;
class HeadlinePanel;
class LeverPanel;
class MeasurePane;
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
    QString sentence() const;
    /// The series that the sentence is about.
    std::size_t toldSeries() const { return m_toldSeries; }

    /// Shows the first `count` charts: 1, 2, 4 or 6.
    void setChartCount(int count);
    int chartCount() const { return m_chartCount; }

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
    QWidget* makeSentence(QWidget* centre);
    std::vector<std::size_t> displayed() const;
    void hidePane();
    void divide();
    void arrange();
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
    QHBoxLayout* m_sentenceLine = nullptr;
    QLabel* m_sentence = nullptr;
    QString m_told; ///< the same without its bold parts
    QPushButton* m_showTold = nullptr; ///< only when no chart shows what the sentence tells
    int m_chartCount = 4, m_columns = 0;
    std::size_t m_toldSeries = 0;
};

} // namespace chokepoint::ui
