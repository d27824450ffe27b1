// Writes the words of the map: cards, lanes, channels, heads, legend and claim.
#include "pages/flows/MapView.h"

#include "api/NumberWords.h"
#include "api/ProjectionWords.h"
#include "api/SupplyMapWords.h"
#include "parts/Text.h"

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr double cardNamePixels = 12, smallPixels = 10.5, cardFigurePixels = 13, cardHeadPixels = 11;
constexpr double padX = 8, padY = 5;
constexpr int channelColumn = 6;

QRectF inside(const QRectF& card) { return card.adjusted(padX, padY, -padX, -padY); }

/// What a room has left below a height.
QRectF below(const QRectF& room, double y) { return {room.left(), y, room.width(), room.bottom() - y}; }

} // namespace

void MapView::writeHeads()
{
    const auto& t = tokensOf(*this);
    const MapInk ink{cardHeadPixels, QFont::DemiBold, t.muted};
    const auto head = [&](const QString& words, int column, double y) {
        m_writer.write(words, QRectF(m_plan.columnX(column), y, std::max(m_plan.columnWidth(column), 200.0), 16), ink);
    };
    if (m_plan.areStepsFolded()) {
        m_writer.write(tr("Making HBM"), QRectF(m_plan.columnX(1), 9, m_plan.columnWidth(1), 16), ink);
    } else {
        const QStringList names{tr("Materials, tools"), tr("Die and vias"), tr("Stacking, test")};
        for (int column = 1; column <= 3; ++column)
            m_writer.write(names[column - 1], QRectF(m_plan.columnX(column), 9, m_plan.columnWidth(column) + 12, 16), ink);
    }
    head(tr("United States and allies"), 4, 9);
    head(tr("China"), 4, m_plan.border() + 5);
}

void MapView::writeCards()
{
    for (const auto& card : m_plan.cards())
        card.isStep ? writeStep(card) : writeNode(card);
    if (m_plan.areStepsFolded())
        writeFolded();
}

void MapView::writeStep(const MapCard& card)
{
    const auto& t = tokensOf(*this);
    const auto& node = m_chain.nodes[card.node];
    const auto room = inside(card.place);
    constexpr double mark = 18, bar = 10;
    const double y =
        m_writer.write(text(node.shortName), room.adjusted(0, 0, node.gate ? -mark : 0, 0), {cardNamePixels, QFont::DemiBold, t.text});
    m_writer.write(text(node.shortFirms), below(room, y).adjusted(0, 0, 0, -bar),
                   {.pixels = smallPixels, .colour = t.muted, .hasCodes = true});
}

void MapView::writeNode(const MapCard& card)
{
    const auto& t = tokensOf(*this);
    const auto& node = m_chain.nodes[card.node];
    const auto room = node.column == channelColumn ? card.place.adjusted(padX, 3, -padX, -2) : inside(card.place);
    const bool isSecond = card.isInChina && !node.shortFirmsInChina.empty();
    const auto name = isSecond ? tr("Packaging in China") : text(node.shortName);
    double y = m_writer.write(name, room, {cardNamePixels, QFont::DemiBold, t.text});
    const auto firms = isSecond ? node.shortFirmsInChina : node.shortFirms;
    const auto figures = words::mapFigures(node, m_quarter, baseline(), card.isInChina);
    const MapInk small{.pixels = smallPixels, .colour = t.muted, .strongPixels = cardFigurePixels, .strongColour = t.text};
    auto withCodes = small;
    withCodes.hasCodes = true;
    double needed = 0;
    for (const auto& figure : figures)
        needed += MapWriter::heightOf(text(figure, m_language), room.width(), small) + 2;
    const bool isUsers = node.id == "cn_users", isMaker = node.id == "accel_cn";
    const auto rest = below(room, y);
    if (rest.height() - needed >= 12 && !isUsers) // what users get stands there, and their sum at the bottom
        y = m_writer.write(text(firms), rest.adjusted(0, 0, 0, -needed), withCodes);
    if (isUsers) {
        const double height = MapWriter::heightOf(text(figures.front(), m_language), room.width(), small) + 4;
        m_writer.write(spansOf(figures.front()), QRectF(room.left(), room.bottom() - height, room.width(), height), small);
        return;
    }
    if (isMaker) {
        m_writer.write(m_baseline ? tr("more or less, in million H100e a year:") : tr("each input allows, in million dies a year:"),
                       below(room, y + 2), small);
        return;
    }
    for (const auto& figure : figures)
        y = m_writer.write(spansOf(figure), below(room, y), small);
}

/// The fifteen steps in a sentence.
void MapView::writeFolded()
{
    const auto& t = tokensOf(*this);
    int closed = 0, partly = 0, steps = 0;
    for (const auto& node : m_chain.nodes)
        if (node.column >= 1 && node.column <= 3) {
            ++steps;
            closed += node.gate && m_quarter.gates[*node.gate] == GateState::Closed;
            partly += node.gate && m_quarter.gates[*node.gate] == GateState::Partly;
        }
    const QRectF room(m_plan.columnX(1), 28, m_plan.columnWidth(1), 100);
    m_writer.write(spansOf(Message("map.steps", {{"steps", steps}, {"closed", closed}, {"partly", partly}})), inside(room),
                   {.pixels = smallPixels, .colour = t.muted, .strongPixels = cardFigurePixels, .strongColour = t.text});
}

