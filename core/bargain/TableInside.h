// What a table of packages is made of; runs of the model or sheets of points fill it.
#pragma once

#include "api/BargainModel.h"

#include <memory>
#include <vector>

namespace chokepoint::bargain {

struct PackageTable::Inside {
    virtual ~Inside() = default;

    virtual std::vector<Both<double>> valuesOf(const Package& package) const = 0; ///< by outcome
    virtual std::vector<Both<double>> valuesOfSpiral() const = 0;
    /// Under weights that add up to 100.
    virtual std::unique_ptr<Payoffs> payoffs(const Both<std::vector<double>>& weights) const = 0;

    GameTables game;
    WorthTerms terms;
};

} // namespace chokepoint::bargain
