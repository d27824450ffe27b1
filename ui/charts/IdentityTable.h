// How a result is made up, in numbers under a chart: parts that multiply and add, the scarcest marked.
#pragma once

#include "api/Decomposition.h"
#include "bridge/Board.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace chokepoint::ui {

class IdentityTable : public QWidget {
    Q_OBJECT
public:
    explicit IdentityTable(QWidget* parent = nullptr);

    /// True when the parts of a sector's results are told by an identity.
    static bool isFor(const Catalogue& catalogue, const Series& series);

    /// The parts in the last quarter of a year.
    void showParts(const Board& board, const Series& series, int year);

    /// The texts of a row, left to right; for tests.
    QStringList row(int row) const;

private:
    void put(int row, int column, const QString& words, const char* role, bool isBold = false);
    void showCompute(const DomesticComputeDecomposition& parts, Quarter quarter, const Language& language);
    void showEntrants(const std::vector<EntrantDecomposition>& origins, Quarter quarter, const Language& language);

    QGridLayout* m_grid = nullptr;
    QLabel* m_caption = nullptr;
    std::vector<std::vector<QLabel*>> m_cells;
};

} // namespace chokepoint::ui
