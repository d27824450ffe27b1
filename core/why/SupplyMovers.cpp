// What moves the map: events of the record, other settings of its measures, and the claim that it illustrates.
#include "api/Claims.h"
#include "api/EventEffects.h"
#include "api/LawAsOf.h"
#include "api/LiveEnsemble.h"
#include "api/SupplyMap.h"
#include "draws/ParameterSampler.h"
#include "numbers/DecimalText.h"
#include "run/Case.h"
#include "run/PairedRuns.h"

#include <algorithm>
#include <set>

namespace chokepoint {
namespace {

constexpr std::string_view claimId = "hbm_choke_point", computeId = "compute.china_effective";

/// Every setting of a measure, the loosest first: its levels, or the named stops of a number.
std::vector<std::string> settingsOf(const Measure& measure)
{
    std::vector<std::string> settings;
    for (const auto& level : measure.levels)
        settings.push_back(level.id);
    return measure.isNumber ? measure.marks : settings;
}

/// The settings next to what is in force, and the ends: places in a list, rising, without that of what is in force.
std::vector<std::size_t> stepsAround(const Measure& measure, const std::vector<std::string>& settings, const std::string& now)
{
    if (settings.empty())
        return {};
    std::set<std::size_t> steps{0, settings.size() - 1};
    if (measure.isNumber) {
        const double value = numbers::DecimalText::toDouble(now);
        for (std::size_t i = 0; i < settings.size(); ++i) {
            const double mark = numbers::DecimalText::toDouble(settings[i]);
            if (mark == value)
                steps.insert({i > 0 ? i - 1 : i, std::min(i + 1, settings.size() - 1)});
        }
        std::erase_if(steps, [&](std::size_t i) { return numbers::DecimalText::toDouble(settings[i]) == value; });
        return {steps.begin(), steps.end()};
    }
    const auto at = static_cast<std::size_t>(std::ranges::find(settings, now) - settings.begin());
    steps.insert({at > 0 ? at - 1 : at, std::min(at + 1, settings.size() - 1)});
    steps.erase(at);
    return {steps.begin(), steps.end()};
}

bool isLooserThan(const Measure& measure, const std::vector<std::string>& settings, std::size_t step, const std::string& now)
{
    if (measure.isNumber)
        return numbers::DecimalText::toDouble(settings[step]) > numbers::DecimalText::toDouble(now);
    return step < static_cast<std::size_t>(std::ranges::find(settings, now) - settings.begin());
}

} // namespace

std::vector<std::size_t> supplyEventsOf(const Engine& engine)
{
    const auto& catalogue = engine.catalogue();
    std::set<std::size_t> measures;
    for (const auto& gate : supplyChainOf(engine).gates)
        for (const auto& rule : gate.rules)
            measures.insert(rule.measure);
    const auto& effects = eventEffectsOf(engine);
    const auto compute = *catalogue.findSeries(computeId);
    std::vector<std::size_t> marks;
    for (std::size_t mark = 0; mark < catalogue.eventMarks.size(); ++mark)
        if (std::ranges::any_of(catalogue.eventMarks[mark].changes, [&](const auto& change) { return measures.contains(change.measure); }))
            marks.push_back(mark);
    std::ranges::stable_sort(marks, std::ranges::greater{}, [&](std::size_t mark) { return effects[mark][compute]; });
    return marks;
}

double timeOfEvent(const Engine& engine, std::size_t mark)
{
    const auto& month = engine.catalogue().eventMarks.at(mark).date;
    constexpr double months = 12;
    return std::stoi(month.substr(0, 4)) + (std::stoi(month.substr(5, 2)) - 0.5) / months;
}

Scenario withSetting(const Engine& engine, Scenario scenario, std::size_t measure, const std::string& value)
{
    const auto& id = engine.catalogue().measures[measure].id;
    std::erase_if(scenario.changes,
                  [&](const Change& change) { return change.measure == id && change.from.value_or(scenario.start) >= scenario.start; });
    scenario.changes.push_back({id, value, std::nullopt, 1});
    return scenario;
}

void weighMovers(const Engine& engine, const Scenario& scenario, const MapMoverRequest& request,
                 const std::function<void(const MapMover&)>& answered)
{
    LiveOptions options;
    options.draws = request.draws;
    options.seed = request.seed;
    options.threads = request.work.threads;
    LiveEnsemble study(engine, options);
    const auto isCancelled = [&] { return request.work.isCancelled && request.work.isCancelled(); };
    const auto before = study.run(scenario, {request.series}, request.draws, request.work.isCancelled).samples;
    const auto values = inForce(engine, scenario, scenario.start);
    for (const auto place : request.measures) {
        const auto& measure = engine.catalogue().measures[place];
        MapMover mover{place, values[place], {}, true};
        const auto settings = settingsOf(measure);
        for (const auto step : stepsAround(measure, settings, mover.inForce)) {
            const auto other = withSetting(engine, scenario, place, settings[step]);
            const auto samples = study.run(other, {request.series}, request.draws, request.work.isCancelled).samples;
            if (isCancelled() || before.draws() == 0 || samples.draws() == 0)
                return;
            MapMover::Step told{settings[step], isLooserThan(measure, settings, step, mover.inForce),
                                engine.project(other).annualMean(request.series, request.year),
                                changeSpread(samples, before, request.series, request.year)};
            mover.movesNothing = mover.movesNothing && told.spread.up == 0 && told.spread.down == 0;
            mover.steps.push_back(std::move(told));
        }
        answered(mover);
    }
}

const Claim* claimOfMap(const Engine& engine)
{
    const auto& claims = claimsOf(engine);
    const auto claim = std::ranges::find(claims, claimId, &Claim::id);
    return claim == claims.end() ? nullptr : &*claim;
}

std::optional<ClaimAnswer> claimShares(const Engine& engine, const Claim& claim, std::size_t draws, const RunControl& work)
{
    const auto& impl = engine.impl();
    ClaimAnswer answer;
    std::size_t runs = 0;
    for (const auto& part : claim.parts)
        runs += draws * run::pairOf(impl, part.question).runsPerSample();
    run::RunBudget budget(work, runs);
    for (const auto& part : claim.parts) {
        const auto made = run::caseOf(impl, part.question.scenario);
        const draws::ParameterSampler sampler(impl.book, 1, made.own);
        const auto sets = sampler.draws(0, draws, made.input.parameters, made.held);
        const auto answers = run::answersOf(impl.exogenous, run::pairOf(impl, part.question), part.question.at, sets, budget);
        if (answers.empty())
            return std::nullopt;
        ClaimPartAnswer told;
        told.share = static_cast<double>(std::ranges::count_if(answers, [&](double value) { return part.bound.holds(value); }))
                   / static_cast<double>(answers.size());
        answer.parts.push_back(std::move(told));
    }
    return answer;
}

} // namespace chokepoint
