// The batch kernel for x86-64-v3: twice four draws side by side (AVX2).
#include "run/BatchKernel-inl.h"

namespace chokepoint::run {

BatchKernel* newV3Kernel(const DrawTable& draws, const Exogenous<double>& exogenous)
{
    return new KernelOf<8, numbers::PairedBatch<4>>(draws, exogenous);
}

} // namespace chokepoint::run
