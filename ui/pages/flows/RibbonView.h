// People of a year as ribbons from where they were born to where they go, with the ledger of US AI research in their midst.
#pragma once

#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/TalentFlows.h"
#include "pages/flows/MapWriter.h"
#include "pages/flows/RibbonPlan.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>

namespace chokepoint::ui {

/// Up and Down go through what stands at the ribbons, and a screen reader says each.
class TableAction;

class RibbonView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit RibbonView(const Language& language, QWidget* parent = nullptr);

    /// A year and the same year of the other package, of which the name is given.
    void setYears(const TalentYear& year, const TalentYear& baseline, const QString& nameOfBaseline, bool isDifference);

    const RibbonPlan& plan() const { return *m_plan; }
    double scale() const { return m_scale; } ///< pixels for a person
    /// Which node the keys are at; the last one is the ledger.
    int current() const { return m_current; }
    QString toldAt(int node) const;
    QStringList paintedTexts() const override { return m_writer.texts(); }
    QSize minimumSizeHint() const override { return {700, 380}; }

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    FigureTable table() const;
    void compose();
    void walk(int steps);
    std::int64_t sumAt(const RibbonNode& node, const TalentYear& year) const;
    Message nameOf(const RibbonNode& node) const;
    Message figureOf(const RibbonNode& node) const;
    Message partsOf(const RibbonNode& node) const;
    void writeHeads();
    void writeNodes();
    void writeSide(RibbonNode::Column column);
    void writeWays();
    void writeBox();
    QColor colourOf(const RibbonBand& band) const;
    std::vector<Span> spansOf(const Message& message) const { return m_language.spans(message); }

    Language m_language;
    TableAction* m_table;
    TalentYear m_year, m_baseline;
    QString m_nameOfBaseline;
    bool m_isDifference = false;
    double m_scale = 1;
    int m_current = -1;
    std::optional<RibbonPlan> m_plan;
    QList<QRectF> m_grounds; ///< behind words that lie over ribbons
    MapWriter m_writer;
};

} // namespace chokepoint::ui
