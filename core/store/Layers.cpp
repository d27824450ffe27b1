// Private layers of a workbook.
#include "api/WorkbookFile.h"

#include <algorithm>

namespace chokepoint {

void sealLayer(StoredWorkbook& stored, const std::string& id, std::string_view bytes, const SealKey& key)
{
    const auto at = std::ranges::find(stored.layers, id, &SealedLayer::id);
    auto& layer = at == stored.layers.end() ? stored.layers.emplace_back() : *at;
    // the layer's name is sealed with it, so that no layer can be shown as another one
    layer = {id, key.seal(id + '\0' + std::string(bytes))};
}

std::optional<std::string> openLayer(const StoredWorkbook& stored, std::string_view id, std::string_view passphrase,
                                     const std::string& place)
{
    const auto at = std::ranges::find(stored.layers, id, &SealedLayer::id);
    if (at == stored.layers.end())
        return std::nullopt;
    auto bytes = SealKey(at->bytes, passphrase, place).open(at->bytes, place);
    if (!bytes.starts_with(std::string(id) + '\0'))
        throw InputError(Refusal("sealed_damaged", {.file = place}));
    return bytes.substr(id.size() + 1);
}

} // namespace chokepoint
