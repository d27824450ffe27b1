// Unfolds a scenario by reaction rules: the first thing that is reached is answered first.
#include "api/Reactions.h"

#include "api/InputError.h"
#include "numbers/DecimalText.h"
#include "numbers/Random.h"
#include "policy/LeverValues.h"
#include "run/EngineImpl.h"
#include "run/RequestChecks.h"

#include <algorithm>
#include <map>

namespace chokepoint {
namespace {

using policy::ScheduledChange;

/// Where a measure stands in each quarter: the place of its level, or its number.
std::vector<double> positionsOf(const Measure& measure, const std::vector<ScheduledChange>& changes)
{
    if (!measure.isNumber) {
        const auto levels = policy::levelsInForce(changes);
        return {levels.begin(), levels.end()};
    }
    return policy::numbersInForce<double>(changes);
}

double positionOf(const Measure& measure, const std::string& value)
{
    if (measure.isNumber)
        return numbers::DecimalText::toDouble(value);
    return static_cast<double>(std::ranges::find(measure.levels, value, &Level::id) - measure.levels.begin());
}

/// There or beyond, as seen from a place that is another.
bool isReached(double from, double now, double aim) { return from < aim ? now >= aim : from > aim && now <= aim; }

/// A number of its own for each rule, so that what is drawn for one hangs on no other.
bool isDrawn(const ReactionRule& rule, std::uint64_t seed)
{
    std::uint64_t mixed = seed;
    for (const auto& text : {rule.measure, rule.value, rule.answer, rule.answerValue})
        for (const char letter : text)
            mixed = numbers::Random(mixed ^ static_cast<unsigned char>(letter)).next();
    return numbers::Random(mixed).unit() < rule.chance;
}

class Unfolding {
public:
    Unfolding(const Engine& engine, const Scenario& scenario, const Scenario& baseline, const std::vector<ReactionRule>& rules,
              const ReactionChances& chances)
        : m_engine(engine), m_rules(rules), m_before(scheduleOf(baseline)), m_isSpent(rules.size()),
          m_isOwn(policy::namedMeasures(engine.impl().book, scenario))
    {
        m_result.scenario = scenario;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            const bool comes = chances.seed ? isDrawn(rules[r], *chances.seed) : rules[r].chance >= chances.least;
            m_isSpent[r] = !comes || m_isOwn[measureOf(rules[r].answer)];
        }
    }

    AnsweredScenario unfolded()
    {
        while (const auto next = first()) {
            m_isSpent[next->rule] = true;
            answer(*next);
        }
        std::ranges::stable_sort(m_result.answers, {}, [](const ReactionAnswer& each) { return each.change.from->index; });
        return std::move(m_result);
    }

private:
    struct Reached {
        std::size_t rule;
        int quarter;
    };

    policy::MeasureSchedule scheduleOf(const Scenario& scenario) const
    {
        return policy::scheduleOf(m_engine.impl().book, m_engine.impl().recorded, scenario);
    }
    std::size_t measureOf(const std::string& id) const { return *m_engine.catalogue().findMeasure(id); }
    const Measure& about(std::size_t measure) const { return m_engine.catalogue().measures[measure]; }

    /// The rule that is reached first; of several in one quarter the one that stands first.
    std::optional<Reached> first() const
    {
        const auto now = scheduleOf(m_result.scenario);
        std::optional<Reached> best;
        for (std::size_t r = 0; r < m_rules.size(); ++r) {
            if (m_isSpent[r])
                continue;
            const auto measure = measureOf(m_rules[r].measure);
            const auto before = positionsOf(about(measure), m_before[measure]), after = positionsOf(about(measure), now[measure]);
            const double aim = positionOf(about(measure), m_rules[r].value);
            const int last = std::min(best ? best->quarter : quarterCount, quarterCount - m_rules[r].after);
            for (int quarter = 0; quarter < last; ++quarter)
                if (isReached(before[static_cast<std::size_t>(quarter)], after[static_cast<std::size_t>(quarter)], aim)) {
                    best = Reached{r, quarter};
                    break;
                }
        }
        return best;
    }

    void answer(const Reached& reached)
    {
        const auto& rule = m_rules[reached.rule];
        const auto measure = measureOf(rule.answer);
        const auto when = static_cast<std::size_t>(reached.quarter + rule.after);
        const double before = positionsOf(about(measure), m_before[measure])[when];
        const double now = positionsOf(about(measure), scheduleOf(m_result.scenario)[measure])[when];
        const double aim = positionOf(about(measure), rule.answerValue);
        if (now == aim || isReached(before, now, aim))
            return;
        const auto provoking = m_likelihood.find(rule.measure);
        const double likelihood = rule.chance * (provoking == m_likelihood.end() ? 1 : provoking->second);
        m_likelihood[rule.answer] = likelihood;
        const Change change{rule.answer, rule.answerValue, Quarter{static_cast<int>(when)}, 1};
        m_result.scenario.changes.push_back(change);
        m_result.answers.push_back({reached.rule, change, Quarter{reached.quarter}, likelihood});
    }

    const Engine& m_engine;
    const std::vector<ReactionRule>& m_rules;
    policy::MeasureSchedule m_before;
    std::vector<bool> m_isSpent, m_isOwn;
    std::map<std::string, double> m_likelihood; ///< of the answers so far, by measure
    AnsweredScenario m_result;
};

} // namespace

const std::vector<ReactionRule>& shippedReactions(const Engine& engine) { return engine.impl().reactions; }

void checkReactions(const Engine& engine, const std::vector<ReactionRule>& rules)
{
    run::requireNumber("rules", rules.size(), 0, mostReactionRules);
    for (const auto& rule : rules) {
        engine.check({.id = {}, .title = {}, .description = {}, .changes = {{rule.measure, rule.value, {}, 1}}, .assumptions = {}});
        engine.check({.id = {}, .title = {}, .description = {}, .changes = {{rule.answer, rule.answerValue, {}, 1}}, .assumptions = {}});
        if (rule.measure == rule.answer)
            throw InputError(Refusal("reaction_to_itself", {{"measure", rule.measure}}));
        if (!(rule.chance >= 0 && rule.chance <= 1))
            throw InputError(Refusal("chance_out_of_range", {{"typed", std::to_string(rule.chance)}}));
        if (rule.after < 0 || rule.after > mostReactionQuarters)
            throw InputError(Refusal("number_out_of_range",
                                     {{"name", Message::ofFamily("counted", "quarters")},
                                      {"value", rule.after},
                                      {"least", 0},
                                      {"most", mostReactionQuarters}}));
    }
}

AnsweredScenario withReactions(const Engine& engine, const Scenario& scenario, const Scenario& baseline,
                               const std::vector<ReactionRule>& rules, const ReactionChances& chances)
{
    checkReactions(engine, rules);
    if (!(chances.least >= 0 && chances.least <= 1))
        throw InputError(Refusal("chance_out_of_range", {{"typed", std::to_string(chances.least)}}));
    return Unfolding(engine, scenario, baseline, rules, chances).unfolded();
}

} // namespace chokepoint
