// The table: the draft with its worth to both, what it changes in the model, the offers so far, and the buttons of a move.
#pragma once

#include "api/Rehearsal.h"
#include "bridge/Board.h"
#include "bridge/Job.h"
#include "parts/Page.h"

#include <QFrame>
#include <QTimer>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace chokepoint::ui {

class BreachView;
class OffersPlot;
class PackageBoard;
class RecordLeaf;
class RowList;
struct ListRow;
class Segments;
class WorthScales;

class TableView : public QWidget {
    Q_OBJECT
public:
    explicit TableView(Board& board, QWidget* parent = nullptr);

    /// How far the rehearsal is, which is no secret of either side.
    struct State {
        int round = 1, rounds = 8;
        bool isLastWord = false;
        bool mayOfferSeveral = false;
    };
    /// What the seat sees whose turn it is; nothing while nobody may look.
    void setSeat(const std::optional<bargain::SeatView>& seat, const State& state);
    void setDraft(const bargain::Package& draft);
    const bargain::Package& draft() const;
    /// The draft with the packages that are offered beside it, the draft first.
    std::vector<bargain::Package> offers() const;
    /// The package of the other side that *Accept* takes, of several the one that is shown; nothing before their first offer.
    std::optional<bargain::Package> theirs() const;
    /// A line below the draft: why something was refused, or what the mediator found.
    void tell(const QString& words);

    /// In their order.
    enum class Leaf { Offers, Given, Wishes, Record, Breach };
    void openLeaf(Leaf leaf);
    RecordLeaf* record() const { return m_record; }
    BreachView* breach() const { return m_breach; }
    PackageBoard* board() const { return m_package; }
    std::vector<Page::Area> areas() const;
    bool isSeated() const { return m_seat.has_value(); }
    bool isBusy() const;

signals:
    void offered();
    void accepted();
    /// Of the offer of the other side these items are to be settled alone.
    void partOffered(const std::vector<bool>& issues);
    /// A person changed the draft.
    void drafted();

protected:
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    QFrame* buildPackage();
    QFrame* buildWorth();
    void addSwap(QFrame* frame);
    void addButtons(QFrame* frame);
    QFrame* buildEffects();
    QFrame* buildLeaves();
    void addBreach(QFrame* frame);
    void follow();
    void tellWorth();
    void tellRow();
    void tellSwap();
    void tellButtons();
    void fillEffects();
    void fillSheet();
    void layEffects();
    void tellSum();
    bool isOfModel() const { return !m_seat || m_seat->game().isOfModel; }
    void fillOffers();
    ListRow moveRow(const bargain::SeenMove& move, const bargain::Package& before, const bargain::Package& after,
                    const QString& how) const;
    ListRow pressureRow(const bargain::Pressure& pressure) const;
    void fillLedger();
    void fillWishes();
    void fillBreach();
    void drawBands();
    void layLeaves();
    void showLeaf();
    void send();
    void trySwap();
    void addAlternative();
    void showNextOfTheirs();
    void askPart();
    QString said(const MessageValue& value) const { return m_board.said(value); }

    Board& m_board;
    std::optional<bargain::SeatView> m_seat;
    State m_state;
    std::optional<bargain::Swap> m_swap;
    std::optional<double> m_cleared;        ///< share of draws in which the draft clears the walk-away value
    std::vector<bargain::Package> m_beside; ///< offered beside the draft
    std::size_t m_shownOfTheirs = 0; ///< of the packages that they offered at once
    bool m_isWide = true;
    bool m_isWarned = false; ///< the button has said that the draft is worse than what is on offer
    QLabel *m_title, *m_row, *m_told, *m_mine, *m_mineAbout, *m_theirs, *m_theirsAbout, *m_swapWords, *m_sum, *m_home, *m_consents,
        *m_moved, *m_effectsTitle, *m_marks;
    PackageBoard* m_package;
    WorthScales* m_scales;
    QPushButton *m_send, *m_accept, *m_try, *m_why, *m_also, *m_which, *m_part;
    Segments *m_years, *m_leaf;
    RowList *m_effects, *m_offers, *m_ledger, *m_wishes;
    OffersPlot* m_plot;
    RecordLeaf* m_record;
    BreachView* m_breach;
    Segments* m_breachOf; ///< of the draft, or of their offer
    QWidget *m_offersLeaf, *m_ledgerLeaf, *m_wishesLeaf, *m_breachLeaf;
    QBoxLayout *m_whole, *m_left, *m_right, *m_lower;
    QFrame *m_effectsCard, *m_leavesCard;
    QTimer m_delay;
    Job m_drawing;
};

} // namespace chokepoint::ui
