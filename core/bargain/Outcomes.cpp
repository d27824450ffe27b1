// Reads outcomes off runs and puts them on the scale of the ready-made packages.
#include "bargain/Outcomes.h"

#include "numbers/Elementary.h"
#include "policy/LeverValues.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::bargain {
namespace {

constexpr double middle = 50, lossFactor = 1.5;

bool isOfSeries(OutcomeKind kind) { return kind == OutcomeKind::Series || kind == OutcomeKind::LogSeries; }

/// More of it is better; `today` is what a peak stands at.
double oriented(Better better, double number, double today)
{
    switch (better) {
    case Better::Up: return number;
    case Better::Down: return -number;
    case Better::Today: return -std::fabs(number - today);
    case Better::Neutral: break;
    }
    return 0;
}

double onScale(double score, double today, double worst, double best)
{
    if (score >= today)
        return best > today ? std::min(2 * middle, middle + middle * (score - today) / (best - today)) : middle;
    return worst < today ? std::max(0.0, middle - middle * (today - score) / (today - worst)) : middle;
}

} // namespace

std::vector<std::size_t> seriesOf(const std::vector<Outcome>& outcomes)
{
    std::vector<std::size_t> series;
    for (const auto& outcome : outcomes)
        if (isOfSeries(outcome.kind))
            for (const auto side : bothSides)
                for (const auto& reading : outcome.reads.of(side))
                    if (std::ranges::find(series, reading.place) == series.end())
                        series.push_back(reading.place);
    return series;
}

void scoreSeries(const std::vector<Outcome>& outcomes, const std::vector<std::size_t>& series, const std::vector<SeriesValues>& values,
                 Horizon horizon, Scores& scores)
{
    scores.resize(outcomes.size());
    std::vector<double> means(series.size()), logs(series.size());
    std::vector<bool> isMean(series.size()), isLog(series.size());
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        const auto& outcome = outcomes[o];
        if (!isOfSeries(outcome.kind))
            continue;
        const bool takesLog = outcome.kind == OutcomeKind::LogSeries;
        for (const auto side : bothSides) {
            double number = 0;
            for (const auto& reading : outcome.reads.of(side)) {
                const auto s = static_cast<std::size_t>(std::ranges::find(series, reading.place) - series.begin());
                auto& known = takesLog ? logs[s] : means[s];
                if (auto isKnown = takesLog ? isLog[s] : isMean[s]; !isKnown) {
                    const auto& of = values[s];
                    known = takesLog ? horizon.meanOf([&](std::size_t q) { return numbers::elementary::log(of[q]); })
                                     : horizon.meanOf([&](std::size_t q) { return of[q]; });
                    isKnown = true;
                }
                number += reading.factor * known;
            }
            scores[o].of(side) = oriented(outcome.better.of(side), number, 0);
        }
    }
}

std::vector<double> measureNumbers(const std::vector<Outcome>& outcomes, const facts::DataBook& book,
                                   const policy::MeasureSchedule& schedule, Horizon horizon)
{
    std::vector<double> numbers(book.catalogue.measures.size());
    for (const auto& outcome : outcomes)
        for (const auto side : bothSides)
            for (const auto& reading : outcome.reads.of(side)) {
                if (isOfSeries(outcome.kind))
                    continue;
                if (outcome.kind == OutcomeKind::Amounts) {
                    const auto inForce = policy::numbersInForce<double>(schedule[reading.place]);
                    numbers[reading.place] = horizon.meanOf([&](std::size_t q) { return inForce[q]; });
                    continue;
                }
                const auto inForce = policy::levelsInForce(schedule[reading.place]); // levels stand from the loosest to the tightest
                const auto last = static_cast<double>(book.catalogue.measures[reading.place].levels.size() - 1);
                numbers[reading.place] = horizon.meanOf([&](std::size_t q) { return 100 * static_cast<double>(inForce[q]) / last; });
            }
    return numbers;
}

void scoreMeasures(const std::vector<Outcome>& outcomes, const std::vector<double>& numbers, const std::vector<double>& today,
                   Scores& scores)
{
    scores.resize(outcomes.size());
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        const auto& outcome = outcomes[o];
        if (isOfSeries(outcome.kind))
            continue;
        for (const auto side : bothSides) {
            double number = 0, now = 0;
            for (const auto& reading : outcome.reads.of(side)) {
                number += reading.factor * numbers[reading.place];
                now += reading.factor * today[reading.place];
            }
            if (outcome.kind == OutcomeKind::Tightness) {
                const auto count = static_cast<double>(outcome.reads.of(side).size());
                number /= count;
                now /= count;
            }
            scores[o].of(side) = oriented(outcome.better.of(side), number, now);
        }
    }
}

Scale::Scale(Scores today, const std::vector<Scores>& packages) : m_today(std::move(today)), m_worst(m_today), m_best(m_today)
{
    for (const auto& scores : packages)
        for (std::size_t o = 0; o < m_today.size(); ++o)
            for (const auto side : bothSides) {
                m_worst[o].of(side) = std::min(m_worst[o].of(side), scores[o].of(side));
                m_best[o].of(side) = std::max(m_best[o].of(side), scores[o].of(side));
            }
}

Both<double> Scale::valueOf(std::size_t o, Both<double> score) const
{
    return {onScale(score.us, m_today[o].us, m_worst[o].us, m_best[o].us),
            onScale(score.china, m_today[o].china, m_worst[o].china, m_best[o].china)};
}

Scores Scale::valuesOf(const Scores& scores) const
{
    Scores values;
    for (std::size_t o = 0; o < scores.size(); ++o)
        values.push_back(valueOf(o, scores[o]));
    return values;
}

double worthOf(Side side, const std::vector<double>& weights, const Both<double>* values, std::size_t count, bool areLossesDearer)
{
    double sum = 0;
    for (std::size_t o = 0; o < count; ++o) {
        double value = values[o].of(side);
        if (areLossesDearer && value < middle)
            value = middle - lossFactor * (middle - value);
        sum += weights[o] * value;
    }
    return sum / 100;
}

} // namespace chokepoint::bargain
