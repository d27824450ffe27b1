// The law of a date held forward: equal to the record up to its quarter, and constant after it.
#include "TestData.h"
#include "TestProgram.h"

#include "api/LawAsOf.h"
#include "api/Projection.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

class LawAsOfTest : public QObject {
    Q_OBJECT
private slots:
    void heldLawIsTheRecordUpToItsQuarterAndStaysAfterIt()
    {
        for (const auto date : lawDatesOf(test::engine())) {
            const auto law = lawAsOf(test::engine(), date);
            test::engine().check(law);
            const auto then = inForce(test::engine(), {}, date);
            for (int q = 0; q < quarterCount; ++q)
                QCOMPARE(inForce(test::engine(), law, Quarter{q}), q < date.index ? inForce(test::engine(), {}, Quarter{q}) : then);
        }
    }
    void beforeTheHbmRuleNothingLimitsHbm()
    {
        const auto law = lawAsOf(test::engine(), test::quarter("2024Q4"));
        const auto hbm = std::ranges::find(law.changes, "hbm_export", &Change::measure);
        QVERIFY(hbm != law.changes.end());
        QCOMPARE(hbm->value, std::string("open"));
        QVERIFY(hbm->from == test::quarter("2024Q4"));
        QCOMPARE(law.title, std::string("Law as of 2024 Q4"));
        const auto stock = test::engine().catalogue().findSeries("hbm.stock").value();
        QVERIFY(test::engine().project(law).at(stock, test::quarter("2027Q4")) > test::engine().project({}).at(stock, test::quarter("2027Q4")));
    }
    void runsAgreeWithTheRecordUntilTheDate()
    {
        const auto date = test::quarter("2025Q2");
        const auto law = test::engine().project(lawAsOf(test::engine(), date)), record = test::engine().project({});
        for (std::size_t series = 0; series < law.series.size(); ++series)
            for (int q = 0; q < date.index; ++q)
                QCOMPARE(law.at(series, Quarter{q}), record.at(series, Quarter{q}));
    }
    void theLawOfTheLastChangeIsTheStatusQuo()
    {
        const auto dates = lawDatesOf(test::engine());
        QVERIFY(std::ranges::is_sorted(dates));
        QCOMPARE(dates.front().text(), std::string("2022Q1"));
        QVERIFY(lawAsOf(test::engine(), dates.back()).changes.empty());
        QVERIFY(lawAsOf(test::engine(), test::quarter("2035Q4")).changes.empty());
        QVERIFY(!lawAsOf(test::engine(), Quarter{dates.back().index - 1}).changes.empty());
    }
};

CHOKEPOINT_TEST(LawAsOfTest)
#include "LawAsOfTest.moc"
