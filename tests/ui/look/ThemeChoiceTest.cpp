// Light or dark: as the desktop has it, also when that changes while the program runs, or as the person has chosen.
#include "look/ThemeChoice.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class ThemeChoiceTest : public test::WindowTest {
    Q_OBJECT

    using Wish = ThemeChoice::Wish;
    /// What a desktop hands to programs when its theme changes.
    static void desktopTurns(bool isDark)
    {
        QPalette palette(isDark ? QColor("#2a2a2e") : QColor("#efefef"));
        palette.setColor(QPalette::LinkVisited, isDark ? QColor("#aa88ff") : QColor("#551a8b"));
        QApplication::setPalette(palette);
        QCoreApplication::processEvents();
    }

private slots:
    void init()
    {
        ThemeChoice::of(*qApp).setWish(Wish::Light);
        openWindow();
    }
    void cleanup()
    {
        closeWindow();
        ThemeChoice::of(*qApp).setWish(Wish::Light);
    }

    void asTheDesktopFollowsItWhileTheProgramRuns()
    {
        ThemeChoice::of(*qApp).setWish(Wish::AsDesktop);
        QCOMPARE(themeOf(*m_window), Theme::Light); // the platform of the tests is light
        desktopTurns(true);
        QCOMPARE(themeOf(*m_window), Theme::Dark);
        QCOMPARE(m_window->palette().color(QPalette::Window), tokensOf(Theme::Dark).ground); // our dark, not the desktop's
        desktopTurns(false);
        QCOMPARE(themeOf(*m_window), Theme::Light);
        QCOMPARE(m_window->palette().color(QPalette::Window), tokensOf(Theme::Light).ground);
    }
    void aChosenThemeStaysWhateverTheDesktopDoes()
    {
        in<QAction>(m_window.get(), "themeDark")->trigger();
        QCOMPARE(themeOf(*m_window), Theme::Dark);
        QEvent turned(QEvent::ThemeChange);
        QCoreApplication::sendEvent(m_window->windowHandle(), &turned);
        QCOMPARE(themeOf(*m_window), Theme::Dark);
        in<QAction>(m_window.get(), "themeLight")->trigger();
        QCOMPARE(themeOf(*m_window), Theme::Light);
    }
    void theMenuTicksWhatIsChosen()
    {
        const auto ticked = [this] {
            QStringList names;
            for (const char* name : {"themeOfDesktop", "themeLight", "themeDark"})
                if (in<QAction>(m_window.get(), name)->isChecked())
                    names << name;
            return names;
        };
        QCOMPARE(ticked(), QStringList{"themeLight"});
        in<QAction>(m_window.get(), "themeDark")->trigger();
        QCOMPARE(ticked(), QStringList{"themeDark"});
        in<QAction>(m_window.get(), "themeOfDesktop")->trigger();
        QCOMPARE(ticked(), QStringList{"themeOfDesktop"});
        QCOMPARE(themeOf(*m_window), Theme::Light);
        MainWindow second(*m_board, *m_draws);
        QVERIFY(in<QAction>(&second, "themeOfDesktop")->isChecked());
        in<QAction>(&second, "themeDark")->trigger();
        QCOMPARE(ticked(), QStringList{"themeDark"}); // in the first window as well
    }
};

CHOKEPOINT_TEST(ThemeChoiceTest, QApplication)
#include "ThemeChoiceTest.moc"
