// Keeps rehearsals beside the board.
#include "bridge/KeptRehearsals.h"

#include "bridge/Board.h"

#include <algorithm>

namespace chokepoint::ui {

KeptRehearsals::KeptRehearsals(Board& board) : QObject(&board) {}

KeptRehearsals& KeptRehearsals::of(Board& board)
{
    auto* found = board.findChild<KeptRehearsals*>(QString(), Qt::FindDirectChildrenOnly);
    return found ? *found : *new KeptRehearsals(board);
}

const KeptRehearsal* KeptRehearsals::find(const std::string& id) const
{
    const auto at = std::ranges::find(m_all, id, &KeptRehearsal::id);
    return at == m_all.end() ? nullptr : &*at;
}

std::string KeptRehearsals::freeId() const
{
    std::vector<std::string> taken;
    for (const auto& kept : m_all)
        taken.push_back(kept.id);
    for (const auto& layer : m_layers) // of a sheet whose rehearsal a foreign program took away
        taken.push_back(layer.id.substr(0, layer.id.find('.')));
    return uniqueId("rehearsal", taken);
}

void KeptRehearsals::keep(KeptRehearsal kept, const SealKey* us, const SealKey* china)
{
    const auto seal = [&](std::string& sheet, const std::string& layer, const SealKey* key) {
        if (!key)
            return;
        sealLayer(m_layers, layer, sheet, *key);
        sheet.clear();
    };
    seal(kept.usSheet, usSheetLayer(kept), us);
    seal(kept.chinaSheet, chinaSheetLayer(kept), china);
    const auto at = std::ranges::find(m_all, kept.id, &KeptRehearsal::id);
    if (at != m_all.end()) {
        *at = std::move(kept);
    } else {
        m_all.push_back(std::move(kept));
        if (m_all.size() > mostKeptRehearsals) {
            dropLayers(m_all.front());
            m_all.erase(m_all.begin());
        }
    }
    emit changed();
}

void KeptRehearsals::dropLayers(const KeptRehearsal& kept)
{
    std::erase_if(m_layers,
                  [&](const SealedLayer& layer) { return layer.id == usSheetLayer(kept) || layer.id == chinaSheetLayer(kept); });
}

void KeptRehearsals::remove(const std::string& id)
{
    const auto at = std::ranges::find(m_all, id, &KeptRehearsal::id);
    if (at == m_all.end())
        return;
    dropLayers(*at);
    m_all.erase(at);
    emit changed();
}

void KeptRehearsals::replaceAll(std::vector<KeptRehearsal> all, std::vector<SealedLayer> layers)
{
    m_all = std::move(all);
    m_layers = std::move(layers);
    emit replaced();
}

} // namespace chokepoint::ui
