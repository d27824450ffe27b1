// Own assumptions: inside the range they move the run, outside they are refused with the range.
#include "TestData.h"

#include <QTest>

using namespace chokepoint;

class AssumptionsTest : public QObject {
    Q_OBJECT

    Scenario with(const char* parameter, const char* value)
    {
        auto scenario = test::engine().preset("china_ask_2025");
        scenario.assumptions = {{parameter, value}};
        return scenario;
    }

private slots:
    void aSampledParameterMovesTheRun()
    {
        QVERIFY(test::engine().project(with("hbm.relax_share", "0.11")).series != test::engine().project(test::engine().preset("china_ask_2025")).series);
    }
    void theEndsOfTheRangeAreAllowed()
    {
        test::engine().check(with("hbm.relax_share", "0.02"));
        test::engine().check(with("hbm.relax_share", "0.12"));
        test::engine().check(with("packaging.capacity_2025", "0.8")); // lognormal: low / 1.5
        test::engine().check(with("packaging.capacity_2025", "6.0")); // lognormal: high x 1.5
    }
    void refusesWhatIsNotAllowed_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("too high") << "hbm.relax_share" << "0.2" << "0.02 to 0.12 share";
        QTest::newRow("too low") << "hbm.relax_share" << "0" << "0.02 to 0.12 share";
        QTest::newRow("beyond a lognormal tail") << "packaging.capacity_2025" << "6.1" << "0.8 to 6 M dies/yr";
        QTest::newRow("fixed") << "drug.spill" << "0.3" << "fixed parameters";
        QTest::newRow("unknown") << "hbm.magic" << "1" << "no parameter";
        QTest::newRow("NaN") << "hbm.relax_share" << "nan" << "share";
        QTest::newRow("text") << "hbm.relax_share" << "much" << "share";
    }
    void refusesWhatIsNotAllowed()
    {
        QFETCH(QString, parameter);
        QFETCH(QString, value);
        QFETCH(QString, reason);
        const auto error = test::errorOf([&] { test::engine().check(with(parameter.toUtf8(), value.toUtf8())); });
        QVERIFY2(error.reason.find(reason.toStdString()) != std::string::npos, error.what());
    }
};

QTEST_APPLESS_MAIN(AssumptionsTest)
#include "AssumptionsTest.moc"
