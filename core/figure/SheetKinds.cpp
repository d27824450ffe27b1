// Which kinds of figures a series can have, and what each can show.
#include "api/Sheet.h"

#include "api/Decomposition.h"
#include "api/Engine.h"

#include <algorithm>

namespace chokepoint {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

/// The first series of the data book that is a sum and that a chart of the start page or a headline shows, by its id.
std::string sumOf(const Engine& engine)
{
    const auto& series = engine.catalogue().series;
    const auto isSum = [&](std::size_t row) { return !addendsOf(engine, row).empty(); };
    for (const auto row : engine.catalogue().headlines)
        if (isSum(row))
            return series[row].id;
    for (std::size_t row = 0; row < series.size(); ++row)
        if (isSum(row))
            return series[row].id;
    return {};
}

} // namespace

std::optional<Refusal> refusalOfFigure(const Engine& engine, const SheetRequest& request)
{
    const auto row = engine.catalogue().findSeries(request.series);
    if (request.kind == Kind::Stacked && row && addendsOf(engine, *row).empty())
        return Refusal("figure_no_parts", {{"series", engine.catalogue().series[*row].shortName}, {"sum", sumOf(engine)}});
    if (request.kind == Kind::Stacked && request.show != Show::Value)
        return Refusal("figure_stack_of_values");
    if (request.kind == Kind::Waterfall && request.show != Show::Value && request.show != Show::Difference)
        return Refusal("figure_steps_of_amounts");
    if (request.show == Show::Logarithm && request.kind != Kind::Line && request.kind != Kind::Multiples)
        return Refusal("figure_no_logarithm");
    return std::nullopt;
}

} // namespace chokepoint
