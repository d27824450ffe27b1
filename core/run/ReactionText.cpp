// Reaction rules as lines of text, and back.
#include "api/InputError.h"
#include "api/Reactions.h"
#include "facts/Csv.h"
#include "numbers/DecimalText.h"
#include "run/RequestChecks.h"
#include "scenario/TextLines.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chokepoint {
namespace {

constexpr std::array<std::string_view, 4> keys{"when", "after", "answer", "chance"};

bool sayTheSame(const ReactionRule& a, const ReactionRule& b)
{
    return a.measure == b.measure && a.value == b.value && a.after == b.after && a.answer == b.answer && a.answerValue == b.answerValue
        && a.chance == b.chance;
}

/// Takes the first word off a line.
std::string_view word(std::string_view& line)
{
    const auto gap = std::min(line.find(' '), line.size());
    const auto first = line.substr(0, gap);
    line.remove_prefix(std::min(gap + 1, line.size()));
    return first;
}

/// "affiliates_50=in_force" in two.
bool split(std::string_view text, std::string& measure, std::string& value)
{
    const auto sign = text.find('=');
    if (sign == std::string_view::npos || sign == 0 || sign + 1 == text.size())
        return false;
    measure = text.substr(0, sign);
    value = text.substr(sign + 1);
    return true;
}

std::optional<ReactionRule> ruleIn(std::string_view line)
{
    ReactionRule rule;
    std::array<std::string_view, keys.size()> values;
    for (std::size_t k = 0; k < keys.size(); ++k) {
        if (word(line) != keys[k])
            return std::nullopt;
        values[k] = word(line);
    }
    const auto [end, error] = std::from_chars(values[1].data(), values[1].data() + values[1].size(), rule.after);
    const auto chance = numbers::DecimalText::parse(std::string(values[3]));
    if (!split(values[0], rule.measure, rule.value) || error != std::errc() || end != values[1].data() + values[1].size()
        || !split(values[2], rule.answer, rule.answerValue) || !chance)
        return std::nullopt;
    rule.chance = *chance;
    if (line.empty())
        return rule;
    if (word(line) != "because")
        return std::nullopt;
    rule.about = scenario::oneLine(std::string(line));
    return rule;
}

} // namespace

std::string reactionsText(const std::vector<ReactionRule>& rules)
{
    std::string text;
    for (const auto& rule : rules) {
        text += "when " + rule.measure + "=" + rule.value + " after " + std::to_string(rule.after) + " answer " + rule.answer + "="
              + rule.answerValue + " chance " + numbers::DecimalText::shortest(rule.chance);
        if (!rule.about.empty())
            text += " because " + scenario::oneLine(rule.about);
        text += "\n";
    }
    return text;
}

std::vector<ReactionRule> reactionsFrom(const Engine& engine, std::string_view text, const std::string& place)
{
    std::vector<ReactionRule> rules;
    std::size_t number = 0;
    const auto& shipped = shippedReactions(engine);
    if (text.size() > largestReactionsFile)
        throw InputError(Refusal("reactions_too_long", {.file = place}));
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        auto rule = ruleIn(line);
        if (!rule)
            throw InputError(
                Refusal("reaction_not_read", {{"text", facts::shortened(std::string(line))}}, {.file = place, .line = number}));
        const auto same = std::ranges::find_if(shipped, [&](const ReactionRule& each) { return sayTheSame(each, *rule); });
        rules.push_back(same != shipped.end() ? *same : std::move(*rule));
        if (same == shipped.end())
            rules.back().id = "own_" + std::to_string(rules.size());
        try {
            checkReactions(engine, {rules.back()});
            run::requireNumber("rules", rules.size(), 0, mostReactionRules); // before the rest of a long file is read
        } catch (const InputError& error) {
            auto refusal = error.refusal();
            refusal.place.file = place;
            refusal.place.line = number;
            throw InputError(refusal);
        }
    }
    return rules;
}

} // namespace chokepoint
