// Loads what each setting of a measure is called in sentences and beside its control.
#include "facts/Loaders.h"

#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>

namespace chokepoint::facts {
namespace {

constexpr std::array<std::string_view, 9> columns{"measure",          "level",     "doing",   "condition", "short", "doing_capped",
                                                  "condition_capped", "first_end", "last_end"};
constexpr const char* zero = "0";

/// A phrase that must name a number, or must not.
const std::string& phrase(const CsvTable& table, const CsvRow& row, std::string_view column, bool hasNumber)
{
    const auto& text = table.required(row, column);
    const auto at = text.find(numberMark);
    const bool isTwice = at != std::string::npos && text.find(numberMark, at + 1) != std::string::npos;
    if (hasNumber != (at != std::string::npos) || isTwice)
        table.fail(row, column,
                   hasNumber ? Message("data_fault.phrase_without_number", {{"mark", numberMark}})
                             : Message("data_fault.phrase_with_number", {{"mark", numberMark}}));
    return text;
}

/// The level of a row, or the form of a number, made when it is the next one.
Level& settingOf(const CsvTable& table, const CsvRow& row, Measure& measure)
{
    const auto& id = table.required(row, "level");
    if (!measure.isNumber) {
        const auto level = std::ranges::find(measure.levels, id, &Level::id);
        if (level == measure.levels.end())
            table.fail(row, "level", Message("data_fault.unknown_level", {{"level", id}, {"measure", measure.id}}));
        return *level;
    }
    const auto isExpected = measure.numbers.empty() ? id == numberMark : measure.numbers.size() == 1 && id == zero;
    if (!isExpected)
        table.fail(row, "level", Message("data_fault.no_form_of_number", {{"level", id}, {"measure", measure.id}, {"mark", numberMark}}));
    return measure.numbers.emplace_back(Level{id, {}, {}});
}

/// The names of the ends stand where the ends are, and nowhere else.
void loadEnds(const CsvTable& table, const CsvRow& row, Measure& measure, const Level& setting)
{
    const auto end = [&](std::string_view column, bool isHere) {
        const bool isGiven = !table.field(row, column).empty();
        if (isGiven != isHere)
            table.fail(row, column, isHere ? Message("data_fault.empty") : Message("data_fault.no_end"));
        return table.field(row, column);
    };
    const auto& settings = measure.isNumber ? measure.numbers : measure.levels;
    const bool isFirst = &setting == &settings.front(), isLast = measure.isNumber ? isFirst : &setting == &settings.back();
    if (const auto first = end("first_end", isFirst); isFirst)
        measure.firstEnd = first;
    if (const auto last = end("last_end", isLast); isLast)
        measure.lastEnd = last;
}

void requireAll(const Catalogue& catalogue)
{
    for (const auto& measure : catalogue.measures) {
        const bool hasZero = measure.isNumber && numbers::DecimalText::toDouble(measure.minimum) <= 0;
        const bool isMissing = measure.isNumber
                                 ? measure.numbers.size() != (hasZero ? 2U : 1U)
                                 : std::ranges::any_of(measure.levels, [](const Level& level) { return level.doing.empty(); });
        if (isMissing)
            failTable("phrases.csv", Message("data_fault.level_missing", {{"measure", measure.id}}));
    }
}

} // namespace

void loadPhrases(const std::filesystem::path& folder, Catalogue& catalogue)
{
    const CsvTable table(folder / "phrases.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    for (const auto& row : table.rows()) {
        auto& measure = catalogue.measures[measureRow(table, row, catalogue)];
        auto& setting = settingOf(table, row, measure);
        const bool hasNumber = setting.id == numberMark;
        setting.doing = phrase(table, row, "doing", hasNumber);
        setting.condition = phrase(table, row, "condition", hasNumber);
        setting.shortLabel = phrase(table, row, "short", hasNumber);
        if (!table.field(row, "doing_capped").empty()) {
            setting.doingCapped = phrase(table, row, "doing_capped", true);
            setting.conditionCapped = phrase(table, row, "condition_capped", true);
        }
        loadEnds(table, row, measure, setting);
    }
    requireAll(catalogue);
}

} // namespace chokepoint::facts
