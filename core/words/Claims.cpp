// The words of claims.
#include "words/Units.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/ClaimWords.h"
#include "api/Claims.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::words {
namespace {

constexpr std::size_t mostNamed = 5;

std::string inputsText(const Catalogue& catalogue, const ClaimPartAnswer& answer, const Language& language)
{
    if (answer.discovery.answers.size() < drawsToWeighInputs)
        return language.text(Message("claim.too_few_draws", {{"draws", drawsToWeighInputs}})) + "\n";
    std::string weak;
    std::size_t named = 0;
    double explained = 0;
    for (const auto& input : answer.inputs) {
        const auto& parameter = catalogue.parameters[input.parameter];
        if (!isWeak(parameter.grade))
            continue;
        explained += input.explained;
        if (named++ < mostNamed)
            weak += "  "
                  + language.text(
                      Message("claim.input",
                              {{"input", parameter.description}, {"part", percent(input.explained)}, {"grade", letterOf(parameter.grade)}}))
                  + "\n";
    }
    if (weak.empty())
        return language.text(Message("claim.no_input")) + "\n";
    return language.text(Message("claim.inputs", {{"part", percent(explained)}})) + "\n" + weak;
}

Message measuresSentence(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer)
{
    if (answer.measures.empty())
        return Message("claim.no_measure");
    const auto display = displayUnit(catalogue.series[part.question.series]);
    MessageList measures{{}, MessageList::Joint::Semicolon};
    const int decimals = decimalsOf(sumAsShown({answer.measures.front().share * display.scale}).sum); // of the largest, for all
    for (std::size_t i = 0; i < std::min(mostNamed, answer.measures.size()); ++i) {
        const double share = answer.measures[i].share * display.scale;
        measures.items.emplace_back(Message("claim.measure", {{"measure", catalogue.measures[answer.measures[i].measure].shortName},
                                                              {"share", shareAsShown(share, decimals)}}));
    }
    return Message("claim.measures", {{"unit", display.name()}, {"measures", measures}});
}

} // namespace

MessageValue answerNumber(const Catalogue& catalogue, const Question& question, double value)
{
    const bool isDifference = question.contrast != Contrast::Value;
    if (!std::isfinite(value))
        return Message("number.over_zero");
    if (question.over && question.contrast == Contrast::Difference)
        return amount(signedNumber(value * 100), DisplayUnit{100, "percentage_points"});
    if (question.over || question.contrast == Contrast::Change)
        return isDifference ? signedPart(value) : percent(value);
    const auto& series = catalogue.series[question.series];
    const auto display = displayUnit(series);
    return isDifference ? amount(signedNumber(value * display.scale), differenceUnit(series))
                        : amount(number(value * display.scale), display);
}

Message partVerdict(const ClaimPartAnswer& answer)
{
    constexpr std::array<const char*, 5> names{"holds", "mostly_holds", "open", "mostly_fails", "fails"}; // in the order of Verdict
    return Message("claim.verdict",
                   {{"verdict", names[static_cast<std::size_t>(verdictOf(answer.share))]}, {"share", shareOfDraws(answer.share)}});
}

Message oneJudgment(const Catalogue& catalogue, const ClaimPartAnswer& answer)
{
    const auto input = oneJudgmentOf(catalogue, answer);
    return input ? Message("claim.one_judgment",
                           {{"input", catalogue.parameters[input->parameter].description}, {"part", percentOfRuns(input->explained)}})
                 : Message();
}

MessageValue claimVerdict(const Claim& claim, const ClaimAnswer& answer)
{
    const auto& text = claim.verdict;
    MessageValue rest = text.substr(text.rfind('}') + 1);
    for (auto end = text.rfind('}'); end != std::string::npos && end >= 3;) {
        const auto begin = end - 3; // "{s1}"
        const auto before = begin == 0 ? std::string::npos : text.rfind('}', begin - 1);
        const auto from = before == std::string::npos ? 0 : before + 1;
        const auto share = shareOfDraws(answer.parts[static_cast<std::size_t>(text[begin + 2] - '1')].share);
        rest = Message("claim.filled", {{"before", text.substr(from, begin - from)}, {"share", share}, {"after", rest}});
        end = before;
    }
    return rest;
}

namespace {

/// The two ends of a range of answers, with the same digits. The answer before them says the unit.
std::pair<MessageValue, MessageValue> answersAlike(const Catalogue& catalogue, const Question& question, double low, double high)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {answerNumber(catalogue, question, low), answerNumber(catalogue, question, high)};
    const bool isDifference = question.contrast != Contrast::Value;
    const auto& series = catalogue.series[question.series];
    const bool isPart = question.contrast == Contrast::Change || (question.over && !isDifference);
    const auto unit = question.over ? DisplayUnit{100, "percentage_points"} : isDifference ? differenceUnit(series) : displayUnit(series);
    const double scale = isPart ? 100 : unit.scale;
    const auto form = isPart ? (isDifference ? Digits::Form::SignedPercent : Digits::Form::Percent)
                             : (isDifference ? Digits::Form::Signed : Digits::Form::Plain);
    const auto [first, second] = numbersAlike(low * scale, high * scale, form);
    return isPart ? std::pair(first, second)
                  : std::pair<MessageValue, MessageValue>(amountWithoutUnit(first, unit), amountWithoutUnit(second, unit));
}

} // namespace

std::vector<Message> claimSentences(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer)
{
    const auto [low, high] = answersAlike(catalogue, part.question, answer.low, answer.high);
    std::vector<Message> sentences{
        partVerdict(answer),
        Message("claim.values", {{"central", answerNumber(catalogue, part.question, answer.central)}, {"low", low}, {"high", high}})};
    if (auto judgment = oneJudgment(catalogue, answer); !judgment.isEmpty())
        sentences.push_back(std::move(judgment));
    if (answer.oneSign != OneSign::No)
        sentences.push_back(Message("claim.one_sign", {{"side", answer.oneSign == OneSign::NeverBelowZero ? "below" : "above"}}));
    sentences.push_back(measuresSentence(catalogue, part, answer));
    return sentences;
}

std::string claimPartText(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer, const Language& language)
{
    std::string text = part.words + "\n";
    for (const auto& sentence : claimSentences(catalogue, part, answer))
        text += language.text(sentence) + "\n";
    if (answer.isSettled)
        text += language.text(Message("claim.settled", {{"share", shareOfDraws(answer.share)}})) + "\n";
    else
        text +=
            language.text(Message("box.heading")) + "\n" + boxText(catalogue, answer.discovery.boxes[answer.discovery.suggested], language);
    return text + inputsText(catalogue, answer, language);
}

} // namespace chokepoint::words
