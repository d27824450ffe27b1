// The bar at the top: whatever is chosen, opened or dragged, its parts keep their places; its boxes name, count and list.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "look/Icons.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/MeasurePane.h"
#include "parts/StopSlider.h"
#include "window/ChoiceBox.h"
#include "window/PageBar.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class BarTest : public test::WindowTest {
    Q_OBJECT

    using Places = QMap<QString, QRect>;
    /// Where every named part of the bar stands.
    Places places() const
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
        Places found;
        const auto* bar = in<QWidget>(m_window.get(), "topBar");
        for (const auto* part : bar->findChildren<QWidget*>())
            if (part->isVisible() && !part->objectName().isEmpty() && part->objectName() != "changes")
                found[part->objectName()] = QRect(part->mapTo(m_window.get(), QPoint()), part->size());
        return found;
    }
    void verifySame(const Places& before, const char* when) const
    {
        const auto after = places();
        QCOMPARE(after.keys(), before.keys());
        for (auto at = before.begin(); at != before.end(); ++at)
            QVERIFY2(after[at.key()] == at.value(), qPrintable(QString("%1 moves with %2").arg(at.key(), when)));
    }

    /// The menu of scenarios as it opens, and one of its actions.
    QAction* offered(const QString& name) const
    {
        auto* menu = in<ChoiceBox>(m_window.get(), "scenario")->menu();
        menu->popup({100, 100}); // as a click on the box does
        menu->hide();
        for (auto* action : menu->actions())
            if (action->objectName() == name)
                return action;
        QTest::qFail(qPrintable(name), __FILE__, __LINE__);
        return menu->actions().front();
    }
    void choose(const QString& name) const { pick(in<ChoiceBox>(m_window.get(), "scenario")->menu(), name); }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void nothingMovesWhateverTheScenarioIsCalled_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {800, 1024, 1280, 1440, 1920})
            QTest::newRow(qPrintable(QString::number(width))) << width;
    }
    void nothingMovesWhateverTheScenarioIsCalled()
    {
        QFETCH(int, width);
        m_window->resize(width, 800);
        const auto before = places();
        QVERIFY(before.contains("page:explore") && before.contains("page:why") && before.contains("page:sources"));
        QVERIFY(m_board->catalogue().presets.size() >= 14);
        for (const auto& preset : m_board->catalogue().presets) {
            m_board->setScenario(preset, "preset");
            verifySame(before, preset.id.c_str());
            m_board->setBaseline(preset);
            verifySame(before, preset.id.c_str());
        }
        auto own = test::engine().preset("grand_bargain");
        own.id = "own";
        own.title = "A title that somebody has made far too long for any bar, and then some more & more of it";
        m_board->setScenario(own, "long");
        m_board->setBaseline(own);
        verifySame(before, "a long title");
        m_window->showPage("sources");
        for (const char* page : {"page:explore", "page:why", "page:sources", "scenario"})
            QCOMPARE(places()[page].left(), before[page].left());
    }
    void thePagesStandAtOnePlaceForEveryPackageOnEveryPage()
    {
        const auto before = places();
        const QStringList pages{"explore", "compare", "why", "flows", "negotiate", "sources"};
        const auto& presets = m_board->catalogue().presets;
        for (const auto& preset : presets) {
            m_board->setScenario(preset, "preset");
            for (const auto& page : &preset == &presets.back() ? pages : pages.first(1)) {
                m_window->showPage(page.toStdString());
                QCoreApplication::processEvents();
                const auto now = places();
                for (const auto& other : pages) {
                    const auto name = "page:" + other;
                    QVERIFY2(now.contains(name) && now[name] == before[name], qPrintable(QString::fromStdString(preset.id) + ", " + name));
                }
            }
        }
    }
    void theNamesOfTheDataBookStandWholeIn1280Pixels()
    {
        m_window->resize(1280, 800);
        m_window->page<ExplorePage>()->setChartCount(6);
        const auto* scenario = in<ChoiceBox>(m_window.get(), "scenario");
        const auto* baseline = in<ChoiceBox>(m_window.get(), "baseline");
        for (const char* page : {"explore", "why"}) {
            m_window->showPage(page);
            QCoreApplication::processEvents();
            for (const auto& preset : m_board->catalogue().presets) {
                m_board->setScenario(preset, "preset");
                m_board->setBaseline(preset);
                for (const auto* box : {scenario, baseline})
                    QVERIFY2(!box->shown().contains(QChar(0x2026)), qPrintable(box->shown()));
            }
            m_board->setScenario(m_board->catalogue().presets.front(), "today");
            m_board->setMeasure(measure("hbm_export"), "open");
            QCOMPARE(scenario->shown(), QString("HBM sales to China: Open"));
        }
        m_window->resize(1024, 768); // a name that is cut all the same goes before the number of changes
        m_window->showPage("explore");
        QCoreApplication::processEvents();
        QVERIFY2(scenario->shown().startsWith("HBM sales to"), qPrintable(scenario->shown()));
        m_window->showPage("why");
        m_window->resize(1440, 900); // without the button of Explore there is more room, and the boxes take it
        QCoreApplication::processEvents();
        QCOMPARE(scenario->width(), scenario->sizeHint().width());
    }
    void nothingMovesWhileALeverIsDragged()
    {
        auto* slider = in<StopSlider>(m_window->page<ExplorePage>()->levers()->row("hbm_export"));
        const auto before = places();
        QTest::mousePress(slider, Qt::LeftButton, {}, slider->pointAt(0.5));
        verifySame(before, "the first step");
        QTest::mouseMove(slider, slider->pointAt(0));
        verifySame(before, "a drag");
        QTest::mouseRelease(slider, Qt::LeftButton, {}, slider->pointAt(0));
        verifySame(before, "the end of a drag");
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(m_board->isReplaying());
        verifySame(before, "a replay");
    }
    void theTwoBoxesAreEquallyHighAndStandBehindThePages()
    {
        const auto at = places();
        QCOMPARE(at["scenario"].top(), at["baseline"].top());
        QCOMPARE(at["scenario"].height(), at["baseline"].height());
        QVERIFY(at["programName"].right() < at["pageBar"].left());
        QVERIFY(at["pageBar"].right() < at["scenario"].left());
        QVERIFY(at["scenario"].right() < at["against"].left() && at["against"].right() < at["baseline"].left());
        QVERIFY(at["baseline"].right() < at["undo"].left());
        QCOMPARE(in<QLabel>(m_window.get(), "against")->text(), QString("compared with"));
    }
    void theBoxCountsItsChangesAndListsThem()
    {
        auto* changes = in<QToolButton>(m_window.get(), "changes");
        auto* box = in<ChoiceBox>(m_window.get(), "scenario");
        m_window->resize(1920, 1080); // room for name and number
        QCoreApplication::processEvents();
        QVERIFY(!changes->isVisible());
        m_board->setMeasure(measure("hbm_export"), "open");
        QVERIFY(changes->isVisible());
        QCOMPARE(changes->text(), QString("1 change"));
        m_board->setScenario(test::engine().preset("hbm_strict"), "strict");
        QCOMPARE(changes->text(), QString("%1 changes").arg(m_board->scenario().changes.size()));
        QVERIFY(box->rect().contains(changes->geometry()));
        QCOMPARE(changes->menu()->actions().size(), qsizetype(m_board->scenario().changes.size()));
        changes->menu()->actions()[0]->trigger();
        QVERIFY(m_window->page<ExplorePage>()->pane()->isVisible());
    }
    void scenariosOfTheWorkbookAreChosenMadeAndTakenAwayInTheMenu()
    {
        const auto ids = [this] {
            QStringList all;
            for (const auto& entry : m_board->workbook().scenarios)
                all << QString::fromStdString(entry.scenario.id);
            return all;
        };
        choose("newScenario");
        QCOMPARE(ids().size(), 2);
        QCOMPARE(in<ChoiceBox>(m_window.get(), "scenario")->text(), QString("New package"));
        m_board->setMeasure(measure("hbm_export"), "open");
        choose("duplicateScenario");
        QCOMPARE(ids().size(), 3);
        QCOMPARE(QString::fromStdString(m_board->workbook().onTable), ids().back());
        QVERIFY(offered("scenario:" + ids().back())->isChecked());
        QVERIFY(!offered("scenario:" + ids().front())->isChecked());
        choose("scenario:" + ids().front());
        QCOMPARE(QString::fromStdString(m_board->workbook().onTable), ids().front());
        choose("removeScenario");
        QCOMPARE(ids().size(), 2);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(ids().size(), 3);
        choose("removeScenario");
        choose("removeScenario");
        QVERIFY(!offered("removeScenario")->isEnabled()); // the last stays
        QCOMPARE(ids().size(), 1);
    }
    void aPackageGetsAnotherName()
    {
        choose("newScenario");
        choose("renameScenario");
        auto* dialog = in<QInputDialog>(m_window.get(), "renameDialog");
        auto* line = in<QLineEdit>(dialog);
        QTRY_VERIFY(line->isVisible());
        QCOMPARE(line->text(), QString("New package"));
        line->selectAll();
        QTest::keyClicks(line, "A & B");
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_board->scenario().title, std::string("A & B"));
        QCOMPARE(in<ChoiceBox>(m_window.get(), "scenario")->shown(), QString("A & B"));
        QCOMPARE(offered("scenario:" + QString::fromStdString(m_board->workbook().onTable))->text(), QString("A && B"));
        m_board->undo();
        QCOMPARE(m_board->scenario().title, std::string("New package"));
    }
    void aPackageOfTheWorkbookIsComparedWith()
    {
        auto* menu = in<QMenu>(m_window.get(), "baselineOfWorkbook");
        QVERIFY(!menu->menuAction()->isVisible());
        choose("newScenario");
        QVERIFY(menu->menuAction()->isVisible());
        menu->popup({100, 100});
        QTRY_VERIFY(menu->isVisible());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().back()).center());
        QVERIFY(std::get_if<WorkbookBaseline>(&m_board->workbook().comparedWith));
        QCOMPARE(in<ChoiceBox>(m_window.get(), "baseline")->text(), QString("New package"));
    }
    void theFirstWindowLeavesRoomForItsTitleBar()
    {
        for (const QSize screen : {QSize(1280, 800), QSize(1366, 768), QSize(1024, 740)}) {
            const auto size = MainWindow::firstSizeOn(screen);
            QVERIFY2(size.height() <= screen.height() - 36 && size.width() <= screen.width(), qPrintable(QString::number(size.height())));
            QVERIFY(size.height() >= screen.height() - 60 && size.width() >= screen.width() - 20);
        }
        QCOMPARE(MainWindow::firstSizeOn({2560, 1440}), QSize(1440, 900));
    }
    void iconsAreDrawnInTheColoursOfTheTheme()
    {
        const auto darkest = [](const QIcon& icon, QIcon::Mode mode) {
            int least = 255, most = 0;
            const auto picture = icon.pixmap(QSize(32, 32), 1, mode).toImage();
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    if (const auto pixel = picture.pixelColor(x, y); pixel.alpha() > 250) {
                        least = std::min(least, pixel.lightness());
                        most = std::max(most, pixel.lightness());
                    }
            return std::pair(least, most);
        };
        for (const auto glyph : {Glyph::Undo, Glyph::Redo, Glyph::Menu}) {
            const auto icon = iconOf(glyph);
            applyTheme(*qApp, Theme::Light);
            QVERIFY(darkest(icon, QIcon::Normal).second < 80); // dark lines
            QVERIFY(darkest(icon, QIcon::Disabled).first > darkest(icon, QIcon::Normal).second);
            applyTheme(*qApp, Theme::Dark);
            QVERIFY(darkest(icon, QIcon::Normal).first > 180); // light ones, of the same icon
        }
        applyTheme(*qApp, Theme::Light);
        for (const char* name : {"undo", "redo", "file"}) {
            const auto* button = in<QToolButton>(m_window.get(), name);
            QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonIconOnly);
            QVERIFY(!button->icon().isNull() && !button->text().isEmpty()); // a screen reader says the text
        }
    }
};

CHOKEPOINT_TEST(BarTest, QApplication)
#include "BarTest.moc"
