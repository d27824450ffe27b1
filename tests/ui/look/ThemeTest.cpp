// The look at several sizes and in both themes: nothing is wider than its room, and no id is shown.
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "charts/ChartCard.h"
#include "pages/explore/ExplorePage.h"
#include "levers/LeverPanel.h"
#include "look/Theme.h"
#include "window/ChoiceBox.h"
#include "window/MainWindow.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace chokepoint;
using namespace chokepoint::ui;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void everythingFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("preset");
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)})
            for (const char* preset : {"status_quo_2026", "full_denial", "grand_bargain"})
                QTest::newRow(qPrintable(QString("%1x%2 %3").arg(size.width()).arg(size.height()).arg(preset))) << size << QString(preset);
    }
    void everythingFits()
    {
        QFETCH(QSize, size);
        QFETCH(QString, preset);
        applyTheme(*qApp, Theme::Dark);
        Board board(test::engine(), test::english());
        board.setScenario(test::engine().preset(preset.toStdString()), preset);
        Draws draws(board);
        MainWindow window(board, draws);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const auto& group : test::engine().catalogue().groups)
            window.page<ExplorePage>()->levers()->setOpen(QString::fromStdString(group.id), true);
        if (size.width() > 1024)
            window.page<ExplorePage>()->showMeasure(0);
        QTRY_VERIFY(window.page<ExplorePage>()->levers()->isAnswered());
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(window.size(), size);
        for (const auto* scroll : window.findChildren<QScrollArea*>())
            QVERIFY2(!scroll->isVisible() || scroll->widget()->width() <= scroll->viewport()->width(),
                     qPrintable(QString("%1 is %2 wide in %3").arg(scroll->objectName()).arg(scroll->widget()->width()).arg(scroll->viewport()->width())));
        QString clipped; // words may still change as draws come in, and the layout follows
        const auto everyWordFits = [&] {
            for (const auto* label : window.findChildren<QLabel*>())
                if (label->isVisible() && label->wordWrap() && label->heightForWidth(label->width()) > label->height()) {
                    clipped = label->text();
                    return false;
                }
            return true;
        };
        QVERIFY2(QTest::qWaitFor(everyWordFits, 30000), qPrintable(clipped));
    }
    void titlesOfChartsAreWholeInAnyWindow()
    {
        Board board(test::engine(), test::english());
        board.setScenario(test::engine().preset("grand_bargain"), "bargain");
        Draws draws(board);
        MainWindow window(board, draws);
        const auto& all = board.catalogue().series;
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080)}) {
            window.resize(size);
            window.page<ExplorePage>()->setChartCount(size.width() == 1920 ? 6 : 4);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QCoreApplication::processEvents();
            auto* chart = window.page<ExplorePage>()->charts()[0];
            const auto* title = chart->findChild<QPushButton*>("title");
            for (const auto& series : all) {
                chart->setSeries(series.id);
                QVERIFY2(!title->accessibleName().contains(QChar(0x2026)), qPrintable(QString("%1 in %2 of %3").arg(title->accessibleName()).arg(chart->width()).arg(window.width())));
            }
        }
    }
    void namesOfPresetsAreWholeInTheBar()
    {
        Board board(test::engine(), test::english());
        Draws draws(board);
        MainWindow window(board, draws);
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800)}) {
            window.resize(size);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            for (const auto& preset : board.catalogue().presets) {
                board.setScenario(preset, "preset");
                for (const char* name : {"scenario", "baseline"}) {
                    const auto shown = window.findChild<ChoiceBox*>(name)->shown();
                    QVERIFY2(!shown.contains(QChar(0x2026)), qPrintable(QString("%1 for %2 in %3").arg(shown, QString::fromStdString(preset.id)).arg(window.width())));
                }
            }
        }
    }
    void noIdIsShown()
    {
        Board board(test::engine(), test::english());
        board.setScenario(test::engine().preset("escalation_spiral"), "spiral");
        Draws draws(board);
        MainWindow window(board, draws);
        window.show();
        QStringList texts;
        for (const auto* label : window.findChildren<QLabel*>())
            texts << label->text();
        for (const auto* button : window.findChildren<QPushButton*>())
            texts << button->text();
        for (const auto* chart : window.page<ExplorePage>()->charts())
            texts << chart->title();
        const auto& catalogue = test::engine().catalogue();
        for (const auto& text : texts) {
            for (const auto& series : catalogue.series)
                QVERIFY2(!text.contains(QString::fromStdString(series.id)), qPrintable(text));
            for (const auto& measure : catalogue.measures)
                QVERIFY2(measure.id.find('_') == std::string::npos || !text.contains(QString::fromStdString(measure.id)), qPrintable(text));
            QVERIFY2(!text.contains("e+0") && !text.contains("e-0") && !text.contains("nan"), qPrintable(text));
        }
    }
    void theThemeFollowsThePalette()
    {
        Board board(test::engine(), test::english());
        Draws draws(board);
        MainWindow window(board, draws);
        window.setTheme(Theme::Dark);
        QCOMPARE(themeOf(window), Theme::Dark);
        window.setTheme(Theme::Light);
        QCOMPARE(themeOf(window), Theme::Light);
    }
    void whatIsDisabledLooksDisabled()
    {
        Board board(test::engine(), test::english());
        Draws draws(board);
        MainWindow window(board, draws);
        window.setTheme(Theme::Light);
        QPushButton link(QStringLiteral("Try it"), &window);
        link.setProperty("role", "link");
        QComboBox choice(&window);
        choice.addItem(QStringLiteral("Drawn by lot"));
        for (QWidget* widget : {static_cast<QWidget*>(&link), static_cast<QWidget*>(&choice)}) {
            widget->resize(120, 28);
            widget->show();
            const auto enabled = widget->grab().toImage();
            widget->setEnabled(false);
            QVERIFY2(widget->grab().toImage() != enabled, widget->metaObject()->className());
        }
    }
    void aSeriesKeepsItsColour()
    {
        const auto& t = tokensOf(Theme::Light);
        const auto& catalogue = test::engine().catalogue();
        const auto colour = [&](const char* id) { return colourOf(t, catalogue.series[*catalogue.findSeries(id)].colour); };
        QCOMPARE(colour("compute.china_effective"), t.blue);
        QCOMPARE(colour("accel.dies"), t.vermillion);
        QCOMPARE(colour("revenue.us_allied_total"), t.green);
        QCOMPARE(colour("open.influence_china"), t.purple);
        QCOMPARE(colour("talent.us"), t.orange);
        QCOMPARE(colour("drug.clinical_entries_us"), t.sky);
        QCOMPARE(colour("compute.home"), t.vermillion); // series.csv gives it another colour than its sector has
    }
};

CHOKEPOINT_TEST(ThemeTest, QApplication)
#include "ThemeTest.moc"
