// Which kinds of figures a series can have, and what each can show.
#include "api/Sheet.h"

#include "api/Decomposition.h"
#include "api/Engine.h"
#include "api/UnitWords.h"

#include <algorithm>

namespace chokepoint {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

/// A series that is a sum: the first of the headlines, else of the data book.
const Series* sumOf(const Engine& engine)
{
    const auto& series = engine.catalogue().series;
    const auto isSum = [&](std::size_t row) { return !addendsOf(engine, row).empty(); };
    for (const auto row : engine.catalogue().headlines)
        if (isSum(row))
            return &series[row];
    for (std::size_t row = 0; row < series.size(); ++row)
        if (isSum(row))
            return &series[row];
    return nullptr;
}

} // namespace

SheetRequest::Show shownBy(const Engine& engine, const SheetRequest& request)
{
    const auto row = engine.catalogue().findSeries(request.series);
    return row && request.show == Show::Percent && words::isInPoints(engine.catalogue().series[*row]) ? Show::Difference : request.show;
}

std::optional<Refusal> refusalOfFigure(const Engine& engine, const SheetRequest& request)
{
    const auto row = engine.catalogue().findSeries(request.series);
    const auto show = shownBy(engine, request);
    if (request.kind == Kind::Stacked && row && addendsOf(engine, *row).empty()) {
        const auto* sum = sumOf(engine);
        return Refusal("figure_no_parts", {{"series", engine.catalogue().series[*row].shortName},
                                           {"sum", sum ? sum->noun : std::string()},
                                           {"sumId", sum ? sum->id : std::string()}});
    }
    if (request.kind == Kind::Stacked && show != Show::Value)
        return Refusal("figure_stack_of_values");
    if (request.kind == Kind::Waterfall && show != Show::Value && show != Show::Difference)
        return Refusal("figure_steps_of_amounts");
    if (show == Show::Logarithm && request.kind != Kind::Line && request.kind != Kind::Multiples)
        return Refusal("figure_no_logarithm");
    return std::nullopt;
}

} // namespace chokepoint
