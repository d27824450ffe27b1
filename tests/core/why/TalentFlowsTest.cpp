// Ribbons of people close to the person in every year of every ready-made package, and are what the run has.
#include "api/TalentFlows.h"

#include "TestData.h"
#include "TestProgram.h"
#include "api/OpenModelsWords.h"
#include "api/Period.h"
#include "api/SupplyMapWords.h"
#include "api/TalentWords.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace chokepoint;

namespace {

double meanIn(const Projection& run, const char* series, int year)
{
    return run.annualMean(*test::engine().catalogue().findSeries(series), year);
}

/// Whole people are never farther from what the sectors have than their own rounding and that of stock and change together.
bool isNear(std::int64_t shown, double people) { return std::fabs(static_cast<double>(shown) - people) < 2.5; }

Scenario drought() { return test::engine().preset("talent_drought"); }

} // namespace

class TalentFlowsTest : public QObject {
    Q_OBJECT
private slots:
    void ribbonsSumToThePersonInEveryYearOfEveryPackage()
    {
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto run = talentOf(test::engine(), preset);
            QCOMPARE(run.years.size(), std::size_t{yearCount});
            for (std::size_t y = 0; y < run.years.size(); ++y) {
                const auto& year = run.years[y];
                const auto told = qPrintable(QString::fromStdString(preset.id) + QString(" in %1").arg(year.year));
                QCOMPARE(year.year, firstYear + static_cast<int>(y));
                QVERIFY2(year.start + year.entering() - year.leaving() - year.retiring() == year.end, told);
                QVERIFY2(y == 0 || year.start == run.years[y - 1].end, told);
                QVERIFY2(std::accumulate(year.stocksShown.begin(), year.stocksShown.end(), std::int64_t{0}) == year.end, told);
                std::int64_t born = 0, ways = 0, places = 0;
                for (const auto origin : {Origin::UnitedStates, Origin::China, Origin::India, Origin::Other})
                    born += year.bornIn(origin);
                for (const auto way : {TalentWay::Domestic, TalentWay::HiredAbroad, TalentWay::Graduate, TalentWay::Deterred})
                    ways += year.by(way);
                for (const auto place : {TalentPlace::OtherWork, TalentPlace::Home, TalentPlace::ThirdCountry, TalentPlace::ChineseAi})
                    places += year.to(place);
                QVERIFY2(born == ways, told);
                QVERIFY2(born - year.entering() + year.by(TalentWay::Research) == places, told);
                for (const auto& ribbon : year.ribbons) {
                    QVERIFY2(ribbon.people >= -1e-9 && ribbon.shown >= 0, told);
                    QVERIFY2(isNear(ribbon.shown, ribbon.people), told);
                }
            }
        }
    }
    void ribbonsAreWhatTheSeriesSay()
    {
        for (const auto* id : {"status_quo_2026", "talent_drought"}) {
            const auto scenario = test::engine().preset(id);
            const auto run = talentOf(test::engine(), scenario);
            const auto projection = test::engine().project(scenario);
            for (const auto& year : run.years) {
                const auto series = [&](const char* name) { return meanIn(projection, name, year.year) * 1000; };
                const auto people = [&](auto fits) {
                    double sum = 0;
                    for (const auto& r : year.ribbons)
                        sum += fits(r) ? r.people : 0;
                    return sum;
                };
                const auto isNearly = [](double a, double b) { return std::fabs(a - b) < 1e-6 * std::max(1.0, std::fabs(b)); };
                QVERIFY(isNearly(people([](const auto& r) { return r.place == TalentPlace::Research && r.origin == Origin::India; }),
                                 series("talent.us_entry_india")));
                QVERIFY(isNearly(people([](const auto& r) {
                                     return r.way == TalentWay::Research && r.place != TalentPlace::OtherWork && r.origin == Origin::China;
                                 }),
                                 series("talent.us_exit_china")));
                QVERIFY(isNearly(people([](const auto& r) { return r.place == TalentPlace::ChineseAi; }),
                                 series("talent.returnees") + series("talent.deterred_home")));
                QVERIFY(isNearly(people([](const auto& r) { return r.place == TalentPlace::ThirdCountry; }),
                                 series("talent.leave_third") + series("talent.go_third_china") + series("talent.deterred_third")));
                QVERIFY(isNearly(run.chainIn(year.year).entries, meanIn(projection, "drug.clinical_entries_us", year.year)));
                QVERIFY(isNearly(run.chainIn(year.year).researchers, meanIn(projection, "talent.us", year.year)));
            }
        }
    }
    /// A fee on visas cuts who is hired straight from abroad, and nobody else in the first year.
    void aFeeCutsThoseWhoAreHiredAbroad()
    {
        auto fee = test::engine().preset("status_quo_2026");
        const auto before = talentOf(test::engine(), fee).in(2028);
        fee.changes.push_back({"h1b_fee", "100000", Quarter{(2028 - firstYear) * 4}, 1});
        const auto after = talentOf(test::engine(), fee).in(2028);
        QVERIFY(after.by(TalentWay::HiredAbroad) < before.by(TalentWay::HiredAbroad) / 2);
        QCOMPARE(after.bornIn(Origin::UnitedStates), before.bornIn(Origin::UnitedStates));
    }
    /// The power of the chain: projects started follow workforce and researchers by it, where US compute is the same.
    void projectsFollowPeopleByThePowerOfTheInput()
    {
        const auto now = talentOf(test::engine(), drought()), before = talentOf(test::engine(), test::engine().preset("status_quo_2026"));
        const auto last = static_cast<std::size_t>(quarterCount - 1);
        const double people = now.workforce[last] * now.researchers[last] / (before.workforce[last] * before.researchers[last]);
        QVERIFY(people < 0.95);
        QVERIFY(std::fabs(now.starts[last] / before.starts[last] - std::pow(people, 0.35)) < 1e-9);
    }
    void wholePeopleAreApportionedToThoseWhoLoseMost()
    {
        QVERIFY((apportioned({1.2, 1.7, 1.1}, 4) == std::vector<std::int64_t>{1, 2, 1}));
        QVERIFY((apportioned({1.2, 1.7, 1.1}, 3) == std::vector<std::int64_t>{1, 1, 1}));
        QVERIFY((apportioned({0.5, 0.5}, 1) == std::vector<std::int64_t>{1, 0})); // of equals the first
        QVERIFY((apportioned({2.0, 3.0}, 4) == std::vector<std::int64_t>{1, 3}));
        QVERIFY((apportioned({0.0, 3.9}, 2) == std::vector<std::int64_t>{0, 2})); // nobody is not one less
        QVERIFY(apportioned({}, 0).empty());
    }
    void theTitleSaysWhetherSomebodyElseEnters()
    {
        const auto now = talentOf(test::engine(), drought()).in(2030);
        const auto before = talentOf(test::engine(), test::engine().preset("status_quo_2026")).in(2030);
        QCOMPARE(words::talentTitle(now, before, "A", "B").id(), std::string("talent.title"));
        QCOMPARE(words::talentTitle(now, now, "A", "B").id(), std::string("talent.title_same"));
        QCOMPARE(words::talentTitle(now, now, "B", "B").id(), std::string("talent.title_alone"));
        QVERIFY(test::said(words::talentSubtitle(2028, "A", "B", false)).ends_with(" A against B."));
        for (const auto& alone : {words::talentSubtitle(2028, "B", "B", false), words::openModelsSubtitle(2028, "B", "B")})
            QVERIFY2(test::said(alone).find("against") == std::string::npos, test::said(alone).c_str()); // "B against B" says nothing
        QVERIFY(test::said(words::talentSubtitle(2028, "A", "B", true)).starts_with("A against B: "));
        for (const auto& itself : {words::talentSubtitle(2028, "B", "B", true), words::mapDifferenceSubtitle(Quarter{0}, "B", "B")})
            QVERIFY2(test::said(itself).find("B against itself") != std::string::npos, test::said(itself).c_str());
        QVERIFY(test::said(words::talentTitle(now, before, "A", "B")).ends_with("and the workforce shrinks"));
        QVERIFY(test::said(words::talentTitle(before, before, "B", "B")).ends_with("and the workforce grows"));
    }
    void theLedgerOfADifferenceIsThatOfBothYears()
    {
        const auto now = talentOf(test::engine(), drought()).in(2030);
        const auto before = talentOf(test::engine(), test::engine().preset("status_quo_2026")).in(2030);
        const auto lines = words::talentLedger(now, &before);
        QCOMPARE(lines.size(), std::size_t{5});
        QCOMPARE(lines.back().number.text(), std::to_string(now.end - before.end));
        QVERIFY(now.end < before.end);
        QVERIFY(words::peopleAgainst(5, 5) == Message("talent.people_same", {{"people", 5}}));
        QVERIFY(words::peopleMore(5, 7) == Message("talent.more", {{"people", Digits{"-2", Digits::Form::Signed}}}));
    }
};

CHOKEPOINT_TEST(TalentFlowsTest)
#include "TalentFlowsTest.moc"
