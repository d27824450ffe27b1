// Loads the measures, their levels, what each writes into levers, and how they were in the past.
#include "facts/Loaders.h"

#include "api/Quarter.h"
#include "model/Levers.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <map>

namespace chokepoint::facts {
namespace {

using numbers::DecimalText;
std::size_t leverRow(const CsvTable& table, const CsvRow& row, std::string_view column)
{
    const auto at = model::indexOf(model::leverTable, table.required(row, column));
    if (at == model::leverTable.size())
        table.fail(row, column, Message("data_fault.unknown_lever", {{"lever", table.field(row, column)}}));
    return at;
}

std::optional<std::size_t> findLevel(const Measure& measure, std::string_view id)
{
    const auto at = std::ranges::find(measure.levels, id, &Level::id);
    return at == measure.levels.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - measure.levels.begin()));
}

void loadLeverNames(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 3> columns{"lever", "unit", "description"};
    const CsvTable table(folder / "lever_names.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        const auto lever = leverRow(table, row, "lever");
        auto unit = unitOf(table, row, catalogue, model::leverTable[lever].unit);
        catalogue.levers.push_back({row.fields[0], std::move(unit), table.required(row, "description")});
    }
    if (table.rows().size() != model::leverTable.size())
        failTable("lever_names.csv", Message("data_fault.lever_missing"));
}

constexpr std::array<std::string_view, 24> measureColumns{
    "measure", "group", "parent", "short", "title", "actor", "kind", "lever", "in_model", "status_quo", "minimum", "maximum", "unit",
    "marks", "order", "status_quo_note", "legal_basis", "first_date", "dates", "effect", "sources", "grade_law", "grade_effect", "note"};

void loadMeasureRows(const CsvTable& table, DataBook& book)
{
    constexpr std::array<std::string_view, 2> kinds{"level", "number"};
    constexpr std::array<std::string_view, 2> orders{"loosest to tightest", "least to most"}; // in the order of LevelOrder
    for (const auto& row : table.rows()) {
        Measure m;
        const auto text = [&](std::string_view column) { return table.field(row, column); };
        m.id = table.required(row, "measure");
        m.group = placeIn(book.catalogue.groups, "groups.csv", table, row, "group");
        m.shortName = table.required(row, "short");
        m.title = table.required(row, "title");
        m.actor = placeIn(book.catalogue.actors, "actors.csv", table, row, "actor");
        m.isNumber = enumOf<int>(table, row, "kind", kinds) == 1;
        m.inModel = isYes(table, row, "in_model");
        if (m.inModel == book.catalogue.groups[m.group].isAtTableOnly)
            table.fail(row, "in_model", Message("data_fault.group_says_otherwise", {{"group", text("group")}}));
        m.statusQuo = table.required(row, "status_quo");
        m.order = enumOf<LevelOrder>(table, row, "order", orders);
        m.statusQuoNote = text("status_quo_note");
        m.legalBasis = text("legal_basis");
        m.firstDate = text("first_date");
        m.dates = text("dates");
        m.effect = text("effect");
        m.sources = splitList(text("sources"));
        requireSources(table, row, "sources", m.sources, book.catalogue);
        m.gradeOfLaw = gradeOf(table, row, "grade_law");
        m.gradeOfEffect = gradeOf(table, row, "grade_effect");
        m.note = text("note");
        MeasureAction action;
        if (m.isNumber) {
            action.lever = leverRow(table, row, "lever");
            m.lever = text("lever");
            m.minimum = table.number(row, "minimum");
            m.maximum = table.number(row, "maximum");
            m.unit = table.required(row, "unit");
            m.marks = splitList(text("marks"));
            settingIn(table, row, "status_quo", m);
        }
        book.catalogue.measures.push_back(std::move(m));
        book.actions.push_back(std::move(action));
    }
}

/// A sub-control stands under a measure of its own group that stands under none.
void loadParents(const CsvTable& table, Catalogue& catalogue)
{
    for (std::size_t i = 0; i < table.rows().size(); ++i) {
        const auto& row = table.rows()[i];
        if (table.field(row, "parent").empty())
            continue;
        const auto parent = placeIn(catalogue.measures, "measures.csv", table, row, "parent");
        const auto& above = catalogue.measures[parent];
        if (parent == i || above.group != catalogue.measures[i].group || !table.field(table.rows()[parent], "parent").empty())
            table.fail(row, "parent", Message("data_fault.wrong_parent"));
        catalogue.measures[i].parent = parent;
    }
}

