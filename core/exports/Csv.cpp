// Writes sheets and comparisons as CSV.
#include "api/CsvField.h"

#include "api/Catalogue.h"
#include "api/Comparison.h"
#include "api/NumberWords.h"
#include "exports/Sheet.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {

bool isFormula(std::string_view text)
{
    constexpr std::string_view begins = "=+-@";
    const auto isPassedOver = [](char c) { return (c >= 0 && c <= ' ') || c == '\x7f'; }; // by some spreadsheets
    const auto first = std::ranges::find_if_not(text, isPassedOver);
    const bool isRun = first != text.end() && begins.find(*first) != std::string_view::npos;
    const auto letter = text.find_first_not_of(' ');
    return isRun || (letter != std::string_view::npos && (text[letter] == '\t' || text[letter] == '\r')); // what follows may run
}

std::string csvField(std::string_view text)
{
    const bool mustNotRun = isFormula(text);
    if (!mustNotRun && text.find_first_of(",\"\n\r") == std::string_view::npos)
        return std::string(text);
    std::string field = mustNotRun ? "\"'" : "\"";
    for (const char c : text)
        field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

std::string exported::csvOf(const Sheet& sheet)
{
    std::string csv;
    const auto add = [&](std::size_t place, const std::string& field) { csv += (place == 0 ? "" : ",") + field; };
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        add(i, csvField(sheet.columns[i].id));
    csv += "\n";
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            add(i, row[i].number ? words::roundTrip(*row[i].number) : csvField(row[i].text));
        csv += "\n";
    }
    return csv;
}

std::string dataCsv(const ExportContent& content) { return csvOf(exported::dataSheet(content)); }
std::string codebookCsv(const ExportContent& content) { return csvOf(exported::codebookSheet(content)); }
std::string sourcesCsv(const ExportContent& content) { return csvOf(exported::sourcesSheet(content)); }

std::string comparisonCsv(const Catalogue& catalogue, const std::vector<std::string>& ids, const std::vector<ComparedColumn>& columns)
{
    constexpr std::size_t low = quantilePlace(0.1), middle = quantilePlace(0.5), high = quantilePlace(0.9);
    std::string text = "series,year,package,is_baseline,rank,is_shared,value,mean,change,change_p10,change_p50,change_p90,relative,"
                       "relative_p10,relative_p50,relative_p90,share_up,share_down,ahead_of_next,regret,share_best,unit\n";
    for (const auto& column : columns)
        for (std::size_t place = 0; place < column.figures.size(); ++place) {
            const auto& figure = column.figures[place];
            const double before = column.figures.back().central, change = figure.central - before;
            const auto &difference = figure.change.difference.quantiles, &relative = figure.change.relative.quantiles;
            text += catalogue.series[column.series].id + "," + std::to_string(column.year) + "," + csvField(ids[place]) + ","
                  + (place + 1 == column.figures.size() ? "yes" : "no") + "," + std::to_string(figure.rank) + ","
                  + (figure.isShared ? "yes" : "no");
            for (const double value : {figure.central, figure.mean, change, difference[low], difference[middle], difference[high]})
                text += "," + words::roundTrip(value);
            text += "," + (before == 0 ? std::string() : words::roundTrip(change / std::abs(before)));
            for (const double value : {relative[low], relative[middle], relative[high], figure.change.up, figure.change.down})
                text += "," + words::roundTrip(value);
            text += "," + (figure.aheadOfNext ? words::roundTrip(*figure.aheadOfNext) : std::string());
            text += "," + words::roundTrip(figure.regret) + "," + words::roundTrip(figure.shareBest) + ","
                  + catalogue.series[column.series].unit.id + "\n";
        }
    return text;
}

} // namespace chokepoint
