// backtest: the run of the recorded history against observations, or the model against facts of one's own, misses first.
#include "options/ScenarioOptions.h"
#include "api/Backtest.h"
#include "api/BacktestWords.h"
#include "api/Catalogue.h"
#include "api/PersonalFacts.h"
#include "cli/BacktestTables.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <memory>
#include <sstream>

namespace chokepoint::app {
namespace {

struct BacktestOptions {
    ScenarioOptions scenario;
    BacktestRequest request;
    std::string csv, facts;
    int year = 2030;
    bool json = false;
};

Message percent(double part) { return words::amount(words::number(100 * part), {100, "per_cent"}); }

Message sectionOf(const Catalogue& catalogue, const BacktestRow& row)
{
    if (catalogue.series[row.series].id == "hbm.stock")
        return Message("backtest.stock");
    return row.isIn90 ? Message("backtest.hits") : Message("backtest.misses");
}

Message backtestLine(const Catalogue& catalogue, const BacktestRow& row)
{
    const auto& o = catalogue.observations[row.observations.front()];
    const auto& series = catalogue.series[row.series];
    const auto display = words::displayUnit(series);
    const auto shown = [&](double value) { return words::number(value * display.scale); };
    const auto observed = row.low && row.high
                            ? Message("backtest.observed_between",
                                      {{"value", shown(row.observed)}, {"low", shown(*row.low)}, {"high", shown(*row.high)}})
                            : Message("backtest.observed", {{"value", shown(row.observed)}});
    return Message("backtest.row", {{"series", series.name},
                                    {"period", periodOf(o)},
                                    {"central", shown(row.central)},
                                    {"observed", observed},
                                    {"low", shown(row.low90)},
                                    {"high", shown(row.high90)},
                                    {"unit", display.name()},
                                    {"grade", gradeOf(catalogue, row)}});
}

/// Counts with what is expected.
Message coverageLine(const std::string& name, const BandCounts& counts)
{
    return Message("backtest.coverage_class", {{"class", name},
                                               {"all", counts.all},
                                               {"in50", counts.in50},
                                               {"expected50", words::expectedIn(counts, 0.5)},
                                               {"in80", counts.in80},
                                               {"expected80", words::expectedIn(counts, 0.8)},
                                               {"in90", counts.in90},
                                               {"expected90", words::expectedIn(counts, 0.9)},
                                               {"runs50", counts.runsHold50},
                                               {"runs80", counts.runsHold80},
                                               {"runs90", counts.runsHold90}});
}

/// Whether the bands are right, and what that rests on.
void sayVerdict(std::ostringstream& text, const Catalogue& catalogue, const Backtest& backtest, const Language& language)
{
    const auto say = [&](const Message& message) { text << language.text(message) << "\n"; };
    say(words::bandVerdict(backtest.verdict));
    say(words::bandRule());
    if (const auto sentence = words::leftOutSentence(catalogue, backtest); !sentence.isEmpty())
        say(sentence);
    text << "\n";
    say(Message("backtest.coverage"));
    text << "  ";
    say(coverageLine(language.text(Message("backtest.all_classes")), backtest.counts));
    for (const auto& one : backtest.classes) {
        text << "  ";
        say(coverageLine(words::className(catalogue, one, language), one.counts));
    }
    const auto& histogram = backtest.histogram;
    MessageList counts{{}, MessageList::Joint::Comma};
    for (const auto count : histogram.counts)
        counts.items.emplace_back(count);
    text << "\n";
    say(Message("backtest.histogram", {{"counts", counts},
                                       {"expected", words::expectedIn(backtest.counts, 0.1)},
                                       {"low", words::number(histogram.low)},
                                       {"high", words::number(histogram.high)}}));
    if (backtest.leftOut.empty())
        return;
    text << "\n";
    say(Message("backtest.left_out"));
    for (const auto& one : backtest.leftOut) {
        text << "  ";
        say(Message("backtest.left_out_row",
                    {{"series", catalogue.series[one.series].name},
                     {"held", one.rest.in80},
                     {"all", one.rest.all},
                     {"part", percent(static_cast<double>(one.rest.in80) / static_cast<double>(one.rest.all))}}));
    }
}

Message ownLineOf(const Catalogue& catalogue, const PersonalFact& fact, const BacktestRow& row)
{
    const auto& series = catalogue.series[row.series];
    const auto unit = fact.isDifference() ? words::differenceUnit(series) : words::displayUnit(series);
    const auto shown = [&](double value) { return words::number(value * unit.scale); };
    const auto observed = fact.low && fact.high ? Message("backtest.observed_between", {{"value", words::number(fact.value)},
                                                                                        {"low", words::number(*fact.low)},
                                                                                        {"high", words::number(*fact.high)}})
                                                : Message("backtest.observed", {{"value", words::number(fact.value)}});
    const std::vector<NamedValue> values{{"series", series.name},
                                         {"period", words::period(fact.begin, fact.end)},
                                         {"median", shown(row.median)},
                                         {"observed", observed},
                                         {"low", shown(row.low90)},
                                         {"high", shown(row.high90)},
                                         {"unit", unit.name()}};
    if (fact.packages.empty())
        return Message("backtest.own_row", values);
    auto more = values;
    more.push_back({"package", words::factPackage(fact)});
    return Message("backtest.own_row_under", more);
}

void printFacts(const Catalogue& catalogue, const std::vector<PersonalFact>& facts, const Backtest& judged, const Language& language)
{
    std::ostringstream text;
    const auto say = [&](const Message& message) { text << language.text(message) << "\n"; };
    say(Message("backtest.title", {{"title", judged.title}}));
    Message section;
    for (const auto& row : judged.rows) {
        if (const auto next = row.isIn90 ? Message("backtest.hits") : Message("backtest.misses"); next != section) {
            text << "\n";
            say(section = next);
        }
        text << "  ";
        say(ownLineOf(catalogue, facts[row.observations.front()], row));
    }
    text << "\n";
    sayVerdict(text, catalogue, judged, language);
    tell(text.str());
}

void printBacktest(const Catalogue& catalogue, const Backtest& backtest, const std::vector<GradeShare>& grades, const Language& language)
{
    std::ostringstream text;
    const auto say = [&](const Message& message) { text << language.text(message) << "\n"; };
    say(Message("backtest.title", {{"title", backtest.title}}));
    Message section;
    for (const auto& row : backtest.rows) {
        if (const auto next = sectionOf(catalogue, row); next != section) {
            text << "\n";
            say(section = next);
        }
        text << "  ";
        say(backtestLine(catalogue, row));
    }
    text << "\n";
    sayVerdict(text, catalogue, backtest, language);
    text << "\n";
    say(Message("backtest.by_series"));
    for (const auto& s : backtest.series) {
        text << "  ";
        say(Message("backtest.series", {{"series", catalogue.series[s.series].name},
                                        {"mean", percent(s.meanError)},
                                        {"typical", percent(s.typicalError)},
                                        {"in80", s.in80},
                                        {"in90", s.in90},
                                        {"all", s.observations}}));
    }
    text << "\n" << language.text(backtest.holdOut) << "\n\n";
    say(Message("backtest.spread", {{"year", grades.front().year}}));
    for (const auto& g : grades) {
        text << "  ";
        say(Message("backtest.grades", {{"series", catalogue.series[g.series].name},
                                        {"firm", percent(g.onAB)},
                                        {"weak", percent(g.onCD)},
                                        {"together", percent(g.together)}}));
    }
    tell(text.str());
}

void runOnFacts(const Engine& engine, const Language& language, const Scenario& scenario, const BacktestOptions& options)
{
    const auto& catalogue = engine.catalogue();
    const auto facts = readFactsFile(engine, language, options.facts);
    const auto judged = judgedFacts(engine, scenario, facts, options.request);
    if (!options.csv.empty())
        writeOutput(options.csv, factsCsv(catalogue, facts, judged), "--csv");
    else if (options.json)
        writeOutput(factsJson(catalogue, facts, judged, language));
    else
        printFacts(catalogue, facts, judged, language);
}

void runBacktest(const Engine& engine, const Language& language, const BacktestOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto& catalogue = engine.catalogue();
    if (!options.facts.empty())
        return runOnFacts(engine, language, scenario, options);
    const auto backtest = backtestOf(engine, scenario, options.request);
    if (!options.csv.empty())
        return writeOutput(options.csv, backtestCsv(catalogue, backtest), "--csv");
    std::vector<std::size_t> charts;
    for (const auto& chart : catalogue.charts)
        if (const auto row = *catalogue.findSeries(chart.series); catalogue.series[row].kind != SeriesKind::Category)
            charts.push_back(row);
    const auto grades = gradeSharesOf(engine, scenario, charts, options.year, options.request);
    if (options.json)
        writeOutput(backtestJson(catalogue, backtest, grades, language));
    else
        printBacktest(catalogue, backtest, grades, language);
}

Action declareBacktest(Options& command)
{
    auto options = std::make_shared<BacktestOptions>();
    addScenarioOptions(command, options->scenario);
    command
        .add("--facts", options->facts,
             "Test your own facts: a CSV table with the columns series, period (2026, 2026Q2, 2025-12, end-2026) and value, and, if "
             "you like, low, high, class, source, scenario and baseline. Values are in the unit in which the series is shown (see: "
             "catalogue series); with a baseline, a value is the difference of the two packages, which has no class")
        .valueName("FILE");
    command.add("--draws", options->request.draws, "Number of draws for the bands (500)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    command.add("--year", options->year, "Year in which the spread is split by source grades (2030)").valueName("YEAR");
    const auto csv = command.add("--csv", options->csv, "Write the comparisons to a file, or to standard output with -").valueName("FILE");
    command.addFlag("--json", options->json, "Write JSON").excludes(csv);
    return [options](const EngineSource& engine) { runBacktest(engine(), engine.language(), *options); };
}

} // namespace

Command backtestCommand()
{
    return {"backtest", "Test the model against past observations, or against your own facts, misses first",
            declareBacktest};
}

} // namespace chokepoint::app
