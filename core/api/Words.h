// What is said of numbers, measures, scenarios and inputs: messages for a Language, made in one place for window and command line.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/SeriesDraws.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint::words {

/// How a series is shown: its values times `scale`, a power of ten, in a unit of the family "unit" of en.toml.
struct DisplayUnit {
    double scale = 1;
    std::string id;           ///< "million_h100e"
    std::string unknown = {}; ///< the unit as the data book writes it, where the program has no words for it
    /// The unit alone: "million H100-equivalents".
    MessageValue name() const;
};
DisplayUnit displayUnit(const DataUnit& unit);
DisplayUnit displayUnit(const Series& series);

/// A number with two or three significant digits and never an exponent: "1,234", "9.7", "0.034". What is smaller than 0.0005 reads
/// "0", what is not finite "not defined".
MessageValue number(double value);

/// A part of one as a percentage, with the digits of number(): "12 %".
MessageValue percent(double part);

/// "+1.2" or "−0.34", "0" only for exactly nothing, "under 0.0005" for what would read as zero.
MessageValue signedNumber(double value);

/// The same of a fraction as a percentage: "+1.2 %", "under 0.0005 %".
MessageValue signedPart(double part);

/// Two numbers to be held against each other: to the same decimal where they are of one size, and to so many that they differ when
/// they do: "10.1" and "8.7", "8.74" and "8.71".
std::pair<MessageValue, MessageValue> numbersAlike(double a, double b);

/// The unit of a difference between two values of a series: that of the series, but percentage points for a share.
DisplayUnit differenceUnit(const Series& series);

/// A number in words with its unit, a currency before it: "4.1 million dies a year", "USD 899 billion a year".
Message amount(const MessageValue& number, const DisplayUnit& unit);

/// A number with all its digits: "100,000", "0.25".
MessageValue exactNumber(const std::string& decimalText);

/// The shortest decimal that reads back as the same double: no exponent between 1e-5 and 1e16, no trailing ".0". For files.
std::string roundTrip(double value);

/// The relative change of `value` against `baseline`: "+11 %", "−0.2 %", "no effect" when they are equal,
/// "under 0.1 %" when it rounds to zero, "from zero" when the baseline is zero.
MessageValue relativeChange(double value, double baseline);

/// A fraction as a signed percentage: "+0.8 %", "−14 %", "0 %" for what rounds to zero.
MessageValue signedPercent(double fraction);

/// The change of a series as people say it: relativeChange(), but of a share in points: "−4.1 points", "under 0.1 points".
MessageValue changeOf(const Series& series, double value, double baseline);

/// True when changes of a series are told in points: a share, of which a part in a hundred is easily taken for a point.
bool isInPoints(const Series& series);

/// The ends between which 8 runs in 10 change, relative to the baseline or in points: "+0.8 % to +16 %", "no effect" when no run changes.
Message rangeOfChange(const Series& series, const ChangeSpread& spread);

/// What the runs say of the sign: "all runs rise", "97 % of runs rise", "62 % of runs rise, 38 % fall", "no run changes".
Message agreementOfRuns(const ChangeSpread& spread);

/// A share of runs in whole per cent, which never rounds to none or all: "no run", "62 % of runs", "all runs".
Message shareOfRuns(double share);

/// The chance of a threshold in one sentence, the scenario's and the baseline's: "It is at least 12 million H100-equivalents
/// in some quarter
/// from 2027 Q1 to 2030 Q4 in 62 % of runs; in the baseline in 35 % of runs." `threshold` in the display unit of the series.
Message oddsSentence(const Series& series, double threshold, bool above, Quarter from, Quarter by, double share, double shareOfBaseline);

/// changeOf(), but "no clear change" when the runs do not agree on the sign. Without a spread the same as changeOf().
MessageValue changeWithDoubt(const Series& series, double value, double baseline, const ChangeSpread* spread);
MessageValue changeWithDoubt(const Series& series, double value, double baseline, bool isUnclear);

/// "logic", "HBM", "packaging" or "buyers’ budget".
Message binding(BindingInput input);
BindingInput bindingAt(const Catalogue& catalogue, const Projection& projection, Quarter quarter);

