// Looks at bytes before they are read as a workbook: what they say they are, and that nothing else lies in them.
#include "store/WorkbookChecks.h"

#include "api/InputError.h"
#include "store/Schema.h"

#include <algorithm>

namespace chokepoint::store {
namespace {

std::uint32_t bigEndian(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

} // namespace

std::uint32_t checkedVersion(std::string_view bytes, const std::string& place)
{
    constexpr std::string_view magic("SQLite format 3\0", 16);
    constexpr std::size_t head = 100, pageSize = 16, writeVersion = 18, readVersion = 19, pages = 28, userVersion = 60, application = 68;
    if (bytes.size() < head || !bytes.starts_with(magic) || bigEndian(bytes, application) != applicationId)
        throw InputError(Refusal("workbook_no_workbook", {.file = place}));
    const auto version = bigEndian(bytes, userVersion);
    if (version > schemaVersion)
        throw InputError(Refusal("workbook_newer", {.file = place}));
    if (version == 0)
        throw InputError(Refusal("workbook_damaged", {.file = place}));
    const std::uint64_t inPage = bigEndian(bytes, pageSize) >> 16, whole = inPage == 1 ? 65'536 : inPage; // 65,536 needs a third byte
    if (whole * bigEndian(bytes, pages) != bytes.size())
        throw InputError(Refusal("workbook_damaged", {.file = place}));
    // 2: somebody keeps its newest changes in a second file, which these bytes lack
    if (bytes[writeVersion] != 1 || bytes[readVersion] != 1)
        throw InputError(Refusal("workbook_in_two_files", {.file = place}));
    return version;
}

void checkTables(Database& database, std::uint32_t version, const std::string& place)
{
    Statement row(database, "SELECT type, name, sql FROM sqlite_schema");
    std::size_t found = 0;
    while (row.step()) {
        const auto type = row.text(0), name = row.text(1);
        if (type == "index" && name.starts_with("sqlite_autoindex_") && !row.optionalText(2))
            continue; // SQLite's own, of a UNIQUE column
        const auto isIt = [&](const Table& table) {
            return table.since <= version && type == "table" && name == table.name && row.optionalText(2) == table.sql;
        };
        if (std::ranges::none_of(tables(), isIt))
            throw InputError(Refusal("workbook_foreign_part", {.file = place}));
        ++found;
    }
    const auto isOfVersion = [&](const Table& table) { return table.since <= version; };
    if (found != static_cast<std::size_t>(std::ranges::count_if(tables(), isOfVersion)))
        throw InputError(Refusal("workbook_foreign_part", {.file = place}));
}

void checkPages(Database& database, const std::string& place)
{
    Statement check(database, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok")
        throw InputError(Refusal("workbook_damaged", {.file = place}));
    Statement keys(database, "PRAGMA foreign_key_check");
    if (keys.step())
        throw InputError(Refusal("workbook_damaged", {.file = place}));
}

} // namespace chokepoint::store
