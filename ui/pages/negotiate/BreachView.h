// What becomes of a deal that is broken: its three dates, what goes back to today, and what each outcome gave and what of that stays.
#pragma once

#include "api/BargainModel.h"
#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QSpinBox;

namespace chokepoint::ui {

class QuarterPicker;
class RowList;

class BreachView : public QWidget {
    Q_OBJECT
public:
    /// The names of its parts begin with `name`.
    BreachView(Board& board, const QString& name, QWidget* parent = nullptr);

    struct Deal {
        bargain::Package package;
        bargain::WorthTerms terms;
        bargain::Both<std::optional<std::vector<double>>> weights; ///< by outcome; of a side without them nothing is told
        friend bool operator==(const Deal&, const Deal&) = default;
    };
    /// Its numbers are on their way as soon as it can be seen; nothing: the view is empty.
    void setDeal(const std::optional<Deal>& deal);

    /// Until they are chosen all dates are the start of the deal.
    using Times = bargain::DealTimes;
    std::optional<Times> chosenTimes() const { return m_times; }
    void setTimes(const std::optional<Times>& times);
    /// For a deal that may begin at `start`.
    Times timesFrom(Quarter start) const;

    bool isBusy() const { return m_drawing.isRunning() || m_delay.isActive(); }

signals:
    /// A person chose.
    void timesChosen();

protected:
    void showEvent(QShowEvent*) override;

private:
    void addDates(const QString& name);
    void choose(int which, Quarter quarter);
    void follow();
    void run();
    void showTimes();
    void showDeal(const bargain::BrokenDeal& broken);
    void tell(const QString& words);

    Board& m_board;
    std::optional<Deal> m_deal;
    std::optional<Times> m_times;
    bool m_isStale = false;
    std::array<QuarterPicker*, 3> m_dates{}; ///< in order of time
    QSpinBox* m_quarters = nullptr;
    QLabel *m_sum, *m_told;
    RowList* m_rows;
    QTimer m_delay;
    Job m_drawing;
};

} // namespace chokepoint::ui
