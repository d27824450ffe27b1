// Reads and writes the name of a period.
#include "api/Period.h"

#include <charconv>

namespace chokepoint {

std::optional<Period> Period::parse(std::string_view text)
{
    if (const auto quarter = Quarter::parse(text))
        return *quarter;
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || text.size() != 4 || year < firstYear || year > lastYear)
        return std::nullopt;
    return ofYear(year);
}

std::string Period::text() const { return m_isYear ? std::to_string(year()) : m_last.text(); }

} // namespace chokepoint
