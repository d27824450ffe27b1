// Loads the map of the supply chain: its gates with the measures that set them, who stands in it, and what passes from one to another.
#include "facts/Loaders.h"

#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace chokepoint::facts {
namespace {

using numbers::DecimalText;

constexpr std::array<std::string_view, 6> states{"open", "gray", "contract", "license", "partly", "closed"}; // in the order of GateState

/// How a gate must stand by the record where the data book says this of it.
struct Word {
    std::string_view word;
    std::vector<GateState> states; ///< empty: no gate stands there
};

const std::vector<Word>& wordsOfAccess()
{
    static const std::vector<Word> words{{"none", {}},
                                         {"domestic", {}},
                                         {"draining", {}},
                                         {"open", {GateState::Open}},
                                         {"open_grey", {GateState::Gray}},
                                         {"illicit", {GateState::Gray}},
                                         {"licence", {GateState::License}},
                                         {"locked_contract", {GateState::Contract}},
                                         {"locked_product", {GateState::Partly}},
                                         {"partly_locked", {GateState::Partly}},
                                         {"locked", {GateState::Closed}}};
    return words;
}

const std::vector<Word>& wordsOfStatus()
{
    static const std::vector<Word> words{{"internal", {}},
                                         {"domestic", {}},
                                         {"draining", {}},
                                         {"ramping", {}},
                                         {"open", {GateState::Open}},
                                         {"open_grey", {GateState::Gray}},
                                         {"illicit", {GateState::Gray}},
                                         {"licence", {GateState::License}},
                                         {"contract", {GateState::Contract}},
                                         {"controlled", {GateState::Partly, GateState::Closed}},
                                         {"blocked", {GateState::Closed}},
                                         {"closed", {GateState::Closed}}};
    return words;
}

const Word& wordOf(const CsvTable& table, const CsvRow& row, std::string_view column, const std::vector<Word>& words)
{
    std::vector<std::string_view> allowed;
    for (const auto& word : words)
        allowed.push_back(word.word);
    const auto& said = table.oneOf(row, column, allowed);
    return *std::ranges::find(words, said, &Word::word);
}

/// How a gate stood when the record was last checked.
GateState recordedState(const MapGate& gate, const DataBook& book)
{
    if (!gate.isDriven())
        return gate.fixed;
    auto tightest = GateState::Open;
    for (const auto& rule : gate.rules) {
        const auto& measure = book.catalogue.measures[rule.measure];
        std::string value;
        for (const auto& change : book.history)
            if (change.measure == rule.measure)
                value = change.value;
        const auto level = std::ranges::find(measure.levels, value, &Level::id) - measure.levels.begin();
        tightest = std::max(tightest, rule.byLevel[static_cast<std::size_t>(level)]);
    }
    return tightest;
}

void addRule(const CsvTable& table, const CsvRow& row, const DataBook& book, MapGate& gate)
{
    const auto place = measureRow(table, row, book.catalogue);
    const auto& measure = book.catalogue.measures[place];
    const auto state = enumOf<GateState>(table, row, "state", states);
    const auto& level = table.required(row, "level");
    if (measure.isNumber) {
        if (state != GateState::Closed || gate.cap)
            table.fail(row, "state", Message("data_fault.cap_closes_once"));
        gate.cap = MapGate::Cap{place, DecimalText::toDouble(table.number(row, "level"))};
        return;
    }
    if (gate.rules.empty() || gate.rules.back().measure != place)
        gate.rules.push_back({place, {}});
    auto& byLevel = gate.rules.back().byLevel;
    if (byLevel.size() >= measure.levels.size() || measure.levels[byLevel.size()].id != level)
        table.fail(row, "level", Message("data_fault.not_next_level", {{"level", level}, {"measure", measure.shortName}}));
    byLevel.push_back(state);
}

void loadGates(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 4> columns{"gate", "measure", "level", "state"};
    const CsvTable table(folder / "map_gates.csv", columns);
    table.refuseDoubles(std::span(columns).first(3));
    auto& gates = book.supply.gates;
    for (const auto& row : table.rows()) {
        const auto& id = table.required(row, "gate");
        const bool isKnown = std::ranges::find(gates, id, &MapGate::id) != gates.end();
        if (isKnown && gates.back().id != id)
            table.fail(row, "gate", Message("data_fault.rows_apart", {{"id", id}}));
        if (!isKnown)
            gates.push_back({id, {}, {}, GateState::Open});
        if (!table.field(row, "measure").empty()) {
            addRule(table, row, book, gates.back());
        } else {
            if (isKnown || !table.field(row, "level").empty())
                table.fail(row, "measure", Message("data_fault.fixed_gate_alone"));
            gates.back().fixed = enumOf<GateState>(table, row, "state", states);
        }
    }
    for (const auto& gate : gates)
        for (const auto& rule : gate.rules)
            if (const auto& measure = book.catalogue.measures[rule.measure]; rule.byLevel.size() != measure.levels.size())
                failTable("map_gates.csv", Message("data_fault.level_missing", {{"measure", measure.shortName}}));
}

/// A gate that is named must stand by the record as the word beside it says.
void requireState(const CsvTable& table, const CsvRow& row, std::string_view column, const Word& word, const MapGate* gate,
                  const DataBook& book)
{
    if (!gate && (word.states.empty() || word.states.front() == GateState::Open))
        return;
    if (!gate || std::ranges::find(word.states, recordedState(*gate, book)) == word.states.end())
        table.fail(row, column, Message("data_fault.gate_stands_otherwise", {{"word", word.word}}));
}

int wholeNumber(const CsvTable& table, const CsvRow& row, std::string_view column, int least, int most)
{
    const double value = DecimalText::toDouble(table.number(row, column));
    if (value != static_cast<int>(value) || value < least || value > most)
        table.fail(row, column,
                   Message("data_fault.outside_range", {{"value", table.field(row, column)}, {"least", least}, {"most", most}}));
    return static_cast<int>(value);
}

MapNode nodeOf(const CsvTable& table, const CsvRow& row, const DataBook& book)
{
    constexpr int columns = 7, rows = 6, mostMature = 9;
    MapNode node;
    node.id = table.required(row, "node_id");
    if (!table.field(row, "column").empty() || !table.field(row, "row").empty()) {
        node.column = wholeNumber(table, row, "column", 1, columns);
        node.row = wholeNumber(table, row, "row", 1, rows);
    }
    node.label = table.required(row, "label");
    node.shortName = table.required(row, "short");
    node.firms = table.required(row, "firms");
    node.shortFirms = table.required(row, "firms_short");
    node.shortFirmsInChina = table.field(row, "firms_short_china");
    node.access = table.required(row, "china_access");
    node.rule = table.field(row, "rule");
    node.substitutes = table.field(row, "substitutes");
    node.maturity = wholeNumber(table, row, "maturity_1_9", 1, mostMature);
    node.source = table.required(row, "source_id");
    requireSources(table, row, "source_id", {node.source}, book.catalogue);
    if (!table.field(row, "gate").empty())
        node.gate = placeIn(book.supply.gates, "map_gates.csv", table, row, "gate");
    requireState(table, row, "china_access", wordOf(table, row, "china_access", wordsOfAccess()),
                 node.gate ? &book.supply.gates[*node.gate] : nullptr, book);
    for (const auto& id : splitList(table.field(row, "series"))) {
        const auto series = book.catalogue.findSeries(id);
        if (!series || book.catalogue.series[*series].kind == SeriesKind::Category)
            table.fail(row, "series", Message("data_fault.no_chart_series", {{"series", id}}));
        node.series.push_back(*series);
    }
    for (const auto& id : splitList(table.field(row, "measures"))) {
        const auto measure = book.catalogue.findMeasure(id);
        if (!measure)
            table.fail(row, "measures", Message("data_fault.not_in_table", {{"table", "measures.csv"}, {"id", id}}));
        node.measures.push_back(*measure);
    }
    return node;
}

void loadNodes(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 18> columns{
        "node_id",           "stage",        "order", "column",      "row",          "label",     "short", "firms",  "firms_short",
        "firms_short_china", "china_access", "rule",  "substitutes", "maturity_1_9", "source_id", "gate",  "series", "measures"};
    const CsvTable table(folder / "map_nodes.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    std::set<std::pair<int, int>> taken;
    for (const auto& row : table.rows()) {
        auto node = nodeOf(table, row, book);
        if (node.column > 0 && !taken.insert({node.column, node.row}).second)
            table.fail(row, "row", Message("data_fault.place_taken"));
        book.supply.nodes.push_back(std::move(node));
    }
}

void loadEdges(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 6> columns{"from", "to", "flow", "status", "rule_or_note", "gates"};
    const CsvTable table(folder / "map_edges.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    auto& supply = book.supply;
    for (const auto& row : table.rows()) {
        MapEdge edge;
        edge.from = placeIn(supply.nodes, "map_nodes.csv", table, row, "from");
        edge.to = placeIn(supply.nodes, "map_nodes.csv", table, row, "to");
        edge.flow = table.required(row, "flow");
        edge.status = table.required(row, "status");
        edge.note = table.field(row, "rule_or_note");
        for (const auto& id : splitList(table.field(row, "gates"))) {
            const auto gate = std::ranges::find(supply.gates, id, &MapGate::id);
            if (gate == supply.gates.end())
                table.fail(row, "gates", Message("data_fault.not_in_table", {{"table", "map_gates.csv"}, {"id", id}}));
            edge.gates.push_back(static_cast<std::size_t>(gate - supply.gates.begin()));
        }
        requireState(table, row, "status", wordOf(table, row, "status", wordsOfStatus()),
                     edge.gates.empty() ? nullptr : &supply.gates[edge.gates.front()], book);
        const std::pair<std::string_view, std::string_view> ends{supply.nodes[edge.from].id, supply.nodes[edge.to].id};
        if (const auto flow = std::ranges::find(mapFlowEnds, ends); flow != mapFlowEnds.end())
            edge.width = static_cast<MapFlow>(flow - mapFlowEnds.begin());
        supply.edges.push_back(std::move(edge));
    }
    for (std::size_t flow = 0; flow < mapFlowCount; ++flow)
        if (std::ranges::find(supply.edges, static_cast<MapFlow>(flow), &MapEdge::width) == supply.edges.end())
            failTable("map_edges.csv",
                      Message("data_fault.lacks_link", {{"from", mapFlowEnds[flow].first}, {"to", mapFlowEnds[flow].second}}));
}

} // namespace

void loadSupplyChain(const std::filesystem::path& folder, DataBook& book)
{
    loadGates(folder, book);
    loadNodes(folder, book);
    loadEdges(folder, book);
}

} // namespace chokepoint::facts

namespace chokepoint {

std::optional<std::size_t> SupplyChain::findNode(std::string_view id) const
{
    const auto at = std::ranges::find(nodes, id, &MapNode::id);
    return at == nodes.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - nodes.begin()));
}

const MapEdge& SupplyChain::edgeOf(MapFlow flow) const { return *std::ranges::find(edges, flow, &MapEdge::width); }

} // namespace chokepoint
