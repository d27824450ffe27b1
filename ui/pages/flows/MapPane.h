// The pane beside the map: what stands in a card, its rule, its series, what moves it and where it leads; without a card, why HBM.
#pragma once

#include "api/SupplyMap.h"
#include "bridge/Board.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace chokepoint::ui {

class GateSign;
class MoverList;
class Sparkline;
struct Way;

class MapPane : public QWidget {
    Q_OBJECT
public:
    MapPane(Board& board, QWidget* parent = nullptr);

    /// A card, or nothing: why HBM.
    void showNode(std::optional<std::size_t> node);
    std::optional<std::size_t> node() const { return m_node; }
    void setQuarter(Quarter quarter, const SupplyQuarter& map);
    /// What the runs say of the claim that the map illustrates.
    void setVerdict(const QString& verdict);
    /// Dates before it have passed.
    void setToday(const std::string& day);
    /// The board lies otherwise.
    void renew();
    bool isBusy() const;
    /// What moves the card that is shown; null without measures.
    MoverList* movers() const { return m_movers; }

signals:
    void nodeAsked(std::size_t node);
    void closeAsked();
    void wayAsked(const chokepoint::ui::Way& way);

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void rebuild();
    void fillNode(const MapNode& node);
    void fillWhy();
    void addHead(const MapNode& node);
    void addSection(const QString& title);
    QLabel* addText(const QString& words, const char* name, const char* role = nullptr);
    void addSeries(const MapNode& node);
    void addMovers(const MapNode& node);
    void tellYear();
    void addLinks(const MapNode& node);
    void addSource(const MapNode& node);
    void refresh();

    Board& m_board;
    const SupplyChain& m_chain;
    std::optional<std::size_t> m_node;
    Quarter m_quarter{};
    SupplyQuarter m_map;
    QString m_verdict;
    std::string m_today;
    QScrollArea* m_area;
    QWidget* m_inside = nullptr;
    QVBoxLayout* m_column = nullptr;
    // of what is shown now; null where it is not
    GateSign* m_sign = nullptr;
    QLabel *m_state = nullptr, *m_reason = nullptr, *m_verdictLabel = nullptr, *m_effectsOn = nullptr;
    QList<QLabel*> m_inputs;
    QList<Sparkline*> m_lines;
    QList<std::pair<QWidget*, const MapEdge*>> m_links;
    MoverList* m_movers = nullptr;
};

} // namespace chokepoint::ui
