// Claims: the shipped ones are answered from runs, tell what decides them, and malformed tables are refused.
#include "TestData.h"
#include "api/Claims.h"
#include "api/WhyWords.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace chokepoint;
namespace fs = std::filesystem;

class ClaimsTest : public QObject {
    Q_OBJECT
private slots:
    void theSixClaimsHaveAnswersThatAgreeWithTheirDraws()
    {
        const auto& engine = test::engine();
        QCOMPARE(claimsOf(engine).size(), std::size_t{6});
        ClaimRequest request;
        request.draws = 300;
        for (const auto& claim : claimsOf(engine)) {
            const auto answer = answerClaim(engine, claim, request);
            QVERIFY2(answer.isComplete && answer.parts.size() == claim.parts.size(), claim.id.c_str());
            for (std::size_t i = 0; i < answer.parts.size(); ++i) {
                const auto& part = answer.parts[i];
                double holding = 0;
                for (const double value : part.discovery.answers)
                    holding += claim.parts[i].bound.holds(value);
                QCOMPARE(part.share, holding / 300);
                QVERIFY(part.low <= part.middle && part.middle <= part.high);
                const auto text = words::claimPartText(engine.catalogue(), claim.parts[i], part, test::english(Program::CommandLine));
                QVERIFY2(text.starts_with(claim.parts[i].words) && text.find("What has to be true") != std::string::npos, text.c_str());
                for (const auto& series : engine.catalogue().series)
                    QVERIFY2(text.find(series.id) == std::string::npos, text.c_str());
            }
        }
    }
    void aSignThatCannotTurnIsTold()
    {
        const auto& engine = test::engine();
        Claim claim;
        claim.parts.push_back({"More visas bring more students", {engine.preset("talent_drought"), engine.preset("status_quo_2026"), defaultStart,
                               test::quarter("2033Q4"), *engine.catalogue().findSeries("talent.new_china"), {}, Contrast::Difference}, {Comparison::AtMost, 0}});
        ClaimRequest request;
        request.draws = 200;
        const auto answer = answerClaim(engine, claim, request);
        QVERIFY(answer.parts[0].oneSign == OneSign::NeverAboveZero && answer.parts[0].isSettled && answer.parts[0].share == 1);
        QVERIFY(words::claimPartText(engine.catalogue(), claim.parts[0], answer.parts[0], test::english(Program::CommandLine)).find("the sign is not open") != std::string::npos);
        QVERIFY(!answer.parts[0].measures.empty() && answer.parts[0].measures[0].share < 0);
    }
    void shareOfDrawsReadsWell()
    {
        QCOMPARE(test::said(words::shareOfDraws(0)), std::string("in no draw"));
        QCOMPARE(test::said(words::shareOfDraws(1)), std::string("in all draws"));
        QCOMPARE(test::said(words::shareOfDraws(0.001)), std::string("in under 1\u202f% of draws"));
        QCOMPARE(test::said(words::shareOfDraws(0.999)), std::string("in over 99\u202f% of draws"));
        QCOMPARE(test::said(words::shareOfDraws(0.42)), std::string("in 42\u202f% of draws"));
    }
    void brokenTablesAreRefusedWithFileAndLine()
    {
        const auto refused = [](const char* file, const std::string& from, const std::string& to, const char* told = nullptr) {
            QTemporaryDir folder;
            const fs::path root = folder.path().toStdString();
            fs::copy(test::sourceFolder() / "resources", root / "resources", fs::copy_options::recursive);
            auto text = test::readFile(root / "resources" / "data" / file);
            const auto at = text.find(from);
            if (at == std::string::npos)
                QTest::qFail("the row to break is not there", __FILE__, __LINE__);
            else
                text.replace(at, from.size(), to);
            std::ofstream(root / "resources" / "data" / file, std::ios::binary) << text;
            const auto error = test::errorOf([&] { Engine engine(root / "resources", test::sourceFolder() / "scenarios"); });
            return error.place.find(told ? told : file) != std::string::npos && error.place.find("line") != std::string::npos;
        };
        QVERIFY(refused("claim_parts.csv", "hbm_choke_point,\"With", "other,\"With"));
        QVERIFY(refused("claim_parts.csv", "preset:open_gates", "preset:shut_gates"));
        QVERIFY(refused("claim_parts.csv", "hbm_export=full", "hbm_export=fuller"));
        QVERIFY(refused("claim_parts.csv", "hbm_export=full", "hbm_export"));
        QVERIFY(refused("claim_parts.csv", "at most,0,2030Q4", "at most,0,2040Q4"));
        QVERIFY(refused("claim_parts.csv", "revenue.smic,", "accel.binding,"));
        QVERIFY(refused("claims.csv", ",JUDGE;P001", ",NOWHERE"));
        QVERIFY(refused("claims.csv", "visas_cost_drugs", "visas", "claim_parts.csv")); // its parts belong to nothing
        QVERIFY(refused("claims.csv", "visas_cost_drugs,", "lonely,A claim,A reading,no,Everything,JUDGE\nvisas_cost_drugs,")); // it has no parts
    }
};

QTEST_APPLESS_MAIN(ClaimsTest)
#include "ClaimsTest.moc"
