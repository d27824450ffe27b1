// The pane of a measure: what it says of every measure, and the time line with real mouse and key events.
#include "bridge/Board.h"
#include "charts/ChartCard.h"
#include "pages/explore/ChangeTimeLine.h"
#include "look/Theme.h"
#include "bridge/Draws.h"
#include "pages/explore/MeasurePane.h"
#include "TestData.h"
#include "TestProgram.h"
#include "parts/TimeLine.h"

#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <set>

using namespace chokepoint;
using namespace chokepoint::ui;

class MeasurePaneTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Board> m_board;
    std::unique_ptr<Draws> m_draws;
    std::unique_ptr<MeasurePane> m_pane;

    static std::size_t row(const char* measure) { return *test::engine().catalogue().findMeasure(measure); }
    static Quarter at(const char* quarter) { return test::quarter(quarter); }
    template <class Widget> Widget* in(const char* name)
    {
        auto* found = m_pane->findChild<Widget*>(name);
        if (!found)
            QTest::qFail("the widget is not there", __FILE__, __LINE__);
        return found;
    }
    TimeLine* line() { return in<TimeLine>("timeLine"); }
    void open(const char* measure)
    {
        m_pane->setMeasure(row(measure));
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void doubleClick(const char* quarter) { QTest::mouseDClick(line(), Qt::LeftButton, {}, line()->pointAt(at(quarter))); }
    void click(const char* quarter) { QTest::mouseClick(line(), Qt::LeftButton, {}, line()->pointAt(at(quarter))); }
    void drag(const char* from, const std::vector<const char*>& over)
    {
        QTest::mousePress(line(), Qt::LeftButton, {}, line()->pointAt(at(from)));
        for (const auto* quarter : over)
            QTest::mouseMove(line(), line()->pointAt(at(quarter)));
        QTest::mouseRelease(line(), Qt::LeftButton, {}, line()->pointAt(at(over.back())));
    }
    void choose(const char* level)
    {
        auto* box = in<QComboBox>("changeLevel");
        box->setCurrentIndex(box->findData(QString(level)));
        emit box->activated(box->currentIndex());
    }
    /// "2028Q1=open 2030Q1=dec2024" of the measure on the board.
    std::string changes(const char* measure) const
    {
        std::string text;
        for (const auto& change : m_board->changesOf(row(measure)))
            text += (text.empty() ? "" : " ") + change.from->text() + "=" + change.value;
        return text;
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init()
    {
        m_board = std::make_unique<Board>(test::engine(), test::english());
        m_draws = std::make_unique<Draws>(*m_board);
        m_pane = std::make_unique<MeasurePane>(*m_board, *m_draws);
        m_pane->resize(340, 860);
        m_pane->show();
    }
    void cleanup()
    {
        m_pane.reset();
        m_draws.reset();
        m_board.reset();
    }

    void everyMeasureIsToldWithoutEmptySectionsAndWithoutIds()
    {
        const auto& catalogue = m_board->catalogue();
        std::set<QString> ids;
        const auto add = [&](const std::string& id) { // what nobody would take for a word
            if (id.find_first_of("._") != std::string::npos || (id.find_first_of("0123456789") != std::string::npos && id.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos))
                ids.insert(QString::fromStdString(id));
        };
        for (const auto& series : catalogue.series)
            add(series.id);
        for (const auto& parameter : catalogue.parameters)
            add(parameter.id);
        for (const auto& measure : catalogue.measures) {
            add(measure.id);
            add(measure.lever);
            for (const auto& level : measure.levels)
                add(level.id);
        }
        QVERIFY(ids.contains("hbm.stock") && ids.contains("dec2024") && ids.contains("hbm_export"));
        const QRegularExpression words(QStringLiteral("[A-Za-z0-9_.]*[A-Za-z0-9_]"));
        for (std::size_t m = 0; m < catalogue.measures.size(); ++m) {
            m_pane->setMeasure(m);
            auto text = m_pane->plainText();
            text.remove(QChar(0x200b)).remove(QRegularExpression(QStringLiteral("https?://\\S+"))); // an address is as its owner made it
            for (auto found = words.globalMatch(text); found.hasNext();) {
                const auto word = found.next().captured();
                QVERIFY2(!ids.contains(word), qPrintable(QString::fromStdString(catalogue.measures[m].id) + ": " + word));
            }
            for (const auto* head : {"What it does", "An example", "Side effects", "Who can undo it", "Law", "Sources", "much harder to reach than others"})
                QVERIFY2(text.contains(QString(head)), qPrintable(QString::fromStdString(catalogue.measures[m].id) + ": " + head));
            const auto lines = text.split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i)
                QVERIFY2(!lines[i].startsWith("Law (") || !lines[i + 1].trimmed().isEmpty(), qPrintable(text));
            QVERIFY2(text.contains("Never tried") || text.contains("Done before"), qPrintable(text));
            QVERIFY(!in<QLabel>("paneStatus")->text().isEmpty());
            if (catalogue.measures[m].inModel)
                QVERIFY(in<ChartCard>(nullptr)->series() == catalogue.measures[m].notes->relatedSeries);
            else
                QVERIFY(m_pane->findChildren<ChartCard*>().isEmpty());
        }
    }
    void sourcesCanBeReadAndSelected()
    {
        open("hbm_export");
        const auto text = m_pane->plainText();
        const auto& catalogue = m_board->catalogue();
        const auto& source = catalogue.sources[*catalogue.findSource("P003")];
        QVERIFY(text.contains(QString::fromStdString(source.title)) && text.contains(QString::fromStdString(source.publisher)));
        QVERIFY(QString(text).remove(QChar(0x200b)).contains(QString::fromStdString(source.url)));
        QVERIFY(in<QLabel>("paneText")->textInteractionFlags() & Qt::TextSelectableByMouse);
        QVERIFY(!in<QLabel>("paneText")->text().contains("<a ")); // no network: an address is text
    }
    void aDatePassedSinceTheLastCheckIsNoticed()
    {
        for (const auto& [today, isPast] : {std::pair(QDate(2026, 11, 9), false), std::pair(QDate(2026, 11, 10), true)}) {
            m_pane->setToday(today);
            open("affiliates_50");
            const auto text = m_pane->plainText();
            QVERIFY(text.contains("Suspended until November 9, 2026"));
            QCOMPARE(text.contains("November 9, 2026 has passed since we last checked, on October 8, 2026"), isPast);
        }
    }
    void aDoubleClickAddsAChangeAndUndoTakesItBack()
    {
        open("hbm_export");
        QVERIFY(!in<QComboBox>("changeLevel")->isVisible());
        doubleClick("2028Q1");
        QCOMPARE(changes("hbm_export"), std::string("2028Q1=dec2024"));
        QVERIFY(in<QComboBox>("changeLevel")->isVisible());
        choose("open");
        QCOMPARE(changes("hbm_export"), std::string("2028Q1=open"));
        QVERIFY(m_board->present().series != m_board->reference().series);
        doubleClick("2030Q1"); // the next one leads back to the status quo
        QCOMPARE(changes("hbm_export"), std::string("2028Q1=open 2030Q1=dec2024"));
        QCOMPARE(m_board->history().undoText(), QString("HBM sales to China: Dec 2024 rule from 2030"));
        m_board->undo();
        m_board->undo();
        m_board->undo();
        QCOMPARE(changes("hbm_export"), std::string());
        QVERIFY(line()->marks().empty());
        QVERIFY(m_board->present().series == m_board->reference().series);
    }
    void aDragMovesAChangeAsOneStepOfUndo()
    {
        m_board->setChange(row("hbm_export"), at("2028Q1"), "open");
        m_board->setChange(row("hbm_export"), at("2030Q1"), "full");
        open("hbm_export");
        const int steps = m_board->history().count();
        drag("2028Q1", {"2028Q3", "2030Q1", "2032Q2"}); // it passes over the other change, which comes back
        QCOMPARE(changes("hbm_export"), std::string("2030Q1=full 2032Q2=open"));
        QVERIFY(!m_board->isMoving());
        QCOMPARE(m_board->history().count(), steps + 1);
        QVERIFY(in<QToolButton>("from")->text().startsWith("from 2032 Q2"));
        m_board->undo();
        QCOMPARE(changes("hbm_export"), std::string("2028Q1=open 2030Q1=full"));
        drag("2028Q1", {"2029Q1", "2028Q1"}); // there and back is no step
        QCOMPARE(m_board->history().count(), steps);
        drag("2028Q1", {"2029Q1", "2030Q1"}); // let go on another: it takes its place
        QCOMPARE(changes("hbm_export"), std::string("2030Q1=open"));
    }
    void keysAddMoveAndRemove()
    {
        open("hbm_export");
        line()->setFocus();
        QCOMPARE(line()->cursor().text(), std::string("2027Q1"));
        QTest::keyClick(line(), Qt::Key_PageDown);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(changes("hbm_export"), std::string("2028Q1=dec2024"));
        choose("open");
        QTest::keyClick(line(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(line(), Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(changes("hbm_export"), std::string("2029Q2=open"));
        QVERIFY(line()->accessibleDescription().contains("Open from April 2029"));
        QVERIFY(line()->accessibleName().contains("HBM sales to China"));
        QTest::keyClick(line(), Qt::Key_Left); // the cursor alone
        QCOMPARE(changes("hbm_export"), std::string("2029Q2=open"));
        QTest::keyClick(line(), Qt::Key_Delete); // nothing stands here
        QCOMPARE(changes("hbm_export"), std::string("2029Q2=open"));
        QTest::keyClick(line(), Qt::Key_Down);
        QTest::keyClick(line(), Qt::Key_Delete);
        QCOMPARE(changes("hbm_export"), std::string());
        QTest::keyClick(line(), Qt::Key_End);
        QTest::keyClick(line(), Qt::Key_Right); // no further
        QCOMPARE(line()->cursor().text(), std::string("2035Q4"));
    }
    void buttonsAddAndRemoveAtTheChosenQuarter()
    {
        open("hbm_export");
        click("2031Q2");
        QVERIFY(in<QPushButton>("addChange")->text().contains("2031 Q2"));
        QTest::mouseClick(in<QPushButton>("addChange"), Qt::LeftButton);
        QCOMPARE(changes("hbm_export"), std::string("2031Q2=dec2024"));
        QVERIFY(!in<QPushButton>("addChange")->isEnabled());
        QTest::mouseClick(in<QPushButton>("removeChange"), Qt::LeftButton);
        QCOMPARE(changes("hbm_export"), std::string());
        QVERIFY(m_board->history().undoText().contains("removed"));
    }
    void aNumberIsTypedRampedAndRefusedOutsideItsRange()
    {
        open("enforcement_budget");
        doubleClick("2028Q1");
        auto* number = in<QLineEdit>("changeNumber");
        QVERIFY(number->isVisible() && !in<QComboBox>("changeLevel")->isVisible());
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, "400");
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(changes("enforcement_budget"), std::string("2028Q1=400"));
        in<QToolButton>("over")->menu()->actions()[2]->trigger();
        QCOMPARE(m_board->changesOf(row("enforcement_budget")).front().over, 4);
        QVERIFY(m_pane->plainText().contains(QStringLiteral("$400m")));
        number->selectAll();
        QTest::keyClicks(number, "9000");
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(changes("enforcement_budget"), std::string("2028Q1=400")); // refused, with the reason
        QVERIFY(in<QLabel>("timeMessage")->isVisible() && !in<QLabel>("timeMessage")->text().isEmpty());
        QCOMPARE(number->text(), QString("400"));
    }
    void aRowMovesOnlyTheLastOfSeveralChanges()
    {
        m_board->setChange(row("hbm_export"), at("2027Q1"), "open");
        m_board->setChange(row("hbm_export"), at("2030Q1"), "full");
        m_board->setMeasure(row("hbm_export"), "dec2024"); // even the status quo is a step after another one
        QCOMPARE(changes("hbm_export"), std::string("2027Q1=open 2030Q1=dec2024"));
        m_board->resetMeasure(row("hbm_export"));
        QCOMPARE(changes("hbm_export"), std::string());
    }
    void nothingHappensToAQuarterWithoutAChange()
    {
        m_board->moveChange(row("hbm_export"), at("2028Q1"), at("2029Q1"));
        m_board->rampChange(row("enforcement_budget"), at("2028Q1"), 4);
        m_board->removeChange(row("hbm_export"), at("2028Q1"));
        QCOMPARE(m_board->history().count(), 0);
        const auto error = test::errorOf([&] { m_board->setChange(row("hbm_export"), at("2028Q1"), "ajar"); });
        QVERIFY(!error.reason.empty());
        QCOMPARE(m_board->history().count(), 0);
    }
    void theChartFollowsOnlyWhileThePaneIsOpen()
    {
        open("hbm_export");
        QVERIFY(m_pane->findChild<ChartCard*>());
        m_pane->hide();
        QTRY_VERIFY(!m_pane->findChild<ChartCard*>());
    }
};

CHOKEPOINT_TEST(MeasurePaneTest, QApplication)
#include "MeasurePaneTest.moc"
