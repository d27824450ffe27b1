// A search by number of changes, wide at the beginning and a beam after that.
#include "choice/GoalSearch.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace chokepoint::choosing {
namespace {

constexpr std::size_t fullPairs = 30000; ///< pairs that are all tried
constexpr std::size_t beam = 48;         ///< packages that grow when not all can

class GoalSearcher {
public:
    explicit GoalSearcher(const Search& search) : m_search(search) { m_result.nearest = search.present; }

    SearchResult run()
    {
        std::vector<FoundPackage> growing{{{}, 0, m_search.present}};
        for (std::size_t size = 1; size <= m_search.mostChanges && !growing.empty(); ++size) {
            const auto packages = grown(growing);
            const auto values = m_search.evaluate(packages);
            if (values.empty() && !packages.empty())
                return finished(false);
            m_result.tried += packages.size();
            growing.clear();
            for (std::size_t i = 0; i < packages.size(); ++i)
                take({packages[i], stepsOf(packages[i]), values[i]}, growing);
            if (!m_search.countSteps && distinct() >= m_search.wanted)
                break;
        }
        return finished(true);
    }

private:
    double shortfall(double value) const { return std::fabs(value - m_search.bound.threshold); }

    std::size_t stepsOf(const Package& package) const
    {
        std::size_t steps = 0;
        for (const auto move : package)
            steps += m_search.moves[move].steps;
        return steps;
    }

    std::vector<std::size_t> measuresOf(const Package& package) const
    {
        std::vector<std::size_t> measures;
        for (const auto move : package)
            measures.push_back(m_search.moves[move].measure);
        std::ranges::sort(measures);
        return measures;
    }

    /// Every package of `from` with one move more of a measure that it does not move yet.
    std::vector<Package> grown(std::vector<FoundPackage> from) const
    {
        if (from.size() * m_search.moves.size() > 2 * fullPairs || (from.front().moves.size() > 1 && from.size() > beam)) {
            std::ranges::stable_sort(from, {}, [&](const FoundPackage& p) { return shortfall(p.value); });
            from.resize(std::min(from.size(), beam));
        }
        std::set<Package> packages;
        for (const auto& package : from)
            for (std::size_t move = 0; move < m_search.moves.size(); ++move) {
                const auto isSame = [&](std::size_t other) { return m_search.moves[other].measure == m_search.moves[move].measure; };
                if (std::ranges::any_of(package.moves, isSame))
                    continue;
                auto next = package.moves;
                next.insert(std::ranges::upper_bound(next, move), move);
                if (!holdsFound(next))
                    packages.insert(std::move(next));
            }
        return {packages.begin(), packages.end()};
    }

    /// A package that holds one which meets the bound has a needless measure.
    bool holdsFound(const Package& package) const
    {
        return std::ranges::any_of(m_result.found, [&](const FoundPackage& f) { return std::ranges::includes(package, f.moves); });
    }

    void take(FoundPackage package, std::vector<FoundPackage>& growing)
    {
        if (m_search.bound.holds(package.value)) {
            m_result.found.push_back(std::move(package));
            return;
        }
        if (shortfall(package.value) < shortfall(m_result.nearest))
            m_result.nearest = package.value;
        growing.push_back(std::move(package));
    }

    std::size_t distinct() const
    {
        std::set<std::vector<std::size_t>> sets;
        for (const auto& package : m_result.found)
            sets.insert(measuresOf(package.moves));
        return sets.size();
    }

    /// Nearest first; of packages of the same measures only the nearest.
    SearchResult finished(bool isComplete)
    {
        const auto key = [&](const FoundPackage& p) {
            const auto size = p.moves.size();
            return std::tuple(m_search.countSteps ? p.steps : size, m_search.countSteps ? size : p.steps, shortfall(p.value));
        };
        std::ranges::stable_sort(m_result.found, {}, key);
        std::set<std::vector<std::size_t>> sets;
        std::erase_if(m_result.found, [&](const FoundPackage& p) { return !sets.insert(measuresOf(p.moves)).second; });
        if (m_result.found.size() > m_search.wanted)
            m_result.found.resize(m_search.wanted);
        m_result.isComplete = isComplete;
        return std::move(m_result);
    }

    const Search& m_search;
    SearchResult m_result;
};

} // namespace

SearchResult searchGoal(const Search& search) { return GoalSearcher(search).run(); }

} // namespace chokepoint::choosing
