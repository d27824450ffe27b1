// Chips by arithmetic and memory bandwidth, stacks of memory by density, and the lines that catch them, which can be moved by hand.
#pragma once

#include "api/Language.h"
#include "api/Products.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace chokepoint::ui {

/// Left and Right walk from product to product; a line is dragged with the pointer, and typed in the fields beside the plot.
class ProductPlot : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    ProductPlot(const ProductBook& book, const Language& language, QWidget* parent = nullptr);

    /// One for chips and one for stacks.
    void setLines(const ProductLine& chips, const ProductLine& stacks);

    struct Point {
        const Product* product;
        ProductVerdict verdict;
        QPointF place;
    };
    std::vector<Point> points() const;
    struct Label {
        const Product* product;
        QRectF box;
    };
    std::vector<Label> labels() const;
    /// The line that a place would drag; nothing where there is none.
    enum class Handle { Tpp, DeniedTpp, Bandwidth, DeniedBandwidth, StackDensity, DeniedStackDensity };
    std::optional<Handle> handleAt(const QPointF& place) const;
    QPointF placeOf(double tpp, double bandwidth) const;
    QStringList paintedTexts() const override;
    QSize minimumSizeHint() const override { return {480, 380}; }

signals:
    void moved(chokepoint::ui::ProductPlot::Handle handle, double value);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    struct Line {
        Handle handle;
        QLineF place;
        bool isDenied;
        double value;
    };
    std::vector<Line> lines() const;
    QRectF plot() const;
    QRectF strip() const;
    double stackX(double density) const;
    double valueAt(Handle handle, const QPointF& place) const;
    void paintRegions(class QPainter& painter) const;
    void paintAxes(class QPainter& painter) const;
    void paintPoints(class QPainter& painter) const;
    const ProductLine& lineFor(const Product& product) const { return product.kind == Product::Kind::Stack ? m_stacks : m_chips; }

    const ProductBook& m_book;
    Language m_language;
    ProductLine m_chips, m_stacks;
    std::optional<Handle> m_dragged;
    int m_current = -1;
};

} // namespace chokepoint::ui
