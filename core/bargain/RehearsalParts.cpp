// Takes the text of a rehearsal apart into what both sides saw and the sheet of each, and puts it together again.
#include "api/InputError.h"
#include "bargain/RehearsalInside.h"
#include "facts/Csv.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chokepoint::bargain {
namespace {

constexpr std::string_view seatWord = "seat ", sheetWord = "sheet ", draftWord = "draft", datesWord = "dates", tableLine = "table";
constexpr std::array<std::string_view, 5> seen{"chokepoint", gameWord, "opens", "replay", "rounds"}; // first words of what both know

std::string_view takeLine(std::string_view& text)
{
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::string_view firstWord(std::string_view line) { return line.substr(0, line.find(' ')); }

std::optional<Side> seatOf(std::string_view line)
{
    if (line == "seat us")
        return Side::US;
    return line == "seat china" ? std::optional(Side::China) : std::nullopt;
}

/// Three quarters and a count of quarters, in order.
std::optional<DealTimes> timesOf(const std::vector<std::string_view>& words)
{
    if (words.size() != 4)
        return std::nullopt;
    const auto announced = Quarter::parse(words[0]), legal = Quarter::parse(words[1]), effective = Quarter::parse(words[2]);
    int quarters = 0;
    const auto [end, error] = std::from_chars(words[3].data(), words[3].data() + words[3].size(), quarters);
    if (!announced || !legal || !effective || error != std::errc() || end != words[3].data() + words[3].size())
        return std::nullopt;
    const DealTimes times{{*announced, *legal, *effective}, quarters};
    return isOrdered(times) ? std::optional(times) : std::nullopt;
}

std::string timesLine(const DealTimes& times)
{
    const auto& [announced, legal, effective] = times.dates;
    return std::string(datesWord) + " " + announced.text() + " " + legal.text() + " " + effective.text() + " "
         + std::to_string(times.quarters) + "\n";
}

/// A sheet without its drafts and its dates, the last of which are put into `draft` and `times`.
std::string withoutDraft(const GameTables& game, std::string_view sheet, std::optional<Package>& draft, std::optional<DealTimes>& times,
                         const std::string& place)
{
    std::string rest;
    while (!sheet.empty()) {
        const auto line = takeLine(sheet);
        const auto word = firstWord(line);
        const auto behind = wordsOf(line.substr(std::min(line.size(), word.size() + 1)));
        bool isRead = true;
        if (word == draftWord)
            isRead = (draft = packageOf(game.domain, behind)).has_value();
        else if (word == datesWord)
            isRead = game.isOfModel && (times = timesOf(behind)).has_value(); // no deal of the scored game is broken
        else
            rest += std::string(line) + "\n";
        if (!isRead)
            throw InputError(Refusal("rehearsal_not_read", {{"text", facts::shortened(std::string(line))}}, {.file = place}));
    }
    return rest;
}

} // namespace

RehearsalParts rehearsalParts(const Rehearsal& rehearsal, const Both<std::optional<Package>>& drafts,
                              const std::optional<DealTimes>& times)
{
    RehearsalParts parts;
    const auto whole = wholeText(rehearsal);
    const auto& people = rehearsal.terms().people;
    const bool isForTwo = people.us && people.china;
    std::optional<Side> seat;
    std::size_t hidden = 0; // lines of the sheet since the last line of both
    const auto tell = [&] {
        if (seat && hidden > 0)
            parts.talks += std::string(sheetWord) + std::to_string(hidden) + "\n";
        hidden = 0;
    };
    bool isHead = true;
    for (std::string_view text = whole; !text.empty();) {
        const auto line = takeLine(text);
        isHead = isHead && line != tableLine;
        const auto word = firstWord(line);
        const bool isOfBoth = !isHead || line.starts_with(seatWord) || std::ranges::find(seen, word) != seen.end()
                           || (isForTwo && word == "seed"); // the computer has no part in it
        if (!isOfBoth && seat) {
            parts.sheets.of(*seat) += std::string(line) + "\n";
            ++hidden;
            continue;
        }
        tell();
        parts.talks += std::string(line) + "\n";
        if (const auto next = seatOf(line); isHead && next)
            seat = next;
    }
    for (const auto side : bothSides) {
        if (drafts.of(side) && people.of(side))
            parts.sheets.of(side) += std::string(draftWord) + levelsOf(rehearsal.view(side).game().domain, *drafts.of(side)) + "\n";
        if (times && isOrdered(*times) && people.of(side)) // others are refused where they are shown
            parts.sheets.of(side) += timesLine(*times);
    }
    parts.drafts = drafts;
    parts.times = times;
    return parts;
}

std::vector<Side> sidesOf(std::string_view talks)
{
    std::vector<Side> sides;
    while (!talks.empty()) {
        const auto line = takeLine(talks);
        if (line == tableLine)
            break;
        if (const auto side = seatOf(line))
            sides.push_back(*side);
    }
    return sides;
}

/// Line by line as it was, for a part of the text may be tied to what stands before it.
Rehearsal rehearsalFrom(const PackageTable& table, RehearsalParts& parts, const std::string& place)
{
    Both<std::string> sheets;
    parts.times.reset();
    for (const auto side : bothSides) {
        parts.drafts.of(side).reset();
        sheets.of(side) = withoutDraft(table.game(), parts.sheets.of(side), parts.drafts.of(side), parts.times, place);
    }
    Both<std::string_view> left{sheets.us, sheets.china};
    std::string whole;
    std::optional<Side> seat;
    for (std::string_view text = parts.talks; !text.empty();) {
        const auto line = takeLine(text);
        if (!line.starts_with(sheetWord)) {
            whole += std::string(line) + "\n";
            seat = seatOf(line) ? seatOf(line) : seat;
            continue;
        }
        std::size_t lines = 0;
        std::from_chars(line.data() + sheetWord.size(), line.data() + line.size(), lines);
        for (; seat && lines > 0 && !left.of(*seat).empty(); --lines)
            whole += std::string(takeLine(left.of(*seat))) + "\n";
    }
    return wholeFrom(table, whole, place);
}

} // namespace chokepoint::bargain
