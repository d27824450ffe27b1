// Rows of the declared tables, looked up by the compiler.
#pragma once

#include "model/Table.h"

#include <cstddef>

namespace chokepoint::model {

/// A row of a table by its id; an id that is not in the table does not compile.
template <const auto& Table> struct Row {
    std::size_t place = 0;

    consteval Row(const char* id) : place(indexOf(Table, id))
    {
        if (place == Table.size())
            throw "no row of this id in the table";
    }
};

} // namespace chokepoint::model
