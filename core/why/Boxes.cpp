// Tells the boxes that PRIM finds.
#include "why/Boxes.h"

#include <algorithm>

namespace chokepoint::why {

Box boxOf(const PrimBox& prim, const BoxColumns& columns, const std::vector<bool>& holds)
{
    const auto all = std::ranges::count(holds, true);
    Box box;
    box.density = prim.density();
    box.mass = static_cast<double>(prim.inside) / static_cast<double>(holds.size());
    box.coverage = all ? static_cast<double>(prim.interesting) / static_cast<double>(all) : 0;
    for (std::size_t k = 0; k < columns.parameters.size(); ++k) {
        if (!prim.limits(k))
            continue;
        BoxLimit limit;
        limit.parameter = columns.parameters[k];
        limit.central = columns.central[k];
        if (prim.low[k] > -PrimBox::none)
            limit.low = prim.low[k];
        if (prim.high[k] < PrimBox::none)
            limit.high = prim.high[k];
        limit.densityWithout = counted(prim, columns.values, holds, k).density();
        limit.holdsCentral = limit.central > prim.low[k] && limit.central < prim.high[k];
        box.holdsCentral = box.holdsCentral && limit.holdsCentral;
        box.limits.push_back(limit);
    }
    std::ranges::stable_sort(box.limits, {}, &BoxLimit::densityWithout);
    return box;
}

std::vector<Box> boxesOf(const BoxColumns& columns, const std::vector<bool>& holds, int threads)
{
    std::vector<Box> boxes;
    std::size_t inside = holds.size() + 1;
    for (const auto& raw : primBoxes(columns.values, holds, fewestInABox, threads)) {
        const auto prim = pruned(raw, columns.values, holds);
        if (prim.inside >= inside)
            continue; // pruned to what is there already
        inside = prim.inside;
        boxes.push_back(boxOf(prim, columns, holds));
    }
    return boxes;
}

std::size_t bestBalanced(const std::vector<Box>& boxes)
{
    double best = -1;
    std::size_t place = 0;
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        const double sum = boxes[b].coverage + boxes[b].density;
        if (const double balance = sum > 0 ? boxes[b].coverage * boxes[b].density / sum : 0; balance > best) {
            best = balance;
            place = b;
        }
    }
    return place;
}

} // namespace chokepoint::why
