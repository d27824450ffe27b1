// Talks of two computers as lines of text, and back: the terms are played again, as many moves as had been made.
#include "api/InputError.h"
#include "api/WatchedTalks.h"
#include "bargain/RehearsalInside.h"
#include "facts/Csv.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chokepoint::bargain {
namespace {

constexpr std::string_view watchedLine = "chokepoint watched talks 1";
constexpr std::array<std::string_view, 2> openerWords{"us", "china"}; // in the order of Side
constexpr std::size_t largestWatchedText = 1 << 12;

/// Reads line by line, each a word and the rest.
class WatchedReader {
public:
    WatchedReader(std::string_view text, const std::string& place) : m_text(text), m_place(place) {}

    WatchedTalks read(const PackageTable& table)
    {
        if (m_text.size() > largestWatchedText || !next() || m_line != watchedLine)
            fail();
        WatchTerms terms;
        std::optional<int> moves;
        bool isOfGame = table.game().isOfModel;
        while (next()) {
            const auto gap = m_line.find(' ');
            if (gap == std::string_view::npos)
                fail();
            if (std::string(m_line) + "\n" == gameLine(table.game())) // of the model there is none
                isOfGame = true;
            else
                take(m_line.substr(0, gap), m_line.substr(gap + 1), terms, moves);
        }
        if (!moves || *moves < 0 || !isOfGame)
            fail();
        try {
            WatchedTalks talks(table, terms);
            for (int move = 0; move < *moves; ++move)
                if (!talks.step())
                    fail();
            return talks;
        } catch (const InputError&) { // of terms that no talks have
            fail();
        }
    }

private:
    [[noreturn]] void fail() const
    {
        throw InputError(
            Refusal("rehearsal_not_read", {{"text", facts::shortened(std::string(m_line))}}, {.file = m_place, .line = m_number}));
    }

    bool next()
    {
        if (m_text.empty())
            return false;
        ++m_number;
        const auto end = m_text.find('\n');
        m_line = m_text.substr(0, end);
        m_text.remove_prefix(end == std::string_view::npos ? m_text.size() : end + 1);
        if (m_line.empty())
            fail();
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

    void take(std::string_view word, std::string_view rest, WatchTerms& terms, std::optional<int>& moves) const
    {
        if (word == "washington")
            terms.personas.us = rest;
        else if (word == "beijing")
            terms.personas.china = rest;
        else if (word == "replay")
            terms.replay = rest;
        else if (const auto opener = std::ranges::find(openerWords, rest); word == "opens" && opener != openerWords.end())
            terms.opens = static_cast<Side>(opener - openerWords.begin());
        else if (word == "rounds")
            terms.rounds = number<int>(rest);
        else if (word == "seed")
            terms.seed = number<std::uint64_t>(rest);
        else if (word == "moves")
            moves = number<int>(rest);
        else
            fail();
    }

    std::string_view m_text, m_line;
    std::string m_place;
    std::size_t m_number = 0;
};

} // namespace

std::string watchedText(const WatchedTalks& talks)
{
    const auto& terms = talks.terms();
    std::string text(watchedLine);
    text += "\n" + gameLine(talks.talks().game());
    text += "washington " + terms.personas.us + "\nbeijing " + terms.personas.china;
    if (!terms.replay.empty())
        text += "\nreplay " + terms.replay;
    text += "\nopens " + std::string(openerWords[static_cast<std::size_t>(terms.opens)]);
    text += "\nrounds " + std::to_string(terms.rounds) + "\nseed " + std::to_string(terms.seed);
    return text + "\nmoves " + std::to_string(talks.talks().view(Side::US).moves().size()) + "\n";
}

bool isWatchedText(std::string_view text) { return text.substr(0, text.find('\n')) == watchedLine; }

WatchedTalks watchedFrom(const PackageTable& table, std::string_view text, const std::string& place)
{
    return WatchedReader(text, place).read(table);
}

} // namespace chokepoint::bargain
