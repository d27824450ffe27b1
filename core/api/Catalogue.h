// What the data book holds, for people: series, measures and their levels, parameters, sources, observations, presets.
#pragma once

#include "api/Scenario.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

/// Texts come from the data book unchanged; numbers that a person may type are decimal text. Grades: A read in a primary
/// source, B read in a secondary source, C recalled with the primary source named, D judgement.

enum class SeriesKind { Rate, Stock, Ratio, Share, Price, Index, Category };

struct Series {
    std::string id, sector, unit;
    SeriesKind kind = SeriesKind::Rate;
    std::string name;
    std::string shortName; ///< for titles and the ends of lines, at most 30 characters
    std::string description;
};

/// How hard a step is by the record: it was in force before, a government announced or proposed it, or nobody tried it.
enum class Difficulty { DoneBefore, Announced, NeverTried };

/// What a level, or a named stop of a number, would take.
struct LevelStep {
    std::string value; ///< id of a level, or decimal text of a mark
    Difficulty difficulty = Difficulty::NeverTried;
    std::string exampleDate; ///< date of the event that shows it; empty where the recorded history does, or nothing does
    std::string whoMustAct;
};

/// Where a measure stands: in force, decided and not applied, proposed by somebody, or thought up for this bench.
enum class MeasureStatus { InForce, Suspended, Proposed, Hypothetical };

/// A measure in plain sentences, without ids.
struct MeasureNotes {
    MeasureStatus status = MeasureStatus::InForce;
    std::string until;          ///< date on which the status ends or is due for decision, "2026-11-09"; may be empty
    std::string statusWords, effectWords;
    std::string exampleDate;    ///< of an event that concerns the measure, or a quarter of its history; empty without one
    std::string example;
    std::vector<std::string> sources; ///< of status, effect and example
    std::string grade;          ///< of status and example
    std::string undoWho, undoHowFast, sideEffects;
    std::string gradeOfJudgement; ///< of undo and side effects
    std::string relatedSeries;  ///< id of the series to look at first; empty when it counts at the table only
    std::vector<LevelStep> steps; ///< one for every level or mark, in their order
};

struct Level {
    std::string id, shortLabel, label;
};

struct Measure {
    std::string id, group, screenGroup, shortName, title, actor;
    bool isNumber = false;
    bool inModel = true;          ///< false: it matters at the table and moves no series
    std::string lever;            ///< of a number: the lever that it writes
    std::string statusQuo;        ///< id of a level or decimal text
    std::string minimum, maximum; ///< decimal text, of numbers only
    std::string unit;             ///< in words, of numbers only
    std::vector<std::string> marks; ///< decimal text of the named stops of the slider
    std::string order;            ///< how the levels are ordered: "loosest to tightest" or "least to most"
    std::string statusQuoNote, legalBasis, firstDate, dates, effect;
    std::vector<std::string> sources;
    std::string gradeOfLaw, gradeOfEffect, note;
    std::vector<Level> levels; ///< in order, empty for a number
    std::optional<MeasureNotes> notes; ///< of every measure once the data book is loaded
};

struct Parameter {
    std::string id, unit, central, low, high, distribution, grade;
    std::vector<std::string> sources;
    std::string description;
};

/// A quantity that measures write and equations read.
struct Lever {
    std::string id, unit, description;
};

/// An exogenous quantity given over time by knots; `grade` is the weakest of its knots.
struct Path {
    std::string id, unit, description, grade;
    std::vector<std::string> sources;
};

/// A hidden state or a term of the equations, in words.
struct Term {
    std::string id, unit, name;
};

struct Source {
    std::string id, authors, title, publisher, date, url, howSeen, note;
};

/// An observation that belongs to a series, in the unit of the series. Times in years; an amount stands at the middle of
/// its period, a stock at the end of it.
struct Observation {
    std::string series;
    double begin = 0, end = 0; ///< the period that the value covers; equal for a date
    double time = 0;           ///< where it stands on a time axis
    double value = 0;
    std::optional<double> low, high;
    bool isExpectation = false; ///< forecast, plan or target, or made of 2026 and later
    std::string source, grade, note;
};

/// A dated event of the public record.
struct Event {
    double time = 0; ///< in years
    std::string date, what, actor;
    std::vector<std::string> measures; ///< ids of measures that it concerns
    std::string source, grade;
};

/// The rank correlation of two sampled parameters.
struct Correlation {
    std::string first, second;
    double rank = 0; ///< -1 to 1
    std::string reason;
};

/// A place on the start page: the main series and what stands with it.
struct StartPlace {
    std::string series, note;
};

/// Something that the program cannot tell, or a known weakness of the model.
struct Limit {
    std::string about;    ///< a few words: "What will happen"
    std::string sentence;
};

struct Catalogue {
    std::vector<Series> series; ///< in the order of the equations of record
    std::vector<Measure> measures;
    std::vector<Parameter> parameters;
    std::vector<Path> paths;
    std::vector<Term> terms;         ///< in the order of the equations
    std::vector<Limit> limits; ///< what the program cannot tell
    std::vector<Lever> levers; ///< in the order of lever_names.csv
    std::vector<Source> sources;
    std::vector<Observation> observations;
    std::vector<Event> events; ///< in order of time
    std::vector<Correlation> correlations;
    std::vector<Scenario> presets; ///< the status quo first
    std::vector<Scenario> assumptionSets; ///< shipped own assumptions, without changes of measures
    std::vector<StartPlace> charts, cards;

    /// Position of an id, or nothing.
    std::optional<std::size_t> findSeries(std::string_view id) const;
    std::optional<std::size_t> findMeasure(std::string_view id) const;
    std::optional<std::size_t> findParameter(std::string_view id) const;
    std::optional<std::size_t> findPreset(std::string_view id) const;
    std::optional<std::size_t> findSource(std::string_view id) const;
};

} // namespace chokepoint
