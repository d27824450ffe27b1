// A rehearsal as lines of text, and back: what was said is said again, and the computer answers as it did.
#include "api/InputError.h"
#include "bargain/RehearsalInside.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chokepoint::bargain {
namespace {

constexpr std::string_view firstLine = "chokepoint rehearsal 1";
constexpr std::array<std::string_view, 2> sideWords{"us", "china"}; // in the order of Side
constexpr std::size_t mostLines = 400;

std::string decimal(double value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

std::string levelsOf(const Domain& domain, const Package& package)
{
    std::string text;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        text += " " + domain.issues[i].id + "=" + domain.issues[i].levels[package.levels[i]].id;
    return text;
}

std::string oneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    return text;
}

/// Reads line by line, each a word and the rest.
class Reader {
public:
    Reader(const PackageTable& table, std::string_view text, const std::string& place) : m_table(table), m_text(text), m_place(place) {}

    Rehearsal read()
    {
        if (m_text.size() > largestRehearsalText || !next() || m_all != firstLine)
            fail();
        SeatTerms person;
        RehearsalTerms terms;
        std::optional<Side> seat;
        while (next() && m_word != "table")
            readTerm(person, terms, seat);
        if (m_word != "table" || !seat || person.weights.empty())
            fail();
        terms.people.of(*seat) = std::move(person);
        Rehearsal rehearsal = begun(terms);
        while (next())
            replay(rehearsal);
        return rehearsal;
    }

private:
    [[noreturn]] void fail() const
    {
        throw InputError(Refusal("rehearsal_not_read", {{"text", std::string(m_all.substr(0, 80))}}, {.file = m_place, .line = m_line}));
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
        if (error != std::errc() || end != text.data() + text.size())
            fail();
        return value;
    }

    std::vector<std::string_view> words() const
    {
        std::vector<std::string_view> all;
        for (auto rest = m_rest; !rest.empty();) {
            const auto gap = rest.find(' ');
            all.push_back(rest.substr(0, gap));
            rest.remove_prefix(gap == std::string_view::npos ? rest.size() : gap + 1);
        }
        return all;
    }

    Side side() const
    {
        const auto at = std::ranges::find(sideWords, m_rest);
        if (at == sideWords.end())
            fail();
        return static_cast<Side>(at - sideWords.begin());
    }

    void readTerm(SeatTerms& person, RehearsalTerms& terms, std::optional<Side>& seat)
    {
        if (m_word == "seat")
            seat = side();
        else if (m_word == "opens")
            terms.opens = side();
        else if (m_word == "weights")
            for (const auto word : words())
                person.weights.push_back(number<int>(word));
        else if (m_word == "chance")
            person.chanceOfRollOver = number<double>(m_rest);
        else if (m_word == "target")
            person.target = number<double>(m_rest);
        else if (m_word == "guess")
            person.guess = m_rest;
        else if (m_word == "note")
            person.note = m_rest;
        else if (m_word == "locked")
            person.lockedAt = m_rest;
        else if (m_word == "persona")
            terms.persona = m_rest;
        else if (m_word == "replay")
            terms.replay = m_rest;
        else if (m_word == "rounds")
            terms.rounds = number<int>(m_rest);
        else if (m_word == "seed")
            terms.seed = number<std::uint64_t>(m_rest);
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
        const auto all = words();
        const auto each = m_table.game().domain.issues.size();
        std::vector<Package> packages;
        for (std::size_t at = 0; at < all.size() && packages.size() <= Rehearsal::mostAtOnce; at += each)
            packages.push_back(package({all.begin() + static_cast<std::ptrdiff_t>(at),
                                        all.begin() + static_cast<std::ptrdiff_t>(std::min(at + each, all.size()))}));
        return packages;
    }

    Package package(const std::vector<std::string_view>& levels) const
    {
        const auto& domain = m_table.game().domain;
        if (levels.size() != domain.issues.size())
            fail();
        Package package;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const auto& issue = domain.issues[i];
            const auto at =
                std::ranges::find_if(issue.levels, [&](const IssueLevel& level) { return issue.id + "=" + level.id == levels[i]; });
            if (at == issue.levels.end())
                fail();
            package.levels[i] = static_cast<std::uint8_t>(at - issue.levels.begin());
        }
        return package;
    }

    void replay(Rehearsal& rehearsal) const
    {
        bool isDone = true;
        if (m_word == "offer")
            isDone = rehearsal.offer(package(words()));
        else if (m_word == "any")
            isDone = rehearsal.offerAny(packages());
        else if (m_word == "accept")
            isDone = rehearsal.accept();
        else if (m_word == "break" && !rehearsal.isOver())
            rehearsal.breakOff();
        else if (m_word == "settle")
            isDone = rehearsal.settleAfter(package(words()));
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

} // namespace

std::string rehearsalText(const Rehearsal& rehearsal)
{
    const auto& inside = *rehearsal.m_inside;
    const auto& people = inside.terms.people;
    if (people.us && people.china)
        return {};
    const auto seat = people.us ? Side::US : Side::China;
    const auto& person = *people.of(seat);
    const auto& domain = inside.table.game().domain;
    const auto word = [](Side side) { return std::string(sideWords[static_cast<std::size_t>(side)]); };
    std::string text(firstLine);
    text += "\nseat " + word(seat) + "\nopens " + word(inside.terms.opens) + "\nweights";
    for (const int weight : person.weights)
        text += " " + std::to_string(weight);
    text += "\nchance " + decimal(person.chanceOfRollOver);
    if (person.target)
        text += "\ntarget " + decimal(*person.target);
    for (const auto& [key, value] : {std::pair{"guess", person.guess}, std::pair{"note", person.note}, std::pair{"locked", person.lockedAt},
                                     std::pair{"persona", inside.terms.persona}, std::pair{"replay", inside.terms.replay}})
        if (!value.empty())
            text += "\n" + std::string(key) + " " + oneLine(value);
    text += "\nrounds " + std::to_string(inside.terms.rounds) + "\nseed " + std::to_string(inside.terms.seed) + "\ntable\n";
    for (const auto& move : inside.said) {
        if (move.side != seat)
            continue;
        switch (move.kind) {
        case MoveKind::Offer:
            text += (move.others.empty() ? "offer" : "any") + levelsOf(domain, move.package);
            for (const auto& other : move.others)
                text += levelsOf(domain, other);
            text += "\n";
            break;
        case MoveKind::Accept: text += "accept\n"; break;
        case MoveKind::BreakOff: text += "break\n"; break;
        }
    }
    if (inside.afterwards)
        text += "settle" + levelsOf(domain, *inside.afterwards) + "\n";
    return text;
}

std::string replayOf(std::string_view text)
{
    constexpr std::string_view key = "\nreplay ";
    const auto at = text.find(key), table = text.find("\ntable\n");
    if (!text.starts_with(firstLine) || at >= table)
        return {};
    const auto begin = at + key.size();
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

Rehearsal rehearsalFrom(const PackageTable& table, std::string_view text, const std::string& place)
{
    return Reader(table, text, place).read();
}

} // namespace chokepoint::bargain
