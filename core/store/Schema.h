// The tables of a workbook file, and the numbers that tell it from other files.
#pragma once

#include <cstdint>
#include <span>

namespace chokepoint::store {

/// "Chok": SQLite's application id, at byte 68 of the file.
inline constexpr std::uint32_t applicationId = 0x43686F6B;
/// SQLite's user version, at byte 60: of the tables below. A change of them is a step of the ladder (see README of core).
inline constexpr std::uint32_t schemaVersion = 1;

struct Table {
    const char* name;
    const char* sql; ///< as SQLite keeps it, letter by letter
};

/// All tables, those that others refer to first.
std::span<const Table> tables();

} // namespace chokepoint::store
