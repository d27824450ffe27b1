// workbook: makes workbook files, says what is in them, edits and checks them.
#include "cli/Commands.h"
#include "api/Catalogue.h"
#include "api/Files.h"
#include "api/NumberWords.h"
#include "api/ScenarioText.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "api/WorkbookFile.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/ScenarioOptions.h"
#include "options/Terminal.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>

namespace chokepoint::app {
namespace {

struct WorkbookOptions {
    std::string action, file, name, id, out = "-", passphraseFile;
    ScenarioOptions scenario;
    bool json = false;
};

std::string now()
{
    const auto time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

/// The first line of the file that holds the passphrase.
std::string passphraseOf(const WorkbookOptions& options)
{
    const auto text = readTextFile(options.passphraseFile, 2 * longestPassphrase);
    const auto end = text.find_first_of("\r\n");
    return text.substr(0, end);
}

/// The key of a workbook; nothing for a plain one.
std::optional<SealKey> keyOf(const WorkbookOptions& options)
{
    if (options.passphraseFile.empty())
        return std::nullopt;
    const auto bytes = workbookFileBytes(options.file);
    if (!isSealed(bytes)) // or a person would believe that it is
        throw InputError(Refusal("workbook_not_encrypted", {.file = options.file}));
    return SealKey(bytes, passphraseOf(options), options.file);
}

StoredWorkbook readChosen(const WorkbookOptions& options)
{
    const auto key = keyOf(options);
    return readWorkbookFile(options.file, pointerTo(key));
}

void editChosen(const WorkbookOptions& options, const std::function<void(StoredWorkbook&)>& edit)
{
    const auto key = keyOf(options);
    editWorkbookFile(options.file, edit, pointerTo(key));
}

/// What saving adds: when, by which program, and what the scenarios give.
void stamp(const Engine& engine, StoredWorkbook& stored)
{
    stored.savedAt = now();
    stored.programVersion = CHOKEPOINT_VERSION;
    keepRuns(engine, stored, stored.savedAt);
}

void makeNew(const EngineSource& engine, const WorkbookOptions& options)
{
    if (std::filesystem::exists(options.file))
        throw InputError(Refusal("workbook_exists", {.file = options.file}));
    StoredWorkbook stored{.workbook = freshWorkbook(engine().catalogue()), .runs = {}, .programVersion = {}, .savedAt = {}};
    stamp(engine(), stored);
    const auto key = options.passphraseFile.empty() ? std::nullopt : std::optional<SealKey>(passphraseOf(options));
    writeWorkbookFile(options.file, stored, pointerTo(key));
}

/// The scenario of --id, or the one on the table.
const Scenario& chosen(const StoredWorkbook& stored, const WorkbookOptions& options)
{
    const auto& workbook = stored.workbook;
    const auto* entry = findScenario(workbook, options.id.empty() ? workbook.onTable : options.id);
    if (entry)
        return entry->scenario;
    MessageList ids{{}, MessageList::Joint::Comma};
    for (const auto& other : workbook.scenarios)
        ids.items.emplace_back(other.scenario.id);
    throw InputError(Refusal("workbook_lacks_scenario", {{"id", options.id}, {"ids", ids}}, {.option = "--id"}));
}

Json workbookJson(const StoredWorkbook& stored)
{
    Json scenarios = Json::array();
    for (const auto& entry : stored.workbook.scenarios)
        scenarios.add({{"id", entry.scenario.id},
                       {"title", entry.scenario.title},
                       {"changes", entry.scenario.changes.size()},
                       {"assumptions", entry.scenario.assumptions.size()},
                       {"on_table", entry.scenario.id == stored.workbook.onTable}});
    return {{"saved_at", stored.savedAt}, {"program_version", stored.programVersion}, {"scenarios", scenarios}};
}

void list(const EngineSource& engine, const WorkbookOptions& options)
{
    const auto stored = readChosen(options);
    if (options.json)
        return writeOutput(workbookJson(stored).text());
    const auto& language = engine.language();
    for (const auto& entry : stored.workbook.scenarios) {
        const auto& s = entry.scenario;
        tell(language.text(Message("workbook.scenario", {{"id", s.id},
                                                         {"title", s.title},
                                                         {"changes", s.changes.size()},
                                                         {"assumptions", s.assumptions.size()},
                                                         {"where", s.id == stored.workbook.onTable ? "table" : "list"}}))
             + "\n");
    }
}

void show(const EngineSource& engine, const WorkbookOptions& options)
{
    const auto stored = readChosen(options);
    writeOutput(options.out, writeScenario(chosen(stored, options), engine().catalogue()), "--out");
}

void add(const EngineSource& engine, const WorkbookOptions& options)
{
    auto scenario = chosenScenario(engine(), options.scenario);
    if (!options.name.empty())
        scenario.title = options.name;
    std::string id;
    editChosen(options, [&](StoredWorkbook& stored) {
        id = addScenario(stored.workbook, engine().catalogue(), scenario);
        stamp(engine(), stored);
    });
    tell(engine.language().text(Message("workbook.added", {{"id", id}})) + "\n");
}

void remove(const EngineSource& engine, const WorkbookOptions& options)
{
    editChosen(options, [&](StoredWorkbook& stored) {
        const auto id = chosen(stored, options).id;
        if (stored.workbook.scenarios.size() == 1)
            throw InputError(Refusal("workbook_last_scenario", {.option = "--id"}));
        removeScenario(stored.workbook, id);
        stamp(engine(), stored);
    });
}

/// One line for each kept figure that is another now; what cannot be run is told as well.
std::size_t tellChanges(const EngineSource& engine, const StoredWorkbook& stored)
{
    const auto& language = engine.language();
    const auto changed = changedResults(engine(), stored);
    for (const auto& result : changed) {
        const auto* entry = findScenario(stored.workbook, result.scenario);
        for (const auto& figure : result.now) {
            const auto& series = engine().catalogue().series[*engine().catalogue().findSeries(figure.series)];
            const auto unit = words::displayUnit(series);
            const auto isIt = [&](const KeptFigure& kept) { return kept.series == figure.series && kept.year == figure.year; };
            const auto kept = std::ranges::find_if(result.kept->figures, isIt)->value;
            const auto [before, after] = words::numbersAlike(kept * unit.scale, figure.value * unit.scale);
            tell(language.text(Message("workbook.figure_differs", {{"scenario", entry->scenario.title},
                                                                   {"series", series.noun},
                                                                   {"year", figure.year},
                                                                   {"before", words::amount(before, unit)},
                                                                   {"now", words::amount(after, unit)}}))
                 + "\n");
        }
        if (result.now.empty())
            tell(language.text(Message("workbook.other_values_differ", {{"scenario", entry->scenario.title}})) + "\n");
    }
    return changed.size();
}

void verify(const EngineSource& engine, const WorkbookOptions& options)
{
    const auto stored = readChosen(options);
    const auto opened = openedWith(engine(), stored);
    for (const auto& left : opened.leftOut)
        tellError(left.title + ": " + said(InputError(left.why), engine.language()).whole(engine.language()) + "\n");
    const auto differ = tellChanges(engine, stored);
    if (differ > 0 || !opened.leftOut.empty())
        throw InputError(Refusal("workbook_differs", {{"differ", differ}, {"unknown", opened.leftOut.size()}, {"runs", stored.runs.size()}},
                                 {.file = options.file}));
    tell(engine.language().text(Message("workbook.verified", {{"runs", stored.runs.size()}})) + "\n");
}

void runWorkbook(const EngineSource& engine, const WorkbookOptions& options)
{
    if (options.action == "new")
        makeNew(engine, options);
    else if (options.action == "list")
        list(engine, options);
    else if (options.action == "add")
        add(engine, options);
    else if (options.action == "remove")
        remove(engine, options);
    else if (options.action == "verify")
        verify(engine, options);
    else
        show(engine, options);
}

Action declareWorkbook(Options& command)
{
    auto options = std::make_shared<WorkbookOptions>();
    command.add("action", options->action, "What to do").required().oneOf({"new", "list", "show", "add", "remove", "export", "verify"});
    command.add("file", options->file, "Workbook file").required().valueName("FILE");
    addScenarioOptions(command, options->scenario);
    command.add("--name", options->name, "Title of the scenario that is added").valueName("TITLE");
    command.add("--id", options->id, "Scenario to show, remove or export; the one on the table without it").valueName("ID");
    command.add("--out", options->out, "File for the exported scenario, \"-\" for standard output").valueName("FILE");
    command.add("--passphrase-file", options->passphraseFile, "File whose first line is the passphrase of an encrypted workbook")
        .valueName("FILE");
    command.addFlag("--json", options->json, "List as JSON");
    return [options](const EngineSource& engine) { runWorkbook(engine, *options); };
}

} // namespace

Command workbookCommand() { return {"workbook", "Make workbook files, list, edit and check them", declareWorkbook}; }

} // namespace chokepoint::app
