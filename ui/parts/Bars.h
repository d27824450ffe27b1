// Horizontal bars with names: waterfalls, tornadoes, indices with intervals, limits of boxes.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "look/Theme.h"
#include "parts/PaintedTexts.h"

#include <QVector>
#include <QWidget>

#include <optional>
#include <utility>

namespace chokepoint::ui {

struct BarPiece {
    enum class Colour { Rise, Fall, Total, Muted, Accent };
    double from = 0, to = 0;
    Colour colour = Colour::Accent;
    bool isHatched = false;
    int part = -1; ///< of a whole: its hue as in colourOfPart() in place of the colour
};

struct BarRow {
    QString key;  ///< told when the row is clicked
    QString name;
    QString grade; ///< a letter beside the name; empty without one
    QVector<BarPiece> pieces;
    std::optional<std::pair<double, double>> interval; ///< a thin line with ends over the bar
    QString value; ///< in words at the right
    QString tip;
    bool isStrong = false;
    std::optional<std::pair<double, double>>
        innerInterval{}; ///< of the last piece, drawn in the lower half, the other one then in the upper
    QString under{};      ///< a muted line below the name
    QString underBrief{}; ///< the same where the whole does not fit
};

struct BarsContent {
    QVector<BarRow> rows;
    QString axis;              ///< unit under the axis
    std::optional<double> mark; ///< a line across all rows: baseline, central value
    QString markWords;
    bool isChained = false;    ///< each bar begins where the one before ended, shown by thin lines
};

class TableAction;

/// Its accessible name is also the title of its table.
class Bars : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit Bars(const Language& language, QWidget* parent = nullptr);

    void setContent(const BarsContent& content);
    const BarsContent& content() const { return m_content; }
    QStringList paintedTexts() const override;
    /// Where a row stands, in widget coordinates.
    QRect rowRect(int row) const;
    /// The lines in which the name of a row is written: two where one has no room for it, the second cut if it must be. For tests.
    QStringList nameLines(int row) const;
    QString underOf(const BarRow& row, const QFontMetrics& metrics) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowClicked(const QString& key);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    QString pair(const BarRow& row) const;
    FigureTable table() const;
    int nameWidth() const;
    int roomOfName(const BarRow& row) const;
    void fitRows();
    double pixelOf(double value) const;
    int rowAt(const QPoint& point) const;
    void paintRow(QPainter& painter, const BarRow& row, const QRect& place, const Tokens& tokens) const;
    void paintInterval(QPainter& painter, const std::pair<double, double>& interval, double y, const Tokens& tokens) const;
    void paintAxis(QPainter& painter, const Tokens& tokens) const;

    BarsContent m_content;
    double m_low = 0, m_high = 1, m_step = 1;
    int m_rowHeight = 28, m_valueWidth = 132;
    Language m_language;
    TableAction* m_table;
};

} // namespace chokepoint::ui
