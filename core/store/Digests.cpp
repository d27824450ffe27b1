// Digests of scenarios and runs.
#include "api/Versions.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"
#include "numbers/Sha256.h"

#include <bit>
#include <cstdint>
#include <string_view>

namespace chokepoint {
namespace {

/// Adds texts so that no two lists of texts give the same bytes.
void addText(numbers::Sha256& sum, std::string_view text)
{
    sum.add(std::to_string(text.size()));
    sum.add(":");
    sum.add(text);
}

} // namespace

std::string contentDigest(const Catalogue& catalogue, const Scenario& scenario)
{
    const auto content = edit::canonical(catalogue, scenario);
    numbers::Sha256 sum;
    for (const auto& change : content.changes)
        for (const auto& part :
             {change.measure, change.value, change.from ? change.from->text() : std::string(), std::to_string(change.over)})
            addText(sum, part);
    sum.add(";");
    for (const auto& assumption : content.assumptions)
        for (const auto& part : {assumption.parameter, assumption.value, assumption.low, assumption.high})
            addText(sum, part);
    return sum.hex();
}

std::string projectionDigest(const Projection& projection)
{
    numbers::Sha256 sum;
    std::string bytes;
    for (const auto& values : projection.series) {
        bytes.clear();
        for (const double value : values) {
            const auto bits = std::bit_cast<std::uint64_t>(value);
            for (int byte = 0; byte < 8; ++byte) // the lowest first, whatever the machine does
                bytes += static_cast<char>(bits >> (8 * byte) & 0xFF);
        }
        sum.add(bytes);
    }
    return sum.hex();
}

std::string scenarioHash(const Engine& engine, const Scenario& scenario, const Scenario& baseline)
{
    const auto& catalogue = engine.catalogue();
    numbers::Sha256 sum;
    for (const auto& part :
         {contentDigest(catalogue, scenario), contentDigest(catalogue, baseline), std::string(modelVersion), dataVersion(engine)})
        addText(sum, part);
    return sum.hex();
}

} // namespace chokepoint
