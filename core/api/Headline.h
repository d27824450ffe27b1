// The headline of a package: what is done, what it does to one series in one year, by how much and why; first as a value, then as words.
#pragma once

#include "api/Catalogue.h"
#include "api/Findings.h"
#include "api/Message.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/Scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

/// One thing that a scenario does: a measure set to a value, together with the number that caps it where there is one.
struct Action {
    std::size_t measure = 0;        ///< place in Catalogue::measures
    std::string value;              ///< id of a level or decimal text
    std::optional<std::string> cap; ///< decimal text of the sub-control that caps the level, which is then no action of its own
    Quarter from;
    bool isReturn = false; ///< the scenario changed the measure before and now goes back to today's setting
};

/// What a scenario does, in order of time and then of the catalogue.
std::vector<Action> actionsOf(const Catalogue& catalogue, const Scenario& scenario);

/// How the bottleneck of Chinese AI-chip output runs under a package and its baseline, from the first change to the end of a year.
/// A spell counts when it lasts half a year or to the end of the projection.
struct Bottleneck {
    enum class Course {
        NotTold,    ///< the result does not hang on domestic output, or nothing is known of it
        Stays,      ///< R1: `first` all the time
        MovesOnce,  ///< R2: from `old` to `first`
        MovesTwice, ///< R3: and on to `second`
        Fades,      ///< R4: from `firstMove` on it is `first` with or without the package, and the effect fades
        Shared,     ///< it is the same with and without the package all the time, and in the year told `first`
        Differs,    ///< it moves more often: in the year told it is `first` instead of `old`
    };
    Course course = Course::NotTold;
    BindingInput old = BindingInput::Logic, first = BindingInput::Logic, second = BindingInput::Logic;
    Quarter firstMove{}, secondMove{}; ///< in which it moves
    friend bool operator==(const Bottleneck&, const Bottleneck&) = default;
};

/// Read from two runs, or from one that is handed in twice; `from`: the quarter of the first change; `year`: the year that is told.
Bottleneck bottleneckOf(const Catalogue& catalogue, const Projection& present, const Projection& reference, Quarter from, int year);

/// True when what a package does to a series in a year comes for the most part from the AI chips that China makes, so that the bottleneck
/// of their output is its reason.
bool hangsOnChineseChips(const Catalogue& catalogue, std::size_t series, int year, const Projection& present, const Projection& reference);

/// All that a headline says.
struct Headline {
    enum class Subject {
        StatusQuo, ///< policy as it is
        Actions,   ///< one or two, told by their phrases
        Preset,    ///< a ready-made package
        Package,   ///< three or more actions of one's own
    };
    Subject subject = Subject::StatusQuo;
    std::vector<Action> actions;                   ///< all of them, also of presets and packages
    const Scenario* preset = nullptr;              ///< of the catalogue
    std::string law;                               ///< of a scenario of lawAsOf(): its title
    std::optional<Action> main;                    ///< of a package: what has the largest share, where that is known
    const Scenario* baseline = nullptr;            ///< the preset that the package is compared with, when that is not the status quo
    Quarter from;                                  ///< of the first change
    bool isPast = false;                           ///< it starts in the recorded years
    bool isAssumed = false;                        ///< package and baseline are under own assumptions
    std::size_t measures = 0, bargainingChips = 0; ///< how many are set, and how many of these move no series
    bool isNothingMoved = false;                   ///< no series differs from the baseline in any quarter
    words::Finding finding;                        ///< the series, the year and by how much
    Bottleneck bottleneck;
    std::optional<MoveAnswer> noEffect; ///< why the one measure has none, where that has been asked
};

struct HeadlineRequest {
    std::size_t series = 0; ///< place in Catalogue::series, no category
    int year = 2028;
    const ChangeSpread* spread = nullptr; ///< of this series and year, where the runs are there; a headline without it is not hedged
};

/// What is to be said of a scenario against its baseline, from two runs that are there already. Runs nothing: some microseconds.
/// `scenario`, `baseline` and the request may go; the catalogue must outlive the headline.
Headline headlineOf(const Catalogue& catalogue, const Scenario& scenario, const Scenario& baseline, const Projection& present,
                    const Projection& reference, const HeadlineRequest& request);

/// Puts into a headline what takes further runs to know: the place of the measure with the largest share in the change, for packages of
/// one's own, and what answerMove() says of the one changed measure; nullptr where it is not known.
void addFound(Headline& headline, std::optional<std::size_t> main, const MoveAnswer* noEffect);

namespace words {

/// "Opening HBM sales to China from 2027 lifts Chinese effective compute by 18% in 2028". No period, at most some twenty words.
Message headlineTitle(const Catalogue& catalogue, const Headline& headline);

/// The line below it, in whole sentences: value against value, the range and the agreement of the runs, how many measures are bargaining
/// chips. "10.3m H100-equivalents instead of 8.7m; 8 in 10 runs lie between +1.4% and +33%, and 98% show a rise."
MessageValue headlineLine(const Headline& headline);

/// The same in one short sentence, for where room is scarce: value against value and the range.
MessageValue headlineBrief(const Headline& headline);

/// Why, in a sentence or two: what the bottleneck is and when it moves, or why there is no effect. Empty when the program knows no reason
/// that a sentence could say.
Message headlineReason(const Catalogue& catalogue, const Headline& headline);

/// The line with the reason behind it.
MessageValue headlineBelow(const Catalogue& catalogue, const Headline& headline);

} // namespace words

} // namespace chokepoint
