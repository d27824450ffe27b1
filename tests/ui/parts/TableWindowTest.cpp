// The table behind a chart: the chart's numbers, sorted, copied, saved, and told to a screen reader.
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/compare/ComparePage.h"
#include "pages/compare/ComparedChart.h"
#include "pages/compare/ComparedSet.h"
#include "pages/explore/ExplorePage.h"
#include "api/TalentFlows.h"
#include "charts/AreaView.h"
#include "charts/BandHistogramView.h"
#include "pages/flows/DrugChainView.h"
#include "pages/flows/FlowsPage.h"
#include "pages/flows/IndexView.h"
#include "pages/flows/MapView.h"
#include "pages/flows/RibbonView.h"
#include "pages/flows/StackCard.h"
#include "pages/sources/SourcesPage.h"
#include "pages/why/HeatMap.h"
#include "pages/why/SharesView.h"
#include "pages/why/WhyPage.h"
#include "parts/Bars.h"
#include "parts/TableWindow.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAccessible>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

/// The columns name, 3, empty, -1 and 20.
FigureTable planted()
{
    FigureTable table{.title = "Stock", .unit = "million GB", .columns = {"Quarter", "Open & free"}, .rows = {}};
    const std::vector<std::pair<const char*, std::optional<double>>> rows{
        {"2027 Q1", 3}, {"2027 Q2", {}}, {"2027 Q3", -1}, {"2027 Q4", 20}};
    for (const auto& [time, value] : rows)
        table.rows.push_back({{std::nullopt, time}, {value, value ? std::to_string(static_cast<int>(*value)) : std::string()}});
    return table;
}

QStringList column(const TableWindow& window, int place)
{
    QStringList texts;
    const auto* model = window.table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, place).data().toString();
    return texts;
}

} // namespace

class TableWindowTest : public test::WindowTest {
    Q_OBJECT

    ChartCard* chart() { return m_window->page<ExplorePage>()->charts().front(); }
    TableWindow* open()
    {
        chart()->findChild<QAction*>("openTable")->trigger();
        return in<TableWindow>(m_window.get(), "tableWindow");
    }

private slots:
    void init() { openActiveWindow(); }
    void cleanup() { closeWindow(); }

