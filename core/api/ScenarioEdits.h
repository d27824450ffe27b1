// The algebra of scenarios: what may be asked of one, how one is edited, and how two are compared. Values in, values out.
#pragma once

#include "api/Catalogue.h"
#include "api/Scenario.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Rules that hold for every function here:
/// - Times. A change without a date applies from the start of its scenario. Of two changes of one measure in one quarter the one
///   later in the list holds. A change that is added at the start, or moved there, gets no date and so moves with the start.
/// - Order. An edit leaves the order of the other changes alone; what is new goes to the end.
/// - Values. Numbers are compared as numbers ("6" and "6.0" are the same value), levels by their ids.
/// - Nothing is refused. Unknown measures and levels and numbers out of range are carried along; Engine::check refuses them.
///   An edit of a change or a measure that does not exist returns the scenario as it was.
/// - Title, id, description, baseline and assumptions of a scenario stay as they are unless the function is about them.
/// - Cost. Every function takes time in proportion to n log n of the changes and assumptions it is given.
namespace chokepoint::edit {

/// What the public record says is in force: by quarter, then by place in Catalogue::measures, the id of a level or decimal text.
/// Engine::inForce({}, quarter) gives one row. It must have quarterCount rows of as many values as the catalogue has measures.
using RecordedValues = std::vector<std::vector<std::string>>;

// Questions about one scenario.

/// The quarter from which a change of the scenario applies.
Quarter quarterOf(const Scenario& scenario, const Change& change);

/// All changes of a measure in order of time, each with its date, one a quarter.
std::vector<Change> changesOf(const Scenario& scenario, std::string_view measure);

/// Ids of the measures that the scenario changes, each once, in the order of the ids.
std::vector<std::string> changedMeasures(const Scenario& scenario);

/// The value to which the scenario sets a measure last; the status quo of the measure when the scenario does not change it. A ramp
/// counts as finished. This is what a control of the measure shows.
std::string lastValue(const Scenario& scenario, const Measure& measure);

/// The value in force in one quarter: by the record before the first change of the measure, by the scenario alone from then on. A
/// number that ramps has its value on the way, as the shortest decimal text. Equals Engine::inForce for a scenario that the engine
/// accepts. A number that is not decimal text counts as the value before it.
/// Throws std::out_of_range for a place or quarter outside the record.
std::string valueInForce(const Scenario& scenario, const Catalogue& catalogue, std::size_t measure, Quarter quarter,
                         const RecordedValues& recorded);

/// The changes that hold the law of a quarter forward: one from that quarter on, to what the record says was in force then, for every
/// measure that has another value in a later quarter. Throws std::out_of_range as valueInForce().
std::vector<Change> lawHeldFrom(const Catalogue& catalogue, Quarter quarter, const RecordedValues& recorded);

/// True when the two texts are the same value of the measure.
bool isSameValue(const Measure& measure, std::string_view a, std::string_view b);

/// The values that a measure can take, to be tried one by one. Levels in their order. Of a number: marks, both ends, the status quo
/// and, if given, `present`, rising, each number once in the wording that stands first in this list.
std::vector<std::string> valuesOf(const Measure& measure, std::string_view present = {});

// Edits of changes. `measure` is an id, or a place in the catalogue where the value must be judged.

/// Turns the control of a measure: the value holds from `from` on, until the next change of the measure. A change that applied in
/// that quarter keeps its ramp and gets the value; a new one applies at once. The one rule of what is left out: when the measure
/// would have this very value in every one of these quarters without the change, the change is taken away, for it says nothing.
/// Throws std::out_of_range as valueInForce().
Scenario setValue(Scenario scenario, const Catalogue& catalogue, std::size_t measure, Quarter from, const std::string& value,
                  const RecordedValues& recorded);

/// The same without the rule: the change stays even if it says nothing, for a person who is about to edit it, or to hold a measure
/// against what a longer record may bring.
Scenario keepValue(Scenario scenario, const Measure& measure, Quarter from, const std::string& value);

/// The measure holds one value from `from` on: its changes of that quarter and later ones go, earlier ones stay. The change carries
/// its date always, so that it means the same in another scenario.
Scenario holdFrom(Scenario scenario, std::string_view measure, Quarter from, const std::string& value);

/// Moves the change of a quarter to another, where it takes the place of what applied there.
Scenario moveChange(Scenario scenario, std::string_view measure, Quarter from, Quarter to);

/// Lets the change of a quarter ramp over some quarters; 1 = at once.
Scenario rampChange(Scenario scenario, std::string_view measure, Quarter from, int over);

/// Takes away the change of a quarter, or all changes of a measure.
Scenario removeChange(Scenario scenario, std::string_view measure, Quarter from);
Scenario removeMeasure(Scenario scenario, std::string_view measure);

/// Gives every change its date; the start becomes the usual one. The meaning stays, also for a reader who knows no start.
Scenario dated(Scenario scenario);
/// As a file says it, which has no start of its own: dated, unless the start is the usual one.
Scenario datedForText(Scenario scenario);

// Edits of assumptions.

/// The assumption about a parameter; nullptr when there is none. It lives as long as the scenario is not changed.
const Assumption* findAssumption(const Scenario& scenario, std::string_view parameter);

/// Sets each of these in its place, or at the end, and keeps the others; of two about one parameter the later in the list holds.
Scenario setAssumptions(Scenario scenario, std::span<const Assumption> assumptions);
Scenario dropAssumption(Scenario scenario, std::string_view parameter);

// Two scenarios.

/// Places in the catalogue, rising, of the measures that both scenarios change, to other values or at other times.
std::vector<std::size_t> conflicts(const Catalogue& catalogue, const Scenario& a, const Scenario& b);

/// Puts a package on top of the scenario: its changes replace those of the same measures. Measures of `kept` that the scenario changes
/// stay as they are; so do measures that both change alike. Every change keeps its quarter: those without a date get one when the
/// two starts differ. To let a package follow the start of the scenario, give it that start first. Assumptions of the package are
/// not taken over: they are no policy.
Scenario onTop(Scenario scenario, const Catalogue& catalogue, const Scenario& package, const std::set<std::string>& kept = {});

/// One measure that two scenarios change differently: all changes of it in the one and the other, as changesOf() gives them.
struct MeasureDifference {
    std::string measure;
    std::vector<Change> first, second; ///< one of them may be empty
    friend bool operator==(const MeasureDifference&, const MeasureDifference&) = default;
};

/// One parameter that two scenarios assume differently. Reasons are no difference.
struct AssumptionDifference {
    std::string parameter;
    std::optional<Assumption> first, second; ///< one of them may be missing
    friend bool operator==(const AssumptionDifference&, const AssumptionDifference&) = default;
};

struct Difference {
    std::vector<MeasureDifference> measures;       ///< in the order of the catalogue, unknown measures after them by id
    std::vector<AssumptionDifference> assumptions; ///< in the order of the catalogue, unknown parameters after them by id
    std::optional<std::pair<std::string, std::string>> baseline; ///< what each is compared with, when that differs

