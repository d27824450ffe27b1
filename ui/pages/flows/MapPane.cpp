// Fills the pane.
#include "pages/flows/MapPane.h"

#include "api/Claims.h"
#include "api/LawAsOf.h"
#include "api/SourceWords.h"
#include "api/SupplyMapWords.h"
#include "pages/flows/GateMark.h"
#include "pages/flows/MoverList.h"
#include "pages/flows/Sparkline.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/Page.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace chokepoint::ui {

/// The mark of a gate beside the name.
class GateSign : public QWidget {
public:
    explicit GateSign(QWidget* parent) : QWidget(parent) { setFixedSize(24, 24); }
    void setState(GateState state)
    {
        m_state = state;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawGate(painter, QRectF(rect()).center(), 9, m_state, tokensOf(*this));
    }

private:
    GateState m_state = GateState::Open;
};

namespace {

constexpr std::size_t mostDates = 3;

QString richOf(const std::vector<Span>& spans)
{
    QString rich;
    for (const auto& span : spans)
        rich += span.isStrong ? QStringLiteral("<b>%1</b>").arg(richText(span.text)) : richText(span.text);
    return rich;
}

} // namespace

MapPane::MapPane(Board& board, QWidget* parent) : QWidget(parent), m_board(board), m_chain(supplyChainOf(board.engine()))
{
    setObjectName(QStringLiteral("mapPane"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 4, 0);
    m_area = clearScroll(this).area;
    layout->addWidget(m_area);
    m_map.gates.resize(m_chain.gates.size());
    rebuild();
}

void MapPane::showNode(std::optional<std::size_t> node)
{
    if (node == m_node)
        return;
    m_node = node;
    rebuild();
}

void MapPane::setQuarter(Quarter quarter, const SupplyQuarter& map)
{
    m_quarter = quarter;
    m_map = map;
    refresh();
}

void MapPane::setVerdict(const QString& verdict)
{
    m_verdict = verdict;
    if (m_verdictLabel)
        m_verdictLabel->setText(verdict);
}

void MapPane::setToday(const std::string& day)
{
    m_today = day;
    if (!m_node)
        rebuild();
}

void MapPane::renew()
{
    if (m_movers) {
        m_movers->renew();
        tellYear();
    }
    for (auto* line : m_lines)
        if (const auto row = m_board.catalogue().findSeries(line->objectName().section(QLatin1Char(':'), 1).toStdString()))
            line->setRuns(m_board.present().series[*row], m_board.reference().series[*row]);
    refresh();
}

bool MapPane::isBusy() const { return m_movers && m_movers->isBusy(); }

void MapPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_node)
        emit closeAsked();
    else
        QWidget::keyPressEvent(event);
}

void MapPane::rebuild()
{
    m_sign = nullptr;
    m_state = m_reason = m_verdictLabel = nullptr;
    m_movers = nullptr;
    m_effectsOn = nullptr;
    m_inputs.clear();
    m_lines.clear();
    m_links.clear();
    if (auto* old = m_area->takeWidget())
        old->deleteLater(); // one of its buttons may have been clicked
    m_inside = new QWidget;
    m_inside->setObjectName(QStringLiteral("clearInner"));
    m_column = new QVBoxLayout(m_inside);
    m_column->setContentsMargins(0, 0, 8, 8);
    m_column->setSpacing(4);
    m_node ? fillNode(m_chain.nodes[*m_node]) : fillWhy();
    m_column->addStretch(1);
    m_area->setWidget(m_inside);
    m_inside->show(); // the area may have been shown before
    refresh();
}

void MapPane::addSection(const QString& title)
{
    m_column->addSpacing(8);
    m_column->addWidget(wrappedLabel(title, 12, nullptr, m_inside, QFont::DemiBold));
}

QLabel* MapPane::addText(const QString& words, const char* name, const char* role)
{
    auto* label = wrappedLabel(words, 12, role, m_inside);
    label->setObjectName(QLatin1String(name));
    m_column->addWidget(label);
    return label;
}

