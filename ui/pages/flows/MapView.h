// The map of the supply chain: the border, its gates, and how much flows, in one quarter. It shows and asks; the core has counted.
#pragma once

#include "api/Catalogue.h"
#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/SupplyMap.h"
#include "pages/flows/MapPlan.h"
#include "pages/flows/MapWriter.h"
#include "parts/PaintedTexts.h"

#include <QVariantAnimation>
#include <QWidget>

#include <optional>

namespace chokepoint::ui {

class TableAction;

/// Arrow keys go from card to card, Return opens one, Escape closes it; Page Up and Page Down are a quarter, Space plays. With Ctrl held
/// the arrows go through the links of a card, and Return follows the one that is told.
class MapView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    MapView(const SupplyChain& chain, const Language& language, QWidget* parent = nullptr);

    /// What is shown; with a baseline the differences from it.
    void setQuarter(const SupplyQuarter& quarter, const std::optional<SupplyQuarter>& baseline);
    /// The claim that the map illustrates, and what the runs say of it.
    void setClaim(const QString& question, const QString& verdict);
    /// The card whose pane is open.
    void setChosen(std::optional<std::size_t> node);
    std::optional<std::size_t> chosen() const { return m_chosen; }
    /// The steps of making HBM as one card.
    void setStepsFolded(bool areFolded);

    /// The card under the keys.
    std::optional<std::size_t> current() const { return m_current; }
    const MapPlan& plan() const { return m_plan; }
    const MapStreams& streams() const { return m_streams; }
    /// What is painted now: on its way from the quarter before for a moment, unless the desktop asks for less motion.
    const MapStreams& drawnStreams() const { return m_drawn; }
    bool isGliding() const { return m_glide.state() == QAbstractAnimation::Running; }
    static constexpr int msOfGlide = 120;
    /// The link of the current card that the keys are at: place in SupplyChain::edges.
    std::optional<std::size_t> currentLink() const { return m_link; }
    /// Where the mark of a gate stands and how it looks: for each that is drawn.
    struct Mark {
        std::size_t gate = 0;
        QPointF middle;
        double radius = 0;
        GateState state = GateState::Open;
    };
    const std::vector<Mark>& marks() const { return m_marks; }
    QStringList paintedTexts() const override { return m_writer.texts(); }
    QSize minimumSizeHint() const override { return {800, 400}; }

signals:
    void nodeChosen(std::optional<std::size_t> node);
    void claimAsked();
    void quartersAsked(int step);
    void playAsked();

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    FigureTable table() const;
    // MapView.cpp
    void compose();
    void setCurrent(std::optional<std::size_t> node);
    void walk(double dx, double dy);
    void glide(const MapStreams& from);
    // MapLinks.cpp
    std::vector<std::size_t> linksOf(std::size_t node) const;
    void walkLinks(int step);
    void followLink();
    void paintLinkWalked(QPainter& painter) const;
    const MapCard* cardAt(const QPointF& point) const;
    const MapCard* currentCard() const;
    void addMarks();
    // MapCards.cpp
    void writeCards();
    void writeStep(const MapCard& card);
    void writeNode(const MapCard& card);
    void writeFolded();
    void writeLanes();
    void writeChannels();
    void writeHeads();
    void writeLegend();
    void writeClaim();
    std::vector<Span> spansOf(const Message& message) const { return m_language.spans(message); }
    // MapPaint.cpp
    void paintGrounds(QPainter& painter) const;
    void paintLinks(QPainter& painter) const;
    void paintStreams(QPainter& painter) const;
    void paintStream(QPainter& painter, const MapStream& stream) const;
    void paintGhosts(QPainter& painter) const;
    void paintWorld(QPainter& painter) const;
    void paintBorder(QPainter& painter) const;
    void paintCards(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    QColor colourOf(MapFlow flow) const;
    const SupplyQuarter* baseline() const { return m_baseline ? &*m_baseline : nullptr; }
    double aboveOf(MapFlow flow) const { return m_above[static_cast<std::size_t>(flow)]; }

    const SupplyChain& m_chain;
    Language m_language;
    TableAction* m_table;
    SupplyQuarter m_quarter;
    std::optional<SupplyQuarter> m_baseline;
    std::array<double, mapFlowCount> m_above{}; ///< of the scenario over the baseline
    std::optional<std::size_t> m_chosen, m_current;
    bool m_areStepsFolded = false;
    MapPlan m_plan;
    MapStreams m_streams, m_from, m_drawn;
    QVariantAnimation m_glide;
    std::optional<std::size_t> m_link;
    std::vector<Mark> m_marks;
    MapWriter m_writer;
    QString m_question, m_verdict;
};

} // namespace chokepoint::ui
