// Results to take along: the numbers are those of the run and of the window's bands, and every file says the same.
#include "api/DataExport.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/LiveEnsemble.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cstdlib>
#include <ctime>

using namespace chokepoint;
using namespace chokepoint::test;

namespace {

constexpr std::size_t fewDraws = 256;

std::size_t rowOf(const char* id) { return engine().catalogue().findSeries(id).value(); }

ExportedPair openHbm()
{
    auto scenario = engine().preset("status_quo_2026");
    scenario.changes.push_back({"hbm_export", "open", {}, 1});
    return {scenario, engine().preset("status_quo_2026")};
}

DataTable tableOf(std::vector<const char*> ids, bool isByYear = false, ExportedPair pair = openHbm())
{
    DataRequest request;
    request.pairs = {std::move(pair)};
    for (const auto* id : ids)
        request.series.push_back(rowOf(id));
    request.isByYear = isByYear;
    request.draws = fewDraws;
    return dataTableOf(engine(), english(), request);
}

ExportContent contentOf(const DataTable& table) { return {engine(), english(), table, {"1.2.3", "2026-11-29"}}; }

/// Reads CSV as RFC 4180 has it, and fails on anything else.
std::vector<std::vector<std::string>> strictly(const std::string& text)
{
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool isQuoted = false, wasQuoted = false;
    const auto fail = [](const char* why) { QTest::qFail(why, __FILE__, __LINE__); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        auto& field = rows.back().back();
        if (isQuoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else {
                isQuoted = false;
                wasQuoted = true;
            }
        } else if (c == ',' || c == '\n') {
            if (c == ',')
                rows.back().emplace_back();
            else
                rows.emplace_back(1);
            wasQuoted = false;
        } else if (c == '"') {
            if (!field.empty() || wasQuoted)
                fail("a quotation mark within a field");
            isQuoted = true;
        } else if (wasQuoted || c == '\r')
            fail("a field goes on behind its quotation mark, or has a bare carriage return");
        else
            field += c;
    }
    if (isQuoted || rows.back() != std::vector<std::string>(1))
        fail("the last line does not end");
    rows.pop_back();
    for (const auto& row : rows)
        if (row.size() != rows.front().size())
            fail("a row of another width");
    return rows;
}

} // namespace

