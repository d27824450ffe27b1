// Draws in the background: one study for all windows and pages of a board, quick and rough first, then all; the latest wins.
#pragma once

#include "api/Figure.h"
#include "api/SeriesDraws.h"
#include "bridge/Board.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace chokepoint {
class LiveEnsemble;
struct LiveOptions;
} // namespace chokepoint

namespace chokepoint::ui {

/// The draws of the scenario on the board, of its baseline and of any others that are asked for, for the series that are in view
/// somewhere. `app` makes one and hands it to every window, for memory goes with the number of studies: one holds the laid out
/// parameters and states of 10,000 draws, about 130 MB (as much again while a second set of own assumptions is in use). Samples take 4
/// bytes a draw, quarter, series and scenario: 2.2 MB for one series of one scenario over all quarters, shared by all who read it.
class Draws : public QObject {
    Q_OBJECT
public:
    /// Makes the study when the first run begins, on the thread of the runs.
    using MakeStudy = std::function<std::unique_ptr<LiveEnsemble>(const Engine&, const LiveOptions&)>;

    /// Follows the board. Engine and board must outlive it. `make` lets a test count; nothing = the usual study.
    explicit Draws(const Board& board, MakeStudy make = {}, QObject* parent = nullptr);
    ~Draws() override;

    /// What a view wants drawn, in place of what it wanted before: series by place in the catalogue (a category has draws and no band),
    /// and scenarios beside those of the board, under the assumptions that they carry. All wishes together are drawn, each series and
    /// scenario once. A view that is destroyed wants nothing.
    void want(const QObject* view, const std::vector<std::size_t>& series, const std::vector<Scenario>& others = {});

    /// The newest band of a series; it may be that of the scenario before while a new one is on its way: see isCurrent().
    std::optional<SeriesSpread> spreadOf(std::size_t series) const;
    /// The same once what nobody can know about the level of the series is added; nothing for a series without a discrepancy.
    std::optional<SeriesSpread> levelSpreadOf(std::size_t series) const;
    /// How the annual mean of a year changes against the baseline, draw by draw, from the newest samples.
    std::optional<ChangeSpread> changeOf(std::size_t series, int year) const;

    /// The newest draws of the scenario on the board and of its baseline; without any draw before the first run has ended.
    const SeriesDraws& present() const { return m_answers[0].samples; }
    const SeriesDraws& baseline() const { return m_answers[1].samples; }
    /// The newest draws of a scenario that a view wants, found by its changes, start and assumptions; nullptr before there are any.
    const SeriesDraws* drawsOf(const Scenario& scenario) const;
    /// The newest bands of a series in such a scenario.
    std::optional<SeriesSpread> spreadOf(const Scenario& scenario, std::size_t series) const;
    std::optional<SeriesSpread> levelSpreadOf(const Scenario& scenario, std::size_t series) const;
    /// How the annual mean of a year changes from one such scenario to another, draw by draw.
    std::optional<ChangeSpread> changeOf(const Scenario& scenario, const Scenario& baseline, std::size_t series, int year) const;

    /// True when the newest draws, rough or all, are of what lies on the board now and hold every series that is wanted.
    bool isCurrent() const { return m_isCurrent; }
    /// True when it is current and all draws are there.
    bool isFinal() const { return m_isFinal; }
    /// How many draws the newest band is made of; zero before the first.
    std::size_t draws() const { return present().draws(); }

    static constexpr std::size_t roughDraws = 300, fineDraws = 10000;
    static constexpr int pauseOfDrag = 24; ///< milliseconds between two rough runs of a drag: the hand needs a processor too
    static constexpr std::uint64_t seed = 1; ///< one seed for all scenarios, so that differences are free of noise

signals:
    void ready();
    /// What was current is so no more: the draws are of an older scenario until the next ready().
    void outdated();

private:
    struct Wish {
        std::vector<std::size_t> series;
        std::vector<Scenario> others;
        bool operator==(const Wish&) const = default;
    };
    /// The draws of one scenario.
    struct Answer {
        Scenario scenario;
        SeriesDraws samples;
        std::vector<SeriesSpread> spreads, levelSpreads; ///< in the order of samples.series()
    };
    using Answers = std::vector<Answer>; ///< of the board's scenario, of its baseline, then of the others
    struct Worker;

    const Answer* answerOf(const Scenario& scenario) const;
    std::optional<SeriesSpread> spreadIn(const Answer& answer, const std::vector<SeriesSpread>& spreads, std::size_t series) const;
    std::optional<SeriesSpread> levelSpreadIn(const Answer& answer, std::size_t series) const;
    std::optional<ChangeSpread> changeBetween(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, int year) const;
    void rewish();
    void restart();
    void begin();
    void compute(std::size_t draws);
    void take(int generation, std::size_t draws, Answers answers);

    const Board& m_board;
    std::map<const QObject*, Wish> m_wishes;
    std::vector<std::size_t> m_series; ///< all that are wanted, rising
    std::vector<Scenario> m_others;    ///< each once
    Answers m_answers{2};
    mutable std::map<std::pair<std::size_t, int>, std::optional<ChangeSpread>> m_changes; ///< by series and year, of the newest samples
    bool m_isCurrent = false, m_isFinal = false, m_isRoughUnderWay = false;
    int m_newest = 0; ///< generation of the newest run that ended
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0); ///< a fine run of an older one is given up
    std::shared_ptr<Worker> m_worker; ///< used by one task at a time
    QThreadPool m_pool;
    QTimer m_pause;
};

} // namespace chokepoint::ui
