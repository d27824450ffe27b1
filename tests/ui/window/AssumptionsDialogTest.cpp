// Sets of assumptions: kept, used and removed apart from measures, each as one step of undo.
#include "TestProgram.h"
#include "WindowTest.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class AssumptionsDialogTest : public test::WindowTest {
    Q_OBJECT

    QDialog* m_dialog = nullptr;
    QListWidget* sets() const { return in<QListWidget>(m_dialog, "sets"); }
    void choose(const QString& words)
    {
        const auto found = sets()->findItems(words, Qt::MatchStartsWith);
        QVERIFY2(found.size() == 1, qPrintable(words));
        QTest::mouseClick(sets()->viewport(), Qt::LeftButton, {}, sets()->visualItemRect(found.front()).center());
    }

private slots:
    void init()
    {
        openWindow();
        auto* button = in<QToolButton>(m_window.get(), "file");
        button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
        auto* entry = in<QAction>(button->menu(), "openSets");
        QTest::mouseClick(button->menu(), Qt::LeftButton, {}, button->menu()->actionGeometry(entry).center());
        m_dialog = in<QDialog>(m_window.get(), "assumptionSets");
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void cleanup() { closeWindow(); }

    void theShippedSetIsUsedAndLeavesMeasuresAlone()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        const auto changes = m_board->scenario().changes;
        const auto& shipped = m_board->catalogue().assumptionSets.front();
        choose(QString::fromStdString(shipped.title));
        click(in<QPushButton>(m_dialog, "useSet"));
        QVERIFY(m_board->scenario().assumptions == shipped.assumptions);
        QVERIFY(m_board->scenario().changes == changes);
        QVERIFY(sets()->item(1)->text().contains("in use"));
        QCOMPARE(m_board->history().count(), 2);
        choose("The data book");
        click(in<QPushButton>(m_dialog, "useSet"));
        QVERIFY(m_board->scenario().assumptions.empty());
        m_board->undo();
        QVERIFY(m_board->scenario().assumptions == shipped.assumptions);
    }
    void whatIsAssumedIsKeptUnderANameOfItsOwn()
    {
        QVERIFY(!in<QPushButton>(m_dialog, "keepSet")->isEnabled());
        m_board->setAssumption({"demand.sigma", "2", {}, {}, "because"});
        click(in<QPushButton>(m_dialog, "keepSet"));
        QVERIFY(!in<QLabel>(m_dialog, "setTold")->text().isEmpty());
        for (const char* expected : {"Mine", "Mine (2)"}) {
            QTest::keyClicks(in<QLineEdit>(m_dialog, "setName"), "Mine");
            click(in<QPushButton>(m_dialog, "keepSet"));
            QCOMPARE(m_board->workbook().assumptionSets.back().title, std::string(expected));
        }
        m_board->dropAssumptions();
        choose("Mine (2)");
        click(in<QPushButton>(m_dialog, "useSet"));
        QVERIFY(m_board->assumptionOf("demand.sigma").has_value());
        QVERIFY(in<QPushButton>(m_dialog, "removeSet")->isEnabled());
        click(in<QPushButton>(m_dialog, "removeSet"));
        QCOMPARE(m_board->workbook().assumptionSets.size(), std::size_t{1});
        QVERIFY(m_board->assumptionOf("demand.sigma").has_value()); // the set goes, what is assumed stays
        choose("The data book");
        QVERIFY(!in<QPushButton>(m_dialog, "removeSet")->isEnabled());
    }
    void policyIsResetWithoutTheAssumptions()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_board->setAssumption({"demand.sigma", "2", {}, {}, {}});
        click(in<QPushButton>(m_dialog, "resetPolicy"));
        QVERIFY(m_board->scenario().changes.empty());
        QVERIFY(m_board->assumptionOf("demand.sigma").has_value());
    }
};

CHOKEPOINT_TEST(AssumptionsDialogTest, QApplication)
#include "AssumptionsDialogTest.moc"
