// Look-ups in the catalogue by id, and what its enums are called in the tables.
#include "api/Catalogue.h"

#include <algorithm>
#include <array>

namespace chokepoint {
namespace {

template <class Row> std::optional<std::size_t> find(const std::vector<Row>& rows, std::string_view id)
{
    const auto at = std::ranges::find(rows, id, &Row::id);
    return at == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - rows.begin()));
}

} // namespace

std::string letterOf(Grade grade) { return {static_cast<char>('A' + static_cast<int>(grade))}; }

std::string wordOf(Distribution distribution)
{
    constexpr std::array<std::string_view, 4> words{"triangular", "uniform", "lognormal", "fixed"};
    return std::string(words[static_cast<std::size_t>(distribution)]);
}

std::optional<std::size_t> Catalogue::findSeries(std::string_view id) const { return find(series, id); }
std::optional<std::size_t> Catalogue::findMeasure(std::string_view id) const { return find(measures, id); }
std::optional<std::size_t> Catalogue::findParameter(std::string_view id) const { return find(parameters, id); }
std::optional<std::size_t> Catalogue::findPreset(std::string_view id) const { return find(presets, id); }
std::optional<std::size_t> Catalogue::findSource(std::string_view id) const { return find(sources, id); }

} // namespace chokepoint
