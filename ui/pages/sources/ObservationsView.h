// The observations that stand beside series: value, range, grade, source; expectations told apart.
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

private:
    void tellMore(const QString& key);

    const Catalogue& m_catalogue;
    Language m_language;
    FactTable* m_table;
    QLabel* m_detail;
};

} // namespace chokepoint::ui
