// Words and numbers for people, made by templates in one place for the window and the command line alike. English.
#pragma once

#include "api/Catalogue.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/SeriesDraws.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint::words {

/// How a series is shown: its values times `scale`, in `unit` spelled out ("million H100-equivalents").
struct DisplayUnit {
    double scale = 1;
    std::string unit;
};
DisplayUnit displayUnit(const DataUnit& unit);
DisplayUnit displayUnit(const Series& series);

/// A number with two or three significant digits, commas between thousands, a true minus and never an exponent: "1,234", "9.7", "0.034".
/// What is smaller than 0.0005 reads "0".
std::string number(double value);

/// Two numbers to be held against each other: to the same decimal where they are of one size, and to so many that they differ when
/// they do: "10.1" and "8.7", "8.74" and "8.71".
std::pair<std::string, std::string> numbersAlike(double a, double b);

/// The unit of a difference between two values of a series: that of the series, but percentage points for a share.
std::string differenceUnit(const Series& series);

/// A number in words with its unit, a currency before it: "4.1 million dies a year", "USD 899 billion a year".
std::string amount(const std::string& number, const std::string& unit);

/// A number with all its digits, commas between thousands and a true minus: "100,000", "0.25".
std::string exactNumber(const std::string& decimalText);

/// The shortest decimal that reads back as the same double: no exponent between 1e-5 and 1e16, no trailing ".0". For files.
std::string roundTrip(double value);

/// The relative change of `value` against `baseline`: "+11 %", "−0.2 %", "no effect" when they are equal,
/// "under 0.1 %" when it rounds to zero, "from zero" when the baseline is zero.
std::string relativeChange(double value, double baseline);

/// A fraction as a signed percentage: "+0.8 %", "−14 %", "0 %" for what rounds to zero.
std::string signedPercent(double fraction);

/// The change of a series as people say it: relativeChange(), but of a share in points: "−4.1 points", "under 0.1 points".
std::string changeOf(const Series& series, double value, double baseline);

/// True when changes of a series are told in points: a share, of which a part in a hundred is easily taken for a point.
bool isInPoints(const Series& series);

/// The ends between which 8 runs in 10 change, relative to the baseline or in points: "+0.8 % to +16 %", "no effect" when no run changes.
std::string rangeOfChange(const Series& series, const ChangeSpread& spread);

/// What the runs say of the sign: "all runs rise", "97 % of runs rise", "62 % of runs rise, 38 % fall", "no run changes".
std::string agreementOfRuns(const ChangeSpread& spread);

/// A share of runs in whole per cent, which never rounds to none or all: "no run", "62 % of runs", "all runs".
std::string shareOfRuns(double share);

/// The chance of a threshold in one sentence, the scenario's and the baseline's: "It is at least 12 million H100-equivalents
/// in some quarter
/// from 2027 Q1 to 2030 Q4 in 62 % of runs; in the baseline in 35 % of runs." `threshold` in the display unit of the series.
std::string oddsSentence(const Series& series, double threshold, bool above, Quarter from, Quarter by, double share,
                         double shareOfBaseline);

/// changeOf(), but "no clear change" when the runs do not agree on the sign. Without a spread the same as changeOf().
std::string changeWithDoubt(const Series& series, double value, double baseline, const ChangeSpread* spread);
std::string changeWithDoubt(const Series& series, double value, double baseline, bool isUnclear);

/// "2027 Q1".
std::string quarter(Quarter quarter);

/// "logic", "HBM", "packaging" or "buyers’ budget".
std::string binding(BindingInput input);
BindingInput bindingAt(const Catalogue& catalogue, const Projection& projection, Quarter quarter);

/// A level's short label, or a number with its unit: "December 2024 rule", "6 million stacks a year".
std::string shortValue(const Measure& measure, const std::string& value);
/// The same with the whole label of a level.
std::string longValue(const Measure& measure, const std::string& value);

/// A name for a scenario: the title of the preset that it equals, its one change, or "Own package" with the number of its measures.
std::string scenarioLabel(const Catalogue& catalogue, const Scenario& scenario);

/// The same in a few words, for the end of a line: the short title of the preset that it equals where there is one.
std::string shortScenarioLabel(const Catalogue& catalogue, const Scenario& scenario);

/// "Done before", "Announced" or "Never tried".
std::string difficulty(Difficulty difficulty);

