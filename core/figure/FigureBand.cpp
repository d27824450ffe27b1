// The bands of a figure from the quantiles of the draws, what is said of them, and how far the axis follows them.
#include "api/Figure.h"

#include "api/Covert.h"
#include "api/Engine.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "figure/FigureTime.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint {
namespace {

constexpr double mostForLevel = 1.25; ///< times the need of the rest that the axis grows for the outer band

using Edge = std::vector<double> FigureBand::*;
constexpr std::array<Edge, 8> edges{&FigureBand::levelLow, &FigureBand::levelHigh, &FigureBand::low,       &FigureBand::high,
                                    &FigureBand::innerLow, &FigureBand::innerHigh, &FigureBand::widestLow, &FigureBand::widestHigh};

/// The first point of what flows lies in the middle of the last recorded quarter: it moves to the end of the record.
void beginAtProjection(FigureBand& band)
{
    if (band.x.size() < 2 || band.x[0] >= recordedUntil)
        return;
    const double part = (recordedUntil - band.x[0]) / (band.x[1] - band.x[0]);
    band.x[0] = recordedUntil;
    for (const auto edge : edges)
        if (auto& values = band.*edge; !values.empty())
            values[0] += part * (values[1] - values[0]);
}

/// Bands bend where their line does.
void bend(FigureBand& band, const FigureLine& line)
{
    const auto offset = line.x.size() - band.x.size();
    std::vector<FigureJoin> joins;
    for (auto join : line.joins)
        if (join.before > offset) {
            join.before -= offset;
            joins.push_back(join);
        }
    auto x = band.x;
    for (const auto edge : edges)
        if (auto& values = band.*edge; !values.empty()) {
            x = band.x;
            addJoins(x, values, joins, false);
        }
    band.x = x;
}

} // namespace

FigureBand figureBand(const Series& series, const FigureSpreads& spreads, const FigureRequest& request)
{
    const double scale = words::displayUnit(series).scale;
    FigureBand band;
    std::vector<std::size_t> quarters;
    for (int q = 0; q < quarterCount; ++q)
        if (Quarter{q}.end() >= recordedUntil || request.withRecordedBand) {
            quarters.push_back(static_cast<std::size_t>(q));
            band.x.push_back(figure::timeOf(series, Quarter{q}));
        }
    const auto take = [&](const SeriesSpread& spread, Edge low, std::size_t lowPlace, Edge high, std::size_t highPlace) {
        for (const auto q : quarters) {
            (band.*low).push_back(spread[q].quantiles[lowPlace] * scale);
            (band.*high).push_back(spread[q].quantiles[highPlace] * scale);
        }
    };
    take(*spreads.runs, &FigureBand::low, quantilePlace(0.1), &FigureBand::high, quantilePlace(0.9));
    if (spreads.level)
        take(*spreads.level, &FigureBand::levelLow, quantilePlace(0.1), &FigureBand::levelHigh, quantilePlace(0.9));
    if (request.withInnerBand)
        take(*spreads.runs, &FigureBand::innerLow, quantilePlace(0.25), &FigureBand::innerHigh, quantilePlace(0.75));
    if (request.withWidestBand)
        take(*spreads.runs, &FigureBand::widestLow, quantilePlace(0.025), &FigureBand::widestHigh, quantilePlace(0.975));
    if (!request.withRecordedBand)
        beginAtProjection(band);
    return band;
}

void addBand(Figure& figure, const FigureRuns& runs, const FigureSpreads& spreads, const FigureRequest& request)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto row = catalogue.findSeries(figure.series).value();
    auto wanted = request;
    wanted.withRecordedBand |= isCovert(runs.engine, row);
    figure.band = figureBand(catalogue.series[row], spreads, wanted);
    const auto& line = figure.lines.back();
    MessageList words{{bandInWords(*figure.band, line)}, MessageList::Joint::Sentence};
    auto notes = bandNotes(*figure.band, line);
    for (const auto& other : figure.lines)
        if (other.manner == FigureLine::Manner::Baseline && !other.low.empty())
            for (auto* told : {&words, &notes})
                told->items.emplace_back(Message("figure.band_baseline", {{"name", other.label}}));
    figure.bandWords = runs.language.text(words);
    figure.bandNotes = runs.language.text(notes);
    bend(*figure.band, line);
}

