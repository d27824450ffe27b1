// Numbers of the outcomes of runs, and their place between the worst and the best of the ready-made packages.
#pragma once

#include "api/BargainModel.h"
#include "facts/DataBook.h"
#include "policy/MeasureSchedule.h"
#include "run/RunBatch.h"

#include <vector>

namespace chokepoint::bargain {

/// A number for each outcome and side; more of it is better for the side.
using Scores = std::vector<Both<double>>;

/// What is asked of a horizon: the mean over the quarters of 2027 to 2030, and that of 2035 with its weight.
struct Horizon {
    double lateShare = 0.25;

    template <class ValueAt> double meanOf(const ValueAt& valueAt) const
    {
        double early = 0, late = 0;
        for (int quarter = earlyBegin; quarter < earlyEnd; ++quarter)
            early += valueAt(static_cast<std::size_t>(quarter));
        for (int quarter = quarterCount - 4; quarter < quarterCount; ++quarter)
            late += valueAt(static_cast<std::size_t>(quarter));
        return (1 - lateShare) * early / (earlyEnd - earlyBegin) + lateShare * late / 4;
    }

    static constexpr int earlyBegin = (2027 - firstYear) * 4, earlyEnd = (2031 - firstYear) * 4;
};

/// Rows of model::variableTable that the outcomes read; those of the catalogue's series come first there.
std::vector<std::size_t> seriesOf(const std::vector<Outcome>& outcomes);

/// Adds what the series give, `values` by the places of seriesOf(). Scores of measures stay as they are.
void scoreSeries(const std::vector<Outcome>& outcomes, const std::vector<std::size_t>& series, const std::vector<SeriesValues>& values,
                 Horizon horizon, Scores& scores);

/// The numbers of the measures that outcomes read, over the horizon, by place in the catalogue; others are zero.
std::vector<double> measureNumbers(const std::vector<Outcome>& outcomes, const facts::DataBook& book,
                                   const policy::MeasureSchedule& schedule, Horizon horizon);
/// Adds what measures give. `today`: the numbers at the status quo.
void scoreMeasures(const std::vector<Outcome>& outcomes, const std::vector<double>& numbers, const std::vector<double>& today,
                   Scores& scores);

/// From 0, the worst of some packages, over 50 for today to 100, the best; straight in each half. What cannot differ on a side is 50.
class Scale {
public:
    Scale(Scores today, const std::vector<Scores>& packages);

    /// Values of an outcome and a side.
    Both<double> valueOf(std::size_t outcome, Both<double> score) const;
    Scores valuesOf(const Scores& scores) const;

private:
    Scores m_today, m_worst, m_best;
};

/// The weighted sum of values, in points; with losses dearer, what lies below 50 counts one and a half times.
double worthOf(Side side, const std::vector<double>& weights, const Both<double>* values, std::size_t count, bool areLossesDearer);

} // namespace chokepoint::bargain
