// Reads CSV through the fast-cpp-csv-parser and turns its complaints into messages with file, line and field.
#include "facts/Csv.h"

#include "api/Files.h"
#include "numbers/DecimalText.h"

#include <unistd.h>

#define CSV_IO_NO_THREAD
#include <libfccp/csv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <map>
#include <stdexcept>
#include <utility>

namespace chokepoint::facts {
namespace {

/// What a table is made of; the name is for the parser's complaints.
struct CsvText {
    std::string name, bytes;
};

/// A file of the data book that is missing is a fault of the installation, not of a table.
CsvText textOf(const std::filesystem::path& file, const std::string& name)
{
    constexpr std::uintmax_t mostBytes = 64u << 20;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error) || access(file.c_str(), R_OK) != 0)
        throw InputError(Refusal("data_book_incomplete", {.file = file.string()}));
    std::ifstream stream(file, std::ios::binary);
    return {name, readText(stream, name, mostBytes)};
}

/// Tables of the data book stand as the program wrote them.
struct DataBookManner {
    using Trim = io::trim_chars<>;
    using Comment = io::no_comment;
    static constexpr io::ignore_column ignored = io::ignore_no_column;
};

/// People leave columns out and put blanks, empty lines and remarks in.
struct PeopleManner {
    using Trim = io::trim_chars<' ', '\t'>;
    using Comment = io::single_and_empty_line_comment<'#'>;
    static constexpr io::ignore_column ignored = io::ignore_missing_column;
};

/// What the rows of a table are read into, up to `most`.
struct CsvRows {
    std::vector<CsvRow> rows;
    std::vector<bool> isThere; ///< by column
    std::size_t most = SIZE_MAX;
};

template <class Manner, std::size_t N, std::size_t... I>
void readRows(const CsvText& text, std::span<const std::string_view> columns, CsvRows& read, std::index_sequence<I...>)
{
    const auto* const begin = text.bytes.data();
    io::CSVReader<N, typename Manner::Trim, io::double_quote_escape<',', '"'>, io::throw_on_overflow, typename Manner::Comment> reader(
        text.name, begin, begin + text.bytes.size());
    reader.read_header(Manner::ignored, std::string(columns[I])...);
    read.isThere = {reader.has_column(std::string(columns[I]))...};
    std::array<std::string, N> fields;
    while (read.rows.size() < read.most && reader.read_row(fields[I]...))
        read.rows.push_back({static_cast<int>(reader.get_file_line()), {fields.begin(), fields.end()}});
}

/// The parser wants the number of columns at compile time: one reader for each width that a table of the data book has.
template <class Manner, std::size_t... N>
void readAnyWidth(const CsvText& text, std::span<const std::string_view> columns, CsvRows& read, std::index_sequence<N...>)
{
    const bool known = ((columns.size() == N && (readRows<Manner, N>(text, columns, read, std::make_index_sequence<N>{}), true)) || ...);
    if (!known)
        throw std::logic_error("no reader for tables of " + std::to_string(columns.size()) + " columns");
}
using Widths = std::index_sequence<2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 18, 24>;
using PeopleWidths = std::index_sequence<9>;

/// The parser cuts long names of columns, maybe within a character.
std::string wholeCharacters(std::string text)
{
    while (!text.empty() && (text.back() & 0x80)) {
        const bool isLead = text.back() & 0x40;
        text.pop_back();
        if (isLead)
            break;
    }
    return text;
}

/// Of the first line that is no remark.
std::size_t lineOfHeader(const std::string& text)
{
    std::size_t line = 1, begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto first = text.find_first_not_of(" \t\r", begin);
        if (first < end && text[begin] != '#')
            return line;
        begin = end + 1;
        ++line;
    }
    return 1;
}

} // namespace

CsvTable::CsvTable(const std::filesystem::path& file, std::span<const std::string_view> columns)
    : m_name(file.filename().string()), m_columns(columns.begin(), columns.end())
{
    try {
        CsvRows read;
        readAnyWidth<DataBookManner>(textOf(file, m_name), columns, read, Widths{});
        m_rows = std::move(read.rows);
    } catch (const io::error::missing_column_in_header& e) {
        throw InputError(Refusal("data_table_lacks_column", {.file = m_name, .line = 1, .field = e.column_name}));
    } catch (const io::error::extra_column_in_header& e) {
        throw InputError(Refusal("data_table_unknown_column", {.file = m_name, .line = 1, .field = e.column_name}));
    } catch (const io::error::duplicated_column_in_header& e) {
        throw InputError(Refusal("table_column_twice", {.file = m_name, .line = 1, .field = e.column_name}));
    } catch (const io::error::header_missing&) {
        throw InputError(Refusal("data_table_empty", {.file = m_name, .line = 1}));
    } catch (const io::error::with_file_line& e) {
        throw InputError(Refusal("data_row_malformed", {.file = m_name, .line = static_cast<std::size_t>(e.file_line)}));
    }
}

std::size_t CsvTable::indexOf(std::string_view column) const
{
    return static_cast<std::size_t>(std::ranges::find(m_columns, column) - m_columns.begin());
}

