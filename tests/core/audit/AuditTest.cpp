// The audit: roundings that add up, identities to forty digits, and what double loses.
#include "audit/Ledger.h"

#include "api/Audit.h"
#include "api/Projection.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

/// Decimal text with one point as a whole number of its last places.
long long stepsOf(std::string text)
{
    std::erase(text, '.');
    return std::stoll(text);
}

} // namespace

class AuditTest : public QObject {
    Q_OBJECT
private slots:
    void roundedLinesAddUpToTheRoundedTotal()
    {
        const auto thirds = audit::roundedToSum({"3.3333", "3.3333", "3.3334"}, 0);
        QCOMPARE(thirds.total, std::string("10"));
        QVERIFY((thirds.lines == std::vector<std::string>{"3", "3", "4"})); // the largest remainder is rounded up
        const auto tenths = audit::roundedToSum({"0.04", "0.04", "0.04"}, 1);
        QCOMPARE(tenths.total, std::string("0.1"));
        QVERIFY((tenths.lines == std::vector<std::string>{"0.1", "0.0", "0.0"})); // of equal remainders the first
        QVERIFY((audit::roundedToSum({"-0.6", "1.6"}, 0).lines == std::vector<std::string>{"-1", "2"}));
        QCOMPARE(audit::roundedToSum({"12", "0.05"}, 2).total, std::string("12.05"));
    }
    void everyLedgerOfEveryPresetAddsUp_data()
    {
        QTest::addColumn<QString>("preset");
        for (const auto* preset : {"status_quo_2026", "grand_bargain", "full_denial"})
            QTest::newRow(preset) << preset;
    }
    void everyLedgerOfEveryPresetAddsUp()
    {
        QFETCH(QString, preset);
        const auto& scenario = test::engine().preset(preset.toStdString());
        const auto audit = auditOf(test::engine(), scenario);
        const auto line = test::engine().project(scenario);
        QCOMPARE(audit.ledgers.size(), 6u);
        for (const auto& ledger : audit.ledgers)
            for (std::size_t q = 0; q < quarterCount; ++q) {
                long long sum = 0;
                for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
                    sum += stepsOf(ledger.roundedLines[i][q]);
                    QVERIFY(std::fabs(std::stod(ledger.roundedLines[i][q]) - line.series[ledger.lines[i]][q]) < 0.1);
                }
                QCOMPARE(sum, stepsOf(ledger.roundedTotal[q]));
                QVERIFY(std::fabs(std::stod(ledger.roundedTotal[q]) - line.series[ledger.total][q]) < 0.0500001);
                QVERIFY(std::fabs(ledger.residue[q]) < 1e-40);
            }
        QVERIFY(audit.identities.size() > 20);
        for (const auto& identity : audit.identities)
            QVERIFY2(identity.holds, qPrintable(QString("%1: %2").arg(test::said(identity.title).c_str()).arg(identity.largest)));
    }
    void ledgersNameTheirLines()
    {
        const auto audit = auditOf(test::engine(), test::engine().preset("status_quo_2026"));
        const auto id = [](std::size_t series) { return test::engine().catalogue().series[series].id; };
        QCOMPARE(id(audit.ledgers[0].total), std::string("revenue.us_allied_total"));
        std::vector<std::string> lines;
        for (const auto line : audit.ledgers[0].lines)
            lines.push_back(id(line));
        QCOMPARE(lines, (std::vector<std::string>{"revenue.nvidia", "revenue.amd_ai", "revenue.sk_hynix_hbm", "revenue.samsung_hbm", "revenue.micron_hbm",
                                                  "revenue.tsmc", "revenue.allied_tools_china"}));
        QCOMPARE(id(audit.ledgers[3].total), std::string("demand.budget"));
        QCOMPARE(id(audit.ledgers[3].lines.back()), std::string("demand.unspent"));
    }
    void theDeviationOfDoubleIsToldForEverySeries()
    {
        const auto audit = auditOf(test::engine(), test::engine().preset("grand_bargain"));
        QCOMPARE(audit.deviations.size(), test::engine().catalogue().series.size() - 1);
        const auto worst = std::ranges::max(audit.deviations, {}, &Deviation::largest);
        QVERIFY(worst.largest > 0 && worst.largest < 1e-9);
    }
    void decimalsOutOfRangeAreRefused()
    {
        const auto& scenario = test::engine().preset("open_gates");
        QVERIFY(test::errorOf([&] { auditOf(test::engine(), scenario, 10); }).place == "decimals");
        QVERIFY(test::errorOf([&] { auditOf(test::engine(), scenario, -1); }).reason.find("0 to 9") != std::string::npos);
    }
};

CHOKEPOINT_TEST(AuditTest)
#include "AuditTest.moc"
