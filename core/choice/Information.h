// What it would be worth to know one unknown before choosing between two packages, apart from the model.
#pragma once

#include "api/Decisions.h"

#include <span>
#include <vector>

namespace chokepoint::choosing {

/// Which of two packages is better over draws.
struct Preference {
    double meanDifference = 0;    ///< first - second
    double shareFirstBetter = 0;  ///< of draws; a draw without a difference is not one of them
    bool isFirstPreferred = true; ///< by the mean; the first if they are alike
};

/// `differences`: first - second by draw, at least one.
Preference preferenceOf(std::span<const double> differences, bool moreIsBetter);

/// What knowing an unknown would turn. `flipShare`: share of the draws in those of sixteen strata of the unknown where the package that
/// is preferred on the whole does worse on average by more than two standard errors. `worth`: what choosing by strata gains on average.
struct Resolved {
    double flipShare = 0, worth = 0;
};

/// `advantages`: how much better the preferred package does, by draw, negative where it does worse; `unknown`: its value in each draw.
Resolved resolvedBy(std::span<const double> unknown, std::span<const double> advantages);

/// Those that flip most often first, then those that are worth most; of equal ones the order stays.
void sortByFlips(std::vector<Unknown>& unknowns);

} // namespace chokepoint::choosing
