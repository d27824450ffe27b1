// The packages of the game of the model, run once for all tests of a program.
#pragma once

#include "TestData.h"

#include "api/BargainModel.h"

namespace chokepoint::test {

inline const bargain::PackageTable& modelTable()
{
    static const auto made = *bargain::packageTableOf(engine(), {});
    return made;
}

inline const bargain::Domain& modelDomain() { return modelTable().game().domain; }

} // namespace chokepoint::test
