// Answers of a question over sets of parameters: the runs of scenario and baseline behind every sample.
#pragma once

#include "api/Question.h"
#include "run/RunBatch.h"

#include <functional>
#include <optional>
#include <vector>

namespace chokepoint::run {

/// A question made ready: levers of both sides and the parameters that hold where none are drawn.
struct Pair {
    RunInput scenario, baseline; ///< the parameters are the same: central, with the scenario's own assumptions
    std::size_t series = 0;
    std::optional<std::size_t> over;
    Contrast contrast = Contrast::Difference;

    std::size_t runsPerSample() const { return contrast == Contrast::Value ? 1 : 2; }
};

/// Answers in each of `periods` (outer) for each of `samples`; `parameters` puts the values of one sample over central ones and
/// is called from several threads, first for every sample's scenario, then for its baseline. Empty when cancelled.
std::vector<std::vector<double>> answersOf(const Exogenous<double>& exogenous, const Pair& contest, const std::vector<Period>& periods,
                                           std::size_t samples,
                                           const std::function<void(std::size_t, ParameterValues<double>&)>& parameters, RunBudget& meter);

/// The same for drawn parameters in one period.
std::vector<double> answersOf(const Exogenous<double>& exogenous, const Pair& contest, Period at,
                              const std::vector<ParameterValues<double>>& draws, RunBudget& meter);

} // namespace chokepoint::run