const std::string& CsvTable::field(const CsvRow& row, std::string_view column) const { return row.fields.at(indexOf(column)); }

const std::string& CsvTable::required(const CsvRow& row, std::string_view column) const
{
    const auto& text = field(row, column);
    if (text.empty())
        fail(row, column, Message("data_fault.empty"));
    return text;
}

const std::string& CsvTable::number(const CsvRow& row, std::string_view column) const
{
    const auto& text = required(row, column);
    if (!numbers::DecimalText::parse(text))
        fail(row, column, Message("data_fault.no_number", {{"text", text}}));
    return text;
}

std::optional<double> CsvTable::optionalNumber(const CsvRow& row, std::string_view column) const
{
    if (field(row, column).empty())
        return std::nullopt;
    return numbers::DecimalText::toDouble(number(row, column));
}

const std::string& CsvTable::oneOf(const CsvRow& row, std::string_view column, std::span<const std::string_view> allowed) const
{
    const auto& text = field(row, column);
    if (std::ranges::find(allowed, text) != allowed.end())
        return text;
    MessageList words{{allowed.begin(), allowed.end()}, MessageList::Joint::Comma};
    fail(row, column, Message("data_fault.not_one_of", {{"text", text}, {"allowed", std::move(words)}}));
}

Place CsvTable::placeOf(const CsvRow& row, std::string_view column) const
{
    return {.file = m_name, .line = static_cast<std::size_t>(row.line), .field = std::string(column)};
}

void CsvTable::fail(const CsvRow& row, std::string_view column, Message fault) const
{
    throw InputError(Refusal("data_row", {{"fault", std::move(fault)}}, placeOf(row, column)));
}

void CsvTable::refuseDoubles(std::span<const std::string_view> columns) const
{
    std::map<std::vector<std::string>, int> seen;
    for (const auto& row : m_rows) {
        std::vector<std::string> key;
        for (const auto& column : columns)
            key.push_back(field(row, column));
        const auto [earlier, isNew] = seen.emplace(key, row.line);
        if (!isNew)
            fail(row, columns.front(),
                 Message("data_fault.twice", {{"key", MessageList{{key.begin(), key.end()}, MessageList::Joint::Comma}},
                                              {"line", std::to_string(earlier->second)}}));
    }
}

std::vector<CsvRow> rowsOfPeople(const std::string& text, const std::string& place, std::span<const std::string_view> required,
                                 std::span<const std::string_view> optional, std::size_t mostRows)
{
    std::vector<std::string_view> columns(required.begin(), required.end());
    columns.insert(columns.end(), optional.begin(), optional.end());
    const auto header = lineOfHeader(text);
    const auto named = [](std::span<const std::string_view> names) {
        return MessageList{std::vector<MessageValue>(names.begin(), names.end())};
    };
    if (const auto at = text.find('\0'); at != std::string::npos) {
        const auto line = static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
        throw InputError(Refusal("table_is_no_text", {.file = place, .line = line}));
    }
    CsvRows read{{}, {}, mostRows + 1};
    try {
        readAnyWidth<PeopleManner>({place, text}, columns, read, PeopleWidths{});
    } catch (const io::error::extra_column_in_header& e) {
        const auto column = shortened(wholeCharacters(e.column_name));
        throw InputError(Refusal("table_unknown_column", {{"column", column}, {"columns", named(columns)}},
                                 {.file = place, .line = header, .field = column}));
    } catch (const io::error::duplicated_column_in_header& e) {
        throw InputError(Refusal("table_doubled_column", {{"column", e.column_name}},
                                 {.file = place, .line = header, .field = e.column_name}));
    } catch (const io::error::header_missing&) {
        throw InputError(Refusal("table_empty", {{"columns", named(required)}}, {.file = place}));
    } catch (const io::error::with_file_line& e) {
        throw InputError(
            Refusal("table_row_malformed", {.file = place, .line = e.file_line > 0 ? static_cast<std::size_t>(e.file_line) : header}));
    } catch (const io::error::base&) {
        throw InputError(Refusal("table_row_malformed", {.file = place, .line = header}));
    }
    for (std::size_t i = 0; i < required.size(); ++i)
        if (!read.isThere[i])
            throw InputError(Refusal("table_lacks_column", {{"column", required[i]}, {"columns", named(required)}},
                                     {.file = place, .line = header, .field = std::string(required[i])}));
    if (read.rows.size() > mostRows)
        throw InputError(Refusal("table_too_long", {{"most", mostRows}},
                                 {.file = place, .line = static_cast<std::size_t>(read.rows.back().line)}));
    return std::move(read.rows);
}

std::string shortened(const std::string& typed)
{
    constexpr std::size_t longest = 60;
    return typed.size() <= longest ? typed : wholeCharacters(typed.substr(0, longest)) + "…";
}

std::vector<std::string> splitList(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto at = text.find(';');
        auto part = text.substr(0, at);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty())
            parts.emplace_back(part);
        text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    }
    return parts;
}

} // namespace chokepoint::facts
