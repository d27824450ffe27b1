// The calendar: equations that change at a date, for plain numbers (only the live side is computed) and for recording.
#pragma once

#include "model/Trends.h"
#include "numbers/Quantity.h"
#include "numbers/Symbol.h"

#include <stdexcept>

namespace chokepoint::model {

using namespace numbers;

/// A calendar year such as 2026.5, the only decimal literal that a sector may hold; any other does not compile.
struct Year {
    double value;
    consteval Year(double date) : value(date) // implicit: equations write t.before(2026.5, ...)
    {
        if (date < 2000 || date > 2100)
            throw std::invalid_argument("not a calendar year");
    }
};

template <class T> class Calendar {
public:
    /// `middle`: the middle of the quarter in years, 2022.125 for 2022Q1; `trends` stand there and outlive the calendar.
    Calendar(double middle, const Trends<T>& trends) : m_middle(middle), m_trends(&trends) {}

    /// The result of `early()` when the quarter lies before `date`, of `late()` otherwise.
    template <class A, class B> auto before(Year date, A early, B late) const { return m_middle < date.value ? early() : late(); }

    /// Time passed since `date`, negative before it.
    Since<T> since(Year date) const { return Since<T>(m_middle - date.value, date.value, m_trends); }

    /// Time passed since `date`, zero before it.
    Since<T> after(Year date) const { return Since<T>(m_middle < date.value ? 0 : m_middle - date.value, date.value, m_trends); }

    /// The time itself, for paths that are read at a shifted time.
    Quantity<T, year> now() const { return Raw::make<Quantity<T, year>>(Arithmetic<T>::fromTime(m_middle)); }

private:
    double m_middle;
    const Trends<T>* m_trends;
};

/// Records both sides and a choice by the input "time".
template <> class Calendar<Symbol> {
public:
    template <class A, class B> auto before(Year date, A early, B late) const
    {
        auto result = early();
        const auto isEarly = Arithmetic<Symbol>::less(time(), Arithmetic<Symbol>::fromTime(date.value));
        Raw::value(result) = Arithmetic<Symbol>::select(isEarly, Raw::value(result), Raw::value(late()));
        return result;
    }
    Quantity<Symbol, year> since(Year date) const
    {
        return Raw::make<Quantity<Symbol, year>>(time() - Arithmetic<Symbol>::fromTime(date.value));
    }
    Quantity<Symbol, year> after(Year date) const { return notNegative(since(date)); }
    Quantity<Symbol, year> now() const { return Raw::make<Quantity<Symbol, year>>(time()); }

private:
    static Symbol time() { return Symbol::input(std::string(timeInput)); }
};

} // namespace chokepoint::model
