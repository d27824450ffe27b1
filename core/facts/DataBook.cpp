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
const std::string mend = "Mend the file, or install the data that came with the program again.";

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

SeriesKind kindOf(const std::string& text)
{
    constexpr std::array<std::pair<std::string_view, SeriesKind>, 7> kinds{
        {{"rate", SeriesKind::Rate}, {"stock", SeriesKind::Stock}, {"ratio", SeriesKind::Ratio}, {"share", SeriesKind::Share},
         {"price", SeriesKind::Price}, {"index", SeriesKind::Index}, {"category", SeriesKind::Category}}};
    return std::ranges::find(kinds, text, &std::pair<std::string_view, SeriesKind>::first)->second;
}

void loadSeries(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 7> columns{"id", "sector", "unit", "kind", "name", "short", "description"};
    constexpr std::array<std::string_view, 7> kinds{"rate", "stock", "ratio", "share", "price", "index", "category"};
    const CsvTable table(folder / "series.csv", columns);
    for (const auto& row : table.rows()) {
        const auto place = catalogue.series.size();
        if (place >= model::seriesCount || model::variableTable[place].id != table.required(row, "id"))
            table.fail(row, "id", "\"" + row.fields[0] + "\" is not the series that the equations have in this place", mend);
        if (!numbers::wordingStandsFor(table.required(row, "unit"), model::variableTable[place].unit))
            table.fail(row, "unit", "the equations give " + numbers::describe(model::variableTable[place].unit), mend);
        catalogue.series.push_back({row.fields[0], table.required(row, "sector"), row.fields[2], kindOf(table.oneOf(row, "kind", kinds)),
                                    table.required(row, "name"), table.required(row, "short"), row.fields[6]});
    }
    if (catalogue.series.size() != model::seriesCount)
        throw InputError("The data book is incomplete", "series.csv",
                         "it lacks the series \"" + std::string(model::variableTable[catalogue.series.size()].id) + "\"", mend);
}

/// The hidden states and terms of the equations, in words.
void loadTerms(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 3> columns{"id", "unit", "name"};
    const CsvTable table(folder / "terms.csv", columns);
    for (const auto& row : table.rows()) {
        const auto place = model::seriesCount + catalogue.terms.size();
        if (place >= model::variableTable.size() || model::variableTable[place].id != table.required(row, "id"))
            table.fail(row, "id", "\"" + row.fields[0] + "\" is not the variable that the equations have in this place", mend);
        const auto& declared = model::variableTable[place];
        if (!numbers::wordingStandsFor(table.required(row, "unit"), declared.logarithm ? numbers::one : declared.unit))
            table.fail(row, "unit", "the equations hold it in " + numbers::describe(declared.unit), mend);
        catalogue.terms.push_back({row.fields[0], row.fields[1], table.required(row, "name")});
    }
    if (model::seriesCount + catalogue.terms.size() != model::variableTable.size())
        throw InputError("The data book is incomplete", "terms.csv",
                         "it lacks \"" + std::string(model::variableTable[model::seriesCount + catalogue.terms.size()].id) + "\"", mend);
}

/// What the program cannot tell, and known weaknesses of the model.
void loadLimits(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 2> columns{"about", "limit"};
    const CsvTable table(folder / "limits.csv", columns);
    for (const auto& row : table.rows())
        catalogue.limits.push_back({table.required(row, "about"), table.required(row, "limit")});
}

