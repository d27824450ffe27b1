// The door to the core: loads the data book, checks scenarios, runs projections.
#pragma once

#include "api/Attribution.h"
#include "api/Audit.h"
#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Claims.h"
#include "api/Decisions.h"
#include "api/Discovery.h"
#include "api/Ensemble.h"
#include "api/Equations.h"
#include "api/GoalSeek.h"
#include "api/Decomposition.h"
#include "api/InputError.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/Scenario.h"
#include "api/Sensitivity.h"
#include "api/Slopes.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace chokepoint {

/// Immutable after construction; every member may be called from several threads at once.
class Engine {
public:
    /// Reads the data book (`resources`/data) and the presets (`scenarios`). Throws InputError with file, line and field
    /// when a file is missing or malformed; nothing is half loaded.
    Engine(const std::filesystem::path& resources, const std::filesystem::path& scenarios);
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    const Catalogue& catalogue() const;

    /// The preset with this id. Throws InputError that lists the ids.
    const Scenario& preset(std::string_view id) const;

    /// Throws InputError when a measure, level, number, quarter, ramp, parameter or value of the scenario is not allowed.
    void check(const Scenario& scenario) const;

    /// Runs the scenario; changes without a date apply from `start`. Throws as check() does. About a tenth of a millisecond.
    Projection project(const Scenario& scenario, Quarter start = defaultStart) const;

    /// The same run in fifty decimal digits. Throws as check() does. Under a second.
    DecimalProjection projectDecimal(const Scenario& scenario, Quarter start = defaultStart) const;

    /// The values of the sampled parameters in one draw, in the order of the data book.
    std::vector<DrawnParameter> draw(std::uint64_t seed, std::uint64_t index) const;

    /// Runs the scenario over many draws of the parameters; own assumptions stay at their value in every draw. Throws as
    /// check() does, and InputError for numbers of draws or threads out of range or a category among the series.
    Ensemble ensemble(const Scenario& scenario, Quarter start, const EnsembleRequest& request) const;

    /// What the scenario's change of one measure does to the displayed series (places in Catalogue::series), and when nothing,
    /// why, found by running the scenario without it and with other measures moved. Throws as check() does. About a fifth of a
    /// millisecond when the change has an effect, some hundred runs when it has none.
    MoveAnswer answerMove(const Scenario& scenario, Quarter start, std::size_t measure, const std::vector<std::size_t>& displayed) const;

    /// Shares of the measures that differ between the two in the difference scenario - baseline of each series, in every quarter
    /// from the same runs. Own assumptions of the scenario hold in both, those of the baseline count for nothing: the shares
    /// are of policy alone. Exact over all subsets for up to mostExactPlayers active players, else from sampled permutations.
    /// A player whose every marginal contribution is zero gets exactly zero, interchangeable ones get equal shares, and the
    /// remainder of rounding goes to the largest. Cancelled, the result is the last partial one, or has no series. Throws as
    /// check() does, and InputError for a category, numbers out of range, and bands over more than mostBandPlayers.
    /// Memory: 8 bytes x subsets x quarters after the first change x series.
    Attribution attribute(const Scenario& scenario, const Scenario& baseline, Quarter start, const AttributionRequest& request) const;

    /// One series with each sampled parameter at its low and its high end. Four runs for each parameter.
    Tornado tornado(const Scenario& scenario, const Scenario& baseline, Quarter start, std::size_t series, const RunControl& work) const;

    /// Sobol indices of all sampled parameters that no own assumption of the scenario holds.
    Indices indices(const Question& question, const IndicesRequest& request) const;

    /// One more unit a year of HBM, dies and packages from the quarter `from` on, in this order; exact runs, not slopes.
    std::vector<UnitWorth> unitWorths(const Scenario& scenario, Quarter start, Quarter from, std::size_t series) const;

    /// Where among the draws a bound holds, as boxes of parameters.
    Discovery discover(const DiscoveryRequest& request) const;

    /// Regret of packages over draws, and under sets of assumptions with all else central. The packages' own assumptions are not
    /// used. At least one package.
    RegretTable regret(const std::vector<Scenario>& packages, const std::vector<std::vector<Assumption>>& assumptionSets, Quarter start,
                       const DecisionRequest& request) const;

