// The batch kernel for the baseline of the processor family: twice two draws side by side on x86-64 (SSE2).
#include "run/BatchKernelText.h"

namespace chokepoint::run {

BatchKernel* newBaselineKernel(const DrawTable& draws, const Exogenous<double>& exogenous) { return new KernelOf<4, numbers::Twin<2>>(draws, exogenous); }

} // namespace chokepoint::run
