// Runs scenario and baseline of a question side by side.
#include "run/PairedRuns.h"

#include <algorithm>

namespace chokepoint::run {

std::vector<std::vector<double>> answersOf(const Exogenous<double>& exogenous, const Pair& contest, const std::vector<Quarter>& quarters,
                                           std::size_t samples,
                                           const std::function<void(std::size_t, ParameterValues<double>&)>& parameters, RunBudget& meter)
{
    const auto sides = contest.runsPerSample();
    std::vector<std::vector<double>> values(quarters.size(), std::vector<double>(samples * sides));
    RunBatch runs;
    runs.count = samples * sides;
    runs.series = {contest.series};
    if (contest.over && *contest.over != contest.series)
        runs.series.push_back(*contest.over);
    runs.end = std::ranges::max(quarters).index + 1;
    runs.prepare = [&](std::size_t run, RunInput& input) {
        parameters(run / sides, input.parameters);
        if (run % sides == 1)
            input.levers = contest.baseline.levers;
    };
    runs.take = [&](std::size_t run, const std::vector<SeriesValues>& result) {
        for (std::size_t k = 0; k < quarters.size(); ++k) {
            const auto q = static_cast<std::size_t>(quarters[k].index);
            values[k][run] = contest.over ? result.front()[q] / result.back()[q] : result.front()[q];
        }
    };
    if (!runBatch(exogenous, contest.scenario, runs, meter))
        return {};
    if (sides == 1)
        return values;
    for (auto& ofQuarter : values) {
        for (std::size_t i = 0; i < samples; ++i) {
            const double scenario = ofQuarter[2 * i], baseline = ofQuarter[2 * i + 1];
            ofQuarter[i] =
                contest.contrast == Contrast::Difference || scenario == baseline ? scenario - baseline : (scenario - baseline) / baseline;
        }
        ofQuarter.resize(samples);
    }
    return values;
}

std::vector<double> answersOf(const Exogenous<double>& exogenous, const Pair& contest, Quarter at,
                              const std::vector<ParameterValues<double>>& draws, RunBudget& meter)
{
    auto found = answersOf(exogenous, contest, {at}, draws.size(), [&](std::size_t i, ParameterValues<double>& p) { p = draws[i]; }, meter);
    return found.empty() ? std::vector<double>{} : std::move(found.front());
}

} // namespace chokepoint::run
