// Makes the sheets of an export: the data, what their columns and series mean, and the sources behind them.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/Language.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "exports/Sheet.h"

#include <algorithm>
#include <array>
#include <set>

namespace chokepoint::exported {
namespace {

struct DataHead {
    const char* id;
    int width;
};
/// In the order of DataColumn, and behind them what is told of the difference.
constexpr std::array<DataHead, 16> dataHeads{{{"scenario", 26},
                                              {"compared_with", 26},
                                              {"series", 26},
                                              {"name", 34},
                                              {"unit", 26},
                                              {"period", 10},
                                              {"value", 14},
                                              {"low", 14},
                                              {"high", 14},
                                              {"level_low", 14},
                                              {"level_high", 14},
                                              {"baseline", 14},
                                              {"difference", 14},
                                              {"difference_low", 14},
                                              {"difference_high", 14},
                                              {"source", 22}}};

std::string said(const ExportContent& content, const MessageValue& value) { return content.language.text(value); }

SheetColumn columnOf(const ExportContent& content, const std::string& id, int width)
{
    return {id, said(content, Message::ofFamily("export_column", id)), width};
}

/// What a value of the kind is, as a member of the family "series_kind".
std::string kindOf(const ExportContent& content, SeriesKind kind)
{
    constexpr std::array<const char*, 7> ids{"rate", "stock", "ratio", "share", "price", "index", "category"};
    return said(content, Message::ofFamily("series_kind", ids.at(static_cast<std::size_t>(kind))));
}

/// The sources that observed a series: authors, each once.
std::string observersOf(const ExportContent& content, const Series& series)
{
    const auto& catalogue = content.engine.catalogue();
    std::vector<std::string> ids;
    for (const auto& o : catalogue.observations)
        if (o.series == series.id && std::ranges::find(ids, o.source) == ids.end())
            ids.push_back(o.source);
    MessageList names{{}, MessageList::Joint::Semicolon};
    names.items.assign(ids.begin(), ids.end());
    return ids.empty() ? said(content, Message("figure.unobserved")) : said(content, names);
}

} // namespace

Sheet dataSheet(const ExportContent& content)
{
    const auto& catalogue = content.engine.catalogue();
    Sheet sheet{.name = said(content, Message("export.sheet_data")), .columns = {}, .rows = {}};
    for (const auto& head : dataHeads)
        sheet.columns.push_back(columnOf(content, head.id, head.width));
    for (const auto& part : content.table.parts) {
        const auto& series = catalogue.series[part.series];
        const auto& scenario = content.table.scenarios[part.scenario];
        const auto unit = said(content, words::displayUnit(series).name());
        const auto source = said(content, Message("export.run", {{"hash", scenario.hash.substr(0, 8)}}));
        const double differenceScale = words::differenceUnit(series).scale / words::displayUnit(series).scale;
        for (const auto& row : part.rows)
            sheet.rows.push_back({scenario.name, scenario.baselineName, series.id, series.name, unit, row.at.text(), row.value, row.low,
                                  row.high, row.levelLow, row.levelHigh, row.baseline,
                                  differenceScale == 1 ? row.difference() : row.difference() * differenceScale, row.differenceLow,
                                  row.differenceHigh, source});
    }
    return sheet;
}

/// The columns of the data first, then the series; both have an id, a name and a definition.
Sheet codebookSheet(const ExportContent& content)
{
    const auto& catalogue = content.engine.catalogue();
    Sheet sheet{.name = said(content, Message("export.sheet_codebook")), .columns = {}, .rows = {}};
    constexpr std::array<DataHead, 9> heads{{{"term", 26},
                                             {"id", 28},
                                             {"name", 40},
                                             {"sector", 20},
                                             {"unit", 30},
                                             {"difference_unit", 30},
                                             {"kind", 34},
                                             {"definition", 90},
                                             {"observed_by", 40}}};
    for (const auto& head : heads)
        sheet.columns.push_back(columnOf(content, head.id, head.width));
    const auto column = said(content, Message("export.term_column")), series = said(content, Message("export.term_series"));
    for (const auto& head : dataHeads)
        sheet.rows.push_back({column, std::string(head.id), said(content, Message::ofFamily("export_column", head.id)), std::string(),
                              std::string(), std::string(), std::string(), said(content, Message::ofFamily("export_definition", head.id)),
                              std::string()});
    for (const auto row : content.table.series) {
        const auto& about = catalogue.series[row];
        sheet.rows.push_back({series, about.id, about.name, catalogue.sectors[about.sector].name,
                              said(content, words::displayUnit(about).name()), said(content, words::differenceUnit(about).name()),
                              kindOf(content, about.kind), about.description, observersOf(content, about)});
    }
    return sheet;
}

/// Sources that observed one of the exported series first, then those of inputs and laws, each in the order of the data book.
Sheet sourcesSheet(const ExportContent& content)
{
    const auto& catalogue = content.engine.catalogue();
    Sheet sheet{.name = said(content, Message("export.sheet_sources")), .columns = {}, .rows = {}};
    constexpr std::array<DataHead, 9> heads{{{"id", 18},
                                             {"authors", 34},
                                             {"title", 60},
                                             {"publisher", 26},
                                             {"date", 12},
                                             {"url", 50},
                                             {"how_seen", 16},
                                             {"observed_series", 40},
                                             {"note", 40}}};
    for (const auto& head : heads)
        sheet.columns.push_back(columnOf(content, head.id, head.width));
    std::vector<std::vector<SheetCell>> others;
    for (const auto& source : catalogue.sources) {
        MessageList observed{{}, MessageList::Joint::Semicolon};
        for (const auto row : content.table.series)
            if (std::ranges::any_of(catalogue.observations,
                                    [&](const Observation& o) { return o.source == source.id && o.series == catalogue.series[row].id; }))
                observed.items.emplace_back(catalogue.series[row].id);
        (observed.items.empty() ? others : sheet.rows)
            .push_back({source.id, source.authors, source.title, source.publisher, source.date, source.url, source.howSeen,
                        said(content, observed), source.note});
    }
    sheet.rows.insert(sheet.rows.end(), others.begin(), others.end());
    return sheet;
}

} // namespace chokepoint::exported
