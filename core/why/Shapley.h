// Shapley values of a game whose values are known: over all coalitions, or from sampled orders of the players.
#pragma once

#include "why/Game.h"

#include <functional>
#include <span>
#include <vector>

namespace chokepoint::why {

/// Shares of `players` (0 to mostExactPlayers) from the values of all coalitions, `values[coalition]`; 2^players of them.
/// They add up to values.back() - values.front() when summed in order, but for what the last additions round away: the remainder
/// of rounding goes to the largest share that has no twin, else to the largest. A player whose every marginal contribution is zero
/// gets exactly zero, and players who can be exchanged in every coalition get the same share but for the remainder.
std::vector<double> exactShares(std::size_t players, std::span<const double> values);

/// Orders in which players join, in pairs of an order and its reverse.
using Orders = std::vector<std::vector<std::size_t>>;
Orders sampledOrders(std::size_t players, std::size_t pairs, std::uint64_t seed);

/// The coalitions that stand in some order, each once, rising.
std::vector<Coalition> coalitionsOf(const Orders& orders);

struct SampledShares {
    std::vector<double> shares, errors; ///< by player; the standard errors are over pairs of orders, zero for one pair
};

/// Mean marginal contributions over the first `count` orders (even, at least 2). They add up as exact ones do.
SampledShares sampledShares(const Orders& orders, std::size_t count, const std::function<double(Coalition)>& value);

} // namespace chokepoint::why
