// Lays out the map for a size and the streams for a quarter.
#include "pages/flows/MapPlan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chokepoint::ui {
namespace {

constexpr double margin = 14, gap = 14, gutter = 46, planTop = 28;
constexpr double borderPart = 0.425; ///< of the height
constexpr int stepColumns = 3, stepRows = 6, channels = 3;

} // namespace

double steppedScale(double most)
{
    constexpr std::array steps{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0};
    if (!(most > 0))
        return 1;
    const double ten = std::pow(10, std::floor(std::log10(most)));
    double scale = ten;
    for (const double step : steps)
        if (step * ten <= most)
            scale = step * ten;
    return scale;
}

MapPlan::MapPlan(const SupplyChain& chain, QSizeF size, bool areStepsFolded) : m_chain(&chain), m_areStepsFolded(areStepsFolded)
{
    m_border = std::round(size.height() * borderPart);
    placeColumns(size.width());
    placeSteps(size.height());
    placeAbove();
    placeBelow(size.height());
}

void MapPlan::placeColumns(double width)
{
    // as they were drawn for a map of 1112 pixels; all of them grow alike
    constexpr std::array<double, 4> right{144, 90 + 150, 154, 118}; // inputs, streams with AI chips, channels, users
    constexpr double step = 118, folded = 150;
    const double steps = m_areStepsFolded ? folded : stepColumns * step, gaps = m_areStepsFolded ? 0 : (stepColumns - 1) * gap;
    const double natural = std::accumulate(right.begin(), right.end(), steps);
    const double grown = (width - 2 * margin - gutter - gaps) / natural;
    double x = margin;
    for (std::size_t column = 1; column <= stepColumns; ++column) {
        m_columns[column] = {x, (m_areStepsFolded ? folded : step) * grown};
        x += m_areStepsFolded ? 0 : step * grown + gap;
    }
    x = (m_areStepsFolded ? margin + folded * grown : x - gap) + gutter;
    m_columns[4] = {x, right[0] * grown};
    x += right[0] * grown + 90 * grown;
    m_columns[5] = {x, 150 * grown};
    x += 150 * grown;
    m_columns[6] = {x + 12, 108 * grown};
    x += right[2] * grown;
    m_columns[7] = {x, right[3] * grown};
    m_borderX = x - std::min(20.0, (x - m_columns[6].first - m_columns[6].second) / 2);
}

void MapPlan::add(std::string_view node, QRectF place, bool inChina)
{
    if (const auto at = m_chain->findNode(node))
        m_cards.push_back({*at, inChina, false, place});
}

void MapPlan::placeSteps(double height)
{
    constexpr double legendHeight = 104, highest = 70;
    m_legend = QRectF(margin, height - margin - legendHeight, columnX(4) - (m_areStepsFolded ? 12 : gutter) - margin, legendHeight);
    m_steps = QRectF(0, 0, columnX(4) - gutter + 10, height);
    const double pitch = (height - 147) / stepRows;
    for (std::size_t at = 0; at < m_chain->nodes.size() && !m_areStepsFolded; ++at) {
        const auto& node = m_chain->nodes[at];
        if (node.column >= 1 && node.column <= stepColumns)
            m_cards.push_back(
                {at, false, true,
                 QRectF(columnX(node.column), planTop + (node.row - 1) * pitch, columnWidth(node.column), std::min(highest, pitch - 10))});
    }
}

void MapPlan::placeAbove()
{
    const double room = m_border - 10 - planTop, x = columnX(4), width = columnWidth(4);
    double logic = std::clamp(room * 0.2, 38.0, 48.0), packaging = std::clamp(room * 0.26, 52.0, 63.0),
           leaders = std::clamp(room * 0.4, 78.0, 92.0);
    if (const double fit = (room - 14) / (logic + packaging + leaders); fit < 1) // a low window: lower cards, none over another
        for (double* height : {&logic, &packaging, &leaders})
            *height *= fit;
    add("logic_tsmc", QRectF(x, planTop, width, logic));
    add("interposer", QRectF(x, planTop + logic + 8, width, packaging));
    add("hbm_leaders", QRectF(x, m_border - 10 - leaders, width, leaders));
    add("accel_us", QRectF(columnX(5), planTop, columnWidth(5), room));
    const double users = std::clamp(room * 0.42, 70.0, 98.0);
    add("us_users", QRectF(columnX(7), planTop, columnWidth(7), users));
    m_borderTop = planTop + users + 10;
    m_channelTop = m_borderTop + 24; // the name of the users stands above
    m_channelPitch = (m_border - 4 - m_channelTop) / channels;
    add("grey", channelCard(1));
    add("offshore", channelCard(2));
}

QRectF MapPlan::channelCard(int row) const
{
    const double height = std::min(36.0, m_channelPitch - 4);
    return {columnX(6), channelMiddle(row) - height / 2, columnWidth(6), height};
}

void MapPlan::placeBelow(double height)
{
    constexpr std::array<double, 4> natural{53, 56, 70, 66};
    constexpr std::array<std::string_view, 4> ids{"stockpile", "hbm_cn", "logic_cn", "interposer"};
    const double first = m_border + 24, bottom = height - margin, room = bottom - first;
    const double all = std::accumulate(natural.begin(), natural.end(), 0.0);
    const double grown = std::min(1.0, (room - 3 * 6) / all), space = (room - all * grown) / 3;
    double y = first;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        add(ids[i], QRectF(columnX(4), y, columnWidth(4), natural[i] * grown), true);
        y += natural[i] * grown + space;
    }
    add("accel_cn", QRectF(columnX(5), m_border + 10, columnWidth(5), bottom - m_border - 10), true);
    constexpr double claimHeight = 108;
    const double beside = columnX(5) + columnWidth(5) + 12;
    m_claim = QRectF(beside, bottom - claimHeight, columnX(7) + columnWidth(7) - beside, claimHeight);
    add("cn_users", QRectF(columnX(7), m_borderTop + 10, columnWidth(7), m_claim.top() - 12 - m_borderTop - 10), true);
    m_china = QRectF(m_steps.right(), m_border, columnX(7) + columnWidth(7) + margin - m_steps.right(), height - m_border);
}

const MapCard* MapPlan::card(std::string_view node, bool inChina) const
{
    const MapCard* found = nullptr;
    for (const auto& card : m_cards)
        if (m_chain->nodes[card.node].id == node && (!found || card.isInChina == inChina))
            found = &card;
    return found;
}

} // namespace chokepoint::ui
