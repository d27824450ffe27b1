// Two scales on one axis: what a package is worth to this side, and to the other one by estimate. They are never one bar.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/Rehearsal.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>

namespace chokepoint::ui {

class TableAction;

class WorthScales : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit WorthScales(const Language& language, QWidget* parent = nullptr);

    void setView(const std::optional<bargain::SeatView>& view, const bargain::Package& draft);
    /// Of this side, between which 8 draws in 10 lie; nothing while they are on their way.
    void setBand(const std::optional<std::pair<double, double>>& band);

    FigureTable table() const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {480, 108}; }
    QSize minimumSizeHint() const override { return {300, 108}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    struct Numbers {
        double mine = 50, walkAway = 50, today = 50;
        bargain::Estimated theirs, theirWalkAway, theirToday;
        std::optional<double> offerMine, target;
        std::optional<bargain::Estimated> offerTheirs;
        double low = 40, high = 75;
    };
    QString points(double value) const;
    QString todayWords() const;
    void paintScale(QPainter& painter, double y, bool isMine) const;

    Language m_language;
    TableAction* m_tableAction;
    std::optional<Numbers> m_numbers;
    std::optional<std::pair<double, double>> m_band;
};

} // namespace chokepoint::ui
