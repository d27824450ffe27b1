// All packages by their worth to both sides, with the frontier, the points on it, and the way that the talks took.
#pragma once

#include "api/Language.h"
#include "api/Rehearsal.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>

namespace chokepoint::ui {

class PlaneView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit PlaneView(const Language& language, QWidget* parent = nullptr);

    /// `seat`: whose worth goes to the right.
    void setDebrief(const std::optional<bargain::Debrief>& debrief, bargain::Side seat);

    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {560, 520}; }
    QSize minimumSizeHint() const override { return {300, 260}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    struct Frame;
    QString sideWords(bargain::Side side) const;
    void paintCells(QPainter& painter, const Frame& frame) const;
    void paintLines(QPainter& painter, const Frame& frame) const;
    void paintPath(QPainter& painter, const Frame& frame, bargain::Side side) const;
    void paintPoints(QPainter& painter, const Frame& frame) const;

    Language m_language;
    std::optional<bargain::Debrief> m_debrief;
    bargain::Side m_seat = bargain::Side::US;
};

} // namespace chokepoint::ui
