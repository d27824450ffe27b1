// What the overview of Explore shows of a package: one series large, those that it moves most small, and those that it leaves alone.
#pragma once

#include "api/Catalogue.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace chokepoint {

struct Projection;

/// Places in Catalogue::series.
struct OverviewSeries {
    std::size_t main = 0;
    std::vector<std::size_t> small;     ///< as many as were asked for, none twice and none the main one
    std::vector<std::size_t> untouched; ///< headline series that have the same value in every quarter and are not shown,
    std::vector<std::size_t> barely;    ///< and those whose mean moves by less than a thousandth in every year
    friend bool operator==(const OverviewSeries&, const OverviewSeries&) = default;
};

/// The headline series: those of the cards of the start page, then those of its charts, each once.
std::vector<std::size_t> headlineSeries(const Catalogue& catalogue);

/// What was shown before, and what a person has chosen.
struct OverviewRequest {
    int year = 2028;                                      ///< by the change in whose mean the series are chosen
    std::optional<std::size_t> main = {};                 ///< chosen by a person; else as mostTelling() says
    std::vector<std::optional<std::size_t>> small = std::vector<std::optional<std::size_t>>(2); ///< by place; nothing = by effect
    std::vector<std::size_t> shown = {};                  ///< the small ones so far, by place: what stays among them keeps its place
};

/// Chosen by the relative change of the annual mean against the baseline: those that move most in the year, then those that move in any
/// other, then in the order of the start page. The same request gives the same answer, and asked again with what it answered, too.
OverviewSeries overviewOf(const Catalogue& catalogue, const Projection& scenario, const Projection& baseline,
                          const OverviewRequest& request);

} // namespace chokepoint
