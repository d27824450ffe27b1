// Rehearsals in parts: what both saw holds nothing of a sheet, and the parts together play it again.
#include "ModelTable.h"
#include "TestData.h"
#include "TestProgram.h"

#include "api/InputError.h"
#include "api/Rehearsal.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;
using namespace chokepoint::bargain;
using test::modelDomain;
using test::modelTable;

namespace {

SeatTerms sheetOf(Side side, const char* note)
{
    const auto& game = modelTable().game();
    SeatTerms terms{game.weightings[weightingsOf(game, side)[1]].weights};
    terms.chanceOfRollOver = 0.61;
    terms.target = 63.7;
    terms.note = note;
    return terms;
}

Package draft()
{
    auto package = modelDomain().statusQuo();
    package.levels.front() = static_cast<std::uint8_t>(package.levels.front() - 1);
    return package;
}

/// The lines of a sheet by their first words.
std::vector<std::string> wordsIn(const std::string& sheet)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < sheet.size(); at = sheet.find('\n', at) + 1)
        words.push_back(sheet.substr(at, sheet.find_first_of(" \n", at) - at));
    return words;
}

} // namespace

class RehearsalPartsTest : public QObject {
    Q_OBJECT
private slots:
    void whatBothSawHoldsNothingOfASheetAndTogetherTheyPlayItAgain()
    {
        RehearsalTerms terms;
        terms.people.china = sheetOf(Side::China, "zebra");
        terms.opens = Side::China;
        terms.persona = "patient";
        terms.seed = 4711;
        Rehearsal rehearsal(modelTable(), terms);
        QVERIFY(rehearsal.offer(modelDomain().statusQuo()));
        const DealTimes times{{test::quarter("2026Q4"), test::quarter("2027Q1"), test::quarter("2027Q3")}, 6};
        const auto parts = rehearsalParts(rehearsal, {{}, draft()}, times);
        QVERIFY(parts.sheets.us.empty());
        const std::vector<std::string> expected{"weights", "chance", "target", "note", "persona", "seed", "draft", "dates"};
        QVERIFY(std::ranges::is_permutation(wordsIn(parts.sheets.china), expected));
        for (const auto* secret : {"weights", "zebra", "63.7", "0.61", "4711", "patient", "draft", "dates"})
            QVERIFY2(parts.talks.find(secret) == std::string::npos, secret);
        QVERIFY(sidesOf(parts.talks) == std::vector<Side>{Side::China});

        auto again = parts;
        again.drafts = {};
        again.times = {};
        const auto back = rehearsalFrom(modelTable(), again, "x");
        QVERIFY(back.terms() == terms);
        QVERIFY(again.drafts.china == draft() && !again.drafts.us);
        QVERIFY(again.times == times);
        const auto before = rehearsal.view(Side::China).moves(), after = back.view(Side::China).moves();
        QCOMPARE(after.size(), before.size());
        for (std::size_t m = 0; m < before.size(); ++m)
            QVERIFY(after[m].side == before[m].side && after[m].package == before[m].package && after[m].round == before[m].round);
        QVERIFY(rehearsalParts(back, {{}, draft()}).talks == parts.talks);
    }
    void twoPeopleHaveASheetEach()
    {
        RehearsalTerms terms;
        terms.people = {sheetOf(Side::US, "zebra"), sheetOf(Side::China, "okapi")};
        Rehearsal rehearsal(modelTable(), terms);
        QVERIFY(rehearsal.offer(modelDomain().statusQuo()) && rehearsal.offer(draft()) && rehearsal.offer(draft()) && rehearsal.accept());
        QVERIFY(rehearsalText(rehearsal).empty()); // no file holds both
        auto parts = rehearsalParts(rehearsal);
        QVERIFY(parts.sheets.us.find("zebra") != std::string::npos && parts.sheets.us.find("okapi") == std::string::npos);
        QVERIFY(parts.sheets.china.find("okapi") != std::string::npos && parts.sheets.china.find("zebra") == std::string::npos);
        QVERIFY(parts.talks.find("zebra") == std::string::npos && parts.talks.find("okapi") == std::string::npos);
        const auto back = rehearsalFrom(modelTable(), parts, "x");
        QVERIFY(back.isOver() && back.terms() == terms);
        QVERIFY(back.debrief()->deal->package == draft());
    }
    void datesOfADealThatAreOutOfOrderAreNeitherKeptNorRead()
    {
        RehearsalTerms terms;
        terms.people.us = sheetOf(Side::US, "zebra");
        const Rehearsal rehearsal(modelTable(), terms);
        const auto q = [](const char* text) { return test::quarter(text); };
        const auto isKept = [&](const DealTimes& times) {
            auto parts = rehearsalParts(rehearsal, {}, times);
            rehearsalFrom(modelTable(), parts, "x");
            return parts.times == times;
        };
        QVERIFY(isKept({{q("2027Q1"), q("2027Q1"), q("2027Q1")}, 20}) && isKept({{q("2026Q4"), q("2027Q1"), q("2035Q2")}, 1}));
        QVERIFY(!isKept({{q("2027Q2"), q("2027Q1"), q("2027Q3")}, 4}) && !isKept({{q("2027Q1"), q("2027Q1"), q("2035Q3")}, 4}));
        for (const auto* line :
             {"2027Q2 2027Q1 2027Q3 4", "2027Q1 2027Q3 2027Q2 4", "2027Q1 2027Q1 2035Q3 4", "2027Q1 2027Q1 2027Q1 0",
              "2027Q1 2027Q1 2027Q1 21", "2027Q1 2027Q1 2027Q1 4x", "2027Q1 2027Q1 2027Q1", "2036Q1 2036Q1 2036Q1 4", ""}) {
            auto bent = rehearsalParts(rehearsal);
            bent.sheets.us += std::string("dates ") + line + "\n";
            const auto refused = test::errorOf([&] { rehearsalFrom(modelTable(), bent, "x"); });
            QVERIFY2(refused.refusal().id == "rehearsal_not_read", line);
        }
    }
    void partsOfDifferentRehearsalsAndBentOnesAreRefused()
    {
        RehearsalTerms terms;
        terms.people.us = sheetOf(Side::US, "zebra");
        const Rehearsal rehearsal(modelTable(), terms);
        const auto parts = rehearsalParts(rehearsal, {draft(), {}});
        const auto idOf = [](RehearsalParts bent) {
            return test::errorOf([&] { rehearsalFrom(modelTable(), bent, "x"); }).refusal().id;
        };
        auto bent = parts;
        bent.sheets.us.clear();
        QCOMPARE(idOf(bent), std::string("rehearsal_not_read"));
        bent = parts;
        bent.sheets.us += "draft hbm=nothing\n";
        QCOMPARE(idOf(bent), std::string("rehearsal_not_read"));
        bent = parts;
        bent.sheets.us = "seat us\n" + bent.sheets.us;
        QCOMPARE(idOf(bent), std::string("rehearsal_not_read"));
        bent = parts;
        bent.talks.clear();
        QCOMPARE(idOf(bent), std::string("rehearsal_not_read"));
    }
    void aLongLineInChineseIsToldInWholeCharacters()
    {
        std::string line = "a", whole = "a"; // one byte, and three for each character: a cut by bytes falls into one
        for (int i = 0; i < 40; ++i)
            line += "额";
        for (int i = 0; i < 19; ++i)
            whole += "额";
        RehearsalTerms terms;
        terms.people.us = sheetOf(Side::US, "zebra");
        const auto parts = rehearsalParts(Rehearsal(modelTable(), terms), {draft(), {}});
        const auto toldOf = [](RehearsalParts bent) {
            const auto refused = test::errorOf([&] { rehearsalFrom(modelTable(), bent, "x"); });
            return QString::fromStdString(test::said(refused.refusal().values.front().value));
        };
        auto bent = parts;
        bent.talks = line + "\n" + bent.talks;
        QCOMPARE(toldOf(bent), QString::fromStdString(whole + "…"));
        bent = parts;
        bent.sheets.us += "draft " + line + "\n";
        QVERIFY(toldOf(bent).endsWith(QString("额…")) && !toldOf(bent).contains(QChar(QChar::ReplacementCharacter)));
    }
};

CHOKEPOINT_TEST(RehearsalPartsTest)
#include "RehearsalPartsTest.moc"
