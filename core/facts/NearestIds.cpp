// Counts letters between two texts (Levenshtein).
#include "facts/NearestIds.h"

#include <algorithm>
#include <numeric>

namespace chokepoint::facts {
namespace {

constexpr std::size_t longest = 80; // no id is longer, and a whole file may be typed

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto before = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto changed = before + (lower(a[i]) != lower(b[j]));
            before = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
        }
    }
    return row.back();
}

} // namespace

std::vector<std::string> nearestIds(std::string_view typed, const std::vector<std::string>& ids, std::size_t count)
{
    std::vector<std::pair<std::size_t, std::size_t>> found; // distance and place
    for (std::size_t i = 0; i < ids.size(); ++i)
        found.emplace_back(distance(typed.substr(0, longest), ids[i]), i);
    std::ranges::sort(found);
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < std::min(count, found.size()); ++i)
        nearest.push_back(ids[found[i].second]);
    return nearest;
}

} // namespace chokepoint::facts
