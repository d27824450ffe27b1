// prim: in which box of parameters an answer meets a bound.
#include "cli/Analysis.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"
#include "api/WhyWords.h"
#include "api/Words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace chokepoint::app {
namespace {

using Json = nlohmann::ordered_json;

struct PrimOptions {
    QuestionOptions question;
    BoundOptions bound;
    DiscoveryRequest request;
    std::string csv;
    bool json = false;
};

Json asJson(const Catalogue& catalogue, const Question& question, const Discovery& discovery)
{
    Json boxes = Json::array();
    for (const auto& box : discovery.boxes) {
        Json limits = Json::array();
        for (const auto& limit : box.limits) {
            Json entry{{"parameter", catalogue.parameters[limit.parameter].id}, {"density_without", limit.densityWithout}, {"central", limit.central}, {"holds_central", limit.holdsCentral}};
            if (limit.low)
                entry["low"] = *limit.low;
            if (limit.high)
                entry["high"] = *limit.high;
            limits.push_back(entry);
        }
        boxes.push_back({{"coverage", box.coverage}, {"density", box.density}, {"mass", box.mass}, {"limits", limits}});
    }
    return {{"share", discovery.share}, {"central", discovery.central}, {"unit", unitOf(catalogue, question)}, {"suggested", discovery.suggested}, {"boxes", boxes}};
}

std::string csvText(const Catalogue& catalogue, const Discovery& discovery)
{
    std::string text = "box,coverage,density,mass,parameter,low,high,density_without\n";
    for (std::size_t b = 0; b < discovery.boxes.size(); ++b) {
        const auto& box = discovery.boxes[b];
        for (const auto& limit : box.limits)
            text += std::to_string(b) + "," + words::roundTrip(box.coverage) + "," + words::roundTrip(box.density) + "," + words::roundTrip(box.mass) + ","
                  + catalogue.parameters[limit.parameter].id + "," + (limit.low ? words::roundTrip(*limit.low) : "") + ","
                  + (limit.high ? words::roundTrip(*limit.high) : "") + "," + words::roundTrip(limit.densityWithout) + "\n";
    }
    return text;
}

void run(const Engine& engine, PrimOptions& options)
{
    const auto& catalogue = engine.catalogue();
    options.request.question = chosenQuestion(engine, options.question);
    options.request.bound = chosenBound(options.bound);
    watchOnTerminal(options.request.work);
    const auto discovery = engine.discover(options.request);
    if (options.json) {
        std::cout << asJson(catalogue, options.request.question, discovery).dump(2) << "\n";
        return;
    }
    if (!options.csv.empty()) {
        writeOutput(options.csv, csvText(catalogue, discovery));
        return;
    }
    std::cout << "The bound holds " << words::shareOfDraws(discovery.share) << ". Central: "
              << words::answerNumber(catalogue, options.request.question, discovery.central) << ".\n";
    if (discovery.share > 0 && discovery.share < 1)
        std::cout << "What has to be true:\n" << words::boxText(catalogue, discovery.boxes[discovery.suggested]);
}

} // namespace

void addPrimCommand(CLI::App& cli, const EngineSource& engine)
{
    auto* command = cli.add_subcommand("prim", "Find what has to be true for an answer to meet a bound (scenario discovery)");
    auto options = std::make_shared<PrimOptions>();
    addQuestionOptions(*command, options->question);
    addBoundOptions(*command, options->bound);
    command->add_option("--draws", options->request.draws, "Number of draws (4096)")->type_name("N");
    command->add_option("--seed", options->request.seed, "Seed of the draws (1)")->type_name("S");
    command->add_option("--threads", options->request.work.threads, "Threads (0 = all); the result does not depend on it")->type_name("T");
    auto* json = command->add_flag("--json", options->json, "Write JSON with all boxes");
    command->add_option("--csv", options->csv, "Write all boxes to a file, or to standard output with -")->type_name("FILE")->excludes(json);
    command->callback([engine, options] { run(engine(), *options); });
}

} // namespace chokepoint::app
