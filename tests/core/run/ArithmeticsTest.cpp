// One text, several arithmetics: fifty digits and the double run say the same.
#include "numbers/Decimal.h"
#include "api/Projection.h"
#include "run/Simulation.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

double largestInRun(const SeriesValues& values)
{
    double largest = 0;
    for (const double v : values)
        largest = std::max(largest, std::fabs(v));
    return largest;
}

/// The level that a deviation is held against: the largest value of the series, but for a residue that of what it remains of.
double levelOf(const Projection& run, std::size_t series)
{
    const auto& catalogue = test::engine().catalogue();
    // illicit inflow is at most what is wanted less what is made: a small difference of two large flows
    return largestInRun(run.series[catalogue.series[series].id == "hbm.leak" ? *catalogue.findSeries("hbm.need") : series]);
}

Scenario oddScenario()
{
    auto scenario = test::engine().preset("grand_bargain");
    scenario.changes.push_back({"hbm_cap_units", "17.5", test::quarter("2028Q2"), 7});
    scenario.changes.push_back({"visa_prc_students", "33", test::quarter("2023Q3"), 5});
    scenario.changes.push_back({"sme_scope", "match", test::quarter("2024Q1"), 1});
    scenario.assumptions = {{"cxmt.delay", "0.7"}, {"demand.sigma", "3.1"}};
    return scenario;
}

} // namespace

class ArithmeticsTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);

private slots:
    void doubleAgreesWithFiftyDigits_data()
    {
        QTest::addColumn<QString>("preset");
        for (const auto& preset : test::engine().catalogue().presets)
            QTest::newRow(preset.id.c_str()) << QString::fromStdString(preset.id);
        QTest::newRow("ramps, early changes and assumptions") << QString();
    }
    void doubleAgreesWithFiftyDigits()
    {
        QFETCH(QString, preset);
        const auto scenario = preset.isEmpty() ? oddScenario() : test::engine().preset(preset.toStdString());
        const auto line = test::engine().project(scenario);
        const auto exact = test::engine().projectDecimal(scenario);
        double worst = 0;
        for (std::size_t i = 0; i < line.series.size(); ++i) {
            const double scale = levelOf(exact.rounded, i);
            for (std::size_t q = 0; q < static_cast<std::size_t>(quarterCount); ++q) {
                const double off = std::fabs(line.series[i][q] - exact.rounded.series[i][q]) / std::max(scale, 1e-300);
                worst = std::max(worst, off);
                if (off > 1e-12)
                    QFAIL(qPrintable(QString("%1 in %2 is off by %3 of its level").arg(test::engine().catalogue().series[i].id.c_str())
                                         .arg(Quarter{static_cast<int>(q)}.text().c_str()).arg(off)));
            }
        }
        qInfo("largest deviation %.2g of the level of the series", worst);
    }
    void unchangedPackageChangesNothingAtAll()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto baseline = test::engine().project(test::engine().preset("status_quo_2026"));
        for (const char* from : {"2026Q3", "2027Q1", "2031Q2"}) {
            Scenario same = test::engine().preset("status_quo_2026");
            for (const auto& measure : catalogue.measures)
                same.changes.push_back({measure.id, measure.statusQuo, test::quarter(from), 1});
            QVERIFY(test::engine().project(same).series == baseline.series);
        }
        QVERIFY(test::engine().project(startingAt(test::engine().preset("status_quo_2026"), test::quarter("2022Q1"))).series
                == baseline.series);
    }
    void aRunIsTheSameEveryTime()
    {
        QVERIFY(test::engine().project(oddScenario()).series == test::engine().project(oddScenario()).series);
    }
    void decimalTextEntersTheAuditExactly()
    {
        // 2.6 has no exact binary form: a run that went through double would differ in the 17th digit
        auto scenario = test::engine().preset("open_gates");
        scenario.assumptions = {{"demand.sigma", "2.6"}};
        auto binary = scenario;
        binary.assumptions = {{"demand.sigma", "2.60000000000000008881784197001252323389053344726562"}};
        const auto row = *test::engine().catalogue().findSeries("import.notional");
        QVERIFY(test::engine().projectDecimal(scenario).series[row] != test::engine().projectDecimal(binary).series[row]);
        QVERIFY(test::engine().project(scenario).series[row] == test::engine().project(binary).series[row]);
    }
};

CHOKEPOINT_TEST(ArithmeticsTest)
#include "ArithmeticsTest.moc"
