// Preparing a rehearsal: two questions with what follows from the answers, and more for whoever wants it.
#pragma once

#include "api/Rehearsal.h"
#include "bridge/Board.h"
#include "parts/Page.h"

#include <QFrame>
#include <QHash>
#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QVBoxLayout;

namespace chokepoint::ui {

class NumberField;
class RowList;
class WalkAwayChart;
class WeightsGrid;
class WorthHistogram;

class PrepareView : public QWidget {
    Q_OBJECT
public:
    /// `now`: the time as a text, for preparations that are locked.
    PrepareView(Board& board, std::function<QString()> now, QWidget* parent = nullptr);

    /// The packages once they are run; nothing while they are on their way.
    void setTable(const std::optional<bargain::PackageTable>& table);
    /// Begins anew for another side, which keeps nothing of the answers of the first.
    void beginFor(bargain::Side side, bool isSecond);

    bargain::Side side() const;
    bool isForTwo() const;
    bool isWatched() const; ///< nobody plays: two computers do
    /// The manners of both computers where they are watched; an id is empty where it is drawn by lot.
    bargain::Both<std::string> personasWatched() const;
    int rounds() const;
    int secondsOfMove() const; ///< 0: no clock
    std::string persona() const;
    /// The days of the record that are played again; nothing for the truce of today, and for the scored game.
    const bargain::Replay* replay() const;
    bool isScored() const; ///< the scored game is played, which needs no model
    /// Talks of that kind are open: the preparation is for such ones. It emits nothing.
    void showGame(bool isScored, const bargain::Replay* replay);
    bargain::SeatTerms seatTerms() const;
    /// Under which the workbook keeps the sheet; empty: in plain.
    std::string passphrase() const;
    /// Why the table can not be opened; empty when it can.
    QString reasonAgainst() const;
    WeightsGrid* grid() const { return m_grid; }
    std::vector<Page::Area> areas() const;

signals:
    void openAsked();
    /// Another game or other days are to be played: the packages must be made anew.
    void gameChosen();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    QWidget* buildSettings();
    QFrame* buildQuestionOne();
    QFrame* buildQuestionTwo();
    QFrame* buildOnTable();
    QFrame* buildFull();
    QFrame* buildRecord();
    QFrame* buildCautions();
    QComboBox* addField(QBoxLayout* row, const QString& label, const char* name);
    void sideChosen();
    const bargain::GameTables& game() const;
    void chooseGame();
    void tellGame();
    void follow();
    void tellOpening();
    void showWatched();
    void tellWalkAway();
    void editWeights();
    void lock();
    double chance() const;

    Board& m_board;
    std::function<QString()> m_now;
    std::optional<bargain::PackageTable> m_table;
    std::vector<double> m_worths; ///< of the packages inside the red lines
    double m_spiral = 50, m_today = 50;
    QString m_lockedAt;
    QComboBox *m_side, *m_across, *m_persona, *m_personaUs, *m_rounds, *m_guess, *m_game, *m_clock;
    QHash<const QComboBox*, QLabel*> m_words; ///< above the boxes
    WeightsGrid* m_grid;
    QSlider* m_chance;
    QLabel *m_title, *m_chanceWords, *m_walkAway, *m_walkAwayAbout, *m_insight, *m_packages, *m_inside, *m_clear, *m_lockedWords, *m_why,
        *m_replayAbout, *m_keptAbout, *m_weightsAbout, *m_sheetsAbout;
    WalkAwayChart* m_chart;
    WorthHistogram* m_histogram;
    QFrame* m_record;
    RowList* m_events;
    NumberField* m_target;
    QLineEdit *m_note, *m_passphrase;
    QPushButton *m_lock, *m_open, *m_edit, *m_fold;
    QCheckBox* m_read;
    QBoxLayout *m_columns, *m_head;
    QWidget *m_fullRows, *m_redLinesRow, *m_guessRow;
    bool m_isSecond = false, m_hasRoom = false;
};

} // namespace chokepoint::ui
