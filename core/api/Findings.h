// What a scenario does to a series in a year, first as a value and then as chart titles of several lengths.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/Projection.h"
#include "api/SeriesDraws.h"

#include <optional>
#include <string>

namespace chokepoint::words {

/// The annual mean of a series in a scenario against its baseline, in the series' own unit.
struct Finding {
    const Series* series = nullptr; ///< of the catalogue, which outlives the finding
    int year = 0;
    double value = 0, before = 0;
    std::optional<ChangeSpread> spread = {}; ///< over the draws, where they have been run
    Certainty certainty = Certainty::Firm;   ///< of the change; firm as long as no draws have been run
    bool isChange() const { return value != before; }
};

/// From two runs. `spread` must be of the same series and year.
Finding findingOf(const Catalogue& catalogue, std::size_t series, int year, const Projection& scenario, const Projection& baseline,
                  const ChangeSpread* spread = nullptr);

/// The titles of a chart by the room that they need, each a message of its own.
/// "Chinese compute: +11% in 2028", or without a change "Chinese compute: 8.7 million H100-equivalents in 2028".
Message title(const Finding& finding);
/// Without the year: "Chinese compute: +11%".
Message shortTitle(const Finding& finding);
/// Without the unit too: "Chinese compute: 8.7 million".
Message shortestTitle(const Finding& finding);
/// Under a title that is the name alone: "+11% in 2028 · million H100-equivalents".
Message narrowSubtitle(const Finding& finding);
/// Under the other titles: "Chinese effective compute, million H100-equivalents".
Message subtitle(const Series& series);

} // namespace chokepoint::words
