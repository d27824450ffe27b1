// Loads the data book: parameters, paths, series, sources and the start page; measures and observations have files of their own.
#include "facts/DataBook.h"

#include "facts/Csv.h"
#include "facts/Loaders.h"
#include "model/Parameters.h"
#include "model/Variables.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>

namespace chokepoint::facts {
namespace {

using numbers::DecimalText;
void loadSources(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 8> columns{"source_id", "authors", "title", "publisher", "date", "url", "how_seen", "note"};
    const CsvTable table(folder / "sources.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        const auto& f = row.fields;
        table.required(row, "source_id");
        catalogue.sources.push_back({f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]});
    }
}

/// How far levels may lie off what was counted, by class.
void loadDiscrepancies(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 5> columns{"class", "scale", "sd_year", "sd_quarter", "origin"};
    constexpr std::array<std::string_view, 2> scales{"log", "logit"};
    const CsvTable table(folder / "discrepancy.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    const auto deviation = [&](const CsvRow& row, std::string_view column) {
        const double sd = DecimalText::toDouble(table.number(row, column));
        if (sd < 0)
            table.fail(row, column, Message("data_fault.deviation_below_zero"));
        return sd;
    };
    for (const auto& row : table.rows())
        catalogue.discrepancies.push_back({table.required(row, "class"), enumOf<int>(table, row, "scale", scales) == 1,
                                           deviation(row, "sd_year"), deviation(row, "sd_quarter"), table.required(row, "origin")});
}

void loadSeries(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 12> columns{"id",   "sector",      "unit",      "kind",   "name",     "short",
                                                       "noun", "description", "end_label", "colour", "limit_by", "discrepancy"};
    constexpr std::array<std::string_view, 7> kinds{"rate",  "stock", "ratio",   "share",
                                                    "price", "index", "category"}; // in the order of SeriesKind
    constexpr std::array<std::string_view, 3> inputs{"logic", "hbm", "packaging"}; // in the order of BindingInput
    const CsvTable table(folder / "series.csv", columns);
    for (const auto& row : table.rows()) {
        const auto place = catalogue.series.size();
        if (place >= model::seriesCount || model::variableTable[place].id != table.required(row, "id"))
            table.fail(row, "id", Message("data_fault.series_out_of_place", {{"series", row.fields[0]}}));
        Series series;
        series.id = row.fields[0];
        series.sector = placeIn(catalogue.sectors, "sectors.csv", table, row, "sector");
        series.unit = unitOf(table, row, catalogue, model::variableTable[place].unit);
        series.kind = enumOf<SeriesKind>(table, row, "kind", kinds);
        series.name = table.required(row, "name");
        series.shortName = table.required(row, "short");
        series.noun = table.required(row, "noun");
        series.endLabel = table.field(row, "end_label").empty() ? series.shortName : table.field(row, "end_label");
        series.description = table.field(row, "description");
        series.colour = colourOf(table, row, catalogue.sectors[series.sector]);
        if (!table.field(row, "limit_by").empty())
            series.limitBy = enumOf<BindingInput>(table, row, "limit_by", inputs);
        series.discrepancy = placeIn(catalogue.discrepancies, "discrepancy.csv", table, row, "discrepancy");
        if (catalogue.discrepancies[series.discrepancy].isOnLogit && series.kind != SeriesKind::Share)
            table.fail(row, "discrepancy", Message("data_fault.no_share"));
        catalogue.series.push_back(std::move(series));
    }
    if (catalogue.series.size() != model::seriesCount)
        failTable("series.csv", Message("data_fault.lacks", {{"id", model::variableTable[catalogue.series.size()].id}}));
}

/// The hidden states and terms of the equations, in words.
void loadTerms(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 3> columns{"id", "unit", "name"};
    const CsvTable table(folder / "terms.csv", columns);
    for (const auto& row : table.rows()) {
        const auto place = model::seriesCount + catalogue.terms.size();
        if (place >= model::variableTable.size() || model::variableTable[place].id != table.required(row, "id"))
            table.fail(row, "id", Message("data_fault.variable_out_of_place", {{"variable", row.fields[0]}}));
        const auto& declared = model::variableTable[place];
        auto unit = unitOf(table, row, catalogue, declared.logarithm ? numbers::one : declared.unit);
        catalogue.terms.push_back({row.fields[0], std::move(unit), table.required(row, "name")});
    }
    if (model::seriesCount + catalogue.terms.size() != model::variableTable.size())
        failTable("terms.csv", Message("data_fault.lacks", {{"id", model::variableTable[model::seriesCount + catalogue.terms.size()].id}}));
}

/// What the program cannot tell, and known weaknesses of the model.
void loadLimits(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 3> columns{"id", "about", "limit"};
    const CsvTable table(folder / "limits.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows())
        catalogue.limits.push_back({table.required(row, "id"), table.required(row, "about"), table.required(row, "limit")});
}

void loadParameters(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 9> columns{"id",           "unit",  "central", "low",        "high",
                                                      "distribution", "grade", "sources", "description"};
    constexpr std::array<std::string_view, 4> distributions{"triangular", "uniform", "lognormal", "fixed"}; // in the order of Distribution
    const CsvTable table(folder / "parameters.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    auto& parameters = book.catalogue.parameters;
    book.parameterRows.assign(model::parameterTable.size(), model::parameterTable.size());
    for (const auto& row : table.rows()) {
        const auto declared = model::indexOf(model::parameterTable, table.required(row, "id"));
        if (declared == model::parameterTable.size())
            table.fail(row, "id", Message("data_fault.read_by_none", {{"id", row.fields[0]}}));
        auto unit = unitOf(table, row, book.catalogue, model::parameterTable[declared].unit);
        const double central = DecimalText::toDouble(table.number(row, "central"));
        const double low = DecimalText::toDouble(table.number(row, "low")), high = DecimalText::toDouble(table.number(row, "high"));
        const auto distribution = enumOf<Distribution>(table, row, "distribution", distributions);
        if (distribution != Distribution::Fixed && !(low <= central && central <= high))
            table.fail(row, "central", Message("data_fault.central_outside", {{"central", Digits{row.fields[2]}}}));
        if (distribution == Distribution::Lognormal && !(low > 0))
            table.fail(row, "low", Message("data_fault.lognormal_not_above_zero"));
        const auto sources = splitList(row.fields[7]);
        requireSources(table, row, "sources", sources, book.catalogue);
        book.parameterRows[declared] = parameters.size();
        parameters.push_back({row.fields[0], std::move(unit), row.fields[2], row.fields[3], row.fields[4], distribution,
                              gradeOf(table, row, "grade"), sources, row.fields[8]});
    }
    for (std::size_t i = 0; i < book.parameterRows.size(); ++i)
        if (book.parameterRows[i] == model::parameterTable.size())
            failTable("parameters.csv", Message("data_fault.lacks", {{"id", model::parameterTable[i].id}}));
}

void loadPaths(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 8> columns{"path", "kind", "unit", "year", "value", "grade", "sources", "description"};
    constexpr std::array<std::string_view, 2> kinds{"linear", "log"};
    const CsvTable table(folder / "paths.csv", columns);
    table.refuseDoubles(std::array<std::string_view, 2>{"path", "year"});
    book.paths.resize(model::pathTable.size());
    book.catalogue.paths.resize(model::pathTable.size());
    for (const auto& row : table.rows()) {
        const auto declared = model::indexOf(model::pathTable, table.required(row, "path"));
        if (declared == model::pathTable.size())
            table.fail(row, "path", Message("data_fault.read_by_none", {{"id", row.fields[0]}}));
        auto unit = unitOf(table, row, book.catalogue, model::pathTable[declared].unit);
        auto& path = book.paths[declared];
        const bool isLogarithmic = enumOf<int>(table, row, "kind", kinds) == 1;
        if (!path.knots.empty() && isLogarithmic != path.isLogarithmic)
            table.fail(row, "kind", Message("data_fault.path_of_two_kinds"));
        path.isLogarithmic = isLogarithmic;
        if (isLogarithmic && std::ranges::find(model::shiftedPaths, row.fields[0]) != model::shiftedPaths.end())
            table.fail(row, "kind", Message("data_fault.path_must_be_linear"));
        const auto& year = table.number(row, "year");
        const auto& value = table.number(row, "value");
        if (!path.knots.empty() && !(DecimalText::toDouble(path.knots.back().first) < DecimalText::toDouble(year)))
            table.fail(row, "year", Message("data_fault.years_not_in_order"));
        if (isLogarithmic && !(DecimalText::toDouble(value) > 0))
            table.fail(row, "value", Message("data_fault.path_not_above_zero"));
        const auto grade = gradeOf(table, row, "grade");
        requireSources(table, row, "sources", splitList(row.fields[6]), book.catalogue);
        path.knots.emplace_back(year, value);
        auto& about = book.catalogue.paths[declared];
        about.id = row.fields[0];
        about.unit = std::move(unit);
        about.description = row.fields[7];
        about.grade = std::max(about.grade, grade);
        for (const auto& source : splitList(row.fields[6]))
            if (std::ranges::find(about.sources, source) == about.sources.end())
                about.sources.push_back(source);
    }
    for (std::size_t i = 0; i < book.paths.size(); ++i)
        if (book.paths[i].knots.empty())
            failTable("paths.csv", Message("data_fault.lacks", {{"id", model::pathTable[i].id}}));
}

void loadCorrelations(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 4> columns{"parameter_a", "parameter_b", "rank_correlation", "reason"};
    const CsvTable table(folder / "correlations.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    for (const auto& row : table.rows()) {
        for (const auto column : std::span(columns).first(2)) {
            const auto parameter = catalogue.findParameter(table.required(row, column));
            if (!parameter || catalogue.parameters[*parameter].distribution == Distribution::Fixed)
                table.fail(row, column, Message("data_fault.not_sampled", {{"parameter", table.field(row, column)}}));
        }
        const double rank = DecimalText::toDouble(table.number(row, "rank_correlation"));
        if (rank < -1 || rank > 1)
            table.fail(row, "rank_correlation", Message("data_fault.wrong_correlation"));
        catalogue.correlations.push_back({row.fields[0], row.fields[1], rank, row.fields[3]});
    }
}

/// When the record was last held against the law, and up to which month it goes.
void dateTheRecord(DataBook& book)
{
    auto& catalogue = book.catalogue;
    for (const auto& event : catalogue.events)
        if (event.kind == EventKind::Happened && event.date.size() == std::string_view("2026-10-08").size())
            catalogue.lastChecked = std::max(catalogue.lastChecked, event.date);
    if (catalogue.lastChecked.empty())
        failTable("timeline.csv", Message("data_fault.no_day_of_record"));
    const Quarter last{book.history.back().quarter};
    const int month = last.ofYear() * 3;
    catalogue.recordMonth = std::to_string(last.year()) + (month < 10 ? "-0" : "-") + std::to_string(month);
    catalogue.recordMonth = std::min(catalogue.recordMonth, catalogue.lastChecked.substr(0, catalogue.recordMonth.size()));
}

} // namespace

void requireSources(const CsvTable& table, const CsvRow& row, std::string_view column, const std::vector<std::string>& sources,
                    const Catalogue& catalogue)
{
    for (const auto& source : sources)
        if (!catalogue.findSource(source))
            table.fail(row, column, Message("data_fault.not_in_table", {{"table", "sources.csv"}, {"id", source}}));
}

DataBook loadDataBook(const std::filesystem::path& folder)
{
    DataBook book;
    loadSources(folder, book.catalogue);
    loadLists(folder, book.catalogue);
    loadDiscrepancies(folder, book.catalogue);
    loadSeries(folder, book.catalogue);
    loadTerms(folder, book.catalogue);
    loadParameters(folder, book);
    loadPaths(folder, book);
    loadMeasures(folder, book);
    loadCorrelations(folder, book.catalogue);
    loadObservations(folder, book.catalogue);
    loadEvents(folder, book.catalogue);
    loadEventMarks(folder, book);
    loadMeasureNotes(folder, book);
    loadSupplyChain(folder, book);
    loadProducts(folder, book);
    loadStartPage(folder, book.catalogue);
    loadSeriesMenu(folder, book.catalogue);
    loadLimits(folder, book.catalogue);
    dateTheRecord(book);
    return book;
}

} // namespace chokepoint::facts
