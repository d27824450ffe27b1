// slopes: how much a series moves with every parameter and lever.
#include "options/ScenarioOptions.h"
#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Slopes.h"
#include "api/UnitWords.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <sstream>

namespace chokepoint::app {
namespace {

struct SlopesOptions {
    ScenarioOptions scenario;
    std::string series = "compute.china_effective", at = "2030Q4", csv;
    int threads = 0;
    bool json = false;
};

std::string slopeKind(const Slope& slope)
{
    return slope.kind == Slope::Kind::Smooth ? "smooth" : slope.kind == Slope::Kind::Kink ? "kink" : "jump";
}

/// A number of JSON, or null for what is not finite.
Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(); }
std::string text(double value) { return std::isfinite(value) ? words::roundTrip(value) : ""; }

struct Words {
    std::string id, unit, description;
};

Words wordsOf(const Catalogue& catalogue, const SlopeInput& input)
{
    if (input.kind == SlopeInput::Kind::Lever) {
        const auto& l = catalogue.levers[input.place];
        return {l.id, l.unit.id, l.description};
    }
    const auto& p = catalogue.parameters[input.place];
    return {p.id, p.unit.id, p.description};
}

const char* slopeKind(const SlopeInput& input) { return input.kind == SlopeInput::Kind::Lever ? "lever" : "parameter"; }

/// What the series does, to first order, over the range of a parameter; for what has no range, for one per cent of its value.
double weightOf(const SlopeInput& input, const Slope& slope)
{
    const double span = input.high > input.low ? input.high - input.low : 0.01 * std::fabs(input.value);
    const double steepest = std::max(std::fabs(slope.above), std::fabs(slope.below));
    return std::isfinite(steepest) ? steepest * span : 0;
}

std::string slopesCsv(const Catalogue& catalogue, const Slopes& slopes, const std::string& series)
{
    std::string out = "kind,input,unit,value,series,quarter,slope_above,slope_below,what,kink_above,kink_below\n";
    for (std::size_t i = 0; i < slopes.inputs.size(); ++i) {
        const auto& input = slopes.inputs[i];
        const auto about = wordsOf(catalogue, input);
        for (int q = 0; q < quarterCount; ++q) {
            const auto slope = slopes.at(0, Quarter{q}, i);
            out += std::string(slopeKind(input)) + "," + about.id + "," + about.unit + "," + words::roundTrip(input.value) + "," + series
                 + "," + Quarter{q}.text() + "," + text(slope.above) + "," + text(slope.below) + "," + slopeKind(slope) + ","
                 + text(input.kinkAbove) + "," + text(input.kinkBelow) + "\n";
        }
    }
    return out;
}

Json slopesJson(const Catalogue& catalogue, const Slopes& slopes, const Series& series, Quarter at)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < slopes.inputs.size(); ++i) {
        const auto& input = slopes.inputs[i];
        const auto about = wordsOf(catalogue, input);
        const auto slope = slopes.at(0, at, i);
        list.add({{"kind", slopeKind(input)}, {"input", about.id}, {"unit", about.unit}, {"description", about.description},
                        {"value", input.value}, {"low", input.low}, {"high", input.high}, {"slope_above", finite(slope.above)},
                        {"slope_below", finite(slope.below)}, {"what", slopeKind(slope)}, {"kink_above", finite(input.kinkAbove)},
                        {"kink_below", finite(input.kinkBelow)}});
    }
    return {{"series", series.id}, {"at", at.text()}, {"unit", series.unit.id}, {"slopes", list}};
}

void printSlopes(const Catalogue& catalogue, const Slopes& slopes, const Series& series, Quarter at, const Language& language)
{
    std::ostringstream out;
    constexpr std::size_t shown = 25;
    std::vector<std::size_t> order(slopes.inputs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> weights;
    for (std::size_t i = 0; i < order.size(); ++i)
        weights.push_back(weightOf(slopes.inputs[i], slopes.at(0, at, i)));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    const auto display = words::displayUnit(series);
    out << language.text(Message("slopes.heading", {{"series", series.name}, {"at", at}, {"inputs", shown}, {"unit", display.name()}}))
        << "\n\n";
    for (std::size_t k = 0; k < shown; ++k) {
        const auto i = order[k];
        if (weights[i] == 0)
            break;
        const auto slope = slopes.at(0, at, i);
        const auto about = wordsOf(catalogue, slopes.inputs[i]);
        const double sign = (std::isfinite(slope.above) ? slope.above : slope.below) < 0 ? -1 : 1;
        out << language.text(words::number(sign * weights[i] * display.scale)) << "  ";
        if (slope.kind == Slope::Kind::Kink) {
            const auto side = std::fabs(slope.below) < std::fabs(slope.above) ? "below" : "above";
            out << language.text(Message("slopes.kink", {{"input", about.description}, {"side", side}})) << "\n";
        } else {
            out << about.description << "\n";
        }
    }
    std::size_t jumps = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        jumps += slopes.at(0, at, i).kind == Slope::Kind::Jump;
    if (jumps > 0)
        out << "\n" << language.text(Message("slopes.jumps", {{"inputs", jumps}})) << "\n";
    tell(out.str());
}

void runSlopes(const Engine& engine, const Language& language, const SlopesOptions& options)
{
    if (constexpr int mostThreads = 256; options.threads > mostThreads)
        throw InputError(Refusal("threads_out_of_range", {.option = "--threads " + std::to_string(options.threads)}));
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto& catalogue = engine.catalogue();
    const auto row = requireSeries(catalogue, options.series);
    const auto at = quarterFrom(options.at, "--at");
    const auto slopes = slopesOf(engine, scenario, {row}, options.threads);
    if (options.json)
        writeOutput(slopesJson(catalogue, slopes, catalogue.series[row], at).text());
    else if (!options.csv.empty())
        writeOutput(options.csv, slopesCsv(catalogue, slopes, options.series), "--csv");
    else
        printSlopes(catalogue, slopes, catalogue.series[row], at, language);
}

Action declareSlopes(Options& command)
{
    auto options = std::make_shared<SlopesOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--series", options->series, "Id of the series (compute.china_effective)").valueName("ID");
    command.add("--at", options->at, "Quarter of the list and of --json (2030Q4)").valueName("QUARTER");
    command.add("--threads", options->threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto csv = command.add("--csv", options->csv, "Write every quarter to a file, or to standard output with -").valueName("FILE");
    command.addFlag("--json", options->json, "Write JSON").excludes(csv);
    return [options](const EngineSource& engine) { runSlopes(engine(), engine.language(), *options); };
}

} // namespace

Command slopesCommand() { return {"slopes", "List the slopes of a series with respect to every parameter and lever", declareSlopes}; }

} // namespace chokepoint::app
