// The backtest in the window: how the bands hold, and facts of a person's own by button and by drop, kept and undone.
#include "charts/BandHistogramView.h"
#include "charts/BoardFigure.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/ExplorePage.h"
#include "pages/sources/BacktestView.h"
#include "pages/sources/BandsView.h"
#include "pages/sources/SourcesPage.h"
#include "parts/FactTable.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace chokepoint;
using namespace chokepoint::ui;

class BacktestViewTest : public test::WindowTest {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString write(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write the table", __FILE__, __LINE__);
        return file.fileName();
    }
    QString goodTable()
    {
        return write("good.csv", "series,period,value,source\nhbm.stock,end-2025,60,Desk\nhbm.price,2026Q1,900,Market\n");
    }
    SourcesPage* page() { return m_window->page<SourcesPage>(); }
    void open(BacktestView::Part part)
    {
        m_window->showPage("sources");
        page()->showSection(SourcesPage::Section::Backtest);
        page()->backtest()->showPart(part);
        QTRY_VERIFY(!page()->isBusy());
    }
    /// What a file manager does; whether the page took it.
    bool drop(const QList<QUrl>& urls)
    {
        QMimeData dragged;
        dragged.setUrls(urls);
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page(), &event);
        return true;
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void cellsKeepShortCompoundsWhole()
    {
        open(BacktestView::Part::Figures);
        const auto* cells = static_cast<const QStyledItemDelegate*>(in<QTableView>(page()->backtest(), "table")->itemDelegate());
        const auto shown = cells->displayText("in the 9-in-10 band, million H100-equivalents", {});
        QCOMPARE(shown, QString::fromUtf8("in the 9\u2011in\u201110 band, million H100-equivalents"));
    }
    void theBandsAreShownWithTheirVerdict()
    {
        open(BacktestView::Part::Bands);
        auto* view = page()->backtest();
        const auto title = in<QLabel>(view, "backtestTitle")->text();
        QVERIFY2(title.startsWith("The bands are right as far as these figures can tell") && title.contains("of 101 figures"), qPrintable(title));
        const auto bars = view->bands()->histogram()->bars();
        QCOMPARE(bars.size(), 10);
        QCOMPARE(std::accumulate(bars.begin(), bars.end(), 0.0), 101.0);
        const auto leftOut = in<QLabel>(view, "leftOut")->text();
        QVERIFY2(leftOut.contains("would be “too wide”"), qPrintable(leftOut)); // the verdict stands on an edge, and says so
        QStringList words;
        for (auto* label : in<QWidget>(view, "coverageGrid")->findChildren<QLabel*>())
            words << label->text();
        QVERIFY2(words.contains("101") && words.contains("Market trackers"), qPrintable(words.join('|')));
        QVERIFY(words.filter("(80.8)").size() == 2 && words.filter("(50.5)").size() == 1); // bands of levels, and the runs alone
    }
    void theFiguresSayWhatTheCommandLineSays()
    {
        open(BacktestView::Part::Figures);
        auto* table = page()->backtest()->table();
        QCOMPARE(table->shownCount(), 101);
        table->search("in the 9-in-10 band");
        QVERIFY(table->shownCount() > 0 && table->shownCount() < 20);
    }
    void aTableIsOpenedByTheButtonAndKeptAndUndone()
    {
        open(BacktestView::Part::OwnFacts);
        auto* view = page()->backtest();
        QVERIFY(!view->ownTable()->isVisible() && in<QLabel>(view, "ownVerdict")->text().startsWith("No facts yet"));
        m_window->dialogs().answerNext({}); // given up
        click(in<QPushButton>(view, "openFacts"));
        QVERIFY(m_board->facts().empty() && m_board->history().count() == 0);
        QSignalSpy facts(m_board.get(), &Board::factsChanged), runs(m_board.get(), &Board::changed);
        m_window->dialogs().answerNext(goodTable());
        click(in<QPushButton>(view, "openFacts"));
        QCOMPARE(m_board->facts().size(), std::size_t{2});
        QVERIFY(facts.count() == 1 && runs.count() == 0); // facts move no run
        QTRY_COMPARE(view->ownTable()->shownCount(), 2);
        QVERIFY(view->ownTable()->isVisible());
        const auto* model = view->ownTable()->table()->model();
        QStringList cells;
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
        QVERIFY2(cells.contains("outside") && cells.contains("inside") && cells.contains("900") && cells.contains("Desk")
                     && cells.contains("2026 Q1"),
                 qPrintable(cells.join('|')));
        QCOMPARE(model->index(0, 6).data().toString(), QString("outside")); // misses first
        QVERIFY(m_board->history().undoText().contains("good.csv"));
        m_board->undo();
        QVERIFY(m_board->facts().empty() && facts.count() == 2);
        QTRY_VERIFY(!view->ownTable()->isVisible());
        m_board->redo();
        QCOMPARE(m_board->facts().size(), std::size_t{2});
        click(in<QPushButton>(view, "removeFacts"));
        QVERIFY(m_board->facts().empty());
        m_board->undo();
        QCOMPARE(m_board->facts().size(), std::size_t{2});
        QVERIFY(runs.isEmpty());
    }
    void aTableThatIsDroppedIsOpened()
    {
        m_window->showPage("sources");
        QCOMPARE(page()->section(), SourcesPage::Section::Limits); // anywhere on the page
        QVERIFY(drop({QUrl::fromLocalFile(goodTable())}));
        QCOMPARE(m_board->facts().size(), std::size_t{2});
        QVERIFY(page()->section() == SourcesPage::Section::Backtest && page()->backtest()->part() == BacktestView::Part::OwnFacts);
        QVERIFY(!drop({QUrl("https://example.org/facts.csv")}));
        QVERIFY(!drop({QUrl::fromLocalFile(goodTable()), QUrl::fromLocalFile(goodTable())}));
        QVERIFY(!drop({}));
    }
    void aWrongTableIsRefusedInFourPartsAndChangesNothing()
    {
        m_window->openFacts(goodTable());
        const auto before = m_board->workbook();
        const auto steps = m_board->history().count();
        const auto wrong = write("wrong.csv", "series,period,value\nhbm.stock,2026,forty\n");
        QVERIFY(drop({QUrl::fromLocalFile(wrong)}));
        const auto said = m_window->message();
        for (const char* part : {"“forty” is not a number", "wrong.csv, line 2, value", "in the unit in which", "Use digits"})
            QVERIFY2(said.contains(QString::fromUtf8(part)), qPrintable(said));
        QVERIFY(m_board->workbook() == before && m_board->history().count() == steps);
        m_window->openFacts(goodTable());
        QVERIFY(m_window->message().isEmpty());
    }
    void factsAreJudgedAnewWhenTheBoardChanges()
    {
        m_window->openFacts(write("later.csv", "series,period,value\ncompute.china_effective,2030,20\n"));
        open(BacktestView::Part::OwnFacts);
        const auto median = [&] { return page()->backtest()->ownTable()->table()->model()->index(0, 3).data().toString(); };
        QTRY_VERIFY(!median().isEmpty());
        const auto before = median();
        m_board->setScenario(test::engine().preset("open_gates"), "open gates");
        QTRY_VERIFY(median() != before);
        QCOMPARE(m_board->facts().size(), std::size_t{1});
    }
    void chartsDrawLevelsAsPointsOfTheirOwn()
    {
        m_window->openFacts(write("levels.csv", "series,period,value,low,high,source,scenario,baseline\n"
                                                "open.token_china,2028,40,30,50,Desk,,\n"
                                                "open.token_china,2029,41,,,,status_quo_2026,\n"
                                                "open.token_china,2030,5,,,,open_gates,status_quo_2026\n"));
        const auto points = ownFacts(*m_board);
        QCOMPARE(points.size(), std::size_t{1}); // the others belong to packages of their own
        QVERIFY(points[0].series == "open.token_china" && points[0].time == 2028.5);
        QVERIFY(std::fabs(points[0].value - 0.4) < 1e-15 && std::fabs(*points[0].low - 0.3) < 1e-15); // in the unit of the series
        QVERIFY2(points[0].words.find("Desk") != std::string::npos && points[0].words.find("2028") != std::string::npos, points[0].words.c_str());
        m_window->showPage("explore");
        auto* card = m_window->page<ExplorePage>()->charts()[0];
        card->setSeries("open.token_china");
        const auto own = [&] {
            std::vector<double> drawn;
            for (const auto& point : in<ChartView>(card)->shownPoints(PointKind::OwnFact))
                drawn.push_back(point.y());
            return drawn;
        };
        QCOMPARE(own().size(), std::size_t{1});
        QVERIFY(std::fabs(own()[0] - 40) < 1e-9);
        m_window->openFacts(write("levels.csv", "series,period,value\nopen.token_china,2028,44\n")); // as many, elsewhere
        m_window->showPage("explore");
        QCOMPARE(own().size(), std::size_t{1});
        QVERIFY(std::fabs(own()[0] - 44) < 1e-9);
        m_board->undo();
        QVERIFY(std::fabs(own()[0] - 40) < 1e-9);
        m_board->undo();
        QVERIFY(own().empty());
    }
    void aNarrowWindowKeepsHeadsWhole()
    {
        m_window->resize(1024, 768);
        m_window->openFacts(goodTable());
        open(BacktestView::Part::OwnFacts);
        const auto* table = page()->backtest()->ownTable()->table();
        QTRY_VERIFY(table->horizontalHeader()->length() <= table->viewport()->width());
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const auto head = table->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(table->horizontalHeader()->fontMetrics().horizontalAdvance(head) + 20 <= table->columnWidth(column), qPrintable(head));
        }
    }
};

CHOKEPOINT_TEST(BacktestViewTest, QApplication)
#include "BacktestViewTest.moc"
