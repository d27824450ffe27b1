// The words of a question.
#include "api/QuestionWords.h"

#include "api/Catalogue.h"
#include "api/TimeWords.h"

namespace chokepoint::words {
namespace {

MessageValue titleOf(const Engine& engine, const Scenario& scenario)
{
    const auto preset = engine.catalogue().findPreset(scenario.id);
    const bool isChanged = preset && startingAt(engine.catalogue().presets[*preset], scenario.start) != scenario;
    return isChanged ? MessageValue(Message("question.changed", {{"title", scenario.title}})) : MessageValue(scenario.title);
}

const char* contrastName(Contrast contrast)
{
    return contrast == Contrast::Value ? "value" : contrast == Contrast::Difference ? "difference" : "change";
}

} // namespace

Message questionMessage(const Engine& engine, const Question& question)
{
    const auto& series = engine.catalogue().series;
    const auto scenario = titleOf(engine, question.scenario), baseline = titleOf(engine, question.baseline);
    if (question.over)
        return Message("question.of_ratio", {{"series", series[question.series].noun},
                                             {"over", series[*question.over].noun},
                                             {"at", periodName(question.at)},
                                             {"contrast", contrastName(question.contrast)},
                                             {"scenario", scenario},
                                             {"baseline", baseline}});
    return Message("question.of_series", {{"series", series[question.series].noun},
                                          {"at", periodName(question.at)},
                                          {"contrast", contrastName(question.contrast)},
                                          {"scenario", scenario},
                                          {"baseline", baseline}});
}

} // namespace chokepoint::words
