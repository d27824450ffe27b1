// prim: in which box of parameters an answer meets a bound.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/ClaimWords.h"
#include "api/Discovery.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "cli/Commands.h"
#include "options/Terminal.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct PrimOptions {
    QuestionOptions question;
    BoundOptions bound;
    DiscoveryRequest request;
    std::string csv;
    bool json = false;
};

Json primJson(const Catalogue& catalogue, const Question& question, const Discovery& discovery)
{
    Json boxes = Json::array();
    for (const auto& box : discovery.boxes) {
        Json limits = Json::array();
        for (const auto& limit : box.limits) {
            Json entry{{"parameter", catalogue.parameters[limit.parameter].id}, {"density_without", limit.densityWithout},
                       {"central", limit.central}, {"holds_central", limit.holdsCentral}};
            if (limit.low)
                entry.set("low", *limit.low);
            if (limit.high)
                entry.set("high", *limit.high);
            limits.add(entry);
        }
        boxes.add({{"coverage", box.coverage}, {"density", box.density}, {"mass", box.mass}, {"limits", limits}});
    }
    return {{"share", discovery.share}, {"central", discovery.central}, {"unit", unitOf(catalogue, question)},
            {"unanswered", discovery.unanswered}, {"suggested", discovery.suggested}, {"boxes", boxes}};
}

std::string primCsv(const Catalogue& catalogue, const Discovery& discovery)
{
    std::string text = "box,coverage,density,mass,parameter,low,high,density_without\n";
    for (std::size_t b = 0; b < discovery.boxes.size(); ++b) {
        const auto& box = discovery.boxes[b];
        for (const auto& limit : box.limits)
            text += std::to_string(b) + "," + words::roundTrip(box.coverage) + "," + words::roundTrip(box.density) + ","
                  + words::roundTrip(box.mass) + "," + catalogue.parameters[limit.parameter].id + ","
                  + (limit.low ? words::roundTrip(*limit.low) : "") + "," + (limit.high ? words::roundTrip(*limit.high) : "")
                  + "," + words::roundTrip(limit.densityWithout) + "\n";
    }
    return text;
}

void runPrim(const Engine& engine, const Language& language, PrimOptions& options)
{
    const auto& catalogue = engine.catalogue();
    options.request.question = chosenQuestion(engine, options.question);
    options.request.bound = chosenBound(options.bound);
    watchOnTerminal(options.request.work);
    const auto discovery = discover(engine, options.request);
    if (options.json) {
        writeOutput(primJson(catalogue, options.request.question, discovery).text());
        return;
    }
    if (!options.csv.empty()) {
        writeOutput(options.csv, primCsv(catalogue, discovery), "--csv");
        return;
    }
    tell(questionText(engine, language, options.request.question));
    if (discovery.unanswered < discovery.answers.size())
        tell(language.text(Message("box.bound", {{"share", words::shareOfDraws(discovery.share)},
                                                 {"central", words::answerNumber(catalogue, options.request.question, discovery.central)}}))
             + "\n");
    tell(unansweredText(language, discovery));
    if (discovery.share > 0 && discovery.share < 1)
        tell(language.text(Message("box.heading")) + "\n" + words::boxText(catalogue, discovery.boxes[discovery.suggested], language));
}

Action declarePrim(Options& command)
{
    auto options = std::make_shared<PrimOptions>();
    addQuestionOptions(command, options->question);
    addBoundOptions(command, options->bound);
    command.add("--draws", options->request.draws, "Number of draws (4096)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto json = command.addFlag("--json", options->json, "Write JSON with all boxes");
    command.add("--csv", options->csv, "Write all boxes to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { runPrim(engine(), engine.language(), *options); };
}

} // namespace

Command primCommand() { return {"prim", "Find the input ranges in which a limit is met (scenario discovery)", declarePrim}; }

} // namespace chokepoint::app
