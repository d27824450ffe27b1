// The index of influence taken apart: shares of use and of building, and the weight of each.
#include "api/OpenModels.h"

#include "api/TalentFlows.h"
#include "numbers/DecimalText.h"
#include "run/EngineImpl.h"

#include <algorithm>
#include <vector>

namespace chokepoint {
namespace {

constexpr double hundredthsOfOne = 100;

template <std::size_t N> ShownShares<N> shownOf(const std::array<double, N>& parts)
{
    ShownShares<N> shown{.parts = parts};
    std::vector<double> hundredths;
    for (const double part : parts)
        hundredths.push_back(part * hundredthsOfOne);
    std::ranges::copy(apportioned(hundredths, static_cast<std::int64_t>(hundredthsOfOne)), shown.hundredths.begin());
    return shown;
}

double weightOf(const Catalogue& catalogue, const Scenario& scenario)
{
    constexpr std::string_view id = "open.token_weight";
    for (const auto& assumption : scenario.assumptions)
        if (assumption.parameter == id)
            return numbers::DecimalText::toDouble(assumption.value);
    return numbers::DecimalText::toDouble(catalogue.parameters[*catalogue.findParameter(id)].central);
}

} // namespace

OpenModels openModelsOf(const Engine& engine, const Scenario& scenario, const Projection& run, Period at)
{
    const auto& catalogue = engine.catalogue();
    const auto in = [&](const char* series) { return at.in(run.series[*catalogue.findSeries(series)]); };
    OpenModels models;
    models.use = shownOf<4>({in("open.token_closed"), in("open.token_us"), in("open.token_other"), in("open.token_china")});
    models.bases = shownOf<3>({in("open.base_us"), in("open.base_other"), in("open.base_china")});
    const double us = in("open.influence_us"), china = in("open.influence_china");
    models.influence = shownOf<3>({us, 1 - us - china, china});
    models.weight = weightOf(catalogue, scenario);
    return models;
}

} // namespace chokepoint
