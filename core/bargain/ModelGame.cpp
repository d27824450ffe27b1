// Runs the packages of the model game: those that differ only in measures which move no series share a run.
#include "api/BargainModel.h"
#include "api/InputError.h"

#include "bargain/ListedPayoffs.h"
#include "bargain/Outcomes.h"
#include "bargain/PackageRuns.h"
#include "bargain/TableInside.h"
#include "numbers/Elementary.h"
#include "numbers/Random.h"
#include "run/Case.h"
#include "run/RequestChecks.h"

#include <algorithm>

namespace chokepoint::bargain {

namespace {

struct RunTable : PackageTable::Inside {
    std::vector<Both<double>> values, broken; ///< by package and outcome; broken: when the deal is broken and snaps back, or empty
    std::vector<Both<double>> spiral;         ///< by outcome

    std::vector<Both<double>> valuesOf(const Package& package) const override
    {
        const auto count = game.outcomes.size();
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(game.domain.indexOf(package) * count);
        return {begin, begin + static_cast<std::ptrdiff_t>(count)};
    }
    std::vector<Both<double>> valuesOfSpiral() const override { return spiral; }
    std::unique_ptr<Payoffs> payoffs(const Both<std::vector<double>>& weights) const override;

    std::shared_ptr<const WorthList> listOf(Side side, const std::vector<double>& weights) const
    {
        const auto outcomes = game.outcomes.size();
        auto list = std::make_shared<WorthList>(values.size() / outcomes);
        for (std::size_t i = 0; i < list->size(); ++i) {
            (*list)[i] = worthOf(side, weights, &values[i * outcomes], outcomes, terms.areLossesDearer);
            if (!broken.empty())
                (*list)[i] = terms.kept * (*list)[i]
                           + (1 - terms.kept) * worthOf(side, weights, &broken[i * outcomes], outcomes, terms.areLossesDearer);
        }
        return list;
    }
};

void checkTerms(const WorthTerms& terms)
{
    if (!(terms.kept >= 0 && terms.kept <= 1))
        throw InputError(Refusal("chance_out_of_range", {{"typed", std::to_string(terms.kept)}}, {.option = "kept"}));
    if (!(terms.lateShare >= 0 && terms.lateShare <= 1))
        throw InputError(Refusal("chance_out_of_range", {{"typed", std::to_string(terms.lateShare)}}, {.option = "late"}));
    run::requireNumber("quarters", static_cast<std::size_t>(std::max(0, terms.quartersToSnapBack)), 1, 20);
}

std::vector<double> scaled(const std::vector<double>& weights)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    auto result = weights;
    for (auto& weight : result)
        weight = sum > 0 ? weight * 100 / sum : 0;
    return result;
}

std::vector<double> decimals(const std::vector<int>& weights) { return {weights.begin(), weights.end()}; }

std::unique_ptr<Payoffs> RunTable::payoffs(const Both<std::vector<double>>& weights) const
{
    Both<ListedPayoffs::List> lists;
    Both<std::vector<std::shared_ptr<const WorthList>>> readings;
    for (const auto side : bothSides) {
        lists.of(side) = {listOf(side, weights.of(side)),
                          worthOf(side, weights.of(side), spiral.data(), spiral.size(), terms.areLossesDearer)};
        for (const auto w : weightingsOf(game, side))
            readings.of(side).push_back(listOf(side, decimals(game.weightings[w].weights)));
    }
    return std::make_unique<ListedPayoffs>(game.domain, std::move(lists), std::move(readings));
}

} // namespace

const GameTables& modelGameOf(const Engine& engine) { return *engine.impl().modelGame; }

std::vector<std::size_t> weightingsOf(const GameTables& game, Side side)
{
    std::vector<std::size_t> places;
    for (std::size_t w = 0; w < game.weightings.size(); ++w)
        if (game.weightings[w].side == side)
            places.push_back(w);
    return places;
}

Both<std::vector<double>> weightsOf(const GameTables& game, Both<std::size_t> weightings)
{
    return {decimals(game.weightings.at(weightings.us).weights), decimals(game.weightings.at(weightings.china).weights)};
}

Scenario scenarioOf(const GameTables& game, const Package& package, Quarter start)
{
    Scenario scenario;
    scenario.start = start;
    for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
        for (const auto& change : game.domain.issues[i].levels[package.levels[i]].changes)
            scenario.changes.push_back(change);
    return scenario;
}

const GameTables& PackageTable::game() const { return m_inside->game; }

