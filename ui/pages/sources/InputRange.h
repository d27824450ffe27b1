// The range of an input as a bar: the data book's range and central value, and the person's own.
#pragma once

#include "api/Catalogue.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>

namespace chokepoint::ui {

class InputRange : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit InputRange(QWidget* parent = nullptr);

    void showInput(const Parameter& parameter, const std::optional<Assumption>& own);
    QStringList paintedTexts() const override { return {m_lowText, m_highText}; }
    QSize sizeHint() const override { return {200, 44}; }
    QSize minimumSizeHint() const override { return {120, 44}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    double m_low = 0, m_high = 1, m_central = 0.5, m_from = 0, m_to = 1; ///< range of the data book; ends of the bar
    std::optional<double> m_own, m_ownLow, m_ownHigh;
    QString m_lowText, m_highText;
};

} // namespace chokepoint::ui
