// The batch kernel for the baseline of the processor family: twice two draws side by side on x86-64 (SSE2).
#include "run/BatchKernel-inl.h"

namespace chokepoint::run {

BatchKernel* newBaselineKernel(const DrawTable& draws, const Exogenous<double>& exogenous)
{
    return new KernelOf<4, numbers::PairedBatch<2>>(draws, exogenous);
}

} // namespace chokepoint::run
