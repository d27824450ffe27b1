// The board: what a change does to runs and undo.
#include "bridge/Board.h"
#include "api/Projection.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace chokepoint;
using ui::Board;

class BoardTest : public QObject {
    Q_OBJECT

    static std::size_t row(const char* measure) { return *test::engine().catalogue().findMeasure(measure); }

private slots:
    void startsWithTheStatusQuoAgainstItself()
    {
        const Board board(test::engine(), test::english());
        QVERIFY(board.present().series == board.reference().series);
        QCOMPARE(board.changedCount(), 0);
    }
    void aChangeRunsAndUndoReturnsToExactlyTheSameRun()
    {
        Board board(test::engine(), test::english());
        const auto before = board.present().series;
        const QSignalSpy changes(&board, &Board::changed);
        board.setMeasure(row("hbm_export"), "open");
        QCOMPARE(changes.count(), 1);
        QVERIFY(board.present().series != before);
        board.history().undo();
        QVERIFY(board.present().series == before);
        board.history().redo();
        QCOMPARE(board.valueOf(row("hbm_export")), std::string("open"));
    }
    void theStatusQuosOwnValueIsNoChange()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("hbm_export"), "open");
        board.setMeasure(row("hbm_export"), "dec2024");
        QCOMPARE(board.changedCount(), 0);
        board.setMeasure(row("hbm_export"), "dec2024");
        QCOMPARE(board.history().count(), 2);
    }
    void aChangeToWhatIsInForceIsToldApartFromOneThatMoves()
    {
        Board board(test::engine(), test::english());
        const auto put = [&](std::vector<Change> changes) {
            Scenario scenario = test::engine().preset("status_quo_2026");
            scenario.changes = std::move(changes);
            board.setScenario(scenario, "package");
            return board.isAsBefore(row(scenario.changes.front().measure.c_str()));
        };
        QVERIFY(put({{"hbm_cap_units", "6", {}, 1}}));
        QVERIFY(!put({{"hbm_cap_units", "3", {}, 1}}));
        QVERIFY(!put({{"hbm_export", "open", test::quarter("2028Q1"), 1}, {"hbm_export", "dec2024", test::quarter("2030Q1"), 1}}));
    }
    void oneDragIsOneStepOfUndoAndTwoAreTwo()
    {
        Board board(test::engine(), test::english());
        const auto budget = row("enforcement_budget");
        for (const char* value : {"250", "300", "350"})
            board.setMeasure(budget, value, true);
        QVERIFY(board.isMoving());
        board.settle();
        QVERIFY(!board.isMoving());
        for (const char* value : {"400", "450"})
            board.setMeasure(budget, value, true);
        board.settle();
        QCOMPARE(board.history().count(), 2);
        board.history().undo();
        QCOMPARE(board.valueOf(budget), std::string("350"));
        board.history().undo();
        QCOMPARE(board.valueOf(budget), std::string("235"));
    }
    void aDragThatComesBackLeavesNoStep()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("enforcement_budget"), "300", true);
        board.setMeasure(row("enforcement_budget"), "235", true);
        board.settle();
        QCOMPARE(board.history().count(), 0);
    }
    void aDragThatPassesTheStatusQuoKeepsItsQuarterAndRamp()
    {
        Board board(test::engine(), test::english());
        const auto budget = row("enforcement_budget");
        Scenario dated = test::engine().preset("status_quo_2026");
        dated.changes = {{"enforcement_budget", "300", test::quarter("2030Q1"), 4}};
        board.setScenario(dated, "dated");
        for (const char* value : {"250", "235", "200"})
            board.setMeasure(budget, value, true);
        board.settle();
        QCOMPARE(board.startOf(budget).text(), std::string("2030Q1"));
        QCOMPARE(board.rampOf(budget), 4);
    }
    void aReplayEndsBeforeAnythingElseHappens()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("hbm_export"), "open");
        board.setMeasure(row("hbm_copack"), "controlled");
        board.undo();
        board.replay();
        board.redo(); // forward from where the board stood before the replay
        QCOMPARE(board.valueOf(row("hbm_copack")), std::string("controlled"));
        board.replay();
        board.setMeasure(row("opt"), "ended");
        QVERIFY(!board.isReplaying());
        QCOMPARE(board.changedCount(), 3);
        board.replay();
        board.undo();
        QCOMPARE(board.changedCount(), 2);
        board.setMeasure(row("enforcement_budget"), "300", true);
        board.replay(); // not while a control is dragged
        QVERIFY(!board.isReplaying());
        board.settle();
    }
    void aWrongScenarioChangesNothing()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("hbm_export"), "open");
        const auto before = board.scenario();
        Scenario wrong;
        wrong.changes = {{"hbm_export", "ajar", {}, 1}};
        test::errorOf([&] { board.setScenario(wrong, "wrong"); });
        test::errorOf([&] { board.setBaseline(wrong); });
        QVERIFY(board.scenario() == before);
        QCOMPARE(board.history().count(), 1);
    }
    void datedChangesKeepTheirQuarterWhenTheRowMoves()
    {
        Board board(test::engine(), test::english());
        Scenario dated = test::engine().preset("status_quo_2026");
        dated.changes = {{"hbm_export", "open", test::quarter("2029Q3"), 1}};
        board.setScenario(dated, "dated");
        QCOMPARE(board.startOf(row("hbm_export")).text(), std::string("2029Q3"));
        board.setMeasure(row("hbm_export"), "full");
        QCOMPARE(board.startOf(row("hbm_export")).text(), std::string("2029Q3"));
    }
    void resetTakesOneMeasureBack()
    {
        Board board(test::engine(), test::english());
        board.setScenario(test::engine().preset("full_denial"), "full");
        const int before = board.changedCount();
        board.resetMeasure(row("hbm_export"));
        QCOMPARE(board.changedCount(), before - 1);
        QVERIFY(!board.isChanged(row("hbm_export")));
    }
    void aPackageGoesOnTopAndKeepsWhatIsAsked()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("hbm_export"), "open");
        board.setMeasure(row("opt"), "ended");
        const auto& strict = test::engine().preset("hbm_strict");
        QCOMPARE(board.conflictsWith(strict), std::vector<std::size_t>{row("hbm_export")});
        board.putOnTop(strict, {"hbm_export"}, "on top");
        QCOMPARE(board.valueOf(row("hbm_export")), std::string("open"));
        QCOMPARE(board.valueOf(row("opt")), std::string("ended"));
        QCOMPARE(board.valueOf(row("hbm_copack")), std::string("controlled"));
        board.history().undo();
        board.putOnTop(strict, {}, "on top");
        QCOMPARE(board.valueOf(row("hbm_export")), std::string("dec2024_strict"));
        QVERIFY(board.conflictsWith(strict).empty());
    }
    void everyChangeOfABaselineIsAStepOfUndo()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("hbm_export"), "open");
        const auto reference = board.reference().series;
        board.setBaseline(test::engine().preset("open_gates"));
        QCOMPARE(board.history().count(), 2);
        QCOMPARE(board.scenario().baseline, std::string("open_gates")); // its file says it too
        board.undo();
        QVERIFY(board.reference().series == reference);
        QCOMPARE(board.baseline().id, std::string("status_quo_2026"));
        QCOMPARE(board.scenario().baseline, std::string("status_quo_2026"));
        QCOMPARE(board.valueOf(row("hbm_export")), std::string("open"));
        board.redo();
        QVERIFY(board.reference().series == test::engine().project(test::engine().preset("open_gates")).series);
    }
    void theStartIsUndoneAndTheYearIsNot()
    {
        Board board(test::engine(), test::english());
        board.setBaseline(test::engine().preset("open_gates"));
        QSignalSpy years(&board, &Board::yearChanged);
        board.setStart(test::quarter("2030Q1"));
        QCOMPARE(board.baseline().start, test::quarter("2030Q1")); // a preset follows
        board.setYear(2035);
        board.setYear(2035);
        QCOMPARE(years.count(), 1);
        board.undo();
        QCOMPARE(board.start(), defaultStart);
        QCOMPARE(board.baseline().start, defaultStart);
        QCOMPARE(board.year(), 2035);
    }
    void anEditedPresetIsNoPresetAnyMoreAndBecomesItAgain()
    {
        Board board(test::engine(), test::english());
        board.setScenario(test::engine().preset("full_denial"), "denial");
        board.resetMeasure(row("hbm_export"));
        QCOMPARE(board.scenario().id, std::string("own_full_denial"));
        QCOMPARE(board.scenario().title, std::string("Your package based on Full denial"));
        QCOMPARE(board.scenario().shortTitle, std::string("Your package"));
        QCOMPARE(board.scenario().basedOn, std::string("full_denial"));
        QVERIFY(board.scenario().description.empty());
        board.undo();
        QVERIFY(board.scenario() == test::engine().preset("full_denial"));
        board.setMeasure(row("enforcement_budget"), "600");
        board.setMeasure(row("enforcement_budget"), "600");
        board.setAssumption({"hbm.relax_share", "0.1"}); // no policy
        const auto named = board.scenario().title;
        board.setScenario(test::engine().preset("full_denial"), "denial again");
        board.setAssumption({"hbm.relax_share", "0.1"});
        QCOMPARE(board.scenario().id, std::string("full_denial"));
        QVERIFY(named.starts_with("Your package"));
    }
    void aPackageMadeOfTheStatusQuoIsCalledByWhatItChanges()
    {
        Board board(test::engine(), test::english());
        board.setMeasure(row("hbm_export"), "open");
        QCOMPARE(board.scenario().title, std::string("HBM sales to China: Open"));
        board.setMeasure(row("hbm_export"), "full");
        QCOMPARE(board.scenario().title, std::string("HBM sales to China: Full denial"));
        board.setMeasure(row("opt"), "ended");
        QCOMPARE(board.scenario().title, std::string("Your package, 2 measures"));
        board.resetMeasure(row("opt"));
        board.resetMeasure(row("hbm_export"));
        QVERIFY(board.scenario() == test::engine().preset("status_quo_2026"));
    }
    void openingHonoursTheBaselineOfTheFileAndTellsEqualTitlesApart()
    {
        Board board(test::engine(), test::english());
        Scenario plan;
        plan.id = "plan";
        plan.title = "Plan";
        plan.baseline = "open_gates";
        plan.changes = {{"hbm_export", "open", {}, 1}};
        board.openScenario(plan);
        QCOMPARE(board.baseline().id, std::string("open_gates"));
        QCOMPARE(board.history().count(), 1);
        board.openScenario(plan); // the same again
        QCOMPARE(board.scenario().title, std::string("Plan"));
        auto other = plan;
        other.changes[0].value = "full";
        board.openScenario(other);
        QCOMPARE(board.scenario().title, std::string("Plan (2)"));
        QCOMPARE(board.scenario().id, std::string("plan_2"));
        board.setBaseline(plan);
        QCOMPARE(board.baseline().title, std::string("Plan (3)")); // "Plan" lies in the workbook
        QVERIFY(board.reference().series == test::engine().project(plan).series);
        board.undo();
        board.undo();
        QCOMPARE(board.scenario().title, std::string("Plan"));
        plan.baseline = "nobody";
        test::errorOf([&] { board.openScenario(plan); });
        QCOMPARE(board.workbook().scenarios.size(), std::size_t{2});
    }
    void theBaselineIsRunAndCompared()
    {
        Board board(test::engine(), test::english());
        board.setBaseline(test::engine().preset("open_gates"));
        QVERIFY(board.reference().series == test::engine().project(test::engine().preset("open_gates")).series);
        QVERIFY(board.present().series != board.reference().series);
    }
    void scenariosOfTheWorkbookAreChosenMadeNamedAndTakenAwayInStepsThatAreUndone()
    {
        Board board(test::engine(), test::english());
        const auto statusQuo = board.scenario().id;
        board.newScenario();
        const auto own = board.scenario().id;
        QCOMPARE(board.scenario().title, std::string("New package"));
        QVERIFY(board.present().series == board.reference().series);
        board.setMeasure(row("hbm_export"), "open");
        QCOMPARE(board.scenario().id, own);
        const auto opened = board.present().series;
        board.duplicateScenario(own);
        QCOMPARE(board.scenario().title, std::string("New package (2)"));
        QVERIFY(board.present().series == opened);
        board.renameScenario(board.scenario().id, "  Opening  ");
        QCOMPARE(board.scenario().title, std::string("Opening"));
        board.putScenarioOnTable(statusQuo);
        QVERIFY(board.present().series == board.reference().series);
        QCOMPARE(board.workbook().scenarios.size(), std::size_t{3});
        board.removeScenario(statusQuo);
        QCOMPARE(board.scenario().id, own);
        QCOMPARE(board.workbook().scenarios.size(), std::size_t{2});
        QCOMPARE(board.history().count(), 6);
        for (int i = 0; i < 6; ++i)
            board.undo();
        QCOMPARE(board.workbook().scenarios.size(), std::size_t{1});
        QCOMPARE(board.scenario().id, statusQuo);
        for (int i = 0; i < 6; ++i)
            board.redo();
        QCOMPARE(board.workbook().scenarios.back().scenario.title, std::string("Opening"));
    }
    void whatChangesNothingInTheListOfScenariosIsNoStep()
    {
        Board board(test::engine(), test::english());
        const auto statusQuo = board.scenario().id;
        board.putScenarioOnTable(statusQuo);
        board.removeScenario(statusQuo); // the last stays
        board.renameScenario(statusQuo, "  ");
        for (const auto& call : {&Board::putScenarioOnTable, &Board::duplicateScenario, &Board::removeScenario, &Board::setBaselineTo})
            (board.*call)("nobody");
        QCOMPARE(board.history().count(), 0);
        QCOMPARE(board.workbook().scenarios.size(), std::size_t{1});
    }
    void aBaselineOfTheWorkbookFollowsItsEdits()
    {
        Board board(test::engine(), test::english());
        const auto statusQuo = board.scenario().id;
        board.newScenario();
        const auto own = board.scenario().id;
        board.putScenarioOnTable(statusQuo);
        board.setBaselineTo(own);
        QVERIFY(board.present().series == board.reference().series);
        board.putScenarioOnTable(own);
        board.setMeasure(row("hbm_export"), "open");
        QVERIFY(board.present().series == board.reference().series); // it is its own baseline
        board.putScenarioOnTable(statusQuo);
        QVERIFY(board.present().series != board.reference().series);
    }
    void whatIsSetSideBySideIsKeptAndNotUndone()
    {
        Board board(test::engine(), test::english());
        const QSignalSpy layout(&board, &Board::layoutChanged);
        WorkbookComparison comparison;
        comparison.scenarios = {"open_gates"};
        board.keepComparison(comparison);
        board.keepComparison(comparison);
        QCOMPARE(layout.count(), 1);
        board.newScenario();
        board.undo();
        QCOMPARE(board.workbook().view.comparison.scenarios, std::vector<std::string>{"open_gates"});
    }
};

CHOKEPOINT_TEST(BoardTest, QCoreApplication)
#include "BoardTest.moc"
