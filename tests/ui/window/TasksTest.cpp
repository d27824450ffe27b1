// What a person comes for, and how many clicks it takes: real clicks, counted.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverPanel.h"
#include "levers/LeverFoot.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlinePanel.h"
#include "parts/QuarterPicker.h"
#include "parts/Segments.h"
#include "parts/StopSlider.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class TasksTest : public test::WindowTest {
    Q_OBJECT

    int m_clicks = 0;

    LeverRow* row(const char* id) { return m_window->page<ExplorePage>()->levers()->row(id); }
    /// A click on a place that can be seen and hit.
    void press(QWidget* widget, QPoint at)
    {
        QVERIFY2(widget->isVisible() && widget->isEnabled(), qPrintable(widget->objectName()));
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        ++m_clicks;
        QCoreApplication::processEvents();
    }
    void press(QWidget* widget) { press(widget, widget->rect().center()); }
    /// Opens a menu and clicks one entry after the other, each in the menu that the one before has opened.
    void choose(QToolButton* button, QStringList entries)
    {
        QTimer hand;
        connect(&hand, &QTimer::timeout, this, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu || entries.isEmpty())
                return;
            for (auto* action : menu->actions())
                if (action->text().startsWith(entries.front())) {
                    entries.removeFirst();
                    ++m_clicks;
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                    return;
                }
        });
        QTimer giveUp;
        connect(&giveUp, &QTimer::timeout, this, [] {
            while (auto* popup = QApplication::activePopupWidget())
                popup->close();
        });
        hand.start(30);
        giveUp.start(test::patience);
        press(button); // returns when the menu has closed
        QVERIFY2(entries.isEmpty(), qPrintable(entries.join(", ")));
    }

private slots:
    void init()
    {
        m_clicks = 0;
        openActiveWindow();
    }
    void cleanup() { closeWindow(); }

    void hbmOpenedFromTwentySevenAndItsEffectInTwentyThirtyTakesThreeClicksAtMost()
    {
        auto* slider = in<StopSlider>(row("hbm_export"));
        press(slider, slider->pointAt(0));
        auto* years = m_window->page<ExplorePage>()->headlines()->years();
        press(years, years->segment(3).center());
        QVERIFY2(m_clicks <= 3, qPrintable(QString::number(m_clicks)));
        QCOMPARE(m_board->changesOf(measure("hbm_export")).front().from, std::optional(test::quarter("2027Q1")));
        QCOMPARE(m_board->year(), 2030);
        QTRY_VERIFY(m_draws->isFinal());
        QCoreApplication::processEvents();
        const auto* change = in<QLabel>(m_window.get(), "change:compute.china_effective");
        const auto* range = in<QLabel>(m_window.get(), "range:compute.china_effective");
        QVERIFY(change->isVisible() && change->text().contains('%'));
        QVERIFY2(range->isVisible() && range->text().contains(" to "), qPrintable(range->text()));
    }
    void twoDatedChangesOfOneMeasureTakeSixClicksAtMost()
    {
        press(in<QPushButton>(m_window.get(), "group:accelerators"));
        auto* slider = in<StopSlider>(row("accel_ceiling"));
        press(slider, slider->pointAt(1.0 / 7)); // Blackwell
        choose(in<QuarterPicker>(m_window->page<ExplorePage>()->levers()->foot(), "from"), {"2028", "2028 Q1"});
        press(in<QToolButton>(m_window->page<ExplorePage>()->levers()->foot(), "addLater")); // back to H200
        QVERIFY2(m_clicks <= 6, qPrintable(QString::number(m_clicks)));
        const auto changes = m_board->changesOf(measure("accel_ceiling"));
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes[0].value, std::string("blackwell"));
        QCOMPARE(*changes[0].from, test::quarter("2028Q1"));
        QCOMPARE(changes[1].value, std::string("h200"));
        QCOMPARE(*changes[1].from, test::quarter("2030Q1"));
    }
};

CHOKEPOINT_TEST(TasksTest, QApplication)
#include "TasksTest.moc"
