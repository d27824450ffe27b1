// Tables of declared names and Record, which holds one typed value for each row of a table.
#pragma once

#include "numbers/Id.h"
#include "numbers/Quantity.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace chokepoint::model {

using namespace numbers;

/// One declared name: its id in the data book, the unit of its value, and whether the value is kept as a logarithm.
struct Declaration {
    std::string_view id;
    Unit unit;
    bool logarithm = false;
};

template <class Row, std::size_t N> constexpr std::size_t indexOf(const std::array<Row, N>& table, std::string_view id)
{
    for (std::size_t i = 0; i < N; ++i)
        if (table[i].id == id)
            return i;
    return N;
}

/// What a record keeps of a row: its quantity or its logarithm.
template <const auto& Table> struct PlainRows {
    template <class T, std::size_t I>
    using Type = std::conditional_t<Table[I].logarithm, LogOf<T, Table[I].unit>, Quantity<T, Table[I].unit>>;
};

/// Values of type T, one for each row of Table, each with the unit of its row: record["hbm.stock"_id] is a Quantity<T, petabyte>.
/// An id that is not in the table does not compile.
template <class T, const auto& Table, class Rows = PlainRows<Table>> class Record {
    static constexpr std::size_t rows = std::remove_cvref_t<decltype(Table)>{}.size();

    template <std::size_t I> struct Slot {
        typename Rows::template Type<T, I> value;
    };
    template <class> struct Slots;
    template <std::size_t... I> struct Slots<std::index_sequence<I...>> : Slot<I>... {
        template <class F> void forEach(F&& f) { (f(I, Raw::value(Slot<I>::value)), ...); }
        template <class F> void forEach(F&& f) const { (f(I, Raw::value(Slot<I>::value)), ...); }
        template <class F> void forEachHeld(F&& f) { (f(Slot<I>::value), ...); }
    };

public:
    static constexpr std::size_t size() { return rows; }

    template <FixedText Text> auto& operator[](Id<Text>) { return static_cast<Slot<find<Text>()>&>(m_slots).value; }
    template <FixedText Text> const auto& operator[](Id<Text>) const { return static_cast<const Slot<find<Text>()>&>(m_slots).value; }

    template <std::size_t I> const auto& at() const { return static_cast<const Slot<I>&>(m_slots).value; }

    /// Calls f(row, bare value) for every row in order; of a logarithm the bare value is the logarithm.
    template <class F> void forEach(F&& f) { m_slots.forEach(f); }
    template <class F> void forEach(F&& f) const { m_slots.forEach(f); }

protected:
    /// Calls f(what is held) for every row in order.
    template <class F> void forEachHeld(F&& f) { m_slots.forEachHeld(f); }

private:
    template <FixedText Text> static consteval std::size_t find()
    {
        constexpr std::size_t at = indexOf(Table, Id<Text>::text());
        static_assert(at < rows, "no row of this id in the table");
        return at;
    }
    Slots<std::make_index_sequence<rows>> m_slots;
};

/// Values that all draws share, one for each row of Table, seen as quantities of T. It is a view: `values` outlive it.
template <class T, const auto& Table> class SharedRecord {
    using Shared = typename Arithmetic<T>::Shared;

public:
    using Values = std::array<Shared, Record<T, Table>::size()>;

    explicit SharedRecord(const Values& values) : m_values(values.data()) {}

    template <FixedText Text> auto operator[](Id<Text>) const
    {
        constexpr std::size_t at = indexOf(Table, Id<Text>::text());
        static_assert(at < Table.size(), "no row of this id in the table");
        return Raw::make<Quantity<T, Table[at].unit>>(T(Arithmetic<T>::shared(m_values[at])));
    }

private:
    const Shared* m_values;
};

} // namespace chokepoint::model