    bool isEmpty() const { return measures.empty() && assumptions.empty() && !baseline; }
    friend bool operator==(const Difference&, const Difference&) = default;
};

/// What differs between two scenarios in content. Empty exactly when they have the same content and baseline.
Difference difference(const Catalogue& catalogue, const Scenario& first, const Scenario& second);

/// Of the measures in which two scenarios differ, those in which they are of another policy: to set what today's law has anyway is none.
std::vector<MeasureDifference> differingPolicy(const Catalogue& catalogue, const Scenario& first, const Scenario& second);

/// The scenario with the second side of a difference put in the place of the first: applied(a, difference(a, b)) has the content and
/// the baseline of b. What the difference does not name stays.
Scenario applied(Scenario scenario, const Difference& difference);

/// The content of a scenario in one form, to be compared or hashed: changes dated and ordered by measure and time, those that never
/// hold dropped, numbers in their shortest text; assumptions ordered by parameter, of two the later, without reasons. Everything
/// else is empty or as a new Scenario has it; what it is compared with is no content. Two forms that differ may still run alike: a
/// change that says nothing stays.
Scenario canonical(const Catalogue& catalogue, const Scenario& scenario);

/// True when both have the same canonical form: the same changes at the same times under the same assumptions.
bool hasSameContent(const Catalogue& catalogue, const Scenario& a, const Scenario& b);

// Text.

/// Why a text is no change.
struct ChangeTextError {
    enum class Kind {
        NoEqualSign, ///< there is no "=", or an "@" stands before it
        NoMeasure,   ///< nothing stands before the "="
        NoValue,     ///< nothing stands behind it
        NotAQuarter, ///< what follows the "@" is no quarter of the model
        NotARamp     ///< what follows the "/" is no whole number from 1 to quarterCount
    };
    Kind kind = Kind::NoEqualSign;
    std::string part; ///< the part of the text that is wrong; the whole text for NoEqualSign and NoMeasure, empty for NoValue
    friend bool operator==(const ChangeTextError&, const ChangeTextError&) = default;
};

/// Reads MEASURE=VALUE, MEASURE=VALUE@QUARTER and, with a ramp over some quarters, MEASURE=VALUE/8 and MEASURE=VALUE@QUARTER/8. Blanks
/// are part of ids and values. Whether measure and value exist is not looked up.
std::variant<Change, ChangeTextError> parseChange(std::string_view text);

/// The text that parseChange() reads as the same change; ids and values must hold none of the signs = @ /.
std::string changeText(const Change& change);

} // namespace chokepoint::edit
