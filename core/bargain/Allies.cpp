// Whose consent packages need, and what is left without it.
#include "api/BargainModel.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

void addRule(PackageRefusal& refusal, std::size_t rule)
{
    if (std::ranges::find(refusal.rules, rule) == refusal.rules.end())
        refusal.rules.push_back(rule);
}

} // namespace

std::vector<PackageRefusal> refusalsOf(const GameTables& game, const Package& package)
{
    std::vector<PackageRefusal> refusals;
    for (std::size_t ally = 0; ally < game.allies.size(); ++ally) {
        PackageRefusal refusal{ally, {}, {}, package};
        for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
            for (const auto& consent : game.domain.issues[i].levels[package.levels[i]].consents)
                if (consent.ally == ally) {
                    addRule(refusal, consent.rule);
                    refusal.issues.push_back(i);
                    refusal.left.levels[i] = static_cast<std::uint8_t>(consent.without);
                }
        if (!refusal.rules.empty())
            refusals.push_back(std::move(refusal));
    }
    return refusals;
}

std::vector<WeighedRefusal> refusalsOf(const GameTables& game, const Payoffs& payoffs, const Package& package)
{
    std::vector<WeighedRefusal> weighed;
    for (auto& refusal : refusalsOf(game, package)) {
        const auto worth = payoffs.worthOf(refusal.left);
        weighed.push_back({std::move(refusal), worth});
    }
    return weighed;
}

} // namespace chokepoint::bargain
