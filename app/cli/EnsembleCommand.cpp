// ensemble: quantiles over many draws of the parameters, as CSV.
#include "options/ScenarioOptions.h"
#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/InputError.h"
#include "api/NumberWords.h"
#include "cli/Analysis.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <chrono>
#include <memory>

namespace chokepoint::app {
namespace {

struct EnsembleOptions {
    ScenarioOptions scenario;
    EnsembleRequest request;
    std::string series, set, band = "runs", csv = "-", samples, at;
};

std::vector<std::size_t> chosenSeries(const Catalogue& catalogue, const std::string& list)
{
    if (!list.empty())
        return seriesNamed(catalogue, list);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < catalogue.series.size(); ++i)
        if (catalogue.series[i].kind != SeriesKind::Category)
            rows.push_back(i);
    return rows;
}

std::string ensembleCsv(const Catalogue& catalogue, const Ensemble& ensemble)
{
    std::string text = "series,quarter,mean,p025,p05,p10,p25,p50,p75,p90,p95,p975\n";
    for (std::size_t s = 0; s < ensemble.series.size(); ++s)
        for (int q = 0; q < quarterCount; ++q) {
            const auto& spread = ensemble.spreads[s][static_cast<std::size_t>(q)];
            text += catalogue.series[ensemble.series[s]].id + "," + Quarter{q}.text() + "," + words::roundTrip(spread.mean);
            for (const double quantile : spread.quantiles)
                text += "," + words::roundTrip(quantile);
            text += "\n";
        }
    return text;
}

/// A row for each draw.
std::string samplesText(const Catalogue& catalogue, const Ensemble& ensemble)
{
    std::string text = "draw";
    for (const auto row : ensemble.series)
        text += "," + catalogue.series[row].id;
    for (std::size_t draw = 0; draw < ensemble.samples.front().size(); ++draw) {
        text += "\n" + std::to_string(draw);
        for (const auto& sample : ensemble.samples)
            text += "," + words::roundTrip(sample[draw]);
    }
    return text + "\n";
}

/// What the options of `ensemble` ask for. Throws InputError.
void readEnsembleRequest(const Engine& engine, EnsembleOptions& options)
{
    options.request.series = chosenSeries(engine.catalogue(), options.series);
    if (!options.set.empty()) {
        options.request.set = instructionSetOf(options.set);
        if (!options.request.set)
            throw InputError(Refusal("unknown_instruction_set", {{"name", options.set}}, {.option = "--isa " + options.set}));
    }
    options.request.band = options.band == "level" ? Band::Level : Band::Runs;
    if (options.samples.empty() != options.at.empty())
        throw InputError(Refusal("samples_without_quarter", {.option = options.at.empty() ? "--samples" : "--at"}));
    if (!options.samples.empty())
        refuseSameTarget("--samples", options.samples, "--csv", options.csv);
    if (!options.at.empty())
        options.request.samplesAt = quarterFrom(options.at, "--at");
}

void runEnsemble(const Engine& engine, EnsembleOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    readEnsembleRequest(engine, options);
    options.request.clock = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
    const auto ensemble = ensembleOf(engine, scenario, options.request);
    writeOutput(options.csv, ensembleCsv(engine.catalogue(), ensemble), "--csv");
    if (!options.samples.empty())
        writeOutput(options.samples, samplesText(engine.catalogue(), ensemble), "--samples");
    const Json report{{"draws", options.request.draws},
                      {"threads", options.request.threads},
                      {"band", options.band},
                      {"isa", std::string(nameOf(ensemble.set))},
                      {"sample_ms", ensemble.sampleSeconds * 1e3},
                      {"simulate_ms", ensemble.simulateSeconds * 1e3},
                      {"quantile_ms", ensemble.quantileSeconds * 1e3}};
    tellError(report.line() + "\n");
}

Action declareEnsemble(Options& command)
{
    auto options = std::make_shared<EnsembleOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--draws", options->request.draws, "Number of draws (10000)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    command.add("--isa", options->set, "Instruction set: baseline, v3 or v4 (the widest), with the same result for each")
        .valueName("SET");
    command.add("--band", options->band, "What the quantiles hold: runs, or level for runs and what the model misses (runs)")
        .valueName("BAND")
        .oneOf({"runs", "level"});
    command.add("--series", options->series, "Ids of series, with commas (all)").valueName("ID,...");
    command.add("--csv", options->csv, "File to write (standard output)").valueName("FILE");
    command.add("--samples", options->samples, "File for the single draws in one quarter, a row each").valueName("FILE");
    command.add("--at", options->at, "The quarter of --samples").valueName("QUARTER");
    return [options](const EngineSource& engine) { runEnsemble(engine(), *options); };
}

} // namespace

Command ensembleCommand()
{
    return {"ensemble", "Run a scenario many times over the uncertain inputs, and write quantiles as CSV", declareEnsemble};
}

} // namespace chokepoint::app
