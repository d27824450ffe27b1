// A card with parts of a whole over time as stacked areas, and the borders between them in the other package as dashed lines.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "look/Theme.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <vector>

namespace chokepoint::ui {

struct StackPart {
    QString name;
    QColor Tokens::*hue = nullptr;
    double tint = 0.5;        ///< of the hue over the card
    SeriesValues values{};    ///< as they are shown, the lowest part first
    SeriesValues reference{}; ///< the same in the other package
};

struct StackContent {
    QString title, unit;
    std::vector<StackPart> parts;
    int year = 2030;
    double top = 0;              ///< of the value axis; zero: as it needs
    QString referenceName = {};  ///< at the end of the topmost dashed line; empty: none is named
    bool isReferenceSum = false; ///< the sum alone is dashed, not every border
};

class TableAction;

class StackCard : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit StackCard(const Language& language, QWidget* parent = nullptr);

    void setContent(StackContent content);
    const StackContent& content() const { return m_content; }
    QStringList paintedTexts() const override;
    QSize minimumSizeHint() const override { return {280, 180}; }
    /// What is told of a quarter.
    QString toldAt(std::size_t quarter) const;

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    FigureTable table() const;
    int titleLines() const;
    QRectF plotRoom() const;
    double highest() const;
    void paintParts(class QPainter& painter, const class TimePlot& plot) const;
    void paintNames(class QPainter& painter, const class TimePlot& plot) const;

    Language m_language;
    StackContent m_content;
    TableAction* m_table;
};

} // namespace chokepoint::ui