    /// Which unknown, were it known, would turn the ranking of two packages; own assumptions of the first hold in both.
    InformationValue valueOfInformation(const Scenario& first, const Scenario& second, Quarter start, const DecisionRequest& request) const;

    /// Packages that bring a series to a bound. Throws InputError for a year or a measure that cannot be meant.
    GoalAnswer seek(const GoalRequest& request) const;

    /// The claims that ship with the program; their answers are computed when asked for. Cancelled, the parts answered so far.
    const std::vector<Claim>& claims() const;
    ClaimAnswer answer(const Claim& claim, const ClaimRequest& request) const;
    /// Slopes of series (places in Catalogue::series) with respect to every parameter, and to every lever shifted from `from` on,
    /// which is also the quarter from which changes without a date apply. Results do not depend on `threads` (0 = all). Throws as
    /// check() does, and InputError for a category among the series. Some milliseconds for a dozen series.
    Slopes slopes(const Scenario& scenario, Quarter from, const std::vector<std::size_t>& series, int threads = 0) const;

    /// What one more unit of HBM, dies and packaging would be worth in each quarter. Throws as check() does.
    std::vector<MarginalValue> marginalValues(const Scenario& scenario, Quarter start = defaultStart, int threads = 0) const;

    /// The equation of every variable: the series in the order of the catalogue, then hidden states and terms. Some milliseconds.
    std::vector<Equation> equations() const;
    UnitCheck checkUnits() const;

    /// What one variable (series, hidden state or term) hangs on directly, with the course of each cause in two runs.
    /// Throws InputError for an unknown id, and as check() does.
    Causes causes(std::string_view variable, const Scenario& scenario, const Scenario& baseline, Quarter start = defaultStart) const;

    /// The technical reference: known weaknesses, equations, parameters, levers, paths and sources.
    std::string reference(ReferenceFormat format) const;

    /// The model as XMILE (OASIS 1.0), with the levers of the scenario and all paths by quarter. A state is a stock that holds the value
    /// of the quarter before ("..._previous") and an auxiliary that holds the new one. Throws as check() does.
    std::string xmile(const Scenario& scenario, Quarter start = defaultStart) const;

    /// The audit of a run in fifty digits; published figures are rounded to `decimals` (0 to 9). Throws as check() does. Under a second.
    Audit audit(const Scenario& scenario, Quarter start = defaultStart, int decimals = 1) const;

    /// The recorded history under the assumptions of `scenario` (its changes are left out) against the observations. Throws as check()
    /// does, and InputError for numbers of draws or threads out of range. Some tenths of a second.
    Backtest backtest(const Scenario& scenario, const BacktestRequest& request) const;

    /// For series (places in Catalogue::series, no categories) in a year: what part of the spread rests on grades C and D.
    std::vector<GradeShare> gradeShares(const Scenario& scenario, Quarter start, const std::vector<std::size_t>& series, int year,
                                        const BacktestRequest& request) const;

    /// What is in force in a quarter: a level's id or a number's shortest decimal text. Throws as check() does.
    /// Result in the order of Catalogue::measures.
    std::vector<std::string> inForce(const Scenario& scenario, Quarter quarter, Quarter start = defaultStart) const;

    /// The parts of which results are made up in the run of a scenario. Throws as check() does.
    Identities identities(const Scenario& scenario, Quarter start = defaultStart) const;

    /// Places in Catalogue::series of the series that add up to this one in every quarter; empty for a series that is no sum.
    std::vector<std::size_t> addends(std::size_t series) const;

    /// True when another value of the measure, in place of what the scenario sets, would change any series: a sub-control that
    /// cannot act now. Throws as check() does. A run for each of its levels or marks, until one differs.
    bool canAct(const Scenario& scenario, Quarter start, std::size_t measure) const;

    /// The law of a quarter held forward: every measure that the record changes later stays as it was. Empty of changes from the
    /// last of lawDates() on.
    Scenario lawAsOf(Quarter quarter) const;

    /// The quarters in which the record changes a measure, rising, 2022Q1 included.
    std::vector<Quarter> lawDates() const;

private:
    friend class LiveEnsemble; // runs the same model over the same data
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace chokepoint
