// The model over four draws side by side.
#include "numbers/Batch.h"
#include "run/SimulationText.h"

namespace chokepoint::run {
using Batch = numbers::Batch<4>;
template Exogenous<Batch> exogenousOf<Batch>(const facts::DataBook&, const policy::Schedule&);
template void simulate<Batch>(const ParameterValues<Batch>&, const Exogenous<Batch>&, const policy::LeverValues<Batch>&, const Observer<Batch>&);
} // namespace chokepoint::run