class DataExportTest : public QObject {
    Q_OBJECT
private slots:
    void aNameIsReadAsANameInEveryFile()
    {
        auto pair = openHbm();
        pair.scenario.id = "own";
        pair.scenario.title = "=1+1\n# <b>[x](y)\x01\x1b\u202e\"";
        pair.scenario.changes.push_back({"hbm_cap_units", "6", {}, 1});
        const auto table = tableOf({"accel.dies"}, true, pair);
        const std::string name = "=1+1 # <b>[x](y)  \"";
        QCOMPARE(table.scenarios.front().name, name);
        const auto content = contentOf(table);
        QCOMPARE(strictly(dataCsv(content))[1].front(), "'" + name);
        QCOMPARE(strictly(iamcCsv(content))[1][1], "'" + name);
        for (const auto* run : {"  =1+1", "\n=1+1", "\x01@SUM(A1)", "\tand", " \rand"})
            QCOMPARE(csvField(run), "\"'" + std::string(run) + "\"");
        QVERIFY(csvField("\nand").find('\'') == std::string::npos && csvField("a-b") == "a-b");
    }
    void valuesAreThoseOfTheRunAsTheyAreShown()
    {
        const auto table = tableOf({"compute.china_effective", "open.influence_china"});
        const auto present = engine().project(openHbm().scenario), reference = engine().project(openHbm().baseline);
        QCOMPARE(table.parts.size(), std::size_t{2});
        for (const auto& part : table.parts) {
            const double scale = words::displayUnit(engine().catalogue().series[part.series]).scale;
            QCOMPARE(part.rows.size(), std::size_t{quarterCount});
            for (std::size_t q = 0; q < part.rows.size(); ++q) {
                QCOMPARE(part.rows[q].value, present.series[part.series][q] * scale);
                QCOMPARE(part.rows[q].baseline, reference.series[part.series][q] * scale);
            }
        }
        const auto years = tableOf({"compute.china_effective"}, true);
        const auto row = rowOf("compute.china_effective");
        const double scale = words::displayUnit(engine().catalogue().series[row]).scale;
        QCOMPARE(years.parts.at(0).rows.at(6).at.text(), std::string("2028"));
        QCOMPARE(years.parts[0].rows[6].value, present.annualMean(row, 2028) * scale);
    }
    void bandsAreThoseOfTheWindowsDraws()
    {
        const auto row = rowOf("compute.china_effective");
        const auto table = tableOf({"compute.china_effective"});
        LiveEnsemble study(engine(), {.draws = fewDraws, .seed = 1, .threads = 1, .set = {}, .clock = {}});
        const auto pair = openHbm();
        const auto present = study.run(pair.scenario, {row}, fewDraws), reference = study.run(pair.baseline, {row}, fewDraws);
        const double scale = words::displayUnit(engine().catalogue().series[row]).scale;
        const Quarter late{50};
        const auto& told = table.parts.at(0).rows.at(50);
        QCOMPARE(told.low, present.spreads[0][50].quantiles[quantilePlace(0.1)] * scale);
        QCOMPARE(told.high, present.spreads[0][50].quantiles[quantilePlace(0.9)] * scale);
        QCOMPARE(told.levelLow, present.levelSpreads[0][50].quantiles[quantilePlace(0.1)] * scale);
        QVERIFY(*told.levelLow<*told.low&& * told.levelHigh> * told.high);
        const auto difference = differenceAt(present.samples, reference.samples, row, late);
        QCOMPARE(told.differenceLow, difference.quantiles[quantilePlace(0.1)] * scale);
        QVERIFY(*told.differenceHigh - *told.differenceLow < *told.high - *told.low);
    }
    void theBaselineHasTheAssumptionsOfTheScenario()
    {
        auto pair = openHbm();
        pair.scenario.changes.clear();
        pair.scenario.assumptions.push_back({"demand.sigma", "3.5"});
        const auto table = tableOf({"compute.china_effective"}, false, pair);
        const auto usual = tableOf({"compute.china_effective"}, false, {pair.baseline, pair.baseline});
        QVERIFY(table.parts.at(0).rows.back().value != usual.parts.at(0).rows.back().value);
        for (const auto& row : table.parts.at(0).rows)
            QVERIFY(row.difference() == 0 && *row.differenceLow == 0 && *row.differenceHigh == 0);
        QCOMPARE(table.scenarios[0].hash, scenarioHash(engine(), table.scenarios[0].scenario, table.scenarios[0].baseline));
    }
    void everySeriesThatIsANumberIsThereWithoutAWish()
    {
        DataRequest request;
        request.pairs = {openHbm()};
        request.draws = 0;
        const auto table = dataTableOf(engine(), english(), request);
        const auto& series = engine().catalogue().series;
        const auto numbers =
            static_cast<std::size_t>(std::ranges::count_if(series, [](const Series& s) { return s.kind != SeriesKind::Category; }));
        QCOMPARE(table.parts.size(), numbers);
        QVERIFY(!table.parts[0].rows[0].low);
        QVERIFY(!dataCsv(contentOf(table)).empty());
    }
    void whatCannotBeMeantIsRefused()
    {
        DataRequest request;
        request.pairs = {openHbm()};
        request.series = {rowOf("accel.binding")};
        QCOMPARE(errorOf([&] { dataTableOf(engine(), english(), request); }).refusal().id, std::string("series_is_category"));
        request.series = {rowOf("accel.dies")};
        request.firstYear = 2030;
        request.lastYear = 2029;
        QCOMPARE(errorOf([&] { dataTableOf(engine(), english(), request); }).refusal().id, std::string("years_turned_round"));
        request.lastYear = 2036;
        QCOMPARE(errorOf([&] { dataTableOf(engine(), english(), request); }).refusal().id, std::string("year_out_of_range"));
        request.lastYear = 2035;
        request.draws = 3;
        QCOMPARE(errorOf([&] { dataTableOf(engine(), english(), request); }).refusal().id, std::string("number_out_of_range"));
    }
    void aCancelledTableHasNoRows()
    {
        DataRequest request;
        request.pairs = {openHbm()};
        request.draws = fewDraws;
        request.work.isCancelled = [] { return true; };
        QVERIFY(dataTableOf(engine(), english(), request).parts.empty());
    }
    void csvReadsBackToTheLastBit()
    {
        const auto table = tableOf({"compute.china_effective", "revenue.us_allied_total"});
        const auto rows = strictly(dataCsv(contentOf(table)));
        QCOMPARE(rows.size(), std::size_t{1 + 2 * quarterCount});
        QCOMPARE(rows[0][6], std::string("value"));
        for (std::size_t q = 0; q < quarterCount; ++q) {
            QCOMPARE(rows[1 + q][2], std::string("compute.china_effective"));
            QCOMPARE(rows[1 + q][5], Quarter{static_cast<int>(q)}.text());
            QCOMPARE(std::strtod(rows[1 + q][6].c_str(), nullptr), table.parts[0].rows[q].value);
            QCOMPARE(std::strtod(rows[1 + q][14].c_str(), nullptr), *table.parts[0].rows[q].differenceHigh);
        }
        const auto codebook = strictly(codebookCsv(contentOf(table)));
        for (const auto& head : rows[0])
            QVERIFY2(std::ranges::any_of(codebook, [&](const auto& row) { return row[1] == head && !row[7].empty(); }), head.c_str());
        QVERIFY(std::ranges::any_of(codebook, [&](const auto& row) { return row[1] == "revenue.us_allied_total"; }));
        QVERIFY(strictly(sourcesCsv(contentOf(table))).size() == engine().catalogue().sources.size() + 1);
    }
    void theIamcTableHasTheColumnsOfPyam()
    {
        const auto table = tableOf({"compute.china_effective"}, true);
        const auto rows = strictly(iamcCsv(contentOf(table)));
        const std::vector<std::string> head{"model", "scenario", "region", "variable", "unit"};
        QVERIFY(std::equal(head.begin(), head.end(), rows[0].begin()));
        for (std::size_t i = 5; i < rows[0].size(); ++i)
            QCOMPARE(rows[0][i], std::to_string(firstYear + static_cast<int>(i) - 5));
        QCOMPARE(rows[0].size(), std::size_t{5 + yearCount});
        QCOMPARE(rows.size(), std::size_t{4}); // the central run and both ends
        QCOMPARE(rows[1][3], iamcVariable(engine().catalogue(), rowOf("compute.china_effective")));
        QCOMPARE(rows[2][3], rows[1][3] + "|10.0th Percentile");
        QCOMPARE(rows[1][4], said(words::displayUnit(engine().catalogue().series[rowOf("compute.china_effective")]).name()));
        for (std::size_t i = 0; i < yearCount; ++i) {
            QCOMPARE(std::strtod(rows[1][5 + i].c_str(), nullptr), table.parts[0].rows[i].value);
            QCOMPARE(std::strtod(rows[3][5 + i].c_str(), nullptr), *table.parts[0].rows[i].high);
        }
    }
    void variablesOfTheIamcFormatAreUnlike()
    {
        std::set<std::string> names;
        for (std::size_t row = 0; row < engine().catalogue().series.size(); ++row)
            QVERIFY(names.insert(iamcVariable(engine().catalogue(), row)).second);
    }
    void noTextOfAFieldRunsAsAFormula_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("equal sign") << QByteArray("=1+1") << QByteArray("\"'=1+1\"");
        QTest::newRow("plus") << QByteArray("+1") << QByteArray("\"'+1\"");
        QTest::newRow("minus") << QByteArray("-1") << QByteArray("\"'-1\"");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("\"'@SUM(A1)\"");
        QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("\"'\t=1\"");
        QTest::newRow("carriage return") << QByteArray("\r=1") << QByteArray("\"'\r=1\"");
        QTest::newRow("quotation marks") << QByteArray("a \"b\"") << QByteArray("\"a \"\"b\"\"\"");
        QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("two lines") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("a carriage return within") << QByteArray("a\rb") << QByteArray("\"a\rb\"");
        QTest::newRow("plain") << QByteArray("a=b") << QByteArray("a=b");
    }
    void noTextOfAFieldRunsAsAFormula()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        QCOMPARE(QByteArray::fromStdString(csvField(text.toStdString())), field);
    }
    void theSameContentGivesTheSameBytesAtAnyHourAndInAnyTimeZone()
    {
        const auto table = tableOf({"compute.china_effective"});
        const auto content = contentOf(table);
        const auto sheet = dataXlsx(content), bundle = exportBundle(content);
        setenv("TZ", "Pacific/Auckland", 1);
        tzset();
        const auto sheetThere = dataXlsx(content), bundleThere = exportBundle(content);
        unsetenv("TZ");
        tzset();
        QVERIFY(sheet == sheetThere);
        QVERIFY(bundle == bundleThere);
        auto later = content;
        later.origin.day = "2026-11-30";
        QVERIFY(dataXlsx(later) != sheet);
    }
    void theCommandOfABundleNamesWhatMakesItsData()
    {
        auto table = tableOf({"accel.dies", "hbm.stock"}, true);
        QCOMPARE(commandForExport(contentOf(table), 0),
                 std::string("chokepoint-cli export --format csv data.csv --scenario scenario.toml --baseline baseline.toml --series "
                             "accel.dies,hbm.stock --by year --draws 256 --seed 1"));
        table.firstYear = 2024;
        QVERIFY(commandForExport(contentOf(table), 0).find(" --years 2024-2035 ") != std::string::npos);
    }
};

CHOKEPOINT_TEST(DataExportTest)
#include "DataExportTest.moc"
