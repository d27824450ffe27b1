// Rehearsals of the scored game: known worths, an estimate that knows nothing of the other sheet, what is saved, and the debrief.
#include "NashPackage.h"
#include "TestData.h"
#include "TestProgram.h"

#include "api/InputError.h"
#include "api/RehearsalWords.h"
#include "api/WatchedTalks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace chokepoint;
using namespace chokepoint::bargain;

namespace {

const PackageTable& sheets()
{
    static const auto table = packageTableOf(scoredGameOf(test::engine()));
    return table;
}

const Domain& issues() { return sheets().game().domain; }

Package changed(Package package, const std::vector<std::pair<std::string, std::string>>& changes)
{
    for (const auto& [issue, level] : changes) {
        const auto i = static_cast<std::size_t>(std::ranges::find(issues().issues, issue, &Issue::id) - issues().issues.begin());
        const auto& levels = issues().issues[i].levels;
        package.levels[i] = static_cast<std::uint8_t>(std::ranges::find(levels, level, &IssueLevel::id) - levels.begin());
    }
    return package;
}

/// The Nash package of the research note.
Package nashPackage()
{
    return changed(issues().statusQuo(), {test::nashPackage.begin(), test::nashPackage.end()});
}

SeatTerms printed(Side side) { return SeatTerms{sheets().game().weightings[weightingsOf(sheets().game(), side).front()].weights}; }

RehearsalTerms twoPeople()
{
    RehearsalTerms terms;
    terms.people = {printed(Side::US), printed(Side::China)};
    return terms;
}

RehearsalTerms againstTheComputer(const char* persona = "late")
{
    RehearsalTerms terms;
    terms.people.us = printed(Side::US);
    terms.persona = persona;
    terms.seed = 11;
    return terms;
}

bool isAsNoted(double value, double known, double tolerance = 0.005) { return std::fabs(value - known) <= tolerance; }

template <class Act> bool isRefused(const Act& act)
{
    try {
        act();
    } catch (const InputError&) {
        return true;
    }
    return false;
}

} // namespace

