// export: results with their bands as CSV, as a spreadsheet, in the IAMC format, or as a bundle with all that belongs to it.
#include "options/ScenarioOptions.h"
#include "api/Catalogue.h"
#include "api/DataExport.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "cli/Analysis.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"

#include <array>
#include <charconv>
#include <chrono>
#include <memory>

namespace chokepoint::app {
namespace {

struct ExportOptions {
    ScenarioOptions scenario;
    std::string format, file, baseline, series, years, by, date;
    DataRequest request;
};

struct Format {
    const char* name;
    std::string (*write)(const ExportContent& content);
};
constexpr std::array<Format, 4> formats{{{"csv", dataCsv}, {"xlsx", dataXlsx}, {"iamc", iamcCsv}, {"bundle", exportBundle}}};

/// "2026-11-29", of today unless the call names another day, so that a file can be made again byte by byte.
std::string dayOf(const std::string& date)
{
    using namespace std::chrono;
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const year_month_day today(floor<days>(system_clock::now()));
    if (date.empty())
        return std::to_string(static_cast<int>(today.year())) + "-" + two(static_cast<unsigned>(today.month())) + "-"
             + two(static_cast<unsigned>(today.day()));
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        const auto *begin = date.data() + from, *end = begin + count;
        return std::from_chars(begin, end, value) == std::from_chars_result{end, std::errc()} ? value : -1;
    };
    const bool hasForm = date.size() == 10 && date[4] == '-' && date[7] == '-';
    if (!hasForm || number(0, 4) < 1980
        || !year_month_day(year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))), day(static_cast<unsigned>(number(8, 2)))).ok())
        throw InputError(Refusal("not_a_day", {{"text", date}}, {.option = "--date " + date}));
    return date;
}

/// "2024-2030", or one year.
void readYears(const std::string& text, DataRequest& request)
{
    const auto bar = text.find('-');
    const auto number = [&](const std::string& part) {
        int year = 0;
        if (std::from_chars(part.data(), part.data() + part.size(), year) != std::from_chars_result{part.data() + part.size(), std::errc()})
            throw InputError(Refusal("not_years", {{"text", text}}, {.option = "--years " + text}));
        return year;
    };
    request.firstYear = number(text.substr(0, bar));
    request.lastYear = bar == std::string::npos ? request.firstYear : number(text.substr(bar + 1));
}

/// The preset that the scenario names, or what the call compares with; it follows the start of the scenario.
Scenario baselineOf(const Engine& engine, const Scenario& scenario, const std::string& name)
{
    if (name.ends_with(".toml"))
        return startingAt(readScenarioNamed(engine, name), scenario.start);
    return startingAt(engine.preset(name.empty() ? scenario.baseline : name), scenario.start);
}

void runExport(const Engine& engine, const Language& language, ExportOptions& options)
{
    const ExportOrigin origin{CHOKEPOINT_VERSION, dayOf(options.date)};
    for (const auto& [option, source] : {std::pair("--scenario", &options.scenario.file), std::pair("--baseline", &options.baseline)})
        if (!source->empty() && options.file != "-")
            refuseSameTarget("FILE", options.file, option, *source);
    const auto scenario = chosenScenario(engine, options.scenario);
    auto& request = options.request;
    request.pairs = {{scenario, baselineOf(engine, scenario, options.baseline)}};
    if (!options.series.empty())
        request.series = seriesNamed(engine.catalogue(), options.series);
    if (!options.years.empty())
        readYears(options.years, request);
    if (options.format == "iamc" && options.by == "quarter")
        throw InputError(Refusal("iamc_by_quarter", {.option = "--by quarter"}));
    request.isByYear = options.by == "year" || options.format == "iamc";
    watchOnTerminal(request.work);
    const auto table = dataTableOf(engine, language, request);
    for (const auto& format : formats)
        if (options.format == format.name)
            writeOutput(options.file, format.write({engine, language, table, origin}), "FILE");
}

Action declareExport(Options& command)
{
    auto options = std::make_shared<ExportOptions>();
    command.add("--format", options->format, "csv, xlsx, iamc (a table by year), or bundle (a zip archive with all that belongs to it)")
        .oneOf({"csv", "xlsx", "iamc", "bundle"})
        .required();
    command.add("file", options->file, "File to write, - for standard output").valueName("FILE").required();
    addScenarioOptions(command, options->scenario);
    command.add("--baseline", options->baseline, "Ready-made package or scenario file (.toml) to compare with").valueName("NAME");
    command.add("--series", options->series, "Ids of series, with commas (all)").valueName("ID,...");
    command.add("--years", options->years, "The first and the last year, such as 2024-2030 (all)").valueName("YEARS");
    command.add("--by", options->by, "quarter, or year for the mean of each year (quarter)").oneOf({"quarter", "year"});
    command.add("--draws", options->request.draws, "Number of draws behind the bands, 0 for none (10000)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    command.add("--date", options->date, "The day that the file names (today)").valueName("DAY");
    return [options](const EngineSource& engine) { runExport(engine(), engine.language(), *options); };
}

} // namespace

Command exportCommand() { return {"export", "Write results with their bands as CSV, XLSX, an IAMC table or a bundle", declareExport}; }

} // namespace chokepoint::app
