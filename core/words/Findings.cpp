// What a scenario does to a series: chart titles of several lengths.
#include "api/ChangeWords.h"
#include "api/Findings.h"
#include "api/NumberWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"

#include "words/Units.h"

#include <cmath>
#include <utility>

namespace chokepoint::words {
namespace {

Message amountOf(const Finding& finding)
{
    const auto display = displayUnit(*finding.series);
    return amount(number(finding.value * display.scale), display);
}

/// The change, or without one the value.
MessageValue told(const Finding& finding)
{
    return finding.isChange() ? changeWithDoubt(*finding.series, finding.value, finding.before, finding.certainty)
                              : MessageValue(amountOf(finding));
}

/// The same without a unit, but for words that are no number.
MessageValue toldWithoutUnit(const Finding& finding)
{
    if (!finding.isChange()) {
        const auto display = displayUnit(*finding.series);
        return amountWithoutUnit(number(finding.value * display.scale), display);
    }
    const double change = (finding.value - finding.before) * finding.series->unit.scale;
    const bool isPlain = isDifferenceTold(*finding.series) && finding.certainty == Certainty::Firm && std::fabs(change) >= 0.05;
    return isPlain ? signedDifference(change) : told(finding);
}

} // namespace

Finding findingOf(const Catalogue& catalogue, std::size_t series, int year, const Projection& scenario, const Projection& baseline,
                  const ChangeSpread* spread)
{
    Finding finding{.series = &catalogue.series[series],
                    .year = year,
                    .value = scenario.annualMean(series, year),
                    .before = baseline.annualMean(series, year)};
    if (spread) {
        finding.spread = *spread;
        finding.certainty = certaintyOf(*spread, finding.value - finding.before);
    }
    return finding;
}

Message title(const Finding& finding)
{
    return Message("finding.title", {{"series", finding.series->shortName}, {"value", told(finding)}, {"year", finding.year}});
}

Message shortTitle(const Finding& finding)
{
    return Message("finding.short", {{"series", finding.series->shortName}, {"value", told(finding)}});
}

Message shortestTitle(const Finding& finding)
{
    return Message("finding.shortest", {{"series", finding.series->shortName}, {"value", toldWithoutUnit(finding)}});
}

Message narrowSubtitle(const Finding& finding)
{
    if (!finding.isChange())
        return Message("finding.value", {{"value", told(finding)}, {"year", finding.year}});
    const auto unit = displayUnit(*finding.series).name();
    return Message("finding.change", {{"value", told(finding)}, {"year", finding.year}, {"unit", unit}});
}

Message subtitle(const Series& series)
{
    return Message("finding.subtitle", {{"series", series.name}, {"unit", displayUnit(series).name()}});
}

} // namespace chokepoint::words
