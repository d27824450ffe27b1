// The tables behind the charts of the page.
#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "pages/negotiate/OffersPlot.h"
#include "pages/negotiate/PlaneView.h"
#include "pages/negotiate/WalkAwayChart.h"
#include "pages/negotiate/WorthScales.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

namespace chokepoint::ui {

using bargain::Side;

namespace {

FigureCell pointsCell(const std::optional<double>& worth, const Language& language)
{
    return worth ? FigureCell{*worth, language.text(words::points(*worth))} : FigureCell{};
}

FigureCell countCell(int count) { return {count, std::to_string(count)}; }

FigureTable emptyTable(const QString& title, const QString& unit, const QStringList& columns)
{
    FigureTable table{title.toStdString(), unit.toStdString(), {}, {}, false};
    for (const auto& column : columns)
        table.columns.push_back(column.toStdString());
    return table;
}

} // namespace

FigureTable OffersPlot::table() const
{
    auto table = emptyTable(accessibleName(), tr("points"), {tr("Round"), tr("Whose"), tr("Worth")});
    const auto add = [&](int round, const QString& whose, double worth) {
        table.rows.push_back({countCell(round), textCell(whose), pointsCell(worth, m_language)});
    };
    for (const auto& offer : m_offers)
        add(offer.round, offer.isMine ? tr("this side") : tr("the other side"), offer.worth);
    if (m_draft)
        add(m_round, tr("your draft"), *m_draft);
    add(m_round, walkAwayWords(), m_walkAway);
    return table;
}

FigureTable PlaneView::table() const
{
    auto table = emptyTable(accessibleName(), tr("points"), {tr("Point"), tr("Package"), sideWords(Side::US), sideWords(Side::China)});
    for (const auto& spot : m_spots)
        table.rows.push_back({textCell(spot.name), textCell(text(words::packageWords(domain(), spot.at.package), m_language)),
                              pointsCell(spot.at.worth.us, m_language), pointsCell(spot.at.worth.china, m_language)});
    if (m_debrief)
        table.rows.push_back({textCell(tr("Walk-away values")), FigureCell{}, pointsCell(m_debrief->sides.us.walkAway, m_language),
                              pointsCell(m_debrief->sides.china.walkAway, m_language)});
    return table;
}

FigureTable WalkAwayChart::table() const
{
    constexpr std::array chances{0, 25, 50, 75, 100}; // as on the axis
    QStringList columns{tr("Weighting"), tr("At your chance, %1%").arg(std::lround(m_chance * 100))};
    for (const int percent : chances)
        columns << tr("At %1%").arg(percent);
    auto table = emptyTable(accessibleName(), tr("points"), columns);
    for (const auto& line : m_lines) {
        std::vector<FigureCell> row{textCell(line.name), pointsCell(walkAwayOf(line, m_chance), m_language)};
        for (const int percent : chances)
            row.push_back(pointsCell(walkAwayOf(line, percent / 100.0), m_language));
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable WorthHistogram::table() const
{
    auto table = emptyTable(accessibleName(), tr("points and packages"), {tr("Worth from"), tr("Worth to"), tr("Packages")});
    for (int c = 0; c < m_counts.size(); ++c)
        table.rows.push_back({pointsCell(edgeOf(c), m_language), pointsCell(edgeOf(c + 1), m_language), countCell(m_counts[c])});
    return table;
}

FigureTable WorthScales::table() const
{
    auto table = emptyTable(accessibleName(), tr("points"), {tr("What"), tr("Worth"), tr("Low"), tr("High")});
    if (!m_numbers)
        return table;
    const auto& n = *m_numbers;
    const auto add = [&](const QString& what, const std::optional<double>& worth, const std::optional<std::pair<double, double>>& range) {
        if (worth)
            table.rows.push_back({textCell(what), pointsCell(worth, m_language),
                                  pointsCell(range ? std::optional(range->first) : std::nullopt, m_language),
                                  pointsCell(range ? std::optional(range->second) : std::nullopt, m_language)});
    };
    const auto estimated = [&](const QString& what, const std::optional<bargain::Estimated>& of) {
        if (of)
            add(what, of->value, std::pair{of->low, of->high});
    };
    add(tr("Your draft, to you"), n.mine, m_band);
    add(tr("Your walk-away value"), n.walkAway, std::nullopt);
    add(tr("Your target"), n.target, std::nullopt);
    add(tr("Their offer, to you"), n.offerMine, std::nullopt);
    estimated(tr("Your draft, to them, estimated"), n.theirs);
    estimated(tr("Their walk-away value, estimated"), n.theirWalkAway);
    estimated(tr("Their offer, to them, estimated"), n.offerTheirs);
    return table;
}

} // namespace chokepoint::ui
