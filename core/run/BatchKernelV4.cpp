// The batch kernel for x86-64-v4: eight draws side by side (AVX-512).
#include "run/BatchKernel-inl.h"

namespace chokepoint::run {

BatchKernel* newV4Kernel(const DrawTable& draws, const Exogenous<double>& exogenous) { return new KernelOf<8>(draws, exogenous); }

} // namespace chokepoint::run
