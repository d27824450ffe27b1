// Measures: their settings and changes, where they stand, how hard a step is, and why a change does nothing.

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/MoveAnswer.h"
#include "api/NumberWords.h"
#include "api/ProjectionWords.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"

#include "numbers/DecimalText.h"
#include "words/Phrases.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace chokepoint::words {
namespace {

/// A number with its unit; a currency stands before it: "$400m", "50% of ...", "6 million stacks a year".
Message withUnit(const std::string& decimalText, const std::string& unit)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> currencies{
        {{"$", "dollars"}, {"$m", "million_dollars"}, {"$bn a year", "billion_dollars_year"}}};
    const auto amount = exactNumber(decimalText);
    const auto at = std::ranges::find(currencies, std::string_view(unit), &std::pair<std::string_view, std::string_view>::first);
    if (at != currencies.end())
        return Message::ofFamily("setting_amount", at->second, {{"number", amount}});
    if (unit.starts_with('%'))
        return Message("setting.percent", {{"number", amount}, {"unit", unit}});
    return Message("setting.number", {{"number", amount}, {"unit", unit}});
}

/// The level of a value, or the form in which a number is told; nullptr for what is no value of the measure.
const Level* settingOf(const Measure& measure, const std::string& value)
{
    if (!measure.isNumber) {
        const auto level = std::ranges::find(measure.levels, value, &Level::id);
        return level == measure.levels.end() ? nullptr : &*level;
    }
    const auto number = numbers::DecimalText::parse(value);
    if (!number || measure.numbers.empty())
        return nullptr;
    return *number == 0 && measure.numbers.size() > 1 ? &measure.numbers[1] : &measure.numbers[0];
}

std::string withCapital(const std::string& text)
{
    auto wide = icu::UnicodeString::fromUTF8(text);
    if (const auto first = wide.char32At(0); !wide.isEmpty())
        wide.replace(0, U16_LENGTH(first), u_totitle(first));
    std::string bytes;
    return wide.toUTF8String(bytes);
}

/// A phrase with the digits of a number in the place that it keeps for them.
MessageValue filled(const std::string& phrase, const std::string& decimalText, PhrasePlace place = PhrasePlace::Inside)
{
    const auto at = phrase.find(numberMark);
    const auto begin = phrase.substr(0, std::min(at, phrase.size()));
    const auto before = place == PhrasePlace::Start ? withCapital(begin) : begin;
    if (at == std::string::npos)
        return before;
    return Message("setting.filled",
                   {{"before", before}, {"number", exactNumber(decimalText)}, {"after", phrase.substr(at + numberMark.size())}});
}

MessageValue phraseOf(const Measure& measure, const std::string& value, std::string Level::*phrase)
{
    const auto* setting = settingOf(measure, value);
    return setting ? filled(setting->*phrase, value) : MessageValue(value);
}

} // namespace

const Measure& measureOf(const Catalogue& catalogue, const Change& change)
{
    return catalogue.measures[*catalogue.findMeasure(change.measure)];
}

MessageValue shortValue(const Measure& measure, const std::string& value) { return phraseOf(measure, value, &Level::shortLabel); }

MessageValue longValue(const Measure& measure, const std::string& value)
{
    if (measure.isNumber)
        return withUnit(value, measure.unit);
    return phraseOf(measure, value, &Level::label);
}

MessageValue doing(const Catalogue& catalogue, const Action& action, PhrasePlace place)
{
    const auto& measure = catalogue.measures[action.measure];
    const auto* setting = settingOf(measure, action.value);
    if (!setting)
        return action.value;
    const bool isCapped = action.cap && !setting->doingCapped.empty();
    return isCapped ? filled(setting->doingCapped, *action.cap, place) : filled(setting->doing, action.value, place);
}

MessageValue ifSet(const Measure& measure, const std::string& value) { return phraseOf(measure, value, &Level::condition); }

