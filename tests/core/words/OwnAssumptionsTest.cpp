// What a person types as an assumption, and how assumptions, periods and sources read.
#include "TestData.h"
#include "TestProgram.h"
#include "api/EquationWords.h"
#include "api/Equations.h"
#include "api/InputWords.h"
#include "api/ScenarioWords.h"
#include "api/SourceWords.h"
#include "api/TypedAssumption.h"

#include <QTest>

using namespace chokepoint;

class OwnAssumptionsTest : public QObject {
    Q_OBJECT

    static const Parameter& parameter(const char* id)
    {
        const auto& catalogue = test::engine().catalogue();
        return catalogue.parameters[*catalogue.findParameter(id)];
    }

private slots:
    void aNumberIsAValueAndTwoAreARange()
    {
        const auto& share = parameter("hbm.relax_share"); // 0.06, range 0.02 to 0.12
        QVERIFY(typedAssumption(share, " 0.11 ") == (Assumption{"hbm.relax_share", "0.11"}));
        QVERIFY(typedAssumption(share, "0.05 to 0.08") == (Assumption{"hbm.relax_share", "0.06", "0.05", "0.08", ""}));
        QVERIFY(typedAssumption(share, "0.05–0.08") == typedAssumption(share, "0.05 .. 0.08"));
        // the data book's value lies outside: the middle
        QVERIFY(typedAssumption(share, "0.02 to 0.04") == (Assumption{"hbm.relax_share", "0.03", "0.02", "0.04", ""}));
        QVERIFY(typedAssumption(share, "0.08 to 0.12") == (Assumption{"hbm.relax_share", "0.1", "0.08", "0.12", ""}));
    }
    void whatIsTypedForAnySampledParameterIsAcceptedByTheEngine()
    {
        for (const auto& p : test::engine().catalogue().parameters) {
            if (p.distribution == Distribution::Fixed)
                continue;
            Scenario scenario = test::engine().preset("status_quo_2026");
            scenario.assumptions = {typedAssumption(p, p.low + " to " + p.high)};
            test::engine().check(scenario);
            QCOMPARE(scenario.assumptions[0].value, p.central);
            scenario.assumptions = {typedAssumption(p, p.high)};
            test::engine().check(scenario);
        }
    }
    void refusesInWordsWithoutIds()
    {
        for (const char* typed : {"", "much", "0.5", "-1", "nan", "1e400", "0.1 to", "to 0.1", "0.1 to 0.05", "0.05 to 0.05", "0.05 to 0.06 to 0.07"}) {
            const auto error = test::errorOf([&] { typedAssumption(parameter("hbm.relax_share"), typed); });
            QVERIFY2(!error.remedy.empty() && std::string_view(error.what()).find("hbm.relax_share") == std::string_view::npos, error.what());
        }
        const auto refusalOf = [](const char* id, const char* typed) {
            return test::errorOf([&] { typedAssumption(parameter(id), typed); });
        };
        QVERIFY(refusalOf("drug.spill", "0.3").reason.find("anchors") != std::string::npos);
        QCOMPARE(refusalOf("hbm.relax_share", "much").problem, std::string("“much” is not a number."));
        QCOMPARE(refusalOf("hbm.relax_share", "0.5").problem, std::string("0.5 is out of range."));
        QCOMPARE(refusalOf("hbm.relax_share", "0.5").reason, std::string("It must be from 0.02 to 0.12."));
        QCOMPARE(refusalOf("hbm.relax_share", "0.5").place, parameter("hbm.relax_share").description);
        QCOMPARE(refusalOf("hbm.relax_share", "0.1 to 0.05").problem, std::string("0.1 to 0.05 is not a range."));
    }
    void saysAssumptionsAndStamps()
    {
        Scenario scenario;
        QCOMPARE(test::said(words::assumptionStamp(scenario)), std::string());
        scenario.assumptions = {{"a", "5", "2", "20", ""}, {"b", "1"}};
        QCOMPARE(test::said(words::assumptionStamp(scenario)), std::string("your assumptions (2)"));
        QCOMPARE(test::said(words::assumptionValue(scenario.assumptions[0])), std::string("2 to 20, central 5"));
        QCOMPARE(test::said(words::assumptionValue(scenario.assumptions[1])), std::string("1"));
    }
    void aPackageKeepsItsNameUnderOwnAssumptions()
    {
        auto scenario = test::engine().preset("china_ask_2025");
        scenario.assumptions = {{"cxmt.learning", "0.2"}};
        QCOMPARE(test::said(words::scenarioLabel(test::engine().catalogue(), scenario)), scenario.title);
    }
    void anEndOfARangeHasThreeDigits()
    {
        QCOMPARE(test::said(words::inputEvidence(parameter("path.china_budget.late"))), std::string("1 (0.781 to 1.28), source D"));
        QCOMPARE(test::said(words::inputEvidence(parameter("cxmt.delay"))), std::string("0 years (−0.5 to 1.5), source D"));
        QCOMPARE(test::said(words::inputEvidence(parameter("cxmt.delay"), false)), std::string("0 (−0.5 to 1.5), source D"));
        QCOMPARE(test::said(words::inputEvidence(parameter("hbm.relax_share"))), std::string("0.06 (0.02 to 0.12), source D"));
    }
    void saysPeriods()
    {
        QCOMPARE(test::said(words::period(2024, 2025)), std::string("2024"));
        QCOMPARE(test::said(words::period(2024.5, 2024.75)), std::string("2024 Q3"));
        QCOMPARE(test::said(words::period(2026, 2026)), std::string("end of Dec 2025"));
        QCOMPARE(test::said(words::period(2024.75, 2024.75)), std::string("end of Sep 2024"));
        QCOMPARE(test::said(words::period(2022.5, 2023.5)), std::string("mid-2022 to mid-2023"));
    }
    void sourceLinesLeaveOutWhatIsEmpty()
    {
        Source source;
        source.authors = "A. Author";
        source.title = "A title";
        source.publisher = "-";
        source.date = "2025";
        QCOMPARE(test::said(words::sourceLine(source)), std::string("A. Author: A title, 2025"));
    }
    void equationsAreSaidWithoutIds()
    {
        const auto& catalogue = test::engine().catalogue();
        for (const auto& equation : equationsOf(test::engine())) {
            const auto said = words::namedExpression(catalogue, equation.expression, test::english());
            for (const auto& p : catalogue.parameters)
                QVERIFY2(said.find("(" + p.id + ")") == std::string::npos, said.c_str());
            for (const char* kind : {"parameter(", "path(", "previous(", "lever(", "recorded("})
                QVERIFY2(said.find(kind) == std::string::npos, said.c_str());
        }
    }
    void equationsWriteATrueMinusAndNamesKeepTheirHyphens()
    {
        const auto said = words::namedExpression(test::engine().catalogue(), "accel.dies - 2 * -1", test::english());
        QCOMPARE(said, std::string("[Chinese AI-chip output] \u2212 2 * \u22121"));
    }
};

CHOKEPOINT_TEST(OwnAssumptionsTest)
#include "OwnAssumptionsTest.moc"
