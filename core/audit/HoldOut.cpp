// Counts quantities whose sources are all early.
#include "audit/HoldOut.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint::audit {
namespace {

/// The year in which a source was published, or nothing for judgement and undated ones.
std::optional<int> yearOf(const Source& source)
{
    int year = 0;
    if (source.date.size() < 4)
        return std::nullopt;
    for (const char c : source.date.substr(0, 4)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        year = year * 10 + (c - '0');
    }
    return year;
}

} // namespace

HoldOut holdOutOf(const Catalogue& catalogue, int year)
{
    const auto isEarly = [&](const std::vector<std::string>& sources) {
        return !sources.empty() && std::ranges::all_of(sources, [&](const std::string& id) {
            const auto published = yearOf(catalogue.sources[*catalogue.findSource(id)]);
            return published && *published <= year;
        });
    };
    HoldOut counts;
    counts.paths = catalogue.paths.size();
    for (const auto& p : catalogue.parameters)
        if (p.distribution != Distribution::Fixed) {
            ++counts.parameters;
            counts.earlyParameters += isEarly(p.sources);
        }
    for (const auto& path : catalogue.paths)
        counts.earlyPaths += isEarly(path.sources);
    return counts;
}

} // namespace chokepoint::audit
