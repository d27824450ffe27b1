// Loads the reaction rules that ship.
#include "facts/BargainTables.h"
#include "facts/Loaders.h"

#include "api/Reactions.h"

#include <algorithm>
#include <array>

namespace chokepoint::facts {

std::vector<ReactionRule> loadReactions(const std::filesystem::path& folder, const Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 10> columns{"rule",         "measure", "value", "after",  "answer",
                                                       "answer_value", "chance",  "about", "events", "sources"};
    const CsvTable table(folder / "reactions.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    std::vector<ReactionRule> rules;
    for (const auto& row : table.rows()) {
        ReactionRule rule;
        rule.id = table.required(row, "rule");
        const auto& measure = catalogue.measures[placeIn(catalogue.measures, "measures.csv", table, row, "measure")];
        const auto& answer = catalogue.measures[placeIn(catalogue.measures, "measures.csv", table, row, "answer")];
        rule.measure = measure.id;
        rule.value = settingIn(table, row, "value", measure);
        rule.after = wholeNumberIn(table, row, "after", mostReactionQuarters);
        rule.answer = answer.id;
        rule.answerValue = settingIn(table, row, "answer_value", answer);
        if (&measure == &answer)
            table.fail(row, "answer", Message("data_fault.answers_itself", {{"measure", measure.id}}));
        rule.chance = wholeNumberIn(table, row, "chance", 100, 100) / 100.0;
        rule.about = table.required(row, "about");
        for (const auto& event : splitList(table.required(row, "events")))
            if (std::ranges::find(catalogue.events, event, &Event::id) == catalogue.events.end())
                table.fail(row, "events", Message("data_fault.not_in_table", {{"table", "timeline.csv"}, {"id", event}}));
        rule.sources = splitList(table.required(row, "sources"));
        requireSources(table, row, "sources", rule.sources, catalogue);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace chokepoint::facts
