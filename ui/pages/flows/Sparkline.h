// A series in little: its line over all quarters, a cursor at the quarter of the map, and the value there.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

namespace chokepoint::ui {

class Sparkline : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    Sparkline(const Series& series, const Language& language, QWidget* parent = nullptr);

    void setRuns(const SeriesValues& present, const SeriesValues& reference);
    void setQuarter(Quarter quarter);

    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {260, 64}; }
    QSize minimumSizeHint() const override { return {160, 64}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString valueWords() const;
    void describe();

    const Series& m_series;
    Language m_language;
    SeriesValues m_present{}, m_reference{};
    Quarter m_quarter{};
};

} // namespace chokepoint::ui
