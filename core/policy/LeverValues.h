// Turns a schedule of measures into the levers of every quarter, in any arithmetic.
#pragma once

#include "api/Quarter.h"
#include "model/Levers.h"
#include "policy/MeasureSchedule.h"

#include <array>
#include <vector>

namespace chokepoint::policy {

/// Bare lever values by quarter and row of model::leverTable. Levers that no measure writes (the probes) are zero.
template <class T> using LeverValues = std::vector<std::array<T, model::leverTable.size()>>;

/// The numbers in force of one number-valued measure, by quarter. A ramp over n quarters is, in quarter from + k for k < n,
/// old + (new - old) (k + 1) / n, with old the number in force in the quarter before.
template <class T> std::vector<T> numbersInForce(const std::vector<ScheduledChange>& changes)
{
    using A = numbers::Arithmetic<T>;
    std::vector<T> result;
    std::size_t next = 0;
    T current = A::fromText(changes.front().number), old = current, target = current;
    int begin = 0, over = 1;
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        for (; next < changes.size() && changes[next].quarter == quarter; ++next) {
            old = current;
            target = A::fromText(changes[next].number);
            begin = quarter;
            over = changes[next].over;
        }
        const int done = quarter - begin + 1;
        current = done >= over ? target : T(old + (target - old) * A::fromInt(done) / A::fromInt(over));
        result.push_back(current);
    }
    return result;
}

/// The level in force in each quarter.
inline std::vector<std::size_t> levelsInForce(const std::vector<ScheduledChange>& changes)
{
    std::vector<std::size_t> result;
    std::size_t next = 0, current = changes.front().level;
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        for (; next < changes.size() && changes[next].quarter == quarter; ++next)
            current = changes[next].level;
        result.push_back(current);
    }
    return result;
}

/// Writes what one measure does into `values`.
template <class T>
void writeLevers(const facts::MeasureAction& action, const std::vector<ScheduledChange>& changes, LeverValues<T>& values)
{
    using A = numbers::Arithmetic<T>;
    if (action.lever) {
        const auto numbers = numbersInForce<T>(changes);
        for (std::size_t quarter = 0; quarter < numbers.size(); ++quarter)
            values[quarter][*action.lever] = numbers[quarter];
        return;
    }
    const auto levels = levelsInForce(changes);
    for (std::size_t quarter = 0; quarter < levels.size(); ++quarter)
        for (const auto& [lever, text] : action.levels[levels[quarter]])
            values[quarter][lever] = A::fromText(text);
}

/// The levers of a whole schedule.
template <class T> LeverValues<T> leversOf(const facts::DataBook& book, const MeasureSchedule& schedule)
{
    LeverValues<T> values(quarterCount);
    for (auto& quarter : values)
        quarter.fill(numbers::Arithmetic<T>::fromInt(0));
    for (std::size_t m = 0; m < schedule.size(); ++m)
        writeLevers<T>(book.actions[m], schedule[m], values);
    return values;
}

} // namespace chokepoint::policy
