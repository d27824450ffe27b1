// All figures of the record: value, range, source; estimates and forecasts told apart from what was observed.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "bridge/Board.h"

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class FactTable;

class ObservationsView : public QWidget {
    Q_OBJECT
public:
    ObservationsView(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    FactTable* table() const { return m_table; }
    /// Shows only what was observed of one series.
    void showSeries(std::size_t series);
    /// Shows all, and chooses one; a place in Catalogue::recorded.
    void showFigure(std::size_t figure);

private:
    void tellMore(const QString& key);

    const Catalogue& m_catalogue;
    Language m_language;
    FactTable* m_table;
    QLabel* m_detail;
};

} // namespace chokepoint::ui