void addRange(Figure& figure, const Series& series, const SeriesSpread& runs)
{
    for (auto& line : figure.lines)
        if (line.series == series.id && line.isCovert && line.manner != FigureLine::Manner::Present) {
            auto range = figureBand(series, {&runs}, {.withRecordedBand = true});
            line.low = std::move(range.low);
            line.high = std::move(range.high);
        }
}

Message covertInWords(const Figure& figure, int year)
{
    const auto quarter = static_cast<std::size_t>((year - firstYear) * 4 + 3);
    MessageList ranges{{}, MessageList::Joint::Comma};
    bool isAny = false;
    for (const auto& line : figure.lines) {
        if (!line.isCovert || line.manner != FigureLine::Manner::Part)
            continue;
        isAny = true;
        if (!line.low.empty()) {
            const auto [low, high] = words::numbersAlike(line.low[quarter], line.high[quarter]);
            ranges.items.emplace_back(Message("figure.covert_range", {{"part", line.label}, {"low", low}, {"high", high}}));
        }
    }
    return !isAny                ? Message()
         : ranges.items.empty() ? Message("figure.covert_parts")
                                 : Message("figure.covert_ranges", {{"year", year}, {"ranges", ranges}});
}

MessageValue bandInWords(const FigureBand& band, const FigureLine& line)
{
    auto sentences = bandNotes(band, line);
    if (!band.levelLow.empty())
        sentences.items.insert(sentences.items.begin(), Message("figure.bands"));
    return sentences;
}

MessageList bandNotes(const FigureBand& band, const FigureLine& line)
{
    MessageList sentences{{}, MessageList::Joint::Sentence};
    if (band.levelLow.empty())
        sentences.items.emplace_back(Message("figure.band_runs"));
    if (!band.innerLow.empty())
        sentences.items.emplace_back(Message("figure.band_inner"));
    if (!band.widestLow.empty())
        sentences.items.emplace_back(Message("figure.band_widest"));
    // the line is the run at central parameters, which need not be the middle of the runs
    const auto offset = line.x.size() - band.x.size();
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t i = 0; i < band.x.size(); ++i) {
        const double slack = 1e-9 * std::fabs(band.high[i]), y = line.y[offset + i];
        if (line.x[offset + i] >= recordedUntil && (y < band.low[i] - slack || y > band.high[i] + slack)) {
            first = first.value_or(i);
            last = i;
        }
    }
    if (first) {
        const Quarter from{static_cast<int>(offset + *first)}, to{static_cast<int>(offset + last)};
        sentences.items.emplace_back(last + 1 == band.x.size() ? Message("figure.line_outside_from", {{"from", from}})
                                     : from == to             ? Message("figure.line_outside_in", {{"at", from}})
                                                  : Message("figure.line_outside_between", {{"from", from}, {"to", to}}));
    }
    return sentences;
}

double axisNeed(const Figure& figure, double from, double to)
{
    double need = 0, level = 0;
    const auto take = [&](double& largest, const std::vector<double>& x, const std::vector<double>& y) {
        for (std::size_t i = 0; i < y.size(); ++i)
            if (x[i] >= from && x[i] <= to)
                largest = std::max(largest, y[i]);
    };
    for (const auto& line : figure.lines) {
        take(need, line.x, line.y);
        if (line.manner == FigureLine::Manner::Companion || line.manner == FigureLine::Manner::Baseline)
            take(need, line.x, line.high);
    }
    for (const auto& point : figure.points)
        if (point.x >= from && point.x <= to)
            need = std::max(need, std::max(point.y, point.high.value_or(point.y)));
    if (figure.band) {
        take(need, figure.band->x, figure.band->high);
        take(need, figure.band->x, figure.band->widestHigh);
        take(level, figure.band->x, figure.band->levelHigh);
    }
    return level <= need * mostForLevel ? std::max(need, level) : need;
}

std::optional<BandBeyond> bandBeyond(const FigureBand& band, double from, double to, double bottom, double top)
{
    std::optional<BandBeyond> above, below;
    for (std::size_t i = 0; i < band.levelHigh.size(); ++i) {
        if (band.x[i] < from || band.x[i] > to)
            continue;
        if (band.levelHigh[i] > top && (!above || band.levelHigh[i] > above->value))
            above = BandBeyond{band.x[i], band.levelHigh[i], true};
        if (band.levelLow[i] < bottom && (!below || band.levelLow[i] < below->value))
            below = BandBeyond{band.x[i], band.levelLow[i], false};
    }
    return above ? above : below;
}

} // namespace chokepoint
