// Loads the scored game: issues with weights that add up to 100 for each side, and levels with what each is worth there.
#include "facts/BargainTables.h"
#include "facts/Loaders.h"

#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::facts {
namespace {

using bargain::Both;

void addIssue(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue, bargain::ScoredGame& game)
{
    bargain::Issue issue;
    issue.id = table.required(row, "issue");
    issue.name = table.required(row, "name");
    issue.mover = enumOf<bargain::Mover>(table, row, "mover", movers);
    for (const auto& measure : splitList(table.required(row, "measures")))
        if (!catalogue.findMeasure(measure))
            table.fail(row, "measures", Message("data_fault.not_in_table", {{"table", "measures.csv"}, {"id", measure}}));
    game.weights.push_back({wholeNumberIn(table, row, "us_weight", 100), wholeNumberIn(table, row, "china_weight", 100)});
    game.domain.issues.push_back(std::move(issue));
    game.values.emplace_back();
}

/// Each issue has a level of today and one that comes without a deal, once.
void requireMarks(const CsvTable& table, const CsvRow& row, const bargain::Issue& issue, int statusQuos)
{
    if (issue.levels.size() < 2 || issue.levels.size() > bargain::mostLevels)
        table.fail(row, "issue", Message("data_fault.levels_of_issue", {{"most", bargain::mostLevels}}));
    if (statusQuos != 1 || !issue.noAgreement)
        table.fail(row, "issue", Message("data_fault.marks_of_issue"));
}

void loadScoredIssues(const CsvTable& table, const Catalogue& catalogue, bargain::ScoredGame& game)
{
    table.refuseDoubles(std::array<std::string_view, 1>{"issue"});
    Both<int> sum;
    for (const auto& row : table.rows()) {
        addIssue(table, row, catalogue, game);
        sum.us += game.weights.back().us;
        sum.china += game.weights.back().china;
    }
    if (game.domain.issues.empty() || game.domain.issues.size() > bargain::mostIssues)
        failTable("scored_issues.csv", Message("data_fault.issues_of_game", {{"most", bargain::mostIssues}}));
    if (sum.us != 100 || sum.china != 100)
        failTable("scored_issues.csv", Message("data_fault.weights_add_up"));
}

} // namespace

int wholeNumberIn(const CsvTable& table, const CsvRow& row, std::string_view column, int most, int parts)
{
    const auto& text = table.number(row, column);
    const double value = numbers::DecimalText::toDouble(text) * parts;
    if (!(value >= 0 && value <= most * parts))
        table.fail(row, column, Message("data_fault.outside_range", {{"value", text}, {"least", "0"}, {"most", std::to_string(most)}}));
    if (std::fabs(value - std::round(value)) > 1e-9)
        table.fail(row, column, Message("data_fault.not_whole", {{"value", text}}));
    return static_cast<int>(std::round(value));
}

bargain::ScoredGame loadScoredGame(const std::filesystem::path& folder, const Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 6> issueColumns{"issue", "name", "mover", "measures", "us_weight", "china_weight"};
    constexpr std::array<std::string_view, 7> levelColumns{"issue", "level", "label", "us_value", "china_value", "stands", "short"};
    constexpr std::array<std::string_view, 4> stands{"", "status_quo", "no_agreement", "both"};
    bargain::ScoredGame game;
    const CsvTable issues(folder / "scored_issues.csv", issueColumns);
    loadScoredIssues(issues, catalogue, game);
    const CsvTable levels(folder / "scored_levels.csv", levelColumns);
    levels.refuseDoubles(std::span(levelColumns).first(2));
    std::vector<int> statusQuos(game.domain.issues.size());
    for (const auto& row : levels.rows()) {
        const auto i = placeIn(game.domain.issues, "scored_issues.csv", levels, row, "issue");
        auto& issue = game.domain.issues[i];
        const auto& mark = levels.oneOf(row, "stands", stands);
        if (mark == "status_quo" || mark == "both") {
            issue.statusQuo = issue.levels.size();
            ++statusQuos[i];
        }
        if (mark == "no_agreement" || mark == "both") {
            if (issue.noAgreement)
                levels.fail(row, "stands", Message("data_fault.marks_of_issue"));
            issue.noAgreement = issue.levels.size();
        }
        issue.levels.push_back({levels.required(row, "level"), levels.required(row, "label")});
        issue.levels.back().shortLabel = levels.required(row, "short");
        game.values[i].push_back({wholeNumberIn(levels, row, "us_value", 1, 100), wholeNumberIn(levels, row, "china_value", 1, 100)});
    }
    for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
        requireMarks(issues, issues.rows()[i], game.domain.issues[i], statusQuos[i]);
    return game;
}

} // namespace chokepoint::facts
