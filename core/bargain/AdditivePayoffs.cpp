// Counts all packages as sums of two halves, and finds the frontier issue by issue.
#include "bargain/AdditivePayoffs.h"

#include "bargain/AdditiveSeat.h"
#include "bargain/Frontier.h"
#include "run/EngineImpl.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

/// The sums of all allowed packages of the issues `first` to before `end`, a list for each side.
Both<std::vector<double>> sumsOf(const LevelPoints& points, const Allowed& allowed, std::size_t first, std::size_t end)
{
    Both<std::vector<double>> sums{{0}, {0}};
    for (auto i = first; i < end; ++i) {
        Both<std::vector<double>> more;
        for (auto* each : {&more.us, &more.china})
            each->reserve(sums.us.size() * points[i].size());
        for (std::size_t l = 0; l < points[i].size(); ++l)
            if (allowed.allows(i, l))
                for (std::size_t k = 0; k < sums.us.size(); ++k) {
                    more.us.push_back(sums.us[k] + points[i][l].us);
                    more.china.push_back(sums.china[k] + points[i][l].china);
                }
        sums = std::move(more);
    }
    return sums;
}

LevelPoints pointsOf(const ScoredGame& game, const std::vector<Both<double>>& weights)
{
    LevelPoints points;
    for (std::size_t i = 0; i < game.values.size(); ++i) {
        auto& levels = points.emplace_back();
        for (const auto& value : game.values[i])
            levels.push_back({weights[i].us * value.us, weights[i].china * value.china});
    }
    return points;
}

} // namespace

AdditivePayoffs::AdditivePayoffs(Domain domain, LevelPoints hundredths) : Payoffs(std::move(domain)), m_hundredths(std::move(hundredths)) {}

double AdditivePayoffs::worth(Side side, const Package& package) const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_hundredths.size(); ++i)
        sum += m_hundredths[i][package.levels[i]].of(side);
    return sum / hundredthsOfPoint;
}

Both<double> AdditivePayoffs::walkAway(Both<double> chance) const
{
    const auto today = worthOf(domain().statusQuo()), without = worthOf(domain().noAgreement());
    return {chance.us * today.us + (1 - chance.us) * without.us, chance.china * today.china + (1 - chance.china) * without.china};
}

Both<std::vector<double>> AdditivePayoffs::worths(const Allowed& allowed) const
{
    auto sums = sumsOf(m_hundredths, allowed, 0, m_hundredths.size());
    for (auto* each : {&sums.us, &sums.china})
        for (auto& worth : *each)
            worth /= hundredthsOfPoint;
    return sums;
}

std::size_t AdditivePayoffs::countAbove(const Allowed& allowed, Both<double> least, bool isStrict) const
{
    const auto middle = m_hundredths.size() / 2;
    const auto left = sumsOf(m_hundredths, allowed, 0, middle), right = sumsOf(m_hundredths, allowed, middle, m_hundredths.size());
    const auto counted = [&](const auto& isEnough) {
        std::size_t count = 0;
        for (std::size_t a = 0; a < left.us.size(); ++a) {
            const double us = left.us[a], china = left.china[a];
            int inside = 0; // of one row: a short count is summed side by side
            for (std::size_t b = 0; b < right.us.size(); ++b)
                inside += static_cast<int>(isEnough((us + right.us[b]) / hundredthsOfPoint, least.us))
                        & static_cast<int>(isEnough((china + right.china[b]) / hundredthsOfPoint, least.china));
            count += static_cast<std::size_t>(inside);
        }
        return count;
    };
    return isStrict ? counted([](double worth, double bound) { return worth > bound; })
                    : counted([](double worth, double bound) { return worth >= bound; });
}

std::vector<WorthOf> AdditivePayoffs::frontier(const Allowed& allowed) const
{
    std::vector<IssuePoints> issues;
    for (std::size_t i = 0; i < m_hundredths.size(); ++i) {
        auto& issue = issues.emplace_back();
        for (std::size_t l = 0; l < m_hundredths[i].size(); ++l)
            if (allowed.allows(i, l))
                issue.levels.push_back(
                    {m_hundredths[i][l].us, m_hundredths[i][l].china, static_cast<std::uint8_t>(l), l != domain().issues[i].statusQuo});
        if (issue.levels.empty())
            return {};
    }
    std::vector<WorthOf> points;
    for (const auto& sums : undominated(issues))
        points.push_back({sums.package, worthOf(sums.package)});
    std::ranges::reverse(points);
    return points;
}

std::unique_ptr<Seat> AdditivePayoffs::seat(Side side, const Allowed& allowed) const
{
    return std::make_unique<AdditiveSeat>(domain(), m_hundredths, side, allowed);
}

const ScoredGame& scoredGameOf(const Engine& engine) { return *engine.impl().scoredGame; }

std::unique_ptr<Payoffs> payoffsOf(const ScoredGame& game)
{
    std::vector<Both<double>> weights;
    for (const auto& weight : game.weights)
        weights.push_back({static_cast<double>(weight.us), static_cast<double>(weight.china)});
    return std::make_unique<AdditivePayoffs>(game.domain, pointsOf(game, weights));
}

std::unique_ptr<Payoffs> payoffsOf(const ScoredGame& game, const std::vector<Both<double>>& weights)
{
    Both<double> sum;
    for (const auto& weight : weights) {
        sum.us += weight.us;
        sum.china += weight.china;
    }
    auto scaled = weights;
    for (auto& weight : scaled)
        weight = {weight.us * 100 / sum.us, weight.china * 100 / sum.china};
    return std::make_unique<AdditivePayoffs>(game.domain, pointsOf(game, scaled));
}

} // namespace chokepoint::bargain
