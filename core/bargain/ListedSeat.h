// A player of a game whose worths are listed, with a Bayesian model of the other side.
#pragma once

#include "bargain/BayesianModel.h"
#include "bargain/Seat.h"

namespace chokepoint::bargain {

class ListedSeat : public Seat {
public:
    ListedSeat(const Domain& domain, std::shared_ptr<const WorthList> worth, std::vector<std::shared_ptr<const WorthList>> readings,
               std::shared_ptr<const PackageOrder> order);

    double worth(const Package& package) const override { return (*m_worth)[m_domain.indexOf(package)]; }
    double estimate(const Package& package) const override { return m_model.estimate(m_domain.indexOf(package)); }
    void hear(const Package& theirs, double time) override { m_model.hear(m_domain.indexOf(theirs), time); }
    std::optional<double> most(double theirs) const override;
    std::optional<Package> offer(double least) const override;
    std::optional<Package> anyOffer(double least, numbers::Random& random) const override;
    std::vector<Both<double>> estimatedFrontier() const override;
    std::vector<Package> beside(const Package& first, double least, std::size_t most) const override;
    std::vector<double> readings() const override { return m_model.chances(); }

private:
    std::size_t firstWorthLessThan(double least) const;

    const Domain& m_domain;
    std::shared_ptr<const WorthList> m_worth;
    BayesianModel m_model;
    std::shared_ptr<const PackageOrder> m_order; ///< packages that may be offered, from the best for this side down
};

} // namespace chokepoint::bargain
