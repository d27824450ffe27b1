// Reads facts of a person's own, and refuses with line and column what cannot be meant.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/PersonalFacts.h"
#include "api/ScenarioText.h"
#include "audit/IamcTable.h"
#include "facts/Csv.h"
#include "facts/NearestIds.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace chokepoint {
namespace {

using facts::CsvRow, facts::shortened;

constexpr std::array<std::string_view, 3> requiredColumns{"series", "period", "value"};
constexpr std::array<std::string_view, 6> optionalColumns{"low", "high", "class", "source", "scenario", "baseline"};
enum FactColumn : std::size_t { SeriesId, PeriodText, Value, Low, High, Class, SourceWords, ScenarioName, BaselineName };

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int wholeNumber(std::string_view digits)
{
    int number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return number;
}

/// Begin and end of "2026", "2026Q2", "2025-12" (the quarter that holds the month) or "end-2026", in years, wherever they lie.
std::optional<std::pair<double, double>> periodFrom(std::string_view text)
{
    const bool isDate = text.starts_with("end-");
    const auto digits = text.substr(isDate ? 4 : 0, 4), rest = text.substr(std::min(text.size(), isDate ? std::size_t{8} : std::size_t{4}));
    if (digits.size() != 4 || !isNumber(digits))
        return std::nullopt;
    const double year = wholeNumber(digits);
    if (rest.empty())
        return isDate ? std::pair(year + 1, year + 1) : std::pair(year, year + 1);
    const auto quarter = [&](int ofYear) { return std::pair(year + (ofYear - 1) / 4.0, year + ofYear / 4.0); };
    if (!isDate && rest.size() == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4')
        return quarter(rest[1] - '0');
    if (!isDate && rest.size() == 3 && rest[0] == '-' && isNumber(rest.substr(1)))
        if (const int month = wholeNumber(rest.substr(1)); month >= 1 && month <= 12)
            return quarter((month + 2) / 3);
    return std::nullopt;
}

MessageList offered(std::string_view typed, const std::vector<std::string>& ids)
{
    const auto nearest = facts::nearestIds(typed, ids, audit::idsOffered);
    return {std::vector<MessageValue>(nearest.begin(), nearest.end()), MessageList::Joint::Or};
}

template <class Things> std::vector<std::string> idsOf(const Things& things)
{
    std::vector<std::string> ids;
    for (const auto& thing : things)
        ids.push_back(thing.id);
    return ids;
}

class FactsReader {
public:
    FactsReader(const Engine& engine, std::string place, std::filesystem::path folder)
        : m_engine(engine), m_catalogue(engine.catalogue()), m_place(std::move(place)), m_folder(std::move(folder))
    {
    }

    std::vector<PersonalFact> read(const std::string& text)
    {
        std::vector<PersonalFact> facts;
        std::map<std::tuple<std::string, double, double, std::string, std::string, std::string>, int> seen;
        for (const auto& row : facts::rowsOfPeople(text, m_place, requiredColumns, optionalColumns, mostFacts)) {
            facts.push_back(factOf(row));
            const auto& fact = facts.back();
            const auto [earlier, isNew] = seen.emplace(
                std::tuple(fact.series, fact.begin, fact.end, fact.source, row.fields[ScenarioName], row.fields[BaselineName]), row.line);
            if (!isNew)
                throw InputError(Refusal("fact_doubled", {{"series", fact.series}, {"period", fact.period}, {"line", earlier->second}},
                                         placeOf(row, SeriesId)));
        }
        if (facts.empty())
            throw InputError(Refusal("facts_none", {.file = m_place}));
        return facts;
    }

private:
    Place placeOf(const CsvRow& row, FactColumn column) const
    {
        const auto name = column < requiredColumns.size() ? requiredColumns[column] : optionalColumns[column - requiredColumns.size()];
        return {.file = m_place, .line = static_cast<std::size_t>(row.line), .field = std::string(name)};
    }

    PersonalFact factOf(const CsvRow& row)
    {
        const auto& series = seriesOf(row);
        PersonalFact fact;
        fact.series = series.id;
        fact.period = row.fields[PeriodText];
        std::tie(fact.begin, fact.end) = periodOf(row);
        fact.value = requiredNumber(row, Value);
        fact.low = number(row, Low);
        fact.high = number(row, High);
        if (fact.low && *fact.low > fact.value)
            throw InputError(Refusal("fact_low_above_value", {{"low", row.fields[Low]}, {"value", row.fields[Value]}}, placeOf(row, Low)));
        if (fact.high && *fact.high < fact.value)
            throw InputError(
                Refusal("fact_high_below_value", {{"high", row.fields[High]}, {"value", row.fields[Value]}}, placeOf(row, High)));
        fact.discrepancy = classOf(row, series);
        fact.source = row.fields[SourceWords];
        if (fact.source.size() > audit::longestSource)
            throw InputError(Refusal("fact_source_too_long", {{"most", audit::longestSource}}, placeOf(row, SourceWords)));
        if (!row.fields[ScenarioName].empty())
            fact.packages.push_back(packageOf(row, ScenarioName));
        if (!row.fields[BaselineName].empty()) {
            if (fact.packages.empty())
                throw InputError(Refusal("fact_without_scenario", placeOf(row, BaselineName)));
            fact.packages.push_back(packageOf(row, BaselineName));
        }
        return fact;
    }

    const Series& seriesOf(const CsvRow& row) const
    {
        const auto& id = row.fields[SeriesId];
        const auto place = m_catalogue.findSeries(id);
        if (!place)
            throw InputError(Refusal("fact_unknown_series", {{"id", shortened(id)}, {"nearest", offered(id, idsOf(m_catalogue.series))}},
                                     placeOf(row, SeriesId)));
        const auto& series = m_catalogue.series[*place];
        if (series.kind == SeriesKind::Category)
            throw InputError(Refusal("series_is_category", {{"series", series.name}}, placeOf(row, SeriesId)));
        return series;
    }

    std::pair<double, double> periodOf(const CsvRow& row) const
    {
        const auto& text = row.fields[PeriodText];
        const auto period = periodFrom(text);
        if (!period)
            throw InputError(Refusal("fact_not_a_period", {{"text", shortened(text)}}, placeOf(row, PeriodText)));
        const auto [begin, end] = *period;
        if (begin < firstYear || end > lastYear + 1 || end == firstYear) // the end of 2021 is of 2021
            throw InputError(Refusal("fact_out_of_time", {{"period", text}, {"fromYear", firstYear}, {"toYear", lastYear}},
                                     placeOf(row, PeriodText)));
        return *period;
    }

    std::optional<double> number(const CsvRow& row, FactColumn column) const
    {
        if (row.fields[column].empty())
            return std::nullopt;
        return requiredNumber(row, column);
    }

    double requiredNumber(const CsvRow& row, FactColumn column) const
    {
        const auto& text = row.fields[column];
        const auto number = numbers::DecimalText::parse(text);
        if (!number)
            throw InputError(Refusal("fact_not_a_number", {{"text", shortened(text)}}, placeOf(row, column)));
        if (std::fabs(*number) > audit::largestValue)
            throw InputError(Refusal("fact_too_large", {{"text", text}}, placeOf(row, column)));
        return *number;
    }

    std::string classOf(const CsvRow& row, const Series& series) const
    {
        const auto& id = row.fields[Class];
        if (id.empty())
            return id;
        const auto found = std::ranges::find(m_catalogue.discrepancies, id, &Discrepancy::id);
        if (found == m_catalogue.discrepancies.end()) {
            const auto ids = idsOf(m_catalogue.discrepancies);
            throw InputError(Refusal("fact_unknown_class",
                                     {{"id", shortened(id)}, {"classes", MessageList{std::vector<MessageValue>(ids.begin(), ids.end())}}},
                                     placeOf(row, Class)));
        }
        if (found->isOnLogit && series.kind != SeriesKind::Share)
            throw InputError(Refusal("fact_class_of_shares", {{"id", id}, {"series", series.name}}, placeOf(row, Class)));
        return id;
    }

    Scenario packageOf(const CsvRow& row, FactColumn column)
    {
        const auto& name = row.fields[column];
        if (const auto preset = m_catalogue.findPreset(name))
            return m_catalogue.presets[*preset];
        if (const auto known = m_files.find(name); known != m_files.end())
            return known->second;
        const auto file = m_folder / name;
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error))
            throw InputError(Refusal("fact_unknown_package",
                                     {{"name", shortened(name)}, {"nearest", offered(name, idsOf(m_catalogue.presets))}},
                                     placeOf(row, column)));
        if (m_files.size() == mostFactPackages)
            throw InputError(Refusal("facts_of_many_packages", {{"most", mostFactPackages}}, placeOf(row, column)));
        return m_files.emplace(name, checkedScenarioFile(m_engine, file)).first->second;
    }

    const Engine& m_engine;
    const Catalogue& m_catalogue;
    std::string m_place;
    std::filesystem::path m_folder;
    std::map<std::string, Scenario> m_files; ///< by the name in the table
};

} // namespace

std::vector<PersonalFact> readFacts(const Engine& engine, const Language& language, const std::string& text, const std::string& place,
                                    const std::filesystem::path& folder)
{
    if (audit::isIamcTable(text))
        return audit::iamcFacts(engine, language, text, place);
    return FactsReader(engine, place, folder).read(text);
}

std::vector<PersonalFact> readFactsFile(const Engine& engine, const Language& language, const std::filesystem::path& file)
{
    return readFacts(engine, language, readTextFile(file, largestFactsFile), file.string(), file.parent_path());
}

} // namespace chokepoint
