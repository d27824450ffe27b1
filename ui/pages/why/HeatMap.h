// A table of shaded cells: how much each of several inputs counts, year by year.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "parts/PaintedTexts.h"

#include <QStringList>
#include <QVector>
#include <QWidget>

namespace chokepoint::ui {

struct HeatRow {
    QString key;  ///< told when the row is clicked
    QString name;
    QString grade;
    QVector<double> cells; ///< 0 to 100, one for each column
};

struct HeatContent {
    QStringList columns;
    QVector<HeatRow> rows;
    int marked = -1; ///< a column to be framed
};

class TableAction;

/// Every cell also bears its number, so that nothing is told by shade alone.
class HeatMap : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit HeatMap(const Language& language, QWidget* parent = nullptr);

    void setContent(const HeatContent& content);
    const HeatContent& content() const { return m_content; }
    QStringList paintedTexts() const override;
    /// Where a cell stands, in widget coordinates.
    QRect cellRect(int row, int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

signals:
    void rowClicked(const QString& key);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;

private:
    FigureTable table() const;
    int nameWidth() const;
    int rowAt(const QPoint& point) const;

    Language m_language;
    HeatContent m_content;
    TableAction* m_table;
};

} // namespace chokepoint::ui
