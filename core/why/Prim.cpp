// Peeling and pasting.
#include "why/Prim.h"

#include "run/Parallel.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::why {
namespace {

constexpr double peeled = 0.05;

/// A way to move one end of a box: what it would leave.
struct Candidate {
    bool isPossible = false, isHigh = false;
    double end = 0;
    std::size_t inside = 0, interesting = 0;

    double density() const { return inside ? static_cast<double>(interesting) / static_cast<double>(inside) : 0; }
    /// Denser first, then larger.
    bool isBetterThan(const Candidate& other) const
    {
        if (isPossible != other.isPossible)
            return isPossible;
        // fractions compared crosswise, in whole numbers
        const auto mine = interesting * other.inside, others = other.interesting * inside;
        return mine != others ? mine > others : inside > other.inside;
    }
};

class Prim {
public:
    Prim(const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting, int threads)
        : m_columns(columns), m_isInteresting(isInteresting), m_parallel(threads)
    {
    }

    std::vector<PrimBox> run(std::size_t least)
    {
        const auto dimensions = m_columns.size(), cases = m_isInteresting.size();
        PrimBox all{std::vector<double>(dimensions, -PrimBox::none), std::vector<double>(dimensions, PrimBox::none), 0, 0};
        std::vector<PrimBox> boxes{counted(all, m_columns, m_isInteresting, dimensions)};
        const auto smallest = std::max(least, static_cast<std::size_t>(peeled * static_cast<double>(cases)));
        for (bool isMoved = true; isMoved && boxes.back().interesting < boxes.back().inside;)
            isMoved = step(boxes, smallest, false);
        const auto peeledBoxes = boxes.size();
        for (bool isMoved = boxes.size() > 1; isMoved;)
            isMoved = step(boxes, smallest, true);
        // the last of the pasted ones is as dense as any and larger than those it replaces
        const auto last = boxes.back();
        boxes.resize(peeledBoxes);
        while (boxes.size() > 1 && boxes.back().inside <= last.inside)
            boxes.pop_back();
        if (last.inside < boxes.back().inside)
            boxes.push_back(last);
        return boxes;
    }

private:
    /// Moves one end; false when no move is possible or none helps.
    bool step(std::vector<PrimBox>& boxes, std::size_t smallest, bool isPaste)
    {
        const auto& box = boxes.back();
        const auto dimensions = m_columns.size();
        if (dimensions == 0) // no parameter acts: there is no end to move
            return false;
        std::vector<Candidate> best(dimensions);
        const auto outside = dimensionsOutside(box);
        m_parallel.parts(dimensions, 8, [&](std::size_t begin, std::size_t end) {
            for (auto k = begin; k < end; ++k)
                for (const bool isHigh : {false, true})
                    if (const auto c = isPaste ? paste(box, outside, k, isHigh) : peel(box, outside, k, isHigh, smallest);
                        c.isBetterThan(best[k]))
                        best[k] = c;
        });
        std::size_t chosen = 0;
        for (std::size_t k = 1; k < dimensions; ++k)
            if (best[k].isBetterThan(best[chosen]))
                chosen = k;
        const auto& move = best[chosen];
        const bool isBetter = isPaste ? move.interesting * box.inside >= box.interesting * move.inside : move.density() > box.density();
        if (!move.isPossible || !isBetter)
            return false;
        auto next = box;
        (move.isHigh ? next.high : next.low)[chosen] = move.end;
        next.inside = move.inside;
        next.interesting = move.interesting;
        boxes.push_back(std::move(next));
        return true;
    }

    bool lies(const PrimBox& box, std::size_t dimension, std::size_t i) const
    {
        return m_columns[dimension][i] > box.low[dimension] && m_columns[dimension][i] < box.high[dimension];
    }

    /// By case: how many dimensions put it outside, and the last of them.
    struct Outside {
        std::vector<std::size_t> count, dimension;
    };
    Outside dimensionsOutside(const PrimBox& box) const
    {
        Outside result{std::vector<std::size_t>(m_isInteresting.size()), std::vector<std::size_t>(m_isInteresting.size())};
        for (std::size_t k = 0; k < m_columns.size(); ++k)
            for (std::size_t i = 0; box.limits(k) && i < m_isInteresting.size(); ++i)
                if (!lies(box, k, i)) {
                    ++result.count[i];
                    result.dimension[i] = k;
                }
        return result;
    }

