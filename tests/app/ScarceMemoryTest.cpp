// chokepoint-cli where memory and threads are scarce. Not under a sanitizer, whose own memory needs an address space without limit.
#include "CalledProgram.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;
using test::call, test::callIn;

class ScarceMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void moreDrawsThanMemoryHoldsAreRefusedWithANumberThatFits()
    {
        const auto outcome = callIn("ulimit -v 900000; exec \"$0\" \"$@\"", {"ensemble", "--draws", "1000000", "--csv", "/dev/null"});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("1,000,000 draws do not fit") && outcome.err.contains("Enter at most"), outcome.err);
    }
    void memoryThatEndsIsSaidInWords()
    {
        const QStringList prim{"prim", "--series", "hbm.stock", "--at-least", "0", "--draws", "100000", "--threads", "1"};
        const auto outcome = callIn("ulimit -v 120000; exec \"$0\" \"$@\"", prim);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("not enough memory") && outcome.err.contains("next:"), outcome.err);
    }
    void threadsThatTheSystemRefusesAreDoneWithout()
    {
        const QStringList common{"ensemble", "--draws", "500", "--series", "compute.china", "--threads"};
        const auto outcome = callIn("ulimit -v 300000; exec \"$0\" \"$@\"", common + QStringList{"64"});
        QVERIFY2(outcome.code == 0, outcome.err);
        QCOMPARE(outcome.out, call(common + QStringList{"1"}).out);
    }
};

CHOKEPOINT_TEST(ScarceMemoryTest)
#include "ScarceMemoryTest.moc"
