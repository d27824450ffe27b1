// Answers claims.
#include "api/Attribution.h"
#include "api/Claims.h"
#include "api/SeriesDraws.h"
#include "draws/ParameterSampler.h"
#include "model/Parameters.h"
#include "run/Case.h"
#include "why/Answered.h"
#include "why/Deciding.h"

namespace chokepoint {
namespace {

/// The inputs whose values explain how the answers vary.
std::vector<DecidingInput> inputsOf(const facts::DataBook& book, const run::ParameterValues<double>& parameters, const Scenario& scenario,
                                    const Discovery& discovery, const ClaimRequest& request)
{
    const auto fixed = scenario::heldRows(book, scenario);
    const draws::ParameterSampler sampler(book, request.seed, scenario::ownRanges(scenario));
    const auto draws = sampler.draws(0, request.draws, parameters, fixed);
    std::vector<std::vector<double>> columns;
    for (const auto place : discovery.acting) { // others may only follow one that acts
        const auto row = model::indexOf(model::parameterTable, book.catalogue.parameters[place].id);
        auto& column = columns.emplace_back(draws.size());
        for (std::size_t i = 0; i < draws.size(); ++i)
            column[i] = draws[i][row];
    }
    const auto places = why::answered(discovery.answers);
    for (auto& column : columns)
        column = why::pickedFrom(column, places);
    return why::decidingInputs(discovery.acting, columns, why::pickedFrom(discovery.answers, places));
}

} // namespace

Verdict verdictOf(double share)
{
    const int runs = wholePercent(share);
    return runs >= 90 ? Verdict::Holds
         : runs >= 67 ? Verdict::MostlyHolds
         : runs >= 33 ? Verdict::Open
         : runs >= 10 ? Verdict::MostlyFails
                      : Verdict::Fails;
}

std::optional<DecidingInput> oneJudgmentOf(const Catalogue& catalogue, const ClaimPartAnswer& answer)
{
    for (const auto& input : answer.inputs)
        if (input.explained >= 0.5 && isWeak(catalogue.parameters[input.parameter].grade))
            return input;
    return std::nullopt;
}

const std::vector<Claim>& claimsOf(const Engine& engine) { return engine.impl().claims; }

ClaimAnswer answerClaim(const Engine& engine, const Claim& claim, const ClaimRequest& request)
{
    ClaimAnswer result;
    for (const auto& part : claim.parts) {
        const auto& question = part.question;
        ClaimPartAnswer answer;
        answer.discovery = discover(engine, {question, part.bound, request.draws, request.seed, request.work});
        if (!answer.discovery.isComplete)
            return result;
        answer.share = answer.discovery.share;
        answer.central = answer.discovery.central;
        answer.isSettled = answer.share == 0 || answer.share == 1;
        if (const auto values = why::pickedFrom(answer.discovery.answers, why::answered(answer.discovery.answers)); !values.empty()) {
            answer.oneSign = question.contrast == Contrast::Value ? OneSign::No : why::oneSignOf(values);
            const auto middle = why::eightInTen(values);
            answer.low = middle.low;
            answer.middle = middle.middle;
            answer.high = middle.high;
        }

        AttributionRequest shares;
        shares.series = {question.series};
        shares.seed = request.seed;
        shares.work = request.work;
        const auto attribution = attribute(engine, question.scenario, question.baseline, shares);
        if (!attribution.isComplete)
            return result;
        answer.measures = why::decidingMeasures(attribution, question.at);

        if (request.draws >= drawsToWeighInputs)
            answer.inputs = inputsOf(engine.impl().book, run::caseOf(engine.impl(), question.scenario).input.parameters, question.scenario,
                                     answer.discovery, request);
        result.parts.push_back(std::move(answer));
    }
    result.isComplete = true;
    return result;
}

} // namespace chokepoint
