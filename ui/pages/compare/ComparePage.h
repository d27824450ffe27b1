// Compare: up to six packages beside a baseline, in a chart, in a table of ranks, and two of them measure by measure.
#pragma once

#include "bridge/Board.h"
#include "parts/Page.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace chokepoint::ui {

class ChipRow;
class ComparedChart;
class ComparedSet;
class DifferencesCard;
class Draws;
class RankTable;

class ComparePage : public Page {
    Q_OBJECT
public:
    static constexpr const char* id = "compare";
    ComparePage(Board& board, Draws& draws, QWidget* parent = nullptr);

    std::vector<Area> areas() const override;
    std::optional<Way> subject() const override;
    bool isBusy() const override;

    ComparedSet& set() const { return *m_set; }
    ChipRow* chips() const { return m_chips; }
    ComparedChart* chart() const { return m_chart; }
    DifferencesCard* differences() const { return m_differences; }
    RankTable* ranks() const { return m_ranks; }
    QString title() const;

protected:
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void addLinks();
    void tellTitle();
    void fitTitle();
    void arrange();
    void copy();
    void openSheet();
    void save();
    void explain();

    Board& m_board;
    ComparedSet* m_set;
    QScrollArea* m_scroll;
    QLabel *m_title, *m_subtitle;
    ChipRow* m_chips;
    QBoxLayout *m_column, *m_upper; ///< of the whole page, and of chart and differences beside it
    ComparedChart* m_chart;
    DifferencesCard* m_differences;
    RankTable* m_ranks;
    QPushButton *m_copy, *m_save;
};

} // namespace chokepoint::ui
