// The version of the data that an engine has loaded.
#include "api/Versions.h"

#include "facts/DataVersion.h"
#include "run/EngineImpl.h"

namespace chokepoint {

std::string dataVersion(const Engine& engine) { return facts::dataVersionOf(engine.impl().book); }

} // namespace chokepoint
