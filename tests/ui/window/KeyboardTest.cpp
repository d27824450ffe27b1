// The page by keyboard, and the names that a screen reader tells.
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlinePanel.h"
#include "window/Keyboard.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "parts/Segments.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class KeyboardTest : public test::WindowTest {
    Q_OBJECT
private slots:
    void init() { openActiveWindow(); }
    void cleanup() { closeWindow(); }

    void everyControlHasAName()
    {
        for (const auto& group : m_board->catalogue().groups)
            m_window->page<ExplorePage>()->levers()->setOpen(QString::fromStdString(group.id), true);
        m_window->page<ExplorePage>()->showMeasure(0);
        m_board->setScenario(test::engine().preset("full_denial"), "denial");
        int controls = 0;
        for (auto* widget : m_window->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusPolicy() == Qt::ClickFocus || !widget->isVisibleTo(m_window.get()))
                continue;
            if (widget->inherits("QAbstractScrollArea") || widget->inherits("QMenu"))
                continue; // rooms of controls
            auto* interface = QAccessible::queryAccessibleInterface(widget);
            const auto name = interface ? interface->text(QAccessible::Name) : QString();
            QVERIFY2(!name.isEmpty() || widget->objectName() == "measurePane",
                     qPrintable(QString("%1 \"%2\" in \"%3\"").arg(widget->metaObject()->className(), widget->objectName(), widget->parentWidget()->objectName())));
            QVERIFY2(!name.contains('_'), qPrintable(name));
            ++controls;
        }
        QVERIFY(controls > 150);
    }
    void tabReachesEveryPartOfThePage()
    {
        QSet<QString> reached;
        m_window->page<ExplorePage>()->levers()->focusSearch();
        for (int i = 0; i < 200; ++i) {
            key(Qt::Key_Tab);
            for (auto* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
                reached << widget->objectName();
        }
        for (const char* name : {"leverPanel", "lever:hbm_export", "headlinePanel", "topBar", "chart:compute.china_effective", "onlyChanged", "law"})
            QVERIFY2(reached.contains(name), name);
    }
    void f6WalksTheAreasInBothDirections()
    {
        m_window->page<ExplorePage>()->setFocus();
        auto* search = m_window->page<ExplorePage>()->levers()->searchField();
        const QList<QWidget*> order{search, m_window->page<ExplorePage>()->charts()[0]->view(), m_window->page<ExplorePage>()->headlines()->years(),
                                    m_window->findChild<QToolButton*>("scenario"), search};
        for (auto* area : order) {
            key(Qt::Key_F6);
            QCOMPARE(QApplication::focusWidget(), area);
        }
        key(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), order[3]);
    }
    void theNewcomersScriptWorksWithoutAMouse()
    {
        key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), m_window->page<ExplorePage>()->levers()->searchField());
        QTest::keyClicks(QApplication::focusWidget(), "HBM sales");
        for (int i = 0; i < 12 && !QApplication::focusWidget()->inherits("chokepoint::ui::StopSlider"); ++i)
            key(Qt::Key_Tab);
        key(Qt::Key_Home); // the loosest level
        QCOMPARE(m_board->valueOf(*m_board->catalogue().findMeasure("hbm_export")), std::string("open"));
        QVERIFY(m_window->page<ExplorePage>()->sentence().contains("HBM"));
        key(Qt::Key_F6);
        key(Qt::Key_F6);
        const int year = m_window->page<ExplorePage>()->headlines()->year();
        key(Qt::Key_Right);
        QVERIFY(m_window->page<ExplorePage>()->headlines()->year() > year);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_board->scenario().changes.empty());
    }
    void controlAndADigitChooseTheNumberOfCharts()
    {
        for (const auto& [digit, count] : {std::pair{Qt::Key_1, 1}, std::pair{Qt::Key_6, 6}, std::pair{Qt::Key_2, 2}, std::pair{Qt::Key_4, 4}}) {
            key(digit, Qt::AltModifier);
            QCOMPARE(m_window->page<ExplorePage>()->chartCount(), count);
        }
    }
    void f1ListsTheKeys()
    {
        key(Qt::Key_F1);
        auto* dialog = m_window->findChild<QDialog*>("keyboard");
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QStringList words;
        for (const auto* label : dialog->findChildren<QLabel*>())
            words << label->text();
        QVERIFY(words.contains("F6, Shift+F6") && words.contains("undo, redo"));
        QCOMPARE(words.size(), 2 * keysInWords().size());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QDialog*>("keyboard"));
    }
};

CHOKEPOINT_TEST(KeyboardTest, QApplication)
#include "KeyboardTest.moc"
