// Runs the packages that facts are about, draw by draw, and holds the facts against them.
#include "api/PersonalFacts.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/ScenarioEdits.h"
#include "audit/BandJudgement.h"
#include "audit/Coverage.h"
#include "audit/SeriesRuns.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace chokepoint {
namespace {

/// Facts that a package counts in, with what sign.
struct Term {
    std::size_t fact;
    double sign;
};
struct Package {
    Scenario scenario;
    std::vector<Term> terms;
};

/// Each package once, with the start and the assumptions that hold in it.
std::vector<Package> packagesOf(const Scenario& scenario, const std::vector<PersonalFact>& facts)
{
    std::vector<Package> packages;
    const auto add = [&](const Scenario& side, Term term) {
        const auto found = std::ranges::find(packages, side, &Package::scenario);
        auto& package = found == packages.end() ? packages.emplace_back(Package{side, {}}) : *found;
        package.terms.push_back(term);
    };
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].packages.empty())
            add(scenario, {i, 1});
        const auto* const first = facts[i].packages.data();
        for (std::size_t side = 0; side < facts[i].packages.size(); ++side) {
            auto package = startingAt(first[side], scenario.start);
            package.assumptions = first->assumptions; // in both packages the same, so that the difference is policy alone
            add(edit::setAssumptions(package, scenario.assumptions), {i, side == 0 ? 1.0 : -1.0});
        }
    }
    return packages;
}

/// A fact in the unit of its series.
Observation observationOf(const PersonalFact& fact, const Series& series)
{
    const auto unscaled = [&](const std::optional<double>& shown) {
        return shown ? std::optional(*shown / series.unit.scale) : std::nullopt;
    };
    Observation observation;
    observation.series = fact.series;
    observation.begin = fact.begin;
    observation.end = fact.end;
    observation.time = fact.time();
    observation.value = fact.value / series.unit.scale;
    observation.low = unscaled(fact.low);
    observation.high = unscaled(fact.high);
    return observation;
}

std::size_t classOf(const Catalogue& catalogue, const PersonalFact& fact, const Series& series)
{
    const auto found = std::ranges::find(catalogue.discrepancies, fact.discrepancy, &Discrepancy::id);
    return found == catalogue.discrepancies.end() ? series.discrepancy
                                                  : static_cast<std::size_t>(found - catalogue.discrepancies.begin());
}

} // namespace

Backtest judgedFacts(const Engine& engine, const Scenario& scenario, const std::vector<PersonalFact>& facts, const BacktestRequest& request)
{
    audit::checkRequest(request);
    if (facts.empty())
        throw std::logic_error("no facts to be judged");
    const auto& catalogue = engine.catalogue();
    const auto& impl = engine.impl();
    std::vector<std::size_t> series;
    std::vector<Observation> observations;
    for (const auto& fact : facts) {
        series.push_back(*catalogue.findSeries(fact.series));
        observations.push_back(observationOf(fact, catalogue.series[series.back()]));
    }
    std::vector<double> central(facts.size());
    std::vector<std::vector<double>> drawn(facts.size(), std::vector<double>(request.draws));
    for (const auto& package : packagesOf(scenario, facts)) {
        const auto made = run::caseOf(impl, package.scenario);
        const auto& [parameters, levers] = made.input;
        const auto addTo = [&](const audit::Draw& draw, const auto& sum) {
            const auto values = audit::seriesOf(draw, impl.exogenous, levers);
            for (const auto& [fact, sign] : package.terms)
                sum(fact) += sign * audit::overPeriod(values[series[fact]], catalogue.series[series[fact]].kind, observations[fact]);
        };
        addTo(parameters, [&](std::size_t fact) -> double& { return central[fact]; });
        const auto draws = draws::ParameterSampler(impl.book, request.seed, made.own).draws(0, request.draws, parameters, made.held);
        audit::share(draws.size(), request.threads,
                     [&](std::size_t i) { addTo(draws[i], [&](std::size_t fact) -> double& { return drawn[fact][i]; }); });
    }

    Backtest result;
    result.title = Message("backtest.own_facts");
    result.rows.resize(facts.size());
    audit::share(facts.size(), request.threads, [&](std::size_t i) {
        const auto place = classOf(catalogue, facts[i], catalogue.series[series[i]]);
        const bool isDifference = facts[i].isDifference();
        auto& row = result.rows[i] = audit::rowOf(std::span(&observations[i], 1),
                                                  isDifference ? Discrepancy{} : catalogue.discrepancies[place], central[i], drawn[i]);
        row.observations = {i};
        row.series = series[i];
        if (!isDifference)
            row.discrepancy = place;
    });
    audit::sortMissesFirst(result.rows, catalogue.series.size()); // no series leads
    audit::judge(result);
    return result;
}

} // namespace chokepoint
