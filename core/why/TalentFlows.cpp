// People of a scenario year by year, from one run: ribbons are identities among what the sectors computed, people whole numbers.
#include "api/TalentFlows.h"

#include "model/World.h"
#include "run/Case.h"
#include "why/Bare.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace chokepoint {
namespace {

using namespace model;

constexpr double peopleOfThousand = 1000;
constexpr std::size_t quartersOfYear = 4;

/// What one quarter adds to the ribbons, thousand people a year.
std::vector<TalentRibbon> ribbonsOf(const Variables<double>& v)
{
    using enum Origin;
    const double graduatesThird = bare(v["talent.go_third_china"_id]), leaversThird = bare(v["talent.leave_third"_id]);
    const auto staying = [](const auto& entering, const auto& hired) { return bare(entering) - bare(hired); };
    return {
        {UnitedStates, TalentWay::Domestic, TalentPlace::Research, bare(v["talent.us_entry_domestic"_id])},
        {Other, TalentWay::HiredAbroad, TalentPlace::Research, bare(v["talent.hired_row"_id])},
        {India, TalentWay::HiredAbroad, TalentPlace::Research, bare(v["talent.hired_india"_id])},
        {China, TalentWay::HiredAbroad, TalentPlace::Research, bare(v["talent.hired_china"_id])},
        {Other, TalentWay::Graduate, TalentPlace::Research, staying(v["talent.us_entry_row"_id], v["talent.hired_row"_id])},
        {India, TalentWay::Graduate, TalentPlace::Research, staying(v["talent.us_entry_india"_id], v["talent.hired_india"_id])},
        {China, TalentWay::Graduate, TalentPlace::Research, staying(v["talent.us_entry_china"_id], v["talent.hired_china"_id])},
        {Other, TalentWay::Graduate, TalentPlace::Home, bare(v["talent.go_home_row"_id])},
        {India, TalentWay::Graduate, TalentPlace::Home, bare(v["talent.go_home_india"_id])},
        {China, TalentWay::Graduate, TalentPlace::ThirdCountry, graduatesThird},
        {China, TalentWay::Graduate, TalentPlace::ChineseAi, bare(v["talent.go_home_china"_id]) - graduatesThird},
        {China, TalentWay::Deterred, TalentPlace::ThirdCountry, bare(v["talent.deterred_third"_id])},
        {China, TalentWay::Deterred, TalentPlace::ChineseAi, bare(v["talent.deterred_home"_id])},
        {UnitedStates, TalentWay::Research, TalentPlace::OtherWork, bare(v["talent.left_domestic"_id])},
        {Other, TalentWay::Research, TalentPlace::OtherWork, bare(v["talent.retired_row"_id])},
        {India, TalentWay::Research, TalentPlace::OtherWork, bare(v["talent.retired_india"_id])},
        {China, TalentWay::Research, TalentPlace::OtherWork, bare(v["talent.retired_china"_id])},
        {Other, TalentWay::Research, TalentPlace::Home, bare(v["talent.us_exit_row"_id])},
        {India, TalentWay::Research, TalentPlace::Home, bare(v["talent.us_exit_india"_id])},
        {China, TalentWay::Research, TalentPlace::ThirdCountry, leaversThird},
        {China, TalentWay::Research, TalentPlace::ChineseAi, bare(v["talent.us_exit_china"_id]) - leaversThird},
    };
}

std::array<double, originCount> stocksOf(const Variables<double>& v)
{
    return {bare(v["talent.us_domestic"_id]), bare(v["talent.us_china"_id]), bare(v["talent.us_india"_id]), bare(v["talent.us_row"_id])};
}

DrugChain chainOf(const Variables<double>& v)
{
    return {bare(v["drug.workforce"_id]),
            bare(v["talent.us"_id]),
            bare(v["compute.us"_id]),
            bare(v["drug.starts_us"_id]),
            bare(v["drug.clinical_entries_us"_id]),
            bare(v["drug.expected_approvals_us"_id]),
            bare(v["drug.value_us"_id])};
}

void addMean(DrugChain& mean, const DrugChain& quarter)
{
    for (const auto part : {&DrugChain::workforce, &DrugChain::researchers, &DrugChain::compute, &DrugChain::starts, &DrugChain::entries,
                            &DrugChain::approvals, &DrugChain::value})
        mean.*part += quarter.*part / static_cast<double>(quartersOfYear);
}

/// Gives the ribbons that fit whole people that add up to `total`.
void apportion(TalentYear& year, std::int64_t total, const std::function<bool(const TalentRibbon&)>& fits)
{
    std::vector<double> parts;
    for (const auto& ribbon : year.ribbons)
        if (fits(ribbon))
            parts.push_back(ribbon.people);
    const auto whole = apportioned(parts, total);
    auto next = whole.begin();
    for (auto& ribbon : year.ribbons)
        if (fits(ribbon))
            ribbon.shown = *next++;
}

double peopleOf(const TalentYear& year, const std::function<bool(const TalentRibbon&)>& fits)
{
    double people = 0;
    for (const auto& ribbon : year.ribbons)
        people += fits(ribbon) ? ribbon.people : 0;
    return people;
}

bool isEntering(const TalentRibbon& ribbon) { return ribbon.way != TalentWay::Research && ribbon.place == TalentPlace::Research; }
bool isOutgoing(const TalentRibbon& ribbon) { return ribbon.way == TalentWay::Research; }
bool isBeside(const TalentRibbon& ribbon) { return !isEntering(ribbon) && !isOutgoing(ribbon); }

/// Stocks first, then those who go, and those who come make up the change of the stock.
void showWhole(TalentYear& year, const std::array<double, originCount>& before)
{
    const auto sum = [](const auto& stocks) { return std::accumulate(stocks.begin(), stocks.end(), 0.0) * peopleOfThousand; };
    year.start = std::llround(sum(before));
    year.end = std::llround(sum(year.stocks));
    std::vector<double> stocks;
    for (const double stock : year.stocks)
        stocks.push_back(stock * peopleOfThousand);
    std::ranges::copy(apportioned(stocks, year.end), year.stocksShown.begin());
    const auto gone = std::llround(peopleOf(year, isOutgoing));
    apportion(year, gone, isOutgoing);
    apportion(year, year.end - year.start + gone, isEntering);
    apportion(year, std::llround(peopleOf(year, isBeside)), isBeside);
}

/// What was there before the first quarter follows from what it did.
std::array<double, originCount> stocksBefore(const Variables<double>& v)
{
    auto stocks = stocksOf(v);
    for (const auto& ribbon : ribbonsOf(v)) {
        const double change = isEntering(ribbon) ? ribbon.people : isOutgoing(ribbon) ? -ribbon.people : 0;
        stocks[static_cast<std::size_t>(ribbon.origin)] -= change / static_cast<double>(quartersOfYear);
    }
    return stocks;
}

} // namespace

