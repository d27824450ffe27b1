// The words of reaction rules.
#include "api/ReactionWords.h"

#include "api/MeasureWords.h"
#include "words/Points.h"

namespace chokepoint::words {
namespace {

const Measure& measureOf(const Catalogue& catalogue, const std::string& id) { return catalogue.measures[*catalogue.findMeasure(id)]; }

} // namespace

Message reactionRule(const Catalogue& catalogue, const ReactionRule& rule)
{
    return Message("reaction.rule", {{"cause", setting(measureOf(catalogue, rule.measure), rule.value)},
                                     {"answer", setting(measureOf(catalogue, rule.answer), rule.answerValue)},
                                     {"quarters", rule.after},
                                     {"chance", wholePercent(rule.chance)}});
}

Message reactionAnswer(const Catalogue& catalogue, const std::vector<ReactionRule>& rules, const ReactionAnswer& answer)
{
    const auto& rule = rules[answer.rule];
    return Message("reaction.answer", {{"change", change(catalogue, answer.change, *answer.change.from)},
                                       {"cause", setting(measureOf(catalogue, rule.measure), rule.value)},
                                       {"chance", wholePercent(answer.likelihood)}});
}

Message reactionCount(std::size_t answers) { return Message("reaction.count", {{"answers", answers}}); }

} // namespace chokepoint::words
