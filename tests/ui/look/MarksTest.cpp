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

    static int countOf(const QImage& picture, const QRect& room, const QColor& colour)
    {
        int count = 0;
        for (int y = room.top(); y <= room.bottom(); ++y)
            for (int x = room.left(); x <= room.right(); ++x)
                count += picture.pixelColor(x, y).rgb() == colour.rgb();
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
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        const QRect mark(0, 0, 18, box.height());
        const auto empty = box.grab().toImage();
        QCOMPARE(countOf(empty, mark, t.accent), 0);
        QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
        QVERIFY(box.isChecked());
        box.clearFocus();
        const auto ticked = box.grab().toImage();
        QVERIFY(countOf(ticked, mark, t.accent) > 60);
        int tick = 0; // pixels of the tick's own colour within the filled box
        for (int y = 0; y < ticked.height(); ++y)
            for (int x = 4; x < 13; ++x)
                tick += contrastOf(ticked.pixelColor(x, y), t.accent) > 2.5 && countOf(ticked, QRect(0, y, 4, 1), t.accent) > 0;
        QVERIFY2(tick >= 6, qPrintable(QString::number(tick)));
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
        const auto marks = [&] { return countOf(menu.grab().toImage(), tickRoom, tokensOf(theme).accent); };
        QCOMPARE(marks(), 0);
        action->setChecked(true);
        QVERIFY2(marks() > 5, qPrintable(QString::number(marks())));
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
