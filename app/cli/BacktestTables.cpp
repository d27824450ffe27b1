// Puts rows, coverage and verdict into members and columns.
#include "cli/BacktestTables.h"

#include "api/CsvField.h"
#include "api/BacktestWords.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "cli/Analysis.h"
#include "cli/Json.h"

#include <algorithm>
#include <array>
#include <optional>

namespace chokepoint::app {
namespace {

/// The sources of a figure, with semicolons.
std::string sourcesOf(const Catalogue& catalogue, const BacktestRow& row)
{
    std::string text;
    for (const auto i : row.observations)
        text += (text.empty() ? "" : ";") + catalogue.observations[i].source;
    return text;
}

Json rowJson(const Catalogue& catalogue, const BacktestRow& row)
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

Json countsJson(const BandCounts& counts)
{
    const auto expected = [&](double part) { return part * static_cast<double>(counts.all); };
    return {{"figures", counts.all},
            {"in50", counts.in50},
            {"in80", counts.in80},
            {"in90", counts.in90},
            {"expected50", expected(0.5)},
            {"expected80", expected(0.8)},
            {"expected90", expected(0.9)},
            {"runs_hold_50", counts.runsHold50},
            {"runs_hold_80", counts.runsHold80},
            {"runs_hold_90", counts.runsHold90}};
}

const char* widthName(BandWidth width)
{
    constexpr std::array<const char*, 4> names{"too narrow", "right", "too wide", "not known"}; // in the order of BandWidth
    return names.at(static_cast<std::size_t>(width));
}

void addVerdict(Json& whole, const Catalogue& catalogue, const Backtest& backtest, const Language& language)
{
    const auto& verdict = backtest.verdict;
    whole.set("verdict", {{"bands", widthName(verdict.width)},
                          {"held", verdict.held},
                          {"expected", verdict.expected},
                          {"chance", verdict.chance},
                          {"series", verdict.series},
                          {"sentence", language.text(words::bandVerdict(verdict))}});
    auto coverage = Json::array(), leftOut = Json::array();
    for (const auto& one : backtest.classes) {
        auto row = countsJson(one.counts);
        row.set("class", one.discrepancy ? catalogue.discrepancies[*one.discrepancy].id : std::string("difference"));
        coverage.add(row);
    }
    for (const auto& one : backtest.leftOut) {
        auto row = countsJson(one.rest);
        row.set("series", catalogue.series[one.series].id);
        row.set("bands", widthName(one.verdict.width));
        leftOut.add(row);
    }
    const auto& histogram = backtest.histogram;
    auto counts = Json::array();
    for (const auto count : histogram.counts)
        counts.add(count);
    whole.set("coverage", countsJson(backtest.counts));
    whole.set("coverage_by_class", coverage);
    whole.set("histogram",
              {{"counts", counts}, {"expected", histogram.expected}, {"low", histogram.low}, {"high", histogram.high}});
    whole.set("without_one_series", leftOut);
}

/// The rows of a judged table in the order of its facts.
std::vector<const BacktestRow*> byFact(const Backtest& judged)
{
    std::vector<const BacktestRow*> rows(judged.rows.size());
    for (const auto& row : judged.rows)
        rows[row.observations.front()] = &row;
    return rows;
}

std::string packageId(const PersonalFact& fact, std::size_t side)
{
    return side < fact.packages.size() ? fact.packages[side].id : std::string();
}

} // namespace

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

std::string gradeOf(const Catalogue& catalogue, const BacktestRow& row)
{
    auto grade = Grade::A;
    for (const auto i : row.observations)
        grade = std::max(grade, catalogue.observations[i].grade);
    return letterOf(grade);
}

std::string backtestJson(const Catalogue& catalogue, const Backtest& backtest, const std::vector<GradeShare>& grades,
                         const Language& language)
{
    Json rows = Json::array(), series = Json::array(), shares = Json::array();
    for (const auto& row : backtest.rows)
        rows.add(rowJson(catalogue, row));
    for (const auto& s : backtest.series)
        series.add({{"series", catalogue.series[s.series].id}, {"observations", s.observations}, {"in80", s.in80}, {"in90", s.in90},
                          {"mean_error", s.meanError}, {"typical_error", s.typicalError}});
    for (const auto& g : grades)
        shares.add({{"series", catalogue.series[g.series].id}, {"year", g.year}, {"on_a_and_b", g.onAB},
                    {"on_c_and_d", g.onCD}, {"together", g.together}});
    auto whole = Json{{"title", language.text(backtest.title)}, {"observations", backtest.rows.size()},
                      {"in80", backtest.counts.in80}, {"in90", backtest.counts.in90},
                      {"runs_hold_80", backtest.counts.runsHold80}, {"runs_hold_90", backtest.counts.runsHold90}, {"rows", rows},
                      {"series", series}, {"hold_out", language.text(backtest.holdOut)}, {"spread_by_grade", shares}};
    addVerdict(whole, catalogue, backtest, language);
    return whole.text();
}

std::string backtestCsv(const Catalogue& catalogue, const Backtest& backtest)
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

std::string factsJson(const Catalogue& catalogue, const std::vector<PersonalFact>& facts, const Backtest& judged, const Language& language)
{
    auto list = Json::array();
    const auto rows = byFact(judged);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& fact = facts[i];
        const auto& row = *rows[i];
        const auto& series = catalogue.series[row.series];
        const double scale = words::displayUnit(series).scale;
        list.add({{"series", fact.series},
                  {"period", fact.period},
                  {"scenario", packageId(fact, 0)},
                  {"baseline", packageId(fact, 1)},
                  {"value", fact.value},
                  {"low", fact.low},
                  {"high", fact.high},
                  {"unit", language.text(fact.isDifference() ? words::differenceUnit(series).name() : words::displayUnit(series).name())},
                  {"class", row.discrepancy ? catalogue.discrepancies[*row.discrepancy].id : std::string()},
                  {"source", fact.source},
                  {"central", row.central * scale},
                  {"median", row.median * scale},
                  {"p05", row.low90 * scale},
                  {"p10", row.low80 * scale},
                  {"p90", row.high80 * scale},
                  {"p95", row.high90 * scale},
                  {"inside50", row.isIn50},
                  {"inside80", row.isIn80},
                  {"inside90", row.isIn90},
                  {"below", row.below},
                  {"range_meets_90", row.rangeMeets90},
                  {"verdict", language.text(words::figureVerdict(row))}});
    }
    Json whole{{"title", language.text(judged.title)}, {"facts", list}};
    addVerdict(whole, catalogue, judged, language);
    return whole.text();
}

std::string factsCsv(const Catalogue& catalogue, const std::vector<PersonalFact>& facts, const Backtest& judged)
{
    std::string text = "series,period,value,low,high,class,source,scenario,baseline,central,median,p05,p10,p90,p95,inside80,inside90\n";
    const auto optional = [](const std::optional<double>& value) { return value ? words::roundTrip(*value) : std::string(); };
    const auto rows = byFact(judged);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& fact = facts[i];
        const auto& row = *rows[i];
        text += fact.series + "," + fact.period + "," + words::roundTrip(fact.value) + "," + optional(fact.low) + "," + optional(fact.high)
              + "," + (row.discrepancy ? catalogue.discrepancies[*row.discrepancy].id : std::string()) + "," + csvField(fact.source) + ","
              + csvField(packageId(fact, 0)) + "," + csvField(packageId(fact, 1));
        const double scale = words::displayUnit(catalogue.series[row.series]).scale;
        for (const double value : {row.central, row.median, row.low90, row.low80, row.high80, row.high90})
            text += "," + words::roundTrip(value * scale);
        text += std::string(row.isIn80 ? ",yes" : ",no") + (row.isIn90 ? ",yes\n" : ",no\n");
    }
    return text;
}

} // namespace chokepoint::app
