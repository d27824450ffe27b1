// The words of claims.
#include "api/WhyWords.h"
#include "api/Words.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::words {
namespace {

constexpr std::size_t mostNamed = 5;

std::string inputsText(const Catalogue& catalogue, const ClaimPartAnswer& answer)
{
    if (answer.discovery.answers.size() < drawsToWeighInputs)
        return "Which inputs decide it cannot be told from so few draws; take " + number(drawsToWeighInputs) + " or more.\n";
    std::string weak;
    std::size_t named = 0;
    double explained = 0;
    for (const auto& input : answer.inputs) {
        const auto& parameter = catalogue.parameters[input.parameter];
        if (!isWeak(parameter.grade))
            continue;
        explained += input.explained;
        if (named++ < mostNamed)
            weak += "  " + parameter.description + ": " + number(input.explained * 100) + "\u202f% of the spread, grade "
                  + letterOf(parameter.grade) + "\n";
    }
    if (weak.empty())
        return "No single input of grade C or D explains a hundredth of the spread beyond chance.\n";
    return "Inputs of grade C and D that decide it (" + number(explained * 100) + "\u202f% of the spread):\n" + weak;
}

std::string measuresText(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer)
{
    if (answer.measures.empty())
        return "No measure decides it: scenario and baseline are the same.\n";
    const auto display = displayUnit(catalogue.series[part.question.series]);
    std::string text = "Measures that decide it, in " + display.unit + ": ";
    for (std::size_t i = 0; i < std::min(mostNamed, answer.measures.size()); ++i)
        text += (i ? "; " : "") + catalogue.measures[answer.measures[i].measure].shortName + " "
              + signedNumber(answer.measures[i].share * display.scale);
    return text + "\n";
}

} // namespace

std::string shareOfDraws(double share)
{
    if (share == 0)
        return "in no draw";
    if (share == 1)
        return "in all draws";
    const double percent = share * 100;
    if (percent < 1)
        return "in under 1\u202f% of draws";
    return "in " + (percent > 99 ? std::string("over 99") : number(percent)) + "\u202f% of draws";
}

std::string answerNumber(const Catalogue& catalogue, const Question& question, double value)
{
    const bool isDifference = question.contrast != Contrast::Value;
    if (!std::isfinite(value))
        return "not defined, for it is divided by zero";
    if (question.over || question.contrast == Contrast::Change) {
        const auto text = (isDifference ? signedNumber(value * 100) : number(value * 100));
        return text + (question.over && question.contrast == Contrast::Difference ? " percentage points" : "\u202f%");
    }
    const auto display = displayUnit(catalogue.series[question.series]);
    return isDifference ? amount(signedNumber(value * display.scale), differenceUnit(catalogue.series[question.series]))
                        : amount(number(value * display.scale), display.unit);
}

std::string claimPartText(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer)
{
    const auto shown = [&](double value) { return answerNumber(catalogue, part.question, value); };
    std::string text = part.words + "\n";
    text += "Holds " + shareOfDraws(answer.share) + ". Central: " + shown(answer.central) + "; 8 draws in 10 lie between "
          + shown(answer.low) + " and " + shown(answer.high) + ".\n";
    if (answer.oneSign != OneSign::No)
        text += std::string("No draw lies ") + (answer.oneSign == OneSign::NeverBelowZero ? "below" : "above")
              + " zero: in these equations the sign is not open, only the size.\n";
    text += measuresText(catalogue, part, answer);
    if (answer.isSettled)
        text += "What has to be true: nothing in particular, for it holds " + shareOfDraws(answer.share) + ".\n";
    else
        text += "What has to be true:\n" + boxText(catalogue, answer.discovery.boxes[answer.discovery.suggested]);
    return text + inputsText(catalogue, answer);
}

} // namespace chokepoint::words