std::vector<std::int64_t> apportioned(const std::vector<double>& parts, std::int64_t total)
{
    std::vector<std::int64_t> whole;
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const double part : parts) {
        whole.push_back(static_cast<std::int64_t>(std::floor(part)));
        total -= whole.back();
    }
    const auto lost = [&](std::size_t i) { return parts[i] - static_cast<double>(whole[i]); };
    if (total < 0) { // somebody has to be counted one less: those who lose least by it, and never one below nobody
        std::ranges::stable_sort(order, std::ranges::less{}, lost);
        for (const auto i : order)
            if (total < 0 && whole[i] > 0) {
                --whole[i];
                ++total;
            }
        return whole;
    }
    std::ranges::stable_sort(order, std::ranges::greater{}, lost);
    for (std::size_t i = 0; total > 0 && !order.empty(); ++i, --total)
        ++whole[order[i % order.size()]];
    return whole;
}

std::int64_t TalentYear::bornIn(Origin origin) const
{
    return sum([&](const TalentRibbon& r) { return r.origin == origin && !isOutgoing(r); });
}

std::int64_t TalentYear::by(TalentWay way) const
{
    return sum([&](const TalentRibbon& r) { return r.way == way; });
}

std::int64_t TalentYear::to(TalentPlace place) const
{
    return sum([&](const TalentRibbon& r) { return r.place == place; });
}

std::int64_t TalentYear::entering() const { return sum(isEntering); }

std::int64_t TalentYear::leaving() const
{
    return sum([](const TalentRibbon& r) { return isOutgoing(r) && r.place != TalentPlace::OtherWork; });
}

std::int64_t TalentYear::retiring() const { return to(TalentPlace::OtherWork); }

TalentRun talentOf(const Engine& engine, const Scenario& scenario)
{
    const auto& impl = engine.impl();
    const auto made = run::caseOf(impl, scenario);
    TalentRun run;
    std::array<double, originCount> before{};
    run::simulate<double>(made.input.parameters, impl.exogenous, made.input.levers, [&](int quarter, const auto& v) {
        const auto q = static_cast<std::size_t>(quarter);
        auto ribbons = ribbonsOf(v);
        if (q % quartersOfYear == 0) {
            before = q == 0 ? stocksBefore(v) : run.years.back().stocks;
            run.years.push_back({.year = Quarter{quarter}.year(), .ribbons = ribbons});
            for (auto& ribbon : run.years.back().ribbons)
                ribbon.people = 0;
            run.chain.emplace_back();
        }
        auto& year = run.years.back();
        for (std::size_t i = 0; i < ribbons.size(); ++i)
            year.ribbons[i].people += ribbons[i].people * peopleOfThousand / static_cast<double>(quartersOfYear);
        year.stocks = stocksOf(v);
        if (q % quartersOfYear == quartersOfYear - 1)
            showWhole(year, before);
        const auto chain = chainOf(v);
        addMean(run.chain.back(), chain);
        run.workforce[q] = chain.workforce;
        run.researchers[q] = chain.researchers;
        run.starts[q] = chain.starts;
        run.entries[q] = chain.entries;
        for (std::size_t origin = 0; origin < originCount; ++origin)
            run.stocks[origin][q] = year.stocks[origin];
        run.admitted[static_cast<std::size_t>(Origin::China)][q] = bare(v["talent.new_china"_id]);
        run.admitted[static_cast<std::size_t>(Origin::India)][q] = bare(v["talent.new_india"_id]);
        run.admitted[static_cast<std::size_t>(Origin::Other)][q] = bare(v["talent.new_row"_id]);
    });
    return run;
}

} // namespace chokepoint
