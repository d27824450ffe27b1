// Quarters and years in sentences.
#include "api/TimeWords.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace chokepoint::words {
namespace {

constexpr std::array<std::string_view, 4> places{"first", "second", "third", "fourth"};

std::string_view placeOf(Quarter quarter) { return places[static_cast<std::size_t>(quarter.ofYear() - 1)]; }

} // namespace

Message startOfPolicy(Quarter quarter) { return Message::ofFamily("policy_start", placeOf(quarter), {{"year", quarter.year()}}); }

MessageValue periodName(Period period)
{
    return period.isYear() ? MessageValue(std::to_string(period.year())) : MessageValue(period.last());
}

MessageValue periodOfResult(Period period)
{
    return period.isYear() ? MessageValue(std::to_string(period.year())) : MessageValue(quarterOfResult(period.last()));
}

Message quarterOfResult(Quarter quarter) { return Message::ofFamily("result_quarter", placeOf(quarter), {{"year", quarter.year()}}); }

} // namespace chokepoint::words
