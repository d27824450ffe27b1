// What is said of open models: titles, and how the index of influence is made.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/OpenModels.h"

namespace chokepoint::words {

Message openModelsTitle(const OpenModels& now, const OpenModels& before, int year, const MessageValue& scenario,
                        const MessageValue& baseline);
/// What the means are of, and which two packages are told apart; of one alone, no package.
Message openModelsSubtitle(int year, const MessageValue& scenario, const MessageValue& baseline);

/// Of the chart of use, and of that of building: the Chinese share and its change.
Message openUseTitle(const OpenModels& now, const OpenModels& before, int year);
Message openBasesTitle(const OpenModels& now, const OpenModels& before, int year);

/// "share of tokens, weight 40%".
Message openUseWeight(const OpenModels& models);
Message openBasesWeight(const OpenModels& models);

/// The arithmetic of the Chinese index in a sentence, with shares to a decimal so that it can be done again.
Message openIndexRead(const OpenModels& models, int year);
/// What the index leaves out, with the range of its weight.
Message openIndexOmits(const Catalogue& catalogue);

} // namespace chokepoint::words
