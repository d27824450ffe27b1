// Finds what a headline says: the actions of a scenario, the course of the bottleneck and whether a result hangs on it.
#include "api/Headline.h"

#include "api/ScenarioEdits.h"
#include "api/ScenarioWords.h"
#include "api/Telling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace chokepoint {
namespace {

constexpr int lasting = 2; ///< quarters: what the strip shows with a word of its own

/// The number that caps a level from a quarter on: of the one number among its sub-controls, when the scenario sets it once and by then.
std::optional<Change> capOf(const Catalogue& catalogue, const Scenario& scenario, std::size_t measure, const Change& change)
{
    const auto& about = catalogue.measures[measure];
    const auto level = std::ranges::find(about.levels, change.value, &Level::id);
    if (level == about.levels.end() || level->doingCapped.empty())
        return std::nullopt;
    for (const auto& other : catalogue.measures)
        if (other.isNumber && other.parent == measure)
            if (const auto caps = edit::changesOf(scenario, other.id); caps.size() == 1 && *caps[0].from <= *change.from)
                return caps[0];
    return std::nullopt;
}

/// A time in which one input binds.
struct Spell {
    int begin = 0, end = 0; ///< quarters
    BindingInput input = BindingInput::Logic;
};

/// The spells from a quarter on that last; what lies between belongs to the spell before.
std::vector<Spell> spellsFrom(const Catalogue& catalogue, const Projection& run, Quarter from)
{
    std::vector<Spell> spells;
    for (int q = from.index; q < quarterCount;) {
        const auto input = bindingAt(catalogue, run, Quarter{q});
        int end = q;
        while (end < quarterCount && bindingAt(catalogue, run, Quarter{end}) == input)
            ++end;
        if (spells.empty() || (spells.back().input != input && (end - q >= lasting || end == quarterCount)))
            spells.push_back({q, end, input});
        else
            spells.back().end = end;
        q = end;
    }
    return spells;
}

BindingInput inputAt(const std::vector<Spell>& spells, int quarter)
{
    const auto at = std::ranges::find_if(spells, [&](const Spell& spell) { return quarter < spell.end; });
    return (at == spells.end() ? spells.back() : *at).input;
}

/// The first quarter from which both have the same bottleneck up to `last`; nothing when they differ there.
std::optional<int> sameSince(const std::vector<Spell>& present, const std::vector<Spell>& reference, int first, int last)
{
    std::optional<int> since;
    for (int q = last; q >= first && inputAt(present, q) == inputAt(reference, q); --q)
        since = q;
    return since;
}

/// The share by which domestic output differs in a quarter.
double outputChange(const Catalogue& catalogue, const Projection& present, const Projection& reference, int quarter)
{
    const auto output = *catalogue.findSeries("accel.dies");
    const double before = reference.at(output, Quarter{quarter});
    return before == 0 ? 0 : present.at(output, Quarter{quarter}) / before - 1;
}

/// True when the effect on output was at least twice as large at its peak as it is from a quarter on to another.
bool isFading(const Catalogue& catalogue, const Projection& present, const Projection& reference, int first, int since, int last)
{
    double peak = 0, later = 0;
    for (int q = first; q < since; ++q)
        peak = std::max(peak, std::fabs(outputChange(catalogue, present, reference, q)));
    for (int q = since; q <= last; ++q)
        later += std::fabs(outputChange(catalogue, present, reference, q)) / (last - since + 1);
    return later <= peak / 2;
}

double changeIn(const Catalogue& catalogue, std::string_view series, int year, const Projection& present, const Projection& reference)
{
    const auto row = *catalogue.findSeries(series);
    return present.annualMean(row, year) - reference.annualMean(row, year);
}

/// Half or more of what moves the compute that Chinese firms use comes from chips made at home.
bool isComputeFromHome(const Catalogue& catalogue, int year, const Projection& present, const Projection& reference)
{
    const auto moved = [&](std::string_view series) { return std::fabs(changeIn(catalogue, series, year, present, reference)); };
    const double home = moved("compute.home");
    return home > 0 && home >= moved("compute.import") + moved("compute.grey") + moved("compute.offshore");
}

bool isRevenueFromChips(const Catalogue& catalogue, int year, const Projection& present, const Projection& reference)
{
    const auto change = [&](std::string_view series) { return changeIn(catalogue, series, year, present, reference); };
    const double chips = change("revenue.huawei_ascend") + change("revenue.other_chinese_accelerators");
    return chips != 0 && std::fabs(chips) >= std::fabs(change("revenue.chinese_total")) / 2;
}

/// A lead moves by what happens on either side.
bool isLeadFromChina(const Catalogue& catalogue, int year, const Projection& present, const Projection& reference)
{
    const auto moved = [&](std::string_view series) {
        const double before = reference.annualMean(*catalogue.findSeries(series), year);
        return before == 0 ? 0 : std::fabs(changeIn(catalogue, series, year, present, reference) / before);
    };
    return moved("compute.china_effective") > moved("compute.us_effective");
}

} // namespace

