// Runs packages side by side through the batched loop.
#include "bargain/PackageRuns.h"

#include "draws/ParameterSampler.h"
#include "model/Parameters.h"
#include "run/Case.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

/// What comes without a deal and without a roll-over.
constexpr std::string_view spiralPreset = "escalation_spiral";

bool touchesModel(const Catalogue& catalogue, const Issue& issue)
{
    return std::ranges::any_of(issue.levels, [&](const IssueLevel& level) {
        return std::ranges::any_of(
            level.changes, [&](const Change& change) { return catalogue.measures[*catalogue.findMeasure(change.measure)].inModel; });
    });
}

} // namespace

struct PackageRuns::Played {
    policy::LeverValues<double> levers;
    std::vector<double> numbers;
};

Scenario fateOf(const Catalogue& catalogue, const GameTables& game, const Package& package, const WorthTerms& terms, Fate fate)
{
    auto scenario = scenarioOf(game, package, terms.start);
    if (fate == Fate::Kept)
        return scenario;
    const Quarter back{std::min(terms.start.index + terms.quartersToSnapBack, quarterCount - 1)};
    const auto changes = scenario.changes;
    for (const auto& change : changes)
        scenario.changes.push_back({change.measure, catalogue.measures[*catalogue.findMeasure(change.measure)].statusQuo, back, 1});
    return scenario;
}

PackageRuns::PackageRuns(const Engine& engine, const GameTables& game, const WorthTerms& terms)
    : m_engine(engine), m_game(game), m_terms(terms), m_horizon{terms.lateShare}, m_series(seriesOf(game.outcomes))
{
    for (const auto& issue : game.domain.issues) {
        m_isInModel.push_back(touchesModel(engine.catalogue(), issue));
        if (m_isInModel.back())
            m_runCount *= issue.levels.size();
    }
    const auto& presets = engine.catalogue().presets; // the status quo first
    m_today = played(presets.front()).numbers;
    for (const auto& preset : presets)
        m_presets.push_back(scoresOf(preset));
    m_scale.emplace(m_presets.front(), m_presets);
}

PackageRuns::Played PackageRuns::played(const Scenario& scenario) const
{
    const auto made = run::caseOf(m_engine.impl(), scenario);
    return {made.input.levers, measureNumbers(m_game.outcomes, m_engine.impl().book, made.schedule, m_horizon)};
}

Scores PackageRuns::scoresOf(const std::vector<SeriesValues>& values, const std::vector<double>& numbers) const
{
    Scores scores;
    scoreSeries(m_game.outcomes, m_series, values, m_horizon, scores);
    scoreMeasures(m_game.outcomes, numbers, m_today, scores);
    return scores;
}

Scores PackageRuns::scoresOf(const Scenario& scenario) const
{
    const auto run = m_engine.project(scenario);
    std::vector<SeriesValues> values;
    for (const auto row : m_series)
        values.push_back(run.series[row]);
    return scoresOf(values, played(scenario).numbers);
}

Scores PackageRuns::valuesOf(const Scenario& scenario) const { return m_scale->valuesOf(scoresOf(scenario)); }

Scores PackageRuns::spiral() const { return m_scale->valuesOf(m_presets[*m_engine.catalogue().findPreset(spiralPreset)]); }

std::size_t PackageRuns::runOf(const Package& package) const
{
    std::size_t run = 0;
    for (std::size_t i = 0; i < m_isInModel.size(); ++i)
        if (m_isInModel[i])
            run = run * m_game.domain.issues[i].levels.size() + package.levels[i];
    return run;
}

Package PackageRuns::packageOfRun(std::size_t run) const
{
    auto package = m_game.domain.statusQuo();
    for (auto i = m_isInModel.size(); i-- > 0;)
        if (m_isInModel[i]) {
            package.levels[i] = static_cast<std::uint8_t>(run % m_game.domain.issues[i].levels.size());
            run /= m_game.domain.issues[i].levels.size();
        }
    return package;
}

