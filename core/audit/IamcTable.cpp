// Reads the wide form (a column a year) and the long form (columns year and value) of the IAMC format.
#include "audit/IamcTable.h"

#include "api/Catalogue.h"
#include "api/DataExport.h"
#include "api/Engine.h"
#include "api/Language.h"
#include "api/UnitWords.h"
#include "facts/Csv.h"
#include "facts/NearestIds.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace chokepoint::audit {
namespace {

using facts::shortened;

constexpr std::array<std::string_view, 5> iamcColumns{"model", "scenario", "region", "variable", "unit"};
enum IamcColumn : std::size_t { Model, ScenarioName, Region, Variable, Unit };
constexpr std::string_view lowEnd = "|10.0th Percentile", highEnd = "|90.0th Percentile";

std::string lower(std::string_view text)
{
    std::string lowered(text);
    for (char& c : lowered)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lowered;
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

/// The fields of a line; nothing when a quotation mark is not closed or stands within a field.
std::optional<std::vector<std::string>> fieldsOf(std::string_view line)
{
    std::vector<std::string> fields(1);
    bool isQuoted = false, wasQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isQuoted) {
            if (c != '"')
                fields.back() += c;
            else if (i + 1 < line.size() && line[i + 1] == '"')
                fields.back() += line[++i];
            else {
                isQuoted = false;
                wasQuoted = true;
            }
        } else if (c == ',') {
            fields.emplace_back();
            wasQuoted = false;
        } else if (c == '"') {
            if (wasQuoted || !trimmed(fields.back()).empty())
                return std::nullopt;
            isQuoted = true;
        } else if (wasQuoted && c != ' ' && c != '\r')
            return std::nullopt;
        else if (!wasQuoted)
            fields.back() += c;
    }
    if (isQuoted)
        return std::nullopt;
    for (auto& field : fields)
        field = trimmed(field);
    return fields;
}

struct Line {
    std::size_t number = 0; ///< from 1
    std::string_view text;
};

/// Without empty lines and comments.
std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    if (constexpr std::string_view mark = "\xef\xbb\xbf"; text.starts_with(mark))
        text.remove_prefix(mark.size());
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        if (const auto content = trimmed(line); !content.empty() && content.front() != '#')
            lines.push_back({number, line});
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