std::vector<Action> actionsOf(const Catalogue& catalogue, const Scenario& scenario)
{
    std::vector<Action> actions;
    std::vector<std::string> capping; ///< measures that are told with another one
    for (std::size_t m = 0; m < catalogue.measures.size(); ++m) {
        const auto& measure = catalogue.measures[m];
        if (std::ranges::find(capping, measure.id) != capping.end())
            continue;
        const auto changes = edit::changesOf(scenario, measure.id);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            Action action{
                m, changes[i].value, {}, *changes[i].from, i > 0 && edit::isSameValue(measure, changes[i].value, measure.statusQuo)};
            if (const auto cap = capOf(catalogue, scenario, m, changes[i])) {
                action.cap = cap->value;
                capping.push_back(cap->measure);
            }
            actions.push_back(std::move(action));
        }
    }
    // a sub-control may stand before its measure in the catalogue
    std::erase_if(actions,
                  [&](const Action& action) { return std::ranges::find(capping, catalogue.measures[action.measure].id) != capping.end(); });
    std::ranges::stable_sort(actions, {}, &Action::from);
    return actions;
}

Bottleneck bottleneckOf(const Catalogue& catalogue, const Projection& present, const Projection& reference, Quarter from, int year)
{
    using Course = Bottleneck::Course;
    const auto spells = spellsFrom(catalogue, present, from), before = spellsFrom(catalogue, reference, from);
    const int last = std::max(endOf(year).index, from.index);
    const bool isAlone = &present == &reference;
    Bottleneck result;
    result.old = before.front().input;
    auto held = result.old;
    std::vector<Spell> moves;
    for (const auto& spell : spells)
        if (spell.begin <= last && spell.input != std::exchange(held, spell.input))
            moves.push_back(spell);
    const auto since = sameSince(spells, before, from.index, last);
    result.first = inputAt(spells, last);
    if (moves.empty()) {
        result.course = Course::Stays;
        result.first = result.old;
    } else if (!isAlone && since && *since == from.index) {
        result.course = Course::Shared;
    } else if (!isAlone && since && isFading(catalogue, present, reference, from.index, *since, last)) {
        result.course = Course::Fades;
        result.firstMove = Quarter{*since};
    } else if (moves.size() <= 2) {
        result.course = moves.size() == 1 ? Course::MovesOnce : Course::MovesTwice;
        result.first = moves[0].input;
        result.firstMove = Quarter{moves[0].begin};
        if (moves.size() == 2) {
            result.second = moves[1].input;
            result.secondMove = Quarter{moves[1].begin};
        }
    } else {
        result.course = since ? Course::Shared : Course::Differs;
        result.old = inputAt(before, last);
    }
    return result;
}

bool hangsOnChineseChips(const Catalogue& catalogue, std::size_t series, int year, const Projection& present, const Projection& reference)
{
    constexpr std::array<std::string_view, 7> output{"accel.dies",
                                                     "accel.units",
                                                     "accel.supply",
                                                     "compute.home",
                                                     "compute.add_home",
                                                     "revenue.huawei_ascend",
                                                     "revenue.other_chinese_accelerators"};
    constexpr std::array<std::string_view, 5> compute{"compute.china", "compute.china_effective", "compute.china_onshore",
                                                      "compute.china_legal", "capability.gap"};
    const std::string_view id = catalogue.series[series].id;
    if (std::ranges::find(output, id) != output.end())
        return true;
    if (std::ranges::find(compute, id) != compute.end())
        return isComputeFromHome(catalogue, year, present, reference);
    if (id == "compute.lead")
        return isLeadFromChina(catalogue, year, present, reference) && isComputeFromHome(catalogue, year, present, reference);
    return id == "revenue.chinese_total" && isRevenueFromChips(catalogue, year, present, reference);
}

