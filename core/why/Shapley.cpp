// Shapley values: weights, sums that do not lose digits, twins, and the remainder.
#include "why/Shapley.h"

#include "numbers/Random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace chokepoint::why {
namespace {

/// A sum with the rounding errors of its additions kept beside it (Neumaier).
class Sum {
public:
    void add(double x)
    {
        const double sum = m_sum + x;
        m_rest += std::fabs(m_sum) >= std::fabs(x) ? (m_sum - sum) + x : (x - sum) + m_sum;
        m_sum = sum;
    }
    double value() const { return m_sum + m_rest; }

private:
    double m_sum = 0, m_rest = 0;
};

/// By the size of a coalition without the player: the share of the orders in which exactly it stands before the player.
std::vector<double> weights(std::size_t players)
{
    std::vector<double> result;
    double choose = 1; // players - 1 over size; whole numbers, exact
    for (std::size_t size = 0; size < players; ++size) {
        result.push_back(1 / (static_cast<double>(players) * choose));
        choose = choose * static_cast<double>(players - 1 - size) / static_cast<double>(size + 1);
    }
    return result;
}

/// True when the two add the same to every coalition that has neither.
bool areTwins(std::size_t a, std::size_t b, std::span<const double> values)
{
    const Coalition first = Coalition{1} << a, second = Coalition{1} << b;
    for (Coalition c = 0; c < values.size(); ++c)
        if (!(c & (first | second)) && values[c | first] != values[c | second])
            return false;
    return true;
}

/// Puts total - (sum of shares in order) onto the largest share, passing over `skipped` ones where it can. Zeros stay zero.
void addUp(std::vector<double>& shares, double total, const std::vector<bool>& skipped)
{
    std::size_t largest = shares.size();
    const auto better = [&](std::size_t a, std::size_t b) { return std::fabs(shares[a]) > std::fabs(shares[b]); };
    for (const bool mayBeSkipped : {false, true}) {
        for (std::size_t i = 0; i < shares.size(); ++i)
            if (shares[i] != 0 && skipped[i] == mayBeSkipped && (largest == shares.size() || better(i, largest)))
                largest = i;
        if (largest < shares.size())
            break;
    }
    if (largest == shares.size())
        return;
    constexpr int rounds = 4; // the sum rounds again, so one correction may leave a unit in the last place
    for (int round = 0; round < rounds; ++round) {
        const double rest = total - std::accumulate(shares.begin(), shares.end(), 0.0);
        if (rest == 0)
            return;
        shares[largest] += rest;
    }
}

} // namespace

std::vector<double> exactShares(std::size_t players, std::span<const double> values)
{
    const auto weight = weights(players);
    std::vector<double> shares(players);
    double level = 0;
    for (const double value : values)
        level = std::max(level, std::fabs(value));
    for (std::size_t i = 0; i < players; ++i) {
        const Coalition own = Coalition{1} << i;
        Sum sum;
        for (Coalition c = 0; c < values.size(); ++c)
            if (!(c & own))
                sum.add(weight[static_cast<std::size_t>(std::popcount(c))] * (values[c | own] - values[c]));
        shares[i] = sum.value();
    }
    std::vector<bool> isTwin(players);
    for (std::size_t i = 0; i < players; ++i)
        for (std::size_t k = i + 1; k < players; ++k)
            if (!isTwin[k] && shares[i] != 0 && std::fabs(shares[i] - shares[k]) <= 1e-12 * level && areTwins(i, k, values)) {
                shares[k] = shares[i];
                isTwin[i] = isTwin[k] = true;
            }
    addUp(shares, values.back() - values.front(), isTwin);
    return shares;
}

Orders sampledOrders(std::size_t players, std::size_t pairs, std::uint64_t seed)
{
    numbers::Random random(seed);
    Orders orders;
    std::vector<std::size_t> order(players);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t left = players; left > 1; --left)
            std::swap(order[left - 1], order[static_cast<std::size_t>(random.below(left))]);
        orders.push_back(order);
        orders.emplace_back(order.rbegin(), order.rend());
    }
    return orders;
}

std::vector<Coalition> coalitionsOf(const Orders& orders)
{
    std::vector<Coalition> result;
    for (const auto& order : orders) {
        Coalition coalition = 0;
        result.push_back(coalition);
        for (const auto player : order)
            result.push_back(coalition |= Coalition{1} << player);
    }
    std::ranges::sort(result);
    const auto doubled = std::ranges::unique(result);
    result.erase(doubled.begin(), doubled.end());
    return result;
}

SampledShares sampledShares(const Orders& orders, std::size_t count, const std::function<double(Coalition)>& value)
{
    const auto players = orders.front().size();
    const double nothing = value(0), all = value((Coalition{1} << players) - 1);
    const auto pairs = static_cast<double>(count / 2);
    std::vector<Sum> sums(players), squares(players);
    std::vector<double> ofPair(players);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 2 == 0)
            std::ranges::fill(ofPair, 0.0);
        Coalition coalition = 0;
        double before = nothing;
        for (const auto player : orders[i]) {
            const double after = value(coalition |= Coalition{1} << player);
            ofPair[player] += (after - before) / 2;
            before = after;
        }
        for (std::size_t p = 0; i % 2 == 1 && p < players; ++p) {
            sums[p].add(ofPair[p]);
            squares[p].add(ofPair[p] * ofPair[p]);
        }
    }
    SampledShares result{std::vector<double>(players), std::vector<double>(players)};
    for (std::size_t p = 0; p < players; ++p) {
        const double mean = sums[p].value() / pairs;
        result.shares[p] = mean;
        if (pairs > 1)
            result.errors[p] = std::sqrt(std::max(0.0, squares[p].value() / pairs - mean * mean) / (pairs - 1));
    }
    addUp(result.shares, all - nothing, std::vector<bool>(players));
    return result;
}

} // namespace chokepoint::why
