// Asks for shares and for the reason of a move.
#include "pages/explore/HeadlineReasons.h"

#include "api/Attribution.h"
#include "api/Headline.h"

namespace chokepoint::ui {
namespace {

constexpr std::size_t orders = 200; ///< of the measures of a package with too many for exact shares: enough to say which does most

std::optional<std::size_t> mainMeasureOf(const Engine& engine, const Scenario& scenario, const Scenario& baseline, std::size_t series,
                                         int year, const RunControl& work)
{
    AttributionRequest request;
    request.series = {series};
    request.permutations = orders;
    request.work = work;
    const auto attribution = attribute(engine, scenario, baseline, request);
    if (!attribution.isComplete)
        return std::nullopt;
    const auto& shares = attribution.series.front();
    const bool isRise = annualMean(shares.total, year) > 0;
    std::optional<std::size_t> main;
    double most = 0;
    for (std::size_t p = 0; p < attribution.players.size(); ++p) {
        const double share = annualMean(shares.shares[p], year) * (isRise ? 1 : -1);
        if (share > most) {
            most = share;
            main = attribution.players[p].measures.front();
        }
    }
    return main;
}

} // namespace

HeadlineReasons::HeadlineReasons(const Board& board, QObject* parent) : QObject(parent), m_board(board) {}

void HeadlineReasons::ask(const Question& question)
{
    const bool isKnown =
        m_asked && *m_asked == question && m_scenario == m_board.played() && m_baseline == m_board.baseline() && !m_board.isMoving();
    if (isKnown)
        return;
    m_job.cancel();
    m_asked.reset();
    m_main.reset();
    m_reason.reset();
    if (m_board.isMoving() || m_board.isReplaying())
        return;
    m_asked = question;
    m_scenario = m_board.played();
    m_baseline = m_board.baseline();
    if (!question.wantsMain && !question.wantsReason)
        return;
    m_job.start([this, &engine = m_board.engine(), scenario = m_scenario, baseline = m_baseline, question](const Job::Delivery& desk) {
        std::optional<std::size_t> main;
        std::optional<MoveAnswer> reason;
        if (question.wantsMain)
            main = mainMeasureOf(engine, scenario, baseline, question.series, question.year, desk.work);
        const auto actions = actionsOf(engine.catalogue(), scenario);
        if (question.wantsReason && actions.size() == 1)
            reason = answerMove(engine, scenario, actions.front().measure, question.displayed);
        desk.deliver([this, main, reason] {
            m_main = main;
            m_reason = reason;
            emit found();
        });
    });
}

} // namespace chokepoint::ui
