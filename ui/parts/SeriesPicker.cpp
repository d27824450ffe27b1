// Builds the menu of series.
#include "parts/SeriesPicker.h"

#include "api/Catalogue.h"
#include "look/Theme.h"
#include "parts/DataText.h"

#include <QMenu>

#include <map>

namespace chokepoint::ui {

SeriesPicker::SeriesPicker(const Catalogue& catalogue, QWidget* parent) : QPushButton(parent), m_catalogue(catalogue)
{
    setObjectName(QStringLiteral("seriesPicker"));
    setProperty("role", "title");
    setFont(fontOf(14.5, QFont::DemiBold));
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Choose another series"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* menu = new QMenu(this);
    std::map<std::size_t, QMenu*> sectors;
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        const auto& series = catalogue.series[i];
        if (series.kind == SeriesKind::Category)
            continue;
        auto*& sector = sectors[series.sector];
        if (!sector) {
            sector = menu->addMenu(menuText(catalogue.sectors[series.sector].name));
            sector->setToolTipsVisible(true);
        }
        auto* action = sector->addAction(menuText(series.name), this, [this, i] {
            setSeries(i);
            emit chosen(i);
        });
        action->setToolTip(plainText(series.description));
    }
    setMenu(menu);
    setSeries(*catalogue.findSeries(catalogue.charts.front().series));
}

void SeriesPicker::setSeries(std::size_t series)
{
    m_series = series;
    setText(menuText(m_catalogue.series[series].name) + QStringLiteral("  \u25be"));
}

} // namespace chokepoint::ui
