// Loads the observations and stands those that belong to a series beside it: scale, period and place on the time axis.
#include "facts/Loaders.h"

#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace chokepoint::facts {
namespace {

using numbers::DecimalText;
struct Period {
    double begin = 0, end = 0;
    bool isQuarter = false;
};

bool allDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int toInt(std::string_view text)
{
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

/// "2024", "2024Q3", "FY2025" (ending January: covers calendar 2024), "FY2025Q2", "2024-09", "2022/23"; nothing for others.
std::optional<Period> parsePeriod(std::string_view text)
{
    const bool isFiscal = text.starts_with("FY");
    if (isFiscal)
        text.remove_prefix(2);
    if (text.size() < 4 || !allDigits(text.substr(0, 4)))
        return std::nullopt;
    const double year = toInt(text.substr(0, 4)) - (isFiscal ? 1 : 0);
    const auto rest = text.substr(4);
    if (rest.empty())
        return Period{year, year + 1, false};
    if (rest.size() == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4') {
        const double begin = year + (rest[1] - '1') * 0.25;
        return Period{begin, begin + 0.25, true};
    }
    if (isFiscal || rest.size() != 3 || !allDigits(rest.substr(1)))
        return std::nullopt;
    if (rest[0] == '-' && toInt(rest.substr(1)) >= 1 && toInt(rest.substr(1)) <= 12) {
        const double end = year + toInt(rest.substr(1)) / 12.0;
        return Period{end, end, false};
    }
    if (rest[0] == '/')
        return Period{year + 0.5, year + 1.5, false}; // an academic year: Q3 to Q2
    return std::nullopt;
}

/// True when the text holds the word with no letter on either side of it.
/// Whether a note has a word, which may begin with a capital.
bool hasWord(std::string_view text, std::string_view word)
{
    const auto isLetter = [&](std::size_t at) { return at < text.size() && ((text[at] | 32) >= 'a' && (text[at] | 32) <= 'z'); };
    const auto rest = word.substr(1);
    for (auto at = text.find(rest, 1); at != std::string_view::npos; at = text.find(rest, at + 1))
        if ((text[at - 1] | 32) == word.front() && !isLetter(at - 2) && !isLetter(at + rest.size()))
            return true;
    return false;
}

struct Mapping {
    std::size_t series;
    std::string observation;
    double scale;
};

std::vector<Mapping> loadMap(const std::filesystem::path& folder, const Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 5> columns{"series", "observation", "how", "scale", "note"};
    constexpr std::array<std::string_view, 4> rules{"fiscal year ending January; year y+1 covers calendar y", "calendar mean",
                                                    "end of month", "academic year: mean of Q3 to Q2"};
    const CsvTable table(folder / "observation_map.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    std::vector<Mapping> map;
    for (const auto& row : table.rows()) {
        const auto series = placeIn(catalogue.series, "series.csv", table, row, "series");
        table.oneOf(row, "how", rules);
        map.push_back({series, table.required(row, "observation"), DecimalText::toDouble(table.number(row, "scale"))});
    }
    return map;
}

/// How a unit of observations.csv is said.
struct RecordedUnit {
    std::string id, words;
    double scale = 1;
};

std::vector<RecordedUnit> loadRecordedUnits(const std::filesystem::path& folder)
{
    constexpr std::array<std::string_view, 3> columns{"unit", "words", "scale"};
    const CsvTable table(folder / "observation_units.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    std::vector<RecordedUnit> units;
    for (const auto& row : table.rows())
        units.push_back({table.required(row, "unit"), table.required(row, "words"), DecimalText::toDouble(table.number(row, "scale"))});
    return units;
}

std::map<std::string, std::string> loadRecordedNames(const std::filesystem::path& folder)
{
    constexpr std::array<std::string_view, 2> columns{"id", "name"};
    const CsvTable table(folder / "observation_names.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    std::map<std::string, std::string> names;
    for (const auto& row : table.rows())
        names.emplace(table.required(row, "id"), table.required(row, "name"));
    return names;
}

/// True for a forecast, a plan or a target, and for what lies ahead of the record.
bool isExpectation(const std::optional<Period>& period, std::string_view note)
{
    // the end of 2025 is of 2025
    const bool isLater = period && (period->begin == period->end ? period->begin > 2026 : period->begin >= 2026);
    return isLater || hasWord(note, "forecast") || hasWord(note, "plan") || hasWord(note, "target");
}

/// A row of observations.csv as it is printed there, without the series beside which it stands.
RecordedFigure recordedIn(const CsvTable& table, const CsvRow& row, const std::map<std::string, std::string>& names,
                          const std::vector<RecordedUnit>& units)
{
    const auto name = names.find(table.required(row, "series_id"));
    if (name == names.end())
        table.fail(row, "series_id", Message("data_fault.not_in_table", {{"table", "observation_names.csv"}, {"id", row.fields[1]}}));
    const auto unit = std::ranges::find(units, table.required(row, "unit"), &RecordedUnit::id);
    if (unit == units.end())
        table.fail(row, "unit", Message("data_fault.not_in_table", {{"table", "observation_units.csv"}, {"id", row.fields[4]}}));
    RecordedFigure figure{name->first, name->second, table.required(row, "period"), {}, table.number(row, "value"), table.field(row, "low"),
                          table.field(row, "high"), unit->words, unit->scale, false, table.required(row, "source_id"),
                          gradeOf(table, row, "grade"), table.field(row, "note"), {}};
    const auto period = parsePeriod(figure.period);
    figure.isExpectation = isExpectation(period, figure.note);
    if (period && !figure.period.starts_with("FY")) // fiscal years end in January for some makers and not for others
        figure.span = std::pair(period->begin, period->end);
    return figure;
}

} // namespace

void loadObservations(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 10> columns{"domain", "series_id", "period",    "value", "unit",
                                                       "low",    "high",      "source_id", "grade", "note"};
    const auto map = loadMap(folder, catalogue);
    const auto names = loadRecordedNames(folder);
    const auto units = loadRecordedUnits(folder);
    const CsvTable table(folder / "observations.csv", columns);
    for (const auto& row : table.rows()) {
        auto& recorded = catalogue.recorded.emplace_back(recordedIn(table, row, names, units));
        const double value = DecimalText::toDouble(table.number(row, "value"));
        const auto low = table.optionalNumber(row, "low"), high = table.optionalNumber(row, "high");
        const auto& source = table.required(row, "source_id");
        requireSources(table, row, "source_id", {source}, catalogue);
        const auto grade = gradeOf(table, row, "grade");
        const auto& note = table.field(row, "note");
        for (const auto& mapping : map) {
            if (mapping.observation != row.fields[1])
                continue;
            const auto period = parsePeriod(table.required(row, "period"));
            if (!period)
                table.fail(row, "period", Message("data_fault.wrong_period", {{"period", row.fields[2]}}));
            const auto& series = catalogue.series[mapping.series];
            // an amount of one quarter stands beside a yearly rate
            const double scale = mapping.scale * (period->isQuarter && series.kind == SeriesKind::Rate ? 4 : 1);
            const auto scaled = [&](const std::optional<double>& x) { return x ? std::optional(*x * scale) : std::nullopt; };
            recorded.series.push_back(mapping.series);
            catalogue.observations.push_back({series.id, mapping.observation, period->begin, period->end,
                                              (period->begin + period->end) / 2, value * scale, scaled(low), scaled(high),
                                              recorded.isExpectation,
                                              source, grade, note});
        }
    }
    for (const auto& mapping : map)
        if (std::ranges::none_of(table.rows(), [&](const CsvRow& row) { return row.fields[1] == mapping.observation; }))
            failTable("observation_map.csv",
                      Message("data_fault.not_in_table", {{"table", "observations.csv"}, {"id", mapping.observation}}));
}

void loadEvents(const std::filesystem::path& folder, Catalogue& catalogue)
{
    constexpr std::array<std::string_view, 8> columns{"id", "date", "kind", "event", "actor", "measure_id", "source_id", "grade"};
    constexpr std::array<std::string_view, 2> kinds{"happened", "due"}; // in the order of EventKind
    const CsvTable table(folder / "timeline.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        const auto& date = table.required(row, "date"); // 2025-04-09, 2025-04 or 2025
        const std::string_view text = date;
        const auto part = [&](std::size_t at, std::size_t size) {
            return text.size() >= at + size ? text.substr(at, size) : std::string_view{};
        };
        const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
        if (!allDigits(year) || (!month.empty() && !allDigits(month)) || (!day.empty() && !allDigits(day)))
            table.fail(row, "date", Message("data_fault.no_date", {{"date", date}}));
        const double time =
            toInt(year) + (month.empty() ? 0.5 : (toInt(month) - 1) / 12.0) + (day.empty() ? 0.0 : (toInt(day) - 1) / 365.25);
        const auto measures = splitList(table.field(row, "measure_id"));
        for (const auto& measure : measures)
            if (!catalogue.findMeasure(measure))
                table.fail(row, "measure_id", Message("data_fault.not_in_table", {{"table", "measures.csv"}, {"id", measure}}));
        const auto sources = splitList(table.field(row, "source_id"));
        requireSources(table, row, "source_id", sources, catalogue);
        catalogue.events.push_back({table.required(row, "id"), enumOf<EventKind>(table, row, "kind", kinds), time, date,
                                    table.required(row, "event"), placeIn(catalogue.actors, "actors.csv", table, row, "actor"), measures,
                                    table.field(row, "source_id"), gradeOf(table, row, "grade")});
    }
    std::ranges::stable_sort(catalogue.events, {}, &Event::time);
}

} // namespace chokepoint::facts