std::shared_ptr<const GameTables> PackageTable::sharedGame() const { return {m_inside, &m_inside->game}; }

const WorthTerms& PackageTable::terms() const { return m_inside->terms; }

std::vector<Both<double>> PackageTable::valuesOf(const Package& package) const { return m_inside->valuesOf(package); }

double vetoChance(double worth, double today)
{
    constexpr double lossOfEvenChance = 6, width = 4; // points
    return 1 / (1 + numbers::elementary::exp((worth - (today - lossOfEvenChance)) / width));
}

std::vector<double> PackageTable::vetoChances(const Package& package) const
{
    constexpr double today = 50;
    const auto values = valuesOf(package);
    std::vector<double> chances;
    for (const auto& player : m_inside->game.vetoPlayers) {
        const auto& weighting = m_inside->game.weightings[player.weighting];
        const double worth =
            worthOf(weighting.side, decimals(weighting.weights), values.data(), values.size(), m_inside->terms.areLossesDearer);
        chances.push_back(vetoChance(worth, today));
    }
    return chances;
}

std::vector<Both<double>> PackageTable::valuesOfSpiral() const { return m_inside->valuesOfSpiral(); }

std::unique_ptr<Payoffs> PackageTable::payoffs(const Both<std::vector<double>>& weights) const
{
    return m_inside->payoffs({scaled(weights.us), scaled(weights.china)});
}

std::unique_ptr<Payoffs> PackageTable::payoffs(Both<std::size_t> weightings) const
{
    return payoffs(weightsOf(m_inside->game, weightings));
}

std::optional<PackageTable> packageTableOf(const Engine& engine, const WorthTerms& terms, const RunControl& work)
{
    checkTerms(terms);
    run::requireWork(work);
    auto inside = std::make_shared<RunTable>();
    inside->game = modelGameOf(engine);
    inside->terms = terms;
    if (!terms.keepsRedLines)
        for (auto& issue : inside->game.domain.issues)
            for (auto& level : issue.levels)
                level.isRedLine = {};
    const PackageRuns runs(engine, inside->game, terms);
    run::RunBudget meter(work, runs.runCount() * (terms.kept < 1 ? 2 : 1));
    if (!runs.fill(Fate::Kept, inside->values, meter))
        return std::nullopt;
    if (terms.kept < 1 && !runs.fill(Fate::Broken, inside->broken, meter))
        return std::nullopt;
    inside->spiral = runs.spiral();
    return PackageTable(inside);
}

std::optional<DrawWorths> drawWorthsOf(const Engine& engine, const WorthTerms& terms, const Both<std::vector<double>>& weights,
                                       const std::vector<Package>& packages, std::size_t draws, std::uint64_t seed, const RunControl& work)
{
    checkTerms(terms);
    run::requireNumber("draws", draws, 1, 10000);
    run::requireWork(work);
    run::RunBudget meter(work, draws * (engine.catalogue().presets.size() + packages.size()));
    return PackageRuns(engine, modelGameOf(engine), terms)
        .inDraws({scaled(weights.us), scaled(weights.china)}, packages, draws, seed, meter);
}

PayoffsOfSeed variedModelGame(const PackageTable& table)
{
    auto all = std::make_shared<std::vector<std::shared_ptr<const Payoffs>>>();
    for (const auto us : weightingsOf(table.game(), Side::US))
        for (const auto china : weightingsOf(table.game(), Side::China))
            all->push_back(table.payoffs(Both<std::size_t>{us, china}));
    return [all](std::uint64_t seed) { return (*all)[numbers::Random(seed).below(all->size())]; };
}

ClearedShare clearedShareOf(const DrawWorths& draws, std::size_t package, Both<double> chance)
{
    constexpr double today = 50;
    Both<std::size_t> cleared;
    std::size_t both = 0;
    for (std::size_t d = 0; d < draws.spiral.size(); ++d) {
        const auto& worth = draws.worths.at(package)[d];
        const bool us = worth.us >= chance.us * today + (1 - chance.us) * draws.spiral[d].us;
        const bool china = worth.china >= chance.china * today + (1 - chance.china) * draws.spiral[d].china;
        cleared.us += us ? 1 : 0;
        cleared.china += china ? 1 : 0;
        both += us && china ? 1 : 0;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(draws.spiral.size(), 1));
    return {{static_cast<double>(cleared.us) / count, static_cast<double>(cleared.china) / count}, static_cast<double>(both) / count};
}

} // namespace chokepoint::bargain
