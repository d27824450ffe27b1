// Writes a table in the format of the Integrated Assessment Modeling Consortium, as pyam reads it.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "exports/Sheet.h"

#include <algorithm>
#include <array>

namespace chokepoint {
namespace {

/// A value of a row, and what stands behind the variable for it: percentiles as the format's users write them.
struct Kind {
    const char* behind;
    std::optional<double> (*of)(const ExportedRow& row);
};
constexpr std::array<Kind, 3> kinds{{{"", [](const ExportedRow& row) { return std::optional(row.value); }},
                                     {"|10.0th Percentile", [](const ExportedRow& row) { return row.low; }},
                                     {"|90.0th Percentile", [](const ExportedRow& row) { return row.high; }}}};

} // namespace

std::string iamcVariable(const Catalogue& catalogue, std::size_t series)
{
    const auto plain = [](std::string text) { // a bar parts the levels of a variable
        std::ranges::replace(text, '|', '/');
        return text;
    };
    const auto& about = catalogue.series[series];
    return plain(catalogue.sectors[about.sector].name) + "|" + plain(about.name);
}

std::string iamcCsv(const ExportContent& content)
{
    const auto& catalogue = content.engine.catalogue();
    exported::Sheet sheet;
    for (const char* id : {"model", "scenario", "region", "variable", "unit"})
        sheet.columns.push_back({id, {}, 0});
    for (int year = content.table.firstYear; year <= content.table.lastYear; ++year)
        sheet.columns.push_back({std::to_string(year), {}, 0});
    const auto model =
        content.language.text(Message("export.iamc_model", {{"version", content.origin.version}, {"equations", modelVersion}}));
    const std::string region = "World"; // names of series say whose they are
    for (const auto& part : content.table.parts) {
        const auto unit = content.language.text(words::displayUnit(catalogue.series[part.series]).name());
        for (const auto& kind : kinds) {
            if (!kind.of(part.rows.front()))
                continue;
            std::vector<exported::SheetCell> cells{model, content.table.scenarios[part.scenario].name, region,
                                                   iamcVariable(catalogue, part.series) + kind.behind, unit};
            for (const auto& row : part.rows)
                cells.emplace_back(kind.of(row));
            sheet.rows.push_back(std::move(cells));
        }
    }
    return exported::csvOf(sheet);
}

} // namespace chokepoint
