// bargain package: one package of the game of the model with all that hangs on it.
#pragma once

#include "api/Language.h"
#include "cli/BargainGame.h"
#include "cli/Json.h"

#include <string>

namespace chokepoint::app {

struct PackageOptions {
    std::string levels, announced, legal, effective;
    int brokenAfter = 4;
};

/// Adds --package, --announced, --legal, --effective and --broken-after.
void addPackageOptions(Options& command, PackageOptions& options);

/// "hbm=hbm2e,tariff=t18": levels by issue, the rest as today. Throws InputError for unknown ones, and for an issue
/// that is set twice.
bargain::Package packageFrom(const bargain::Domain& domain, const std::string& levels);

/// Level by issue.
Json packageJson(const bargain::Domain& domain, const bargain::Package& package);

/// By ally: its reasons, and what is left of a package without its consent.
Json consentsJson(const ChosenGame& game, const bargain::Package& package);

/// Worths, consents, vetoes, the three dates, and what stays when it is broken. Throws InputError for the scored game and wrong dates.
void tellPackage(const Engine& engine, const ChosenGame& game, const Language& language, const PackageOptions& options, bool json);

} // namespace chokepoint::app
