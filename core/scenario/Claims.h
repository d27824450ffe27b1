// The shipped claims: tables that name packages, series and bounds; their answers are never stored.
#pragma once

#include "api/Claims.h"
#include "policy/MeasureSchedule.h"

#include <filesystem>
#include <vector>

namespace chokepoint::scenario {

/// claims.csv and claim_parts.csv of `folder`, in their order; the presets must be in the catalogue. Throws InputError with file, line
/// and field for a malformed row, an unknown name, a package that the data book does not allow, and a claim without parts.
std::vector<Claim> loadClaims(const std::filesystem::path& folder, const facts::DataBook& book, const policy::MeasureSchedule& recorded);

} // namespace chokepoint::scenario
