// Reaction rules: if one side takes a measure so far, the other answers with one of its own, and what becomes of a scenario by them.
#pragma once

#include "api/Scenario.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

class Engine;

/// "If `measure` reaches `value`, after so many quarters `answer` goes to `answerValue`, with a chance."
struct ReactionRule {
    std::string id{};
    std::string measure{}, value{};
    int after = 1; ///< quarters, 0 to mostReactionQuarters
    std::string answer{}, answerValue{};
    double chance = 1;   ///< 0 to 1
    std::string about{}; ///< what of the record it rests on, in a sentence; may be empty
    std::vector<std::string> sources{};
    friend bool operator==(const ReactionRule&, const ReactionRule&) = default;
};
inline constexpr int mostReactionQuarters = 40;
inline constexpr std::size_t mostReactionRules = 200;

/// Those of the data book (reactions.csv).
const std::vector<ReactionRule>& shippedReactions(const Engine& engine);

/// Throws InputError for unknown measures and settings, a measure that answers itself, numbers out of range, and too many rules.
void checkReactions(const Engine& engine, const std::vector<ReactionRule>& rules);

/// Which answers come: with a seed each is drawn by its chance, else those come that are at least so likely.
struct ReactionChances {
    double least = 0.5;
    std::optional<std::uint64_t> seed{};
    friend bool operator==(const ReactionChances&, const ReactionChances&) = default;
};

/// A change that a rule adds.
struct ReactionAnswer {
    std::size_t rule = 0;    ///< place among the rules
    Change change;           ///< with its quarter
    Quarter provoked;        ///< in which the rule's measure reached its value
    double likelihood = 1;   ///< its chance, times that of the answer that provoked it
    friend bool operator==(const ReactionAnswer&, const ReactionAnswer&) = default;
};

struct AnsweredScenario {
    Scenario scenario;                   ///< with the answers behind its own changes
    std::vector<ReactionAnswer> answers; ///< in order of time
};

/// Unfolds a scenario by the rules, the same for the same terms. A measure reaches a value when it stands there or beyond, as seen from
/// where it stands in `baseline` in that quarter; what is in the baseline already provokes nothing. Whatever comes first is answered first,
/// an answer may provoke another, and each rule counts once, so that it ends. A measure that the scenario sets itself stays as it sets it,
/// and nobody answers with what is there already. A ramp reaches its values on its way. Throws as checkReactions() and Engine::check().
AnsweredScenario withReactions(const Engine& engine, const Scenario& scenario, const Scenario& baseline,
                               const std::vector<ReactionRule>& rules, const ReactionChances& chances = {});

/// Rules as lines, "when affiliates_50=in_force after 1 answer cn_rare_earth=oct2025 chance 0.8 because ...", and back; empty lines and
/// those that begin with # say nothing. One that is as a shipped rule is that rule. Throws InputError with the line, and as
/// checkReactions().
std::string reactionsText(const std::vector<ReactionRule>& rules);
std::vector<ReactionRule> reactionsFrom(const Engine& engine, std::string_view text, const std::string& place);
inline constexpr std::size_t largestReactionsFile = 1 << 17;

} // namespace chokepoint
