// Reads from a run which term of a minimum is the least.
#include "why/Turns.h"

#include "api/Catalogue.h"
#include "model/Covert.h"
#include "model/World.h"
#include "run/Case.h"
#include "why/Bare.h"

#include <algorithm>
#include <functional>

namespace chokepoint {
namespace why {

constexpr int shortest = 4; ///< quarters that a turn lasts

std::vector<Turn> turnsAmong(const Deciders& deciders)
{
    Deciders known = deciders;
    for (std::size_t q = 1; q < known.size(); ++q)
        if (known[q].empty())
            known[q] = known[q - 1];
    std::vector<Turn> turns;
    std::string_view held;
    for (std::size_t q = 0; q < known.size();) {
        auto end = q;
        while (end < known.size() && known[end] == known[q])
            ++end;
        const bool lasts = end - q >= shortest || end == known.size();
        if (held.empty())
            held = known[q];
        else if (lasts && known[q] != held) {
            turns.push_back({Quarter{static_cast<int>(q)}, std::string(known[q])});
            held = known[q];
        }
        q = end;
    }
    return turns;
}

std::string_view hbmDecider(const HbmQuarter& q)
{
    if (q.smugglers <= 0)
        return {}; // nothing could be smuggled, whether it was wanted or not
    if (q.leak > 0)
        return "hbm_gap";
    if (q.legal > 0)
        return "hbm_imports_cover";
    return q.home >= q.need ? "hbm_home_covers" : "hbm_stock_covers";
}

std::string_view channelDecider(double spend, double limit, std::string_view atLimit, std::string_view within)
{
    constexpr double rounding = 1e-9;
    return limit <= 0 ? std::string_view() : spend >= limit * (1 - rounding) ? atLimit : within;
}

namespace {

using namespace model;

using Variables = model::Variables<double>;
using Levers = std::array<double, leverTable.size()>;
using Decider = std::function<std::string_view(const Variables&, const Levers&)>;

std::string_view decidesHbm(const Variables& v, const Levers& levers)
{
    constexpr auto leak = indexOf(leverTable, "hbm.leak"), packages = indexOf(leverTable, "hbm.copack_leak"),
                   affiliates = indexOf(leverTable, "enforcement.affiliates");
    return hbmDecider({bare(v["hbm.leak"_id]), levers[leak] * levers[packages] * levers[affiliates], bare(v["hbm.legal"_id]),
                       bare(v["hbm.home_capacity"_id]), bare(v["hbm.need"_id])});
}

std::string_view decidesGrey(const Variables& v, const Levers&)
{
    return channelDecider(bare(v["grey.spend"_id]), bare(v["grey.limit"_id]), "grey_at_limit", "grey_within_limit");
}

std::string_view decidesOffshore(const Variables& v, const Levers&)
{
    return channelDecider(bare(v["offshore.spend"_id]), bare(v["offshore.limit"_id]), "offshore_at_limit", "offshore_within_limit");
}

std::string_view decidesOutput(const Variables& v, const Levers&)
{
    constexpr std::array<std::string_view, 4> inputs{"output_logic", "output_hbm", "output_packaging", "output_budget"};
    return inputs[static_cast<std::size_t>(bare(v["accel.binding"_id]))];
}

/// What decides the course of a series; nothing for those in which no minimum is told.
Decider deciderOf(std::size_t series)
{
    struct Course {
        Row<variableTable> row;
        std::string_view (*decider)(const Variables&, const Levers&);
    };
    static constexpr std::array courses{
        Course{"hbm.leak", decidesHbm},           Course{"hbm.stock", decidesHbm},       Course{"hbm.home", decidesHbm},
        Course{"grey.spend", decidesGrey},        Course{"compute.grey", decidesGrey},   Course{"compute.add_grey", decidesGrey},
        Course{"offshore.spend", decidesOffshore}, Course{"compute.offshore", decidesOffshore},
        Course{"compute.add_offshore", decidesOffshore}, Course{"accel.dies", decidesOutput}, Course{"accel.units", decidesOutput},
        Course{"accel.supply", decidesOutput},    Course{"compute.add_home", decidesOutput},
    };
    const auto found = std::ranges::find(courses, series, [](const Course& course) { return course.row.place; });
    return found == courses.end() ? Decider() : Decider(found->decider);
}

} // namespace
} // namespace why

bool isCovert(const Engine& engine, std::size_t series)
{
    const auto row = model::indexOf(model::variableTable, engine.catalogue().series.at(series).id);
    return std::ranges::find(model::covertSeries, row, &model::Row<model::variableTable>::place) != model::covertSeries.end();
}

std::vector<Turn> turnsOf(const Engine& engine, const Scenario& scenario, std::size_t series)
{
    const auto decider = why::deciderOf(model::indexOf(model::variableTable, engine.catalogue().series.at(series).id));
    if (!decider)
        return {};
    const auto input = run::caseOf(engine.impl(), scenario).input;
    why::Deciders deciders;
    run::simulate<double>(input.parameters, engine.impl().exogenous, input.levers, [&](int quarter, const auto& v) {
        const auto q = static_cast<std::size_t>(quarter);
        deciders[q] = decider(v, input.levers[q]);
    });
    return why::turnsAmong(deciders);
}

} // namespace chokepoint
