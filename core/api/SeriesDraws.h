// Single draws of a scenario for the series in view, and what they say: bands, changes against a baseline, histograms, odds.
#pragma once

#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/Period.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace chokepoint {

/// Values of several series in every quarter, draw by draw, in single precision: an error of at most 6e-8 of the value, far below a
/// pixel. Draw i is the same set of parameters in all samples of one study. Copies share their values and are cheap.
class SeriesDraws {
public:
    /// A part of the time: values[(s * quarters + q - first) * stride + draw] for the s-th series.
    struct Part {
        int first = 0, end = 0; ///< quarters [first, end)
        std::size_t stride = 0;
        std::vector<float> values;
    };

    SeriesDraws() = default;
    /// `parts` cover all quarters in order.
    SeriesDraws(std::vector<std::size_t> series, std::size_t draws, std::vector<std::shared_ptr<const Part>> parts);

    std::size_t draws() const { return m_draws; } ///< zero when the run was cancelled
    const std::vector<std::size_t>& series() const { return m_series; } ///< places in Catalogue::series
    bool has(std::size_t series) const;

    /// The values of one series in one quarter by draw, in the unit of the series. Precondition: has(series).
    std::span<const float> at(std::size_t series, Quarter quarter) const;
    /// Means of the four quarters of a year by draw. Precondition: has(series).
    std::vector<float> annualMeans(std::size_t series, int year) const;
    /// Either of the two, by draw. Precondition: has(series).
    std::vector<float> in(std::size_t series, Period period) const;

    const std::vector<std::shared_ptr<const Part>>& parts() const { return m_parts; }

private:
    std::size_t place(std::size_t series) const;
    std::vector<std::size_t> m_series;
    std::size_t m_draws = 0;
    std::vector<std::shared_ptr<const Part>> m_parts;
};

/// How firmly a change may be told, by the share of the runs that agree on its sign.
enum class Certainty {
    Firm,     ///< 90 in 100 or more agree, and the range of 8 in 10 does not cross zero: the plain verb
    Probable, ///< 75 in 100 or more: "probably"
    Unclear,  ///< fewer, or the central run is not with them: "no clear effect"
};
inline constexpr int firmAgreement = 90, probableAgreement = 75; ///< runs in 100

/// A share of runs in whole hundredths, as it is shown: words that hang on it must agree with the number beside them.
constexpr int wholePercent(double share) { return static_cast<int>(share * 100 + 0.5); }

/// What a sample says about a change: quantities of (scenario - baseline), draw by draw, of the annual mean of one year.
struct ChangeSpread {
    Spread difference;          ///< in the unit of the series
    Spread relative;            ///< difference / baseline; draws whose baseline is zero count as no change
    double up = 0, down = 0;    ///< shares of draws with a rise and with a fall; the rest do not change
    std::size_t draws = 0;      ///< how many draws both samples share

    /// How firmly the sign of most runs may be told.
    Certainty certainty() const;
    bool isUnclear() const { return certainty() == Certainty::Unclear; }
};

/// How firmly a change of the central run may be told; the one rule for titles, cards, headlines, answers and the command line.
Certainty certaintyOf(const ChangeSpread& spread, double change);

/// Of the draws that both samples have. Precondition: both have the series.
ChangeSpread changeSpread(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, int year);

/// The spread of one series in a year or a quarter.
Spread spreadAt(const SeriesDraws& samples, std::size_t series, Period period);
/// The spread of the difference of two samples in a quarter.
Spread differenceAt(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, Quarter quarter);

struct Histogram {
    double low = 0, high = 0;        ///< ends of the first and the last bar
    std::vector<std::size_t> counts; ///< bars of equal width; together all draws
};

/// The distributions in a year or a quarter, with the same bars from the lowest to the highest draw of both samples: no bar lies below zero
/// unless a draw does; one bar when all draws agree.
std::pair<Histogram, Histogram> histogramsAt(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series, Period period,
                                             std::size_t bars);

/// The share of draws in which the series is at or above (or at or below) `threshold` in at least one quarter until `by`, from `from` on.
double oddsOfReaching(const SeriesDraws& samples, std::size_t series, double threshold, bool above, Quarter from, Quarter by);

/// The share of draws in which each code of a category holds in one quarter, by code from 0; for accel.binding by BindingInput.
std::vector<double> sharesOfCodes(const SeriesDraws& samples, std::size_t series, Quarter quarter, std::size_t codes);

} // namespace chokepoint
