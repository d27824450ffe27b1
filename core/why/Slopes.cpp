// Engine: slopes with respect to parameters and levers, and the worth of one more unit of HBM, dies and packaging.
#include "api/InputError.h"
#include "api/Slopes.h"
#include "model/World.h"
#include "run/Case.h"
#include "run/SlopeRun.h"
#include "scenario/Assumptions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace chokepoint {

/// Slopes as the passes gave them, and where those of an input stand.
struct SlopeStore {
    struct Place {
        std::size_t direction = 0;
        double step = 1; ///< change of the input that the numbers stand for
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<Place> above, below; ///< by input; direction `none`: the slope below is the slope above
    run::SlopeTable aboveTable, belowTable;
};

namespace {

using numbers::DecimalText;
using run::Direction;

/// A kink nearer than this part of the input's own size counts as met at the point.
constexpr double closeness = 1e-10;

/// A direction steps by the size of its input, so that slopes of all inputs are of the size of the series.
double sizeOf(double value) { return value == 0 ? 1 : std::fabs(value); }

/// Late sectors last: a pass that moves only their inputs leaves the early sectors plain numbers.
std::size_t sectorRank(std::string_view id)
{
    if (id.starts_with(model::start::prefix))
        id.remove_prefix(model::start::prefix.size());
    const auto sector = id.substr(0, id.find('.'));
    const auto& table = model::variableTable;
    const auto last = std::find_if(table.rbegin(), table.rend(), [&](const model::Variable& v) {
        return v.role != model::Role::State && v.role != model::Role::Term && v.id.substr(0, v.id.find('.')) == sector;
    });
    return static_cast<std::size_t>(table.rend() - last);
}

/// One input on its way into a pass.
struct Ranked {
    std::size_t input; ///< place in Slopes::inputs
    std::size_t rank;
    run::Direction direction;
};

void addParameter(const Parameter& about, std::size_t place, const run::ParameterValues<double>& parameters, Slopes& slopes,
                  std::vector<Ranked>& ranked)
{
    const auto row = model::indexOf(model::parameterTable, about.id);
    const double value = parameters[row];
    const bool isFixed = about.distribution == Distribution::Fixed;
    ranked.push_back(
        {slopes.inputs.size(), sectorRank(about.id), {.isLever = false, .row = row, .step = sizeOf(value), .closeness = closeness}});
    slopes.inputs.push_back({.kind = SlopeInput::Kind::Parameter,
                             .place = place,
                             .value = value,
                             .low = isFixed ? value : DecimalText::toDouble(about.low),
                             .high = isFixed ? value : DecimalText::toDouble(about.high)});
}

void addLever(const Lever& about, std::size_t place, Quarter from, const policy::LeverValues<double>& levers, Slopes& slopes,
              std::vector<Ranked>& ranked)
{
    const auto row = model::indexOf(model::leverTable, about.id);
    const double value = levers[static_cast<std::size_t>(from.index)][row];
    ranked.push_back({slopes.inputs.size(),
                      sectorRank(about.id),
                      {.isLever = true, .row = row, .from = from.index, .step = sizeOf(value), .closeness = closeness}});
    slopes.inputs.push_back({.kind = SlopeInput::Kind::Lever, .place = place, .value = value, .low = value, .high = value});
}

} // namespace

Slope Slopes::at(std::size_t s, Quarter quarter, std::size_t input) const
{
    const auto q = static_cast<std::size_t>(quarter.index);
    const auto& up = store->above[input];
    Slope slope;
    slope.above = slope.below = store->aboveTable.at(up.direction, s, q) / up.step;
    if (const auto& down = store->below[input]; down.direction != SlopeStore::none)
        slope.below = store->belowTable.at(down.direction, s, q) / down.step;
    if (!std::isfinite(slope.above) || !std::isfinite(slope.below))
        slope.kind = Slope::Kind::Jump;
    else if (std::fabs(slope.above - slope.below) > 1e-9 * std::max(std::fabs(slope.above), std::fabs(slope.below)))
        slope.kind = Slope::Kind::Kink;
    return slope;
}

Slopes slopesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int threads)
{
    for (const auto row : series)
        if (engine.catalogue().series.at(row).kind == SeriesKind::Category)
            throw InputError(Refusal("no_slope", {{"series", engine.catalogue().series[row].name}},
                                     {.thing = Message("place.series", {{"id", engine.catalogue().series[row].id}})}));
    const auto [parameters, levers] = run::caseOf(engine.impl(), scenario).input;

    Slopes result;
    result.series = series;
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < engine.catalogue().parameters.size(); ++i)
        addParameter(engine.catalogue().parameters[i], i, parameters, result, ranked);
    for (std::size_t i = 0; i < engine.catalogue().levers.size(); ++i)
        addLever(engine.catalogue().levers[i], i, scenario.start, levers, result, ranked);
    std::ranges::stable_sort(ranked, {}, &Ranked::rank);
    std::vector<run::Direction> directions;
    for (const auto& r : ranked)
        directions.push_back(r.direction);

    auto found = run::slopesAlong(directions, parameters, engine.impl().exogenous, levers, series, threads);
    SlopeStore store;
    store.above.resize(ranked.size());
    store.below.assign(ranked.size(), {SlopeStore::none, 1});
    for (std::size_t k = 0; k < ranked.size(); ++k) {
        auto& input = result.inputs[ranked[k].input];
        const double step = directions[k].step;
        const auto distance = [&](double steps) { return steps <= closeness ? 0 : steps * step; };
        input.kinkAbove = distance(found.ahead[k]);
        input.kinkBelow = distance(found.behind[k]);
        store.above[ranked[k].input] = {k, step};
    }
    for (std::size_t t = 0; t < found.twoSided.size(); ++t)
        store.below[ranked[found.twoSided[t]].input] = {t, directions[found.twoSided[t]].step};
    store.aboveTable = std::move(found.above);
    store.belowTable = std::move(found.below);
    result.store = std::make_shared<const SlopeStore>(std::move(store));
    return result;
}

