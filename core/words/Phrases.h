// The phrases of what a scenario does, within a sentence and at its start.
#pragma once

#include "api/Headline.h"
#include "api/Message.h"

namespace chokepoint::words {

enum class PhrasePlace {
    Inside,
    Start, ///< with a capital
};

/// The measure of a change that the catalogue knows.
const Measure& measureOf(const Catalogue& catalogue, const Change& change);

/// What is done as the subject of a sentence: "opening HBM sales to China", "allowing China up to 6 million HBM3 stacks a year".
MessageValue doing(const Catalogue& catalogue, const Action& action, PhrasePlace place);

} // namespace chokepoint::words
