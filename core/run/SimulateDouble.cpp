// The model in double: the arithmetic of the line.
#include "numbers/Arithmetic.h"
#include "run/Simulation-inl.h"

namespace chokepoint::run {
template Exogenous<double> exogenousOf<double>(const facts::DataBook&, const policy::MeasureSchedule&);
template void simulate<double>(const ParameterValues<double>&, const Exogenous<double>&, const policy::LeverValues<double>&,
                               const Observer<double>&);
} // namespace chokepoint::run
