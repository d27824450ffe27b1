// The rehearsals of the workbook on a board. Undo leaves them alone: none of their bytes gets into a step that is kept.
#pragma once

#include "api/WorkbookFile.h"

#include <QObject>

#include <vector>

namespace chokepoint::ui {

class Board;

class KeptRehearsals : public QObject {
    Q_OBJECT
public:
    /// Those of a board, which owns them; each board has one of these.
    static KeptRehearsals& of(Board& board);

    const std::vector<KeptRehearsal>& all() const { return m_all; }
    /// Sealed sheets, and what else is sealed in the workbook.
    const std::vector<SealedLayer>& layers() const { return m_layers; }
    /// nullptr for an id that leads nowhere.
    const KeptRehearsal* find(const std::string& id) const;
    /// An id that none has.
    std::string freeId() const;

    /// Puts one in the place of that of the same id, with the keys by which sheets are sealed; a sheet with a key does not stay in it. Of
    /// too many the oldest goes.
    void keep(KeptRehearsal kept, const SealKey* us, const SealKey* china);
    /// Takes one away with its sealed sheets.
    void remove(const std::string& id);
    /// Those of another workbook that lies on the board.
    void replaceAll(std::vector<KeptRehearsal> all, std::vector<SealedLayer> layers);

signals:
    /// A person moved in one, or took one away.
    void changed();
    /// Another workbook lies on the board.
    void replaced();

private:
    explicit KeptRehearsals(Board& board);
    void dropLayers(const KeptRehearsal& kept);

    std::vector<KeptRehearsal> m_all;
    std::vector<SealedLayer> m_layers;
};

} // namespace chokepoint::ui
