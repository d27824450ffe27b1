// Puts the content of scenarios in order.
#include "scenario/Content.h"

#include "numbers/DecimalText.h"

namespace chokepoint::scenario {

std::vector<Change> listed(const ByQuarter& changes)
{
    std::vector<Change> list;
    list.reserve(changes.size());
    for (const auto& [from, change] : changes)
        list.emplace_back(change).from = from;
    return list;
}

std::string sameNumber(std::string_view text)
{
    const auto number = numbers::DecimalText::parse(text);
    return number ? numbers::DecimalText::shortest(*number + 0.0) : std::string(text); // + 0.0 takes the sign from a zero
}

std::string sameText(const Measure* measure, std::string_view value)
{
    return measure && measure->isNumber ? sameNumber(value) : std::string(value);
}

} // namespace chokepoint::scenario
