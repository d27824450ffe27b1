// Lays out ribbons: nodes by column, bands in the order of where they go, so that staying goes up and leaving down.
#include "pages/flows/RibbonPlan.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace chokepoint::ui {
namespace {

constexpr std::array bornInOrder{Origin::UnitedStates, Origin::Other, Origin::India, Origin::China};
constexpr std::array waysInOrder{TalentWay::HiredAbroad, TalentWay::Graduate, TalentWay::Deterred};
constexpr std::array placesInOrder{TalentPlace::OtherWork, TalentPlace::Home, TalentPlace::ThirdCountry, TalentPlace::ChineseAi};
constexpr double bornGap = 26, placeGap = 34, underDomestic = 44, underHired = 42, underGraduates = 12;
constexpr double boxHeight = 158, boxWidth = 168;

template <class T, std::size_t N> int rankOf(const std::array<T, N>& order, T value)
{
    return static_cast<int>(std::ranges::find(order, value) - order.begin());
}

template <class Fits> double sizeOf(const TalentYear& year, const RibbonPeople& people, Fits fits)
{
    double sum = 0;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (fits(year.ribbons[i]))
            sum += std::fabs(static_cast<double>(people[i]));
    return sum;
}

bool isNew(const TalentRibbon& r) { return r.way != TalentWay::Research; }
bool isGone(const TalentRibbon& r) { return r.place != TalentPlace::Research; }

} // namespace

RibbonPeople peopleOf(const TalentYear& year)
{
    RibbonPeople people;
    for (const auto& ribbon : year.ribbons)
        people.push_back(ribbon.shown);
    return people;
}

RibbonPeople peopleAbove(const TalentYear& year, const TalentYear& baseline)
{
    auto people = peopleOf(year);
    for (std::size_t i = 0; i < people.size(); ++i)
        people[i] -= baseline.ribbons[i].shown;
    return people;
}

double RibbonPlan::scaleFor(QSizeF size, const TalentYear& year, const std::vector<RibbonPeople>& all)
{
    const double height = size.height() - headHeight - noteHeight;
    double scale = 1e9;
    for (const auto& people : all) {
        const double born = sizeOf(year, people, isNew), gone = sizeOf(year, people, isGone);
        const double tightest = std::max({born / std::max(1.0, height - 3 * bornGap), gone / std::max(1.0, height - 3 * placeGap),
                                          born / std::max(1.0, height - underDomestic - underHired - underGraduates)});
        if (tightest > 0)
            scale = std::min(scale, 1 / tightest);
    }
    constexpr double most = 1; // a difference of a few people is not to fill the page
    return std::min(scale, most);
}

RibbonPlan::RibbonPlan(QSizeF size, const TalentYear& year, const RibbonPeople& people, double pixelsOfPerson)
    : m_year(&year), m_people(people), m_scale(pixelsOfPerson)
{
    placeNodes(size);
    addBands();
}

double RibbonPlan::thick(std::size_t ribbon) const { return std::fabs(static_cast<double>(m_people[ribbon])) * m_scale; }

template <class Fits> double RibbonPlan::sum(Fits fits) const { return sizeOf(*m_year, m_people, fits) * m_scale; }

const RibbonNode& RibbonPlan::node(TalentWay way) const
{
    return *std::ranges::find_if(m_nodes, [&](const RibbonNode& n) { return n.column == RibbonNode::Column::Way && n.way == way; });
}

const RibbonNode& RibbonPlan::node(TalentPlace place) const
{
    return *std::ranges::find_if(m_nodes, [&](const RibbonNode& n) { return n.column == RibbonNode::Column::Place && n.place == place; });
}

const RibbonNode& RibbonPlan::node(Origin origin) const
{
    return *std::ranges::find_if(m_nodes, [&](const RibbonNode& n) { return n.column == RibbonNode::Column::Born && n.origin == origin; });
}

void RibbonPlan::placeNodes(QSizeF size)
{
    const double width = size.width(), top = headHeight, bottom = size.height() - noteHeight;
    m_x = {std::max(126.0, width * 0.125), width * 0.352, width * 0.535, width - std::max(204.0, width * 0.2)};
    const auto add = [&](RibbonNode node, double x, double y, double height) {
        node.bar = QRectF(x, y, barWidth, std::max(height, 1.0));
        m_nodes.push_back(node);
        return y + height;
    };
    const double bornSpace = (bottom - top - sum(isNew)) / 3, goneSpace = (bottom - top - sum(isGone)) / 3;
    double y = top;
    for (const auto origin : bornInOrder) {
        const double height = sum([&](const TalentRibbon& r) { return isNew(r) && r.origin == origin; });
        y = add({.column = RibbonNode::Column::Born, .origin = origin}, m_x[0], y, height) + bornSpace;
    }
    const auto ofWay = [&](TalentWay way) { return sum([&](const TalentRibbon& r) { return r.way == way; }); };
    const double hired = top + ofWay(TalentWay::Domestic) + underDomestic;
    const double afterHired =
        add({.column = RibbonNode::Column::Way, .way = TalentWay::HiredAbroad}, m_x[1], hired, ofWay(TalentWay::HiredAbroad));
    const double deterred = bottom - ofWay(TalentWay::Deterred);
    const double least = afterHired + underHired, most = deterred - underGraduates - ofWay(TalentWay::Graduate);
    add({.column = RibbonNode::Column::Way, .way = TalentWay::Graduate}, m_x[1], std::max(least, least + (most - least) * 0.35),
        ofWay(TalentWay::Graduate));
    add({.column = RibbonNode::Column::Way, .way = TalentWay::Deterred}, m_x[1], deterred, ofWay(TalentWay::Deterred));
    y = top;
    for (const auto place : placesInOrder) {
        const double height = sum([&](const TalentRibbon& r) { return r.place == place; });
        y = add({.column = RibbonNode::Column::Place, .place = place}, m_x[3], y, height) + goneSpace;
    }
    const double into = sum([](const TalentRibbon& r) { return r.place == TalentPlace::Research; });
    const double out = sum([](const TalentRibbon& r) { return r.way == TalentWay::Research; });
    m_box = QRectF(m_x[2], top, boxWidth, std::max({boxHeight, into, out}));
}

