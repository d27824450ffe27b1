// The normal distribution from IEEE operations and the core's own exp and log: the same bits on every machine.
#pragma once

namespace chokepoint::numbers {

/// The value below which a standard normal variable falls with probability p, 0 < p < 1; relative error about 1e-15.
/// Wichura's algorithm AS 241 (Applied Statistics 37, 1988).
double normalQuantile(double p);

/// The probability that a standard normal variable falls below z; absolute error below 1e-15. |z| > 9 gives 0 or 1.
double normalProbability(double z);

/// sin(x) for |x| <= 1.6 by its series; for the correlation of a Gaussian copula.
double smallSine(double x);

} // namespace chokepoint::numbers
