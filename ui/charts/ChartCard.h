// A chart on its card: the finding as title with a menu of all series, unit, chart, strip and sources.
#pragma once

#include "api/Figure.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QToolButton;

namespace chokepoint::ui {

class BindingStrip;
class ChartView;
class FixedRoom;
class IdentityTable;
class Segments;
class SeriesMenu;
class TableWindow;

/// It follows the board and its year, and asks the draws for its own band as long as it is visible, wherever it stands: on a page, in a
/// pane, or in a window of its own.
class ChartCard : public QFrame {
    Q_OBJECT
public:
    /// `series` and `companions` as ids; `withStrip` shows what binds under the chart. Board and draws must outlive it.
    ChartCard(Board& board, Draws& draws, const std::string& series, std::vector<std::string> companions, bool withStrip,
              QWidget* parent = nullptr);

    /// Where it stands: as one of several like it, as the large one of the overview, which has a switch of views and the strip of the
    /// baseline too, or as one of the small ones below, which has lines and a change.
    enum class Place { Grid, Large, Small };
    void setPlace(Place place);

    ChartView* view() const { return m_view; }
    BindingStrip* strip() const { return m_strip; }
    BindingStrip* stripBefore() const { return m_stripBefore; }
    /// Levels, their logarithm, or the scenario less the baseline.
    void setView(BoardChart::View view);
    QString title() const;

    const std::string& series() const { return m_shown.series; }
    /// Shows another series, alone or with companions and strip.
    void setSeries(const std::string& series, std::vector<std::string> companions = {}, bool withStrip = false);
    /// What the card shows and how, as a workbook keeps it.
    BoardChart shown() const;
    void showChart(const BoardChart& chart);
    /// Marks events of the record; changes of the scenario are marked always.
    void setEventsShown(bool shown);
    /// Stacks the series that add up to this one, or tells in numbers how it is made; nothing for series without such parts.
    void setPartsShown(bool shown);
    /// Height in pixels that a chart needs without more about how it is made.
    void setLowest(int height);
    /// A low chart gives the room of its line of sources to the plot.
    void setFooterShown(bool shown);
    void setIdentityShown(bool shown);
    const IdentityTable* identity() const { return m_identity; }
    SeriesMenu* menu() const { return m_menu; }
    /// Puts one more action into its menu, for whoever has laid it out.
    QAction* offer(const QString& words);

signals:
    /// Something of shown() has changed.
    void shownChanged();
    /// The person chose another series from the menu.
    void seriesChosen();
    /// The source line was clicked.
    void sourcesAsked(const std::string& series);
    /// How are the draws spread in a quarter, and how likely is a threshold?
    void distributionAsked(const std::string& series);
    /// What does each measure contribute to the change?
    void whyAsked(const std::string& series);
    /// The stamp "own assumptions" was clicked.
    void assumptionsAsked();
    /// A window with the same chart was opened; whoever answers this chart answers that one too.
    void windowOpened(ChartCard* window);

public slots:
    void refresh();

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    QWidget* buildHead();
    void buildActions();
    void buildTableActions();
    void offerActions();
    void openOwnWindow();
    void openTable();
    void refreshWhenSeen();
    void want();
    std::vector<std::size_t> covertBeside() const;
    bool readDraws();
    void takeDraws();
    void setYear(int year);
    void present();
    Figure withBands() const;
    void fitHeight();
    void alignStrip();
    void fitTitle();
    void fitSmallTitle();
    void fitFooter();
    void fitSwitch();
    QWidget* buildFooter();

    Board& m_board;
    Draws& m_draws;
    FigureRequest m_shown;
    Place m_place = Place::Grid;
    BoardChart::View m_viewed = BoardChart::View::Value;
    int m_lowest = 0;
    bool m_hasFooter = true;
    QStringList m_footers; ///< what the source line may say, the longest first
    Figure m_figure; ///< of the board as it is, without its bands
    std::optional<SeriesSpread> m_spread, m_levelSpread;
    bool m_isStale = false; ///< the board has changed while the chart was hidden
    QPushButton* m_title = nullptr;
    QLabel *m_subtitle = nullptr, *m_stamp = nullptr, *m_footer = nullptr, *m_change = nullptr, *m_stripTitle = nullptr;
    FixedRoom *m_footerRoom = nullptr, *m_changeRoom = nullptr;
    Segments* m_viewSwitch = nullptr;
    ChartView* m_view = nullptr;
    BindingStrip *m_strip = nullptr, *m_stripBefore = nullptr;
    IdentityTable* m_identity = nullptr;
    QPointer<TableWindow> m_table; ///< none before it is asked for
    SeriesMenu* m_menu = nullptr;
    QToolButton* m_more = nullptr;
    QAction *m_partsAction = nullptr, *m_identityAction = nullptr, *m_wholeTimeAction = nullptr,
            *m_logarithmicAction = nullptr, *m_differenceAction = nullptr;
};

} // namespace chokepoint::ui
