// A button that names a series and opens the menu of all of them, with its search.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"

#include <QPushButton>

namespace chokepoint::ui {

class SeriesPicker : public QPushButton {
    Q_OBJECT
public:
    /// Starts at the first chart of the start page; categories are not offered.
    SeriesPicker(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    /// Place in Catalogue::series.
    std::size_t series() const { return m_series; }
    void setSeries(std::size_t series); ///< emits nothing

signals:
    void chosen(std::size_t series);

private:
    const Catalogue& m_catalogue;
    std::size_t m_series = 0;
};

} // namespace chokepoint::ui
