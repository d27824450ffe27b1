// Runs the study of the board on a thread of its own.
#include "bridge/Draws.h"

#include "api/LiveEnsemble.h"

#include <QMetaObject>

#include <algorithm>
#include <set>

namespace chokepoint::ui {
namespace {

/// True when two scenarios have the same draws, whatever they are called.
bool runsAlike(const Scenario& a, const Scenario& b)
{
    return a.start == b.start && a.changes == b.changes && a.assumptions == b.assumptions;
}

} // namespace

/// What lives on the working thread: the study, and the draws of the last run, of which most scenarios stay as they were.
struct Draws::Worker {
    MakeStudy make;
    std::unique_ptr<LiveEnsemble> study;
    Answers known;

    /// The draws of every scenario; of fewer scenarios when it is cancelled.
    Answers run(const Engine& engine, const std::vector<Scenario>& scenarios, const std::vector<std::size_t>& series, std::size_t draws,
                const std::function<bool()>& isCancelled)
    {
        if (!study)
            study = make(engine, LiveOptions{fineDraws, seed, 0, {}, {}});
        Answers answers;
        for (const auto& scenario : scenarios) {
            const auto isIt = [&](const Answer& a) {
                return a.samples.draws() >= draws && a.samples.series() == series && runsAlike(a.scenario, scenario);
            };
            auto found = std::ranges::find_if(answers, isIt); // the status quo against itself
            if (found == answers.end()) {
                found = std::ranges::find_if(known, isIt);
                if (found == known.end()) {
                    auto made = study->run(scenario, series, draws, isCancelled);
                    if (made.samples.draws() == 0)
                        return {};
                    answers.push_back({scenario, std::move(made.samples), std::move(made.spreads), std::move(made.levelSpreads)});
                    continue;
                }
            }
            answers.push_back(Answer(*found));
        }
        known = answers;
        return answers;
    }
};

Draws::Draws(const Board& board, MakeStudy make, QObject* parent) : QObject(parent), m_board(board), m_worker(std::make_shared<Worker>())
{
    const auto usual = [](const Engine& engine, const LiveOptions& options) { return std::make_unique<LiveEnsemble>(engine, options); };
    m_worker->make = make ? std::move(make) : usual;
    m_pool.setMaxThreadCount(1); // the study itself uses all processors
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfDrag);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_newest != *m_generation)
            begin();
    });
    connect(&board, &Board::changed, this, &Draws::restart);
}

Draws::~Draws()
{
    ++*m_generation;
    m_pool.clear();
    m_pool.waitForDone();
}

void Draws::want(const QObject* view, const std::vector<std::size_t>& series, const std::vector<Scenario>& others)
{
    Wish wish{series, others};
    const auto [at, isNew] = m_wishes.try_emplace(view);
    if (isNew)
        connect(view, &QObject::destroyed, this, [this, view] {
            m_wishes.erase(view);
            rewish();
        });
    else if (at->second == wish)
        return;
    at->second = std::move(wish);
    rewish();
}

/// Puts all wishes together. What is drawn already is not drawn again because somebody wants less.
void Draws::rewish()
{
    std::set<std::size_t> series;
    std::vector<Scenario> others;
    for (const auto& [view, wish] : m_wishes) {
        series.insert(wish.series.begin(), wish.series.end());
        for (const auto& other : wish.others)
            if (std::ranges::none_of(others, [&](const Scenario& known) { return runsAlike(known, other); }))
                others.push_back(other);
    }
    const auto isKnown = [&](std::size_t row) { return std::ranges::binary_search(m_series, row); };
    const auto isAsked = [&](const Scenario& other) {
        return std::ranges::any_of(m_others, [&](const Scenario& known) { return runsAlike(known, other); });
    };
    const bool isMore = !std::ranges::all_of(series, isKnown) || !std::ranges::all_of(others, isAsked);
    if (!isMore && m_isFinal) {
        m_others = std::move(others); // what nobody wants any more is not drawn at the next change; series are cheap, and soon wanted again
        return;
    }
    const bool isSame = std::ranges::equal(series, m_series) && !isMore && others.size() == m_others.size();
    if (isSame)
        return;
    m_series.assign(series.begin(), series.end());
    m_others = std::move(others);
    restart();
}

/// What stands of a series in the spreads of an answer.
std::optional<SeriesSpread> Draws::spreadIn(const Answer& answer, const std::vector<SeriesSpread>& spreads, std::size_t series) const
{
    const auto& samples = answer.samples;
    if (!samples.has(series) || m_board.catalogue().series[series].kind == SeriesKind::Category)
        return std::nullopt;
    return spreads[static_cast<std::size_t>(std::ranges::find(samples.series(), series) - samples.series().begin())];
}

