// The brief: what it says is what the runs and the data book say, and nothing in a text acts in Markdown.
#include "api/Brief.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/ChangeWords.h"
#include "api/LiveEnsemble.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;
using namespace chokepoint::test;

namespace {

BriefRequest requestOf(const char* preset)
{
    BriefRequest request;
    request.pair = {engine().preset(preset), engine().preset("status_quo_2026")};
    request.draws = 256;
    request.origin = {"1.2.3", "2026-11-29"};
    return request;
}

const BriefSection& sectionOf(const Brief& brief, const std::string& heading)
{
    const auto at = std::ranges::find(brief.sections, heading, &BriefSection::heading);
    if (at == brief.sections.end())
        QTest::qFail(("no section " + heading).c_str(), __FILE__, __LINE__);
    return *at;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

class BriefTest : public QObject {
    Q_OBJECT
private slots:
    void aBriefSaysWhatWasChangedAndWhatItDoes()
    {
        const auto request = requestOf("china_ask_2025");
        const auto brief = briefOf(engine(), english(), request);
        const auto& catalogue = engine().catalogue();
        QVERIFY2(has(brief.title, " in 2028"), brief.title.c_str());
        const auto& changes = sectionOf(brief, "What was changed");
        QCOMPARE(changes.points.size(), request.pair.scenario.changes.size());
        QCOMPARE(changes.points.front(),
                 said(words::change(catalogue, request.pair.scenario.changes.front(), request.pair.scenario.start)));
        const auto& table = sectionOf(brief, "Results in 2028").table.value();
        QCOMPARE(table.rows.size(), catalogue.cards.size());
        const auto row = *catalogue.findSeries(catalogue.cards.front().series);
        const auto present = engine().project(request.pair.scenario), reference = engine().project(request.pair.baseline);
        const auto unit = words::displayUnit(catalogue.series[row]);
        const auto [value, before] =
            words::numbersAlike(present.annualMean(row, 2028) * unit.scale, reference.annualMean(row, 2028) * unit.scale);
        QCOMPARE(table.rows.front().at(0), catalogue.series[row].name);
        QCOMPARE(table.rows.front().at(1), said(words::amount(value, unit)));
        QCOMPARE(table.rows.front().at(2), said(words::amount(before, unit)));
        std::vector<std::size_t> told;
        for (const auto& card : catalogue.cards)
            told.push_back(*catalogue.findSeries(card.series));
        LiveEnsemble study(engine(), {.draws = request.draws, .seed = 1, .threads = 1, .set = {}, .clock = {}});
        const auto draws = study.run(request.pair.scenario, told, request.draws),
                   without = study.run(request.pair.baseline, told, request.draws);
        for (std::size_t i = 0; i < told.size(); ++i)
            QCOMPARE(table.rows.at(i).at(4),
                     said(words::rangeOfChange(catalogue.series[told[i]], changeSpread(draws.samples, without.samples, told[i], 2028))));
        QCOMPARE(sectionOf(brief, "What this program cannot tell you").points.size(), catalogue.limits.size());
        QVERIFY(!sectionOf(brief, "Sources").points.empty());
        QVERIFY2(has(brief.identity, scenarioHash(engine(), request.pair.scenario, request.pair.baseline).substr(0, 8)),
                 brief.identity.c_str());
        QVERIFY(has(brief.identity, "November 29, 2026"));
    }
    void sharesAddUpToTheChangeAsTheyAreShown()
    {
        const auto brief = briefOf(engine(), english(), requestOf("full_denial"));
        const auto& rows = sectionOf(brief, "Which measure did it?").table.value().rows;
        QVERIFY(rows.size() >= 3);
        double sum = 0;
        const auto numberOf = [](std::string text) {
            if (const auto at = text.find("−"); at != std::string::npos)
                text.replace(at, std::string("−").size(), "-");
            return QString::fromStdString(text).remove(',').toDouble();
        };
        for (std::size_t i = 0; i + 1 < rows.size(); ++i)
            sum += numberOf(rows[i][1]);
        QVERIFY2(std::abs(sum - numberOf(rows.back()[1])) < 1e-9, rows.back()[1].c_str());
    }
    void figuresBeginWithTheMainResult()
    {
        auto request = requestOf("grand_bargain");
        request.series = *engine().catalogue().findSeries("talent.us");
        request.figures = 3;
        const auto brief = briefOf(engine(), english(), request);
        const auto& figures = sectionOf(brief, "Figures").figures;
        QCOMPARE(figures.size(), std::size_t{3});
        QCOMPARE(figures.front().series, std::string("talent.us"));
        QVERIFY(figures.front().hasDraws);
    }
    void assumptionsThatDifferAreToldWithWhatTheyReplace()
    {
        auto request = requestOf("status_quo_2026");
        request.pair.scenario.assumptions = {{"hbm.relax_share", "0.11", {}, {}, "our guess"}};
        const auto brief = briefOf(engine(), english(), request);
        const auto& points = sectionOf(brief, "Assumptions").points;
        QCOMPARE(points.size(), std::size_t{1});
        QVERIFY2(has(points[0], "0.11") && has(points[0], "in place of") && has(points[0], "our guess"), points[0].c_str());
        QVERIFY(std::ranges::none_of(brief.sections, [](const BriefSection& s) { return s.heading == "Which measure did it?"; }));
        const auto usual = briefOf(engine(), english(), requestOf("status_quo_2026"));
        QVERIFY(sectionOf(usual, "Assumptions").points.empty());
    }
    void nothingInATextActsInMarkdown()
    {
        Brief brief{
            .title = "# <script>alert(1)</script>", .subtitle = "- [link](http://x) | *bold*", .sections = {}, .identity = "`code`"};
        brief.sections.push_back({.heading = "a\n# b",
                                  .paragraphs = {},
                                  .table = BriefTable{{"x|y"}, {{"![p](q)"}}},
                                  .points = {"1 < 2 & 3"},
                                  .figures = {},
                                  .lines = {"``` fence"}});
        const auto text = markdownOf(brief);
        QVERIFY2(text.starts_with("# \\# \\<script\\>alert(1)\\</script\\>\n\n\\- \\[link\\](http://x) \\| \\*bold\\*\n"), text.c_str());
        QVERIFY2(has(text, "\n## a \\# b\n") && has(text, "| x\\|y |\n| :--- |\n| \\!\\[p\\](q) |\n"), text.c_str());
        QVERIFY2(has(text, "- 1 \\< 2 \\& 3\n") && has(text, "\n````\n``` fence\n````\n"), text.c_str());
    }
    void whatCannotBeMeantIsRefused()
    {
        auto request = requestOf("open_gates");
        request.series = *engine().catalogue().findSeries("accel.binding");
        QCOMPARE(errorOf([&] { briefOf(engine(), english(), request); }).refusal().id, std::string("series_is_category"));
        request.series.reset();
        request.year = 2036;
        QCOMPARE(errorOf([&] { briefOf(engine(), english(), request); }).refusal().id, std::string("year_out_of_range"));
        request.year = 2028;
        request.work.isCancelled = [] { return true; };
        QVERIFY(briefOf(engine(), english(), request).title.empty());
    }
};

CHOKEPOINT_TEST(BriefTest)
#include "BriefTest.moc"
