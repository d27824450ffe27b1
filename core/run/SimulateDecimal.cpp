// The model in fifty decimal digits: the arithmetic of the audit.
#include "numbers/Decimal.h"
#include "run/Simulation-inl.h"

namespace chokepoint::run {
using numbers::Decimal;
template Exogenous<Decimal> exogenousOf<Decimal>(const facts::DataBook&, const policy::MeasureSchedule&);
template void simulate<Decimal>(const ParameterValues<Decimal>&, const Exogenous<Decimal>&, const policy::LeverValues<Decimal>&,
                                const Observer<Decimal>&);
} // namespace chokepoint::run
