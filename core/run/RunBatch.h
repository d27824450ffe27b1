// Many runs of the model that differ in parameters, levers or both, over threads: the one loop behind attribution,
// sensitivity, discovery and goal seek.
#pragma once

#include "api/InstructionSet.h"
#include "api/Projection.h"
#include "api/RunControl.h"
#include "run/Simulation.h"

#include <functional>
#include <optional>
#include <vector>

namespace chokepoint::run {

struct RunInput {
    ParameterValues<double> parameters;
    policy::LeverValues<double> levers;
};

struct RunBatch {
    std::size_t count = 0;
    std::vector<std::size_t> series; ///< rows of model::variableTable
    int from = 0; ///< no run differs from `common` in an earlier quarter, nor in a parameter when it is above 0
    /// Makes the input of one run out of a copy of `common`. Called from several threads.
    std::function<void(std::size_t run, RunInput& input)> prepare;
    /// Takes the result of one run, by the given series; quarters before `from` as well. Called from several threads.
    std::function<void(std::size_t run, const std::vector<SeriesValues>& values)> take;
    int end = quarterCount; ///< the first quarter that is not wanted; values from it on are zero
    std::optional<InstructionSet> set{}; ///< nothing: the widest that this processor has; the result does not depend on it
};

/// How far a computation of several steps is; one is shared by all its calls of runBatch.
class RunBudget {
public:
    RunBudget(const RunControl& work, std::size_t total);

    void add(std::size_t runs);
    bool isCancelled() const { return m_work.isCancelled && m_work.isCancelled(); }
    std::size_t done() const { return m_done; }
    const RunControl& work() const { return m_work; }

private:
    const RunControl& m_work;
    std::size_t m_done = 0, m_total;
    double m_begin;
};

/// False when it was cancelled, some runs then being left out. Each run has the bits of run::simulate<double>.
bool runBatch(const Exogenous<double>& exogenous, const RunInput& common, const RunBatch& runs, RunBudget& meter);

} // namespace chokepoint::run
