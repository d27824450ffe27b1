// What talks are about, as the head of their text says.
#include "api/WatchedTalks.h"
#include "bargain/RehearsalInside.h"

namespace chokepoint::bargain {
namespace {

/// What stands behind the first such word at the head of talks.
std::string headLine(std::string_view text, std::string_view word)
{
    const auto key = "\n" + std::string(word) + " ";
    const auto at = text.find(key), table = text.find("\ntable\n");
    if ((!text.starts_with(rehearsalLine) && !isWatchedText(text)) || at >= table)
        return {};
    const auto begin = at + key.size();
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

} // namespace

std::string gameLine(const GameTables& game)
{
    return game.isOfModel ? std::string() : std::string(gameWord) + " " + std::string(scoredWord) + "\n";
}

std::string replayOf(std::string_view text) { return headLine(text, "replay"); }

bool isOfScoredGame(std::string_view text) { return headLine(text, gameWord) == scoredWord; }

} // namespace chokepoint::bargain
