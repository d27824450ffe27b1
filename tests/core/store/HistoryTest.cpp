// Steps of undo as differences: they lead back exactly, they stay small, and what does not fit is told.
#include "TestData.h"
#include "TestProgram.h"

#include "api/WorkbookFile.h"

#include <QTest>

#include <random>

using namespace chokepoint;
using test::quarter;

namespace {

const Catalogue& historyCatalogue() { return test::engine().catalogue(); }

/// Changes one thing of any kind that a workbook holds.
void edit(Workbook& workbook, std::mt19937& random)
{
    auto& entry = workbook.scenarios[random() % workbook.scenarios.size()];
    const auto number = std::to_string(random() % 1000);
    switch (random() % 8) {
    case 0: entry.scenario.changes.push_back({"hbm_export", "open", Quarter{static_cast<int>(20 + random() % 30)}, 1}); break;
    case 1: entry.notes += "note " + number + "\n"; break;
    case 2: entry.tags.push_back(number); break;
    case 3: workbook.notes = number; break;
    case 4:
        workbook.news.push_back({"2027-01-01", "news " + number, {}, {}, Change{"hbm_export", "full", quarter("2027Q1"), 1}, {}});
        break;
    case 5: workbook.assumptionSets.push_back({"set" + number, "Set", {}, {{"demand.sigma", "2", "", "", ""}}}); break;
    case 6: workbook.comparedWith = OwnBaseline{entry.scenario}; break;
    default: entry.scenario.changes.clear();
    }
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT
private slots:
    void aWorkbookComesBackOutOfItsBytes()
    {
        auto workbook = freshWorkbook(historyCatalogue());
        std::mt19937 random(1);
        for (int i = 0; i < 200; ++i)
            edit(workbook, random);
        workbook.facts.emplace_back();
        workbook.facts.back().low = -1e-300;
        workbook.facts.back().packages = {test::engine().preset("full_denial")};
        Workbook read;
        read.view = workbook.view;
        setContent(read, contentBytes(workbook));
        QVERIFY(read == workbook);
        auto view = workbook.view;
        view.charts[1].view = BoardChart::View::Logarithm;
        view.overview.small = {"", "hbm.stock", "x"};
        view.chartCount = 6;
        auto other = workbook.view;
        setLayout(other, layoutBytes(view));
        QVERIFY(other == view);
    }
    void tenThousandStepsLeadBackToTheExactStartAndForwardAgain()
    {
        auto workbook = freshWorkbook(historyCatalogue());
        const auto start = contentBytes(workbook);
        std::mt19937 random(2);
        std::vector<WorkbookStep> steps;
        auto bytes = start;
        for (int i = 0; i < 10'000; ++i) {
            edit(workbook, random);
            auto after = contentBytes(workbook);
            steps.push_back(stepBetween("step", bytes, after));
            bytes = std::move(after);
            if (workbook.notes.size() + bytes.size() > 20'000) {
                workbook.scenarios.front().notes.clear(); // what follows stays quick
                workbook.scenarios.front().tags.clear();
                workbook.news.clear();
                workbook.assumptionSets.clear();
            }
        }
        const auto end = bytes;
        for (auto step = steps.rbegin(); step != steps.rend(); ++step)
            bytes = stepped(bytes, *step, false).value();
        QVERIFY(bytes == start);
        for (const auto& step : steps)
            bytes = stepped(bytes, step, true).value();
        QVERIFY(bytes == end);
    }
    void aStepHoldsWhatChangedAndNoMore()
    {
        auto workbook = freshWorkbook(historyCatalogue());
        workbook.notes.assign(100'000, 'n');
        const auto before = contentBytes(workbook);
        workbook.scenarios.front().scenario.changes.push_back({"hbm_export", "open", quarter("2027Q1"), 1});
        const auto step = stepBetween("one change", before, contentBytes(workbook));
        QVERIFY(step.removed.size() + step.added.size() < 100);
    }
    void repeatedLettersConfuseNoStep()
    {
        for (const auto& [before, after] : {std::pair("aaaa", "aaa"), {"aaa", "aaaa"}, {"", "a"}, {"a", ""}, {"abab", "ab"}, {"x", "x"}}) {
            const auto step = stepBetween("s", before, after);
            QCOMPARE(stepped(before, step, true).value(), std::string(after));
            QCOMPARE(stepped(after, step, false).value(), std::string(before));
        }
    }
    void aStepThatDoesNotFitIsTold()
    {
        const auto step = stepBetween("s", "one two", "one three");
        QVERIFY(!stepped("one four", step, true));
        QVERIFY(!stepped("one", {.name = {}, .at = 4, .removed = {}, .added = "x", .layoutBefore = {}, .layoutAfter = {}}, true));
    }
    void brokenBytesAreRefusedAndChangeNothing()
    {
        const auto workbook = freshWorkbook(historyCatalogue());
        const auto good = contentBytes(workbook);
        std::mt19937 random(3);
        for (int i = 0; i < 5000; ++i) {
            auto bad = good;
            if (i % 2 == 0)
                bad.resize(random() % bad.size());
            else
                bad[random() % bad.size()] = static_cast<char>(random());
            auto read = workbook;
            try {
                setContent(read, bad);
            } catch (const InputError& error) {
                QCOMPARE(error.refusal().id, std::string("workbook_damaged"));
                QVERIFY(read == workbook);
            }
        }
        auto read = workbook;
        QVERIFY_THROWS_EXCEPTION(InputError, setContent(read, "9999999999999999999999 "));
        QVERIFY_THROWS_EXCEPTION(InputError, setLayout(read.view, "4000 "));
    }
    void aFileKeepsTheNewestStepsAndNoneOfAnotherContent()
    {
        const auto workbook = freshWorkbook(historyCatalogue());
        std::vector<WorkbookStep> steps(mostKeptSteps + 5, stepBetween("s", "", "x"));
        const auto kept = historyOf(workbook, steps, steps.size());
        QCOMPARE(kept.steps.size(), mostKeptSteps);
        QCOMPARE(kept.done, mostKeptSteps);
        QVERIFY(historyFor(workbook, kept) == kept);
        auto other = workbook;
        other.notes = "edited elsewhere";
        QVERIFY(historyFor(other, kept).steps.empty());
        // steps that were undone before the oldest that is kept lead nowhere
        QVERIFY(historyOf(workbook, steps, 2).steps.empty());
        steps = {stepBetween("s", "", std::string(largestStep + 1, 'x')), stepBetween("s", "", "x")};
        QCOMPARE(historyOf(workbook, steps, 2).steps.size(), std::size_t{1});
    }
};

CHOKEPOINT_TEST(HistoryTest)
#include "HistoryTest.moc"
