// What scenarios gave when a workbook was saved, and what has moved since.
#include "api/WorkbookFile.h"

#include "api/Engine.h"
#include "api/Projection.h"
#include "api/Versions.h"

#include <algorithm>
#include <utility>

namespace chokepoint {
namespace {

/// The scenario as it runs: of an id alone the versions decide.
const WorkbookScenario* runnable(const Engine& engine, const Workbook& workbook, const std::string& id)
{
    const auto* entry = findScenario(workbook, id);
    if (!entry)
        return nullptr;
    try {
        engine.check(entry->scenario);
    } catch (const InputError&) {
        return nullptr;
    }
    return entry;
}

std::vector<KeptFigure> figuresOf(const Catalogue& catalogue, const Projection& run)
{
    std::vector<KeptFigure> figures;
    for (const auto& card : catalogue.cards)
        for (int year = firstYear; year <= lastYear; ++year)
            figures.push_back({card.series, year, run.annualMean(*catalogue.findSeries(card.series), year)});
    return figures;
}

} // namespace

void keepRuns(const Engine& engine, StoredWorkbook& stored, const std::string& madeAt)
{
    const auto& catalogue = engine.catalogue();
    const auto data = dataVersion(engine);
    for (const auto& entry : stored.workbook.scenarios) {
        if (!runnable(engine, stored.workbook, entry.scenario.id))
            continue;
        KeptRun kept{.scenario = entry.scenario.id,
                     .content = contentDigest(catalogue, entry.scenario),
                     .modelVersion = modelVersion,
                     .dataVersion = data,
                     .madeAt = madeAt,
                     .digest = {},
                     .figures = {}};
        const auto isSameCase = [&](const KeptRun& other) {
            return other.scenario == kept.scenario && other.modelVersion == kept.modelVersion && other.dataVersion == kept.dataVersion;
        };
        if (std::ranges::any_of(stored.runs, [&](const KeptRun& other) { return isSameCase(other) && other.content == kept.content; }))
            continue;
        const auto run = engine.project(entry.scenario);
        kept.digest = projectionDigest(run);
        kept.figures = figuresOf(catalogue, run);
        std::erase_if(stored.runs, isSameCase);
        stored.runs.push_back(std::move(kept));
    }
    std::erase_if(stored.runs, [&](const KeptRun& run) { return !findScenario(stored.workbook, run.scenario); });
}

std::vector<ChangedResult> changedResults(const Engine& engine, const StoredWorkbook& stored)
{
    const auto& catalogue = engine.catalogue();
    std::vector<ChangedResult> changed;
    for (const auto& kept : stored.runs) {
        const auto* entry = runnable(engine, stored.workbook, kept.scenario);
        if (!entry || contentDigest(catalogue, entry->scenario) != kept.content)
            continue;
        const auto run = engine.project(entry->scenario);
        if (projectionDigest(run) == kept.digest)
            continue;
        ChangedResult result{.scenario = kept.scenario, .kept = &kept, .now = {}};
        for (const auto& figure : kept.figures)
            if (const auto series = catalogue.findSeries(figure.series))
                if (const double now = run.annualMean(*series, figure.year); now != figure.value)
                    result.now.push_back({figure.series, figure.year, now});
        changed.push_back(std::move(result));
    }
    return changed;
}

OpenedWorkbook openedWith(const Engine& engine, StoredWorkbook stored)
{
    OpenedWorkbook opened;
    auto& workbook = stored.workbook;
    const auto leaveOut = [&](const Scenario& scenario) {
        try {
            engine.check(scenario);
            return false;
        } catch (const InputError& error) {
            opened.leftOut.push_back({scenario.title, error.refusal()});
            return true;
        }
    };
    std::erase_if(workbook.scenarios, [&](const WorkbookScenario& entry) { return leaveOut(entry.scenario); });
    std::erase_if(workbook.facts, [&](const PersonalFact& fact) {
        return !engine.catalogue().findSeries(fact.series) || std::ranges::any_of(fact.packages, leaveOut);
    });
    if (workbook.scenarios.empty())
        workbook.scenarios = freshWorkbook(engine.catalogue()).scenarios;
    if (!findScenario(workbook, workbook.onTable))
        workbook.onTable = workbook.scenarios.front().scenario.id;
    const auto baseline = baselineOf(workbook, engine.catalogue());
    if (!baseline || leaveOut(*baseline))
        workbook.comparedWith = PresetBaseline{engine.catalogue().presets.front().id};
    std::erase_if(workbook.view.charts, [&](const BoardChart& chart) { return !engine.catalogue().findSeries(chart.series); });
    for (auto& chart : workbook.view.charts)
        std::erase_if(chart.companions, [&](const std::string& id) { return !engine.catalogue().findSeries(id); });
    if (workbook.view.charts.empty())
        workbook.view = freshWorkbook(engine.catalogue()).view;
    opened.stored = std::move(stored);
    return opened;
}

} // namespace chokepoint
