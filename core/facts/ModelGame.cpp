// Loads the game of the model: outcomes with what is read for each side, weightings, and issues with what their levels change.
#include "facts/BargainTables.h"
#include "facts/Loaders.h"

#include "api/ScenarioEdits.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <variant>

namespace chokepoint::facts {
namespace {

using namespace bargain;

constexpr std::array<std::string_view, 4> outcomeKinds{"log_series", "series", "amounts", "tightness"}; // in the order of OutcomeKind
constexpr std::array<std::string_view, 4> betters{"up", "down", "today", "neutral"};             // in the order of Better
constexpr std::array<std::string_view, 2> sides{"us", "china"};                                  // in the order of Side

/// "us_tariff;0.05*cn_boeing": what is read, each with a factor.
std::vector<OutcomeReading> readingsOf(const CsvTable& table, const CsvRow& row, std::string_view column, OutcomeKind kind,
                                       const Catalogue& catalogue)
{
    std::vector<OutcomeReading> readings;
    for (const auto& text : splitList(table.required(row, column))) {
        const auto star = text.find('*');
        const auto id = star == std::string::npos ? text : text.substr(star + 1);
        const bool isSeries = kind == OutcomeKind::LogSeries || kind == OutcomeKind::Series;
        const auto place = isSeries ? catalogue.findSeries(id) : catalogue.findMeasure(id);
        if (!place)
            table.fail(row, column, Message("data_fault.not_in_table", {{"table", isSeries ? "series.csv" : "measures.csv"}, {"id", id}}));
        if (!isSeries && catalogue.measures[*place].isNumber != (kind == OutcomeKind::Amounts))
            table.fail(row, column, Message("data_fault.wrong_measure_of_outcome", {{"measure", id}}));
        double factor = 1;
        if (star != std::string::npos) {
            const auto digits = text.substr(0, star);
            if (!numbers::DecimalText::parse(digits))
                table.fail(row, column, Message("data_fault.no_number", {{"text", digits}}));
            factor = numbers::DecimalText::toDouble(digits);
        }
        readings.push_back({*place, factor});
    }
    return readings;
}

void loadOutcomes(const std::filesystem::path& folder, const Catalogue& catalogue, GameTables& game)
{
    constexpr std::array<std::string_view, 9> columns{"outcome",   "name",         "kind", "us_reads", "china_reads",
                                                      "us_better", "china_better", "why",  "sources"};
    const CsvTable table(folder / "bargain_outcomes.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        Outcome outcome;
        outcome.id = table.required(row, "outcome");
        outcome.name = table.required(row, "name");
        outcome.kind = enumOf<OutcomeKind>(table, row, "kind", outcomeKinds);
        outcome.reads = {readingsOf(table, row, "us_reads", outcome.kind, catalogue),
                         readingsOf(table, row, "china_reads", outcome.kind, catalogue)};
        outcome.better = {enumOf<Better>(table, row, "us_better", betters), enumOf<Better>(table, row, "china_better", betters)};
        outcome.why = table.required(row, "why");
        outcome.sources = splitList(table.required(row, "sources"));
        requireSources(table, row, "sources", outcome.sources, catalogue);
        game.outcomes.push_back(std::move(outcome));
    }
}

void loadWeightings(const std::filesystem::path& folder, GameTables& game)
{
    constexpr std::array<std::string_view, 4> columns{"weighting", "side", "name", "about"};
    const CsvTable table(folder / "bargain_weightings.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows())
        game.weightings.push_back({table.required(row, "weighting"), table.required(row, "name"), table.required(row, "about"),
                                   enumOf<Side>(table, row, "side", sides), std::vector<int>(game.outcomes.size())});
    for (const auto side : bothSides)
        if (std::ranges::find(game.weightings, side, &Weighting::side) == game.weightings.end())
            failTable("bargain_weightings.csv", Message("data_fault.side_without_weighting"));
    constexpr std::array<std::string_view, 3> weightColumns{"weighting", "outcome", "weight"};
    const CsvTable weights(folder / "bargain_weights.csv", weightColumns);
    weights.refuseDoubles(std::span(weightColumns).first(2));
    for (const auto& row : weights.rows()) {
        const auto weighting = placeIn(game.weightings, "bargain_weightings.csv", weights, row, "weighting");
        const auto outcome = placeIn(game.outcomes, "bargain_outcomes.csv", weights, row, "outcome");
        game.weightings[weighting].weights[outcome] = wholeNumberIn(weights, row, "weight", 100);
    }
    for (const auto& weighting : game.weightings) {
        int sum = 0;
        for (const auto weight : weighting.weights)
            sum += weight;
        if (sum != 100)
            failTable("bargain_weights.csv", Message("data_fault.weights_add_up"));
    }
}

void loadVetoPlayers(const std::filesystem::path& folder, GameTables& game)
{
    constexpr std::array<std::string_view, 3> columns{"player", "name", "weighting"};
    const CsvTable table(folder / "bargain_vetoes.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows())
        game.vetoPlayers.push_back({table.required(row, "player"), table.required(row, "name"),
                                    placeIn(game.weightings, "bargain_weightings.csv", table, row, "weighting")});
}

/// "hbm_export=hbm2e;hbm_cap_units=6": changes to settings that there are.
std::vector<Change> changesOf(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue)
{
    std::vector<Change> changes;
    for (const auto& text : splitList(table.field(row, "changes"))) {
        const auto parsed = edit::parseChange(text);
        const auto* change = std::get_if<Change>(&parsed);
        if (!change || change->from || change->over != 1)
            table.fail(row, "changes", Message("data_fault.no_change", {{"text", text}}));
        const auto place = catalogue.findMeasure(change->measure);
        if (!place)
            table.fail(row, "changes", Message("data_fault.not_in_table", {{"table", "measures.csv"}, {"id", change->measure}}));
        const auto& measure = catalogue.measures[*place];
        const bool isSetting = measure.isNumber ? numbers::DecimalText::parse(change->value).has_value()
                                                : std::ranges::find(measure.levels, change->value, &Level::id) != measure.levels.end();
        if (!isSetting)
            table.fail(row, "changes", Message("data_fault.unknown_level", {{"level", change->value}, {"measure", measure.id}}));
        changes.push_back(*change);
    }
    return changes;
}

void loadIssues(const std::filesystem::path& folder, const Catalogue& catalogue, GameTables& game)
{
    constexpr std::array<std::string_view, 4> columns{"issue", "name", "mover", "pair"};
    const CsvTable table(folder / "bargain_issues.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        Issue issue;
        issue.id = table.required(row, "issue");
        issue.name = table.required(row, "name");
        issue.mover = enumOf<Mover>(table, row, "mover", movers);
        issue.pair = table.field(row, "pair");
        game.domain.issues.push_back(std::move(issue));
    }
    if (game.domain.issues.empty() || game.domain.issues.size() > mostIssues)
        failTable("bargain_issues.csv", Message("data_fault.issues_of_game", {{"most", mostIssues}}));
    constexpr std::array<std::string_view, 7> levelColumns{"issue", "level", "label", "changes", "red_line_of", "stands", "short"};
    constexpr std::array<std::string_view, 4> redLines{"", "us", "china", "both"};
    constexpr std::array<std::string_view, 2> stands{"", "status_quo"};
    const CsvTable levels(folder / "bargain_levels.csv", levelColumns);
    levels.refuseDoubles(std::span(levelColumns).first(2));
    std::vector<int> statusQuos(game.domain.issues.size());
    for (const auto& row : levels.rows()) {
        const auto i = placeIn(game.domain.issues, "bargain_issues.csv", levels, row, "issue");
        auto& issue = game.domain.issues[i];
        const auto& redLine = levels.oneOf(row, "red_line_of", redLines);
        IssueLevel level{levels.required(row, "level"),
                         levels.required(row, "label"),
                         changesOf(levels, row, catalogue),
                         {redLine == "us" || redLine == "both", redLine == "china" || redLine == "both"},
                         levels.required(row, "short")};
        if (levels.oneOf(row, "stands", stands) == "status_quo") {
            issue.statusQuo = issue.levels.size();
            ++statusQuos[i];
            if (!level.changes.empty() || !redLine.empty())
                levels.fail(row, "changes", Message("data_fault.status_quo_changes"));
        }
        issue.levels.push_back(std::move(level));
    }
    for (std::size_t i = 0; i < game.domain.issues.size(); ++i) {
        const auto count = game.domain.issues[i].levels.size();
        if (count < 2 || count > mostLevels)
            table.fail(table.rows()[i], "issue", Message("data_fault.levels_of_issue", {{"most", mostLevels}}));
        if (statusQuos[i] != 1)
            table.fail(table.rows()[i], "issue", Message("data_fault.status_quo_of_issue"));
    }
}

/// The level of an issue that sets a measure to a value; the one of today when that is the value of today.
std::optional<std::size_t> levelWith(const Issue& issue, const Measure& measure, const std::string& value)
{
    for (std::size_t l = 0; l < issue.levels.size(); ++l)
        for (const auto& change : issue.levels[l].changes)
            if (change.measure == measure.id && change.value == value)
                return l;
    return value == measure.statusQuo ? std::optional(issue.statusQuo) : std::nullopt;
}

/// Puts what a rule says of a measure into the levels of the issue that moves it.
void addConsents(const CsvTable& table, const CsvRow& row, const Measure& measure, std::size_t rule, GameTables& game)
{
    const auto& about = game.consents[rule];
    for (auto& issue : game.domain.issues)
        for (auto& level : issue.levels)
            if (std::ranges::any_of(level.changes,
                                    [&](const Change& change) { return change.measure == measure.id && change.value == about.value; })) {
                const auto without = levelWith(issue, measure, about.without);
                if (!without)
                    table.fail(row, "without", Message("data_fault.unknown_level", {{"level", about.without}, {"measure", measure.id}}));
                level.consents.push_back({about.ally, rule, *without});
            }
}

void loadAllies(const std::filesystem::path& folder, const Catalogue& catalogue, GameTables& game)
{
    constexpr std::array<std::string_view, 2> columns{"ally", "name"};
    const CsvTable allies(folder / "bargain_allies.csv", columns);
    allies.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : allies.rows())
        game.allies.push_back({allies.required(row, "ally"), allies.required(row, "name")});
    constexpr std::array<std::string_view, 6> ruleColumns{"ally", "measure", "value", "without", "why", "sources"};
    const CsvTable table(folder / "bargain_consents.csv", ruleColumns);
    table.refuseDoubles(std::span(ruleColumns).first(3));
    for (const auto& row : table.rows()) {
        const auto& measure = catalogue.measures[measureRow(table, row, catalogue)];
        ConsentRule rule{placeIn(game.allies, "bargain_allies.csv", table, row, "ally"),
                         measure.id,
                         settingIn(table, row, "value", measure),
                         settingIn(table, row, "without", measure),
                         table.required(row, "why"),
                         splitList(table.required(row, "sources"))};
        requireSources(table, row, "sources", rule.sources, catalogue);
        game.consents.push_back(std::move(rule));
        addConsents(table, row, measure, game.consents.size() - 1, game);
    }
}

/// A measure belongs to one issue, so that what a level writes never hangs on another issue.
void requireOwnMeasures(const GameTables& game)
{
    std::vector<std::pair<std::string, std::size_t>> owners;
    for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
        for (const auto& level : game.domain.issues[i].levels)
            for (const auto& change : level.changes) {
                const auto at = std::ranges::find(owners, change.measure, &std::pair<std::string, std::size_t>::first);
                if (at != owners.end() && at->second != i)
                    failTable("bargain_levels.csv", Message("data_fault.measure_of_two_issues", {{"measure", change.measure}}));
                if (at == owners.end())
                    owners.emplace_back(change.measure, i);
            }
}

} // namespace

GameTables loadModelGame(const std::filesystem::path& folder, const Catalogue& catalogue)
{
    GameTables game;
    loadOutcomes(folder, catalogue, game);
    loadWeightings(folder, game);
    loadVetoPlayers(folder, game);
    loadIssues(folder, catalogue, game);
    requireOwnMeasures(game);
    loadAllies(folder, catalogue, game);
    return game;
}

} // namespace chokepoint::facts
