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

#include <QLabel>
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
