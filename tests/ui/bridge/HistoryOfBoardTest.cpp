// Undo of the board without a limit: exact, over all that a person makes, and as a file keeps it.
#include "bridge/Board.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace chokepoint;
using ui::Board;

class HistoryOfBoardTest : public QObject {
    Q_OBJECT

    static std::size_t row(const char* measure) { return *test::engine().catalogue().findMeasure(measure); }
    static NewsEntry news(const char* headline)
    {
        return {"2027-05-10", headline, {}, {}, Change{"hbm_export", "open", test::quarter("2027Q3"), 1}, {}};
    }
    static std::vector<BoardChart> otherCharts(const Board& board)
    {
        auto charts = board.workbook().view.charts;
        std::swap(charts[0], charts[1]);
        return charts;
    }

private slots:
    void tenThousandStepsAreUndoneToTheExactStart()
    {
        Board board(test::engine(), test::english());
        const auto start = board.workbook();
        const auto run = board.present().series;
        const auto& levels = board.catalogue().measures[row("hbm_export")].levels;
        std::mt19937 random(4);
        for (int i = 0; board.history().count() < 10'000; ++i) {
            if (i % 5 == 0) {
                auto after = board.workbook();
                after.notes = std::to_string(i);
                board.setContent(std::move(after), QStringLiteral("note"));
            } else {
                board.setMeasure(row("hbm_export"), levels[random() % levels.size()].id);
            }
        }
        const auto end = board.workbook();
        QSignalSpy told(&board, &Board::changed);
        board.goToStep(0);
        QVERIFY(board.workbook() == start);
        QVERIFY(board.present().series == run);
        QCOMPARE(told.size(), 1);
        board.goToStep(10'000);
        QVERIFY(board.workbook() == end);
        for (int i = 0; i < 10'000; ++i)
            board.undo();
        QVERIFY(board.workbook() == start);
    }
    void newsAndNotesAreUndone()
    {
        Board board(test::engine(), test::english());
        const auto start = board.workbook();
        board.setNews({news("first")}, QStringLiteral("news"));
        QCOMPARE(board.workbook().news.size(), std::size_t{1});
        board.undo();
        QVERIFY(board.workbook() == start);
        board.redo();
        QCOMPARE(board.workbook().news.front().headline, std::string("first"));
    }
    void aLineBecomesLawInOneStepAndChangesNoDifference()
    {
        Board board(test::engine(), test::english());
        const auto start = board.workbook();
        board.recordLaw({news("opened")}, 0);
        QCOMPARE(board.history().count(), 1);
        QCOMPARE(board.baseline().title, std::string("Your baseline"));
        QVERIFY(board.present().series == board.reference().series);
        QVERIFY(board.reference().series != test::engine().project(test::engine().preset("status_quo_2026")).series);
        board.undo();
        QVERIFY(board.workbook() == start);
    }
    void aLawThatCannotBeRunIsRefusedAndNothingIsKept()
    {
        Board board(test::engine(), test::english());
        const auto start = board.workbook();
        auto entry = news("wrong");
        entry.setting->value = "no_such_level";
        QCOMPARE(test::errorOf([&] { board.recordLaw({entry}, 0); }).refusal().id, std::string("unknown_level"));
        QVERIFY(board.workbook() == start);
        QCOMPARE(board.history().count(), 0);
    }
    void chartsThatWereLaidOutAreUndoneInOneStepForEachStroke()
    {
        Board board(test::engine(), test::english());
        const auto start = board.workbook();
        const QSignalSpy restored(&board, &Board::layoutRestored);
        board.keepCharts(otherCharts(board), 6);
        board.keepOverview({.isShown = false, .isMainChosen = true, .small = {"", "hbm.stock"}});
        QCOMPARE(board.history().count(), 1);
        QCoreApplication::processEvents();
        board.keepCharts(otherCharts(board), 2);
        QCOMPARE(board.history().count(), 2);
        const auto end = board.workbook();
        board.undo();
        QCOMPARE(board.workbook().view.chartCount, 6);
        board.undo();
        QVERIFY(board.workbook() == start);
        QCOMPARE(restored.size(), 2);
        board.goToStep(2);
        QVERIFY(board.workbook() == end);
    }
    void whereAPersonLooksStaysWhenChartsAreUndone()
    {
        Board board(test::engine(), test::english());
        board.keepCharts(otherCharts(board), 6);
        board.setYear(2031);
        board.keepPage("why");
        board.undo();
        QCOMPARE(board.year(), 2031);
        QCOMPARE(board.workbook().view.page, std::string("why"));
    }
    void aDragIsOneStepBetweenOthers()
    {
        Board board(test::engine(), test::english());
        board.setNews({news("before")}, QStringLiteral("news"));
        const auto before = board.workbook();
        for (const char* number : {"1", "2", "3"})
            board.setMeasure(row("hbm_cap_units"), number, true);
        board.settle();
        QCOMPARE(board.history().count(), 2);
        const auto after = board.workbook();
        board.undo();
        QVERIFY(board.workbook() == before);
        board.redo();
        QVERIFY(board.workbook() == after);
    }
    void aReplayStepsOverWhatOnlyLaysOutCharts()
    {
        Board board(test::engine(), test::english());
        const auto before = board.present().series;
        board.setMeasure(row("hbm_export"), "open");
        const auto after = board.present().series;
        board.keepCharts(otherCharts(board), 6);
        const auto layout = board.workbook().view;
        board.replay();
        QVERIFY(board.present().series == before);
        QVERIFY(board.workbook().view == layout);
        QTRY_VERIFY(!board.isReplaying());
        QVERIFY(board.present().series == after);
        QVERIFY(board.workbook().view == layout);
        QCOMPARE(board.history().index(), 2);
    }
    void whatAFileKeptIsUndoneAndDoneAgain()
    {
        Board first(test::engine(), test::english());
        const auto start = first.workbook();
        first.setMeasure(row("hbm_export"), "open");
        first.keepCharts(otherCharts(first), 6);
        first.setNews({news("opened")}, QStringLiteral("news"));
        const auto end = first.workbook();
        first.undo();

        Board second(test::engine(), test::english());
        second.setWorkbook(first.workbook(), first.keptHistory());
        QVERIFY(second.workbook() == first.workbook());
        QCOMPARE(second.history().count(), 3);
        QCOMPARE(second.history().index(), 2);
        QCOMPARE(second.history().text(2), QString("news"));
        second.redo();
        QVERIFY(second.workbook() == end);
        second.goToStep(0);
        QVERIFY(second.workbook() == start);
        QVERIFY(second.keptHistory().steps == first.keptHistory().steps);
    }
    void stepsOfAFileThatLeadNowhereAreLeftOutWithoutHarm()
    {
        Board board(test::engine(), test::english());
        const auto workbook = board.workbook();
        auto unknown = workbook;
        unknown.scenarios.front().scenario.changes.push_back({"no_such_measure", "open", test::quarter("2027Q1"), 1});
        const auto content = contentBytes(workbook);
        const auto history = historyOf(workbook,
                                       {{.name = "no text", .at = 3, .removed = "x", .added = "y", .layoutBefore = {}, .layoutAfter = {}},
                                        stepBetween("no workbook", "", content),
                                        stepBetween("cannot be run", contentBytes(unknown), content)},
                                       3);
        board.setWorkbook(workbook, history);
        QCOMPARE(board.history().count(), 3);
        for (int i = 0; i < 3; ++i)
            board.undo();
        QVERIFY(board.workbook() == workbook);
        board.setWorkbook(workbook, history);
        board.goToStep(0);
        QVERIFY(board.workbook() == workbook);
        QVERIFY(!board.history().canRedo());
        board.setMeasure(row("hbm_export"), "open"); // and work goes on
        board.undo();
        QVERIFY(board.workbook() == workbook);
    }
};

CHOKEPOINT_TEST(HistoryOfBoardTest, QCoreApplication)
#include "HistoryOfBoardTest.moc"