    Candidate peel(const PrimBox& box, const Outside& outside, std::size_t k, bool isHigh, std::size_t smallest) const
    {
        std::vector<double> values;
        for (std::size_t i = 0; i < m_isInteresting.size(); ++i)
            if (outside.count[i] == 0)
                values.push_back(m_columns[k][i]);
        const auto drop = std::max<std::size_t>(1, static_cast<std::size_t>(peeled * static_cast<double>(values.size())));
        Candidate c{false, isHigh, 0, 0, 0};
        if (values.size() < smallest + drop)
            return c;
        c.end = betweenDropped(values, drop, isHigh);
        for (std::size_t i = 0; i < m_isInteresting.size(); ++i)
            if (outside.count[i] == 0 && (isHigh ? m_columns[k][i] < c.end : m_columns[k][i] > c.end)) {
                ++c.inside;
                c.interesting += m_isInteresting[i];
            }
        c.isPossible = c.inside >= smallest && c.inside < box.inside;
        return c;
    }

    /// Half-way between the last value that goes and the first that stays.
    static double betweenDropped(std::vector<double>& values, std::size_t drop, bool isHigh)
    {
        const auto at = static_cast<std::ptrdiff_t>(isHigh ? values.size() - drop : drop);
        std::ranges::nth_element(values, values.begin() + at);
        const double right = values[static_cast<std::size_t>(at)];
        const double left = *std::max_element(values.begin(), values.begin() + at);
        return left + (right - left) / 2;
    }

    /// Moves an end outward by a twentieth of the cases inside, or wholly.
    Candidate paste(const PrimBox& box, const Outside& outside, std::size_t k, bool isHigh) const
    {
        Candidate c{false, isHigh, isHigh ? box.high[k] : box.low[k], box.inside, box.interesting};
        if (isHigh ? box.high[k] == PrimBox::none : box.low[k] == -PrimBox::none)
            return c;
        std::vector<std::size_t> beyond; // cases that only this end keeps out
        for (std::size_t i = 0; i < m_isInteresting.size(); ++i)
            if (outside.count[i] == 1 && outside.dimension[i] == k
                && (isHigh ? m_columns[k][i] >= box.high[k] : m_columns[k][i] <= box.low[k]))
                beyond.push_back(i);
        std::ranges::sort(beyond, [&](std::size_t a, std::size_t b) {
            return isHigh ? m_columns[k][a] < m_columns[k][b] : m_columns[k][a] > m_columns[k][b];
        });
        const auto take =
            std::min(beyond.size(), std::max<std::size_t>(1, static_cast<std::size_t>(peeled * static_cast<double>(box.inside))));
        for (std::size_t i = 0; i < take; ++i) {
            ++c.inside;
            c.interesting += m_isInteresting[beyond[i]];
        }
        if (take == beyond.size())
            c.end = isHigh ? PrimBox::none : -PrimBox::none;
        else
            c.end = (m_columns[k][beyond[take - 1]] + m_columns[k][beyond[take]]) / 2;
        c.isPossible = true;
        return c;
    }

    const std::vector<std::vector<double>>& m_columns;
    const std::vector<bool>& m_isInteresting;
    run::Parallel m_parallel;
};

} // namespace

PrimBox counted(PrimBox box, const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting, std::size_t ignored)
{
    std::vector<bool> isInside(isInteresting.size(), true);
    for (std::size_t k = 0; k < columns.size(); ++k)
        for (std::size_t i = 0; k != ignored && box.limits(k) && i < isInside.size(); ++i)
            if (!(columns[k][i] > box.low[k] && columns[k][i] < box.high[k]))
                isInside[i] = false;
    box.inside = box.interesting = 0;
    for (std::size_t i = 0; i < isInside.size(); ++i)
        if (isInside[i]) {
            ++box.inside;
            box.interesting += isInteresting[i];
        }
    return box;
}

PrimBox pruned(PrimBox box, const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting)
{
    constexpr double fewestErrors = 3;
    for (;;) {
        double weakest = fewestErrors;
        std::size_t chosen = columns.size();
        for (std::size_t k = 0; k < columns.size(); ++k) {
            if (!box.limits(k))
                continue;
            const double without = counted(box, columns, isInteresting, k).density(), n = static_cast<double>(box.inside);
            const double error = std::sqrt(without * (1 - without) / n);
            const double strength = error > 0 ? (box.density() - without) / error : 0;
            if (strength < weakest) {
                weakest = strength;
                chosen = k;
            }
        }
        if (chosen == columns.size())
            return box;
        box.low[chosen] = -PrimBox::none;
        box.high[chosen] = PrimBox::none;
        box = counted(box, columns, isInteresting, columns.size());
    }
}

std::vector<PrimBox> primBoxes(const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting, std::size_t least,
                               int threads)
{
    return Prim(columns, isInteresting, threads).run(least);
}

} // namespace chokepoint::why
