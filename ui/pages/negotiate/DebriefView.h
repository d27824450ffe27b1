// The debrief: the plane of all packages with the way of the talks, what stayed on the table, what each move cost, and who sat there.
#pragma once

#include "api/Rehearsal.h"
#include "bridge/Board.h"
#include "bridge/Job.h"
#include "parts/Page.h"

#include <QFrame>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace chokepoint::ui {

class BreachView;
class PlaneView;
class RowList;

class DebriefView : public QWidget {
    Q_OBJECT
public:
    explicit DebriefView(Board& board, QWidget* parent = nullptr);

    /// `seat`: whose worth goes to the right, and whose guesses are judged. Nothing: the view is empty.
    void setDebrief(const std::optional<bargain::Debrief>& debrief, bargain::Side seat);
    const std::optional<bargain::Debrief>& debrief() const { return m_debrief; }
    bool hasDeal() const { return m_debrief && m_debrief->deal; }
    PlaneView* plane() const { return m_plane; }
    BreachView* breach() const { return m_breach; }
    std::vector<Page::Area> areas() const;
    bool isBusy() const;

signals:
    void proposed(const chokepoint::bargain::Package& package);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    QFrame* buildPlane();
    QFrame* buildLeft();
    QFrame* buildMoves();
    QFrame* buildCertainty();
    QFrame* buildGuesses();
    QFrame* buildSides();
    QFrame* buildBreach();
    void fillMoves();
    void tellSpot();
    void fillGuesses();
    void fillSides();
    void fillBreach();
    void drawCertainty();
    void showCertainty(const std::vector<std::pair<QString, double>>& shares);
    QString said(const MessageValue& value) const { return m_board.said(value); }

    Board& m_board;
    std::optional<bargain::Debrief> m_debrief;
    bargain::Side m_seat = bargain::Side::US;
    QLabel *m_title, *m_findings, *m_us, *m_china, *m_dearest, *m_home, *m_spot, *m_planeAbout;
    PlaneView* m_plane;
    BreachView* m_breach;
    QFrame *m_breachCard, *m_certaintyCard;
    QLabel* m_consents;
    QPushButton* m_propose;
    RowList *m_left, *m_moves, *m_certainty, *m_guesses;
    QBoxLayout* m_columns;
    Job m_drawing;
};

} // namespace chokepoint::ui
