// Attribution: a first estimate from a few orders of the players, then all coalitions, or more orders where they are too many.
#include "why/AttributionRun.h"

#include "why/CoalitionTable.h"
#include "run/Parallel.h"
#include "draws/Quantiles.h"
#include "why/Shapley.h"

#include <algorithm>
#include <numeric>

namespace chokepoint::why {
namespace {

constexpr std::size_t fewestForPartial = 10;       ///< active players; with fewer the whole is there at once
constexpr std::array<std::size_t, 2> firstPairs{16, 128}; ///< pairs of orders after which a partial result is told
constexpr std::size_t bandPairs = 8; ///< pairs of orders in every draw, where all coalitions would be too many

class AttributionRun {
public:
    AttributionRun(const run::Exogenous<double>& exogenous, const run::ParameterValues<double>& parameters,
                   const std::vector<run::ParameterValues<double>>& draws, const Game& game, const AttributionRequest& request)
        : m_exogenous(exogenous),
          m_draws(draws),
          m_game(game),
          m_request(request),
          m_active(game.active.size()),
          m_isExact(m_active <= mostExactPlayers),
          m_orders(m_isExact && m_active < fewestForPartial ? Orders{} : sampledOrders(m_active, pairs(), request.seed)),
          m_table(game, coalitions(), request.series),
          m_bandOrders(draws.empty() || m_active <= mostBandPlayers ? Orders{} : sampledOrders(m_active, bandPairs, request.seed)),
          m_bandTable(game, draws.empty() ? std::vector<Coalition>{} : bandCoalitions(), request.series),
          m_meter(request.work, m_table.size() + (draws.size() + (m_bandOrders.empty() ? 0 : 1)) * m_bandTable.size()),
          m_common{parameters, game.baseline}
    {
    }

    Attribution run()
    {
        m_result.players = m_game.players;
        m_result.method = m_isExact ? Attribution::Method::Exact : Attribution::Method::Sampled;
        if (m_active == 0)
            return nothingMoves();
        std::vector<bool> isDone(m_table.size());
        for (const auto count : stages()) {
            const bool isLast = count == 0;
            const auto todo = missing(isDone, count);
            if (!m_table.fill(m_exogenous, m_common, todo, m_meter))
                return m_result;
            if (isLast && m_isExact)
                m_result.method = Attribution::Method::Exact;
            else
                m_result.method = Attribution::Method::Sampled;
            evaluate(m_isExact && isLast ? 0 : isLast ? m_orders.size() : 2 * count);
            if (!isLast && m_request.onPartial)
                m_request.onPartial(m_result);
        }
        m_result.isComplete = m_draws.empty() || spread();
        return m_result;
    }

private:
    std::size_t pairs() const { return m_isExact ? firstPairs.back() : std::max<std::size_t>(1, m_request.permutations / 2); }

    /// All coalitions; or those of the orders, of none, of one and of two players.
    std::vector<Coalition> coalitions() const
    {
        std::vector<Coalition> all;
        if (m_isExact) {
            all.resize(std::size_t{1} << m_active);
            std::iota(all.begin(), all.end(), Coalition{0});
            return all;
        }
        all = coalitionsOf(m_orders);
        const auto few = smallCoalitions();
        all.insert(all.end(), few.begin(), few.end());
        std::ranges::sort(all);
        const auto doubled = std::ranges::unique(all);
        all.erase(doubled.begin(), doubled.end());
        return all;
    }
    std::vector<Coalition> bandCoalitions() const
    {
        if (!m_bandOrders.empty())
            return coalitionsOf(m_bandOrders);
        std::vector<Coalition> all(std::size_t{1} << m_active);
        std::iota(all.begin(), all.end(), Coalition{0});
        return all;
    }
    std::vector<Coalition> smallCoalitions() const
    {
        std::vector<Coalition> few{0, m_game.everyone()};
        for (std::size_t a = 0; a < m_active; ++a)
            for (std::size_t b = a; b < m_active; ++b)
                few.push_back(Coalition{1} << a | Coalition{1} << b);
        return few;
    }

    /// Numbers of pairs of orders after which to evaluate; 0 stands for everything.
    std::vector<std::size_t> stages() const
    {
        std::vector<std::size_t> result;
        for (const auto count : firstPairs)
            if (2 * count < m_orders.size() || (m_isExact && 2 * count <= m_orders.size() && m_active > fewestForPartial + 2))
                result.push_back(count);
        result.push_back(0);
        return result;
    }