    void numbersSortByValueAndEmptyCellsStayLast()
    {
        TableWindow window(test::english(), nullptr);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.setContent(planted());
        window.table()->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(column(window, 1), (QStringList{"-1", "3", "20", ""}));
        window.table()->sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(column(window, 1), (QStringList{"20", "3", "-1", ""}));
        window.table()->sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(column(window, 0).front(), QString("2027 Q1"));
    }
    void whatIsCopiedStandsInTheOrderShownAsTextHtmlAndCsv()
    {
        TableWindow window(test::english(), nullptr);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.setContent(planted());
        window.table()->sortByColumn(1, Qt::DescendingOrder);
        const auto all = window.copied();
        QCOMPARE(all->text(), QString("Quarter\tOpen & free\n2027 Q4\t20\n2027 Q1\t3\n2027 Q3\t-1\n2027 Q2\t\n"));
        QVERIFY(all->html().contains("<th>Open &amp; free</th>") && all->html().contains("<tr><td>2027 Q4</td><td>20</td></tr>"));
        QVERIFY(all->data("text/csv").startsWith("Quarter,Open & free,unit\n2027 Q4,20,million GB\n"));
        window.table()->selectionModel()->select(QItemSelection(window.table()->model()->index(0, 1), window.table()->model()->index(1, 1)),
                                                 QItemSelectionModel::ClearAndSelect);
        QCOMPARE(window.copied()->text(), QString("Open & free\n20\n3\n"));
    }
    void aScreenReaderIsToldTitleHeadsAndValues()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* window = open();
        auto* reader = QAccessible::queryAccessibleInterface(window->table());
        QVERIFY(reader && reader->tableInterface());
        QCOMPARE(reader->text(QAccessible::Name), QString::fromStdString(window->content().title));
        QCOMPARE(reader->tableInterface()->rowCount(), static_cast<int>(window->content().rows.size()));
        QCOMPARE(reader->tableInterface()->columnDescription(1), QString::fromStdString(window->content().columns[1]));
        auto* cell = reader->tableInterface()->cellAt(20, 1);
        QVERIFY(cell);
        QVERIFY2(cell->text(QAccessible::Name).contains(QString::fromStdString(window->content().columns[1]))
                     && cell->text(QAccessible::Name).contains(QString::fromStdString(window->content().rows[20][1].words)),
                 qPrintable(cell->text(QAccessible::Name)));
    }
    void aKeyOpensTheTableOfTheChartThatHasTheFocusAndEscClosesIt()
    {
        chart()->view()->setFocus();
        QTRY_VERIFY(chart()->view()->hasFocus());
        QTest::keyClick(chart()->view(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<TableWindow*>());
        auto* window = m_window->findChild<TableWindow*>();
        QCOMPARE(window->windowTitle(), chart()->title());
        QTest::keyClick(window->table(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<TableWindow*>());
    }
    void theBarsOfWhyAreATableThatAddsUpAndFollowsThem()
    {
        m_board->setScenario(test::engine().preset("full_denial"), QStringLiteral("full_denial"));
        m_window->showPage("why");
        auto* bars = in<Bars>(m_window->page<WhyPage>(), "waterfall");
        QTRY_VERIFY(!m_window->page<WhyPage>()->isBusy() && bars->content().rows.size() > 2);
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_T, Qt::ControlModifier);
        const auto* window = bars->findChild<TableWindow*>();
        QVERIFY(window && window->isVisible());
        QCOMPARE(window->content().title, std::string("Shares of the measures"));
        const auto& rows = window->content().rows;
        QCOMPARE(static_cast<qsizetype>(rows.size()), bars->content().rows.size());
        double sum = 0;
        std::optional<double> total;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& bar = bars->content().rows[static_cast<qsizetype>(i)];
            QCOMPARE(rows[i][0].words, bar.name.toStdString());
            QCOMPARE(rows[i][1].words, bar.value.toStdString());
            if (bar.isStrong)
                total = rows[i][3].value;
            else if (!total && rows[i][2].value) // what follows the total is contained in it
                sum += *rows[i][3].value - *rows[i][2].value;
        }
        QVERIFY(total && std::fabs(sum - *total) < 1e-9 * std::fabs(*total));
        const auto before = window->content();
        m_board->setScenario(test::engine().preset("open_gates"), QStringLiteral("open_gates"));
        QTRY_VERIFY(window->content() != before);
    }
    void everyChartOfEveryPageHasATable()
    {
        m_board->setScenario(test::engine().preset("talent_drought"), QStringLiteral("talent_drought"));
        m_window->showPage("flows");
        auto* flows = m_window->page<FlowsPage>();
        for (const char* leaf : {"talent", "open_models"}) // what they show is made when they are seen
            flows->openLeaf(leaf);
        std::vector<QWidget*> charts;
        for (auto* chart : flows->findChildren<StackCard*>())
            charts.push_back(chart);
        charts.push_back(in<RibbonView>(flows));
        charts.push_back(in<IndexView>(flows));
        charts.push_back(in<DrugChainView>(flows));
        charts.push_back(in<MapView>(flows));
        for (auto* chart : m_window->page<SourcesPage>()->findChildren<BandHistogramView*>())
            charts.push_back(chart);
        for (auto* chart : m_window->page<WhyPage>()->findChildren<QWidget*>())
            if (qobject_cast<Bars*>(chart) || qobject_cast<AreaView*>(chart) || qobject_cast<HeatMap*>(chart))
                charts.push_back(chart);
        QVERIFY(charts.size() > 12);
        for (const auto* chart : charts) {
            QVERIFY2(chart->focusPolicy() != Qt::NoFocus && !chart->accessibleName().isEmpty(), chart->metaObject()->className());
            const auto actions = chart->actions();
            QVERIFY2(std::ranges::any_of(actions, [](const QAction* action) { return action->objectName() == QLatin1String("openTable"); }),
                     chart->metaObject()->className());
        }
        flows->openLeaf("talent");
        auto* ribbons = in<RibbonView>(flows);
        ribbons->findChild<QAction*>(QStringLiteral("openTable"))->trigger();
        const auto& rows = ribbons->findChild<TableWindow*>()->content().rows;
        const auto run = talentOf(test::engine(), m_board->scenario());
        const auto& year = run.in(m_board->year());
        QCOMPARE(rows.size(), year.ribbons.size());
        double people = 0, shown = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            people += *rows[i][3].value;
            shown += static_cast<double>(year.ribbons[i].shown);
        }
        QCOMPARE(people, shown);
    }
    void theTableFollowsTheChartAndHasItsBand()
    {
        auto* window = open();
        const auto before = window->content();
        m_board->setMeasure(measure("hbm_export"), "open");
        QTRY_VERIFY(window->content() != before);
        QTRY_VERIFY(m_draws->isFinal());
        const auto& columns = window->content().columns;
        QTRY_VERIFY(
            std::ranges::any_of(columns, [](const std::string& name) { return name.find("8-in-10 band, low") != std::string::npos; }));
        const auto row = seriesRow(chart()->series().c_str());
        const auto& series = m_board->catalogue().series[row];
        QCOMPARE(window->content().rows[0][1].value, m_board->present().series[row][0] * series.unit.scale);
        QCOMPARE(m_window->findChildren<TableWindow*>().size(), 1);
        QCOMPARE(open(), window); // a second wish brings the same to the front
    }
    void theTableIsSavedWithAllDigits()
    {
        QTemporaryDir folder;
        auto* window = open();
        window->dialogs().answerNext(folder.filePath("chart"));
        QTest::mouseClick(in<QPushButton>(window, "saveTable"), Qt::LeftButton);
        QCOMPARE(test::readFile(folder.filePath("chart.csv").toStdString()), figureCsv(window->content()));
        QVERIFY(window->message().contains("chart.csv"));
        window->dialogs().answerNext(folder.filePath("no/such/chart.csv"));
        window->save();
        QVERIFY2(window->message().contains("folder"), qPrintable(window->message()));
        QTest::mouseClick(in<QPushButton>(window, "copyTable"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->mimeData()->hasHtml());
    }
    void theComparedChartHasATableOfAllPackages()
    {
        m_window->showPage("compare");
        auto* page = m_window->page<ComparePage>();
        QTRY_VERIFY(!page->isBusy());
        page->chart()->findChild<QAction*>("openTable")->trigger();
        const auto* window = page->chart()->tableWindow();
        QVERIFY(window);
        const auto& table = window->content();
        QCOMPARE(table.columns[1], page->set().nameOf(0).toStdString());
        QVERIFY(std::ranges::find(table.columns, page->set().nameOf(page->set().baseline()).toStdString()) != table.columns.end());
        QCOMPARE(table.rows.size(), std::size_t{quarterCount});
        for (std::size_t q = 0; q < table.rows.size(); ++q)
            QCOMPARE(*table.rows[q][1].value, page->chart()->overlaid()->shownValues(0)[q]);
    }
};

CHOKEPOINT_TEST(TableWindowTest, QApplication)
#include "TableWindowTest.moc"
