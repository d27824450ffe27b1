// The table of annual means and the list of what binds, for a terminal.
#include "words/Columns.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"

#include <optional>

namespace chokepoint::words {
namespace {

constexpr std::size_t seriesWidth = 60, yearWidth = 9;

} // namespace

std::string annualTable(const Catalogue& catalogue, const Projection& projection, const Language& language)
{
    std::string text = padded(language.text(Message("annual.heading")), seriesWidth);
    for (int year = firstYear; year <= lastYear; ++year)
        text += alignedRight(std::to_string(year), yearWidth);
    text += "\n";
    std::optional<std::size_t> sector;
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        const auto& series = catalogue.series[i];
        if (series.kind == SeriesKind::Category)
            continue;
        if (series.sector != sector)
            text += "\n" + catalogue.sectors[*(sector = series.sector)].name + "\n";
        const auto display = displayUnit(series);
        text += padded("  " + series.name, seriesWidth);
        for (int year = firstYear; year <= lastYear; ++year)
            text += alignedRight(language.text(number(projection.annualMean(i, year) * display.scale)), yearWidth);
        text += "  " + language.text(display.name()) + "\n";
    }
    return text + "\n" + language.text(Message("binding.heading")) + "\n" + bindingText(catalogue, projection, language);
}

std::string bindingText(const Catalogue& catalogue, const Projection& projection, const Language& language)
{
    std::string text;
    for (int q = 0; q < quarterCount;) {
        const auto input = bindingAt(catalogue, projection, Quarter{q});
        int end = q;
        while (end + 1 < quarterCount && bindingAt(catalogue, projection, Quarter{end + 1}) == input)
            ++end;
        const auto line = end > q ? Message("binding.span", {{"from", Quarter{q}}, {"to", Quarter{end}}, {"input", binding(input)}})
                                  : Message("binding.quarter", {{"at", Quarter{q}}, {"input", binding(input)}});
        text += "  " + language.text(line) + "\n";
        q = end + 1;
    }
    return text;
}

} // namespace chokepoint::words
