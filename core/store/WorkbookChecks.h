// Looks at bytes before they are read as a workbook: what they say they are, and that nothing else lies in them.
#pragma once

#include "store/Database.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace chokepoint::store {

// All of these throw InputError; `place` names the file there.

/// The version of the tables, from the first hundred bytes, before SQLite sees any.
std::uint32_t checkedVersion(std::string_view bytes, const std::string& place);

/// Every table of the version must stand there as it was made, and nothing else: no view, trigger, index or table of another's.
void checkTables(Database& database, std::uint32_t version, const std::string& place);

/// What SQLite itself finds wrong with the file.
void checkPages(Database& database, const std::string& place);

} // namespace chokepoint::store
