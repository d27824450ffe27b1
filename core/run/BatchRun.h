// Many draws advanced together, a quarter at a time, four side by side.
#pragma once

#include "run/Simulation.h"

#include <memory>
#include <vector>

namespace chokepoint::run {

/// States of all draws. Draw i is lane i % lanes of batch i / lanes; the last batch repeats its last draw.
class BatchRun {
public:
    static constexpr std::size_t lanes = 4;

    /// Begins at 2022Q1. `draws` must not be empty; `exogenous` and `levers` must outlive the run.
    BatchRun(const std::vector<ParameterValues<double>>& draws, const Exogenous<double>& exogenous, const policy::LeverValues<double>& levers);
    ~BatchRun();

    std::size_t batches() const;
    /// Advances one batch by one quarter and writes the series of its draws: out[s][draw] for the s-th of `series`.
    /// Different batches may be advanced by different threads at once; each batch needs its quarters in order.
    void advance(std::size_t batch, int quarter, const std::vector<std::size_t>& series, std::vector<std::vector<double>>& out);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chokepoint::run
