// Checks of requests.
#include "run/RequestChecks.h"

#include "api/InputError.h"

namespace chokepoint::run {

void requireNumber(const std::string& name, std::size_t value, std::size_t least, std::size_t most)
{
    if (value < least || value > most)
        throw InputError(Refusal(
            "number_out_of_range",
            {{"name", Message::ofFamily("counted", name)}, {"value", value}, {"least", least}, {"most", most}}, {.option = name}));
}

void requireWork(const RunControl& work)
{
    constexpr int mostThreads = 256;
    if (work.threads < 0 || work.threads > mostThreads)
        throw InputError(Refusal("threads_out_of_range", {.option = "threads"}));
}

void requireSeries(const Catalogue& catalogue, const std::vector<std::size_t>& series)
{
    if (series.empty())
        throw InputError(Refusal("no_series", {.option = "series"}));
    for (const auto row : series) {
        const auto& about = catalogue.series.at(row);
        if (about.kind == SeriesKind::Category)
            throw InputError(Refusal("series_is_category", {{"series", about.name}}, {.option = "series " + about.id}));
    }
}

} // namespace chokepoint::run
