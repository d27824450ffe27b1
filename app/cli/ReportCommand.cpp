// report: all series of all presets in one file, and the differences from such a file of another version of the program.
#include "cli/Commands.h"
#include "api/Catalogue.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Projection.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <sstream>

namespace chokepoint::app {
namespace {

using Key = std::pair<std::string, std::string>;          ///< preset, series
using Report = std::map<Key, std::vector<std::pair<std::string, double>>>; ///< values by quarter, in order of time

const std::string head = "preset,series,quarter,value";

Report reportOf(const Engine& engine)
{
    Report report;
    const auto& catalogue = engine.catalogue();
    for (const auto& preset : catalogue.presets) {
        const auto run = engine.project(preset);
        for (std::size_t s = 0; s < catalogue.series.size(); ++s)
            for (int q = 0; q < quarterCount; ++q)
                report[{preset.id, catalogue.series[s].id}].emplace_back(Quarter{q}.text(), run.at(s, Quarter{q}));
    }
    return report;
}

std::string reportCsv(const Report& report)
{
    std::string text = head + "\n";
    for (const auto& [key, values] : report)
        for (const auto& [quarter, value] : values)
            text += key.first + "," + key.second + "," + quarter + "," + words::roundTrip(value) + "\n";
    return text;
}

/// The number of a row, or nothing for a row that is malformed. `row`: without its line end.
std::optional<double> readRow(const std::string& row, std::string& preset, std::string& series, std::string& quarter)
{
    std::istringstream fields(row);
    std::string text;
    double value = 0;
    const bool isWhole = std::getline(fields, preset, ',') && std::getline(fields, series, ',') && std::getline(fields, quarter, ',')
                      && std::getline(fields, text);
    const auto end = text.data() + text.size();
    if (!isWhole || std::from_chars(text.data(), end, value) != std::from_chars_result{end, std::errc()} || !std::isfinite(value)
        || !Quarter::parse(quarter))
        return std::nullopt;
    return value;
}

Report readReport(const std::string& file)
{
    constexpr std::uintmax_t mostBytes = 64u << 20;
    std::istringstream lines(readTextFile(file, mostBytes));
    std::string line;
    const auto next = [&] {
        if (!std::getline(lines, line))
            return false;
        if (line.ends_with('\r')) // a spreadsheet has saved it
            line.pop_back();
        return true;
    };
    if (!next() || line != head)
        throw InputError(Refusal("no_report", {{"head", head}}, {.file = file, .line = 1}));
    Report report;
    for (std::size_t number = 2; next(); ++number) {
        std::string preset, series, quarter;
        const auto value = readRow(line, preset, series, quarter);
        if (!value)
            throw InputError(Refusal("report_row", {.file = file, .line = number}));
        report[{preset, series}].emplace_back(quarter, *value);
    }
    return report;
}

/// How one series of one preset differs between two versions.
struct Difference {
    Key key;
    std::string only;    ///< "here" or "there" when the other version lacks the series or quarters
    std::size_t quarters = 0;
    std::string worst;   ///< quarter of the largest difference
    double before = 0, now = 0;
    double size = 0;     ///< largest difference as a part of the largest value of the series
};

std::vector<Difference> differences(const Report& before, const Report& now)
{
    std::vector<Difference> list;
    for (const auto& [key, values] : now) {
        const auto other = before.find(key);
        constexpr auto quarter = &std::pair<std::string, double>::first;
        if (other == before.end() || !std::ranges::equal(other->second, values, {}, quarter, quarter)) {
            list.push_back({.key = key, .only = "here", .worst = {}});
            continue;
        }
        Difference difference{.key = key, .only = {}, .worst = {}};
        double level = 0, largest = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double old = other->second[i].second, value = values[i].second, off = std::fabs(value - old);
            level = std::max({level, std::fabs(old), std::fabs(value)});
            if (off == 0)
                continue;
            ++difference.quarters;
            if (off > largest) {
                largest = off;
                difference.worst = values[i].first;
                difference.before = old;
                difference.now = value;
            }
        }
        difference.size = level == 0 ? 0 : largest / level;
        if (difference.quarters > 0)
            list.push_back(difference);
    }
    for (const auto& [key, values] : before)
        if (!now.contains(key))
            list.push_back({.key = key, .only = "there", .worst = {}});
    std::ranges::stable_sort(list, std::greater{}, [](const Difference& d) { return std::pair(!d.only.empty(), d.size); });
    return list;
}

Message reportLine(const Difference& d)
{
    if (d.only == "here")
        return Message("report.only_here", {{"preset", d.key.first}, {"series", d.key.second}});
    if (d.only == "there")
        return Message("report.only_there", {{"preset", d.key.first}, {"series", d.key.second}});
    const auto size = d.size < 1e-9 ? Message("report.tiny") : Message("report.part", {{"part", words::roundTrip(d.size * 100)}});
    return Message("report.differs", {{"preset", d.key.first},
                                      {"series", d.key.second},
                                      {"quarters", d.quarters},
                                      {"worst", d.worst},
                                      {"before", words::roundTrip(d.before)},
                                      {"now", words::roundTrip(d.now)},
                                      {"size", size}});
}

void printReport(const std::vector<Difference>& list, std::size_t all, const std::string& file, const Language& language)
{
    std::string text = language.text(Message("report.heading", {{"differing", list.size()}, {"all", all}, {"file", file}})) + "\n";
    for (const auto& difference : list)
        text += "  " + language.text(reportLine(difference)) + "\n";
    tell(text);
}

void printReportJson(const std::vector<Difference>& list, std::size_t all)
{
    Json rows = Json::array();
    for (const auto& d : list)
        rows.add({{"preset", d.key.first}, {"series", d.key.second}, {"only", d.only}, {"quarters", d.quarters}, {"worst_quarter", d.worst},
                        {"before", d.before}, {"now", d.now}, {"size", d.size}});
    writeOutput(Json{{"compared", all}, {"differences", rows}}.text());
}

struct ReportOptions {
    std::string csv, against;
    bool json = false;
};

void runReport(const Engine& engine, const Language& language, const ReportOptions& options)
{
    const auto report = reportOf(engine);
    const auto before = options.against.empty() ? Report() : readReport(options.against);
    if (!options.csv.empty())
        writeOutput(options.csv, reportCsv(report), "--csv");
    if (options.against.empty())
        return;
    const auto list = differences(before, report);
    if (options.json)
        printReportJson(list, report.size());
    else
        printReport(list, report.size(), options.against, language);
}

Action declareReport(Options& command)
{
    auto options = std::make_shared<ReportOptions>();
    command.add("--csv", options->csv, "File to write, - for standard output").valueName("FILE");
    command.add("--against", options->against, "File of another version to compare with").valueName("FILE");
    command.addFlag("--json", options->json, "Write the differences as JSON");
    command.requireAny();
    return [options](const EngineSource& engine) { runReport(engine(), engine.language(), *options); };
}

} // namespace

Command reportCommand()
{
    return {"report", "Write all series of all ready-made packages, or compare them with such a file from another version", declareReport};
}

} // namespace chokepoint::app