void MapPane::addHead(const MapNode& node)
{
    auto* head = new QWidget(m_inside);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (node.gate)
        row->addWidget(m_sign = new GateSign(head), 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = wrappedLabel(text(node.label), 14.5, nullptr, head, QFont::DemiBold);
    name->setObjectName(QStringLiteral("nodeName"));
    names->addWidget(name);
    m_state = wrappedLabel({}, 12, "muted", head);
    m_state->setObjectName(QStringLiteral("gateState"));
    names->addWidget(m_state);
    row->addLayout(names, 1);
    auto* close = new QToolButton(head);
    close->setObjectName(QStringLiteral("closePane"));
    close->setText(tr("Close"));
    connect(close, &QToolButton::clicked, this, &MapPane::closeAsked);
    row->addWidget(close, 0, Qt::AlignTop);
    m_column->addWidget(head);
}

void MapPane::fillNode(const MapNode& node)
{
    addHead(node);
    addText(text(node.firms), "firms");
    constexpr int bestThereIs = 9; // foreign goods and smuggled ones: no Chinese maker is judged there
    if (node.maturity < bestThereIs)
        addText(tr("Chinese makers: %1 of 9, where 9 is the level of the best").arg(node.maturity), "maturity", "muted");
    if (!node.substitutes.empty())
        addText(text(node.substitutes), "substitutes");
    addSection(tr("Rule"));
    if (!node.rule.empty())
        addText(text(node.rule), "rule");
    if (node.gate)
        m_reason = addText({}, "gateReason", "muted");
    addSeries(node);
    addMovers(node);
    addLinks(node);
    addSource(node);
}

/// The three limits, the claim with both its halves, and what is due next.
void MapPane::fillWhy()
{
    m_column->addWidget(wrappedLabel(tr("Why HBM"), 14.5, nullptr, m_inside, QFont::DemiBold));
    addText(
        tr("An AI chip needs dies, memory and packaging. The scarcest of the three sets how many China can make, in million dies a year:"),
        "whyWords");
    for (int input = 0; input < 3; ++input) {
        auto* label = new QLabel(m_inside);
        label->setTextFormat(Qt::RichText);
        label->setFont(fontOf(13));
        m_column->addWidget(label);
        m_inputs.push_back(label);
    }
    if (claimOfMap(m_board.engine())) {
        addSection(tr("Is HBM, rather than AI chips, the choke point?")); // a heading that states the claim would oversell it
        m_verdictLabel = addText(m_verdict, "verdict");
        auto* why = new ElidedButton(menuText(tr("Test the claim")), m_inside);
        why->setObjectName(QStringLiteral("testClaim"));
        why->setProperty("role", "link");
        why->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        connect(why, &QPushButton::clicked, this, [this] { emit wayAsked({.page = "why", .part = "claims"}); });
        m_column->addWidget(why, 0, Qt::AlignLeft);
    }
    addSection(tr("Next dates"));
    std::size_t shown = 0;
    const auto concerns = [&](const Event& event) {
        return std::ranges::any_of(m_chain.nodes, [&](const MapNode& node) {
            return std::ranges::any_of(node.measures, [&](std::size_t measure) {
                return std::ranges::find(event.measures, m_board.catalogue().measures[measure].id) != event.measures.end();
            });
        });
    };
    for (const auto& event : m_board.catalogue().events)
        if (event.kind == EventKind::Due && event.date >= m_today && shown < mostDates && concerns(event)) {
            addText(m_board.said(Message("map.date", {{"date", dateValue(event.date)}, {"what", event.what}})), "nextDate");
            ++shown;
        }
    if (shown == 0)
        addText(tr("The record has no date ahead."), "noDate", "muted");
    addText(tr("Choose a card of the map to read its rule, its figures and what moves it."), "howTo", "muted");
}

void MapPane::addSeries(const MapNode& node)
{
    if (node.series.empty()) {
        addSection(tr("Figures"));
        addText(tr("The model gives this step no number."), "noNumber", "muted");
        return;
    }
    m_column->addSpacing(8);
    for (const auto row : node.series) {
        auto* line = new Sparkline(m_board.catalogue().series[row], m_board.language(), m_inside);
        line->setRuns(m_board.present().series[row], m_board.reference().series[row]);
        m_column->addWidget(line);
        m_lines.push_back(line);
    }
}

void MapPane::addMovers(const MapNode& node)
{
    if (node.measures.empty())
        return;
    addSection(tr("Measures that move it"));
    m_effectsOn = addText({}, "effectsOn", "muted");
    tellYear();
    m_movers = new MoverList(m_board, node.measures, m_inside);
    connect(m_movers, &MoverList::wayAsked, this, &MapPane::wayAsked);
    m_column->addWidget(m_movers);
}

/// Of which year the effects below are.
void MapPane::tellYear()
{
    const auto& series = m_board.catalogue().series[*m_board.catalogue().findSeries(MoverList::effectSeries)];
    m_effectsOn->setText(m_board.said(Message("map.effects_on", {{"series", series.name}, {"year", m_board.year()}})));
}

void MapPane::addLinks(const MapNode& node)
{
    const auto place = static_cast<std::size_t>(&node - m_chain.nodes.data());
    addSection(tr("Links"));
    for (const auto& edge : m_chain.edges) {
        if (edge.from != place && edge.to != place)
            continue;
        const auto other = edge.from == place ? edge.to : edge.from;
        auto* button = new ElidedButton({}, m_inside);
        button->setObjectName(QStringLiteral("link:") + text(m_chain.nodes[other].id));
        button->setProperty("role", "link");
        button->setFont(fontOf(12));
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // shortened rather than wider than the pane
        connect(button, &QPushButton::clicked, this, [this, other] { emit nodeAsked(other); });
        m_column->addWidget(button, 0, Qt::AlignLeft);
        m_links.push_back({button, &edge});
    }
}

void MapPane::addSource(const MapNode& node)
{
    addSection(tr("Source"));
    const auto& catalogue = m_board.catalogue();
    addText(m_board.said(words::sourceLine(catalogue.sources[*catalogue.findSource(node.source)])), "source", "muted");
    auto* all = new ElidedButton(menuText(tr("All sources")), m_inside);
    all->setProperty("role", "link");
    all->setFont(fontOf(12));
    all->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(all, &QPushButton::clicked, this, [this] { emit wayAsked({.page = "sources"}); });
    m_column->addWidget(all, 0, Qt::AlignLeft);
}

/// What hangs on the quarter and on what is in force in it.
void MapPane::refresh()
{
    const auto& language = m_board.language();
    for (qsizetype input = 0; input < m_inputs.size(); ++input)
        m_inputs[input]->setText(richOf(language.spans(words::mapInput(static_cast<BindingInput>(input), m_map))));
    for (auto* line : m_lines)
        line->setQuarter(m_quarter);
    if (!m_node)
        return;
    const auto& node = m_chain.nodes[*m_node];
    if (node.gate) {
        m_sign->setState(m_map.gates[*node.gate]);
        m_state->setText(text(words::gateState(m_map.gates[*node.gate]), language));
        m_reason->setText(text(
            words::gateReason(m_board.catalogue(), m_chain.gates[*node.gate], inForce(m_board.engine(), m_board.played(), m_quarter)),
            language));
    }
    m_state->setVisible(node.gate.has_value());
    for (const auto& [button, edge] : m_links) {
        auto* link = static_cast<ElidedButton*>(button);
        const auto words = text(words::mapLink(m_chain, *edge, *m_node, m_map), language);
        link->setText(menuText(words));
        link->setAccessibleName(words);
    }
}

} // namespace chokepoint::ui
