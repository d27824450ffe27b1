// Share codes: every preset in one short line, back without loss, and refused when a letter is not as it was.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/ScenarioEdits.h"
#include "api/ShareCode.h"
#include "numbers/Base64Url.h"
#include "numbers/Sha256.h"

#include <QTest>

#include <cstdint>
#include <set>

using namespace chokepoint;
using test::quarter;

namespace {

const Catalogue& codeCatalogue() { return test::engine().catalogue(); }
SharedScenario back(const std::string& code) { return readShareCode(test::engine(), code); }
std::string refusalOfCode(const std::string& code)
{
    return test::errorOf([&] { back(code); }).refusal().id;
}

Scenario own()
{
    Scenario scenario;
    scenario.id = "own";
    scenario.title = "Opening — 解禁 \"of\" memory";
    scenario.start = quarter("2028Q3");
    scenario.baseline = "full_denial";
    scenario.changes = {{"hbm_export", "hbm3_cap", {}, 1}, {"hbm_cap_units", "6.25", {}, 8}, {"hbm_export", "open", quarter("2031Q1"), 1}};
    scenario.assumptions = {{"demand.sigma", "2", "1.5", "3"}, {"import.price_tpp", "0.41"}};
    return scenario;
}

} // namespace

class ShareCodeTest : public QObject {
    Q_OBJECT
private slots:
    void everyPresetFitsIntoFourHundredLettersAndComesBack()
    {
        for (const auto& preset : codeCatalogue().presets) {
            const auto code = shareCode(preset);
            QVERIFY2(code.size() < 400, (preset.id + ": " + std::to_string(code.size())).c_str());
            const auto shared = back(code);
            QCOMPARE(shared.unknown, std::size_t(0));
            QVERIFY(edit::hasSameContent(codeCatalogue(), shared.scenario, preset));
            QCOMPARE(shared.scenario.title, preset.title);
            QCOMPARE(shared.scenario.baseline, preset.baseline);
            QVERIFY(shared.scenario.start == preset.start);
        }
    }
    void everyPartOfAScenarioComesBack()
    {
        const auto shared = back(shareCode(own()));
        QVERIFY(shared.scenario == own());
        QCOMPARE(shareCode(shared.scenario), shareCode(own()));
    }
    void blanksAndLineEndsDoNotMatter()
    {
        auto code = shareCode(own());
        code.insert(20, "\r\n  ");
        QVERIFY(looksLikeShareCode(" " + code));
        QVERIFY(back(" " + code + "\n").scenario == own());
    }
    void everyLetterThatIsChangedOrMissingIsNoticed()
    {
        const auto code = shareCode(own());
        for (std::size_t i = 7; i < code.size(); ++i) {
            auto bent = code;
            bent[i] = bent[i] == 'A' ? 'B' : 'A';
            if (bent != code)
                QCOMPARE(refusalOfCode(bent), std::string("code_damaged"));
            QCOMPARE(refusalOfCode(code.substr(0, i)), std::string("code_damaged"));
        }
    }
    void otherTextsAreToldApart()
    {
        QCOMPARE(refusalOfCode(""), std::string("code_is_none"));
        QCOMPARE(refusalOfCode("https://example.org"), std::string("code_is_none"));
        QCOMPARE(refusalOfCode("CHOKE2.abcd.00000000"), std::string("code_newer"));
        QCOMPARE(refusalOfCode("CHOKE1."), std::string("code_damaged"));
        QCOMPARE(refusalOfCode("CHOKE1." + std::string(20'000, 'A')), std::string("code_too_long"));
        QVERIFY(!looksLikeShareCode("format = 1"));
    }
    void whatTheDataBookDoesNotKnowIsCountedAndLeftOut()
    {
        auto foreign = own();
        foreign.changes.push_back({"measure_of_2031", "yes", {}, 1});
        foreign.changes.push_back({"hbm_export", "level_of_2031", {}, 1});
        foreign.assumptions.push_back({"parameter.of_2031", "3"});
        const auto shared = back(shareCode(foreign));
        QCOMPARE(shared.unknown, std::size_t(3));
        QVERIFY(shared.scenario == own());
    }
    void noTwoIdsOfAKindLookAlikeInACode()
    {
        const auto differ = [](const auto& entries) {
            std::set<std::string> digests;
            for (const auto& entry : entries)
                if (!digests.insert(numbers::sha256(entry.id).substr(0, 6)).second)
                    return false;
            return true;
        };
        QVERIFY(differ(codeCatalogue().measures));
        QVERIFY(differ(codeCatalogue().parameters));
        QVERIFY(differ(codeCatalogue().presets));
        for (const auto& measure : codeCatalogue().measures)
            QVERIFY(differ(measure.levels));
    }
    void plantedBytesWithARightChecksumEndInAScenarioOrARefusal()
    {
        std::uint64_t state = 7;
        for (int i = 0; i < 20'000; ++i) {
            std::string bytes;
            for (int length = i % 60; length > 0; --length) {
                state = state * 6364136223846793005u + 1442695040888963407u;
                bytes += static_cast<char>(state >> 56 & (i % 3 == 0 ? 3 : 255));
            }
            const auto code = "CHOKE1." + numbers::base64Url(bytes) + "." + numbers::sha256(bytes).substr(0, 8);
            try {
                back(code);
            } catch (const InputError&) {}
        }
    }
    void lettersAreThoseOfBase64ForAddresses()
    {
        QCOMPARE(numbers::base64Url(std::string("\xfb\xff\xfe", 3)), std::string("-__-"));
        QCOMPARE(numbers::base64Url("a"), std::string("YQ"));
        QCOMPARE(numbers::fromBase64Url("YQ").value(), std::string("a"));
        QVERIFY(!numbers::fromBase64Url("YQ=="));
        QVERIFY(!numbers::fromBase64Url("Y"));
        QVERIFY(!numbers::fromBase64Url("YR")); // bits left over
        QVERIFY(!numbers::fromBase64Url("Y+"));
    }
};

CHOKEPOINT_TEST(ShareCodeTest)
#include "ShareCodeTest.moc"