class ScoredRehearsalTest : public QObject {
    Q_OBJECT
private slots:
    void aSeatSeesItsSheetAsTheNoteGivesIt()
    {
        const Rehearsal rehearsal(sheets(), twoPeople());
        const auto us = rehearsal.view(Side::US), china = rehearsal.view(Side::China);
        QVERIFY(isAsNoted(us.today(), 71.06) && isAsNoted(china.today(), 46.51));
        QVERIFY(isAsNoted(us.walkAway(), 65.9, 0.05) && isAsNoted(china.walkAway(), 38.1, 0.05));
        QVERIFY(isAsNoted(us.worth(nashPackage()), 79.93) && isAsNoted(china.worth(nashPackage()), 57.04));
        const auto points = us.pointsOf(nashPackage()), parts = us.partsOf(nashPackage());
        QVERIFY(isAsNoted(std::accumulate(points.begin(), points.end(), 0.0), 79.93, 1e-9));
        QVERIFY(isAsNoted(std::accumulate(parts.begin(), parts.end(), us.today()), 79.93, 1e-9));
        QVERIFY(isAsNoted(points[0], 18 * 0.72, 1e-9) && isAsNoted(parts[0], 18 * (0.72 - 0.92), 1e-9));
        double shares = us.today();
        for (const auto& share : us.sharesOf(nashPackage()))
            shares += share.mine;
        QVERIFY(isAsNoted(shares, 79.93, 1e-9));
    }
    void aSeatSeesTheSameWhateverTheOtherSheetIs()
    {
        const auto seen = [](const PackageTable& table, const std::vector<int>& ofChina) {
            auto terms = twoPeople();
            terms.people.china->weights = ofChina;
            Rehearsal rehearsal(table, terms);
            rehearsal.offer(nashPackage());
            rehearsal.offer(changed(issues().statusQuo(), {{"hbm", "open"}, {"tar", "t12"}}));
            const auto view = rehearsal.view(Side::US);
            std::vector<double> numbers{view.estimate(nashPackage()).value, view.walkAwayOfOther().value,
                                        view.effectOfPressure(0, 5).theirs.value,
                                        view.swap(nashPackage()) ? view.swap(nashPackage())->theirs : -1};
            for (const auto& wish : view.wishes())
                numbers.push_back(wish.share);
            for (const auto& share : view.sharesOf(nashPackage()))
                numbers.push_back(share.theirs.value);
            numbers.insert(numbers.end(), view.openWeights().china.begin(), view.openWeights().china.end());
            return numbers;
        };
        std::vector<int> other(11);
        other[3] = 60;
        other[7] = 40;
        auto another = scoredGameOf(test::engine()); // printed otherwise
        for (std::size_t i = 0; i < other.size(); ++i) {
            another.weights[i].china = other[i];
            for (auto& value : another.values[i])
                value.china = 100 - value.china;
        }
        const auto known = seen(sheets(), printed(Side::China).weights);
        QVERIFY(printed(Side::China).weights != other && seen(sheets(), other) == known);
        QVERIFY(seen(packageTableOf(another), other) == known);
    }
    void theEstimateLearnsWhatTheOtherSideHoldsFastTo()
    {
        Rehearsal rehearsal(sheets(), twoPeople());
        const auto before = rehearsal.view(Side::US).wishes();
        QCOMPARE(before.size(), std::size_t{11});
        QVERIFY(isAsNoted(before[0].share, 1.0 / 11, 1e-12) && before[0].name == issues().issues[0].name);
        rehearsal.offer(issues().statusQuo());
        rehearsal.offer(changed(issues().statusQuo(), {{"tar", "t12"}, {"hbm", "open"}}));
        rehearsal.offer(issues().statusQuo());
        rehearsal.offer(changed(issues().statusQuo(), {{"tar", "t12"}, {"hbm", "hbm3_cap"}})); // holds the tariff, moves on HBM
        const auto after = rehearsal.view(Side::US).wishes();
        QVERIFY(after[5].share > after[0].share);
        const auto estimated = rehearsal.view(Side::US).estimate(nashPackage());
        QVERIFY(estimated.low == estimated.value && estimated.high == estimated.value); // one estimate, no range
        QVERIFY(rehearsal.view(Side::US).readings().empty());
    }
    void whatIsTakenUpOfSeveralPackagesTeachesTheEstimate()
    {
        // packages of like worth to Washington that differ in a few issues each
        Rehearsal rehearsal(sheets(), againstTheComputer()), plain(sheets(), againstTheComputer());
        const auto view = rehearsal.view(Side::US);
        const auto first = changed(issues().statusQuo(), {{"tar", "t12"}});
        std::vector<Package> all{first};
        for (std::size_t p = 0; p < issues().packageCount() && all.size() < Rehearsal::mostAtOnce; p += 5)
            if (const auto package = issues().packageAt(p);
                view.offerable().holds(package) && std::fabs(view.worth(package) - view.worth(first)) < 0.9
                && std::ranges::all_of(all, [&](const Package& other) { return issues().changesBetween(package, other) > 3; }))
                all.push_back(package);
        QCOMPARE(all.size(), std::size_t{3});
        QVERIFY(rehearsal.offerAny(all));
        const auto after = rehearsal.view(Side::US);
        const auto move = after.moves().front();
        QCOMPARE(move.others.size(), std::size_t{2});
        QVERIFY(plain.offer(move.package));
        const auto without = plain.view(Side::US);
        // what was taken up looks better beside what was left than it would without the choice
        for (const auto& other : move.others)
            QVERIFY(after.estimate(move.package).value - after.estimate(other).value
                    > without.estimate(move.package).value - without.estimate(other).value + 0.01);
        const auto text = rehearsalText(rehearsal);
        const auto again = rehearsalFrom(sheets(), text, "a.rehearsal").view(Side::US);
        for (std::size_t i = 0; i < after.wishes().size(); ++i)
            QCOMPARE(again.wishes()[i].share, after.wishes()[i].share);
    }
    void theDebriefOfTheNashPackageIsThatOfTheNote()
    {
        Rehearsal rehearsal(sheets(), twoPeople());
        QVERIFY(rehearsal.offer(nashPackage()));
        QVERIFY(rehearsal.accept());
        const auto debrief = *rehearsal.debrief();
        QCOMPARE(debrief.frontier.size(), std::size_t{133});
        QVERIFY(debrief.points->nash.package == nashPackage() && debrief.deal->package == nashPackage());
        QVERIFY(isAsNoted(debrief.deal->worth.us, 79.93) && isAsNoted(debrief.deal->worth.china, 57.04));
        QVERIFY(isAsNoted(debrief.today.us, 71.06) && isAsNoted(debrief.today.china, 46.51));
        QVERIFY(isAsNoted(debrief.quality->nashShare, 1, 1e-12) && !debrief.better);
        QCOMPARE(debrief.allowedCount, std::size_t{2488320});
        QVERIFY(isAsNoted(100.0 * static_cast<double>(debrief.zoneCount) / 2488320, 16.1, 0.05));
        std::size_t cells = 0;
        for (const auto& cell : debrief.cells)
            cells += cell.count;
        QCOMPARE(cells, std::size_t{2488320});
        QVERIFY(debrief.refusals.empty() && debrief.vetoChances.empty());
        const auto& guesses = debrief.guesses.us;
        QVERIFY(isAsNoted(guesses[0].truth, 20, 1e-9) && !guesses[0].guess); // HBM: from nothing to all of its 20 points
        QCOMPARE(test::said(words::debriefTitle(debrief)),
                 std::string("A deal for both with nothing left on the table: 79.9 for Washington, 57.0 for Beijing"));
        const auto revealed = test::said(words::transcript(*debrief.game, debrief, rehearsal.terms(), test::english()));
        QVERIFY2(revealed.find("sheets") != std::string::npos, revealed.c_str());
    }
    void withoutADealOfBothTheStatusQuoLeavesMuch()
    {
        Rehearsal rehearsal(sheets(), twoPeople());
        QVERIFY(rehearsal.offer(issues().statusQuo()));
        QVERIFY(rehearsal.accept());
        QCOMPARE(rehearsal.debrief()->betterCount, std::size_t{62883});
        QVERIFY(rehearsal.settleAfter(nashPackage()));
        QVERIFY(rehearsal.debrief()->isSettledAfter);
    }
    void everyComputerPlaysItAndTakesNothingBelowItsWalkAwayValue()
    {
        for (const auto& persona : personas()) {
            Rehearsal rehearsal(sheets(), againstTheComputer(persona.id));
            while (!rehearsal.isOver() && !rehearsal.isLastWord())
                QVERIFY(rehearsal.offer(nashPackage()));
            if (!rehearsal.isOver() && !rehearsal.accept())
                rehearsal.breakOff();
            const auto debrief = *rehearsal.debrief();
            QVERIFY2(!debrief.deal || debrief.deal->worth.china >= debrief.sides.china.walkAway, persona.id);
            for (const auto& move : debrief.moves)
                QVERIFY(move.side == Side::US || move.kind != MoveKind::Offer || move.worth.china >= debrief.sides.china.walkAway);
        }
    }
    void aSavedRehearsalGoesOnAsItWasAndNamesItsGame()
    {
        auto terms = againstTheComputer();
        terms.secret = 12345;
        Rehearsal rehearsal(sheets(), terms);
        QVERIFY(rehearsal.offer(nashPackage()));
        QVERIFY(rehearsal.press(5, 3, 1));
        const auto text = rehearsalText(rehearsal);
        QVERIFY(isOfScoredGame(text) && replayOf(text).empty());
        const auto again = rehearsalFrom(sheets(), text, "here");
        QCOMPARE(rehearsalText(again), text);
        const auto one = rehearsal.view(Side::US), other = again.view(Side::US);
        QVERIFY(one.moves().size() == other.moves().size() && one.moves().back().package == other.moves().back().package);
        QVERIFY(one.pressures() == other.pressures() && one.walkAway() == other.walkAway());
        auto parts = rehearsalParts(rehearsal, {nashPackage(), std::nullopt});
        QVERIFY(isOfScoredGame(parts.talks) && parts.talks.find("weights") == std::string::npos);
        QCOMPARE(rehearsalText(rehearsalFrom(sheets(), parts, "here")), text);
        QVERIFY(parts.drafts.us == nashPackage());
        QVERIFY(!isOfScoredGame("a letter\ngame scored\n"));
    }
    void textsThatMixTheGamesAreRefused()
    {
        Rehearsal rehearsal(sheets(), againstTheComputer());
        QVERIFY(rehearsal.offer(nashPackage()));
        const auto text = rehearsalText(rehearsal);
        const auto bent = [&](const std::string& from, const std::string& to) {
            auto copy = text;
            const auto at = copy.find(from);
            return at == std::string::npos ? std::string() : copy.replace(at, from.size(), to);
        };
        const auto isRead = [](const std::string& of) { return !of.empty() && !isRefused([&] { rehearsalFrom(sheets(), of, "here"); }); };
        QVERIFY(isRead(text) && isRead(bent("rounds 8", "rounds 9")));
        QVERIFY(!isRead(bent("game scored\n", "")));
        QVERIFY(!isRead(bent("game scored", "game model")));
        QVERIFY(!isRead(bent("opens us", "opens us\nreplay five_weeks")));
        QVERIFY(!isRead(bent("weights 18 ", "weights 9 9 "))); // twelve, as the model has
        QVERIFY(!isRead(bent("chance 0.7", "chance 0.7\nguess china_general")));
        QVERIFY(!isRead(bent("offer hbm=hbm2e accel=h200", "offer hbm=hbm2e chip=today")));
        QVERIFY(!isRead(bent("table\n", "table\npress tariff=t30 1\n")));
        auto parts = rehearsalParts(rehearsal);
        QVERIFY(!isRefused([&] { rehearsalFrom(sheets(), parts, "here"); }));
        parts.sheets.us += "dates 2027Q1 2027Q1 2027Q3 4\n"; // of a deal that the model runs
        QVERIFY(isRefused([&] { rehearsalFrom(sheets(), parts, "here"); }));
    }
    void computersAreWatchedAtItAndOpenedAgain()
    {
        WatchTerms terms;
        terms.seed = 5;
        WatchedTalks talks(sheets(), terms);
        for (int move = 0; move < 3; ++move)
            QVERIFY(talks.step());
        QCOMPARE(talks.talks().view(Side::US).wishes().size(), std::size_t{11});
        const auto text = watchedText(talks);
        QVERIFY(isWatchedText(text) && isOfScoredGame(text));
        auto again = watchedFrom(sheets(), text, "here");
        QCOMPARE(watchedText(again), text);
        while (again.step()) {}
        QCOMPARE(again.debrief()->frontier.size(), std::size_t{133});
        auto bent = text;
        bent.replace(bent.find("game scored\n"), 12, "");
        QVERIFY(isRefused([&] { watchedFrom(sheets(), bent, "here"); }));
    }
};

CHOKEPOINT_TEST(ScoredRehearsalTest)
#include "ScoredRehearsalTest.moc"
