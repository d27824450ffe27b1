// A chart on its card: the finding as title with a menu of all series, unit, chart, strip and sources.
#pragma once

#include "ChartContent.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace chokepoint::ui {

class BindingStrip;
class ChartView;

class ChartCard : public QFrame {
    Q_OBJECT
public:
    /// `series` and `companions` as ids; `withStrip` shows what binds under the chart.
    ChartCard(Board& board, const std::string& series, std::vector<std::string> companions, bool withStrip, QWidget* parent = nullptr);

    ChartView* view() const { return m_view; }
    BindingStrip* strip() const { return m_strip; }
    QString title() const;

    const std::string& series() const { return m_series; }
    /// Shows another series, alone or with companions and strip.
    void setSeries(const std::string& series, std::vector<std::string> companions = {}, bool withStrip = false);
    /// The band of the series; nothing removes it.
    void setSpread(const std::optional<SeriesSpread>& spread);
    /// The year of the finding in the title.
    void setYear(int year);

signals:
    /// The person chose another series from the menu.
    void seriesChosen();

public slots:
    void refresh();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void buildMenu();
    void buildActions();
    void openOwnWindow();
    void alignStrip();
    void fitTitle();

    Board& m_board;
    std::string m_series;
    std::vector<std::string> m_companions;
    bool m_withStrip;
    int m_year = 2028;
    std::optional<SeriesSpread> m_spread;
    QPushButton* m_title = nullptr;
    QLabel *m_subtitle = nullptr, *m_footer = nullptr;
    ChartView* m_view = nullptr;
    BindingStrip* m_strip = nullptr;
    QString m_wholeTitle, m_shortTitle;
};

} // namespace chokepoint::ui
