// What the commands of analysis share: the options of a question, names, numbers, and progress on the terminal.
#pragma once

#include "api/Catalogue.h"
#include "options/ScenarioOptions.h"
#include "api/Decisions.h"
#include "api/Discovery.h"
#include "api/Language.h"
#include "api/Question.h"
#include "api/RunControl.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint::app {

/// Places of series from "a,b". Throws InputError for an unknown one and for one that is named twice.
std::vector<std::size_t> seriesNamed(const Catalogue& catalogue, const std::string& list);

/// Places of measures from "a,b". Throws InputError for an unknown one.
std::vector<std::size_t> measuresNamed(const Catalogue& catalogue, const std::string& list);

/// A decimal number. Throws InputError that names the option.
double decimalFrom(const std::string& text, const std::string& option);

/// Gives the work a clock and, where standard error is a terminal, lets it tell there how far it is.
void watchOnTerminal(RunControl& work);

struct QuestionOptions {
    ScenarioOptions scenario;
    std::string baseline, series, over, at, of = "difference";
};

/// Adds the options of a scenario, --baseline, --series, --over, --at and --of.
void addQuestionOptions(Options& command, QuestionOptions& options);
Question chosenQuestion(const Engine& engine, const QuestionOptions& options);

/// The unit of an answer in the wording of the data book; "share" for ratios and changes.
std::string unitOf(const Catalogue& catalogue, const Question& question);

/// A line that names series, quarter, scenario and what it is compared with, above a table or an answer.
std::string questionText(const Engine& engine, const Language& language, const Question& question);

/// A line about the draws without an answer, nothing when all have one.
std::string unansweredText(const Language& language, const Discovery& discovery);

struct DecisionOptions {
    std::vector<std::string> packages;
    std::string series, at, from, csv;
    bool less = false, json = false;
    DecisionRequest request;
};

/// Adds the packages, --series, --at, --less, --from, --draws, --seed, --threads, --json and --csv.
void addDecisionOptions(Options& command, DecisionOptions& options);

struct ChosenDecision {
    std::vector<Scenario> packages;
    DecisionRequest request;
};

/// Packages are presets, or scenario files where the name ends with ".toml". Throws InputError for what is unknown or named twice.
ChosenDecision chosenDecision(const Engine& engine, const DecisionOptions& options);

struct BoundOptions {
    std::string atLeast, atMost;
};

/// Adds --at-least and --at-most, of which one must be given.
void addBoundOptions(Options& command, BoundOptions& options);
Bound chosenBound(const BoundOptions& options);

} // namespace chokepoint::app
