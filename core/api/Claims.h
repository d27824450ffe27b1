// Claims: sentences of the debate put as questions that runs answer on the spot.
#pragma once

#include "api/Discovery.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;
struct Catalogue;

/// One testable part of a claim.
struct ClaimPart {
    std::string words; ///< what must be the case for it to hold, as a sentence
    Question question;
    Bound bound;
};

struct Claim {
    std::string id;
    std::string statement;  ///< as it is made in the debate
    std::string verdict;    ///< the answer in words, where {s1} stands for the share of runs in which the first part holds, and so on
    std::string reading;    ///< how the parts test it
    std::string leavesOut;  ///< what the equations leave out
    std::vector<std::string> sources; ///< ids in Catalogue::sources
    std::vector<ClaimPart> parts;
    bool showsBinding = false; ///< what binds domestic output by quarter belongs to the answer
};

/// A measure's share of the answer under central parameters.
struct DecidingMeasure {
    std::size_t measure = 0; ///< place in Catalogue::measures
    double share = 0;        ///< in the unit of the series; of a ratio or a change, of the series itself
};

/// A sampled input and the share of the answer's variance over draws that its value explains beyond the inputs before it: the one
/// that explains most comes first, then the one that explains most of what is left. The shares add up to 1 at most.
struct DecidingInput {
    std::size_t parameter = 0; ///< place in Catalogue::parameters
    double explained = 0;      ///< 0 to 1
};

/// From fewer draws no input is said to decide: the columns of some two hundred inputs run alike by chance.
inline constexpr std::size_t drawsToWeighInputs = 1000;

enum class OneSign { No, NeverBelowZero, NeverAboveZero };

struct ClaimPartAnswer {
    double share = 0;   ///< of draws in which it holds
    double central = 0; ///< the answer under central parameters
    double low = 0, middle = 0, high = 0; ///< the 10, 50 and 90 per cent quantiles over draws
    OneSign oneSign = OneSign::No;        ///< no draw has the other sign: the equations allow only one
    bool isSettled = false;               ///< it holds in all draws or in none, so there is no box
    Discovery discovery;
    std::vector<DecidingMeasure> measures; ///< the largest first, without zeros
    std::vector<DecidingInput>
        inputs; ///< that explain a hundredth or more and more than chance does, in their turn; none from fewer than drawsToWeighInputs
};

/// What a share of runs says of a claim.
enum class Verdict {
    Holds,       ///< in 90 of 100 runs or more
    MostlyHolds, ///< in 67 or more
    Open,        ///< in 33 or more
    MostlyFails, ///< in 10 or more
    Fails,
};
Verdict verdictOf(double share);

/// The one input of grade C or D that explains half of the spread or more; nothing when there is none.
std::optional<DecidingInput> oneJudgmentOf(const Catalogue& catalogue, const ClaimPartAnswer& answer);

struct ClaimAnswer {
    std::vector<ClaimPartAnswer> parts; ///< by Claim::parts
    bool isComplete = false;
};

struct ClaimRequest {
    std::size_t draws = 2000; ///< 200 to 100,000
    std::uint64_t seed = 1;
    RunControl work;
};

/// The claims that ship with the program; their answers are computed when asked for.
const std::vector<Claim>& claimsOf(const Engine& engine);

/// Cancelled, the parts answered so far.
ClaimAnswer answerClaim(const Engine& engine, const Claim& claim, const ClaimRequest& request);

} // namespace chokepoint
