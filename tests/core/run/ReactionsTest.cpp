// Reaction rules: what provokes an answer and what not, chains, chances, and rules as text.
#include "TestData.h"
#include "TestProgram.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/LawAsOf.h"
#include "api/Projection.h"
#include "api/ReactionWords.h"
#include "api/Reactions.h"
#include "facts/BargainTables.h"
#include "../bargain/SpoiledTables.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

namespace {

const Engine& engine() { return test::engine(); }
const Scenario& today() { return engine().catalogue().presets.front(); }

Scenario with(std::vector<Change> changes)
{
    Scenario scenario;
    scenario.changes = std::move(changes);
    return scenario;
}

/// Rules by hand: affiliates rule in force, rare earths a quarter later, design software two quarters after that.
std::vector<ReactionRule> planted()
{
    return {{"first", "affiliates_50", "in_force", 1, "cn_rare_earth", "oct2025", 0.8, {}, {}},
            {"second", "cn_rare_earth", "oct2025", 2, "eda_controls", "all", 0.5, {}, {}},
            {"back", "eda_controls", "all", 1, "affiliates_50", "25", 0.9, {}, {}}};
}

AnsweredScenario unfolded(const Scenario& scenario, const ReactionChances& chances = {})
{
    return withReactions(engine(), scenario, today(), planted(), chances);
}

std::string in(const Scenario& scenario, const char* measure, const char* quarter)
{
    return inForce(engine(), scenario, test::quarter(quarter))[*engine().catalogue().findMeasure(measure)];
}

} // namespace