/// What stands in the card of Chinese AI chips beside each stream.
void MapView::writeLanes()
{
    const auto& t = tokensOf(*this);
    const auto room = inside(m_plan.card("accel_cn")->place);
    const MapInk ink{.pixels = smallPixels, .colour = t.muted, .strongPixels = cardFigurePixels + 2, .strongColour = t.text};
    const auto line = [&](double middle) { return QRectF(room.left(), middle - 10, room.width(), 22); };
    for (const auto input : {BindingInput::Logic, BindingInput::Hbm, BindingInput::Packaging}) {
        const auto& lane = m_streams.inputs[static_cast<std::size_t>(input)];
        const double above = input == BindingInput::Logic     ? aboveOf(MapFlow::Logic)
                           : input == BindingInput::Packaging ? aboveOf(MapFlow::Packaging)
                                                              : aboveOf(MapFlow::LegalHbm) + aboveOf(MapFlow::IllicitHbm)
                                                                    + aboveOf(MapFlow::StockHbm) + aboveOf(MapFlow::HomeHbm);
        m_writer.write(spansOf(m_baseline ? words::mapInputChange(input, above) : words::mapInput(input, m_quarter)), line(lane.middle()),
                       ink);
    }
    if (m_streams.ghost)
        m_writer.write(spansOf(words::mapGhost(m_quarter.ghosts.front())), line(m_streams.ghost->middle()),
                       {.pixels = smallPixels, .colour = t.muted, .strongPixels = cardFigurePixels, .strongColour = t.text});
    if (!m_baseline && m_quarter.binding != BindingInput::Demand) {
        const auto& lane = m_streams.inputs[static_cast<std::size_t>(m_quarter.binding)];
        const auto words = tr("bottleneck");
        const MapInk chip{smallPixels, QFont::DemiBold, inkOn(colourOfBinding(t, static_cast<int>(m_quarter.binding)))};
        m_writer.write(words, QRectF(room.right() - 70, lane.middle() - 7, 66, 16),
                       {chip.pixels, chip.weight, chip.colour, 0, {}, false, Qt::AlignHCenter});
    }
}

void MapView::writeChannels()
{
    const auto& t = tokensOf(*this);
    const MapInk small{.pixels = smallPixels, .colour = t.muted, .strongPixels = cardFigurePixels, .strongColour = t.text};
    const auto card = m_plan.channelCard(0).adjusted(padX, 3, -padX, -2);
    const double y = m_writer.write(tr("Licensed chips"), card, {cardNamePixels, QFont::DemiBold, t.text});
    if (card.bottom() - y >= 12)
        m_writer.write(tr("by both capitals"), below(card, y), small);
    const auto& users = m_plan.card("cn_users")->place;
    for (const auto& stream : m_streams.streams) {
        const bool isChannel = stream.flow == MapFlow::Licensed || stream.flow == MapFlow::Smuggled || stream.flow == MapFlow::Rented;
        if (!isChannel && stream.flow != MapFlow::Domestic)
            continue;
        const auto said = words::mapChannel(stream.flow, m_quarter, baseline());
        m_writer.write(spansOf(said), QRectF(users.left() + padX, stream.to.y() - 9, users.width() - 2 * padX, 20), small);
    }
    const double left = m_plan.columnX(5) + m_plan.columnWidth(5), width = m_plan.columnX(7) - left;
    const MapInk note{.pixels = smallPixels, .colour = t.muted, .alignment = Qt::AlignHCenter};
    if (!m_baseline) {
        const auto domestic = std::ranges::find(m_streams.streams, MapFlow::Domestic, &MapStream::flow);
        m_writer.write(text(words::mapDies(m_quarter), m_language),
                       QRectF(left + 6, domestic->to.y() + domestic->allowed / 2 + 6, width - 12, 30), note);
        m_writer.write(text(words::mapWorld(m_quarter), m_language), QRectF(left + 6, 68, width - 12, m_plan.channelMiddle(0) - 18 - 68),
                       note);
    }
}

void MapView::writeLegend()
{
    const auto& t = tokensOf(*this);
    const auto& room = m_plan.legend();
    const MapInk ink{.pixels = smallPixels, .colour = t.muted};
    const double pitch = room.height() / 6, second = m_plan.areStepsFolded() ? 0 : room.width() * 0.38;
    const auto line = [&](const QString& words, double x, int row, double width) {
        m_writer.write(words, QRectF(x, room.top() + row * pitch, width, pitch), ink);
    };
    if (!m_plan.areStepsFolded()) {
        constexpr std::array states{GateState::Closed,   GateState::Partly, GateState::License,
                                    GateState::Contract, GateState::Gray,   GateState::Open};
        for (std::size_t row = 0; row < states.size(); ++row)
            line(text(words::gateState(states[row]), m_language), room.left() + 22, static_cast<int>(row), second - 22);
    }
    constexpr double block = 18;
    const double x = room.left() + second + 30, width = room.width() - second - 30;
    const auto scale = words::number(block / m_streams.scale);
    line(text(Message("map.scale", {{"number", scale}}), m_language), x, 0, width);
    line(m_baseline ? tr("less than in the baseline") : tr("allowed, but not used"), x, 1, width);
    line(tr("cut off: flow when last open"), x, 2, width);
    line(tr("illicit"), x, 3, width);
    line(tr("a link without a number"), x, 4, width);
    line(tr("how far China is, 1 to 9"), x, 5, width);
}

void MapView::writeClaim()
{
    if (m_question.isEmpty())
        return;
    const auto& t = tokensOf(*this);
    const auto room = inside(m_plan.claim()).adjusted(2, 1, -2, -1);
    const double y = m_writer.write(m_question, room, {11.5, QFont::DemiBold, t.text});
    m_writer.write(m_verdict.isEmpty() ? tr("Running the claim…") : m_verdict, below(room, y + 1),
                   {.pixels = smallPixels, .colour = t.muted});
}

} // namespace chokepoint::ui
