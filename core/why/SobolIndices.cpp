// Sobol indices.
#include "why/SobolIndices.h"

#include "numbers/Random.h"
#include "numbers/Sobol.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace chokepoint::why {
namespace {

/// Sums over rows, from which the estimators are made.
struct Sums {
    double value = 0, square = 0; ///< over A and B
    std::vector<double> product, shift, total; ///< of B times the step from A to the mixed point, of that step, and of its square

    explicit Sums(std::size_t dimensions) : product(dimensions), shift(dimensions), total(dimensions) {}

    /// `row`: A, B, A with each coordinate of B.
    void add(const double* row, double centre)
    {
        const double a = row[0] - centre, b = row[1] - centre;
        value += a + b;
        square += a * a + b * b;
        for (std::size_t k = 0; k < total.size(); ++k) {
            const double step = row[2 + k] - centre - a;
            product[k] += b * step;
            shift[k] += step;
            total[k] += step * step;
        }
    }
};

struct Estimates {
    double mean, variance;
    std::vector<double> first, total;
};

Estimates estimatesOf(const Sums& sums, std::size_t points, double centre)
{
    const double n = static_cast<double>(points), mean = sums.value / (2 * n);
    Estimates result{centre + mean, std::max(0.0, sums.square / (2 * n) - mean * mean), std::vector<double>(sums.total.size()),
                     std::vector<double>(sums.total.size())};
    for (std::size_t k = 0; k < sums.total.size(); ++k)
        if (result.variance > 0 && sums.total[k] != 0) {
            result.total[k] = sums.total[k] / (2 * n * result.variance);
            // what an input does alone is a part of what it does in all; more than that is noise of two estimators
            result.first[k] = std::min((sums.product[k] - mean * sums.shift[k]) / (n * result.variance), result.total[k]);
        }
    return result;
}

/// The places of the rows in which every run has an answer.
std::vector<std::size_t> answeredRows(std::span<const double> values, std::size_t points, std::size_t columns)
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < points; ++i)
        if (std::ranges::all_of(values.subspan(i * columns, columns), [](double value) { return std::isfinite(value); }))
            rows.push_back(i);
    return rows;
}

/// The ends of the middle 95 % of a sample.
std::pair<double, double> middleOf(std::vector<double>& sample)
{
    std::ranges::sort(sample);
    const auto at = [&](double share) { return sample[static_cast<std::size_t>(share * static_cast<double>(sample.size() - 1) + 0.5)]; };
    return {at(0.025), at(0.975)};
}

} // namespace

SobolDesign::SobolDesign(std::size_t dimensions, std::size_t points, std::uint64_t seed) : m_dimensions(dimensions)
{
    numbers::Random random(seed);
    std::vector<std::uint64_t> shift(2 * dimensions);
    for (auto& bits : shift)
        bits = random.next();
    numbers::Sobol sequence(2 * dimensions, 0);
    for (std::size_t i = 0; i < points; ++i) {
        const auto& point = sequence.next();
        for (std::size_t k = 0; k < shift.size(); ++k)
            m_coordinates.push_back((static_cast<double>((point[k] ^ shift[k]) >> 11) + 0.5) * 0x1p-53);
    }
}

double SobolDesign::coordinate(std::size_t run, std::size_t dimension) const
{
    return m_coordinates[run / columns() * 2 * m_dimensions + (isOfB(run % columns(), dimension) ? m_dimensions : 0) + dimension];
}

IndicesOfOne sobolIndices(std::size_t dimensions, std::size_t points, std::span<const double> values, std::size_t resamples,
                          std::uint64_t seed)
{
    const auto columns = dimensions + 2;
    const auto rows = answeredRows(values, points, columns);
    if (rows.empty())
        return {std::vector<SobolIndex>(dimensions), 0, 0, points};
    const double centre = values[rows.front() * columns]; // sums of what is left lose fewer digits
    Sums sums(dimensions);
    for (const auto row : rows)
        sums.add(&values[row * columns], centre);
    const auto found = estimatesOf(sums, rows.size(), centre);
    IndicesOfOne result{std::vector<SobolIndex>(dimensions), found.mean, found.variance, points - rows.size()};
    std::vector<std::vector<double>> first(dimensions), total(dimensions);
    numbers::Random random(seed);
    for (std::size_t r = 0; r < resamples; ++r) {
        Sums again(dimensions);
        for (std::size_t i = 0; i < rows.size(); ++i)
            again.add(&values[rows[random.below(rows.size())] * columns], centre);
        const auto estimates = estimatesOf(again, rows.size(), centre);
        for (std::size_t k = 0; k < dimensions; ++k) {
            first[k].push_back(estimates.first[k]);
            total[k].push_back(estimates.total[k]);
        }
    }
    for (std::size_t k = 0; k < dimensions; ++k) {
        auto& index = result.indices[k];
        index.first = index.firstLow = index.firstHigh = found.first[k];
        index.total = index.totalLow = index.totalHigh = found.total[k];
        if (resamples == 0)
            continue;
        std::tie(index.firstLow, index.firstHigh) = middleOf(first[k]);
        std::tie(index.totalLow, index.totalHigh) = middleOf(total[k]);
    }
    return result;
}

} // namespace chokepoint::why
