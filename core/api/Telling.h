// What of a result says most: the series that moves, the widest bars, the largest indices, the input that binds.
#pragma once

#include "api/Catalogue.h"
#include "api/Question.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace chokepoint {

struct Indices;
struct Projection;
struct Tornado;
struct TornadoBar;

/// The series of which a sentence says most: `preferred` when it changes by 0.1% or more in the year, else the candidate with
/// the largest relative change; `preferred` when nothing changes.
std::size_t mostTelling(std::size_t preferred, const std::vector<std::size_t>& candidates, int year, const Projection& scenario,
                        const Projection& baseline);

/// What the model gives with all inputs central.
double centralOf(const Tornado& tornado, Period period, Contrast contrast);

/// What a bar shows at its low and at its high end.
std::pair<double, double> endsOf(const TornadoBar& bar, Period period, Contrast contrast);

/// Places of the bars in a period, the widest first, without those of no width.
std::vector<std::size_t> widestBars(const Tornado& tornado, Period period, Contrast contrast);

/// Places of the parameters, the largest total index first, without zeros; `period`: place in Indices::periods.
std::vector<std::size_t> largestIndices(const Indices& indices, std::size_t period);

/// What binds domestic accelerator output in a quarter.
BindingInput bindingAt(const Catalogue& catalogue, const Projection& projection, Quarter quarter);

} // namespace chokepoint
