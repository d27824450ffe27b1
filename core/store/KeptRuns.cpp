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

/// Series that this data book lacks give way to those of a fresh workbook, and the number of charts to one that the window has.
void fitView(const Catalogue& catalogue, WorkbookView& view)
{
    const auto isUnknown = [&](const std::string& id) { return !catalogue.findSeries(id); };
    const auto fresh = startCharts(catalogue);
    view.charts.resize(std::min(view.charts.size(), fresh.size()));
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (i == view.charts.size())
            view.charts.push_back(fresh[i]);
        if (isUnknown(view.charts[i].series))
            view.charts[i] = fresh[i];
        std::erase_if(view.charts[i].companions, isUnknown);
    }
    std::erase_if(view.overview.small, [&](const std::string& id) { return !id.empty() && isUnknown(id); });
    if (view.overview.small.size() < 2)
        view.overview.small.resize(2);
    if (isUnknown(view.focus.series))
        view.focus = freshWorkbook(catalogue).view.focus;
    auto& comparison = view.comparison;
    if (isUnknown(comparison.series))
        comparison.series.clear();
    std::erase_if(comparison.outcomes, [&](const ComparedOutcome& outcome) { return isUnknown(outcome.series); });
    if (view.chartCount != 1 && view.chartCount != 2 && view.chartCount != 6)
        view.chartCount = 4;
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
    fitView(engine.catalogue(), workbook.view);
    stored.history = historyFor(workbook, std::move(stored.history));
    opened.stored = std::move(stored);
    return opened;
}

} // namespace chokepoint
