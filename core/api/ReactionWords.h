// Words for reaction rules and the answers that they bring.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/Reactions.h"

#include <vector>

namespace chokepoint::words {

/// "If Affiliates rule reaches In force: Rare earths to the 0.1% rule after 1 quarter, with a chance of 80%."
Message reactionRule(const Catalogue& catalogue, const ReactionRule& rule);

/// "Rare earths: the 0.1% rule from April 2027, in answer to “Affiliates rule: In force”, with a chance of 80%."
Message reactionAnswer(const Catalogue& catalogue, const std::vector<ReactionRule>& rules, const ReactionAnswer& answer);

/// How many answers come, as a sentence: that nothing is answered where there is none.
Message reactionCount(std::size_t answers);

} // namespace chokepoint::words
