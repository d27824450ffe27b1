// Which ids a person may have meant.
#include "facts/NearestIds.h"

#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;

class NearestIdsTest : public QObject {
    Q_OBJECT
private slots:
    void fewestLettersComeFirst()
    {
        const std::vector<std::string> ids{"hbm.price", "hbm.stock", "hbm.sold", "talent.us"};
        QCOMPARE(facts::nearestIds("hbm stock", ids, 2), (std::vector<std::string>{"hbm.stock", "hbm.sold"}));
        QCOMPARE(facts::nearestIds("HBM.STOCK", ids, 1), (std::vector<std::string>{"hbm.stock"}));
        QCOMPARE(facts::nearestIds("hbm.stok", ids, 1), (std::vector<std::string>{"hbm.stock"}));
        QCOMPARE(facts::nearestIds("talnt.us", ids, 1), (std::vector<std::string>{"talent.us"}));
    }
    void equalOnesKeepTheirOrderAndThereMayBeFewer()
    {
        const std::vector<std::string> ids{"b", "a", "c"};
        QCOMPARE(facts::nearestIds("x", ids, 9), ids);
        QVERIFY(facts::nearestIds("x", {}, 3).empty());
        QCOMPARE(facts::nearestIds(std::string(1'000'000, 'x'), ids, 1).size(), std::size_t{1}); // soon over
    }
};

CHOKEPOINT_TEST(NearestIdsTest)
#include "NearestIdsTest.moc"
