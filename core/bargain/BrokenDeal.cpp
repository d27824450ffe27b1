// A deal that is broken: what returns, and what the runs say stays.
#include "api/BargainModel.h"
#include "api/InputError.h"

#include "bargain/PackageRuns.h"
#include "run/RequestChecks.h"

namespace chokepoint::bargain {

bool isOrdered(const DealTimes& times)
{
    const auto& [announced, legal, effective] = times.dates;
    return announced.index >= 0 && announced <= legal && legal <= effective && effective.index + times.quarters < quarterCount
        && times.quarters >= 1 && times.quarters <= latestBreak;
}

BrokenDeal brokenDealOf(const Engine& engine, const WorthTerms& terms, const Package& package, const DealDates& dates, int quarters)
{
    run::requireNumber("quarters", static_cast<std::size_t>(std::max(0, quarters)), 1, latestBreak);
    const auto begin = dates.effective.index;
    if (!isOrdered({dates, quarters}))
        throw InputError(Refusal("deal_dates"));
    auto own = terms;
    own.start = dates.effective;
    own.quartersToSnapBack = quarters;
    const auto& game = modelGameOf(engine);
    const PackageRuns runs(engine, game, own);
    BrokenDeal deal{dates, Quarter{begin + quarters}, {}, {}, {}};
    for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
        if (package.levels[i] != game.domain.issues[i].statusQuo)
            deal.returns.push_back(i);
    deal.kept = runs.valuesOf(fateOf(engine.catalogue(), game, package, own, Fate::Kept));
    deal.broken = runs.valuesOf(fateOf(engine.catalogue(), game, package, own, Fate::Broken));
    return deal;
}

std::vector<double> partsOf(Side side, const std::vector<double>& weights, const std::vector<Both<double>>& values)
{
    constexpr double today = 50;
    std::vector<double> parts;
    for (std::size_t o = 0; o < values.size(); ++o)
        parts.push_back(weights[o] * (values[o].of(side) - today) / 100);
    return parts;
}

} // namespace chokepoint::bargain
