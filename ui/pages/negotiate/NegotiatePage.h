// Negotiate: prepare, bargain and look back, against the computer or between two people at one machine.
#pragma once

#include "api/Rehearsal.h"
#include "api/WatchedTalks.h"
#include "bridge/Board.h"
#include "bridge/Job.h"
#include "bridge/KeptRehearsals.h"
#include "parts/FileDialogs.h"
#include "parts/Page.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <string>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace chokepoint::ui {

class DebriefView;
class HidePanel;
class PrepareView;
class RoundClock;
class Segments;
class TableView;
class WatchView;

class NegotiatePage : public Page {
    Q_OBJECT
public:
    static constexpr const char* id = "negotiate";
    explicit NegotiatePage(Board& board, QWidget* parent = nullptr);

    std::vector<Area> areas() const override;
    bool isBusy() const override;

    enum class Step { Prepare, Table, Debrief };
    Step step() const;
    PrepareView* prepare() const { return m_prepare; }
    TableView* table() const { return m_table; }
    DebriefView* debrief() const { return m_debrief; }
    HidePanel* cover() const { return m_cover; }
    const std::optional<bargain::Rehearsal>& rehearsal() const { return m_rehearsal; }
    const std::optional<bargain::WatchedTalks>& watched() const { return m_watched; }
    RoundClock* clock() const { return m_clock; }
    FileDialogs& dialogs() { return m_dialogs; }
    /// The next rehearsal has this seed; else it is drawn.
    void setNextSeed(std::uint64_t seed) { m_nextSeed = seed; }
    /// A rehearsal of Washington with security first against the late mover, without its preparation: for pictures.
    void beginExample(std::uint64_t seed);
    /// The same for talks of two computers, so many moves on.
    void watchExample(std::uint64_t seed, int moves);
    /// Prepares for the scored game, and begins the same there: for pictures.
    void chooseScored();
    void beginScoredExample(std::uint64_t seed);
    /// Does something as soon as the packages are run: for pictures.
    void whenReady(std::function<void()> act);

    void openFile(const QString& file);
    /// Goes on with a rehearsal of the workbook exactly where it was, once its sealed sheets are opened. An id that leads nowhere does
    /// nothing.
    void openKept(const std::string& keptId);
    /// What the workbook keeps of the rehearsal, and whether in plain.
    QString keeping() const;
    /// What the agreement sheet says below the items of a deal, by paragraph: its dates, what is left when it is broken or an ally refuses,
    /// who may block it at home, and the cautions.
    QStringList termsOfDeal(const bargain::Debrief& debrief) const;
    /// The whole sheet as rich text.
    QString agreementSheet(const bargain::Debrief& debrief) const;
    /// What stands in the bar of the page, also for what was refused.
    QString message() const;

public slots:
    void openTable();
    void breakOff();
    void mediate();
    void askPressure();
    void hideWindow();
    void startAnew();
    void askOpen();
    void askSave();
    void openInExplore();
    /// Takes the open rehearsal out of the workbook; it goes on and is not kept any more.
    void forgetKept();

protected:
    void showEvent(QShowEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildBar();
    void addFileActions(QToolButton* button);
    void makePackages();
    void takePackages(const bargain::PackageTable& packages);
    /// Talks that are prepared.
    struct Beginning {
        bargain::RehearsalTerms terms;
        bargain::Both<std::optional<SealKey>> keys{}; ///< by which the sheets are sealed
        int secondsOfMove = 0;
    };
    void begin(const Beginning& talks);
    void leaveTalks();
    void closeMoveDialogs();
    void goOn();
    void goToTurn();
    void showSeat();
    void seatAtTable();
    void handOver(bargain::Side side, std::function<void()> then);
    void chooseStep(int step);
    void showStep(Step step);
    void send();
    void moved(bool isDone);
    void timeIsUp();
    void propose(const bargain::Package& package);
    void tell(const QString& words);
    void tellState();
    void openText(const bargain::PackageTable& packages, const std::string& bytes, const QString& file);
    void withPackagesOf(std::string_view talks, const std::function<void(const bargain::PackageTable&)>& open);
    void prepareLike(std::string_view talks, const bargain::PackageTable& packages);
    void keep();
    void keepAs(const QString& who, bargain::RehearsalParts parts);
    void openSheets();
    void goOnWithKept(const bargain::PackageTable& packages);
    void goOnWithNewest();
    void anotherWorkbook();
    void fillKeptMenu(QMenu& menu);
    std::uint64_t nextSeed();
    void watch();
    void nextMove(bool isToTheEnd);
    void showWatched();
    QString preparationClosed() const;
    void announce(std::pair<std::size_t, std::size_t> measure, int afterRounds);
    const bargain::Rehearsal* talks() const;
    std::optional<bargain::Debrief> truth() const;
    const KeptRehearsal* newestUnderWay() const;
    void write(const QString& file, const std::string& bytes);
    void saveTranscript(bool isTable);
    void saveSheet();
    bargain::Side seat() const;
    bool isForTwo() const;

    /// A rehearsal of the workbook on its way: its sheets are opened one after the other.
    struct Opening {
        KeptRehearsal kept;
        bargain::RehearsalParts parts;
        bargain::Both<std::optional<SealKey>> keys{};
    };

    Board& m_board;
    KeptRehearsals& m_kept;
    FileDialogs m_dialogs;
    std::string m_keptId; ///< of the rehearsal in the workbook; empty: it is not kept
    bargain::Both<std::optional<SealKey>> m_keys{};
    bargain::Both<std::optional<bargain::Package>> m_drafts{}; ///< as they were kept, until they are shown
    std::optional<Opening> m_opening;
    std::optional<bargain::PackageTable> m_packages;
    std::optional<bargain::Rehearsal> m_rehearsal;
    std::optional<bargain::WatchedTalks> m_watched; ///< in place of a rehearsal
    /// What the first of two people has prepared.
    struct Prepared {
        bargain::SeatTerms terms;
        std::optional<SealKey> key;
    };
    std::optional<Prepared> m_firstOfTwo;
    std::optional<std::uint64_t> m_nextSeed;
    std::function<void()> m_whenReady;
    bool m_isAskedToBreakOff = false;
    Segments* m_steps;
    QLabel *m_state, *m_message;
    QPushButton *m_mediator, *m_pressure, *m_breakOff, *m_explore, *m_anew, *m_hide, *m_goOn;
    RoundClock* m_clock;
    int m_secondsOfMove = 0; ///< of this rehearsal
    QStackedWidget* m_views;
    PrepareView* m_prepare;
    TableView* m_table;
    WatchView* m_watch;
    DebriefView* m_debrief;
    HidePanel* m_cover = nullptr;
    std::function<void()> m_afterCover; ///< of a panel between two people
    QTimer m_keepSoon; ///< a draft that is being changed
    Job m_running;        ///< the packages of what is prepared
    Job m_runningOfTalks; ///< those of talks that are being opened
};

} // namespace chokepoint::ui