namespace {

/// Leaves the actions in which the scenario is of another policy than its baseline, also those whose cap alone is another.
void keepDiffering(std::vector<Action>& actions, const Catalogue& catalogue, const std::vector<edit::MeasureDifference>& differing)
{
    std::erase_if(actions, [&](const Action& action) {
        return std::ranges::none_of(differing, [&](const edit::MeasureDifference& one) {
            const auto measure = catalogue.findMeasure(one.measure);
            return measure && (*measure == action.measure || (action.cap && catalogue.measures[*measure].parent == action.measure));
        });
    });
}

/// Counts what the package sets and its baseline does not, as the list of changes and the panel do, also where today's law is the same;
/// and what the baseline alone sets.
void countMeasures(Headline& headline, const Catalogue& catalogue, const Scenario& scenario, const Scenario& baseline,
                   const std::vector<edit::MeasureDifference>& differing)
{
    std::set<std::string_view> set;
    for (const auto& change : scenario.changes)
        if (std::ranges::find(baseline.changes, change) == baseline.changes.end())
            set.insert(change.measure);
    for (const auto& one : differing)
        set.insert(one.measure);
    for (const auto id : set) {
        const auto measure = catalogue.findMeasure(id);
        ++headline.measures;
        headline.bargainingChips += measure && !catalogue.measures[*measure].inModel;
    }
}

/// The bottleneck, where it is the reason of what the headline says.
Bottleneck reasonOf(const Catalogue& catalogue, const Headline& headline, std::size_t series, const Projection& present,
                    const Projection& reference)
{
    const auto& finding = headline.finding;
    if (finding.isChange())
        return hangsOnChineseChips(catalogue, series, finding.year, present, reference)
                 ? bottleneckOf(catalogue, present, reference, headline.from, finding.year)
                 : Bottleneck();
    // of the status quo: what limits the chips from now on, for the series that they make up
    const bool isTold = headline.subject == Headline::Subject::StatusQuo
                     && (catalogue.series[series].id.starts_with("accel.") || catalogue.series[series].id.starts_with("compute.china"));
    return isTold ? bottleneckOf(catalogue, present, present, defaultStart, lastYear) : Bottleneck();
}

} // namespace

Headline headlineOf(const Catalogue& catalogue, const Scenario& scenario, const Scenario& baseline, const Projection& present,
                    const Projection& reference, const HeadlineRequest& request)
{
    Headline headline;
    headline.actions = actionsOf(catalogue, scenario);
    const auto differing = edit::differingPolicy(catalogue, scenario, baseline);
    keepDiffering(headline.actions, catalogue, differing);
    // what the baseline does and the package does not has no phrase: no verb of the package's own would tell the whole difference
    const bool isBaselineMore = std::ranges::any_of(differing, [](const auto& one) { return one.first.empty(); });
    headline.isAssumed = !scenario.assumptions.empty();
    headline.finding = words::findingOf(catalogue, request.series, request.year, present, reference, request.spread);
    headline.isNothingMoved = present.series == reference.series;
    headline.preset = words::presetLike(catalogue, scenario);
    if (const auto* compared = words::presetLike(catalogue, baseline); compared && !compared->changes.empty())
        headline.baseline = compared;
    if (scenario.id.starts_with("law_as_of_"))
        headline.law = scenario.title;
    headline.from = headline.actions.empty() ? scenario.start : headline.actions.front().from;
    headline.isPast = !headline.actions.empty() && headline.from.begin() < recordedUntil;
    countMeasures(headline, catalogue, scenario, baseline, differing);
    using Subject = Headline::Subject;
    const bool isPreset = headline.preset && headline.actions.size() > 1;
    headline.subject = headline.actions.empty() && !isBaselineMore     ? Subject::StatusQuo
                     : isPreset                                        ? Subject::Preset
                     : headline.actions.size() <= 2 && !isBaselineMore ? Subject::Actions
                                                                       : Subject::Package;
    headline.bottleneck = reasonOf(catalogue, headline, request.series, present, reference);
    return headline;
}

void addFound(Headline& headline, std::optional<std::size_t> main, const MoveAnswer* noEffect)
{
    for (const auto& action : headline.actions)
        if (main == action.measure && !headline.main)
            headline.main = action;
    if (noEffect)
        headline.noEffect = *noEffect;
}

} // namespace chokepoint
