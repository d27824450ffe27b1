// Export data in the menu: files as the command line writes them, from what lies on the board.
#include "window/ExportMenu.h"

#include "api/Comparison.h"
#include "pages/compare/ComparePage.h"
#include "pages/compare/ComparedSet.h"
#include "pages/explore/ExplorePage.h"
#include "charts/ChartCard.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>

using namespace chokepoint;
using namespace chokepoint::ui;

class ExportMenuTest : public test::WindowTest {
    Q_OBJECT

    static constexpr std::size_t fewDraws = 128;
    QTemporaryDir m_folder;
    /// Chooses an action and a file, and waits until it is written or refused.
    void choose(const char* action, const QString& file)
    {
        m_window->dialogs().answerNext(file);
        in<QAction>(m_window.get(), action)->trigger();
        QTRY_VERIFY(!m_window->exports().isRunning());
        QTRY_VERIFY(!m_window->message().contains(QStringLiteral("Exporting")));
    }
    std::string fromCore(std::string (*writer)(const ExportContent&), bool isByYear, std::vector<std::size_t> rows = {}) const
    {
        DataRequest request;
        request.pairs = {{m_board->scenario(), m_board->baseline()}};
        request.series = std::move(rows);
        request.isByYear = isByYear;
        request.draws = fewDraws;
        const auto table = dataTableOf(test::engine(), test::english(), request);
        return writer({test::engine(), test::english(), table, m_window->exports().origin()});
    }

private slots:
    void init()
    {
        openWindow("grand_bargain");
        m_window->setToday({2026, 11, 29});
        m_window->exports().setDraws(fewDraws);
    }
    void cleanup() { closeWindow(); }

    void everyFormatIsWrittenFromWhatLiesOnTheBoard_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("name");
        QTest::newRow("CSV") << QByteArray("exportCsv") << "all.csv";
        QTest::newRow("spreadsheet") << QByteArray("exportXlsx") << "all.xlsx";
        QTest::newRow("IAMC") << QByteArray("exportIamc") << "iamc.csv";
        QTest::newRow("bundle") << QByteArray("exportBundle") << "all.zip";
    }
    void everyFormatIsWrittenFromWhatLiesOnTheBoard()
    {
        QFETCH(QByteArray, action);
        QFETCH(QString, name);
        const auto file = m_folder.filePath(name);
        choose(action.constData(), file);
        QVERIFY2(m_window->message().contains(name), qPrintable(m_window->message()));
        const auto bytes = test::readFile(file.toStdString());
        const auto wanted = action == "exportCsv"  ? fromCore(dataCsv, false)
                          : action == "exportXlsx" ? fromCore(dataXlsx, false)
                          : action == "exportIamc" ? fromCore(iamcCsv, true)
                                                   : fromCore(exportBundle, false);
        QVERIFY(bytes == wanted);
    }
    void whatIsShownAreTheSeriesOfTheChartsThatCanBeSeen()
    {
        m_window->page<ExplorePage>()->setChartCount(2);
        const auto file = m_folder.filePath("shown.csv");
        choose("exportShown", file);
        const auto csv = test::readFile(file.toStdString());
        const auto charts = m_window->page<ExplorePage>()->charts();
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY2(csv.find("," + charts[i]->series() + ",") != std::string::npos, charts[i]->series().c_str());
        QVERIFY(csv.find(",drug.clinical_entries_china,") == std::string::npos);
    }
    void aBriefIsWrittenForTheYearThatIsTold()
    {
        m_board->setYear(2030);
        const auto text = m_folder.filePath("brief.md"), pages = m_folder.filePath("brief.pdf");
        choose("briefMarkdown", text);
        const auto markdown = test::readFile(text.toStdString());
        QVERIFY2(markdown.starts_with("# A grand bargain from 2027 ") && markdown.find("## Results in 2030") != std::string::npos,
                 markdown.substr(0, 300).c_str());
        choose("briefPdf", pages);
        QVERIFY(test::readFile(pages.toStdString()).starts_with("%PDF-"));
    }
    void whatCannotBeWrittenIsToldAndLeavesNothing()
    {
        choose("exportCsv", m_folder.filePath("no/such/folder.csv"));
        QVERIFY2(m_window->message().contains("folder"), qPrintable(m_window->message()));
        QVERIFY(!QDir(m_folder.filePath("no")).exists());
        m_window->dialogs().answerNext({});
        in<QAction>(m_window.get(), "exportCsv")->trigger();
        QVERIFY(!m_window->exports().isRunning());
    }
    void theComparedOutcomesAreSavedAsTheCommandLineWritesThem()
    {
        m_window->showPage("compare");
        auto* page = m_window->page<ComparePage>();
        QTRY_VERIFY(!page->isBusy());
        const auto file = m_folder.filePath("ranks.csv");
        m_window->dialogs().answerNext(file);
        QTest::mouseClick(in<QPushButton>(page, "saveRanks"), Qt::LeftButton);
        const auto csv = test::readFile(file.toStdString());
        QVERIFY(csv.starts_with("series,year,package,is_baseline,rank,"));
        std::vector<std::string> ids;
        for (std::size_t place = 0; place <= page->set().baseline(); ++place)
            ids.push_back(page->set().at(place).id);
        QCOMPARE(csv, comparisonCsv(m_board->catalogue(), ids, page->set().columns()));
    }
};

CHOKEPOINT_TEST(ExportMenuTest, QApplication)
#include "ExportMenuTest.moc"
