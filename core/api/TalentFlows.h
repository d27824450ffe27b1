// People who make AI: who enters US research from where, who leaves it for where, and what hangs on them, year by year.
#pragma once

#include "api/Projection.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// Country of birth.
enum class Origin { UnitedStates, China, India, Other };
inline constexpr std::size_t originCount = 4;

/// How people come to where a year finds them.
enum class TalentWay {
    Domestic,    ///< born in the United States, and trained there
    HiredAbroad, ///< hired straight from abroad
    Graduate,    ///< foreign graduates of the United States
    Deterred,    ///< would-be students whom the rules kept away, in the year in which they finish elsewhere
    Research,    ///< US AI researchers, who leave it
};

/// Where a year leaves them.
enum class TalentPlace {
    Research,     ///< US AI research
    OtherWork,    ///< retired, or in another job
    Home,         ///< India and other countries
    ThirdCountry, ///< of people from China: neither the United States nor China
    ChineseAi,    ///< AI research in China
};

/// People of one origin who go one way to one place.
struct TalentRibbon {
    Origin origin = Origin::UnitedStates;
    TalentWay way = TalentWay::Domestic;
    TalentPlace place = TalentPlace::Research;
    double people = 0;      ///< in the year, as the sectors have it
    std::int64_t shown = 0; ///< the same in whole people: all sums of a year are sums of these
};

/// A year of people. Flows are of the whole year; every sum here closes to the person.
struct TalentYear {
    int year = firstYear;
    std::vector<TalentRibbon> ribbons;                   ///< always the same, in the same order
    std::int64_t start = 0, end = 0;                     ///< US AI researchers at the start and the end of the year
    std::array<double, originCount> stocks{};            ///< at its end, by Origin
    std::array<std::int64_t, originCount> stocksShown{}; ///< together `end`

    /// Those of all ribbons that fit; `where` takes a ribbon and says whether it counts.
    template <class Where> std::int64_t sum(Where where) const
    {
        std::int64_t people = 0;
        for (const auto& ribbon : ribbons)
            if (where(ribbon))
                people += ribbon.shown;
        return people;
    }
    std::int64_t bornIn(Origin origin) const; ///< who come newly: not those who leave US research
    std::int64_t by(TalentWay way) const;
    std::int64_t to(TalentPlace place) const;
    std::int64_t entering() const; ///< start + entering - leaving - retiring = end
    std::int64_t leaving() const;
    std::int64_t retiring() const;
};

/// What drugs owe to people, as means of a year.
struct DrugChain {
    double workforce = 0;   ///< of US drug discovery, 1 at the start of 2022
    double researchers = 0; ///< US AI researchers, thousands
    double compute = 0;     ///< of the United States, million H100-equivalents
    double starts = 0;      ///< US projects started, a year
    double entries = 0;     ///< US candidates that enter the clinic, a year
    double approvals = 0;   ///< that will follow from them, a year
    double value = 0;       ///< of these, $bn a year
};

/// The same by quarter, for lines over time.
struct TalentRun {
    std::vector<TalentYear> years;                                ///< from firstYear to lastYear
    std::vector<DrugChain> chain;                                 ///< by year, as `years`
    SeriesValues workforce{}, researchers{}, starts{}, entries{}; ///< by quarter, in the units of DrugChain
    std::array<SeriesValues, originCount> stocks{}, admitted{};   ///< thousand people, thousand a year in all fields; no US-born there

    const TalentYear& in(int year) const { return years[static_cast<std::size_t>(year - firstYear)]; }
    const DrugChain& chainIn(int year) const { return chain[static_cast<std::size_t>(year - firstYear)]; }
};

/// A scenario's people. Throws as Engine::check does. One run.
TalentRun talentOf(const Engine& engine, const Scenario& scenario);

/// Whole numbers next to `parts` that add up to `total`: those that lose most by rounding down are rounded up first. `total` must not be
/// farther from the sum of the parts than there are parts.
std::vector<std::int64_t> apportioned(const std::vector<double>& parts, std::int64_t total);

} // namespace chokepoint