/// Every edge hands out its height from the top, in the order in which bands leave or reach it.
void RibbonPlan::addBands()
{
    std::vector<std::size_t> ribbons(m_people.size());
    for (std::size_t i = 0; i < ribbons.size(); ++i)
        ribbons[i] = i;
    const auto& all = m_year->ribbons;
    const auto ordered = [&](auto key) {
        auto order = ribbons;
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return key(all[a]) < key(all[b]); });
        return order;
    };
    const auto way = [](const TalentRibbon& r) { return rankOf(waysInOrder, r.way); };
    const auto born = [](const TalentRibbon& r) { return rankOf(bornInOrder, r.origin); };
    const auto place = [](const TalentRibbon& r) { return r.place == TalentPlace::Research ? -1 : rankOf(placesInOrder, r.place); };
    const auto fromResearch = [](const TalentRibbon& r) { return r.way == TalentWay::Research ? -1 : rankOf(waysInOrder, r.way); };
    using Edge = std::map<std::pair<int, int>, double>; // of a column and a node, how far it is handed out
    Edge used;
    std::vector<QPointF> out(all.size()), inTo(all.size()), outOf(all.size()), end(all.size());
    const auto hand = [&](int column, int node, double x, double top, std::size_t ribbon) {
        auto& offset = used.try_emplace({column, node}, 0.0).first->second;
        const QPointF middle(x, top + offset + thick(ribbon) / 2);
        offset += thick(ribbon);
        return middle;
    };
    for (const auto i : ordered([&](const TalentRibbon& r) { return std::tuple(way(r), place(r)); }))
        if (isNew(all[i])) {
            const auto& bar = node(all[i].origin).bar;
            out[i] = hand(0, born(all[i]), bar.right(), bar.top(), i);
        }
    for (const auto i : ordered([&](const TalentRibbon& r) { return std::tuple(born(r), place(r)); }))
        if (rankOf(waysInOrder, all[i].way) < 3) {
            const auto& bar = node(all[i].way).bar;
            inTo[i] = hand(1, way(all[i]), bar.left(), bar.top(), i);
        }
    for (const auto i : ordered([&](const TalentRibbon& r) { return std::tuple(place(r), born(r)); })) {
        const bool isFromBox = all[i].way == TalentWay::Research;
        if (isFromBox)
            outOf[i] = hand(3, 0, m_box.right(), m_box.top(), i);
        else if (rankOf(waysInOrder, all[i].way) < 3)
            outOf[i] = hand(2, way(all[i]), node(all[i].way).bar.right(), node(all[i].way).bar.top(), i);
    }
    for (const auto i : ordered(
             [&](const TalentRibbon& r) { return std::tuple(place(r), r.way == TalentWay::Domestic ? -2 : fromResearch(r), born(r)); })) {
        if (all[i].place == TalentPlace::Research)
            end[i] = hand(4, 0, m_box.left(), m_box.top(), i);
        else
            end[i] = hand(5, place(all[i]), node(all[i].place).bar.left(), node(all[i].place).bar.top(), i);
    }
    for (const auto i : ribbons) {
        const bool isStraight = all[i].way == TalentWay::Domestic;
        m_bands.push_back({all[i].origin, isStraight ? out[i] : outOf[i], end[i], thick(i), m_people[i]});
    }
    joinWays(out, inTo);
}

/// Who goes the same way lies side by side at both of its ends: one band, or seams would show.
void RibbonPlan::joinWays(const std::vector<QPointF>& from, const std::vector<QPointF>& to)
{
    const auto& all = m_year->ribbons;
    const bool hasFewer = std::ranges::any_of(m_people, [](std::int64_t people) { return people < 0; }); // each has its own sign
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto isAlike = [&](std::size_t k) {
            return k == i || (!hasFewer && all[k].origin == all[i].origin && all[k].way == all[i].way);
        };
        bool isFirst = true;
        for (std::size_t k = 0; k < i; ++k)
            isFirst = isFirst && !isAlike(k);
        if (!isFirst || rankOf(waysInOrder, all[i].way) == static_cast<int>(waysInOrder.size()))
            continue;
        RibbonBand whole{all[i].origin, {from[i].x(), 1e9}, {to[i].x(), 1e9}, 0, 0};
        for (std::size_t k = i; k < all.size(); ++k)
            if (isAlike(k)) {
                whole.from.setY(std::min(whole.from.y(), from[k].y() - thick(k) / 2));
                whole.to.setY(std::min(whole.to.y(), to[k].y() - thick(k) / 2));
                whole.thickness += thick(k);
                whole.people += m_people[k];
            }
        whole.from += QPointF(0, whole.thickness / 2);
        whole.to += QPointF(0, whole.thickness / 2);
        m_bands.push_back(whole);
    }
}

} // namespace chokepoint::ui