class ReactionsTest : public QObject {
    Q_OBJECT
private slots:
    void anAnswerComesAfterItsQuartersAndMayProvokeAnother()
    {
        const auto result = unfolded(with({{"affiliates_50", "in_force", test::quarter("2027Q2"), 1}}));
        QCOMPARE(result.answers.size(), std::size_t{2}); // the third would answer over what the person sets
        QVERIFY(result.answers[0].change == (Change{"cn_rare_earth", "oct2025", test::quarter("2027Q3"), 1}));
        QVERIFY(result.answers[0].provoked == test::quarter("2027Q2"));
        QVERIFY(result.answers[1].change == (Change{"eda_controls", "all", test::quarter("2028Q1"), 1}));
        QCOMPARE(result.answers[1].likelihood, 0.8 * 0.5);
        QCOMPARE(in(result.scenario, "cn_rare_earth", "2027Q2"), in(today(), "cn_rare_earth", "2027Q2"));
        QCOMPARE(in(result.scenario, "cn_rare_earth", "2027Q3"), std::string("oct2025"));
        QCOMPARE(in(result.scenario, "affiliates_50", "2030Q1"), std::string("in_force"));
        // beyond the value counts as there
        QCOMPARE(unfolded(with({{"affiliates_50", "25", {}, 1}})).answers.size(), std::size_t{2});
    }
    void whatTheBaselineHoldsAlreadyProvokesNothing()
    {
        const auto untouched = unfolded(with({}));
        QVERIFY(untouched.answers.empty() && untouched.scenario == with({}));
        QVERIFY(unfolded(today()).answers.empty());
        // not even when it is the record that stands there: the baseline has the rule in force as well
        const auto own = with({{"affiliates_50", "in_force", {}, 1}});
        QVERIFY(withReactions(engine(), own, own, planted()).answers.empty());
        // away from the value is not towards it
        QVERIFY(unfolded(with({{"affiliates_50", "none", {}, 1}})).answers.empty());
    }
    void whatThePersonSetsStays()
    {
        const auto own = with({{"affiliates_50", "in_force", {}, 1}, {"cn_rare_earth", "free", test::quarter("2030Q1"), 1}});
        const auto result = unfolded(own);
        QVERIFY(result.answers.empty() && result.scenario == own);
    }
    void nobodyAnswersWithWhatIsThereAndNothingAfterTheEnd()
    {
        const auto harsh = with({{"affiliates_50", "in_force", {}, 1}});
        const auto rules = std::vector<ReactionRule>{{"none", "affiliates_50", "in_force", 0, "cn_rare_earth", "apr2025", 1, {}, {}}};
        QVERIFY(withReactions(engine(), harsh, today(), rules).answers.empty());
        QVERIFY(unfolded(with({{"affiliates_50", "in_force", test::quarter("2035Q4"), 1}})).answers.empty());
    }
    void aRampReachesItsValuesOnItsWay()
    {
        const auto rules = std::vector<ReactionRule>{{"tariff", "us_tariff", "45", 0, "cn_rare_earth", "oct2025", 1, {}, {}}};
        const auto result = withReactions(engine(), with({{"us_tariff", "60", test::quarter("2027Q1"), 8}}), today(), rules);
        // 23 + 37 k / 8 is 45 or more from the fifth quarter on
        QVERIFY(result.answers.size() == 1 && result.answers[0].change.from == test::quarter("2028Q1"));
        // downwards: half the tariff is reached by falling
        const auto falling = std::vector<ReactionRule>{{"relief", "us_tariff", "12", 2, "cn_farm_purchases", "25", 1, {}, {}}};
        const auto relief = withReactions(engine(), with({{"us_tariff", "10", test::quarter("2027Q1"), 1}}), today(), falling);
        QVERIFY(relief.answers.size() == 1 && relief.answers[0].change == (Change{"cn_farm_purchases", "25", test::quarter("2027Q3"), 1}));
        QVERIFY(withReactions(engine(), with({{"us_tariff", "30", {}, 1}}), today(), falling).answers.empty());
    }
    void chancesDecideByAThresholdOrByASeed()
    {
        const auto harsh = with({{"affiliates_50", "in_force", {}, 1}});
        QCOMPARE(unfolded(harsh, {.least = 0.6}).answers.size(), std::size_t{1});
        QCOMPARE(unfolded(harsh, {.least = 0.9}).answers.size(), std::size_t{0});
        int first = 0;
        constexpr int draws = 400;
        for (std::uint64_t seed = 1; seed <= draws; ++seed) {
            const auto result = unfolded(harsh, {.least = 1, .seed = seed});
            QVERIFY(unfolded(harsh, {.least = 0, .seed = seed}).answers == result.answers);
            first += !result.answers.empty() && result.answers[0].rule == 0;
        }
        QVERIFY2(std::abs(first - 320) < 32, qPrintable(QString::number(first))); // four standard deviations of 400 draws at 0.8
    }
    void theShippedRulesHoldAgainstTheRecord()
    {
        const auto& rules = shippedReactions(engine());
        QVERIFY(rules.size() >= 8);
        checkReactions(engine(), rules);
        for (const auto& rule : rules) {
            QVERIFY2(!rule.about.empty() && !rule.sources.empty(), rule.id.c_str());
            auto sure = rule;
            sure.chance = 1;
            const auto cause = with({{rule.measure, rule.value, {}, 1}});
            const auto result = withReactions(engine(), cause, today(), {sure});
            QVERIFY2(result.answers.size() == 1, rule.id.c_str()); // none is idle today
            QVERIFY(!test::said(words::reactionRule(engine().catalogue(), rule)).empty());
        }
        QVERIFY(withReactions(engine(), today(), today(), rules).answers.empty());
        const auto result = withReactions(engine(), with({{"affiliates_50", "in_force", {}, 1}}), today(), rules);
        const auto said = test::said(words::reactionAnswer(engine().catalogue(), rules, result.answers.front()));
        QVERIFY2(said.starts_with("Rare earths: 0.1% rule from April 2027, in answer to “Affiliates rule: 50% rule”"), said.c_str());
        QVERIFY2(said.ends_with("with a chance of 80%"), said.c_str());
        // the answers move the model
        const auto row = *engine().catalogue().findSeries("minerals.supply_index");
        QVERIFY(engine().project(result.scenario).at(row, test::quarter("2028Q1"))
                < engine().project(with({{"affiliates_50", "in_force", {}, 1}})).at(row, test::quarter("2028Q1")));
    }
    void rulesGoOutAsTextAndComeBack()
    {
        const auto& shipped = shippedReactions(engine());
        QVERIFY(reactionsFrom(engine(), reactionsText(shipped), "rules.txt") == shipped);
        const std::string own = "# mine\n\nwhen us_tariff=45 after 3 answer cn_boeing=0 chance 0.25 because I think so\r\n";
        const auto rules = reactionsFrom(engine(), own, "rules.txt");
        QVERIFY(rules.size() == 1 && rules[0].about == "I think so" && rules[0].after == 3 && rules[0].chance == 0.25);
        for (const std::string bent :
             {"when us_tariff=45 after x answer cn_boeing=0 chance 0.25", "when us_tariff after 1 answer cn_boeing=0 chance 1",
              "when us_tariff=45 after 3 answer cn_boeing=0", "when us_tariff=45 after 3 answer cn_boeing=0 chance 1 for fun",
              "when us_tariff=45 after 3 answer cn_boeing=9999 chance 1", "when us_tariff=45 after 99 answer cn_boeing=0 chance 1",
              "when us_tariff=45 after -1 answer cn_boeing=0 chance 1", "when us_tariff=45 after -40 answer cn_boeing=0 chance 1",
              "when us_tariff=45 after 3 answer us_tariff=5 chance 1", "when us_tariff=45 after 3 answer cn_boeing=0 chance 2"}) {
            const auto refused = test::errorOf([&] { reactionsFrom(engine(), "# first\n" + bent, "rules.txt"); });
            QCOMPARE(refused.refusal().place.line, std::size_t{2});
            QCOMPARE(refused.refusal().place.file, std::string("rules.txt"));
        }
    }
    void anAnswerBeforeItsCauseIsRefusedWithItsNumber()
    {
        ReactionRule rule{.measure = "us_tariff", .value = "45", .after = -1, .answer = "cn_boeing", .answerValue = "0"};
        const auto refused = test::errorOf([&] { checkReactions(engine(), {rule}); });
        QCOMPARE(refused.refusal().id, std::string("number_out_of_range"));
        QVERIFY2(refused.problem.find("1 is out of range for the number of quarters") != std::string::npos, refused.what());
        rule.after = 0;
        checkReactions(engine(), {rule});
    }
    void tooManyRulesAreRefusedWithTheLineOfTheFirstTooMany()
    {
        std::string text;
        for (std::size_t i = 0; i <= mostReactionRules; ++i)
            text += "when us_tariff=45 after 3 answer cn_boeing=0 chance 0.25\n";
        const auto refused = test::errorOf([&] { reactionsFrom(engine(), text + "nonsense\n", "rules.txt"); });
        QCOMPARE(refused.refusal().id, std::string("number_out_of_range"));
        QCOMPARE(refused.refusal().place.line, mostReactionRules + 1);
    }
    void aRuleOfTheDataBookWithASettingThatIsNoneNamesItsPlace()
    {
        const auto refused = [](const char* from, const char* to) {
            return test::refusedFor({"reactions.csv"}, "reactions.csv", from, to, [](const std::filesystem::path& folder) {
                facts::loadReactions(folder, engine().catalogue());
            });
        };
        const auto unknown = refused("oct2025,0.80", "oct2052,0.80");
        QCOMPARE(unknown.reason, std::string("“oct2052” is not a setting of “cn_rare_earth”."));
        QCOMPARE(unknown.refusal().place.line, std::size_t{2});
        QCOMPARE(unknown.refusal().place.field, std::string("answer_value"));
        const auto beyond = refused("us_tariff,45,0,cn_rare_earth", "us_tariff,4500,0,cn_rare_earth");
        QCOMPARE(beyond.refusal().place.line, std::size_t{8});
        QCOMPARE(beyond.refusal().place.field, std::string("value"));
    }
    void aLongLineInChineseIsToldInWholeCharacters()
    {
        std::string line = "wann "; // five bytes, and three for each character: a cut by bytes falls into one
        for (int i = 0; i < 40; ++i)
            line += "稀";
        const auto refused = test::errorOf([&] { reactionsFrom(engine(), line, "rules.txt"); });
        const auto told = test::said(refused.refusal().values.front().value);
        std::string whole = "wann ";
        for (int i = 0; i < 18; ++i)
            whole += "稀";
        QCOMPARE(QString::fromStdString(told), QString::fromStdString(whole + "…"));
    }
};

CHOKEPOINT_TEST(ReactionsTest)
#include "ReactionsTest.moc"
