// Private layers of a workbook.
#include "api/WorkbookFile.h"

#include <algorithm>

namespace chokepoint {

void sealLayer(std::vector<SealedLayer>& layers, const std::string& id, std::string_view bytes, const SealKey& key)
{
    const auto at = std::ranges::find(layers, id, &SealedLayer::id);
    auto& layer = at == layers.end() ? layers.emplace_back() : *at;
    // the layer's name is sealed with it, so that no layer can be shown as another one
    layer = {id, key.seal(id + '\0' + std::string(bytes))};
}

const SealedLayer* findLayer(const std::vector<SealedLayer>& layers, std::string_view id)
{
    const auto at = std::ranges::find(layers, id, &SealedLayer::id);
    return at == layers.end() ? nullptr : &*at;
}

std::string openLayer(const SealedLayer& layer, const SealKey& key, const std::string& place)
{
    auto bytes = key.open(layer.bytes, place);
    if (!bytes.starts_with(layer.id + '\0'))
        throw InputError(Refusal("sealed_damaged", {.file = place}));
    return bytes.substr(layer.id.size() + 1);
}

} // namespace chokepoint