void loadLevels(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 4> columns{"measure", "order", "level", "label"};
    const CsvTable table(folder / "levels.csv", columns);
    table.refuseDoubles(std::array<std::string_view, 2>{"measure", "level"});
    for (const auto& row : table.rows()) {
        const auto at = measureRow(table, row, book.catalogue);
        auto& measure = book.catalogue.measures[at];
        if (measure.isNumber)
            table.fail(row, "measure", Message("data_fault.takes_number", {{"measure", measure.id}}));
        if (table.number(row, "order") != std::to_string(measure.levels.size()))
            table.fail(row, "order", Message("data_fault.levels_not_in_order"));
        measure.levels.push_back({table.required(row, "level"), {}, table.required(row, "label")});
        book.actions[at].levels.emplace_back();
    }
}

void loadLeverWrites(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 4> columns{"measure", "level", "lever", "value"};
    const CsvTable table(folder / "levers.csv", columns);
    table.refuseDoubles(std::array<std::string_view, 3>{"measure", "level", "lever"});
    std::map<std::size_t, std::size_t> writer; // lever -> measure
    for (std::size_t m = 0; m < book.actions.size(); ++m)
        if (book.actions[m].lever)
            writer.emplace(*book.actions[m].lever, m);
    for (const auto& row : table.rows()) {
        const auto at = measureRow(table, row, book.catalogue);
        const auto level = findLevel(book.catalogue.measures[at], table.required(row, "level"));
        if (!level)
            table.fail(row, "level", Message("data_fault.unknown_level", {{"level", row.fields[1]}, {"measure", row.fields[0]}}));
        const auto lever = leverRow(table, row, "lever");
        if (writer.emplace(lever, at).first->second != at)
            table.fail(row, "lever", Message("data_fault.lever_taken", {{"lever", row.fields[2]}}));
        book.actions[at].levels[*level].emplace_back(lever, table.number(row, "value"));
    }
    // every level of a measure writes the same levers, or what is in force would depend on the past
    for (std::size_t m = 0; m < book.actions.size(); ++m)
        for (const auto& level : book.actions[m].levels)
            if (level.size() != book.actions[m].levels.front().size())
                failTable("levers.csv", Message("data_fault.levers_differ", {{"measure", book.catalogue.measures[m].id}}));
}

void loadHistory(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 3> columns{"quarter", "measure", "level"};
    const CsvTable table(folder / "history.csv", columns);
    table.refuseDoubles(std::array<std::string_view, 2>{"quarter", "measure"});
    std::vector<bool> started(book.actions.size());
    int last = 0;
    for (const auto& row : table.rows()) {
        const auto quarter = Quarter::parse(row.fields[0]);
        if (!quarter || quarter->index < last)
            table.fail(row, "quarter", Message("data_fault.quarters_not_in_order"));
        last = quarter->index;
        const auto measure = measureRow(table, row, book.catalogue);
        settingIn(table, row, "level", book.catalogue.measures[measure]);
        started[measure] = started[measure] || last == 0;
        book.history.push_back({last, measure, row.fields[2]});
    }
    for (std::size_t m = 0; m < started.size(); ++m)
        if (!started[m])
            failTable("history.csv", Message("data_fault.no_first_entry", {{"measure", book.catalogue.measures[m].id}}));
}

} // namespace

const std::string& settingIn(const CsvTable& table, const CsvRow& row, std::string_view column, const Measure& measure)
{
    const auto& value = table.required(row, column);
    if (!measure.isNumber) {
        if (!findLevel(measure, value))
            table.fail(row, column, Message("data_fault.unknown_level", {{"level", value}, {"measure", measure.id}}));
        return value;
    }
    const double number = DecimalText::toDouble(table.number(row, column));
    if (number < DecimalText::toDouble(measure.minimum) || number > DecimalText::toDouble(measure.maximum))
        table.fail(row, column,
                   Message("data_fault.outside_range",
                           {{"value", Digits{value}}, {"least", Digits{measure.minimum}}, {"most", Digits{measure.maximum}}}));
    return value;
}

void loadMeasures(const std::filesystem::path& folder, DataBook& book)
{
    loadLeverNames(folder, book.catalogue);
    const CsvTable table(folder / "measures.csv", measureColumns);
    table.refuseDoubles(std::span(measureColumns).first(1));
    loadMeasureRows(table, book);
    loadParents(table, book.catalogue);
    loadLevels(folder, book);
    for (std::size_t i = 0; i < table.rows().size(); ++i)
        if (!book.catalogue.measures[i].isNumber)
            settingIn(table, table.rows()[i], "status_quo", book.catalogue.measures[i]);
    loadPhrases(folder, book.catalogue);
    loadLeverWrites(folder, book);
    loadHistory(folder, book);
}

} // namespace chokepoint::facts
