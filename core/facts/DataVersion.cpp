// The version of the data: a digest of every number that a run or a draw reads. A text that an editor changes leaves it alone.
#include "facts/DataVersion.h"

#include "facts/DataBook.h"
#include "numbers/Sha256.h"

#include <initializer_list>

namespace chokepoint::facts {
namespace {

/// Adds a row so that no two rows give the same bytes.
void add(numbers::Sha256& sum, std::initializer_list<std::string_view> fields)
{
    for (const auto field : fields) {
        sum.add(std::to_string(field.size()));
        sum.add(":");
        sum.add(field);
    }
    sum.add("\n");
}

void addMeasures(numbers::Sha256& sum, const DataBook& book)
{
    const auto& measures = book.catalogue.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const auto& action = book.actions[m];
        add(sum, {"measure", measures[m].id, measures[m].statusQuo, measures[m].minimum, measures[m].maximum,
                  action.lever ? std::to_string(*action.lever) : std::string()});
        for (std::size_t level = 0; level < action.levels.size(); ++level)
            for (const auto& [lever, value] : action.levels[level])
                add(sum, {measures[m].levels[level].id, std::to_string(lever), value});
    }
    for (const auto& change : book.history)
        add(sum, {"history", std::to_string(change.quarter), std::to_string(change.measure), change.value});
}

} // namespace

std::string dataVersionOf(const DataBook& book)
{
    numbers::Sha256 sum;
    const auto& catalogue = book.catalogue;
    for (const auto& p : catalogue.parameters)
        add(sum, {"parameter", p.id, p.central, p.low, p.high, std::to_string(static_cast<int>(p.distribution))});
    for (const auto& path : book.paths)
        for (const auto& [year, value] : path.knots)
            add(sum, {"path", std::to_string(&path - book.paths.data()), path.isLogarithmic ? "log" : "", year, value});
    addMeasures(sum, book);
    for (const auto& c : catalogue.correlations)
        add(sum, {"correlation", c.first, c.second, std::to_string(c.rank)});
    for (const auto& d : catalogue.discrepancies)
        add(sum, {"discrepancy", d.id, std::to_string(d.sdYear), std::to_string(d.sdQuarter)});
    return sum.hex();
}

} // namespace chokepoint::facts
