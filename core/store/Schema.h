// The tables of a workbook file, and the numbers that tell it from other files.
#pragma once

#include <cstdint>
#include <span>

namespace chokepoint::store {

/// "Chok": SQLite's application id, at byte 68 of the file.
inline constexpr std::uint32_t applicationId = 0x43686F6B;
/// SQLite's user version, at byte 60: of the tables below. A change of them is a step of the ladder, which is told by Table::since: a file
/// of an older version has the tables that were there then, and what it lacks is read as a fresh workbook has it.
inline constexpr std::uint32_t schemaVersion = 5;

struct Table {
    const char* name;
    const char* sql;         ///< as SQLite keeps it, letter by letter
    std::uint32_t since = 1; ///< the first version with it
};

/// All tables, those that others refer to first.
std::span<const Table> tables();

} // namespace chokepoint::store