std::vector<MarginalValue> marginalValuesOf(const Engine& engine, const Scenario& scenario, int threads)
{
    const auto [parameters, levers] = run::caseOf(engine.impl(), scenario).input;
    const auto& paths = engine.impl().exogenous.paths;
    const auto diesPerPackage = model::indexOf(model::pathTable, "dies_per_package");

    // a unit that comes within a quarter raises the yearly rate of that quarter by four units; packaging is a rate itself
    struct Scarce {
        ScarceInput input;
        std::string_view lever;
        double rate;
    };
    constexpr std::array<Scarce, 3> scarce{{{ScarceInput::Hbm, "hbm.extra", 4},
                                            {ScarceInput::Dies, "logic.extra", 4},
                                            {ScarceInput::Packages, "packaging.extra", 1}}};
    std::vector<run::Direction> directions;
    for (const auto& s : scarce)
        for (int q = 0; q < quarterCount; ++q) {
            const double rate = s.rate * (s.input == ScarceInput::Packages ? paths[static_cast<std::size_t>(q)][diesPerPackage] : 1);
            directions.push_back({.isLever = true,
                                  .row = model::indexOf(model::leverTable, s.lever),
                                  .from = q,
                                  .until = q + 1,
                                  .step = rate,
                                  .closeness = closeness});
        }
    const auto found = run::slopesAlong(directions, parameters, engine.impl().exogenous, levers,
                                        {*engine.catalogue().findSeries("compute.china")}, threads);
    std::vector<MarginalValue> result;
    for (std::size_t i = 0; i < scarce.size(); ++i) {
        auto& worth = result.emplace_back(MarginalValue{scarce[i].input, {}, {}});
        for (std::size_t q = 0; q < quarterCount; ++q) {
            const auto d = i * quarterCount + q;
            const auto gain = [&](std::size_t quarter) { return found.above.at(d, 0, quarter); };
            worth.atOnce[q] = gain(q);
            worth.aYearLater[q] = gain(std::min<std::size_t>(q + 4, quarterCount - 1));
        }
    }
    return result;
}

} // namespace chokepoint
