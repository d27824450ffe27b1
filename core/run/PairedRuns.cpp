// Runs scenario and baseline of a question side by side.
#include "run/PairedRuns.h"

#include <algorithm>

namespace chokepoint::run {

std::vector<std::vector<double>> answersOf(const Exogenous<double>& exogenous, const Pair& contest, const std::vector<Period>& periods,
                                           std::size_t samples,
                                           const std::function<void(std::size_t, ParameterValues<double>&)>& parameters, RunBudget& meter)
{
    const auto sides = contest.runsPerSample();
    std::vector<std::vector<double>> values(periods.size(), std::vector<double>(samples * sides));
    RunBatch runs;
    runs.count = samples * sides;
    runs.series = {contest.series};
    if (contest.over && *contest.over != contest.series)
        runs.series.push_back(*contest.over);
    runs.end = std::ranges::max(periods, {}, &Period::last).last().index + 1;
    runs.prepare = [&](std::size_t run, RunInput& input) {
        parameters(run / sides, input.parameters);
        if (run % sides == 1)
            input.levers = contest.baseline.levers;
    };
    runs.take = [&](std::size_t run, const std::vector<SeriesValues>& result) {
        for (std::size_t k = 0; k < periods.size(); ++k) {
            const double value = periods[k].in(result.front());
            values[k][run] = contest.over ? value / periods[k].in(result.back()) : value;
        }
    };
    if (!runBatch(exogenous, contest.scenario, runs, meter))
        return {};
    if (sides == 1)
        return values;
    for (auto& ofPeriod : values) {
        for (std::size_t i = 0; i < samples; ++i) {
            const double scenario = ofPeriod[2 * i], baseline = ofPeriod[2 * i + 1];
            ofPeriod[i] =
                contest.contrast == Contrast::Difference || scenario == baseline ? scenario - baseline : (scenario - baseline) / baseline;
        }
        ofPeriod.resize(samples);
    }
    return values;
}

std::vector<double> answersOf(const Exogenous<double>& exogenous, const Pair& contest, Period at,
                              const std::vector<ParameterValues<double>>& draws, RunBudget& meter)
{
    auto found = answersOf(exogenous, contest, {at}, draws.size(), [&](std::size_t i, ParameterValues<double>& p) { p = draws[i]; }, meter);
    return found.empty() ? std::vector<double>{} : std::move(found.front());
}

} // namespace chokepoint::run
