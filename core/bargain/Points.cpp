// Points of the bargaining theories, on a frontier that is given as a list of packages.
#include "api/Bargain.h"

#include "numbers/Elementary.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::bargain {
namespace {

Both<double> gainOf(Both<double> worth, Both<double> walkAway) { return {worth.us - walkAway.us, worth.china - walkAway.china}; }

/// The largest gain of each inside the zone.
Both<double> mostGains(const std::vector<WorthOf>& inside, Both<double> walkAway)
{
    Both<double> most;
    for (const auto& one : inside) {
        const auto gain = gainOf(one.worth, walkAway);
        most = {std::max(most.us, gain.us), std::max(most.china, gain.china)};
    }
    return most;
}

/// A gain as a share of the largest one; where nothing can be gained nothing is missed.
double shareOf(double gain, double most) { return most > 0 ? gain / most : 1; }

/// The package with the largest score; of equal ones that with the larger sum of points.
template <class Score> const WorthOf& bestBy(const std::vector<WorthOf>& inside, const Score& score)
{
    return *std::ranges::max_element(inside, {},
                                     [&](const WorthOf& one) { return std::pair(score(one.worth), one.worth.us + one.worth.china); });
}

double nashProduct(Both<double> gain) { return gain.us >= 0 && gain.china >= 0 ? gain.us * gain.china : 0; }

} // namespace

std::vector<WorthOf> insideZone(const std::vector<WorthOf>& frontier, Both<double> walkAway)
{
    std::vector<WorthOf> inside;
    std::ranges::copy_if(frontier, std::back_inserter(inside),
                         [&](const WorthOf& one) { return one.worth.us >= walkAway.us && one.worth.china >= walkAway.china; });
    return inside;
}

std::optional<SolutionPoints> solutionPoints(const std::vector<WorthOf>& frontier, Both<double> walkAway)
{
    const auto inside = insideZone(frontier, walkAway);
    if (inside.empty())
        return std::nullopt;
    const auto most = mostGains(inside, walkAway);
    SolutionPoints points;
    points.nash = bestBy(inside, [&](Both<double> worth) { return nashProduct(gainOf(worth, walkAway)); });
    points.kalaiSmorodinsky = bestBy(inside, [&](Both<double> worth) {
        const auto gain = gainOf(worth, walkAway);
        return std::min(shareOf(gain.us, most.us), shareOf(gain.china, most.china));
    });
    points.egalitarian = bestBy(inside, [&](Both<double> worth) {
        const auto gain = gainOf(worth, walkAway);
        return std::min(gain.us, gain.china);
    });
    points.utilitarian = bestBy(inside, [&](Both<double> worth) { return worth.us + worth.china; });
    return points;
}

std::optional<WorthOf> nashWithPower(const std::vector<WorthOf>& frontier, Both<double> walkAway, double power)
{
    const auto inside = insideZone(frontier, walkAway);
    if (inside.empty())
        return std::nullopt;
    return bestBy(inside, [&](Both<double> worth) {
        const auto gain = gainOf(worth, walkAway);
        if (gain.us <= 0 || gain.china <= 0)
            return 0.0;
        return numbers::elementary::exp(power * numbers::elementary::log(gain.us) + (1 - power) * numbers::elementary::log(gain.china));
    });
}

double powerOfPatience(Both<double> kept)
{
    const double us = numbers::elementary::log(kept.us), china = numbers::elementary::log(kept.china);
    return china / (us + china);
}

std::optional<WorthOf> jointImprovement(const Payoffs& payoffs, const Allowed& allowed, const Package& text, Both<double> walkAway)
{
    const auto now = payoffs.worthOf(text);
    std::vector<WorthOf> better;
    for (const auto& one : payoffs.frontier(allowed))
        if (one.worth.us > now.us && one.worth.china > now.china)
            better.push_back(one);
    const auto points = solutionPoints(better, {std::max(now.us, walkAway.us), std::max(now.china, walkAway.china)});
    return points ? std::optional(points->nash) : std::nullopt;
}

Quality qualityOf(const std::vector<WorthOf>& frontier, Both<double> walkAway, Both<double> worth)
{
    Quality quality;
    const auto gain = gainOf(worth, walkAway);
    const auto inside = insideZone(frontier, walkAway);
    double best = 0, squared = std::numeric_limits<double>::infinity();
    for (const auto& one : inside)
        best = std::max(best, nashProduct(gainOf(one.worth, walkAway)));
    for (const auto& one : frontier) {
        const auto beyond = gainOf(one.worth, worth);
        squared = std::min(squared, beyond.us * beyond.us + beyond.china * beyond.china);
        if (beyond.us >= 0 && beyond.china >= 0)
            quality.gainLeft = std::max(quality.gainLeft, beyond.us + beyond.china);
    }
    quality.nashShare = best > 0 ? nashProduct(gain) / best : 0;
    quality.distance = frontier.empty() ? 0 : std::sqrt(squared);
    const auto most = mostGains(inside, walkAway);
    const double us = shareOf(gain.us, most.us), china = shareOf(gain.china, most.china);
    quality.fairness = us > 0 && china > 0 ? std::min(us, china) / std::max(us, china) : 0;
    return quality;
}

} // namespace chokepoint::bargain
