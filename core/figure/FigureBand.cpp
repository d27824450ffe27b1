// The band of a figure from the quantiles of the draws, and what is said of it.
#include "api/Figure.h"

#include "api/Words.h"
#include "figure/FigureTime.h"

#include <cmath>

namespace chokepoint {

FigureBand figureBand(const Series& series, const SeriesSpread& spread, const FigureRequest& request)
{
    constexpr std::size_t lowest = quantilePlace(0.025), tenth = quantilePlace(0.1), quarter = quantilePlace(0.25),
                          threeQuarters = quantilePlace(0.75), nineTenths = quantilePlace(0.9), highest = quantilePlace(0.975);
    const double scale = words::displayUnit(series).scale;
    FigureBand band;
    for (int q = 0; q < quarterCount; ++q) {
        if (Quarter{q}.end() < recordedUntil && !request.withRecordedBand)
            continue;
        const auto& quantiles = spread[static_cast<std::size_t>(q)].quantiles;
        band.x.push_back(figure::timeOf(series, Quarter{q}));
        band.low.push_back(quantiles[tenth] * scale);
        band.innerLow.push_back(quantiles[quarter] * scale);
        band.innerHigh.push_back(quantiles[threeQuarters] * scale);
        band.high.push_back(quantiles[nineTenths] * scale);
        if (request.withWidestBand) {
            band.widestLow.push_back(quantiles[lowest] * scale);
            band.widestHigh.push_back(quantiles[highest] * scale);
        }
    }
    return band;
}

MessageValue bandInWords(const FigureBand& band, const FigureLine& line)
{
    MessageList sentences{{Message("figure.band_ends")}, MessageList::Joint::Semicolon};
    if (!band.widestLow.empty())
        sentences.items.emplace_back(Message("figure.band_widest"));
    // the line is the run at central parameters; the middle of the runs may lie elsewhere
    const auto offset = line.x.size() - band.x.size();
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t i = 0; i < band.x.size(); ++i) {
        const double slack = 1e-9 * std::fabs(band.innerHigh[i]), y = line.y[offset + i];
        if (band.x[i] >= recordedUntil && (y < band.innerLow[i] - slack || y > band.innerHigh[i] + slack)) {
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

} // namespace chokepoint
