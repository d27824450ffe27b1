// The model over draws side by side, behind one interface: the same code compiled for every instruction set.
#pragma once

#include "api/InstructionSet.h"
#include "api/Projection.h"
#include "run/DrawTable.h"
#include "run/Simulation.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace chokepoint::run {

/// Levers of all quarters, laid out for one kernel.
struct BatchLevers {
    virtual ~BatchLevers() = default;
};

/// The variables of all draws at the end of one quarter, laid out for one kernel.
struct BatchStates {
    virtual ~BatchStates() = default;
};

/// Where values go: that of the s-th wanted row in quarter q of draw d to place s * seriesStride + (q - firstQuarter) * quarterStride + d
/// of the array that is not null. Draws are padded as in DrawTable.
struct BatchSink {
    double* doubles = nullptr;
    float* singles = nullptr;
    std::size_t seriesStride = 0, quarterStride = 0;
    int firstQuarter = 0;
};

/// What one of several runs side by side has of its own.
struct LaneInput {
    const ParameterValues<double>* parameters = nullptr;
    const policy::LeverValues<double>* levers = nullptr;
    SeriesValues* values = nullptr; ///< one for each wanted row; the quarters that are run are written
};

/// Draw i is in batch i / drawsOfBatch, and bit for bit the double run of that draw. Different batches may be advanced by
/// different threads at once.
class BatchKernel {
public:
    virtual ~BatchKernel() = default;

    virtual std::size_t lanes() const = 0;        ///< of runLanes()
    virtual std::size_t drawsOfBatch() const = 0; ///< a divisor of DrawTable::widest
    virtual std::size_t batches() const = 0;

    /// The same levers in all lanes.
    virtual std::unique_ptr<BatchLevers> levers(const policy::LeverValues<double>& values) const = 0;
    /// All draws at the beginning of 2022Q1.
    virtual std::unique_ptr<BatchStates> start() const = 0;

    /// Advances one batch in place from the state at the beginning of quarter `first` to that at the beginning of `end`, and writes
    /// rows of model::variableTable in each of these quarters.
    virtual void advance(const BatchLevers& levers, BatchStates& states, std::size_t batch, int first, int end,
                         const std::vector<std::size_t>& rows, const BatchSink& sink) const = 0;
    /// The same, but `states` stay as they are.
    virtual void advanceCopy(const BatchLevers& levers, const BatchStates& states, std::size_t batch, int first, int end,
                             const std::vector<std::size_t>& rows, const BatchSink& sink) const = 0;

    /// Runs lanes() inputs side by side from quarter `first` to before quarter `end`, without regard to the draws. `before`: all
    /// variables at the end of the quarter before `first`, the same in every lane, by row; null when `first` is 0.
    virtual void runLanes(const LaneInput* lanes, int first, int end, const double* before, const std::vector<std::size_t>& rows) const = 0;
};

/// The kernel of an instruction set for these draws. Precondition: the processor has it (isSupported); `exogenous` is copied.
std::unique_ptr<BatchKernel> makeKernel(InstructionSet set, const DrawTable& draws, const Exogenous<double>& exogenous);

// One for each instruction set, in an object file compiled for it.
BatchKernel* newBaselineKernel(const DrawTable& draws, const Exogenous<double>& exogenous);
BatchKernel* newV3Kernel(const DrawTable& draws, const Exogenous<double>& exogenous);
BatchKernel* newV4Kernel(const DrawTable& draws, const Exogenous<double>& exogenous);

} // namespace chokepoint::run
