// Runs with one set of parameters.
#include "audit/SeriesRuns.h"

#include "run/RequestChecks.h"

namespace chokepoint::audit {

void checkRequest(const BacktestRequest& request)
{
    constexpr std::size_t fewestDraws = 20, mostDraws = 20'000;
    run::requireNumber("draws", request.draws, fewestDraws, mostDraws);
    RunControl work;
    work.threads = request.threads;
    run::requireWork(work);
}

std::vector<SeriesValues> seriesOf(const Draw& parameters, const run::Exogenous<double>& exogenous,
                                   const policy::LeverValues<double>& levers)
{
    std::vector<SeriesValues> result(model::seriesCount);
    run::simulate<double>(parameters, exogenous, levers, [&](int quarter, const auto& v) {
        v.forEach([&](std::size_t row, double value) {
            if (row < result.size())
                result[row][static_cast<std::size_t>(quarter)] = value;
        });
    });
    return result;
}

} // namespace chokepoint::audit
