// The walk-away value by the chance that the truce rolls over, a line for each weighting, the taken one in front.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "parts/PaintedTexts.h"

#include <QVector>
#include <QWidget>

namespace chokepoint::ui {

class TableAction;

class WalkAwayChart : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit WalkAwayChart(const Language& language, QWidget* parent = nullptr);

    struct Line {
        QString name;
        double spiral = 50; ///< worth without a roll-over
        bool isChosen = false;
        double today = 50;
    };
    void setLines(QVector<Line> lines);
    void setChance(double chance); ///< 0 to 1

    FigureTable table() const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {380, 190}; }
    QSize minimumSizeHint() const override { return {260, 120}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    static double walkAwayOf(const Line& line, double chance) { return chance * line.today + (1 - chance) * line.spiral; }
    double walkAwayOf(const Line& line) const { return walkAwayOf(line, m_chance); }
    QString points(double value) const;

    Language m_language;
    TableAction* m_tableAction;
    QVector<Line> m_lines;
    double m_chance = 0.7;
};

/// How many packages are worth how much, with what lies below the walk-away value pale.
class WorthHistogram : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit WorthHistogram(const Language& language, QWidget* parent = nullptr);

    void setWorths(const std::vector<double>& worths);
    void setWalkAway(double walkAway, double today);

    FigureTable table() const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {380, 130}; }
    QSize minimumSizeHint() const override { return {200, 90}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString walkAwayWords() const;
    QString todayWords() const;
    double edgeOf(int count) const; ///< lower one, in points

    Language m_language;
    TableAction* m_tableAction;
    QVector<int> m_counts; ///< by half a point
    double m_low = 40, m_high = 60, m_walkAway = 50, m_today = 50;
};

} // namespace chokepoint::ui