Message rangeOf(const Measure& measure)
{
    const bool isMoney = measure.unit.starts_with('$');
    const auto least = isMoney ? shortValue(measure, measure.minimum) : exactNumber(measure.minimum);
    return Message("setting.range", {{"least", least}, {"most", longValue(measure, measure.maximum)}});
}

Message setting(const Measure& measure, const std::string& value)
{
    return Message("setting.of", {{"measure", measure.shortName}, {"value", shortValue(measure, value)}});
}

Message change(const Catalogue& catalogue, const Change& change, Quarter start)
{
    const auto& measure = measureOf(catalogue, change);
    const auto value = shortValue(measure, change.value);
    const auto from = startOfPolicy(change.from.value_or(start));
    if (change.over == 1)
        return Message("setting.change", {{"measure", measure.shortName}, {"value", value}, {"from", from}});
    return Message("setting.ramp", {{"measure", measure.shortName}, {"value", value}, {"from", from}, {"quarters", change.over}});
}

MessageList settings(const Catalogue& catalogue, const std::vector<Change>& moves)
{
    MessageList list;
    for (const auto& move : moves)
        list.items.push_back(setting(measureOf(catalogue, move), move.value));
    return list;
}

std::string withDatesInWords(const std::string& text, const Language& language)
{
    const auto isPart = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isPart(text[end]))
            ++end;
        const auto token = text.substr(at, end - at);
        const bool isDate =
            (token.size() == 10 || token.size() == 7) && (token.starts_with("19") || token.starts_with("20")) && token[4] == '-';
        result += isDate ? language.text(dateValue(token)) : token;
        if (end == at)
            result += text[end++];
        at = end;
    }
    return result;
}

Message difficulty(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::DoneBefore: return Message("difficulty.done_before");
    case Difficulty::Announced: return Message("difficulty.announced");
    case Difficulty::NeverTried: break;
    }
    return Message("difficulty.never_tried");
}

Message statusLine(const MeasureNotes& notes)
{
    constexpr std::array<std::pair<MeasureStatus, std::string_view>, 2> names{
        {{MeasureStatus::InForce, "in_force"}, {MeasureStatus::Proposed, "proposed"}}};
    if (notes.status == MeasureStatus::Suspended)
        return Message("status.suspended", {{"until", dateValue(notes.until)}});
    const auto at = std::ranges::find(names, notes.status, &std::pair<MeasureStatus, std::string_view>::first);
    const auto name = at == names.end() ? "hypothetical" : at->second;
    if (notes.until.empty())
        return Message::ofFamily("status_alone", name);
    return Message::ofFamily("status_due", name, {{"until", dateValue(notes.until)}});
}

Message moveReason(const Catalogue& catalogue, const MoveAnswer& answer, std::size_t measure)
{
    using Kind = MoveAnswer::Kind;
    switch (answer.kind) {
    case Kind::NotChanged: return {};
    case Kind::Effect:
        return answer.firstEffect > answer.from
                 ? Message("move.later", {{"part", std::to_string(answer.firstEffect.ofYear())}, {"year", answer.firstEffect.year()}})
                 : Message();
    case Kind::Elsewhere: return Message("move.elsewhere", {{"series", catalogue.series[answer.series].noun}, {"others", answer.others}});
    case Kind::TableOnly: return Message("move.table_only");
    case Kind::SameLevers: return Message("move.same", {{"value", shortValue(catalogue.measures[measure], answer.like)}});
    case Kind::Bound:
        return Message("move.bound", {{"effect", answer.isSlight ? "slight" : "none"},
                                      {"year", answer.boundFrom.year()},
                                      {"bottleneck", binding(answer.bottleneck)},
                                      {"own", binding(answer.own)}});
    case Kind::Blocked: {
        const auto& blocker = catalogue.measures[answer.blocker];
        return Message("move.blocked", {{"ifNow", ifSet(blocker, answer.blockerValue)}, {"ifFreed", ifSet(blocker, answer.freeingValue)}});
    }
    case Kind::NotFound: break;
    }
    return Message("move.not_found");
}

} // namespace chokepoint::words
