// Offers of both sides by round, as worth to this side.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/Rehearsal.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>

namespace chokepoint::ui {

class TableAction;

class OffersPlot : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit OffersPlot(const Language& language, QWidget* parent = nullptr);

    /// `draft`: its worth; nothing without one.
    void setView(const std::optional<bargain::SeatView>& view, const std::optional<double>& draft, int round, int rounds);

    FigureTable table() const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {260, 130}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString walkAwayWords() const;

    struct Offer {
        int round;
        double worth;
        bool isMine;
    };
    Language m_language;
    TableAction* m_tableAction;
    std::vector<Offer> m_offers;
    double m_walkAway = 50;
    bool m_isAccentMine = true;
    std::optional<double> m_draft;
    int m_round = 0, m_rounds = 8;
};

} // namespace chokepoint::ui
