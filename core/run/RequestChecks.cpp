// Checks of requests.
#include "run/RequestChecks.h"

#include "api/InputError.h"

namespace chokepoint::run {

void requireNumber(const std::string& name, std::size_t value, std::size_t least, std::size_t most)
{
    if (value < least || value > most)
        throw InputError("The number of " + name + " is out of range", name,
                         std::to_string(value) + " is not from " + std::to_string(least) + " to " + std::to_string(most),
                         "Take a number in this range.");
}

void requireWork(const RunControl& work)
{
    constexpr int mostThreads = 256;
    if (work.threads < 0 || work.threads > mostThreads)
        throw InputError("The number of threads is out of range", "threads", "it must be from 1 to 256, or 0 for all", "Take for instance 2.");
}

void requireSeries(const Catalogue& catalogue, const std::vector<std::size_t>& series)
{
    if (series.empty())
        throw InputError("No series is named", "series", "a result belongs to a series", "List them with: chokepoint-cli catalogue series");
    for (const auto row : series) {
        const auto& about = catalogue.series.at(row);
        if (about.kind == SeriesKind::Category)
            throw InputError("\"" + about.name + "\" is a category", "series " + about.id, "a difference or a mean of its codes says nothing",
                             "Take another series.");
    }
}

} // namespace chokepoint::run
