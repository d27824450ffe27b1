// Loads the short lists that the other tables point into: units, groups of measures, actors, sectors; and what the first page offers.
#include "facts/Loaders.h"

#include "numbers/DecimalText.h"

namespace chokepoint::facts {
namespace {

using numbers::DecimalText;

constexpr std::array<std::string_view, 6> colours{"blue", "vermillion", "green", "purple", "orange", "sky"}; // in the order of ColourClass

void loadUnits(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 8> columns{"unit",       "words",       "scale",       "change",
                                                      "difference", "small_words", "small_scale", "input_words"};
    constexpr std::array<std::string_view, 2> changes{"per cent", "points"};
    const CsvTable table(folder / "units.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        DataUnit unit;
        unit.id = table.required(row, "unit");
        if (!numbers::isWording(unit.id))
            table.fail(row, "unit", Message("data_fault.unknown_unit", {{"unit", unit.id}}));
        unit.words = table.field(row, "words");
        unit.scale = DecimalText::toDouble(table.number(row, "scale"));
        unit.isInPoints = enumOf<int>(table, row, "change", changes) == 1;
        unit.difference = table.field(row, "difference");
        unit.smallWords = table.field(row, "small_words");
        if (!unit.smallWords.empty())
            unit.smallScale = DecimalText::toDouble(table.number(row, "small_scale"));
        if (unit.scale <= 0 || (!unit.smallWords.empty() && unit.smallScale <= unit.scale))
            table.fail(row, unit.scale <= 0 ? "scale" : "small_scale", Message("data_fault.wrong_scales"));
        unit.inputWords = table.field(row, "input_words");
        catalogue.units.push_back(std::move(unit));
    }
}

void loadGroups(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 4> columns{"id", "name", "side", "at_table_only"};
    constexpr std::array<std::string_view, 2> sides{"own", "others"};
    const CsvTable table(folder / "groups.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows())
        catalogue.groups.push_back({table.required(row, "id"), table.required(row, "name"), enumOf<int>(table, row, "side", sides) == 1,
                                    isYes(table, row, "at_table_only")});
}

void loadActors(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 3> columns{"id", "name", "whole"};
    const CsvTable table(folder / "actors.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows())
        catalogue.actors.push_back({table.required(row, "id"), table.required(row, "name"), table.required(row, "whole")});
}

void loadSectors(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 4> columns{"id", "name", "colour", "identity"};
    constexpr std::array<std::string_view, 3> identities{"none", "compute", "entrants"}; // in the order of SectorIdentity
    const CsvTable table(folder / "sectors.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        Sector sector;
        sector.id = table.required(row, "id");
        sector.name = table.required(row, "name");
        sector.colour = enumOf<ColourClass>(table, row, "colour", colours);
        sector.identity = enumOf<SectorIdentity>(table, row, "identity", identities);
        catalogue.sectors.push_back(std::move(sector));
    }
}

} // namespace

void failTable(const std::string& file, Message fault)
{
    throw InputError(Refusal("data_table", {{"fault", std::move(fault)}}, {.file = file}));
}

std::size_t measureRow(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue)
{
    return placeIn(catalogue.measures, "measures.csv", table, row, "measure");
}

bool isYes(const CsvTable& table, const CsvRow& row, std::string_view column)
{
    constexpr std::array<std::string_view, 2> truths{"no", "yes"};
    return enumOf<int>(table, row, column, truths) == 1;
}

DataUnit unitOf(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue, const numbers::Unit& inEquations)
{
    const auto& unit = catalogue.units[placeIn(catalogue.units, "units.csv", table, row, "unit")];
    if (!numbers::wordingStandsFor(unit.id, inEquations))
        table.fail(row, "unit", Message("data_fault.other_unit", {{"unit", numbers::describe(inEquations)}}));
    return unit;
}

void loadLists(const std::filesystem::path& folder, Catalogue& catalogue)
{
    loadUnits(folder, catalogue);
    loadGroups(folder, catalogue);
    loadActors(folder, catalogue);
    loadSectors(folder, catalogue);
}

ColourClass colourOf(const CsvTable& table, const CsvRow& row, const Sector& sector)
{
    return table.field(row, "colour").empty() ? sector.colour : enumOf<ColourClass>(table, row, "colour", colours);
}

void loadStartPage(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 5> columns{"place", "series", "companions", "strip", "side"};
    constexpr std::array<std::string_view, 2> sides{"china", "allies"}; // in the order of CardSide
    const CsvTable table(folder / "start_page.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        placeIn(catalogue.series, "series.csv", table, row, "series");
        StartPlace place{row.fields[1], splitList(table.field(row, "companions")), false};
        for (const auto& id : place.companions)
            if (const auto at = catalogue.findSeries(id); !at || catalogue.series[*at].kind == SeriesKind::Category)
                table.fail(row, "companions", Message("data_fault.no_chart_series", {{"series", id}}));
        const bool isChart = row.fields[0].starts_with("chart "), isCard = row.fields[0].starts_with("card ");
        if (!isChart && !isCard)
            table.fail(row, "place", Message("data_fault.wrong_start_place"));
        if (isChart)
            place.hasStrip = isYes(table, row, "strip");
        else if (!place.companions.empty() || !table.field(row, "strip").empty())
            table.fail(row, "companions", Message("data_fault.card_with_companions"));
        else
            place.side = enumOf<CardSide>(table, row, "side", sides);
        (isChart ? catalogue.charts : catalogue.cards).push_back(std::move(place));
    }
}

void loadSeriesMenu(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 2> columns{"place", "id"};
    constexpr std::array<std::string_view, 3> places{"headline", "sector", "total"};
    enum class MenuPlace { Headline, Sector, Total };
    const CsvTable table(folder / "series_menu.csv", columns);
    table.refuseDoubles(columns);
    for (const auto& row : table.rows()) {
        const auto place = enumOf<MenuPlace>(table, row, "place", places);
        if (place == MenuPlace::Sector) {
            catalogue.menuSectors.push_back(placeIn(catalogue.sectors, "sectors.csv", table, row, "id"));
            continue;
        }
        const auto series = placeIn(catalogue.series, "series.csv", table, row, "id");
        if (catalogue.series[series].kind == SeriesKind::Category)
            table.fail(row, "id", Message("data_fault.no_chart_series", {{"series", row.fields[1]}}));
        (place == MenuPlace::Headline ? catalogue.headlines : catalogue.totals).push_back(series);
    }
    for (const auto& sector : catalogue.sectors)
        if (std::ranges::none_of(catalogue.menuSectors, [&](std::size_t at) { return catalogue.sectors[at].id == sector.id; }))
            failTable("series_menu.csv", Message("data_fault.not_in_table", {{"table", "series_menu.csv"}, {"id", sector.id}}));
}

void loadStartPresets(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 2> columns{"preset", "words"};
    const CsvTable table(folder / "start_presets.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        if (!catalogue.findPreset(table.required(row, "preset")))
            table.fail(row, "preset", Message("data_fault.unknown_preset", {{"preset", row.fields[0]}}));
        catalogue.startPresets.push_back({row.fields[0], table.field(row, "words")});
    }
}

} // namespace chokepoint::facts

namespace chokepoint {

std::vector<std::size_t> Catalogue::seriesInMenu(std::size_t sector) const
{
    std::vector<std::size_t> result;
    for (const auto at : totals)
        if (series[at].sector == sector)
            result.push_back(at);
    for (std::size_t at = 0; at < series.size(); ++at)
        if (series[at].sector == sector && series[at].kind != SeriesKind::Category && std::ranges::find(totals, at) == totals.end())
            result.push_back(at);
    return result;
}

std::pair<double, double> allowedRange(const Parameter& parameter)
{
    using numbers::DecimalText;
    const double reach = parameter.distribution == Distribution::Lognormal ? lognormalReach : 1;
    return {DecimalText::toDouble(parameter.low) / reach, DecimalText::toDouble(parameter.high) * reach};
}

} // namespace chokepoint
