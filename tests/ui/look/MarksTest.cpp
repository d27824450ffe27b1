// Ticks in boxes and menus are drawn in both themes, and buttons of dialogs have no pictures.
#include "look/Theme.h"
#include "TestProgram.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QTest>

using namespace chokepoint;
using namespace chokepoint::ui;

class MarksTest : public QObject {
    Q_OBJECT

    /// Pixels of a room that stand out from a colour.
    static int marksIn(const QImage& picture, const QRect& room, const QColor& ground)
    {
        int count = 0;
        for (int y = room.top(); y <= room.bottom(); ++y)
            for (int x = room.left(); x <= room.right(); ++x)
                count += contrastOf(picture.pixelColor(x, y), ground) > 2;
        return count;
    }

private slots:
    void cleanup() { applyTheme(*qApp, Theme::Light); }

    void aTickedBoxShowsATick_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void aTickedBoxShowsATick()
    {
        QFETCH(bool, isDark);
        const auto theme = isDark ? Theme::Dark : Theme::Light;
        const auto& t = tokensOf(theme);
        applyTheme(*qApp, theme);
        QCheckBox box("Box");
        box.setFocusPolicy(Qt::NoFocus);
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        const QRect inside(3, box.height() / 2 - 4, 9, 9);
        QCOMPARE(marksIn(box.grab().toImage(), inside, t.card), 0);
        QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
        QVERIFY(box.isChecked());
        const auto ticked = box.grab().toImage();
        QVERIFY(marksIn(ticked, inside, t.card) > 40);  // filled with the accent ...
        QVERIFY(marksIn(ticked, inside, t.accent) > 6); // ... and a tick on it
    }
    void aTickedEntryOfAMenuShowsATick_data() { aTickedBoxShowsATick_data(); }
    void aTickedEntryOfAMenuShowsATick()
    {
        QFETCH(bool, isDark);
        const auto theme = isDark ? Theme::Dark : Theme::Light;
        applyTheme(*qApp, theme);
        QMenu menu;
        auto* action = menu.addAction("Events");
        action->setCheckable(true);
        menu.popup({20, 20});
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        const auto tickRoom = QRect(menu.actionGeometry(action).topLeft(), QSize(24, menu.actionGeometry(action).height()));
        const auto marks = [&] { return marksIn(menu.grab().toImage(), tickRoom, tokensOf(theme).card); };
        QCOMPARE(marks(), 0);
        action->setChecked(true);
        QVERIFY2(marks() > 6, qPrintable(QString::number(marks())));
    }
    void buttonsOfDialogsHaveNoPictures()
    {
        applyTheme(*qApp, Theme::Light);
        QDialogButtonBox buttons(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Close);
        for (const auto* button : buttons.findChildren<QPushButton*>())
            QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 0);
    }
};

CHOKEPOINT_TEST(MarksTest, QApplication)
#include "MarksTest.moc"