    /// Places that the stage needs and that have not been run; marks them as done.
    std::vector<std::size_t> missing(std::vector<bool>& isDone, std::size_t count) const
    {
        std::vector<std::size_t> places;
        const auto want = [&](std::size_t place) {
            if (!isDone[place])
                places.push_back(place);
            isDone[place] = true;
        };
        if (count == 0)
            for (std::size_t place = 0; place < m_table.size(); ++place)
                want(place);
        else {
            for (const auto coalition : smallCoalitions())
                want(m_table.place(coalition));
            const Orders first(m_orders.begin(), m_orders.begin() + static_cast<std::ptrdiff_t>(2 * count));
            for (const auto coalition : coalitionsOf(first))
                want(m_table.place(coalition));
        }
        return places;
    }

    Attribution nothingMoves()
    {
        run::RunInput same = m_common;
        run::RunBatch runs{.count = 1, .series = m_request.series, .from = 0, .prepare = [](std::size_t, run::RunInput&) {},
                      .take = [&](std::size_t, const std::vector<SeriesValues>& values) {
                          m_result.series.clear();
                          for (std::size_t s = 0; s < values.size(); ++s)
                              m_result.series.push_back(empty(s, values[s]));
                      }};
        m_result.isComplete = run::runBatch(m_exogenous, same, runs, m_meter);
        m_result.runs = 1;
        return m_result;
    }

    SeriesAttribution empty(std::size_t s, const SeriesValues& values) const
    {
        const auto players = m_game.players.size();
        SeriesAttribution result;
        result.series = m_request.series[s];
        result.baseline = result.scenario = values;
        result.shares = result.errors = result.alone = std::vector<SeriesValues>(players, SeriesValues{});
        result.interactions.assign(players * (players - std::min<std::size_t>(players, 1)) / 2, SeriesValues{});
        return result;
    }

    /// `orders`: how many of the orders count, 0 for the exact shares.
    void evaluate(std::size_t orders)
    {
        m_result.runs = m_meter.done();
        m_result.series.clear();
        // before the first difference all coalitions are the baseline
        run::RunBatch once{.count = 1, .series = m_request.series, .from = 0, .prepare = [](std::size_t, run::RunInput&) {},
                      .take = [&](std::size_t, const std::vector<SeriesValues>& values) {
                          for (std::size_t s = 0; s < values.size(); ++s)
                              m_result.series.push_back(empty(s, values[s]));
                      }};
        const RunControl quiet{.threads = 1, .isCancelled = {}, .clock = {}, .onProgress = {}};
        run::RunBudget uncounted(quiet, 1);
        run::runBatch(m_exogenous, m_common, once, uncounted);
        const auto quarters = static_cast<std::size_t>(quarterCount - m_game.first);
        run::Parallel(m_request.work.threads).parts(m_request.series.size() * quarters, 1, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i)
                evaluateAt(i / quarters, m_game.first + static_cast<int>(i % quarters), orders);
        });
    }

    void evaluateAt(std::size_t s, int quarter, std::size_t orders)
    {
        auto& result = m_result.series[s];
        const auto q = static_cast<std::size_t>(quarter);
        const auto value = [&](Coalition c) { return m_table.value(s, quarter, c); };
        const double nothing = value(0);
        result.scenario[q] = value(m_game.everyone());
        result.total[q] = result.scenario[q] - nothing;
        SampledShares found;
        if (orders > 0)
            found = sampledShares(m_orders, orders, value);
        else
            found = {exactShares(m_active, m_table.values(s, quarter)), std::vector<double>(m_active)};
        const auto players = m_game.players.size();
        for (std::size_t a = 0; a < m_active; ++a) {
            const auto player = m_game.active[a];
            result.shares[player][q] = found.shares[a];
            result.errors[player][q] = found.errors[a];
            const Coalition one = Coalition{1} << a;
            result.alone[player][q] = value(one) - nothing;
            for (auto b = a + 1; b < m_active; ++b) {
                const Coalition other = Coalition{1} << b;
                result.interactions[pairPlace(player, m_game.active[b], players)][q] =
                    value(one | other) - value(one) - value(other) + nothing;
            }
        }
    }

    std::size_t quarters() const { return static_cast<std::size_t>(quarterCount - m_game.first); }
    std::size_t columns() const { return m_request.series.size() * quarters(); }

