// The observations that stand beside series: value, range, grade, source; expectations told apart.
#pragma once

#include "api/Catalogue.h"
#include "bridge/Board.h"

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class FactTable;

class ObservationsView : public QWidget {
    Q_OBJECT
public:
    explicit ObservationsView(const Catalogue& catalogue, QWidget* parent = nullptr);

    FactTable* table() const { return m_table; }
    /// Shows only what was observed of one series.
    void showSeries(std::size_t series);

private:
    void tellMore(const QString& key);

    const Catalogue& m_catalogue;
    FactTable* m_table;
    QLabel* m_detail;
};

} // namespace chokepoint::ui
