// Parts of a sum over time as stacked areas: what rises above zero, what falls below, and the sum as a line.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QCustomPlot;

namespace chokepoint::ui {

struct AreaPart {
    QString name;
    QVector<double> y;
};

struct AreaContent {
    QVector<double> x;
    QVector<AreaPart> parts; ///< at most seven; hues go by place, as colourOfPart() has them
    QVector<double> total;
    std::optional<double> mark; ///< a time, as a thin line
    double last = 2032;         ///< end of the time axis
    bool isCovert = false;      ///< nobody reports the sum (see api/Covert.h): it is dotted
};

/// The same courses with a point wherever a part goes through zero: between two points an area would else lie on both sides of it.
AreaContent withCrossings(const AreaContent& content);

class TableAction;

/// Its accessible name is also the title of its table.
class AreaView : public QWidget {
    Q_OBJECT
public:
    explicit AreaView(const Language& language, QWidget* parent = nullptr);

    void setContent(const AreaContent& content);
    const AreaContent& content() const { return m_content; }

    QSize sizeHint() const override { return {380, 220}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

    /// The parts whose names stand in their areas; the others have too little room.
    const QStringList& labels() const { return m_labels; }

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    FigureTable table() const;
    void draw();
    void label(const QString& name, const QColor& area, const QVector<double>& x, const QVector<double>& from, const QVector<double>& to);

    AreaContent m_content;
    Language m_language;
    TableAction* m_table;
    QStringList m_labels;
    QCustomPlot* m_plot;
};

} // namespace chokepoint::ui
