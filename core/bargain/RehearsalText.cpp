// A rehearsal as lines of text, and back: what was said is said again, and the computer answers as it did.
#include "api/InputError.h"
#include "bargain/RehearsalInside.h"
#include "facts/Csv.h"
#include "numbers/DecimalText.h"
#include "numbers/Veil.h"
#include "scenario/TextLines.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chokepoint::bargain {
namespace {

constexpr std::array<std::string_view, 2> sideWords{"us", "china"}; // in the order of Side
constexpr std::size_t mostLines = 400;

std::string sheetText(const SeatTerms& person)
{
    std::string text = "weights";
    for (const int weight : person.weights)
        text += " " + std::to_string(weight);
    text += "\nchance " + numbers::DecimalText::shortest(person.chanceOfRollOver) + "\n";
    if (person.target)
        text += "target " + numbers::DecimalText::shortest(*person.target) + "\n";
    for (const auto& [key, value] :
         {std::pair{"guess", person.guess}, std::pair{"note", person.note}, std::pair{"locked", person.lockedAt}})
        if (!value.empty())
            text += std::string(key) + " " + scenario::oneLine(value) + "\n";
    return text;
}

/// Reads line by line, each a word and the rest.
class Reader {
public:
    Reader(const PackageTable& table, std::string_view text, const std::string& place) : m_table(table), m_text(text), m_place(place) {}

    Rehearsal read()
    {
        if (m_text.size() > largestRehearsalText || !next() || m_all != rehearsalLine)
            fail();
        RehearsalTerms terms;
        std::optional<Side> seat;
        bool isOfModel = true;
        const auto all = m_text;
        while (next() && m_word != "table")
            if (m_word == "veiled")
                terms.secret = unveiled(all);
            else if (m_word == gameWord && m_rest == scoredWord)
                isOfModel = false;
            else
                readTerm(terms, seat);
        if (m_word != "table" || isOfModel != m_table.game().isOfModel)
            fail();
        Rehearsal rehearsal = begun(terms);
        while (next())
            replay(rehearsal);
        return rehearsal;
    }

private:
    [[noreturn]] void fail() const
    {
        throw InputError(
            Refusal("rehearsal_not_read", {{"text", facts::shortened(std::string(m_all))}}, {.file = m_place, .line = m_line}));
    }

    bool next()
    {
        if (m_text.empty())
            return false;
        if (++m_line > mostLines)
            fail();
        const auto end = m_text.find('\n');
        m_all = m_text.substr(0, end);
        m_text.remove_prefix(end == std::string_view::npos ? m_text.size() : end + 1);
        const auto gap = m_all.find(' ');
        m_word = m_all.substr(0, gap);
        m_rest = gap == std::string_view::npos ? std::string_view() : m_all.substr(gap + 1);
        return true;
    }

    template <class Number> Number number(std::string_view text) const
    {
        Number value{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value - value != Number{}) // no infinity, and not "nan"
            fail();
        return value;
    }

    Side side() const
    {
        const auto at = std::ranges::find(sideWords, m_rest);
        if (at == sideWords.end())
            fail();
        return static_cast<Side>(at - sideWords.begin());
    }

    /// `all`: the terms up to here, which the secret is tied to.
    std::uint64_t unveiled(std::string_view all) const
    {
        const auto begin = static_cast<std::size_t>(m_all.data() - all.data());
        const auto secret = numbers::unveiled(m_rest, all.substr(0, begin));
        if (!secret || *secret == 0)
            fail();
        return *secret;
    }

    void readTerm(RehearsalTerms& terms, std::optional<Side>& seat)
    {
        if (m_word == "seat") {
            seat = side();
            if (terms.people.of(*seat))
                fail();
            terms.people.of(*seat).emplace();
        } else if (m_word == "opens")
            terms.opens = side();
        else if (m_word == "persona")
            terms.persona = m_rest;
        else if (m_word == "replay")
            terms.replay = m_rest;
        else if (m_word == "rounds")
            terms.rounds = number<int>(m_rest);
        else if (m_word == "seed")
            terms.seed = number<std::uint64_t>(m_rest);
        else if (seat)
            readSheet(*terms.people.of(*seat));
        else
            fail();
    }

