// What the dated changes of the record do to each series, found by lifting them.
#pragma once

#include <vector>

namespace chokepoint {

class Engine;

/// By place in Catalogue::eventMarks, then by place in Catalogue::series: how far the record with these changes lies from one without them,
/// as a share of the larger of the two, in the quarter of the first three years in which that is most. 0 to 1, zero for a category.
/// Worked out when first asked for, one run a mark (some milliseconds), and kept.
const std::vector<std::vector<double>>& eventEffectsOf(const Engine& engine);

} // namespace chokepoint
