// Runs scenarios and baseline over the same draws and keeps what a sheet reads.
#include "api/SheetStudy.h"

#include "api/Engine.h"
#include "api/InputError.h"

#include <algorithm>
#include <utility>

namespace chokepoint {

SheetStudy::SheetStudy(const Engine& engine, std::vector<Scenario> scenarios, Scenario baseline, const std::string& series, int year,
                       std::size_t draws, bool withShares)
    : m_engine(engine)
{
    const auto& catalogue = engine.catalogue();
    const auto row = catalogue.findSeries(series);
    if (!row || catalogue.series[*row].kind == SeriesKind::Category)
        throw InputError(Refusal("no_such_figure", {{"series", series}}));
    const auto assumptions = scenarios.front().assumptions;
    scenarios.push_back(std::move(baseline));
    LiveOptions options;
    options.draws = draws;
    LiveEnsemble study(engine, options);
    m_made.reserve(scenarios.size());
    for (auto& scenario : scenarios) {
        scenario.assumptions = assumptions;
        Made made{scenario, engine.project(scenario), study.run(scenario, {*row}, draws), nullptr};
        m_made.push_back(std::move(made));
    }
    const auto& first = m_made.front().draws;
    const bool hasLevel =
        !std::ranges::equal(first.spreads.front(), first.levelSpreads.front(), {}, &Spread::quantiles, &Spread::quantiles);
    if (hasLevel)
        for (auto& made : m_made)
            made.level = &made.draws.levelSpreads.front();
    m_evidence =
        sheetEvidenceOf(engine, m_made.front().scenario, m_made.back().scenario, *row, year, draws > 0 ? evidenceDraws : 0, withShares);
}

SheetRun SheetStudy::runOf(const Made& made) const { return {&made.scenario, &made.central, &made.draws.samples, made.level}; }

SheetRuns SheetStudy::runs(const Language& language, const std::string& version, const std::string& date) const
{
    SheetRuns runs{m_engine, language, {}, runOf(m_made.back()), version, date, &m_evidence};
    for (std::size_t i = 0; i + 1 < m_made.size(); ++i)
        runs.scenarios.push_back(runOf(m_made[i]));
    return runs;
}

} // namespace chokepoint
