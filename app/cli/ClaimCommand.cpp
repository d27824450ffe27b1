// claim: puts a shipped claim to the equations, or lists the claims.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/ClaimWords.h"
#include "api/Claims.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <memory>
#include <set>

namespace chokepoint::app {
namespace {

struct ClaimOptions {
    std::string claim;
    ClaimRequest request;
    bool json = false;
};

Json claimJson(const Catalogue& catalogue, const Claim& claim, const ClaimAnswer& answer)
{
    Json parts = Json::array();
    for (std::size_t i = 0; i < answer.parts.size(); ++i) {
        const auto& a = answer.parts[i];
        Json measures = Json::array(), inputs = Json::array();
        for (const auto& m : a.measures)
            measures.add({{"measure", catalogue.measures[m.measure].id}, {"share", m.share}});
        for (const auto& input : a.inputs)
            inputs.add({{"parameter", catalogue.parameters[input.parameter].id},
                        {"grade", letterOf(catalogue.parameters[input.parameter].grade)},
                        {"explained", input.explained}});
        const char* sign = a.oneSign == OneSign::No             ? "open"
                         : a.oneSign == OneSign::NeverBelowZero ? "never below zero"
                                                                : "never above zero";
        parts.add({{"words", claim.parts[i].words},
                   {"share", a.share},
                   {"central", a.central},
                   {"p10", a.low},
                   {"p50", a.middle},
                   {"p90", a.high},
                   {"unit", unitOf(catalogue, claim.parts[i].question)},
                   {"sign", sign},
                   {"measures", measures},
                   {"inputs", inputs}});
    }
    return {{"claim", claim.id}, {"statement", claim.statement}, {"parts", parts}, {"leaves_out", claim.leavesOut}};
}

/// What binds domestic output in the scenario and the baseline of each part, by quarter.
void printBinding(const Engine& engine, const Claim& claim, const Language& language)
{
    std::set<std::string> told;
    for (const auto& part : claim.parts)
        for (const auto* side : {&part.question.scenario, &part.question.baseline}) {
            const auto text = words::bindingText(engine.catalogue(), engine.project(*side), language);
            const auto title = language.text(side->changes.empty() ? MessageValue(Message("claim.present"))
                                                                   : words::settings(engine.catalogue(), side->changes));
            if (told.insert(title).second)
                tell("\n" + language.text(Message("binding.of", {{"package", title}})) + "\n" + text);
        }
}

void printClaim(const Engine& engine, const Language& language, const Claim& claim, const ClaimAnswer& answer)
{
    tell(language.text(Message("claim.heading", {{"statement", claim.statement}, {"reading", claim.reading}})) + "\n\n"
         + language.text(words::claimVerdict(claim, answer)) + "\n");
    for (std::size_t i = 0; i < answer.parts.size(); ++i)
        tell("\n" + words::claimPartText(engine.catalogue(), claim.parts[i], answer.parts[i], language)
             + unansweredText(language, answer.parts[i].discovery));
    if (claim.showsBinding)
        printBinding(engine, claim, language);
    tell("\n" + language.text(Message("claim.leaves_out", {{"what", claim.leavesOut}})) + "\n");
}

void runClaim(const Engine& engine, const Language& language, ClaimOptions& options)
{
    const auto& claims = claimsOf(engine);
    if (options.claim.empty()) {
        Json list = Json::array();
        for (const auto& claim : claims) {
            list.add({{"claim", claim.id}, {"statement", claim.statement}});
            if (!options.json)
                tell(claim.id + "  " + claim.statement + "\n");
        }
        if (options.json)
            writeOutput(list.text());
        return;
    }
    const auto claim = std::ranges::find(claims, options.claim, &Claim::id);
    if (claim == claims.end())
        throw InputError(Refusal("unknown_claim", {{"id", options.claim}}, {.option = "claim " + options.claim}));
    watchOnTerminal(options.request.work);
    const auto answer = answerClaim(engine, *claim, options.request);
    if (options.json)
        writeOutput(claimJson(engine.catalogue(), *claim, answer).text());
    else
        printClaim(engine, language, *claim, answer);
}

Action declareClaim(Options& command)
{
    auto options = std::make_shared<ClaimOptions>();
    command.add("name", options->claim, "Id of a claim");
    command.add("--draws", options->request.draws, "Number of draws (2000)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    command.addFlag("--json", options->json, "Write JSON");
    return [options](const EngineSource& engine) { runClaim(engine(), engine.language(), *options); };
}

} // namespace

Command claimCommand() { return {"claim", "Test a claim of the debate, or list the claims when none is named", declareClaim}; }

} // namespace chokepoint::app
