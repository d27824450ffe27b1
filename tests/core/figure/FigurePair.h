// What tests of figures share: two runs with all that a figure is made from, and planted quantiles.
#pragma once

#include "api/Engine.h"
#include "api/Figure.h"
#include "TestData.h"

#include <algorithm>
#include <iterator>

namespace chokepoint::test {

/// Two runs with all that a figure is made from.
struct Pair {
    Scenario scenario = engine().preset("status_quo_2026"), baseline = scenario;
    Projection present, reference;

    explicit Pair(std::vector<Change> changes = {})
    {
        scenario.changes = std::move(changes);
        present = engine().project(scenario);
        reference = engine().project(baseline);
    }
    FigureRuns runs() const { return {engine(), english(), scenario, baseline, present, reference}; }
};

inline const Series& seriesOf(const char* id)
{
    const auto& catalogue = engine().catalogue();
    return catalogue.series[catalogue.findSeries(id).value()];
}

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The same quantiles in every quarter.
inline SeriesSpread spreadOf(const std::array<double, quantileLevels.size()>& quantiles)
{
    SeriesSpread spread;
    for (auto& quarter : spread)
        quarter.quantiles = quantiles;
    return spread;
}

inline std::vector<FigureLine> linesOf(const Figure& figure, FigureLine::Manner manner)
{
    std::vector<FigureLine> lines;
    std::ranges::copy_if(figure.lines, std::back_inserter(lines), [&](const FigureLine& line) { return line.manner == manner; });
    return lines;
}

} // namespace chokepoint::test