    void readSheet(SeatTerms& person)
    {
        if (m_word == "weights")
            for (const auto word : wordsOf(m_rest))
                person.weights.push_back(number<int>(word));
        else if (m_word == "chance")
            person.chanceOfRollOver = number<double>(m_rest);
        else if (m_word == "target")
            person.target = number<double>(m_rest);
        else if (m_word == "guess")
            person.guess = scenario::oneLine(std::string(m_rest));
        else if (m_word == "note")
            person.note = scenario::oneLine(std::string(m_rest));
        else if (m_word == "locked")
            person.lockedAt = scenario::oneLine(std::string(m_rest));
        else
            fail();
    }

    Rehearsal begun(const RehearsalTerms& terms) const
    {
        try {
            return {m_table, terms};
        } catch (const InputError&) {
            fail();
        }
    }

    /// Some packages, one behind the other.
    std::vector<Package> packages() const
    {
        const auto all = wordsOf(m_rest);
        const auto each = m_table.game().domain.issues.size();
        std::vector<Package> packages;
        for (std::size_t at = 0; at < all.size() && packages.size() <= Rehearsal::mostAtOnce; at += each)
            packages.push_back(package({all.begin() + static_cast<std::ptrdiff_t>(at),
                                        all.begin() + static_cast<std::ptrdiff_t>(std::min(at + each, all.size()))}));
        return packages;
    }

    Package package(const std::vector<std::string_view>& levels) const
    {
        const auto package = packageOf(m_table.game().domain, levels);
        if (!package)
            fail();
        return *package;
    }

    std::size_t issueOf(std::string_view id) const
    {
        const auto& issues = m_table.game().domain.issues;
        const auto at = std::ranges::find_if(issues, [&](const Issue& issue) { return issue.id == id; });
        if (at == issues.end())
            fail();
        return static_cast<std::size_t>(at - issues.begin());
    }

    std::vector<bool> issues() const
    {
        std::vector<bool> some(m_table.game().domain.issues.size());
        for (const auto word : wordsOf(m_rest))
            some[issueOf(word)] = true;
        return some;
    }

    /// An issue with its level and the rounds until it takes effect.
    bool press(Rehearsal& rehearsal) const
    {
        const auto all = wordsOf(m_rest);
        const auto gap = all.empty() ? std::string_view::npos : all[0].find('=');
        if (all.size() != 2 || gap == std::string_view::npos)
            fail();
        const auto issue = issueOf(all[0].substr(0, gap));
        const auto& levels = m_table.game().domain.issues[issue].levels;
        const auto at = std::ranges::find_if(levels, [&](const IssueLevel& level) { return level.id == all[0].substr(gap + 1); });
        return at != levels.end() && rehearsal.press(issue, static_cast<std::size_t>(at - levels.begin()), number<int>(all[1]));
    }

    void replay(Rehearsal& rehearsal) const
    {
        bool isDone = true;
        if (m_word == "offer")
            isDone = rehearsal.offer(package(wordsOf(m_rest)));
        else if (m_word == "any")
            isDone = rehearsal.offerAny(packages());
        else if (m_word == "part")
            isDone = rehearsal.offerPart(issues());
        else if (m_word == "press")
            isDone = press(rehearsal);
        else if (m_word == "accept")
            isDone = m_rest.empty() ? rehearsal.accept() : rehearsal.accept(package(wordsOf(m_rest)));
        else if (m_word == "break" && !rehearsal.isOver())
            rehearsal.breakOff();
        else if (m_word == "settle")
            isDone = rehearsal.settleAfter(package(wordsOf(m_rest)));
        else
            isDone = m_all.empty();
        if (!isDone)
            fail();
    }