/// A level's short label, or a number with its unit: "December 2024 rule", "6 million stacks a year".
MessageValue shortValue(const Measure& measure, const std::string& value);
/// The same with the whole label of a level.
MessageValue longValue(const Measure& measure, const std::string& value);

/// "HBM sales to China: Open".
Message setting(const Measure& measure, const std::string& value);

/// A name for a scenario: the title of the preset that it equals, its one change, or "Own package" with the number of its measures.
MessageValue scenarioLabel(const Catalogue& catalogue, const Scenario& scenario);

/// The same in a few words: the short title of the preset that it equals where there is one.
MessageValue shortScenarioLabel(const Catalogue& catalogue, const Scenario& scenario);

/// The same for the end of a line, where the next line says no more: its one level, or its name without what it counts.
MessageValue lineLabel(const Catalogue& catalogue, const Scenario& scenario);

/// "Done before", "Announced" or "Never tried".
Message difficulty(Difficulty difficulty);

/// "In force", "Suspended until 9 November 2026", "Proposed" or "Hypothetical"; a date of another status reads "In force, due for
/// decision on 31 December 2026".
Message statusLine(const MeasureNotes& notes);

/// A text of the data book with every date of the form 2026-11-09 or 2026-11 in words.
std::string withDatesInWords(const std::string& text, const Language& language);

/// A text of the data book about a measure with the ids in it said in words: level ids by their short labels, measure ids by
/// their short names. Words that are ids by chance, such as "open", stay.
std::string withoutIds(const Catalogue& catalogue, const Measure& measure, const std::string& text);

/// "HBM sales to China: HBM3, capped from 2027 Q1".
Message change(const Catalogue& catalogue, const Change& change, Quarter start);

/// A name short enough for the end of a line, such as "HBM allows" for "Accelerator dies that HBM allows".
std::string shortSeriesName(const Series& series);

/// The series of which a sentence says most: `preferred` when it changes by 0.1 % or more in the year, else the candidate with
/// the largest relative change; `preferred` when nothing changes.
std::size_t mostTelling(std::size_t preferred, const std::vector<std::size_t>& candidates, int year, const Projection& scenario,
                        const Projection& baseline);

/// Why a change does nothing that is shown, or from when it bites when that is later than its quarter; empty when it acts at once.
Message moveReason(const Catalogue& catalogue, const MoveAnswer& answer, std::size_t measure);

/// The period of an observation, in years: "2024", "2024 Q3", "end of Sep 2024" when both are equal, "mid-2022 to mid-2023".
MessageValue period(double begin, double end);

/// Authors, title, publisher and date as one line, without what is empty.
Message sourceLine(const Source& source);

/// What policy does to a series in a year with the inputs of the data book and with own assumptions, and what the assumptions do to
/// the baseline; from annual means of the four runs.
Message assumptionEffect(const Series& series, int year, double present, double reference, double presentByDefault,
                         double referenceByDefault);

/// How the draws of a parameter are spread, as a phrase.
Message distributionWords(const Parameter& parameter);

/// The unit of a parameter, empty for pure numbers: "a year", "million GB a year".
Message parameterUnit(const Parameter& parameter);

/// What a person typed for a parameter: "0.11" as a value for every draw, "5 to 20" as an own range, with the central line where the
/// data book has it, or in the middle when that lies outside. Throws InputError in words for people when it is no number, out of
/// range, or when the parameter is fixed.
Assumption typedAssumption(const Parameter& parameter, const std::string& typed);

/// "0.11", or "5 to 20, central 12".
MessageValue assumptionValue(const Assumption& assumption);

/// "own assumptions (2)" for what shows a result under them; empty without any.
Message assumptionStamp(const Scenario& scenario);

/// How many of the uncertain inputs have which grade, as one sentence.
Message evidence(const Catalogue& catalogue);

/// An expression of Equation with its ids said in words, each in brackets: "[HBM stock] / [HBM per accelerator die to mid-2025]".
std::string namedExpression(const Catalogue& catalogue, const std::string& expression, const Language& language);

/// A table of annual means, a row for each series under its sector, and a line of what binds domestic output by quarter.
std::string annualTable(const Catalogue& catalogue, const Projection& projection, const Language& language);

/// A line for each time in which one input binds domestic accelerator output.
std::string bindingText(const Catalogue& catalogue, const Projection& projection, const Language& language);

} // namespace chokepoint::words
