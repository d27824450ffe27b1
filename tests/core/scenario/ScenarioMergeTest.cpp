// Saving what was opened: comments and formatting stay where their content stays, and the text says the edited scenario.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/Files.h"
#include "api/ScenarioEdits.h"
#include "api/ScenarioText.h"

#include <QTest>

using namespace chokepoint;
using test::quarter;

namespace {

const Catalogue& mergeCatalogue() { return test::engine().catalogue(); }

const std::string original = R"(# A plan for a slow opening
# by hand

format = 1
id = "plan"   # never changes
title    = "Plan"
# what it is about
description = """
two
lines""" # told later

# HBM first
[[change]]
  level = "open" # loosest
  measure = "hbm_export"

# a free remark

# then the cap
[[change]]
measure = "hbm_cap_units"
number = "2.5"
from = "2028Q1"
over = 8

# what is assumed
[assumptions]
hbm.relax_share = "0.11" # dotted
# about cxmt
"cxmt.learning" = "0.2"
# the end
)";

std::string without(std::string text, const std::string& part, const std::string& by = {})
{
    const auto at = text.find(part);
    if (at == std::string::npos)
        QTest::qFail("the part is not there", __FILE__, __LINE__);
    return text.replace(at, part.size(), by);
}

/// The merged text, which must read as the scenario.
std::string saved(const Scenario& scenario, const std::string& text = original)
{
    const auto merged = writeScenario(scenario, mergeCatalogue(), text);
    const auto read = readScenario(merged, "merged");
    if (!(read.changes == scenario.changes && edit::hasSameContent(mergeCatalogue(), read, scenario) && read.title == scenario.title
            && read.description == scenario.description && read.basedOn == scenario.basedOn))
        QTest::qFail(("the text says another scenario:\n" + merged).c_str(), __FILE__, __LINE__);
    return merged;
}

Scenario opened() { return readScenario(original, "plan.toml"); }

void compare(const std::string& a, const std::string& b) { QVERIFY2(a == b, ("\n" + a + "\n---- instead of\n" + b).c_str()); }

} // namespace

class ScenarioMergeTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsNotEditedStaysLetterByLetter() { compare(saved(opened()), original); }
    void aValueIsEditedInItsPlace()
    {
        auto scenario = opened();
        scenario.changes[0].value = "full";
        scenario.assumptions = {{"cxmt.learning", "0.3"}, {"hbm.relax_share", "0.12"}};
        const auto levels = without(original, "level = \"open\" # loosest", "level = \"full\" # loosest");
        const auto one = without(levels, "\"0.11\" # dotted", "\"0.12\" # dotted");
        compare(saved(scenario), without(one, "\"0.2\"", "\"0.3\""));
    }
    void keysOfTheHeadAreEditedAddedAndTakenAway()
    {
        auto scenario = opened();
        scenario.title = "Plan “B”";
        scenario.description.clear();
        scenario.basedOn = "full_denial";
        scenario.shortTitle = "B";
        const auto titled = without(original, "title    = \"Plan\"", "title    = \"Plan “B”\"");
        compare(saved(scenario), without(titled, "# what it is about\ndescription = \"\"\"\ntwo\nlines\"\"\" # told later\n",
                                         "based_on = \"full_denial\"\nshort = \"B\"\n"));
    }
    void aChangeThatGoesTakesItsCommentsAndLeavesFreeOnes()
    {
        auto scenario = opened();
        scenario.changes.erase(scenario.changes.begin());
        compare(saved(scenario),
                without(original, "\n# HBM first\n[[change]]\n  level = \"open\" # loosest\n  measure = \"hbm_export\"\n"));
        scenario.changes.clear();
        scenario.assumptions.clear();
        const auto text = saved(scenario);
        QVERIFY(text.find("# a free remark") != std::string::npos && text.find("# the end") != std::string::npos);
        QVERIFY(text.find("then the cap") == std::string::npos && text.find("about cxmt") == std::string::npos);
    }
    void datesAndRampsComeAndGo()
    {
        auto scenario = opened();
        scenario.changes[0].from = quarter("2029Q2");
        scenario.changes[1].from.reset();
        scenario.changes[1].over = 1;
        const auto dated = without(original, "measure = \"hbm_export\"\n", "measure = \"hbm_export\"\nfrom = \"2029Q2\"\n");
        compare(saved(scenario), without(dated, "from = \"2028Q1\"\nover = 8\n"));
    }
    void whatIsNewFollowsWhatItFollowsInTheScenario()
    {
        auto scenario = opened();
        scenario.changes.insert(scenario.changes.begin() + 1, {"opt", "ended", {}, 1});
        scenario.assumptions.push_back({"cxmt.delay", "0.5", "", "", ""});
        const auto added = without(original, "# a free remark\n", "# a free remark\n\n[[change]]\nmeasure = \"opt\"\nlevel = \"ended\"\n");
        compare(saved(scenario),
                without(added, "\"cxmt.learning\" = \"0.2\"\n", "\"cxmt.learning\" = \"0.2\"\n\"cxmt.delay\" = \"0.5\"\n"));
    }
    void anotherOrderAndALongerAssumptionAreSaidToo()
    {
        auto scenario = opened();
        std::swap(scenario.changes[0], scenario.changes[1]);
        scenario.assumptions[0] = {scenario.assumptions[0].parameter, "0.11", "", "", "a reason"};
        const auto text = saved(scenario);
        QVERIFY(text.find("# then the cap\n[[change]]\nmeasure = \"hbm_cap_units\"") < text.find("# HBM first"));
        QVERIFY(text.find("reason = \"a reason\"") != std::string::npos);
    }
    void endsOfLinesAndTheMarkOfBytesStay()
    {
        std::string windows = "\xef\xbb\xbf";
        for (const char c : original)
            windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
        auto scenario = readScenario(windows, "windows.toml");
        QVERIFY(scenario.changes == opened().changes);
        scenario.changes[0].value = "full";
        const auto text = writeScenario(scenario, mergeCatalogue(), windows);
        QVERIFY(text.starts_with("\xef\xbb\xbf# A plan") && text.find("level = \"full\" # loosest\r\n") != std::string::npos);
        QVERIFY(text.find("two\r\nlines\"\"\" # told later") != std::string::npos);
        QCOMPARE(std::ranges::count(text, '\n'), std::ranges::count(text, '\r'));
    }
    void aFormThatCannotBeKeptKeepsTheCommentsOfItsHead()
    {
        const std::string text =
            "# mine\n\nformat = 1\nid = \"a\"\ntitle = \"A\"\nchange = [{measure = \"hbm_export\", level = \"open\"}]\n";
        auto scenario = readScenario(text, "one line");
        scenario.changes[0].value = "full";
        compare(saved(scenario, text), "# mine\n\n" + writeScenario(scenario, mergeCatalogue()));
        compare(writeScenario(scenario, mergeCatalogue(), "# no scenario"), writeScenario(scenario, mergeCatalogue()));
        compare(writeScenario(scenario, mergeCatalogue(), ""), writeScenario(scenario, mergeCatalogue()));
    }
    void everyPresetKeepsItsHeadThroughEveryEdit()
    {
        for (const auto& entry : std::filesystem::directory_iterator(test::sourceFolder() / "scenarios")) {
            if (entry.path().extension() != ".toml")
                continue;
            const auto text = readTextFile(entry.path(), largestScenarioFile);
            auto scenario = readScenario(text, "preset");
            const auto head = text.substr(0, text.find("format"));
            while (!scenario.changes.empty()) {
                scenario.changes.erase(scenario.changes.begin() + static_cast<std::ptrdiff_t>(scenario.changes.size() / 2));
                QVERIFY(saved(scenario, text).starts_with(head));
            }
            scenario = edit::onTop(scenario, mergeCatalogue(), test::engine().preset("grand_bargain"));
            QVERIFY(saved(scenario, text).starts_with(head));
        }
    }
};

CHOKEPOINT_TEST(ScenarioMergeTest)
#include "ScenarioMergeTest.moc"
