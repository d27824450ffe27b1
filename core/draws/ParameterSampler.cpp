// Sampling of the parameters.
#include "draws/ParameterSampler.h"

#include "api/InputError.h"
#include "model/Parameters.h"
#include "numbers/DecimalText.h"
#include "numbers/Normal.h"
#include "numbers/Sobol.h"
#include "run/Parallel.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace chokepoint::draws {
namespace {

using numbers::DecimalText;

/// A well-mixed 64-bit number from a seed and a dimension (the finaliser of SplitMix64).
std::uint64_t mixed(std::uint64_t seed, std::uint64_t dimension)
{
    std::uint64_t x = seed + 0x9e3779b97f4a7c15u * (dimension + 1);
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/// The middle of the 2^-53 cell in which a point lies: never 0, never 1.
double unitInterval(std::uint64_t bits) { return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53; }

constexpr double spanOfNinety = 3.29; ///< standard deviations between low and high of a lognormal parameter

} // namespace

double ParameterSampler::Shape::at(double u) const
{
    switch (distribution) {
    case Distribution::Uniform: return low + (high - low) * u;
    case Distribution::Triangular:
        return u < 0.5 ? low + (central - low) * std::sqrt(2 * u) : high - (high - central) * std::sqrt(2 * (1 - u));
    case Distribution::Lognormal:
    case Distribution::Fixed: break; // a fixed parameter is not drawn
    }
    const double z = numbers::normalQuantile(below + u * (above - below));
    return std::clamp(central * numbers::elementary::exp(sigma * z), least, most);
}

ParameterSampler::ParameterSampler(const facts::DataBook& book, std::uint64_t seed, const std::vector<scenario::OwnRange>& own)
    : m_seed(seed)
{
    const auto& parameters = book.catalogue.parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto& p = parameters[i];
        if (p.distribution == Distribution::Fixed)
            continue;
        Shape d{p.distribution, DecimalText::toDouble(p.low), DecimalText::toDouble(p.central), DecimalText::toDouble(p.high)};
        const auto row = model::indexOf(model::parameterTable, p.id);
        const auto mine = std::ranges::find(own, row, &scenario::OwnRange::row);
        std::tie(d.least, d.most) = allowedRange(p);
        if (mine != own.end()) {
            d.least = d.low = mine->low;
            d.most = d.high = mine->high;
            d.central = mine->central;
        }
        if (d.distribution == Distribution::Lognormal) {
            d.sigma = numbers::elementary::log(d.high / d.low) / spanOfNinety;
            d.below = numbers::normalProbability(numbers::elementary::log(d.least / d.central) / d.sigma);
            d.above = numbers::normalProbability(numbers::elementary::log(d.most / d.central) / d.sigma);
        }
        m_scramble.push_back(mixed(seed, m_sampled.size()));
        m_sampled.push_back(i);
        m_rows.push_back(row);
        m_shapes.push_back(d);
    }
    correlate(book.catalogue);
}

void ParameterSampler::correlate(const Catalogue& catalogue)
{
    const auto dimensionOf = [&](const std::string& id) {
        return static_cast<std::size_t>(std::ranges::find(m_sampled, *catalogue.findParameter(id)) - m_sampled.begin());
    };
    for (const auto& c : catalogue.correlations)
        for (const auto* id : {&c.first, &c.second})
            if (std::ranges::find(m_correlated, dimensionOf(*id)) == m_correlated.end())
                m_correlated.push_back(dimensionOf(*id));
    std::ranges::sort(m_correlated);
    const auto n = m_correlated.size();
    std::vector<double> matrix(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        matrix[i * n + i] = 1;
    for (const auto& c : catalogue.correlations) {
        const auto place = [&](const std::string& id) {
            return static_cast<std::size_t>(std::ranges::find(m_correlated, dimensionOf(id)) - m_correlated.begin());
        };
        // the correlation of the normal variables that gives this rank correlation
        constexpr double pi = 3.14159265358979323846;
        const double r = 2 * numbers::smallSine(pi * c.rank / 6);
        matrix[place(c.first) * n + place(c.second)] = matrix[place(c.second) * n + place(c.first)] = r;
    }
    m_factor.assign(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = matrix[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                rest -= m_factor[i * n + k] * m_factor[j * n + k];
            if (i == j && !(rest > 0))
                throw InputError(Refusal("correlations_contradict", {{"parameter", catalogue.parameters[m_sampled[m_correlated[i]]].id}},
                                         {.file = "correlations.csv"}));
            m_factor[i * n + j] = i == j ? std::sqrt(rest) : rest / m_factor[j * n + j];
        }
}

/// `u`: by dimension, of `count` draws.
void ParameterSampler::correlate(std::vector<std::vector<double>>& u, std::size_t count) const
{
    const auto n = m_correlated.size();
    std::vector<double> z(n);
    for (std::size_t draw = 0; draw < count; ++draw) {
        for (std::size_t i = 0; i < n; ++i)
            z[i] = numbers::normalQuantile(u[m_correlated[i]][draw]);
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0;
            for (std::size_t k = 0; k <= i; ++k)
                sum += m_factor[i * n + k] * z[k];
            u[m_correlated[i]][draw] = std::clamp(numbers::normalProbability(sum), 0x1p-54, 1 - 0x1p-53);
        }
    }
}

run::DrawTable ParameterSampler::table(std::uint64_t first, std::size_t count, const run::ParameterValues<double>& central,
                                       const std::vector<bool>& fixed, int threads) const
{
    std::vector<std::size_t> varying;
    std::ranges::copy_if(m_rows, std::back_inserter(varying), [&](std::size_t row) { return !fixed[row]; });
    run::DrawTable result(count, central, varying);
    constexpr std::size_t block = 64, grain = 512; // draws that go into a column at a time; draws of a thread
    run::Parallel(threads).parts(count, grain, [&](std::size_t begin, std::size_t end) {
        numbers::Sobol sequence(m_sampled.size(), first + begin);
        std::vector<std::vector<double>> u(m_sampled.size(), std::vector<double>(block));
        for (std::size_t draw = begin; draw < end; draw += block) {
            const auto size = std::min(block, end - draw);
            for (std::size_t i = 0; i < size; ++i) {
                const auto& point = sequence.next();
                for (std::size_t k = 0; k < u.size(); ++k)
                    u[k][i] = unitInterval(point[k] ^ m_scramble[k]);
            }
            correlate(u, size);
            for (std::size_t k = 0; k < u.size(); ++k)
                if (!fixed[m_rows[k]])
                    for (std::size_t i = 0; i < size; ++i)
                        result.set(m_rows[k], draw + i, m_shapes[k].at(u[k][i]));
        }
    });
    return result;
}

std::vector<double> ParameterSampler::levelShifts(std::uint64_t first, std::size_t count) const
{
    const auto dimension = m_sampled.size();
    numbers::Sobol sequence(dimension + 1, first);
    std::vector<double> shifts;
    for (std::size_t draw = 0; draw < count; ++draw)
        shifts.push_back(numbers::normalQuantile(unitInterval(sequence.next()[dimension] ^ mixed(m_seed, dimension))));
    return shifts;
}

std::vector<run::ParameterValues<double>> ParameterSampler::draws(std::uint64_t first, std::size_t count,
                                                                  const run::ParameterValues<double>& central,
                                                                  const std::vector<bool>& fixed) const
{
    const auto drawn = table(first, count, central, fixed);
    std::vector<run::ParameterValues<double>> result;
    for (std::size_t draw = 0; draw < count; ++draw)
        result.push_back(drawn.draw(draw));
    return result;
}

} // namespace chokepoint::draws
