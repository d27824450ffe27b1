// Quarters as text.
#include "api/Quarter.h"

namespace chokepoint {

std::optional<Quarter> Quarter::parse(std::string_view text)
{
    if (text.size() != 6 || text[4] != 'Q' || text[5] < '1' || text[5] > '4')
        return std::nullopt;
    int year = 0;
    for (const char c : text.substr(0, 4)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        year = year * 10 + (c - '0');
    }
    if (year < firstYear || year > lastYear)
        return std::nullopt;
    return Quarter{(year - firstYear) * 4 + (text[5] - '1')};
}

std::string Quarter::text() const { return std::to_string(year()) + "Q" + std::to_string(ofYear()); }

} // namespace chokepoint
