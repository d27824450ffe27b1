// Draws of the parameters: a scrambled Sobol sequence through a Gaussian copula into each parameter's distribution.
#pragma once

#include "facts/DataBook.h"
#include "run/DrawTable.h"
#include "scenario/Assumptions.h"
#include "run/Simulation.h"

#include <cstdint>
#include <vector>

namespace chokepoint::draws {

/// Draw i of a study depends on (seed, i) alone, so all scenarios of a study see the same draws.
/// Dimension k of the sequence belongs to the k-th sampled row of parameters.csv.
class ParameterSampler {
public:
    /// Throws InputError when correlations.csv does not give a correlation matrix.
    /// `own` ranges stand in for those of the data book; a lognormal parameter is then cut at the ends of its own range.
    ParameterSampler(const facts::DataBook& book, std::uint64_t seed, const std::vector<scenario::OwnRange>& own = {});

    /// Draws of `count` consecutive indices from `first` on. Parameters that `fixed` names by row of model::parameterTable keep the
    /// value of `central`. The same for any number of threads; 0 is as many as the machine has.
    run::DrawTable table(std::uint64_t first, std::size_t count, const run::ParameterValues<double>& central,
                         const std::vector<bool>& fixed, int threads = 1) const;
    /// The same as whole sets of parameters, one for each draw.
    std::vector<run::ParameterValues<double>> draws(std::uint64_t first, std::size_t count, const run::ParameterValues<double>& central,
                                               const std::vector<bool>& fixed) const;

    /// A standard normal number for each of `count` consecutive draws from `first` on, of the dimension after the last sampled row: by how
    /// many standard deviations levels lie off in the draw.
    std::vector<double> levelShifts(std::uint64_t first, std::size_t count) const;

    /// Places in the catalogue of the sampled parameters, in the order of dimensions.
    const std::vector<std::size_t>& sampled() const { return m_sampled; }

    /// The value of one sampled parameter, by dimension, at the probability u, 0 < u < 1.
    double value(std::size_t dimension, double u) const { return m_shapes[dimension].at(u); }

private:
    struct Shape {
        Distribution distribution;
        double low, central, high;
        double sigma = 0, below = 0, above = 1; ///< lognormal: of the logarithm, and the probabilities at the ends
        double least = 0, most = 0;             ///< lognormal: where it is cut
        double at(double u) const;
    };
    void correlate(const Catalogue& catalogue);    ///< reads which dimensions run together
    void correlate(std::vector<std::vector<double>>& u, std::size_t count) const;

    std::uint64_t m_seed;
    std::vector<std::size_t> m_sampled, m_rows; ///< by dimension: place in the catalogue, row of parameterTable
    std::vector<Shape> m_shapes;
    std::vector<std::uint64_t> m_scramble;      ///< by dimension
    std::vector<std::size_t> m_correlated;      ///< dimensions that take part in a correlation, rising
    std::vector<double> m_factor;               ///< lower triangular factor of their correlation matrix, row by row
};

} // namespace chokepoint::draws
