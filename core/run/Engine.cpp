// The engine behind core/api: the loaded data book and what every run shares.
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Projection.h"
#include "facts/BargainTables.h"
#include "facts/Overlay.h"
#include "numbers/Decimal.h"
#include "run/Case.h"
#include "scenario/Assumptions.h"
#include "scenario/Claims.h"
#include "scenario/Presets.h"

#include <cmath>

namespace chokepoint {
namespace {

using numbers::Decimal;

/// Rounding error of a shown value is far below the last of these digits.
constexpr int shownDigits = 40;

/// A data book can be in order row by row and yet divide by zero. The status quo shows it before anybody sees "not a number".
void refuseWithoutNumbers(const Engine& engine)
{
    const auto run = engine.project(engine.catalogue().presets.front());
    for (int q = 0; q < quarterCount; ++q)
        for (std::size_t s = 0; s < run.series.size(); ++s)
            if (!std::isfinite(run.at(s, Quarter{q})))
                throw InputError(Refusal("data_without_numbers", {{"series", engine.catalogue().series[s].name}, {"quarter", Quarter{q}}},
                                         {.thing = Message("place.data_book")}));
}

} // namespace

Engine::Engine(const std::filesystem::path& resources, const std::filesystem::path& scenarios, std::string_view language)
{
    auto inside = std::make_unique<Impl>();
    inside->book = facts::loadDataBook(resources / "data");
    inside->recorded = policy::recordedSchedule(inside->book);
    inside->exogenous = run::exogenousOf<double>(inside->book, inside->recorded);
    inside->parameters = run::centralParameters<double>(inside->book);
    inside->book.catalogue.presets = scenario::loadPresets(scenarios, inside->book, inside->recorded);
    facts::loadStartPresets(resources / "data", inside->book.catalogue);
    inside->claims = scenario::loadClaims(resources / "data", inside->book, inside->recorded);
    auto scoredGame = facts::loadScoredGame(resources / "data", inside->book.catalogue);
    auto modelGame = facts::loadModelGame(resources / "data", inside->book.catalogue);
    inside->reactions = facts::loadReactions(resources / "data", inside->book.catalogue);
    inside->book.catalogue.assumptionSets = scenario::loadAssumptionSets(scenarios);
    for (const auto& set : inside->book.catalogue.assumptionSets)
        scenario::checkedAssumptions(inside->book, set);
    if (!language.empty())
        inside->staleTexts = facts::overlay(inside->book.catalogue, inside->claims, inside->book.supply,
                                            {scoredGame, modelGame, inside->reactions}, resources / "data" / language);
    inside->scoredGame = std::make_shared<const bargain::ScoredGame>(std::move(scoredGame));
    inside->modelGame = std::make_shared<const bargain::GameTables>(std::move(modelGame));
    m_impl = std::move(inside);
    refuseWithoutNumbers(*this);
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const std::vector<StaleText>& staleTextsOf(const Engine& engine) { return engine.impl().staleTexts; }

const Catalogue& Engine::catalogue() const { return m_impl->book.catalogue; }

const Scenario& Engine::preset(std::string_view id) const
{
    const auto& presets = catalogue().presets;
    if (const auto at = catalogue().findPreset(id))
        return presets[*at];
    std::vector<MessageValue> ids;
    for (const auto& preset : presets)
        ids.emplace_back(preset.id);
    throw InputError(Refusal("unknown_preset", {{"id", id}, {"presets", MessageList{ids, MessageList::Joint::Comma}}},
                             {.thing = Message("place.preset", {{"id", id}})}));
}

void Engine::check(const Scenario& scenario) const
{
    policy::scheduleOf(m_impl->book, m_impl->recorded, scenario);
    scenario::checkedAssumptions(m_impl->book, scenario);
    preset(scenario.baseline);
}

Projection Engine::project(const Scenario& scenario) const
{
    const auto made = run::caseOf(*m_impl, scenario);
    Projection result;
    result.series.resize(model::seriesCount);
    run::simulate<double>(made.input.parameters, m_impl->exogenous, made.input.levers, [&](int quarter, const auto& variables) {
        variables.forEach([&](std::size_t row, double value) {
            if (row < model::seriesCount)
                result.series[row][static_cast<std::size_t>(quarter)] = value;
        });
    });
    return result;
}

DecimalProjection Engine::projectDecimal(const Scenario& scenario) const
{
    const auto made = run::caseOf(*m_impl, scenario);
    auto parameters = run::centralParameters<Decimal>(m_impl->book);
    run::assume(parameters, made.assumptions);
    const auto exogenous = run::exogenousOf<Decimal>(m_impl->book, m_impl->recorded);
    DecimalProjection result;
    result.series.resize(model::seriesCount);
    result.rounded.series.resize(model::seriesCount);
    run::simulate<Decimal>(parameters, exogenous, policy::leversOf<Decimal>(m_impl->book, made.schedule),
                           [&](int quarter, const auto& variables) {
                               variables.forEach([&](std::size_t row, const Decimal& value) {
                                   if (row >= model::seriesCount)
                                       return;
                                   result.series[row][static_cast<std::size_t>(quarter)] = value.str(shownDigits);
                                   result.rounded.series[row][static_cast<std::size_t>(quarter)] = value.convert_to<double>();
                               });
                           });
    return result;
}

} // namespace chokepoint
