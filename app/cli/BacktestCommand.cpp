// backtest: the run of the recorded history against observations, misses first.
#include "options/ScenarioOptions.h"
#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "cli/Commands.h"
#include "cli/Json.h"
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
    std::string csv;
    int year = 2030;
    bool json = false;
};

/// "2024", or "end of 2025" for a date.
std::string periodOf(const Observation& o)
{
    const int year = static_cast<int>(o.begin);
    if (o.begin == o.end) {
        const int month = static_cast<int>((o.begin - year) * 12 + 0.5);
        return month == 0 ? "end of " + std::to_string(year - 1) : "end of month " + std::to_string(month) + " of " + std::to_string(year);
    }
    if (o.end - o.begin < 0.5)
        return std::to_string(year) + " Q" + std::to_string(static_cast<int>((o.begin - year) * 4) + 1);
    return o.begin > year ? std::to_string(year) + "/" + std::to_string(year + 1) : std::to_string(year);
}

/// The sources of a figure, with semicolons.
std::string sourcesOf(const Catalogue& catalogue, const BacktestRow& row)
{
    std::string text;
    for (const auto i : row.observations)
        text += (text.empty() ? "" : ";") + catalogue.observations[i].source;
    return text;
}

/// The weakest grade among the sources.
std::string gradeOf(const Catalogue& catalogue, const BacktestRow& row)
{
    auto grade = Grade::A;
    for (const auto i : row.observations)
        grade = std::max(grade, catalogue.observations[i].grade);
    return letterOf(grade);
}

Json asJson(const Catalogue& catalogue, const BacktestRow& row)
{
    const auto& o = catalogue.observations[row.observations.front()];
    return {{"series", catalogue.series[row.series].id},
            {"period", periodOf(o)},
            {"observed", row.observed},
            {"low", row.low},
            {"high", row.high},
            {"grade", gradeOf(catalogue, row)},
            {"source", sourcesOf(catalogue, row)},
            {"central", row.central},
            {"p05", row.low90},
            {"p10", row.low80},
            {"p90", row.high80},
            {"p95", row.high90},
            {"in80", row.isIn80},
            {"in90", row.isIn90},
            {"below", row.below},
            {"runs_hold_80", row.runsHold80},
            {"runs_hold_90", row.runsHold90},
            {"range_meets_90", row.rangeMeets90},
            {"error", row.error}};
}

std::string jsonText(const Catalogue& catalogue, const Backtest& backtest, const std::vector<GradeShare>& grades,
                     const Language& language)
{
    Json rows = Json::array(), series = Json::array(), shares = Json::array();
    for (const auto& row : backtest.rows)
        rows.add(asJson(catalogue, row));
    for (const auto& s : backtest.series)
        series.add({{"series", catalogue.series[s.series].id}, {"observations", s.observations}, {"in80", s.in80}, {"in90", s.in90},
                          {"mean_error", s.meanError}, {"typical_error", s.typicalError}});
    for (const auto& g : grades)
        shares.add({{"series", catalogue.series[g.series].id}, {"year", g.year}, {"on_a_and_b", g.onAB},
                    {"on_c_and_d", g.onCD}, {"together", g.together}});
    return Json{{"title", language.text(backtest.title)}, {"observations", backtest.rows.size()},
                {"in80", backtest.in80}, {"in90", backtest.in90},
                {"runs_hold_80", backtest.runsHold80}, {"runs_hold_90", backtest.runsHold90}, {"rows", rows}, {"series", series},
                {"hold_out", language.text(backtest.holdOut)}, {"spread_by_grade", shares}}.text();
}

std::string csvText(const Catalogue& catalogue, const Backtest& backtest)
{
    std::string text = "series,period,observed,central,p05,p10,p90,p95,in80,in90,error,grade,source\n";
    for (const auto& row : backtest.rows) {
        const auto& o = catalogue.observations[row.observations.front()];
        text += catalogue.series[row.series].id + "," + periodOf(o);
        for (const double value : {row.observed, row.central, row.low90, row.low80, row.high80, row.high90})
            text += "," + words::roundTrip(value);
        text += std::string(row.isIn80 ? ",yes" : ",no") + (row.isIn90 ? ",yes," : ",no,") + words::roundTrip(row.error) + ","
              + gradeOf(catalogue, row) + "," + sourcesOf(catalogue, row) + "\n";
    }
    return text;
}

Message percent(double part) { return words::amount(words::number(100 * part), {100, "per_cent"}); }

Message sectionOf(const Catalogue& catalogue, const BacktestRow& row)
{
    if (catalogue.series[row.series].id == "hbm.stock")
        return Message("backtest.stock");
    return row.isIn90 ? Message("backtest.hits") : Message("backtest.misses");
}

Message lineOf(const Catalogue& catalogue, const BacktestRow& row)
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

void print(const Catalogue& catalogue, const Backtest& backtest, const std::vector<GradeShare>& grades, const Language& language)
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
        say(lineOf(catalogue, row));
    }
    const auto all = backtest.rows.size();
    const auto part = [&](std::size_t count) { return percent(static_cast<double>(count) / static_cast<double>(all)); };
    text << "\n";
    say(Message("backtest.bands", {{"all", all},
                                   {"in80", backtest.in80},
                                   {"part80", part(backtest.in80)},
                                   {"in90", backtest.in90},
                                   {"part90", part(backtest.in90)}}));
    say(Message("backtest.runs_alone", {{"in80", backtest.runsHold80}, {"in90", backtest.runsHold90}}));
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

void run(const Engine& engine, const Language& language, const BacktestOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto& catalogue = engine.catalogue();
    const auto backtest = backtestOf(engine, scenario, options.request);
    if (!options.csv.empty())
        return writeOutput(options.csv, csvText(catalogue, backtest), "--csv");
    std::vector<std::size_t> charts;
    for (const auto& chart : catalogue.charts)
        if (const auto row = *catalogue.findSeries(chart.series); catalogue.series[row].kind != SeriesKind::Category)
            charts.push_back(row);
    const auto grades = gradeSharesOf(engine, scenario, charts, options.year, options.request);
    if (options.json)
        writeOutput(jsonText(catalogue, backtest, grades, language));
    else
        print(catalogue, backtest, grades, language);
}

Action declare(Options& command)
{
    auto options = std::make_shared<BacktestOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--draws", options->request.draws, "Number of draws of the band (500)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.threads, "Threads (0 = all); the result does not depend on it").valueName("T");
    command.add("--year", options->year, "Year in which the spread is split by grades (2030)").valueName("YEAR");
    const auto csv = command.add("--csv", options->csv, "Write the comparisons to a file, or to standard output with -").valueName("FILE");
    command.addFlag("--json", options->json, "Write JSON").excludes(csv);
    return [options](const EngineSource& engine) { run(engine(), engine.language(), *options); };
}

} // namespace

Command backtestCommand()
{
    return {"backtest", "Compare the run of the recorded history with observations, in-sample, misses first", declare};
}

} // namespace chokepoint::app
