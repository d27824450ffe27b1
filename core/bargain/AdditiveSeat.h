// A player of the scored game: sums of points, and a frequency model of the other side.
#pragma once

#include "bargain/AdditivePayoffs.h"
#include "bargain/Frontier.h"
#include "bargain/Seat.h"

namespace chokepoint::bargain {

class AdditiveSeat : public Seat {
public:
    AdditiveSeat(const Domain& domain, const LevelPoints& hundredths, Side side, Allowed offers);

    double worth(const Package& package) const override;
    double estimate(const Package& package) const override { return m_model.estimate(package); }
    void hear(const Package& theirs, double time) override { m_model.hear(theirs, time); }
    std::optional<double> most(double theirs) const override;
    std::optional<Package> offer(double least) const override;
    std::optional<Package> anyOffer(double least, numbers::Random& random) const override;
    std::vector<Both<double>> estimatedFrontier() const override;
    const FrequencyModel* ofIssues() const override { return &m_model; }
    std::vector<Package> beside(const Package& first, double least, std::size_t most) const override;

private:
    std::vector<IssuePoints> issuePoints() const;

    const Domain& m_domain;
    const LevelPoints& m_hundredths;
    Side m_side;
    Allowed m_offers;
    FrequencyModel m_model;
};

} // namespace chokepoint::bargain
