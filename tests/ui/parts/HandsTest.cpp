// Wheel and keys as hands use them: a wheel over a control, a key held down, shortcuts that a platform may give twice.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/MeasurePane.h"
#include "parts/Segments.h"
#include "parts/StopSlider.h"
#include "parts/TimeLine.h"
#include "parts/WheelGuard.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace chokepoint;
using namespace chokepoint::ui;

class HandsTest : public test::WindowTest {
    Q_OBJECT

    LeverRow* row(const char* id) { return m_window->page<ExplorePage>()->levers()->row(id); }
    /// A turn of the wheel goes on to the widget below until one takes it.
    static void turnWheel(QWidget* over)
    {
        for (auto* widget = over; widget; widget = widget->parentWidget()) {
            const QPointF middle = widget->rect().center();
            QWheelEvent wheel(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(widget, &wheel);
            if (wheel.isAccepted())
                return;
        }
    }
    /// A key as the keyboard repeats it: pressed once, repeated, released once.
    static void hold(QWidget* widget, Qt::Key key, int repeats, Qt::KeyboardModifiers modifiers = {})
    {
        for (int i = 0; i <= repeats; ++i) {
            QKeyEvent press(QEvent::KeyPress, key, modifiers, {}, i > 0);
            QApplication::sendEvent(widget, &press);
            QKeyEvent release(QEvent::KeyRelease, key, modifiers, {}, i < repeats);
            QApplication::sendEvent(widget, &release);
        }
    }

private slots:
    void init() { openActiveWindow(); }
    void cleanup() { closeWindow(); }

    void aWheelOverAControlScrollsThePanelAndChangesNothing()
    {
        for (const auto& group : m_board->catalogue().groups)
            m_window->page<ExplorePage>()->levers()->setOpen(QString::fromStdString(group.id), true);
        QCoreApplication::processEvents();
        auto* bar = in<QScrollArea>(m_window.get(), "leverScroll")->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        for (QWidget* control : {static_cast<QWidget*>(in<StopSlider>(row("hbm_export"))), static_cast<QWidget*>(in<Segments>(row("hbm_copack")))}) {
            bar->setValue(0);
            turnWheel(control);
            QVERIFY2(bar->value() > 0, control->metaObject()->className());
        }
        QVERIFY(m_board->scenario().changes.empty());
    }
    void aWheelChangesALevelBoxOnlyAfterAClick()
    {
        m_board->setChange(measure("hbm_export"), test::quarter("2028Q1"), "open");
        m_window->page<ExplorePage>()->showMeasure(measure("hbm_export"));
        auto* box = in<QComboBox>(m_window->page<ExplorePage>()->pane(), "changeLevel");
        QTRY_VERIFY(box->isVisible());
        m_window->page<ExplorePage>()->levers()->focusSearch();
        const int before = box->currentIndex();
        turnWheel(box);
        QCOMPARE(box->currentIndex(), before);
        QVERIFY(!box->hasFocus());
        box->setFocus();
        turnWheel(box);
        QVERIFY(box->currentIndex() != before);
    }
    void theGuardHoldsForEveryKindOfControl()
    {
        QWidget room;
        auto* layout = new QVBoxLayout(&room);
        auto* other = new QSpinBox;
        auto* spin = new QSpinBox;
        auto* slider = new QSlider(Qt::Horizontal);
        auto* box = new QComboBox;
        box->addItems({"a", "b", "c"});
        for (QWidget* widget : std::initializer_list<QWidget*>{other, spin, slider, box}) {
            layout->addWidget(widget);
            guardWheel(*widget);
        }
        spin->setValue(50);
        slider->setValue(50);
        room.show();
        room.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&room));
        other->setFocus();
        for (QWidget* widget : std::initializer_list<QWidget*>{spin, slider, box})
            turnWheel(widget);
        QCOMPARE(spin->value(), 50);
        QCOMPARE(slider->value(), 50);
        QCOMPARE(box->currentIndex(), 0);
        spin->setFocus();
        turnWheel(spin);
        QVERIFY(spin->value() < 50);
        box->setFocus();
        hold(box, Qt::Key_Down, 5);
        QCOMPARE(box->currentIndex(), 1);
    }
    void aHeldArrowKeyIsOneStepOfUndo()
    {
        m_window->page<ExplorePage>()->levers()->setOpen("Enforcement", true);
        QCoreApplication::processEvents();
        auto* slider = in<StopSlider>(row("enforcement_budget"));
        slider->setFocus();
        const double before = slider->position();
        hold(slider, Qt::Key_Right, 12);
        QVERIFY(slider->position() > before);
        QCOMPARE(m_board->history().count(), 1);
        QVERIFY(!m_board->isMoving());
        const auto one = m_board->scenario();
        hold(slider, Qt::Key_Right, 3); // pressed anew: another step
        QCOMPARE(m_board->history().count(), 2);
        m_board->undo();
        QVERIFY(m_board->scenario() == one);
        m_board->undo();
        QCOMPARE(slider->position(), before);

        auto* segments = in<Segments>(row("hbm_copack"));
        segments->setFocus();
        const int taken = segments->current();
        hold(segments, Qt::Key_Right, 3);
        QVERIFY(segments->current() > taken);
        QCOMPARE(m_board->history().count(), 1);
        QVERIFY(!m_board->isMoving());
    }
    void aKeyThatIsHeldWhileTheFocusGoesEndsItsMove()
    {
        auto* slider = in<StopSlider>(row("hbm_export"));
        slider->setFocus();
        QTest::keyPress(slider, Qt::Key_Left);
        QVERIFY(m_board->isMoving());
        m_window->page<ExplorePage>()->levers()->focusSearch();
        QVERIFY(!m_board->isMoving());
    }
    void aChangeMovedAlongTheTimeLineByAHeldKeyIsOneStepOfUndo()
    {
        m_board->setChange(measure("hbm_export"), test::quarter("2028Q1"), "open");
        m_window->page<ExplorePage>()->showMeasure(measure("hbm_export"));
        auto* line = in<TimeLine>(m_window->page<ExplorePage>()->pane(), "timeLine");
        QTRY_VERIFY(line->isVisible());
        line->setCursorAt(test::quarter("2028Q1"));
        line->setFocus();
        const int before = m_board->history().count();
        hold(line, Qt::Key_Right, 4, Qt::ShiftModifier);
        QCOMPARE(m_board->changesOf(measure("hbm_export")).front().from, std::optional(test::quarter("2029Q2")));
        QCOMPARE(m_board->history().count(), before + 1);
        QVERIFY(!m_board->isMoving());
    }
    void redoAndSaveHaveTheirKeysOnEveryPlatform()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        for (const auto& [again, modifiers] : {std::pair{Qt::Key_Y, Qt::KeyboardModifiers(Qt::ControlModifier)}, std::pair{Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier}}) {
            key(Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(m_board->scenario().changes.empty());
            key(again, modifiers);
            QVERIFY(!m_board->scenario().changes.empty());
        }
        QTemporaryDir folder;
        m_window->dialogs().answerNext(folder.filePath("kept"));
        key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QFile::exists(folder.filePath("kept.toml")));
        key(Qt::Key_Z, Qt::ControlModifier);
        m_window->dialogs().answerNext(folder.filePath("kept.toml"));
        key(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(!m_board->scenario().changes.empty());
    }
    void noTwoActionsShareAKey()
    {
        QStringList taken;
        for (const auto* action : m_window->findChildren<QAction*>()) {
            if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                continue; // of one of several charts: below
            for (const auto& keys : action->shortcuts())
                taken << keys.toString();
        }
        const auto all = taken.size();
        QVERIFY(all > 5);
        taken.removeDuplicates();
        QCOMPARE(taken.size(), all);
        for (const auto* action : m_window->findChildren<QAction*>())
            if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                QVERIFY2(!taken.contains(action->shortcut().toString()), qPrintable(action->text()));
    }
};

CHOKEPOINT_TEST(HandsTest, QApplication)
#include "HandsTest.moc"
