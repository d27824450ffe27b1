// Games for tests: the shipped one, curves with known points, and small random ones.
#pragma once

#include "api/Bargain.h"
#include "bargain/AdditivePayoffs.h"
#include "numbers/Random.h"

#include "TestData.h"

#include <memory>
#include <vector>

namespace chokepoint::test {

inline std::unique_ptr<bargain::Payoffs> shippedGame() { return bargain::payoffsOf(bargain::scoredGameOf(engine())); }

/// Points of a falling curve; china(us) for us from 0 to 100 in `steps` steps.
template <class Curve> std::vector<bargain::WorthOf> curve(const Curve& china, int steps = 100000)
{
    std::vector<bargain::WorthOf> points;
    for (int i = 0; i <= steps; ++i) {
        const double us = 100.0 * i / steps;
        points.push_back({{}, {us, china(us)}});
    }
    return points;
}

/// A game of `issues` issues with random levels, weights, red lines and no-agreement levels.
inline std::unique_ptr<bargain::Payoffs> randomGame(numbers::Random& random, std::size_t issues)
{
    bargain::Domain domain;
    bargain::LevelPoints points;
    for (std::size_t i = 0; i < issues; ++i) {
        bargain::Issue issue;
        issue.id = issue.name = "issue " + std::to_string(i);
        issue.mover = static_cast<bargain::Mover>(random.below(3));
        auto& own = points.emplace_back();
        const auto levels = 2 + random.below(4);
        for (std::size_t l = 0; l < levels; ++l) {
            bargain::IssueLevel level{"l" + std::to_string(l), "level"};
            level.isRedLine = {random.below(8) == 0, random.below(8) == 0};
            issue.levels.push_back(level);
            own.push_back({static_cast<double>(random.below(10000 / issues)), static_cast<double>(random.below(10000 / issues))});
        }
        issue.statusQuo = random.below(levels);
        issue.noAgreement = random.below(levels);
        domain.issues.push_back(issue);
    }
    return std::make_unique<bargain::AdditivePayoffs>(domain, points);
}

} // namespace chokepoint::test
