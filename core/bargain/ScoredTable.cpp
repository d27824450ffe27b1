// The scored game as a table of packages: its issues are the outcomes, and the values of an issue are those of its levels.
#include "bargain/TableInside.h"

namespace chokepoint::bargain {
namespace {

struct SheetTable : PackageTable::Inside {
    ScoredGame scored;

    std::vector<Both<double>> valuesOf(const Package& package) const override
    {
        std::vector<Both<double>> values;
        for (std::size_t i = 0; i < scored.values.size(); ++i) {
            const auto& value = scored.values[i][package.levels[i]];
            values.push_back({static_cast<double>(value.us), static_cast<double>(value.china)});
        }
        return values;
    }
    std::vector<Both<double>> valuesOfSpiral() const override { return valuesOf(scored.domain.noAgreement()); }
    std::unique_ptr<Payoffs> payoffs(const Both<std::vector<double>>& weights) const override
    {
        std::vector<Both<double>> byIssue;
        for (std::size_t i = 0; i < weights.us.size(); ++i)
            byIssue.push_back({weights.us[i], weights.china[i]});
        return payoffsOf(scored, byIssue);
    }
};

} // namespace

PackageTable packageTableOf(const ScoredGame& game)
{
    auto table = std::make_shared<SheetTable>();
    table->scored = game;
    table->game.isOfModel = false;
    table->game.domain = game.domain;
    Weighting us, china;
    china.side = Side::China;
    for (std::size_t i = 0; i < game.domain.issues.size(); ++i) {
        auto& outcome = table->game.outcomes.emplace_back();
        outcome.id = game.domain.issues[i].id;
        outcome.name = game.domain.issues[i].name;
        us.weights.push_back(game.weights[i].us);
        china.weights.push_back(game.weights[i].china);
    }
    table->game.weightings = {std::move(us), std::move(china)};
    return PackageTable(table);
}

} // namespace chokepoint::bargain
