// Parts of a sum over time as stacked areas: what rises above zero, what falls below, and the sum as a line.
#pragma once

#include <QVector>
#include <QWidget>

#include <optional>

class QCustomPlot;

namespace chokepoint {
class Language;
}

namespace chokepoint::ui {

struct AreaPart {
    QString name;
    QVector<double> y;
};

struct AreaContent {
    QVector<double> x;
    QVector<AreaPart> parts; ///< at most seven; colours go by place
    QVector<double> total;
    std::optional<double> mark; ///< a time, as a thin line
    bool isCovert = false;      ///< nobody reports the sum (see api/Covert.h): it is dotted
};

/// The same courses with a point wherever a part goes through zero: between two points an area would else lie on both sides of it.
AreaContent withCrossings(const AreaContent& content);

class AreaView : public QWidget {
    Q_OBJECT
public:
    explicit AreaView(const Language& language, QWidget* parent = nullptr);

    void setContent(const AreaContent& content);
    const AreaContent& content() const { return m_content; }

    QSize sizeHint() const override { return {380, 220}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

protected:
    void changeEvent(QEvent*) override;

private:
    void draw();

    AreaContent m_content;
    QCustomPlot* m_plot;
};

/// The colours of the parts, in order, as in the view; for a legend beside it.
QVector<QColor> areaColours(const QWidget& widget);

} // namespace chokepoint::ui
