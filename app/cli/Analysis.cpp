// Shared parts of the commands of analysis.
#include "cli/Analysis.h"

#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/QuestionWords.h"
#include "options/Terminal.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <sstream>

namespace chokepoint::app {

std::vector<std::size_t> seriesNamed(const Catalogue& catalogue, const std::string& list)
{
    std::vector<std::size_t> rows;
    std::istringstream stream(list);
    for (std::string id; std::getline(stream, id, ',');) {
        const auto row = requireSeries(catalogue, id);
        if (std::ranges::find(rows, row) != rows.end())
            throw InputError(Refusal("named_twice", {{"name", id}}, {.option = "--series " + list}));
        rows.push_back(row);
    }
    return rows;
}

std::vector<std::size_t> measuresNamed(const Catalogue& catalogue, const std::string& list)
{
    std::vector<std::size_t> places;
    std::istringstream stream(list);
    for (std::string id; std::getline(stream, id, ',');) {
        const auto place = catalogue.findMeasure(id);
        if (!place)
            throw InputError(Refusal("unknown_measure", {{"id", id}}, {.option = "--measures " + list}));
        places.push_back(*place);
    }
    return places;
}

double decimalFrom(const std::string& text, const std::string& option)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        throw InputError(Refusal("not_a_number", {{"text", text}}, {.option = option}));
    return value;
}

void watchOnTerminal(RunControl& work)
{
    work.clock = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
    if (isatty(STDERR_FILENO) == 0)
        return;
    work.onProgress = [](const Progress& progress) {
        std::ostringstream text;
        text << progress.done << " of " << progress.total << " runs";
        if (progress.secondsLeft)
            text << ", " << std::ceil(*progress.secondsLeft) << " s left";
        tellProgress(text.str(), progress.done == progress.total);
    };
}

void addQuestionOptions(Options& command, QuestionOptions& options)
{
    addScenarioOptions(command, options.scenario);
    command.add("--baseline", options.baseline, "Ready-made package to compare with (the scenario’s own baseline)").valueName("PRESET");
    command.add("--series", options.series, "Id of a series").valueName("ID").required();
    command.add("--over", options.over, "Divide it by this series").valueName("ID");
    command.add("--at", options.at, "Year, told as the mean of its quarters, or quarter (2035)").valueName("WHEN");
    command.add("--of", options.of, "value of the scenario, difference from the baseline, or change as a share of it (difference)")
        .oneOf({"value", "difference", "change"});
}

Question chosenQuestion(const Engine& engine, const QuestionOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto& catalogue = engine.catalogue();
    Question question;
    question.scenario = scenario;
    question.baseline = startingAt(engine.preset(options.baseline.empty() ? scenario.baseline : options.baseline), scenario.start);
    const auto series = seriesNamed(catalogue, options.series);
    if (series.size() != 1)
        throw InputError(Refusal("one_series", {.option = "--series " + options.series}));
    question.series = series.front();
    if (!options.over.empty())
        question.over = seriesNamed(catalogue, options.over).front();
    if (!options.at.empty())
        question.at = periodFrom(options.at, "--at");
    question.contrast = options.of == "value" ? Contrast::Value : options.of == "change" ? Contrast::Change : Contrast::Difference;
    return question;
}

std::string unitOf(const Catalogue& catalogue, const Question& question)
{
    return question.over || question.contrast == Contrast::Change ? "share" : catalogue.series[question.series].unit.id;
}

std::string questionText(const Engine& engine, const Language& language, const Question& question)
{
    return language.text(words::questionMessage(engine, question)) + "\n";
}

std::string unansweredText(const Language& language, const Discovery& discovery)
{
    if (discovery.unanswered == 0)
        return {};
    return language.text(Message("answers.missing", {{"missing", discovery.unanswered}, {"all", discovery.answers.size()}})) + "\n";
}

void addDecisionOptions(Options& command, DecisionOptions& options)
{
    command.add("packages", options.packages, "Ready-made packages, or scenario files with names that end in .toml")
        .valueName("PACKAGE")
        .required();
    command.add("--series", options.series, "Id of a series").valueName("ID").required();
    command.add("--at", options.at, "Year, told as the mean of its quarters, or quarter (2035)").valueName("WHEN");
    command.addFlag("--less", options.less, "Prefer less of the series, not more");
    command.add("--from", options.from, "Quarter from which changes without a date start (2027Q1)").valueName("QUARTER");
    command.add("--draws", options.request.draws, "Number of draws (4096)").valueName("N");
    command.add("--seed", options.request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options.request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto json = command.addFlag("--json", options.json, "Write JSON");
    command.add("--csv", options.csv, "Write CSV to a file, or to standard output with -").valueName("FILE").excludes(json);
}

ChosenDecision chosenDecision(const Engine& engine, const DecisionOptions& options)
{
    ChosenDecision chosen{{}, options.request};
    const auto start = options.from.empty() ? defaultStart : quarterFrom(options.from, "--from");
    std::vector<std::string> told;
    for (const auto& name : options.packages) {
        if (std::ranges::find(told, name) != told.end())
            throw InputError(Refusal("named_twice", {{"name", name}}, {.option = "packages"}));
        told.push_back(name);
        const bool isFile = name == "-" || name.ends_with(".toml");
        chosen.packages.push_back(startingAt(isFile ? readScenarioNamed(engine, name) : engine.preset(name), start));
    }
    const auto series = seriesNamed(engine.catalogue(), options.series);
    if (series.size() != 1)
        throw InputError(Refusal("one_series", {.option = "--series " + options.series}));
    chosen.request.aim.series = series.front();
    chosen.request.aim.moreIsBetter = !options.less;
    if (!options.at.empty())
        chosen.request.aim.at = periodFrom(options.at, "--at");
    watchOnTerminal(chosen.request.work);
    return chosen;
}

void addBoundOptions(Options& command, BoundOptions& options)
{
    const auto least = command.add("--at-least", options.atLeast, "Meet the limit at this value or above").valueName("VALUE");
    command.add("--at-most", options.atMost, "Meet the limit at this value or below").valueName("VALUE").excludes(least);
}

Bound chosenBound(const BoundOptions& options)
{
    if (options.atLeast.empty() && options.atMost.empty())
        throw InputError(Refusal("no_bound", {.option = "--at-least, --at-most"}));
    if (!options.atLeast.empty())
        return {Comparison::AtLeast, decimalFrom(options.atLeast, "--at-least")};
    return {Comparison::AtMost, decimalFrom(options.atMost, "--at-most")};
}

} // namespace chokepoint::app
