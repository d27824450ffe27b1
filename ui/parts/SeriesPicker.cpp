// Names the series and leads to the menu of all.
#include "parts/SeriesPicker.h"

#include "api/Catalogue.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/SeriesMenu.h"

namespace chokepoint::ui {

SeriesPicker::SeriesPicker(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QPushButton(parent), m_catalogue(catalogue)
{
    setObjectName(QStringLiteral("seriesPicker"));
    setProperty("role", "title");
    setAutoDefault(false); // in a dialog it is no answer
    setFont(fontOf(14.5, QFont::DemiBold));
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Choose another series"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* menu = new SeriesMenu(catalogue, language, this);
    connect(menu, &SeriesMenu::chosen, this, [this](const QString& id) {
        setSeries(*m_catalogue.findSeries(id.toStdString()));
        emit chosen(m_series);
    });
    setMenu(menu);
    setSeries(*catalogue.findSeries(catalogue.charts.front().series));
}

void SeriesPicker::setSeries(std::size_t series)
{
    m_series = series;
    setText(menuText(m_catalogue.series[series].name) + QStringLiteral("  \u25be"));
}

} // namespace chokepoint::ui
