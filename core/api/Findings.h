// What a scenario does to a series in a year, first as a value and then as sentences of several lengths.
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
    bool isUnclear = false;                  ///< the draws do not agree on the sign
    bool isChange() const { return value != before; }
};

/// From two runs. `spread` must be of the same series and year.
Finding findingOf(const Catalogue& catalogue, std::size_t series, int year, const Projection& scenario, const Projection& baseline,
                  const ChangeSpread* spread = nullptr);

/// The titles of a chart by the room that they need, each a message of its own.
/// "Chinese compute: +11 % in 2028", or without a change "Chinese compute: 8.7 million H100-equivalents in 2028".
Message title(const Finding& finding);
/// Without the year: "Chinese compute: +11 %".
Message shortTitle(const Finding& finding);
/// Without the unit too: "Chinese compute: 8.7 million".
Message shortestTitle(const Finding& finding);
/// Under a title that is the name alone: "+11 % in 2028 · million H100-equivalents".
Message narrowSubtitle(const Finding& finding);
/// Under the other titles: "Chinese effective compute, million H100-equivalents".
Message subtitle(const Series& series);

/// What a scenario sets, as far as one phrase tells it.
struct Condition {
    enum class Kind {
        Present, ///< policy as it is
        Measure, ///< one change of one measure
        Preset,  ///< all changes of a preset
        Package, ///< several changes of one's own
    };
    Kind kind = Kind::Present;
    bool isAssumed = false;                  ///< under own assumptions
    const Measure* measure = nullptr;        ///< of a Measure
    std::string value;                       ///< what it is set to
    const Scenario* preset = nullptr;        ///< of a Preset
    std::size_t measures = 0, tableOnly = 0; ///< how many are set, and how many of these the equations do not read
    Quarter from;                            ///< when the first change applies
};
Condition conditionOf(const Catalogue& catalogue, const Scenario& scenario);

/// "With HBM sales to China at “Open” from 2027 Q1".
Message phrase(const Condition& condition);

/// What a scenario does to one series in one year, as one sentence: condition, value, change and baseline, the condition and the change
/// strong. With a spread it tells how far the draws agree.
Message resultSentence(const Condition& condition, const Finding& finding);

} // namespace chokepoint::words
