// Own assumptions: inside the range they move the run, outside they are refused with the range.
#include "TestData.h"
#include "TestProgram.h"
#include "api/Ensemble.h"
#include "api/Projection.h"
#include "facts/DataBook.h"
#include "model/Parameters.h"
#include "scenario/Assumptions.h"
#include "draws/ParameterSampler.h"

#include <QTest>

#include <array>

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
    void anOwnRangeKeepsTheCentralLineAndHoldsEveryDraw()
    {
        for (const auto& [id, low, value, high] : {std::array{"hbm.relax_share", "0.05", "0.06", "0.08"}, std::array{"packaging.capacity_2025", "1.5", "2.2", "3"}}) {
            Scenario ranged = test::engine().preset("status_quo_2026"), single = ranged;
            ranged.assumptions = {{id, value, low, high, "for a test"}};
            single.assumptions = {{id, value}};
            QVERIFY(test::engine().project(ranged).series == test::engine().project(single).series);
            const auto book = facts::loadDataBook(test::sourceFolder() / "resources/data");
            const auto held = scenario::heldRows(book, ranged);
            const auto row = model::indexOf(model::parameterTable, id);
            QVERIFY(!held[row] && scenario::heldRows(book, single)[row]);
            double least = 1e9, most = -1e9;
            for (const auto& draw : draws::ParameterSampler(book, 1, scenario::ownRanges(ranged)).draws(0, 4096, run::centralParameters<double>(book), held)) {
                least = std::min(least, draw[row]);
                most = std::max(most, draw[row]);
            }
            const double from = std::stod(low), to = std::stod(high);
            QVERIFY(least >= from && least < from + 0.1 * (to - from));
            QVERIFY(most <= to && most > to - 0.1 * (to - from));
        }
    }
    void anOwnRangeNarrowsTheBandAndLeavesOtherDrawsAlone()
    {
        Scenario plain = test::engine().preset("status_quo_2026");
        plain.changes = {{"hbm_export", "open", {}, 1}}; // no quota: the share that makers spare for China sets what it gets at first
        Scenario ranged = plain, whole = plain;
        ranged.assumptions = {{"hbm.relax_share", "0.06", "0.055", "0.065", ""}};
        whole.assumptions = {{"hbm.relax_share", "0.06", "0.02", "0.12", ""}}; // the data book's own range
        EnsembleRequest request;
        request.draws = 500;
        request.series = {*test::engine().catalogue().findSeries("hbm.legal")};
        const auto at = static_cast<std::size_t>(test::quarter("2027Q2").index);
        const auto spreadOf = [&](const Scenario& s) { return ensembleOf(test::engine(), s, request).spreads[0][at].quantiles; };
        const auto all = spreadOf(plain), narrow = spreadOf(ranged);
        QVERIFY(narrow[6] - narrow[2] < all[6] - all[2]);
        QVERIFY(spreadOf(whole) == all);
    }
    void refusesRangesThatAreNone_data()
    {
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("high");
        QTest::addColumn<QString>("says");
        QTest::newRow("one end") << "0.05" << "0.06" << "" << "low end and a high end";
        QTest::newRow("turned round") << "0.08" << "0.06" << "0.05" << "below the high end";
        QTest::newRow("a point") << "0.06" << "0.06" << "0.06" << "below the high end";
        QTest::newRow("value below") << "0.07" << "0.06" << "0.08" << "must be from";
        QTest::newRow("value above") << "0.04" << "0.09" << "0.08" << "must be from";
        QTest::newRow("beyond the data book") << "0.01" << "0.06" << "0.08" << "0.02 to 0.12";
        QTest::newRow("not a number") << "low" << "0.06" << "0.08" << "a number";
    }
    void refusesRangesThatAreNone()
    {
        QFETCH(QString, low);
        QFETCH(QString, value);
        QFETCH(QString, high);
        QFETCH(QString, says);
        Scenario scenario = test::engine().preset("status_quo_2026");
        scenario.assumptions = {{"hbm.relax_share", value.toStdString(), low.toStdString(), high.toStdString(), ""}};
        const auto error = test::errorOf([&] { test::engine().check(scenario); });
        QVERIFY2(error.reason.find(says.toStdString()) != std::string::npos, error.what());
    }
    void refusesWhatIsNotAllowed_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("too high") << "hbm.relax_share" << "0.2" << "0.02 to 0.12.";
        QTest::newRow("too low") << "hbm.relax_share" << "0" << "0.02 to 0.12.";
        QTest::newRow("beyond a lognormal tail") << "packaging.capacity_2025" << "6.1" << "0.8 to 6m dies a year.";
        QTest::newRow("fixed") << "drug.spill" << "0.3" << "Fixed inputs anchor";
        QTest::newRow("unknown") << "hbm.magic" << "1" << "No input";
        QTest::newRow("NaN") << "hbm.relax_share" << "nan" << "a number from 0.02 to 0.12.";
        QTest::newRow("text") << "hbm.relax_share" << "much" << "a number from 0.02 to 0.12.";
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

CHOKEPOINT_TEST(AssumptionsTest)
#include "AssumptionsTest.moc"
