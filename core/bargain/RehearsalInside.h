// What a rehearsal knows, the truth of both sides with it; seen by its own files alone.
#pragma once

#include "api/Rehearsal.h"
#include "bargain/SeatSheet.h"

namespace chokepoint::bargain {

struct Rehearsal::Inside {
    PackageTable table;
    RehearsalTerms terms;
    Both<RevealedSide> truth;
    std::shared_ptr<const Payoffs> payoffs; ///< with the weights that both sides have
    Both<std::shared_ptr<const SeatView::Sheet>> sheets;
    std::optional<Counterpart> computer;
    std::vector<SeenMove> said; ///< without worths
    std::optional<Package> deal, afterwards;
    std::vector<Pressure> pressures{};
    int round = 1;
    bool isOver = false, isLastWord = false;
    Side turn = Side::US;

    std::optional<Package> onTable() const; ///< the last offer of the side that does not move
    std::vector<Package> allOnTable() const; ///< with the ones that were offered beside it
    Both<double> walkAway() const;           ///< with the pressure in force
    void say(MoveKind kind, const Package& package, bool isPart = false);
    bool isPart(const Package& deal) const;  ///< was the accepted offer one on some issues alone
    void answerPressure();
    void letComputerHaveTheLastWord();
    void goOn();
    void letComputerMove();
};

// The lines of RehearsalText.cpp and RehearsalHead.cpp.

inline constexpr std::string_view rehearsalLine = "chokepoint rehearsal 1", gameWord = "game", scoredWord = "scored";
/// "game scored" as a line; empty for the game of the model, which older texts do not name.
std::string gameLine(const GameTables& game);
/// " hbm=today tariff=t18": the level of every issue, each behind a blank.
std::string levelsOf(const Domain& domain, const Package& package);
/// The package of such words; nothing for others.
std::optional<Package> packageOf(const Domain& domain, const std::vector<std::string_view>& levels);
std::vector<std::string_view> wordsOf(std::string_view text);
/// All of it as a text, for two people with the sheets of both, and back.
std::string wholeText(const Rehearsal& rehearsal);
Rehearsal wholeFrom(const PackageTable& table, std::string_view text, const std::string& place);

} // namespace chokepoint::bargain
