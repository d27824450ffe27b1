// The words of a headline: title, the line below it and the reason.
#include "api/Headline.h"

#include "api/ChangeWords.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/ProjectionWords.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "words/Phrases.h"
#include "words/Units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace chokepoint::words {
namespace {

/// The series that have sentences of their own in the family headline_series.
constexpr std::array<std::string_view, 10> toldSeries{
    "compute.china_effective", "compute.lead",      "revenue.us_allied_total",  "revenue.chinese_total", "accel.dies", "talent.us",
    "open.influence_china",    "open.influence_us", "drug.clinical_entries_us", "capability.gap"};

bool isTold(const Series& series) { return std::ranges::find(toldSeries, std::string_view(series.id)) != toldSeries.end(); }

MessageValue changeValue(const Finding& finding)
{
    const auto display = displayUnit(*finding.series);
    return amount(number(finding.value * display.scale), display);
}

/// "2027" for its first quarter, else with the month in which it begins.
Message startOf(Quarter from) { return Message("headline.start", {{"quarter", std::to_string(from.ofYear())}, {"year", from.year()}}); }

Message actionsSubject(const Catalogue& catalogue, const std::vector<Action>& actions)
{
    const auto& first = actions.front();
    const auto begun = doing(catalogue, first, PhrasePlace::Start);
    if (actions.size() == 1)
        return Message("headline_subject.one", {{"doing", begun}, {"when", startOf(first.from)}});
    const auto& second = actions[1];
    if (second.isReturn && second.measure == first.measure)
        return Message("headline_subject.there_and_back",
                       {{"doing", begun}, {"when", startOf(first.from)}, {"backWhen", startOf(second.from)}});
    const auto also = doing(catalogue, second, PhrasePlace::Inside);
    if (first.from == second.from)
        return Message("headline_subject.together", {{"first", begun}, {"second", also}, {"when", startOf(first.from)}});
    return Message("headline_subject.two",
                   {{"first", begun}, {"firstWhen", startOf(first.from)}, {"second", also}, {"secondWhen", startOf(second.from)}});
}

Message subjectOf(const Catalogue& catalogue, const Headline& headline)
{
    using Subject = Headline::Subject;
    const auto when = startOf(headline.from);
    switch (headline.subject) {
    case Subject::StatusQuo: return Message("headline_subject.status_quo");
    case Subject::Actions: return actionsSubject(catalogue, headline.actions);
    case Subject::Preset:
        return headline.preset->subject.empty()
                 ? Message("headline_subject.titled", {{"title", headline.preset->title}, {"when", when}})
                 : Message("headline_subject.preset", {{"subject", headline.preset->subject}, {"when", when}});
    case Subject::Package: break;
    }
    if (!headline.law.empty())
        return Message("headline_subject.law", {{"title", headline.law}});
    if (headline.main)
        return Message("headline_subject.mainly", {{"doing", doing(catalogue, *headline.main, PhrasePlace::Inside)}, {"when", when}});
    return Message("headline_subject.package", {{"when", when}});
}

/// "many" for two things done, which take the plural of a verb.
const char* countOf(const Headline& headline)
{
    return headline.subject == Headline::Subject::Actions && headline.actions.size() > 1 ? "many" : "one";
}

/// The form of the verb.
std::string moodOf(const Headline& headline)
{
    const bool isProbable = headline.finding.certainty == Certainty::Probable;
    return (isProbable ? std::string("probably_") : std::string()) + (headline.isPast ? "past" : countOf(headline));
}

/// Without a sign: "18%", "0.7 points", "1.2 months", "less than 0.1%".
MessageValue changeSize(const Finding& finding)
{
    const auto& series = *finding.series;
    const bool isDifference = isDifferenceTold(series);
    const double change =
        isDifference ? (finding.value - finding.before) * series.unit.scale : (finding.value / finding.before - 1) * 100;
    const double size = std::fabs(change);
    if (!std::isfinite(size))
        return number(size);
    const auto form = isDifference ? Digits::Form::Plain : Digits::Form::Percent;
    const auto digits = rounded(size, size < 9.95 ? 1 : 0, form);
    if (size < 0.05)
        return isDifference ? Message("change.under_difference", {{"size", Digits{"0.1"}}, {"unit", changeUnit(series)}})
                            : Message("number.under", {{"size", Digits{"0.1", Digits::Form::Percent}}});
    return isDifference ? MessageValue(Message("change.difference", {{"change", digits}, {"unit", changeUnit(series)}}))
                        : MessageValue(digits);
}

/// The sentence of a change whose sign the runs agree on.
Message changeTitle(const Catalogue& catalogue, const Headline& headline)
{
    const auto& finding = headline.finding;
    const auto subject = subjectOf(catalogue, headline);
    const auto mood = moodOf(headline);
    const auto way = finding.value > finding.before ? "up" : "down";
    if (finding.before == 0)
        return Message("headline.from_zero", {{"subject", subject},
                                              {"mood", mood},
                                              {"series", finding.series->noun},
                                              {"value", changeValue(finding)},
                                              {"year", finding.year}});
    if (isTold(*finding.series))
        return Message::ofFamily(
            "headline_series", finding.series->id,
            {{"subject", subject}, {"mood", mood}, {"way", way}, {"change", changeSize(finding)}, {"year", finding.year}});
    return Message("headline.other_series", {{"subject", subject},
                                             {"mood", mood},
                                             {"way", way},
                                             {"series", finding.series->noun},
                                             {"change", changeSize(finding)},
                                             {"year", finding.year}});
}

/// The two ends of the range of 8 runs in 10, behind "8 in 10 runs lie".
Message changeRange(const Series& series, const ChangeSpread& spread)
{
    const auto [low, high] = endsOfRange(series, spread);
    const auto unit = changeUnit(series);
    if (low == high)
        return Message("headline.about", {{"change", low}, {"unit", unit}});
    return Message("headline.between", {{"low", low}, {"high", high}, {"unit", unit}});
}

Message valueSentence(const Headline& headline)
{
    const auto& finding = headline.finding;
    if (!finding.isChange())
        return Message("headline.stays", {{"value", changeValue(finding)}});
    const auto display = displayUnit(*finding.series);
    const auto [now, before] = numbersAlike(finding.value * display.scale, finding.before * display.scale);
    const auto value = amount(now, display), instead = amountWithoutUnit(before, display);
    const MessageValue under = headline.baseline ? MessageValue(headline.baseline->title) : MessageValue("");
    const auto hasName = headline.baseline ? "yes" : "no";
    if (!finding.spread || finding.before == 0)
        return Message("headline.instead", {{"value", value}, {"before", instead}, {"hasName", hasName}, {"baseline", under}});
    const auto& spread = *finding.spread;
    const auto range = changeRange(*finding.series, spread);
    const double agreeing = std::max(spread.up, spread.down);
    if (finding.certainty == Certainty::Unclear)
        return Message("headline.disagree", {{"value", value},
                                             {"before", instead},
                                             {"hasName", hasName},
                                             {"baseline", under},
                                             {"range", range},
                                             {"rising", shareOfRuns(spread.up)},
                                             {"falling", shareOfRuns(spread.down)}});
    return Message("headline.agree", {{"value", value},
                                      {"before", instead},
                                      {"hasName", hasName},
                                      {"baseline", under},
                                      {"range", range},
                                      {"agreement", agreeing >= 1 ? "all" : "most"},
                                      {"share", percentOfRuns(agreeing)},
                                      {"way", spread.up >= spread.down ? "rise" : "fall"}});
}

} // namespace

