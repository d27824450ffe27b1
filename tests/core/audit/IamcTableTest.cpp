// A reference series in the IAMC format: what is read as points, and what is refused with line, column and next step.
#include "api/DataExport.h"
#include "api/PersonalFacts.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;
using namespace chokepoint::test;

namespace {

std::vector<PersonalFact> read(const std::string& text) { return readFacts(engine(), english(), text, "iamc.csv", {}); }

const std::string head = "Model,Scenario,Region,Variable,Unit,2010,2026,2030\n";

} // namespace

class IamcTableTest : public QObject {
    Q_OBJECT
private slots:
    void yearsBecomeFactsAndOthersArePassedOver()
    {
        const auto facts =
            read("\xef\xbb\xbf" + head + "Other model,\"High, steep\",World,compute.china_effective,million H100-equivalents,1,5.5,\r\n");
        QCOMPARE(facts.size(), std::size_t{1}); // 2010 is before the model's time, 2030 is empty
        QCOMPARE(facts[0].series, std::string("compute.china_effective"));
        QCOMPARE(facts[0].value, 5.5);
        QVERIFY(facts[0].begin == 2026 && facts[0].end == 2027 && facts[0].packages.empty());
        QCOMPARE(facts[0].source, std::string("Other model, High, steep"));
    }
    void theLongFormIsReadToo()
    {
        const auto facts = read("variable,year,value,unit,region,model,scenario\naccel.dies,2028,4,million dies a year,World,M,S\n");
        QCOMPARE(facts.at(0).period, std::string("2028"));
        QCOMPARE(facts.at(0).value, 4.0);
    }
    void whatIsExportedIsReadBackWithItsRange()
    {
        DataRequest request;
        request.pairs = {{engine().preset("grand_bargain"), engine().preset("status_quo_2026")}};
        request.series = {*engine().catalogue().findSeries("talent.us"), *engine().catalogue().findSeries("open.influence_us")};
        request.isByYear = true;
        request.draws = 128;
        const auto table = dataTableOf(engine(), english(), request);
        const auto facts = read(iamcCsv({engine(), english(), table, {"1", "2026-11-29"}}));
        QCOMPARE(facts.size(), std::size_t{2 * yearCount});
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const auto& row = table.parts[i / yearCount].rows[i % yearCount];
            QCOMPARE(facts[i].value, row.value);
            QVERIFY(!facts[i].low || facts[i].low == row.low);
            QVERIFY(!facts[i].high || facts[i].high == row.high);
        }
        QVERIFY(facts.back().low && facts.back().high);
    }
    void whatIsWrongIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* text) { return QByteArray::fromStdString(head) + text; };
        QTest::newRow("another unit") << row("M,S,World,compute.china_effective,H100e,1,2,3\n") << QByteArray("iamc_other_unit")
                                      << QByteArray("iamc.csv, line 2, unit");
        QTest::newRow("an unknown variable") << row("# aside\nM,S,World,Primary Energy,EJ/yr,1,2,3\n") << QByteArray("fact_unknown_series")
                                             << QByteArray("iamc.csv, line 3, variable");
        QTest::newRow("no number") << row("M,S,World,accel.dies,million dies a year,1,two,3\n") << QByteArray("fact_not_a_number")
                                   << QByteArray("iamc.csv, line 2, 2026");
        QTest::newRow("a formula") << row("M,S,World,accel.dies,million dies a year,1,=2+2,3\n") << QByteArray("fact_not_a_number")
                                   << QByteArray("iamc.csv, line 2, 2026");
        QTest::newRow("too few fields") << row("M,S,World,accel.dies,million dies a year,1,2\n") << QByteArray("table_row_malformed")
                                        << QByteArray("iamc.csv, line 2");
        QTest::newRow("an open quotation mark") << row("M,\"S,World,accel.dies,million dies a year,1,2,3\n")
                                                << QByteArray("table_row_malformed") << QByteArray("iamc.csv, line 2");
        QTest::newRow("the same twice") << row(
            "M,S,World,accel.dies,million dies a year,1,2,\nM,S,World,accel.dies,million dies a year,1,3,\n")
                                        << QByteArray("fact_doubled") << QByteArray("iamc.csv, line 3, 2026");
        QTest::newRow("no unit") << QByteArray("model,scenario,region,variable,2030\nM,S,World,accel.dies,1\n")
                                 << QByteArray("table_lacks_column") << QByteArray("iamc.csv, line 1, unit");
        QTest::newRow("a column too many") << QByteArray("model,scenario,region,variable,unit,remark,2030\n")
                                           << QByteArray("table_unknown_column") << QByteArray("iamc.csv, line 1, remark");
        QTest::newRow("a category") << row("M,S,World,accel.binding,code,1,2,3\n") << QByteArray("fact_unknown_series")
                                    << QByteArray("iamc.csv, line 2, variable");
        QTest::newRow("nothing") << QByteArray::fromStdString(head) << QByteArray("facts_none") << QByteArray("iamc.csv");
    }
    void whatIsWrongIsToldWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, place);
        const auto refused = errorOf([&] { read(text.toStdString()); });
        QCOMPARE(QByteArray::fromStdString(refused.refusal().id), id);
        QCOMPARE(QByteArray::fromStdString(refused.place), place);
    }
    void moreThanCanBeKeptIsRefused()
    {
        std::string text = head;
        for (std::size_t i = 0; i <= mostFacts; ++i)
            text += "M,S" + std::to_string(i) + ",World,accel.dies,million dies a year,,2,\n";
        QCOMPARE(errorOf([&] { read(text); }).refusal().id, std::string("table_too_long"));
    }
};

CHOKEPOINT_TEST(IamcTableTest)
#include "IamcTableTest.moc"
