// Look-ups in the catalogue by id.
#include "api/Catalogue.h"

#include <algorithm>

namespace chokepoint {
namespace {

template <class Row> std::optional<std::size_t> find(const std::vector<Row>& rows, std::string_view id)
{
    const auto at = std::ranges::find(rows, id, &Row::id);
    return at == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - rows.begin()));
}

} // namespace

std::optional<std::size_t> Catalogue::findSeries(std::string_view id) const { return find(series, id); }
std::optional<std::size_t> Catalogue::findMeasure(std::string_view id) const { return find(measures, id); }
std::optional<std::size_t> Catalogue::findParameter(std::string_view id) const { return find(parameters, id); }
std::optional<std::size_t> Catalogue::findPreset(std::string_view id) const { return find(presets, id); }
std::optional<std::size_t> Catalogue::findSource(std::string_view id) const { return find(sources, id); }

} // namespace chokepoint
