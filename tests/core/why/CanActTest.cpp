// Whether a measure can act now: the yearly HBM cap only under a capped level, tables of a negotiation never.
#include "TestData.h"
#include "TestProgram.h"

#include "api/MoveAnswer.h"

#include <QTest>

using namespace chokepoint;

class CanActTest : public QObject {
    Q_OBJECT
    static bool canAct(const Scenario& scenario, const char* measure)
    {
        return chokepoint::canAct(test::engine(), scenario, test::engine().catalogue().findMeasure(measure).value());
    }
private slots:
    void theHbmCapActsUnderACappedLevelOnly()
    {
        const auto& measure = test::engine().catalogue().measures[test::engine().catalogue().findMeasure("hbm_export").value()];
        int acting = 0;
        for (const auto& level : measure.levels) {
            Scenario scenario;
            scenario.changes = {{"hbm_export", level.id, {}, 1}};
            const bool acts = canAct(scenario, "hbm_cap_units");
            QCOMPARE(acts, level.id.ends_with("_cap") || level.id == "hbm2e");
            acting += acts;
        }
        QVERIFY(acting >= 2 && acting < static_cast<int>(measure.levels.size()));
    }
    void whatMovesNoSeriesCannotAct()
    {
        QVERIFY(!canAct({}, "tiktok"));
        QVERIFY(canAct({}, "hbm_export"));
    }
    void aMeasureThatIsSetAlreadyCanStillAct()
    {
        Scenario scenario;
        scenario.changes = {{"hbm_export", "open", {}, 1}};
        QVERIFY(canAct(scenario, "hbm_export"));
    }
};

CHOKEPOINT_TEST(CanActTest)
#include "CanActTest.moc"
