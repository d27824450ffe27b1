// Runs scenarios and gathers their values and bands as rows.
#include "api/DataExport.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/LiveEnsemble.h"
#include "api/Projection.h"
#include "api/ScenarioWords.h"
#include "api/TerminalText.h"
#include "api/UnitWords.h"
#include "api/Versions.h"

#include <algorithm>
#include <array>

namespace chokepoint {
namespace {

constexpr std::size_t lowEnd = quantilePlace(0.1), highEnd = quantilePlace(0.9);
constexpr std::size_t seriesAtATime = 32; ///< draws of as many series are in memory: some 70 MB for 10,000 draws of a scenario
constexpr std::size_t leastTableDraws = 64, mostTableDraws = 100'000;

void check(const Catalogue& catalogue, const DataRequest& request)
{
    for (const auto row : request.series)
        if (catalogue.series[row].kind == SeriesKind::Category)
            throw InputError(
                Refusal("series_is_category", {{"series", catalogue.series[row].name}}, {.option = "series " + catalogue.series[row].id}));
    for (const int year : {request.firstYear, request.lastYear})
        if (year < firstYear || year > lastYear)
            throw InputError(Refusal("year_out_of_range", {{"year", year}, {"fromYear", firstYear}, {"toYear", lastYear}}));
    if (request.firstYear > request.lastYear)
        throw InputError(
            Refusal("years_turned_round", {{"firstYear", request.firstYear}, {"lastYear", request.lastYear}}, {.option = "years"}));
    if (request.draws != 0 && (request.draws < leastTableDraws || request.draws > mostTableDraws))
        throw InputError(Refusal("number_out_of_range",
                                 {{"value", request.draws}, {"name", "draws"}, {"least", leastTableDraws}, {"most", mostTableDraws}},
                                 {.option = "draws"}));
}

/// Quarters or years from the first to the last year.
std::vector<Period> periodsOf(const DataRequest& request)
{
    std::vector<Period> periods;
    for (int year = request.firstYear; year <= request.lastYear; ++year) {
        if (request.isByYear)
            periods.push_back(Period::ofYear(year));
        else
            for (int q = endOf(year).index - 3; q <= endOf(year).index; ++q)
                periods.emplace_back(Quarter{q});
    }
    return periods;
}

/// A series as it is shown: values and differences have scales of their own.
struct Scales {
    double value = 1, difference = 1;
};

Scales scalesOf(const Series& series) { return {words::displayUnit(series).scale, words::differenceUnit(series).scale}; }

ExportedSeries centralPart(const Catalogue& catalogue, std::size_t scenario, std::size_t row, const std::vector<Period>& periods,
                           const Projection& present, const Projection& reference)
{
    ExportedSeries part{.scenario = scenario, .series = row, .rows = {}};
    const double scale = scalesOf(catalogue.series[row]).value;
    for (const auto period : periods) {
        ExportedRow line;
        line.at = period;
        line.value = period.in(present.series[row]) * scale;
        line.baseline = period.in(reference.series[row]) * scale;
        part.rows.push_back(line);
    }
    return part;
}

/// The band of value less baseline over the draws of a period.
Spread differenceIn(const SeriesDraws& present, const SeriesDraws& reference, std::size_t row, Period period)
{
    return period.isYear() ? changeSpread(present, reference, row, period.year()).difference
                           : differenceAt(present, reference, row, period.last());
}

/// Puts the bands of one series into its rows; `place`: of the series in the run.
void addBands(ExportedSeries& part, const Catalogue& catalogue, const LiveRun& present, const LiveRun& reference, std::size_t place)
{
    const auto scales = scalesOf(catalogue.series[part.series]);
    const bool hasLevel = catalogue.discrepancies[catalogue.series[part.series].discrepancy].sdQuarter > 0;
    for (auto& row : part.rows) {
        const auto quarter = static_cast<std::size_t>(row.at.last().index);
        const auto runs = row.at.isYear() ? spreadAt(present.samples, part.series, row.at) : present.spreads[place][quarter];
        row.low = runs.quantiles[lowEnd] * scales.value;
        row.high = runs.quantiles[highEnd] * scales.value;
        if (hasLevel && !row.at.isYear()) {
            const auto& level = present.levelSpreads[place][quarter].quantiles;
            row.levelLow = level[lowEnd] * scales.value;
            row.levelHigh = level[highEnd] * scales.value;
        }
        const auto difference = differenceIn(present.samples, reference.samples, part.series, row.at).quantiles;
        row.differenceLow = difference[lowEnd] * scales.difference;
        row.differenceHigh = difference[highEnd] * scales.difference;
    }
}

/// False when it was cancelled.
bool addBands(DataTable& table, const Engine& engine, const DataRequest& request)
{
    LiveEnsemble study(engine, {.draws = request.draws, .seed = request.seed, .threads = request.work.threads, .set = {}, .clock = {}});
    const auto all = table.series.size(), runs = table.scenarios.size() * ((all + seriesAtATime - 1) / seriesAtATime);
    std::size_t done = 0;
    for (std::size_t s = 0; s < table.scenarios.size(); ++s)
        for (std::size_t begin = 0; begin < all; begin += seriesAtATime) {
            const auto end = std::min(all, begin + seriesAtATime);
            const std::vector<std::size_t> rows(table.series.begin() + static_cast<std::ptrdiff_t>(begin),
                                                table.series.begin() + static_cast<std::ptrdiff_t>(end));
            const auto present = study.run(table.scenarios[s].scenario, rows, request.draws, request.work.isCancelled);
            if (present.samples.draws() == 0)
                return false;
            const auto reference = study.run(table.scenarios[s].baseline, rows, request.draws, request.work.isCancelled);
            if (reference.samples.draws() == 0)
                return false;
            for (std::size_t i = begin; i < end; ++i)
                addBands(table.parts[s * all + i], engine.catalogue(), present, reference, i - begin);
            if (request.work.onProgress)
                request.work.onProgress({.done = ++done, .total = runs, .secondsLeft = {}});
        }
    return true;
}

} // namespace

DataTable dataTableOf(const Engine& engine, const Language& language, const DataRequest& request)
{
    const auto& catalogue = engine.catalogue();
    check(catalogue, request);
    DataTable table{.scenarios = {},
                    .series = request.series,
                    .parts = {},
                    .isByYear = request.isByYear,
                    .firstYear = request.firstYear,
                    .lastYear = request.lastYear,
                    .draws = request.draws,
                    .seed = request.seed};
    for (std::size_t row = 0; row < catalogue.series.size() && request.series.empty(); ++row)
        if (catalogue.series[row].kind != SeriesKind::Category)
            table.series.push_back(row);
    const auto periods = periodsOf(request);
    for (const auto& [scenario, given] : request.pairs) {
        auto baseline = given;
        baseline.assumptions = scenario.assumptions;
        const auto present = engine.project(scenario), reference = engine.project(baseline);
        table.scenarios.push_back({scenario, baseline, inOneLine(language.text(words::scenarioLabel(catalogue, scenario))),
                                   inOneLine(language.text(words::scenarioLabel(catalogue, given))),
                                   scenarioHash(engine, scenario, baseline)});
        for (const auto row : table.series)
            table.parts.push_back(centralPart(catalogue, table.scenarios.size() - 1, row, periods, present, reference));
    }
    if (table.draws > 0 && !addBands(table, engine, request))
        table.parts.clear();
    return table;
}

} // namespace chokepoint
