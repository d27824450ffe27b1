// A scenario made ready to run: schedule, levers, parameters and own assumptions, checked and made once.
#pragma once

#include "api/Question.h"
#include "numbers/Arithmetic.h"
#include "run/EngineImpl.h"
#include "run/PairedRuns.h"
#include "scenario/Assumptions.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint::run {

/// Puts own assumptions, as checkedAssumptions() gives them, into the parameters of a run.
template <class T> void assume(ParameterValues<T>& values, const std::vector<std::pair<std::size_t, std::string>>& assumptions)
{
    for (const auto& [row, text] : assumptions)
        values[row] = numbers::Arithmetic<T>::fromText(text);
}

struct Case {
    policy::MeasureSchedule schedule;
    std::vector<std::pair<std::size_t, std::string>> assumptions; ///< as checkedAssumptions() gives them
    RunInput input;                                               ///< central parameters with the assumptions, and the levers by quarter
    std::vector<bool> held;                                       ///< by parameter: the same in every draw
    std::vector<scenario::OwnRange> own;                          ///< ranges that stand in for those of the data book
};

/// Throws InputError as Engine::check does.
Case caseOf(const Engine::Impl& engine, const Scenario& scenario);

/// The levers of a scenario by quarter: the recorded ones, with those of the measures that it names written over them.
policy::LeverValues<double> leversIn(const Engine::Impl& engine, const Scenario& scenario);

/// Both sides of a question; parameters of the scenario hold in both. Throws as caseOf() does, and for a category.
Pair pairOf(const Engine::Impl& engine, const Question& question);

} // namespace chokepoint::run
