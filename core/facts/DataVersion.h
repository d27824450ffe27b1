// The version of the data.
#pragma once

#include <string>

namespace chokepoint::facts {

struct DataBook;

/// 64 hexadecimal digits that change with every number that a run or a draw reads, and with nothing else.
std::string dataVersionOf(const DataBook& book);

} // namespace chokepoint::facts