std::optional<SeriesSpread> Draws::levelSpreadIn(const Answer& answer, std::size_t series) const
{
    const auto& catalogue = m_board.catalogue();
    if (!(catalogue.discrepancies[catalogue.series[series].discrepancy].sdQuarter > 0))
        return std::nullopt;
    return spreadIn(answer, answer.levelSpreads, series);
}

std::optional<ChangeSpread> Draws::changeBetween(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series,
                                                 int year) const
{
    if (!scenario.has(series) || !baseline.has(series) || m_board.catalogue().series[series].kind == SeriesKind::Category)
        return std::nullopt;
    return changeSpread(scenario, baseline, series, year);
}

std::optional<SeriesSpread> Draws::spreadOf(std::size_t series) const { return spreadIn(m_answers[0], m_answers[0].spreads, series); }

std::optional<SeriesSpread> Draws::levelSpreadOf(std::size_t series) const { return levelSpreadIn(m_answers[0], series); }

std::optional<ChangeSpread> Draws::changeOf(std::size_t series, int year) const
{
    const auto [at, isNew] = m_changes.try_emplace({series, year});
    if (isNew)
        at->second = changeBetween(present(), baseline(), series, year);
    return at->second;
}

const Draws::Answer* Draws::answerOf(const Scenario& scenario) const
{
    const auto found =
        std::ranges::find_if(m_answers, [&](const Answer& a) { return a.samples.draws() > 0 && runsAlike(a.scenario, scenario); });
    return found == m_answers.end() ? nullptr : &*found;
}

const SeriesDraws* Draws::drawsOf(const Scenario& scenario) const
{
    const auto* answer = answerOf(scenario);
    return answer ? &answer->samples : nullptr;
}

std::optional<SeriesSpread> Draws::spreadOf(const Scenario& scenario, std::size_t series) const
{
    const auto* answer = answerOf(scenario);
    return answer ? spreadIn(*answer, answer->spreads, series) : std::nullopt;
}

std::optional<SeriesSpread> Draws::levelSpreadOf(const Scenario& scenario, std::size_t series) const
{
    const auto* answer = answerOf(scenario);
    return answer ? levelSpreadIn(*answer, series) : std::nullopt;
}

std::optional<ChangeSpread> Draws::changeOf(const Scenario& scenario, const Scenario& baseline, std::size_t series, int year) const
{
    const auto *changed = drawsOf(scenario), *unchanged = drawsOf(baseline);
    return changed && unchanged ? changeBetween(*changed, *unchanged, series, year) : std::nullopt;
}

void Draws::restart()
{
    ++*m_generation;
    const bool wasCurrent = m_isCurrent;
    m_isCurrent = m_isFinal = m_series.empty();
    if (wasCurrent && !m_isCurrent)
        emit outdated();
    if (!m_pause.isActive())
        begin();
}

/// A rough run is never given up, so that a long drag has bands all the time: when it ends, the next begins with the newest scenario.
void Draws::begin()
{
    if (!m_series.empty() && !m_isRoughUnderWay)
        compute(roughDraws);
}

void Draws::compute(std::size_t draws)
{
    const int generation = *m_generation;
    m_isRoughUnderWay = draws == roughDraws;
    std::function<bool()> isCancelled;
    if (!m_isRoughUnderWay)
        isCancelled = [current = m_generation, generation] { return *current != generation; };
    std::vector<Scenario> scenarios{m_board.played(), m_board.assumedBaseline()};
    scenarios.insert(scenarios.end(), m_others.begin(), m_others.end());
    // the engine is immutable and outlives the pool; the scenarios travel by value
    m_pool.start([this, &engine = m_board.engine(), scenarios = std::move(scenarios), series = m_series, worker = m_worker, isCancelled,
                  generation, draws] {
        Answers answers;
        try {
            answers = worker->run(engine, scenarios, series, draws, isCancelled);
        } catch (const std::exception& error) { // out of memory, say: without bands the window goes on
            qWarning("draws: %s", error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, generation, draws, answers = std::move(answers)] { take(generation, draws, answers); }, Qt::QueuedConnection);
    });
}

void Draws::take(int generation, std::size_t draws, Answers answers)
{
    const bool isNewest = generation == *m_generation;
    if (draws == roughDraws)
        m_isRoughUnderWay = false;
    if (!answers.empty() && (isNewest || draws == roughDraws)) {
        m_answers = std::move(answers);
        m_changes.clear();
        m_isCurrent = isNewest;
        m_isFinal = isNewest && draws == fineDraws;
        emit ready();
    }
    m_newest = generation;
    if (m_board.isMoving())
        m_pause.start();
    else if (!isNewest)
        begin();
    else if (draws == roughDraws)
        compute(fineDraws);
}

} // namespace chokepoint::ui
