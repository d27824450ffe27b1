// Results to take along: a table of runs with their bands, and the files that it makes: CSV, XLSX, the IAMC format and a bundle.
#pragma once

#include "api/CsvField.h"
#include "api/Period.h"
#include "api/RunControl.h"
#include "api/Scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

struct Catalogue;
class Engine;
class Language;
struct ComparedColumn;

/// One value with what belongs to it, in the unit in which the series is shown (words::displayUnit); differences in that of differences.
struct ExportedRow {
    Period at;
    double value = 0;                          ///< of the central run
    double baseline = 0;                       ///< of the central run of what it is compared with
    std::optional<double> low, high;           ///< 8 runs in 10 lie between
    std::optional<double> levelLow, levelHigh; ///< 8 in 10 once what the model misses is added; of quarters, for series that have it
    std::optional<double> differenceLow, differenceHigh; ///< 8 runs in 10 of value less baseline, draw by draw

    double difference() const { return value - baseline; }
};

/// The rows of one series in one scenario, in order of time.
struct ExportedSeries {
    std::size_t scenario = 0; ///< place in DataTable::scenarios
    std::size_t series = 0;   ///< place in Catalogue::series
    std::vector<ExportedRow> rows;
};

struct ExportedScenario {
    Scenario scenario, baseline; ///< the baseline under the assumptions of the scenario
    std::string name, baselineName;
    std::string hash; ///< scenarioHash() of the two
};

struct DataTable {
    std::vector<ExportedScenario> scenarios;
    std::vector<std::size_t> series;   ///< places in Catalogue::series
    std::vector<ExportedSeries> parts; ///< all series of the first scenario, then of the next; none when it was cancelled
    bool isByYear = false;             ///< means of years, else quarters
    int firstYear = chokepoint::firstYear, lastYear = chokepoint::lastYear;
    std::size_t draws = 0; ///< behind the bands; 0 = no bands
    std::uint64_t seed = 1;
};

/// A scenario and what it is compared with, as they are to be run: the assumptions of the scenario hold in both.
struct ExportedPair {
    Scenario scenario, baseline;
};

struct DataRequest {
    std::vector<ExportedPair> pairs; ///< at least one
    std::vector<std::size_t> series; ///< places in Catalogue::series; empty = all that are no category
    bool isByYear = false;
    int firstYear = chokepoint::firstYear, lastYear = chokepoint::lastYear;
    std::size_t draws = 10'000; ///< 0 = no bands; else 64 to 100,000
    std::uint64_t seed = 1;
    RunControl work;
};

/// Runs what is asked for. The draws are those of the window, so that bands are the same to the last digit. Throws InputError as
/// Engine::check does, and for a category, years out of range and numbers of draws out of range.
DataTable dataTableOf(const Engine& engine, const Language& language, const DataRequest& request);

/// Who exports and when. The core has neither a version nor a clock.
struct ExportOrigin {
    std::string version; ///< of the program: "0.9.0"
    std::string day;     ///< "2026-11-29"
};

/// All that an export is made of; it must outlive the call. The same content gives the same bytes on every computer.
struct ExportContent {
    const Engine& engine;
    const Language& language;
    const DataTable& table;
    ExportOrigin origin;
};

/// A row for each scenario, series and period. Numbers are the shortest decimals that read back as the same double.
std::string dataCsv(const ExportContent& content);

/// What each column and each series of the table is: name, unit, kind, definition, who observed it.
std::string codebookCsv(const ExportContent& content);

/// The sources of the data book, those of the exported series first.
std::string sourcesCsv(const ExportContent& content);

/// The sheets Summary (with charts), Data, Codebook and Sources. Numbers are numbers, texts never formulas. Throws InputError when the
/// system has no room for the file while it is made.
std::string dataXlsx(const ExportContent& content);

/// The columns model, scenario, region, variable and unit and one for each year, as pyam reads them. A table by quarter is written by year
/// too: the caller asks for years. Ends of the band of 8 runs in 10 are variables of their own, "...|10.0th Percentile" and
/// "...|90.0th Percentile". Precondition: the table is by year.
std::string iamcCsv(const ExportContent& content);

/// A zip archive: README.md, data.csv, codebook.csv, sources.csv, equations.md, command.txt, CITATION.cff, LICENSE.txt and, for each
/// scenario, its file, that of its baseline and its share code. Throws InputError when the system has no room for it while it is made.
std::string exportBundle(const ExportContent& content);

/// The name of a series in the IAMC format: "Compute|Chinese effective compute".
std::string iamcVariable(const Catalogue& catalogue, std::size_t series);

/// The call of the command line that makes the table again from the files of a bundle: "chokepoint-cli export --format csv data.csv
/// --scenario scenario.toml --baseline baseline.toml". `place`: of the scenario in the table.
std::string commandForExport(const ExportContent& content, std::size_t place);

/// Scenarios that are compared, as CSV: a row for each outcome and package. `ids`: of the packages, the baseline last.
std::string comparisonCsv(const Catalogue& catalogue, const std::vector<std::string>& ids, const std::vector<ComparedColumn>& columns);

} // namespace chokepoint
