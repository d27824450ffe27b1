// All packages by their worth to both sides, with the frontier, the points on it, and the way that the talks took.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/Rehearsal.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>

namespace chokepoint::ui {

class TableAction;

class PlaneView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit PlaneView(const Language& language, QWidget* parent = nullptr);

    /// `seat`: whose worth goes to the right.
    void setDebrief(const std::optional<bargain::Debrief>& debrief, bargain::Side seat);

    /// A point that has a name: today, the offers in their order, the deal, the points of the theories, then the frontier.
    struct Spot {
        QString name;
        bargain::WorthOf at;
    };
    const QVector<Spot>& spots() const { return m_spots; }
    QPointF placeOf(int spot) const;
    /// Of the spot that the pointer or the keys stand on, -1 for none, and what is said of it.
    int current() const { return m_current; }
    QString told() const;
    /// Where the numbers of the rounds stand, as painted last.
    const QVector<QRectF>& numbers() const { return m_numbers; }

    FigureTable table() const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {560, 520}; }
    QSize minimumSizeHint() const override { return {300, 260}; }

signals:
    /// Another point is told of, or none.
    void currentChanged();

protected:
    void paintEvent(QPaintEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    struct Frame;
    Frame frameNow() const;
    const bargain::Domain& domain() const { return m_debrief->game->domain; }
    QString todayWords() const;
    void findSpots();
    void setCurrent(int spot);
    void paintCurrent(QPainter& painter, const Frame& frame) const;
    void paintName(QPainter& painter, const QPointF& at, const QString& words, const QColor& colour) const;
    QString sideWords(bargain::Side side) const;
    void paintCells(QPainter& painter, const Frame& frame) const;
    void paintLines(QPainter& painter, const Frame& frame) const;
    void paintPath(QPainter& painter, const Frame& frame, bargain::Side side) const;
    void takeMarks(const Frame& frame) const;
    void paintNumber(QPainter& painter, const QPointF& at, int round) const;
    void paintPoints(QPainter& painter, const Frame& frame) const;

    Language m_language;
    TableAction* m_tableAction;
    QVector<Spot> m_spots;
    int m_current = -1;
    mutable QVector<QRectF> m_named;   ///< rooms of the marks, numbers and names that were painted last
    mutable QVector<QRectF> m_numbers; ///< those of the numbers alone
    mutable QVector<QLineF> m_ways;    ///< lines that a number should not stand on
    std::optional<bargain::Debrief> m_debrief;
    bargain::Side m_seat = bargain::Side::US;
};

} // namespace chokepoint::ui
