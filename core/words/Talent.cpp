// Says what a year does to the people who make AI, and to the drugs that hang on them.
#include "api/TalentWords.h"

#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "numbers/DecimalText.h"

#include <cmath>
#include <string>

namespace chokepoint::words {
namespace {

const Parameter& inputOf(const Catalogue& catalogue, const char* id) { return catalogue.parameters[*catalogue.findParameter(id)]; }

MessageValue signedWhole(std::int64_t people)
{
    return Digits{std::to_string(people), people == 0 ? Digits::Form::Plain : Digits::Form::Signed};
}

/// Less than a thousandth is told as no effect: digits to show it would say more than the model knows.
bool isCrumb(double now, double before)
{
    constexpr double least = 0.001;
    return now == before || before == 0 || std::fabs(now / before - 1) < least;
}

const char* gradeName(Grade grade)
{
    constexpr const char* names[] = {"A", "B", "C", "D"};
    return names[static_cast<std::size_t>(grade)];
}

} // namespace

Message talentTitle(const TalentYear& now, const TalentYear& before, const MessageValue& scenario, const MessageValue& baseline)
{
    const auto way = now.end > now.start ? "grow" : now.end < now.start ? "shrink" : "same";
    if (scenario == baseline)
        return Message("talent.title_alone", {{"people", now.entering()}, {"year", now.year}, {"way", way}});
    if (now.entering() == before.entering())
        return Message("talent.title_same", {{"people", now.entering()}, {"year", now.year}, {"baseline", baseline}, {"way", way}});
    return Message("talent.title",
                   {{"scenario", scenario}, {"people", now.entering()}, {"before", before.entering()}, {"year", now.year}, {"way", way}});
}

Message talentSubtitle(int year, const MessageValue& scenario, const MessageValue& baseline, bool isDifference)
{
    if (isDifference && scenario == baseline)
        return Message("talent.subtitle_difference_alone", {{"year", year}, {"baseline", baseline}});
    if (isDifference)
        return Message("talent.subtitle_difference", {{"year", year}, {"scenario", scenario}, {"baseline", baseline}});
    if (scenario == baseline)
        return Message("talent.subtitle_alone", {{"year", year}});
    return Message("talent.subtitle", {{"year", year}, {"scenario", scenario}, {"baseline", baseline}});
}

Message originName(Origin origin)
{
    switch (origin) {
    case Origin::UnitedStates: return Message("talent.us_born");
    case Origin::China: return Message("talent.china");
    case Origin::India: return Message("talent.india");
    case Origin::Other: break;
    }
    return Message("talent.others");
}

Message talentWayName(TalentWay way)
{
    switch (way) {
    case TalentWay::HiredAbroad: return Message("talent.hired");
    case TalentWay::Graduate: return Message("talent.graduates");
    case TalentWay::Deterred: return Message("talent.deterred");
    case TalentWay::Domestic: return Message("talent.us_born");
    case TalentWay::Research: break;
    }
    return Message("talent.research");
}

Message talentPlaceName(TalentPlace place)
{
    switch (place) {
    case TalentPlace::OtherWork: return Message("talent.other_work");
    case TalentPlace::Home: return Message("talent.home");
    case TalentPlace::ThirdCountry: return Message("talent.third");
    case TalentPlace::ChineseAi: return Message("talent.chinese_ai");
    case TalentPlace::Research: break;
    }
    return Message("talent.research");
}

Message peopleAgainst(std::int64_t now, std::int64_t before)
{
    if (now == before)
        return Message("talent.people_same", {{"people", now}});
    if (before == 0)
        return Message("talent.people_new", {{"people", now}});
    const double change = static_cast<double>(now) / static_cast<double>(before) - 1;
    return Message("talent.people_changed", {{"people", now}, {"change", signedPart(change)}});
}

Message peopleMore(std::int64_t now, std::int64_t before)
{
    if (now == before)
        return Message("talent.more_same");
    return Message("talent.more", {{"people", signedWhole(now - before)}});
}

Message talentParts(TalentPlace place, const TalentYear& year)
{
    const auto of = [&](TalentWay way) {
        return MessageValue(year.sum([&](const TalentRibbon& r) { return r.place == place && r.way == way; }));
    };
    const auto graduates = of(TalentWay::Graduate), leavers = of(TalentWay::Research), deterred = of(TalentWay::Deterred);
    if (place == TalentPlace::Home)
        return Message("talent.parts_home", {{"graduates", graduates}, {"leavers", leavers}});
    if (place == TalentPlace::ThirdCountry || place == TalentPlace::ChineseAi)
        return Message("talent.parts_abroad", {{"graduates", graduates}, {"leavers", leavers}, {"deterred", deterred}});
    return {};
}

Message talentStaying(const TalentYear& year)
{
    const auto stay = year.sum([](const TalentRibbon& r) { return r.way == TalentWay::Graduate && r.place == TalentPlace::Research; });
    return Message("talent.staying", {{"stay", stay}, {"go", year.by(TalentWay::Graduate) - stay}});
}

std::vector<TalentLedgerLine> talentLedger(const TalentYear& year, const TalentYear* less)
{
    const auto line = [&](std::int64_t (*of)(const TalentYear&)) {
        const auto people = of(year) - (less ? of(*less) : 0);
        return people;
    };
    const auto start = line([](const TalentYear&y) { return y.start; }), end = line([](const TalentYear&y) { return y.end; });
    const auto enter = line([](const TalentYear& y) { return y.entering(); });
    const auto leave = line([](const TalentYear& y) { return -y.leaving(); });
    const auto retire = line([](const TalentYear& y) { return -y.retiring(); });
    const auto stock = [&](std::int64_t people) { return less ? signedWhole(people) : MessageValue(people); };
    return {{Message("talent.start_of", {{"year", year.year}}), stock(start)},
            {Message("talent.enter"), signedWhole(enter)},
            {Message("talent.leave"), signedWhole(leave)},
            {Message("talent.retire"), signedWhole(retire)},
            {Message("talent.end_of", {{"year", year.year}}), stock(end)}};
}

MessageValue factorChange(double now, double before)
{
    if (isCrumb(now, before))
        return Message("talent.no_effect");
    return signedPart(now / before - 1);
}

Message stocksTitle(double now, double before, int year)
{
    if (now == before)
        return Message("talent.stocks_same", {{"people", number(now)}, {"year", year}});
    return Message("talent.stocks", {{"change", signedPart(now / before - 1)}, {"year", year}});
}

Message admittedTitle(double now, double before, int year)
{
    if (now == before)
        return Message("talent.admitted_same", {{"people", number(now)}, {"year", year}});
    return Message("talent.admitted", {{"change", signedPart(now / before - 1)}, {"year", year}});
}

Message drugChainTitle(const TalentRun& now, const TalentRun& before, int year)
{
    const auto change = [&](int in) { return factorChange(now.chainIn(in).entries, before.chainIn(in).entries); };
    if (isCrumb(now.chainIn(lastYear).entries, before.chainIn(lastYear).entries)
        && isCrumb(now.chainIn(year).entries, before.chainIn(year).entries))
        return Message("talent.chain_same", {{"entries", number(now.chainIn(year).entries)}, {"year", year}});
    if (year == lastYear)
        return Message("talent.chain_last", {{"change", change(year)}, {"year", year}});
    return Message("talent.chain", {{"change", change(year)}, {"year", year}, {"last", change(lastYear)}, {"lastYear", lastYear}});
}

Message drugChainSubtitle(const Catalogue& catalogue, const MessageValue& baseline, int year)
{
    const auto& power = inputOf(catalogue, "drug.talent_elasticity");
    return Message("talent.chain_subtitle", {{"baseline", baseline}, {"year", year}, {"grade", gradeName(power.grade)}});
}

Message drugPower(const Catalogue& catalogue)
{
    return Message("talent.power", {{"power", exactNumber(inputOf(catalogue, "drug.talent_elasticity").central)}});
}

Message drugPowerRange(const Catalogue& catalogue)
{
    const auto& power = inputOf(catalogue, "drug.talent_elasticity");
    return Message("talent.range", {{"low", exactNumber(power.low)}, {"high", exactNumber(power.high)}});
}

Message drugLag(const Catalogue& catalogue)
{
    return Message("talent.lag", {{"years", exactNumber(inputOf(catalogue, "drug.lag").central)}});
}

Message drugLagRange(const Catalogue& catalogue)
{
    const auto& lag = inputOf(catalogue, "drug.lag");
    return Message("talent.range", {{"low", exactNumber(lag.low)}, {"high", exactNumber(lag.high)}});
}

MessageList drugChainTold(const Catalogue& catalogue, const DrugChain& now, const DrugChain& before, int year)
{
    const auto billions = [](double value) { return amount(number(value), {.id = "usd_billion"}); };
    const auto odds = percent(numbers::DecimalText::toDouble(inputOf(catalogue, "drug.approval_odds").central));
    if (isCrumb(now.entries, before.entries))
        return {{Message("talent.entries_same", {{"entries", number(now.entries)}, {"year", year}}),
                 Message("talent.approvals_same",
                         {{"odds", odds}, {"approvals", number(now.approvals)}, {"value", billions(now.value)}, {"year", year}})},
                MessageList::Joint::Sentence};
    const auto [entries, entriesBefore] = numbersAlike(now.entries, before.entries);
    const auto [value, valueBefore] = numbersAlike(now.value, before.value);
    const auto [approvals, approvalsBefore] = numbersAlike(now.approvals, before.approvals);
    return {{Message("talent.entries", {{"entries", entries}, {"before", entriesBefore}, {"year", year}}),
             Message("talent.approvals", {{"odds", odds},
                                          {"approvals", approvals},
                                          {"before", approvalsBefore},
                                          {"value", amount(value, {.id = "usd_billion"})},
                                          {"valueBefore", amount(valueBefore, {.id = "usd_billion"})},
                                          {"year", year}})},
            MessageList::Joint::Sentence};
}

Message drugChainWeak(const Catalogue& catalogue)
{
    const auto& power = inputOf(catalogue, "drug.talent_elasticity");
    return Message("talent.chain_weak",
                   {{"low", exactNumber(power.low)}, {"high", exactNumber(power.high)}, {"grade", gradeName(power.grade)}});
}

} // namespace chokepoint::words