void loadParameters(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 9> columns{"id", "unit", "central", "low", "high", "distribution", "grade", "sources", "description"};
    constexpr std::array<std::string_view, 4> distributions{"triangular", "uniform", "lognormal", "fixed"};
    const CsvTable table(folder / "parameters.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    auto& parameters = book.catalogue.parameters;
    book.parameterRows.assign(model::parameterTable.size(), model::parameterTable.size());
    for (const auto& row : table.rows()) {
        const auto declared = model::indexOf(model::parameterTable, table.required(row, "id"));
        if (declared == model::parameterTable.size())
            table.fail(row, "id", "no equation reads a parameter \"" + row.fields[0] + "\"", mend);
        if (!numbers::wordingStandsFor(table.required(row, "unit"), model::parameterTable[declared].unit))
            table.fail(row, "unit", "the equations read it in " + numbers::describe(model::parameterTable[declared].unit), mend);
        const double central = DecimalText::toDouble(table.number(row, "central"));
        const double low = DecimalText::toDouble(table.number(row, "low")), high = DecimalText::toDouble(table.number(row, "high"));
        const auto& distribution = table.oneOf(row, "distribution", distributions);
        if (distribution != "fixed" && !(low <= central && central <= high))
            table.fail(row, "central", row.fields[2] + " does not lie between low and high", mend);
        if (distribution == "lognormal" && !(low > 0))
            table.fail(row, "low", "a lognormal parameter must be above zero", mend);
        const auto sources = splitList(row.fields[7]);
        requireSources(table, row, "sources", sources, book.catalogue);
        book.parameterRows[declared] = parameters.size();
        parameters.push_back({row.fields[0], row.fields[1], row.fields[2], row.fields[3], row.fields[4], distribution,
                              table.oneOf(row, "grade", grades), sources, row.fields[8]});
    }
    for (std::size_t i = 0; i < book.parameterRows.size(); ++i)
        if (book.parameterRows[i] == model::parameterTable.size())
            throw InputError("The data book is incomplete", "parameters.csv",
                             "it lacks the parameter \"" + std::string(model::parameterTable[i].id) + "\"", mend);
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
            table.fail(row, "path", "no equation reads a path \"" + row.fields[0] + "\"", mend);
        if (!numbers::wordingStandsFor(table.required(row, "unit"), model::pathTable[declared].unit))
            table.fail(row, "unit", "the equations read it in " + numbers::describe(model::pathTable[declared].unit), mend);
        auto& path = book.paths[declared];
        const bool isLogarithmic = table.oneOf(row, "kind", kinds) == "log";
        if (!path.knots.empty() && isLogarithmic != path.isLogarithmic)
            table.fail(row, "kind", "the rows of one path must be of one kind", mend);
        path.isLogarithmic = isLogarithmic;
        const auto& year = table.number(row, "year");
        const auto& value = table.number(row, "value");
        if (!path.knots.empty() && !(DecimalText::toDouble(path.knots.back().first) < DecimalText::toDouble(year)))
            table.fail(row, "year", "the years of a path must rise", mend);
        if (isLogarithmic && !(DecimalText::toDouble(value) > 0))
            table.fail(row, "value", "a logarithmic path must be above zero", mend);
        table.oneOf(row, "grade", grades);
        requireSources(table, row, "sources", splitList(row.fields[6]), book.catalogue);
        path.knots.emplace_back(year, value);
        auto& about = book.catalogue.paths[declared];
        about.id = row.fields[0];
        about.unit = row.fields[2];
        about.description = row.fields[7];
        about.grade = std::max(about.grade, row.fields[5]);
        for (const auto& source : splitList(row.fields[6]))
            if (std::ranges::find(about.sources, source) == about.sources.end())
                about.sources.push_back(source);
    }
    for (std::size_t i = 0; i < book.paths.size(); ++i)
        if (book.paths[i].knots.empty())
            throw InputError("The data book is incomplete", "paths.csv", "it lacks the path \"" + std::string(model::pathTable[i].id) + "\"", mend);
}

void loadCorrelations(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 4> columns{"parameter_a", "parameter_b", "rank_correlation", "reason"};
    const CsvTable table(folder / "correlations.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    for (const auto& row : table.rows()) {
        for (const auto column : std::span(columns).first(2)) {
            const auto parameter = catalogue.findParameter(table.required(row, column));
            if (!parameter || catalogue.parameters[*parameter].distribution == "fixed")
                table.fail(row, column, "\"" + table.field(row, column) + "\" is no sampled parameter", mend);
        }
        const double rank = DecimalText::toDouble(table.number(row, "rank_correlation"));
        if (rank < -1 || rank > 1)
            table.fail(row, "rank_correlation", "a correlation lies between -1 and 1", mend);
        catalogue.correlations.push_back({row.fields[0], row.fields[1], rank, row.fields[3]});
    }
}

void loadStartPage(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 3> columns{"place", "series", "note"};
    const CsvTable table(folder / "start_page.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        if (!catalogue.findSeries(row.fields[1]))
            table.fail(row, "series", "there is no series \"" + row.fields[1] + "\"", mend);
        if (row.fields[0].starts_with("chart "))
            catalogue.charts.push_back({row.fields[1], row.fields[2]});
        else if (row.fields[0].starts_with("card "))
            catalogue.cards.push_back({row.fields[1], row.fields[2]});
        else
            table.fail(row, "place", "a place is \"chart\" or \"card\" with a number", mend);
    }
}

} // namespace

void requireSources(const CsvTable& table, const CsvRow& row, std::string_view column, const std::vector<std::string>& sources,
                    const Catalogue& catalogue)
{
    for (const auto& source : sources)
        if (!catalogue.findSource(source))
            table.fail(row, column, "sources.csv has no source \"" + source + "\"", mend);
}

DataBook loadDataBook(const std::filesystem::path& folder)
{
    DataBook book;
    loadSources(folder, book.catalogue);
    loadSeries(folder, book.catalogue);
    loadTerms(folder, book.catalogue);
    loadParameters(folder, book);
    loadPaths(folder, book);
    loadMeasures(folder, book);
    loadCorrelations(folder, book.catalogue);
    loadObservations(folder, book.catalogue);
    loadEvents(folder, book.catalogue);
    loadMeasureNotes(folder, book);
    loadStartPage(folder, book.catalogue);
    loadLimits(folder, book.catalogue);
    return book;
}

} // namespace chokepoint::facts