/// "In force", "Suspended until 9 November 2026", "Proposed" or "Hypothetical"; a date of another status reads "In force, due for
/// decision on 31 December 2026".
std::string statusLine(const MeasureNotes& notes);

/// "9 November 2026", "November 2026" or "2026" of a date, "2025 Q1" of a quarter; what is neither stays.
std::string date(const std::string& text);

/// A text with every date of the form 2026-11-09 or 2026-11 in words.
std::string withDatesInWords(const std::string& text);

/// A text of the data book about a measure with the ids in it said in words: level ids by their short labels, measure ids by
/// their short names. Words that are ids by chance, such as "open", stay.
std::string withoutIds(const Catalogue& catalogue, const Measure& measure, const std::string& text);

/// "HBM sales to China: HBM3, capped from 2027 Q1".
std::string change(const Catalogue& catalogue, const Change& change, Quarter start);

/// The finding of a chart, from annual means in the series' own unit: "Chinese compute: +11 % in 2028", or with no
/// difference "Chinese compute: 8.7 million H100-equivalents in 2028".
std::string finding(const Series& series, double value, double baseline, int year, bool isUnclear = false);
/// The same without the year, for narrow charts.
std::string shortFinding(const Series& series, double value, double baseline, bool isUnclear = false);

/// A name short enough for the end of a line, such as "HBM allows" for "Accelerator dies that HBM allows".
std::string shortSeriesName(const Series& series);

/// A sentence in parts, of which the first and the third are to stand out; one after the other they are the sentence.
struct ResultParts {
    std::string condition, statement, change, doubt;
    std::string whole() const { return condition + statement + change + doubt; }
};

/// What a scenario does to one series in one year, as one sentence: condition, value, change and baseline. `scenario` and
/// `baseline` are the two runs; an empty list of changes reads as the baseline itself. With a spread of the same series and year it
/// tells how far the draws agree.
ResultParts resultParts(const Catalogue& catalogue, const Scenario& what, std::size_t series, int year,
                        const Projection& scenario, const Projection& baseline, const ChangeSpread* spread = nullptr);

/// The series of which a sentence says most: `preferred` when it changes by 0.1 % or more in the year, else the candidate with
/// the largest relative change; `preferred` when nothing changes.
std::size_t mostTelling(std::size_t preferred, const std::vector<std::size_t>& candidates, int year, const Projection& scenario,
                        const Projection& baseline);

/// Why a change does nothing that is shown, or from when it bites when that is later than its quarter; empty when it acts at once.
std::string moveReason(const Catalogue& catalogue, const MoveAnswer& answer, std::size_t measure);

/// The period of an observation, in years: "2024", "2024 Q3", "end of Sep 2024" when both are equal, "mid-2022 to mid-2023".
std::string period(double begin, double end);

/// Authors, title, publisher and date as one line, without what is empty.
std::string sourceLine(const Source& source);

/// What policy does to a series in a year with the inputs of the data book and with own assumptions, and what the assumptions do to
/// the baseline; from annual means of the four runs.
std::string assumptionEffect(const Series& series, int year, double present, double reference, double presentByDefault,
                             double referenceByDefault);

/// How the draws of a parameter are spread, as a phrase.
std::string distributionWords(const Parameter& parameter);

/// What a person typed for a parameter: "0.11" as a value for every draw, "5 to 20" as an own range, with the central line where the
/// data book has it, or in the middle when that lies outside. Throws InputError in words for people when it is no number, out of
/// range, or when the parameter is fixed.
Assumption typedAssumption(const Parameter& parameter, const std::string& typed);

/// "0.11", or "5 to 20, central 12".
std::string assumptionValue(const Assumption& assumption);

/// "own assumptions (2)" for what shows a result under them; empty without any.
std::string assumptionStamp(const Scenario& scenario);

/// How many of the uncertain inputs have which grade, as one sentence.
std::string evidence(const Catalogue& catalogue);

/// An expression of Equation with its ids said in words, each in brackets: "[HBM stock] / [HBM per accelerator die to mid-2025]".
std::string namedExpression(const Catalogue& catalogue, const std::string& expression);

/// A table of annual means, a row for each series under its sector, and a line of what binds domestic output by quarter.
std::string annualTable(const Catalogue& catalogue, const Projection& projection);

/// A line for each time in which one input binds domestic accelerator output.
std::string bindingText(const Catalogue& catalogue, const Projection& projection);

} // namespace chokepoint::words