    /// The shares of one set of inputs, by column of series and quarter, and behind them the total; empty when cancelled. Where all
    /// coalitions would be too many they are those of a few orders, the same in every draw.
    std::vector<std::vector<double>> bandShares(const run::ParameterValues<double>& parameters)
    {
        std::vector<std::size_t> places(m_bandTable.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        if (!m_bandTable.fill(m_exogenous, {parameters, m_game.baseline}, places, m_meter))
            return {};
        std::vector<std::vector<double>> shares(columns());
        run::Parallel(m_request.work.threads).parts(columns(), 4, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) {
                const auto series = i / quarters();
                const int quarter = m_game.first + static_cast<int>(i % quarters());
                const auto value = [&](Coalition c) { return m_bandTable.value(series, quarter, c); };
                shares[i] = m_bandOrders.empty() ? exactShares(m_active, m_bandTable.values(series, quarter))
                                                 : sampledShares(m_bandOrders, m_bandOrders.size(), value).shares;
                shares[i].push_back(value(m_game.everyone()) - value(0));
            }
        });
        return shares;
    }

    /// Shares of every draw, and their quantiles. False when cancelled. From sampled orders a draw tells how far its shares lie from those
    /// of the central inputs in the same orders: what the choice of orders does is in both, and cancels.
    bool spread()
    {
        std::vector<std::vector<double>> shares(columns() * (m_active + 1), std::vector<double>(m_draws.size())); // the total last
        const auto central = m_bandOrders.empty() ? std::vector<std::vector<double>>{} : bandShares(m_common.parameters);
        if (central.empty() && !m_bandOrders.empty())
            return false;
        for (std::size_t draw = 0; draw < m_draws.size(); ++draw) {
            const auto found = bandShares(m_draws[draw]);
            if (found.empty())
                return false;
            for (std::size_t i = 0; i < columns(); ++i) {
                const auto& series = m_result.series[i / quarters()];
                const auto q = static_cast<std::size_t>(m_game.first) + i % quarters();
                for (std::size_t a = 0; a <= m_active; ++a)
                    shares[i * (m_active + 1) + a][draw] =
                        found[i][a] + (central.empty() || a == m_active ? 0 : series.shares[m_game.active[a]][q] - central[i][a]);
            }
        }
        m_result.runs = m_meter.done();
        takeQuantiles(shares);
        return true;
    }

    void takeQuantiles(const std::vector<std::vector<double>>& shares)
    {
        for (auto& series : m_result.series) {
            series.shareSpreads.resize(m_game.players.size());
            series.totalSpread.resize(1);
        }
        draws::QuantileScratch<double> scratch;
        const auto players = m_active + 1;
        for (std::size_t i = 0; i < columns(); ++i)
            for (std::size_t a = 0; a < players; ++a) {
                auto& series = m_result.series[i / quarters()];
                auto& target = a < m_active ? series.shareSpreads[m_game.active[a]] : series.totalSpread[0];
                const auto q = static_cast<std::size_t>(m_game.first) + i % quarters();
                target.quarters[q] = draws::spreadOf(std::span<const double>(shares[i * players + a]), scratch);
                if (q % 4 == 3)
                    target.years[q / 4] = draws::spreadOf(std::span<const double>(yearMeans(shares, i, a)), scratch);
            }
    }

    /// Of every draw, the mean of a share over the year that ends with a column; before the first difference a share is zero.
    std::vector<double> yearMeans(const std::vector<std::vector<double>>& shares, std::size_t column, std::size_t player) const
    {
        const auto known = std::min<std::size_t>(4, column % quarters() + 1);
        std::vector<double> means(m_draws.size());
        for (std::size_t back = known; back-- > 0;)
            for (std::size_t draw = 0; draw < means.size(); ++draw)
                means[draw] += shares[(column - back) * (m_active + 1) + player][draw];
        for (auto& mean : means)
            mean /= 4;
        return means;
    }

    const run::Exogenous<double>& m_exogenous;
    const std::vector<run::ParameterValues<double>>& m_draws;
    const Game& m_game;
    const AttributionRequest& m_request;
    std::size_t m_active;
    bool m_isExact;
    Orders m_orders;
    CoalitionTable m_table;
    Orders m_bandOrders; ///< none where every draw runs all coalitions
    CoalitionTable m_bandTable;
    run::RunBudget m_meter;
    run::RunInput m_common;
    Attribution m_result;
};

} // namespace

Attribution attribute(const run::Exogenous<double>& exogenous, const run::ParameterValues<double>& parameters,
                      const std::vector<run::ParameterValues<double>>& draws, const Game& game, const AttributionRequest& request)
{
    return AttributionRun(exogenous, parameters, draws, game, request).run();
}

} // namespace chokepoint::why
