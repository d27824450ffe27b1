// CSV tables of the data book, read whole with the line of every row.
#pragma once

#include "api/InputError.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::facts {

/// One row; fields in the order in which the reader was asked for the columns.
struct CsvRow {
    int line = 0;
    std::vector<std::string> fields;
};

class CsvTable {
public:
    /// Reads a UTF-8 file with a header line. All `columns` must be there, and no others.
    /// Throws InputError for a missing file, missing, doubled or unknown columns, and rows with too few or too many fields.
    CsvTable(const std::filesystem::path& file, std::span<const std::string_view> columns);

    const std::vector<CsvRow>& rows() const { return m_rows; }
    const std::string& field(const CsvRow& row, std::string_view column) const;

    /// A field that must not be empty; throws InputError.
    const std::string& required(const CsvRow& row, std::string_view column) const;

    /// A field that must be a finite decimal number; returns its text. Throws InputError.
    const std::string& number(const CsvRow& row, std::string_view column) const;

    /// The same where the field may be empty.
    std::optional<double> optionalNumber(const CsvRow& row, std::string_view column) const;

    /// One of the allowed words; throws InputError with the list.
    const std::string& oneOf(const CsvRow& row, std::string_view column, std::span<const std::string_view> allowed) const;

    /// File, line and column, for a refusal of one's own.
    Place placeOf(const CsvRow& row, std::string_view column) const;

    /// Throws InputError for this place; `fault` is a sentence of the messages data_fault.
    [[noreturn]] void fail(const CsvRow& row, std::string_view column, Message fault) const;

    /// Throws InputError when a value of `column` (or of the joined columns) stands in two rows.
    void refuseDoubles(std::span<const std::string_view> columns) const;

private:
    std::size_t indexOf(std::string_view column) const;
    std::string m_name;
    std::vector<std::string> m_columns;
    std::vector<CsvRow> m_rows;
};

/// A table that a person made, in UTF-8: columns in any order, blanks around fields, empty lines and lines that begin with "#" do no harm.
/// Gives the fields of the `required` and then of the `optional` columns, empty ones for a column that is not there. `place` names the
/// table in messages. Throws InputError for other columns, rows that are malformed or more than `mostRows`, and for bytes that are no text.
std::vector<CsvRow> rowsOfPeople(const std::string& text, const std::string& place, std::span<const std::string_view> required,
                                 std::span<const std::string_view> optional, std::size_t mostRows);

/// A text that a person typed, short enough for a message.
std::string shortened(const std::string& typed);

/// "A;B" as {"A", "B"}; blanks around the parts are dropped.
std::vector<std::string> splitList(std::string_view text);

} // namespace chokepoint::facts
