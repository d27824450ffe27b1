// The audit of one run in fifty digits: ledgers that add up, accounting identities, and how far double strays.
#pragma once

#include "api/Message.h"
#include "api/Quarter.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// Lines that sum to a total, all of them series.
struct Ledger {
    Message title;
    std::size_t total = 0;          ///< place in Catalogue::series
    std::vector<std::size_t> lines;
    /// By quarter: the total rounded to `decimals`, and the lines rounded so that they add up to it exactly (largest remainder).
    /// Decimal text in the unit of the series, the lines in the order of `lines`.
    std::array<std::string, quarterCount> roundedTotal;
    std::vector<std::array<std::string, quarterCount>> roundedLines;
    /// By quarter: the total less the sum of its lines in fifty digits; zero, or a rounding of the fiftieth digit.
    std::array<double, quarterCount> residue{};
};

/// An identity that must hold in every quarter, for instance a stock that changes by its flows.
struct AccountingIdentity {
    Message title;
    std::array<double, quarterCount>
        residue{}; ///< left side less right side in fifty digits; the first quarter of a stock has none and is zero
    double largest = 0;                         ///< largest size of the residue, as a part of the largest left side
    bool holds = false;                         ///< `largest` is below 1e-40
};

/// How far the run in double strays from fifty digits.
struct Deviation {
    std::size_t series = 0; ///< place in Catalogue::series
    Quarter worst;
    double largest = 0;     ///< as a part of the largest value of the series
};

struct Audit {
    int decimals = 1;
    std::vector<Ledger> ledgers;
    std::vector<AccountingIdentity> identities;
    std::vector<Deviation> deviations; ///< by series, without the category
};

/// The audit of a run in fifty digits; published figures are rounded to `decimals` (0 to 9). Throws as Engine::check does. Under a second.
Audit auditOf(const Engine& engine, const Scenario& scenario, int decimals = 1);

} // namespace chokepoint