    const PackageTable& m_table;
    std::string_view m_text, m_all, m_word, m_rest;
    std::string m_place;
    std::size_t m_line = 0;
};

/// Pressure of a side that was announced before the move at a place.
std::string pressureLines(const Domain& domain, const std::vector<Pressure>& pressures, Side seat, std::size_t place)
{
    std::string text;
    for (const auto& pressure : pressures)
        if (pressure.side == seat && pressure.afterMoves == place) {
            const auto& issue = domain.issues[pressure.issue];
            text += "press " + issue.id + "=" + issue.levels[pressure.level].id + " "
                  + std::to_string(pressure.inForce - pressure.announced) + "\n";
        }
    return text;
}

/// Issues of an offer on some issues alone that are not as today: with today they make the same part.
std::string issuesOf(const Domain& domain, const Package& part)
{
    std::string text;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        if (const auto& pair = domain.issues[i].pair; std::ranges::any_of(domain.issues, [&](const Issue& issue) {
                const auto other = static_cast<std::size_t>(&issue - domain.issues.data());
                return (other == i || (!pair.empty() && issue.pair == pair)) && part.levels[other] != issue.statusQuo;
            }))
            text += " " + domain.issues[i].id;
    return text;
}

std::string moveLine(const Domain& domain, const std::vector<SeenMove>& said, std::size_t place)
{
    const auto& move = said[place];
    if (move.kind == MoveKind::BreakOff)
        return "break\n";
    if (move.kind == MoveKind::Accept) {
        const auto& offered = said[place - 1].package;
        return "accept" + (move.package == offered ? std::string() : levelsOf(domain, move.package)) + "\n";
    }
    if (move.isPart)
        return "part" + issuesOf(domain, move.package) + "\n";
    auto text = (move.others.empty() ? "offer" : "any") + levelsOf(domain, move.package);
    for (const auto& other : move.others)
        text += levelsOf(domain, other);
    return text + "\n";
}

} // namespace

std::string levelsOf(const Domain& domain, const Package& package)
{
    std::string text;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        text += " " + domain.issues[i].id + "=" + domain.issues[i].levels[package.levels[i]].id;
    return text;
}

std::optional<Package> packageOf(const Domain& domain, const std::vector<std::string_view>& levels)
{
    if (levels.size() != domain.issues.size())
        return std::nullopt;
    Package package;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto& issue = domain.issues[i];
        const auto at = std::ranges::find_if(issue.levels, [&](const IssueLevel& level) { return issue.id + "=" + level.id == levels[i]; });
        if (at == issue.levels.end())
            return std::nullopt;
        package.levels[i] = static_cast<std::uint8_t>(at - issue.levels.begin());
    }
    return package;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> all;
    while (!text.empty()) {
        const auto gap = text.find(' ');
        all.push_back(text.substr(0, gap));
        text.remove_prefix(gap == std::string_view::npos ? text.size() : gap + 1);
    }
    return all;
}

std::string wholeText(const Rehearsal& rehearsal)
{
    const auto& inside = *rehearsal.m_inside;
    const auto& people = inside.terms.people;
    const auto& domain = inside.table.game().domain;
    const auto word = [](Side side) { return std::string(sideWords[static_cast<std::size_t>(side)]); };
    std::string head = gameLine(inside.table.game());
    for (const auto side : bothSides)
        if (people.of(side))
            head += "seat " + word(side) + "\n" + sheetText(*people.of(side));
    head += "opens " + word(inside.terms.opens);
    for (const auto& [key, value] : {std::pair{"persona", inside.terms.persona}, std::pair{"replay", inside.terms.replay}})
        if (!value.empty())
            head += "\n" + std::string(key) + " " + value;
    head += "\nrounds " + std::to_string(inside.terms.rounds) + "\nseed " + std::to_string(inside.terms.seed) + "\n";
    std::string text(rehearsalLine);
    text += '\n';
    text += head;
    if (inside.terms.secret != 0)
        text += "veiled " + numbers::veiled(inside.terms.secret, head) + "\n";
    text += "table\n";
    for (std::size_t m = 0; m <= inside.said.size(); ++m) { // the computer answers again as it did
        for (const auto side : bothSides)
            if (people.of(side))
                text += pressureLines(domain, inside.pressures, side, m);
        if (m < inside.said.size() && people.of(inside.said[m].side))
            text += moveLine(domain, inside.said, m);
    }
    if (inside.afterwards)
        text += "settle" + levelsOf(domain, *inside.afterwards) + "\n";
    return text;
}

std::string rehearsalText(const Rehearsal& rehearsal)
{
    const auto& people = rehearsal.terms().people;
    return people.us && people.china ? std::string() : wholeText(rehearsal);
}

Rehearsal wholeFrom(const PackageTable& table, std::string_view text, const std::string& place)
{
    return Reader(table, text, place).read();
}

Rehearsal rehearsalFrom(const PackageTable& table, std::string_view text, const std::string& place)
{
    auto rehearsal = wholeFrom(table, text, place);
    const auto& people = rehearsal.terms().people;
    if (people.us && people.china) // no such text is written: it would lay the sheet of each before the other
        throw InputError(Refusal("rehearsal_of_two", {.file = place}));
    return rehearsal;
}

} // namespace chokepoint::bargain