std::optional<int> yearNamed(const std::string& text)
{
    const bool isYear = text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return isYear ? std::optional((text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0')) : std::nullopt;
}

class IamcReader {
public:
    IamcReader(const Engine& engine, const Language& language, std::string place)
        : m_catalogue(engine.catalogue()), m_language(language), m_place(std::move(place))
    {}

    std::vector<PersonalFact> read(const std::string& text)
    {
        if (const auto at = text.find('\0'); at != std::string::npos)
            throw InputError(Refusal("table_is_no_text", {.file = m_place}));
        const auto lines = linesOf(text);
        readHead(lines.front());
        for (std::size_t i = 1; i < lines.size(); ++i)
            readRow(lines[i]);
        for (auto& [key, fact] : m_facts)
            addRange(key, fact);
        if (m_order.empty())
            throw InputError(Refusal("facts_none", {.file = m_place}));
        std::vector<PersonalFact> facts;
        for (const auto& key : m_order)
            facts.push_back(m_facts.at(key));
        return facts;
    }

private:
    /// Series by place, model, scenario, region, year.
    using Key = std::tuple<std::size_t, std::string, std::string, std::string, int>;
    /// The same of an end of a range: true for the upper.
    using EndKey = std::pair<Key, bool>;

    Place placeOf(std::size_t line, const std::string& column) const { return {.file = m_place, .line = line, .field = column}; }

    void readHead(const Line& line)
    {
        const auto fields = fieldsOf(line.text);
        if (!fields)
            throw InputError(Refusal("table_row_malformed", placeOf(line.number, {})));
        m_columns.assign(iamcColumns.size(), fields->size());
        for (std::size_t i = 0; i < fields->size(); ++i) {
            const auto name = lower((*fields)[i]);
            if (const auto at = std::ranges::find(iamcColumns, name); at != iamcColumns.end())
                m_columns[static_cast<std::size_t>(at - iamcColumns.begin())] = i;
            else if (const auto year = yearNamed(name))
                m_years.emplace_back(i, *year);
            else if (name == "year")
                m_year = i;
            else if (name == "value")
                m_value = i;
            else
                throw InputError(Refusal("table_unknown_column", {{"column", shortened(name)}, {"columns", namedColumns()}},
                                         placeOf(line.number, shortened(name))));
        }
        for (std::size_t i = 0; i < iamcColumns.size(); ++i)
            if (m_columns[i] == fields->size())
                throw InputError(Refusal("table_lacks_column", {{"column", iamcColumns[i]}, {"columns", namedColumns()}},
                                         placeOf(line.number, std::string(iamcColumns[i]))));
        m_width = fields->size();
    }

    static MessageList namedColumns() { return {std::vector<MessageValue>(iamcColumns.begin(), iamcColumns.end())}; }

    void readRow(const Line& line)
    {
        const auto fields = fieldsOf(line.text);
        if (!fields || fields->size() != m_width)
            throw InputError(Refusal("table_row_malformed", placeOf(line.number, {})));
        if (m_year && m_value)
            readValue(*fields, line.number, (*fields)[*m_year], (*fields)[*m_value], "value");
        for (const auto& [column, year] : m_years)
            readValue(*fields, line.number, std::to_string(year), (*fields)[column], std::to_string(year));
    }

    void readValue(const std::vector<std::string>& fields, std::size_t line, const std::string& yearText, const std::string& text,
                   const std::string& column)
    {
        const auto row = seriesOf(fields[m_columns[Variable]], line);
        requireUnit(m_catalogue.series[row], fields[m_columns[Unit]], line);
        const auto year = yearNamed(yearText);
        if (!year)
            throw InputError(Refusal("fact_not_a_period", {{"text", shortened(yearText)}}, placeOf(line, "year")));
        if (text.empty() || *year < firstYear || *year > lastYear)
            return;
        const auto number = numbers::DecimalText::parse(text);
        if (!number)
            throw InputError(Refusal("fact_not_a_number", {{"text", shortened(text)}}, placeOf(line, column)));
        if (std::fabs(*number) > largestValue)
            throw InputError(Refusal("fact_too_large", {{"text", shortened(text)}}, placeOf(line, column)));
        const std::string_view variable = fields[m_columns[Variable]];
        const Key key{row, fields[m_columns[Model]], fields[m_columns[ScenarioName]], fields[m_columns[Region]], *year};
        const bool isHigh = variable.ends_with(highEnd), isEnd = isHigh || variable.ends_with(lowEnd);
        if (const auto [seen, isNew] = m_seen.emplace(std::pair(key, isEnd ? 1 + isHigh : 0), line); !isNew)
            throw InputError(Refusal("fact_doubled", {{"series", m_catalogue.series[row].id}, {"period", yearText}, {"line", seen->second}},
                                     placeOf(line, column)));
        if (isEnd) {
            m_ends[{key, isHigh}] = *number;
            return;
        }
        if (m_order.size() == mostFacts)
            throw InputError(Refusal("table_too_long", {{"most", mostFacts}}, placeOf(line, {})));
        m_order.push_back(key);
        auto& fact = m_facts[key];
        fact.series = m_catalogue.series[row].id;
        fact.period = yearText;
        fact.begin = *year;
        fact.end = *year + 1;
        fact.value = *number;
        fact.source = m_language.text(MessageList{{std::get<1>(key), std::get<2>(key)}, MessageList::Joint::Comma});
        if (fact.source.size() > longestSource)
            throw InputError(
                Refusal("fact_source_too_long", {{"most", longestSource}}, placeOf(line, std::string(iamcColumns[ScenarioName]))));
    }

    /// A range that does not hold its value says something else and is left out.
    void addRange(const Key& key, PersonalFact& fact) const
    {
        const auto low = m_ends.find({key, false}), high = m_ends.find({key, true});
        if (low != m_ends.end() && low->second <= fact.value)
            fact.low = low->second;
        if (high != m_ends.end() && high->second >= fact.value)
            fact.high = high->second;
    }

    std::size_t seriesOf(std::string_view variable, std::size_t line) const
    {
        for (const auto end : {lowEnd, highEnd})
            if (variable.ends_with(end))
                variable.remove_suffix(end.size());
        std::vector<std::string> names;
        for (std::size_t row = 0; row < m_catalogue.series.size(); ++row) {
            const auto& series = m_catalogue.series[row];
            if (series.kind == SeriesKind::Category)
                continue;
            if (variable == series.id || variable == series.name || variable == iamcVariable(m_catalogue, row))
                return row;
            names.push_back(iamcVariable(m_catalogue, row));
        }
        const auto nearest = facts::nearestIds(std::string(variable), names, idsOffered);
        throw InputError(
            Refusal("fact_unknown_series",
                    {{"id", shortened(std::string(variable))},
                     {"nearest", MessageList{std::vector<MessageValue>(nearest.begin(), nearest.end()), MessageList::Joint::Or}}},
                    placeOf(line, "variable")));
    }

    void requireUnit(const Series& series, const std::string& unit, std::size_t line) const
    {
        const auto shown = m_language.text(words::displayUnit(series).name());
        if (lower(unit) != lower(shown))
            throw InputError(Refusal("iamc_other_unit", {{"unit", shortened(unit)}, {"series", series.noun}, {"expected", shown}},
                                     placeOf(line, "unit")));
    }

    const Catalogue& m_catalogue;
    const Language& m_language;
    std::string m_place;
    std::vector<std::size_t> m_columns; ///< where the required ones stand
    std::vector<std::pair<std::size_t, int>> m_years;
    std::optional<std::size_t> m_year, m_value;
    std::size_t m_width = 0;
    std::map<Key, PersonalFact> m_facts;
    std::map<EndKey, double> m_ends;
    std::map<std::pair<Key, int>, std::size_t> m_seen; ///< the line, by what is said
    std::vector<Key> m_order;
};

} // namespace

bool isIamcTable(std::string_view text)
{
    const auto lines = linesOf(text);
    const auto fields = lines.empty() ? std::nullopt : fieldsOf(lines.front().text);
    return fields && std::ranges::all_of(std::array<std::string_view, 3>{"model", "scenario", "variable"}, [&](std::string_view name) {
               return std::ranges::any_of(*fields, [&](const std::string& field) { return lower(field) == name; });
           });
}

std::vector<PersonalFact> iamcFacts(const Engine& engine, const Language& language, const std::string& text, const std::string& place)
{
    return IamcReader(engine, language, place).read(text);
}

} // namespace chokepoint::audit
