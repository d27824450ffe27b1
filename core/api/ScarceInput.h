// The inputs of which domestic accelerators are made.
#pragma once

namespace chokepoint {

/// HBM in petabytes (million GB), good dies in millions, packages in millions.
enum class ScarceInput { Hbm, Dies, Packages };

} // namespace chokepoint
