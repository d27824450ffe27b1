// Says what the index of influence through open models is made of.
#include "api/OpenModelsWords.h"

#include "api/NumberWords.h"
#include "numbers/DecimalText.h"

#include <cmath>
#include <string>

namespace chokepoint::words {
namespace {

MessageValue hundredths(std::int64_t count) { return Digits{std::to_string(count), Digits::Form::Percent}; }

/// A share to a tenth of a hundredth.
MessageValue tenths(double part)
{
    const auto count = std::llround(part * 1000);
    return Digits{std::to_string(count / 10) + '.' + std::to_string(count % 10), Digits::Form::Percent};
}

/// A whole weight without a decimal that says nothing.
MessageValue weightOf(double part)
{
    const auto count = std::llround(part * 1000);
    return count % 10 == 0 ? hundredths(count / 10) : tenths(part);
}

/// A change of a share in points, with so many digits that one there is can be seen.
Message pointsOf(double change) { return Message("open_models.points", {{"change", signedNumber(change * 100)}}); }

} // namespace

Message openModelsTitle(const OpenModels& now, const OpenModels& before, int year, const MessageValue& scenario,
                        const MessageValue& baseline)
{
    const auto &shown = now.influence.hundredths, &other = before.influence.hundredths;
    if (scenario == baseline)
        return Message("open_models.title_alone", {{"us", hundredths(shown[OpenModels::UnitedStates])},
                                                   {"china", hundredths(shown[OpenModels::China])},
                                                   {"year", year}});
    if (now.influence.parts == before.influence.parts)
        return Message("open_models.title_same", {{"us", hundredths(shown[OpenModels::UnitedStates])},
                                                  {"china", hundredths(shown[OpenModels::China])},
                                                  {"year", year},
                                                  {"baseline", baseline}});
    if (shown == other) // what cannot be told apart is not set against each other
        return Message("open_models.title_near", {{"scenario", scenario},
                                                  {"us", hundredths(shown[OpenModels::UnitedStates])},
                                                  {"china", hundredths(shown[OpenModels::China])},
                                                  {"year", year}});
    return Message("open_models.title", {{"scenario", scenario},
                                         {"us", hundredths(shown[OpenModels::UnitedStates])},
                                         {"usBefore", hundredths(other[OpenModels::UnitedStates])},
                                         {"china", hundredths(shown[OpenModels::China])},
                                         {"chinaBefore", hundredths(other[OpenModels::China])},
                                         {"year", year}});
}

Message openModelsSubtitle(int year, const MessageValue& scenario, const MessageValue& baseline)
{
    if (scenario == baseline)
        return Message("open_models.subtitle_alone", {{"year", year}});
    return Message("open_models.subtitle", {{"year", year}, {"scenario", scenario}, {"baseline", baseline}});
}

Message openUseTitle(const OpenModels& now, const OpenModels& before, int year)
{
    const auto share = now.use.hundredths[OpenModels::OpenChina];
    const double change = now.use.parts[OpenModels::OpenChina] - before.use.parts[OpenModels::OpenChina];
    if (change == 0)
        return Message("open_models.tokens_same", {{"china", hundredths(share)}, {"year", year}});
    return Message("open_models.tokens", {{"china", hundredths(share)}, {"year", year}, {"change", pointsOf(change)}});
}

Message openBasesTitle(const OpenModels& now, const OpenModels& before, int year)
{
    const auto share = now.bases.hundredths[OpenModels::BaseChina];
    const double change = now.bases.parts[OpenModels::BaseChina] - before.bases.parts[OpenModels::BaseChina];
    if (change == 0)
        return Message("open_models.bases_same", {{"china", hundredths(share)}, {"year", year}});
    return Message("open_models.bases", {{"china", hundredths(share)}, {"year", year}, {"change", pointsOf(change)}});
}

Message openUseWeight(const OpenModels& models) { return Message("open_models.use_of", {{"weight", weightOf(models.weight)}}); }

Message openBasesWeight(const OpenModels& models) { return Message("open_models.building_of", {{"weight", weightOf(1 - models.weight)}}); }

Message openIndexRead(const OpenModels& models, int year)
{
    return Message("open_models.read", {{"year", year},
                                        {"weight", weightOf(models.weight)},
                                        {"tokens", tenths(models.use.parts[OpenModels::OpenChina])},
                                        {"rest", weightOf(1 - models.weight)},
                                        {"bases", tenths(models.bases.parts[OpenModels::BaseChina])},
                                        {"sum", tenths(models.influence.parts[OpenModels::China])}});
}

Message openIndexOmits(const Catalogue& catalogue)
{
    const auto& weight = catalogue.parameters[*catalogue.findParameter("open.token_weight")];
    const auto end = [](const std::string& value) { return weightOf(numbers::DecimalText::toDouble(value)); };
    constexpr const char* grades[] = {"A", "B", "C", "D"};
    return Message("open_models.omits",
                   {{"low", end(weight.low)}, {"high", end(weight.high)}, {"grade", grades[static_cast<std::size_t>(weight.grade)]}});
}

} // namespace chokepoint::words