Message headlineTitle(const Catalogue& catalogue, const Headline& headline)
{
    const auto& finding = headline.finding;
    const auto& noun = finding.series->noun;
    if (finding.isChange() && finding.certainty != Certainty::Unclear)
        return changeTitle(catalogue, headline);
    if (headline.subject == Headline::Subject::StatusQuo && !finding.isChange())
        return Message(
            "headline.status_quo",
            {{"series", noun}, {"value", changeValue(finding)}, {"year", finding.year}, {"assumed", headline.isAssumed ? "yes" : "no"}});
    const auto subject = subjectOf(catalogue, headline);
    const auto count = countOf(headline);
    const auto mood = headline.isPast ? "past" : count;
    if (finding.isChange())
        return Message("headline.unclear", {{"subject", subject}, {"mood", mood}, {"series", noun}, {"year", finding.year}});
    if (headline.measures == headline.bargainingChips)
        return Message("headline.bargaining_chips", {{"subject", subject}, {"mood", count}});
    if (headline.isNothingMoved)
        return Message("headline.nothing", {{"subject", subject}, {"mood", mood}});
    return Message("headline.no_effect", {{"subject", subject}, {"mood", mood}, {"series", noun}, {"year", finding.year}});
}

namespace {

/// Sentences of the line below the title, without the reason.
std::vector<MessageValue> factsOf(const Headline& headline)
{
    std::vector<MessageValue> facts;
    if (headline.subject != Headline::Subject::StatusQuo || headline.finding.isChange())
        facts.emplace_back(valueSentence(headline));
    if (headline.bargainingChips > 0 && headline.bargainingChips < headline.measures)
        facts.emplace_back(Message("headline.some_chips", {{"chips", headline.bargainingChips}, {"measures", headline.measures}}));
    if (headline.isAssumed && headline.subject != Headline::Subject::StatusQuo)
        facts.emplace_back(Message("headline.assumed"));
    return facts;
}

} // namespace

