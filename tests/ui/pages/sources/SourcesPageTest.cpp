// The page of sources as its user works it: pages and keys, search, own assumptions with bad input and undo, ways from charts.
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/sources/EquationsView.h"
#include "pages/explore/ExplorePage.h"
#include "parts/FactTable.h"
#include "pages/sources/FourLinesView.h"
#include "pages/sources/LiteratureView.h"
#include "parts/SearchView.h"
#include "pages/explore/HeadlinePanel.h"
#include "pages/sources/ObservationsView.h"
#include "pages/sources/ParametersView.h"
#include "pages/sources/SourcesPage.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QHeaderView>
#include <QTest>
#include <QToolButton>

#include <map>

using namespace chokepoint;
using namespace chokepoint::ui;

class SourcesPageTest : public test::WindowTest {
    Q_OBJECT

    std::size_t parameter(const char* id) const { return *m_board->catalogue().findParameter(id); }
    /// Opens one input and types into its form.
    void type(const char* value, const char* reason)
    {
        auto* editor = in<QWidget>(m_window.get(), "assumptionEditor");
        for (const auto& [name, text] : {std::pair("assumedValue", value), std::pair("assumedReason", reason)}) {
            auto* line = in<QLineEdit>(editor, name);
            line->setFocus();
            line->selectAll();
            QTest::keyClick(line, Qt::Key_Delete);
            QTest::keyClicks(line, QLatin1String(text));
        }
        click(in<QPushButton>(editor, "assume"));
    }
    void open(const char* id)
    {
        m_window->showPage("sources");
        m_window->page<SourcesPage>()->showParameter(parameter(id));
        QCoreApplication::processEvents();
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void controlAndADigitTurnThePages()
    {
        QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), std::string("sources"));
        QVERIFY(m_window->page<SourcesPage>()->isVisible() && !m_window->page<ExplorePage>()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), std::string("explore"));
        QVERIFY(m_window->page<ExplorePage>()->isVisible());
        click(in<QToolButton>(m_window.get(), "page:sources"));
        QCOMPARE(m_window->currentPage(), std::string("sources"));
        QCOMPARE(m_window->page<SourcesPage>()->section(), SourcesPage::Section::Limits); // limits stand first
    }
    void limitsStandInTwoColumnsWhereThereIsRoom()
    {
        click(in<QToolButton>(m_window.get(), "page:sources"));
        const auto* last = in<QLabel>(m_window->page<SourcesPage>(), "bandsLimit");
        for (const auto& [size, columns] :
             {std::pair(QSize(1920, 1080), 2), std::pair(QSize(1280, 800), 1), std::pair(QSize(1024, 768), 1)}) {
            m_window->resize(size);
            const auto* list = last->parentWidget()->parentWidget();
            std::map<int, std::vector<QRect>> places;
            const auto take = [&] {
                places.clear();
                for (const auto* card : list->findChildren<QFrame*>(QString(), Qt::FindDirectChildrenOnly))
                    if (card->property("card").toBool())
                        places[card->x()].push_back(card->geometry());
                return static_cast<int>(places.size());
            };
            QTRY_COMPARE(take(), columns);
            const std::size_t limits = test::engine().catalogue().limits.size() + 1;
            QCOMPARE(places.begin()->second.size(), columns == 1 ? limits : limits - limits / 2);
            for (const auto& [x, column] : places)
                for (std::size_t i = 1; i < column.size(); ++i)
                    QCOMPARE(column[i].top() - column[i - 1].bottom(), 9); // one below the other, as high as its text
        }
    }
    void anInputThatIsOpenedIsInSight()
    {
        for (const QSize size : {QSize(1440, 900), QSize(1024, 768)}) {
            m_window->resize(size); // rows have other heights in another width
            open("hbm.relax_share");
            const auto* table = in<QTableView>(m_window->page<SourcesPage>()->parameters(), "table");
            QTRY_VERIFY(table->viewport()->rect().intersects(table->visualRect(table->currentIndex())));
        }
    }
    void theSourceLineOfAChartLeadsToItsObservations()
    {
        auto* card = m_window->page<ExplorePage>()->charts()[0];
        m_window->page<ExplorePage>()->charts()[0]->setSeries("hbm.stock");
        QLabel* footer = nullptr;
        for (auto* label : card->findChildren<QLabel*>())
            if (label->toolTip().contains("sources of this series"))
                footer = label;
        QVERIFY(footer);
        click(footer);
        QCOMPARE(m_window->currentPage(), std::string("sources"));
        QCOMPARE(m_window->page<SourcesPage>()->section(), SourcesPage::Section::Observations);
        const auto* table = m_window->page<SourcesPage>()->observations()->table();
        const auto& recorded = m_board->catalogue().recorded;
        QVERIFY(table->shownCount() > 0 && table->shownCount() < static_cast<int>(recorded.size()));
        for (const auto& key : table->shownKeys())
            QVERIFY(std::ranges::count(recorded[key.toULongLong()].series, seriesRow("hbm.stock")) == 1);
    }
    void aRangeStandsBehindTheValueItBelongsTo()
    {
        m_window->showPage("sources");
        const auto* table = m_window->page<SourcesPage>()->observations()->table();
        const auto* model = table->table()->model();
        QStringList heads;
        for (int c = 0; c < model->columnCount(); ++c)
            heads << model->headerData(c, Qt::Horizontal).toString();
        QVERIFY(!heads.contains("Range"));
        const auto keys = table->shownKeys();
        int ranges = 0;
        for (int r = 0; r < keys.size(); ++r) {
            const auto& figure = m_board->catalogue().recorded[keys[r].toULongLong()];
            const bool hasRange = !figure.low.empty() && !figure.high.empty() && figure.low != figure.high;
            const auto value = model->index(r, static_cast<int>(heads.indexOf("Value"))).data().toString();
            QVERIFY2(value.endsWith(')') == hasRange, qPrintable(value));
            ranges += hasRange;
            if (figure.id == "cn_hbm_imports_cum")
                QCOMPARE(value, QString("13 million stacks (10 to 13.5)"));
        }
        QVERIFY(ranges > 100);
    }
    void oneSearchFindsTheSourceThatSaysSo()
    {
        m_window->showPage("sources");
        auto* page = m_window->page<SourcesPage>();
        auto* line = in<QLineEdit>(page, "searchSources");
        click(line);
        QTest::keyClicks(line, "13 million stacks");
        auto* list = page->results()->list();
        QVERIFY(list->isVisible() && !page->observations()->isVisible());
        const auto rowOf = [&](const QString& words) {
            for (int row = 0; row < list->count(); ++row)
                if (list->item(row)->text().contains(words))
                    return row;
            return -1;
        };
        const int figure = rowOf("end of Dec 2024: 13 million stacks"), publications = rowOf("Publications");
        QVERIFY(figure > 0 && publications > figure);
        auto* says = list->item(publications + 1);
        QVERIFY2(says->text().contains("13 million stacks"), qPrintable(says->text()));
        list->scrollToItem(says);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(says).center());
        QCOMPARE(page->section(), SourcesPage::Section::Literature);
        QVERIFY(!list->isVisible());
        auto* literature = page->literature();
        QVERIFY(literature->isVisible());
        QCOMPARE(m_board->catalogue().sources[literature->table()->chosenKey().toULongLong()].title,
                 says->text().section('\n', 0, 0).toStdString());
        QTest::keyClick(line, Qt::Key_Return); // back to the results, then the first of them
        QVERIFY(list->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(page->section(), SourcesPage::Section::Observations);
        QCOMPARE(m_board->catalogue().recorded[page->observations()->table()->chosenKey().toULongLong()].id, std::string("cn_hbm_imports_cum"));
    }
    void aSearchWithoutResultOffersAWayOn()
    {
        m_window->showPage("sources");
        auto* page = m_window->page<SourcesPage>();
        auto* line = in<QLineEdit>(page, "searchSources");
        click(line);
        QTest::keyClicks(line, "13 milion");
        auto* none = in<QLabel>(page->results(), "noMatch");
        QVERIFY(none->isVisible() && none->text().contains("13 milion"));
        click(in<QPushButton>(page->results(), "meant"));
        QCOMPARE(line->text(), QString("13 million"));
        QVERIFY(!none->isVisible() && page->results()->list()->isVisible());
        line->clear();
        QTest::keyClicks(line, "qqqqqq");
        QVERIFY(none->isVisible() && !in<QPushButton>(page->results(), "meant")->isVisible());
        click(in<QPushButton>(page->results(), "clearSearch"));
        QVERIFY(line->text().isEmpty() && !page->results()->isVisible());
        QCOMPARE(page->section(), SourcesPage::Section::Limits);
    }
    void aHeadlineNumberThatNobodyObservedLeadsToItsEquation()
    {
        std::size_t row = 0;
        for (const auto& card : m_board->catalogue().cards) {
            row = *m_board->catalogue().findSeries(card.series);
            const auto isOf = [&](const Observation& o) { return o.series == card.series; };
            if (std::ranges::none_of(m_board->catalogue().observations, isOf))
                break;
        }
        const auto& series = m_board->catalogue().series[row];
        click(in<QLabel>(m_window.get(), ("value:" + series.id).c_str()));
        QCOMPARE(m_window->currentPage(), std::string("sources"));
        QCOMPARE(m_window->page<SourcesPage>()->section(), SourcesPage::Section::Equations);
        QCOMPARE(m_window->page<SourcesPage>()->equations()->table()->chosenKey(), QString::fromStdString(series.id));
        const auto detail = in<QLabel>(m_window->page<SourcesPage>()->equations(), "detail")->text();
        QVERIFY2(detail.startsWith(QString::fromStdString(series.name) + " = ") && !detail.contains("parameter("), qPrintable(detail));
    }
    void aNarrowTableWrapsItsWords_data()
    {
        QTest::addColumn<SourcesPage::Section>("section");
        QTest::newRow("observations") << SourcesPage::Section::Observations;
        QTest::newRow("literature") << SourcesPage::Section::Literature;
    }
    void aNarrowTableWrapsItsWords()
    {
        QFETCH(SourcesPage::Section, section);
        m_window->resize(1024, 768);
        m_window->showPage("sources");
        m_window->page<SourcesPage>()->showSection(section);
        QCoreApplication::processEvents();
        QTableView* table = nullptr;
        for (auto* found : m_window->page<SourcesPage>()->findChildren<QTableView*>("table"))
            if (found->isVisible())
                table = found;
        QVERIFY(table);
        QTRY_VERIFY(table->horizontalHeader()->length() <= table->viewport()->width()); // no column stands out at the right
        int low = 1000, high = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            low = std::min(low, table->rowHeight(row));
            high = std::max(high, table->rowHeight(row));
        }
        QVERIFY(high > low);
        static const QRegularExpression date("^\\d{4}-\\d\\d-\\d\\d$"); // has no place to break
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                if (const auto words = table->model()->index(row, column).data().toString(); date.match(words).hasMatch())
                    QVERIFY2(table->fontMetrics().horizontalAdvance(words) + 20 <= table->columnWidth(column), qPrintable(words));
        for (int column = 0; column < table->model()->columnCount(); ++column) { // heads are whole, and stand over their cells
            const auto head = table->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(table->horizontalHeader()->fontMetrics().horizontalAdvance(head) + 20 <= table->columnWidth(column), qPrintable(head));
        }
    }
    void wordsSearchTheInputsAndHeadsSortThem()
    {
        open("hbm.relax_share");
        auto* table = m_window->page<SourcesPage>()->parameters()->table();
        const int all = table->shownCount();
        auto* line = in<QLineEdit>(table, "search");
        QTest::keyClicks(line, "HBM stock");
        QVERIFY(table->shownCount() > 0 && table->shownCount() < all);
        QTest::keyClicks(line, " no such words");
        QCOMPARE(table->shownCount(), 0);
        line->clear();
        table->table()->sortByColumn(1, Qt::AscendingOrder);
        double last = -1e300;
        for (const auto& key : table->shownKeys()) {
            const double value = std::stod(m_board->catalogue().parameters[key.toULongLong()].central);
            QVERIFY(value >= last);
            last = value;
        }
        click(in<QCheckBox>(table, "withFixed"));
        QCOMPARE(table->shownCount(), static_cast<int>(m_board->catalogue().parameters.size()));
    }
    void anAssumptionMovesRunAndBaselineAndStampsEveryChart()
    {
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        const auto before = m_board->present().series, reference = m_board->reference().series;
        open("cxmt.learning");
        type("0.2", "A slower ramp");
        QCOMPARE(m_board->scenario().assumptions.size(), std::size_t{1});
        QCOMPARE(m_board->scenario().assumptions[0].value, std::string("0.2"));
        QCOMPARE(m_board->scenario().assumptions[0].reason, std::string("A slower ramp"));
        QVERIFY(m_board->present().series != before);
        QVERIFY(m_board->reference().series != reference); // the baseline is assumed alike
        QVERIFY(m_board->presentByDefault().series == before && m_board->referenceByDefault().series == reference);
        m_window->showPage("explore");
        int seen = 0;
        for (auto* chart : m_window->page<ExplorePage>()->findChildren<ChartCard*>())
            if (chart->isVisible()) { // a hidden chart follows when it is shown
                ++seen;
                QCOMPARE(in<QLabel>(chart, "stamp")->text(), QString("your assumptions (1)"));
            }
        QVERIFY(seen >= 2);
        click(in<QLabel>(m_window->page<ExplorePage>()->charts()[0], "stamp"));
        QCOMPARE(m_window->page<SourcesPage>()->section(), SourcesPage::Section::Parameters);

        m_board->undo(); // one step, apart from policy
        QVERIFY(m_board->scenario().assumptions.empty() && m_board->present().series == before && m_board->reference().series == reference);
        QCOMPARE(m_board->changedCount(), 1);
        m_window->showPage("explore");
        for (auto* chart : m_window->page<ExplorePage>()->charts())
            QVERIFY(!chart->isVisible() || in<QLabel>(chart, "stamp")->isHidden());
    }
    void aRangeIsTakenAsOneAndKeepsTheCentralLine()
    {
        const auto before = m_board->present().series;
        open("hbm.relax_share");
        type("0.04 to 0.08", "");
        QCOMPARE(m_board->scenario().assumptions.size(), std::size_t{1});
        QCOMPARE(m_board->scenario().assumptions[0].low, std::string("0.04"));
        QCOMPARE(m_board->scenario().assumptions[0].high, std::string("0.08"));
        QVERIFY(m_board->present().series == before);
        QCOMPARE(in<QLineEdit>(m_window.get(), "assumedValue")->text(), QString("0.04 to 0.08"));
    }
    void refusesBadInputInWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << "" << "no number";
        QTest::newRow("words") << "a lot" << "not a number";
        QTest::newRow("too much") << "0.5" << "out of range";
        QTest::newRow("a comma") << "0,11" << "not a number";
        QTest::newRow("turned round") << "0.1 to 0.05" << "not a range";
        QTest::newRow("half a range") << "0.05 to " << "not a number";
        QTest::newRow("a range beyond") << "0.05 to 3" << "out of range";
        QTest::newRow("not finite") << "inf" << "not a number";
    }
    void refusesBadInputInWords()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        open("hbm.relax_share");
        type(typed.toUtf8(), "");
        auto* error = in<QLabel>(m_window.get(), "assumptionError");
        QVERIFY(error->isVisible());
        const bool isSaid = error->text().contains(says) || (says == "not a number" && error->text().contains("no number"));
        QVERIFY2(isSaid, qPrintable(error->text()));
        QVERIFY2(!error->text().contains("hbm.relax_share"), qPrintable(error->text())); // no ids
        QVERIFY(m_board->scenario().assumptions.empty());
        QCOMPARE(m_board->history().count(), 0);
    }
    void goesBackToTheDataBookForOneAndForAll()
    {
        for (const char* id : {"hbm.relax_share", "cxmt.learning"}) {
            open(id);
            type(id == std::string("cxmt.learning") ? "0.2" : "0.1", "");
        }
        QCOMPARE(m_board->scenario().assumptions.size(), std::size_t{2});
        QVERIFY(in<QLabel>(m_window.get(), "ownCount")->text().startsWith("2 assumptions of yours"));
        click(in<QPushButton>(m_window.get(), "dropAssumption"));
        QCOMPARE(m_board->scenario().assumptions.size(), std::size_t{1});
        QCOMPARE(m_board->scenario().assumptions[0].parameter, std::string("hbm.relax_share"));
        click(in<QPushButton>(m_window.get(), "dropAll"));
        QVERIFY(m_board->scenario().assumptions.empty());
        m_board->undo();
        QCOMPARE(m_board->scenario().assumptions.size(), std::size_t{1});
    }
    void aPresetKeepsTheAssumptions()
    {
        open("cxmt.learning");
        type("0.2", "");
        auto* scenario = in<QToolButton>(m_window.get(), "scenario");
        for (auto* action : scenario->menu()->actions())
            if (action->text() == QString::fromStdString(test::engine().preset("hbm_strict").title))
                action->trigger();
        QVERIFY(!m_board->scenario().changes.empty());
        QCOMPARE(m_board->scenario().assumptions.size(), std::size_t{1});
    }
    void theFourLinesPartPolicyFromAssumption()
    {
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        m_window->showPage("sources");
        m_window->page<SourcesPage>()->showSection(SourcesPage::Section::FourLines);
        auto* view = m_window->page<SourcesPage>()->fourLines()->view();
        auto* sentence = in<QLabel>(m_window->page<SourcesPage>()->fourLines(), "assumptionSentence");
        QTRY_VERIFY(sentence->text().contains("Nothing to tell apart yet"));
        QVERIFY(view->shownValues(FigureLine::Manner::Companion).empty()); // two lines with four names would be a riddle
        QVERIFY(!view->shownValues(FigureLine::Manner::Baseline).empty());
        m_board->setAssumption({"cxmt.learning", "0.2"});
        QVERIFY(!view->shownValues(FigureLine::Manner::Companion).empty());
        QVERIFY(view->shownValues(FigureLine::Manner::Companion) != view->shownValues(FigureLine::Manner::Baseline));
        QVERIFY2(sentence->text().contains("under your assumptions"), qPrintable(sentence->text()));
    }
};

CHOKEPOINT_TEST(SourcesPageTest, QApplication)
#include "SourcesPageTest.moc"
