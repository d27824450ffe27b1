// What hangs on the people: discovery workforce times researchers, to a power, and years later the drugs that enter trials.
#pragma once

#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/TalentFlows.h"
#include "api/Message.h"
#include "look/Theme.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace chokepoint::ui {

class TableAction;

class DrugChainView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    DrugChainView(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    void setRuns(const TalentRun& run, const TalentRun& baseline, int year, const QString& nameOfBaseline);
    /// 8 runs in 10 of the drugs that enter trials; nothing before there are any.
    void setBand(const std::optional<std::array<Spread, quarterCount>>& spread);
    QWidget* linkWidget() const;

    QStringList paintedTexts() const override;
    /// In two rows where it is narrow; in one row of smaller steps where it is not given that height.
    static int heightFor(int width) { return width < twoRows ? 420 : oneRow; }
    static constexpr int twoRows = 1068, oneRow = 252;

signals:
    void testAsked();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    FigureTable table() const;
    struct Step {
        Message name, unit;
        MessageValue change;
        const SeriesValues *values, *reference;
        double scale;
        QColor Tokens::*hue;
        QRectF room;
    };
    std::vector<Step> steps() const;
    std::array<QRectF, 4> rooms() const;
    QRectF toldRoom() const;
    /// Between two steps, and of what is told.
    double between() const;
    double toldWidth() const;
    void paintStep(QPainter& painter, const Step& step, bool hasBand) const;
    void paintBetween(QPainter& painter) const;
    void lay();

    const Catalogue& m_catalogue;
    Language m_language;
    TableAction* m_table;
    TalentRun m_run, m_baseline;
    int m_year = 2030;
    QString m_title, m_subtitle;
    std::optional<std::array<Spread, quarterCount>> m_spread;
    QLabel *m_told, *m_weak;
    QPushButton* m_link;
};

} // namespace chokepoint::ui