bool PackageRuns::fill(Fate fate, std::vector<Both<double>>& values, run::RunBudget& meter) const
{
    const auto& engine = m_engine.impl();
    const auto& domain = m_game.domain;
    const auto scenarioOfRun = [&](const Package& package) { return fateOf(m_engine.catalogue(), m_game, package, m_terms, fate); };
    std::vector<Scores> ofRun(m_runCount);
    run::RunBatch runs{
        .count = m_runCount,
        .series = m_series,
        .from = m_terms.start.index,
        .prepare = [&](std::size_t run, run::RunInput& input) { input.levers = run::leversIn(engine, scenarioOfRun(packageOfRun(run))); },
        .take = [&](std::size_t run,
                    const std::vector<SeriesValues>& of) { scoreSeries(m_game.outcomes, m_series, of, m_horizon, ofRun[run]); }};
    if (!run::runBatch(engine.exogenous, run::caseOf(engine, {}).input, runs, meter))
        return false;
    // what a level does to the numbers of measures hangs on no other issue
    std::vector<std::vector<std::vector<double>>> numbers(domain.issues.size());
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l) {
            auto package = domain.statusQuo();
            package.levels[i] = static_cast<std::uint8_t>(l);
            numbers[i].push_back(played(scenarioOfRun(package)).numbers);
        }
    values.clear();
    values.reserve(domain.packageCount() * m_game.outcomes.size());
    for (std::size_t p = 0; p < domain.packageCount(); ++p) {
        const auto package = domain.packageAt(p);
        auto now = m_today;
        for (std::size_t i = 0; i < domain.issues.size(); ++i)
            for (std::size_t m = 0; m < now.size(); ++m)
                if (numbers[i][package.levels[i]][m] != m_today[m])
                    now[m] = numbers[i][package.levels[i]][m];
        auto scores = ofRun[runOf(package)];
        scoreMeasures(m_game.outcomes, now, m_today, scores);
        for (std::size_t o = 0; o < scores.size(); ++o)
            values.push_back(m_scale->valueOf(o, scores[o]));
    }
    return true;
}

std::optional<DrawWorths> PackageRuns::inDraws(const Both<std::vector<double>>& weights, const std::vector<Package>& packages,
                                               std::size_t draws, std::uint64_t seed, run::RunBudget& meter) const
{
    const auto& engine = m_engine.impl();
    const auto& presets = m_engine.catalogue().presets;
    std::vector<Played> all;
    for (const auto& preset : presets)
        all.push_back(played(preset));
    for (const auto& package : packages)
        all.push_back(played(scenarioOf(m_game, package, m_terms.start)));
    const auto parameters =
        draws::ParameterSampler(engine.book, seed).draws(0, draws, engine.parameters, std::vector<bool>(model::parameterTable.size()));
    std::vector<Scores> scores(draws * all.size());
    run::RunBatch runs{
        .count = scores.size(),
        .series = m_series,
        .prepare =
            [&](std::size_t run, run::RunInput& input) {
                input.parameters = parameters[run / all.size()];
                input.levers = all[run % all.size()].levers;
            },
        .take = [&](std::size_t run, const std::vector<SeriesValues>& of) { scores[run] = scoresOf(of, all[run % all.size()].numbers); }};
    if (!run::runBatch(engine.exogenous, run::caseOf(engine, {}).input, runs, meter))
        return std::nullopt;
    const auto worthOfValues = [&](const Scores& values) {
        return Both<double>{worthOf(Side::US, weights.us, values.data(), values.size(), m_terms.areLossesDearer),
                            worthOf(Side::China, weights.china, values.data(), values.size(), m_terms.areLossesDearer)};
    };
    const auto spiralPlace = *m_engine.catalogue().findPreset(spiralPreset);
    DrawWorths result;
    result.worths.resize(packages.size());
    for (std::size_t d = 0; d < draws; ++d) {
        const auto first = scores.begin() + static_cast<std::ptrdiff_t>(d * all.size());
        const std::vector<Scores> ofPresets(first, first + static_cast<std::ptrdiff_t>(presets.size()));
        const Scale scale(ofPresets.front(), ofPresets);
        result.spiral.push_back(worthOfValues(scale.valuesOf(ofPresets[spiralPlace])));
        for (std::size_t p = 0; p < packages.size(); ++p)
            result.worths[p].push_back(worthOfValues(scale.valuesOf(first[static_cast<std::ptrdiff_t>(presets.size() + p)])));
    }
    return result;
}

} // namespace chokepoint::bargain