MessageValue headlineLine(const Headline& headline) { return MessageList{factsOf(headline), MessageList::Joint::Sentence}; }

MessageValue headlineBrief(const Headline& headline)
{
    const auto& finding = headline.finding;
    if (!finding.spread || finding.before == 0)
        return headlineLine(headline);
    const auto display = displayUnit(*finding.series);
    const auto [now, before] = numbersAlike(finding.value * display.scale, finding.before * display.scale);
    return Message("headline.brief", {{"value", amount(now, display)},
                                      {"before", amountWithoutUnit(before, display)},
                                      {"range", changeRange(*finding.series, *finding.spread)}});
}

MessageValue headlineBelow(const Catalogue& catalogue, const Headline& headline)
{
    auto sentences = factsOf(headline);
    if (auto reason = headlineReason(catalogue, headline); !reason.isEmpty())
        sentences.emplace_back(std::move(reason));
    return MessageList{std::move(sentences), MessageList::Joint::Sentence};
}

Message headlineReason(const Catalogue& catalogue, const Headline& headline)
{
    if (!headline.finding.isChange() && headline.noEffect && headline.actions.size() == 1)
        return moveReason(catalogue, *headline.noEffect, headline.actions.front().measure);
    if (headline.finding.isChange() && headline.finding.certainty == Certainty::Unclear)
        return {};
    using Course = Bottleneck::Course;
    const auto& b = headline.bottleneck;
    const auto old = binding(b.old), first = binding(b.first), second = binding(b.second);
    switch (b.course) {
    case Course::NotTold: break;
    case Course::Stays:
        return Message("headline_reason.stays",
                       {{"bottleneck", first}, {"year", headline.finding.isChange() ? headline.finding.year : lastYear}});
    case Course::MovesOnce: return Message("headline_reason.once", {{"old", old}, {"new", first}, {"year", b.firstMove.year()}});
    case Course::MovesTwice:
        if (b.firstMove.year() == b.secondMove.year())
            return Message("headline_reason.twice_in_a_year",
                           {{"old", old}, {"first", first}, {"second", second}, {"year", b.firstMove.year()}});
        return Message(
            "headline_reason.twice",
            {{"old", old}, {"first", first}, {"firstYear", b.firstMove.year()}, {"second", second}, {"secondYear", b.secondMove.year()}});
    case Course::Fades: return Message("headline_reason.fades", {{"bottleneck", first}, {"from", startOfPolicy(b.firstMove)}});
    case Course::Shared: return Message("headline_reason.shared", {{"bottleneck", first}, {"year", headline.finding.year}});
    case Course::Differs: return Message("headline_reason.differs", {{"new", first}, {"old", old}, {"year", headline.finding.year}});
    }
    return {};
}

} // namespace chokepoint::words
