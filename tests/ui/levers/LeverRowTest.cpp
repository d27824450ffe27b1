// A lever row says what its control can do, every change that it holds with its date, and why it cannot act; and none grows.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverFoot.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "parts/QuarterPicker.h"
#include "parts/Segments.h"
#include "parts/StopSlider.h"

#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class LeverRowTest : public test::WindowTest {
    Q_OBJECT

    LeverPanel* panel() { return m_window->page<ExplorePage>()->levers(); }
    LeverRow* row(const std::string& id) { return panel()->row(QString::fromStdString(id)); }
    LeverFoot* foot() { return panel()->foot(); }
    QString shown(const std::string& id) { return in<QLabel>(row(id), "value")->text(); }
    void openAll()
    {
        for (const auto& group : m_board->catalogue().groups)
            panel()->setOpen(QString::fromStdString(group.id), true);
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }
    QMap<QString, int> heights()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
        QMap<QString, int> found;
        for (const auto& about : m_board->catalogue().measures)
            found[QString::fromStdString(about.id)] = row(about.id)->height();
        return found;
    }

private slots:
    void init()
    {
        openActiveWindow();
        openAll();
    }
    void cleanup() { closeWindow(); }

    void bothEndsOfEverySliderAreNamedInWords()
    {
        int sliders = 0, withToday = 0;
        for (const auto& about : m_board->catalogue().measures) {
            auto* slider = row(about.id)->findChild<StopSlider*>();
            if (!slider || !slider->isEnabled())
                continue;
            ++sliders;
            const auto words = slider->wordsBelow();
            QVERIFY2(words.size() >= 2, about.id.c_str());
            withToday += words.contains("today"); // where the ends leave it room
            for (const auto& end : {words.front(), words.back()})
                QVERIFY2(!end.isEmpty() && !end.contains(QChar(0x2026)),
                         qPrintable(QString("%1: %2").arg(QString::fromStdString(about.id), words.join(" | "))));
        }
        QVERIFY(sliders > 15);
        QVERIFY(withToday > 0);
    }
    void theStopUnderThePointerOrTheFocusIsNamed()
    {
        auto* slider = in<StopSlider>(row("hbm_export"));
        const auto& levels = row("hbm_export")->about().levels;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            QTest::mouseMove(slider, slider->pointAt(static_cast<double>(i) / static_cast<double>(levels.size() - 1)));
            QVERIFY2(slider->wordsBelow().contains(QString::fromStdString(levels[i].shortLabel)),
                     qPrintable(slider->wordsBelow().join(" | ")));
        }
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(slider, &leave);
        const auto third = QString::fromStdString(levels[2].shortLabel);
        QVERIFY(!slider->wordsBelow().contains(third));
        m_board->setMeasure(measure("hbm_export"), levels[2].id);
        slider->setFocus();
        QVERIFY2(slider->wordsBelow().contains(third), qPrintable(slider->wordsBelow().join(" | ")));
        panel()->focusSearch();
        QVERIFY(!slider->wordsBelow().contains(third));
    }
    void aChangedMeasureSaysFromWhenAndWhatHoldsToday()
    {
        QVERIFY(in<QLabel>(foot(), "footHint")->isVisible());
        QVERIFY(!in<QLabel>(foot(), "today")->isVisible());
        m_board->setMeasure(measure("hbm_export"), "open");
        QCOMPARE(in<QLabel>(foot(), "footName")->text(), QString("HBM sales to China"));
        QVERIFY(in<QuarterPicker>(foot(), "from")->text().startsWith("from 2027"));
        QCOMPARE(in<QLabel>(foot(), "today")->text(), QString("today: Dec 2024 rule"));
        QVERIFY(!in<QLabel>(foot(), "dates")->isVisible());
        QVERIFY2(shown("hbm_export").startsWith("Open from 2027"), qPrintable(shown("hbm_export")));
    }
    void everyDatedChangeIsTold()
    {
        const auto place = measure("accel_ceiling");
        m_board->setChange(place, test::quarter("2028Q1"), "blackwell");
        m_board->setChange(place, test::quarter("2030Q1"), "h200");
        const auto* dates = in<QLabel>(foot(), "dates");
        QVERIFY(dates->isVisible());
        QVERIFY2(QRegularExpression("^Blackwell from 2028( Q1)?, H200 from 2030( Q1)?$").match(dates->text()).hasMatch(),
                 qPrintable(dates->text()));
        QVERIFY(in<QuarterPicker>(foot(), "from")->text().startsWith("then from 2030"));
    }
    void theFootTellsOfWhatMovedLastAndOfTheChangedControlThatIsTakenInHand()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_board->setMeasure(measure("accel_ceiling"), "blackwell");
        QCOMPARE(foot()->measure(), std::optional(measure("accel_ceiling")));
        in<StopSlider>(row("hbm_export"))->setFocus();
        QCOMPARE(foot()->measure(), std::optional(measure("hbm_export")));
        in<StopSlider>(row("affiliates_50"))->setFocus(); // not changed: nothing to tell
        QCOMPARE(foot()->measure(), std::optional(measure("hbm_export")));
        m_board->resetMeasure(measure("hbm_export"));
        QCOMPARE(foot()->measure(), std::optional(measure("accel_ceiling")));
        m_board->undo();
        QCOMPARE(foot()->measure(), std::optional(measure("hbm_export")));
        m_board->setScenario(test::engine().preset("status_quo_2026"), "preset");
        QVERIFY(!foot()->measure());
        QVERIFY(in<QLabel>(foot(), "footHint")->isVisible());
    }
    void aSettingThatMeetsSomethingIsMarkedAndTheFootSaysWhat()
    {
        m_board->setMeasure(measure("affiliates_50"), "none");
        const auto* value = in<QLabel>(row("affiliates_50"), "value");
        QTRY_COMPARE(value->property("role").toString(), QString("caution"));
        QVERIFY(value->toolTip().contains("treats this like"));
        QCOMPARE(in<QLabel>(foot(), "answer")->text(), row("affiliates_50")->answer());
        m_board->setMeasure(measure("hbm_export"), "open"); // another in hand
        QVERIFY(in<QLabel>(foot(), "answer")->text() != row("affiliates_50")->answer());
    }
    void aLaterChangeIsAddedFromTheFootAndItsControlThenSetsIt()
    {
        const auto place = measure("hbm_export");
        m_board->setMeasure(place, "open");
        auto* later = in<QToolButton>(foot(), "addLater");
        QVERIFY(later->isVisible());
        click(later);
        auto changes = m_board->changesOf(place);
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(*changes[1].from, test::quarter("2029Q1"));
        QCOMPARE(changes[1].value, std::string("dec2024")); // back to today's rule
        auto* slider = in<StopSlider>(row("hbm_export"));
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->pointAt(1));
        changes = m_board->changesOf(place);
        QCOMPARE(changes[0].value, std::string("open"));
        QCOMPARE(changes[1].value, std::string("full"));
        for (int i = 0; i < 8 && later->isVisible(); ++i)
            click(later);
        QVERIFY(!later->isVisible()); // the model ends before the next one
        QVERIFY(m_board->changesOf(place).back().from->index < quarterCount);
    }
    void aMeasureThatDoesNotApplyIsGreyAndSaysWhenItDoes()
    {
        auto* cap = row("hbm_cap_units");
        auto* slider = in<StopSlider>(cap);
        QVERIFY(!slider->isEnabled());
        QCOMPARE(slider->wordsBelow(), QStringList{"Applies only when HBM sales are capped."});
        const int height = cap->height();
        for (const auto* label : cap->findChildren<QLabel*>())
            QVERIFY2(!label->isVisible() || label->property("role") != "caution", qPrintable(label->text()));
        m_board->setMeasure(measure("hbm_export"), "hbm3_cap");
        QVERIFY(slider->isEnabled());
        QVERIFY(!slider->wordsBelow().contains("Applies only when HBM sales are capped."));
        QCoreApplication::processEvents();
        QCOMPARE(cap->height(), height);
    }
    void noRowGrowsAndTheFootKeepsItsRoom()
    {
        const auto before = heights();
        const auto room = foot()->geometry();
        m_board->setMeasure(measure("hbm_export"), "open");
        m_board->setMeasure(measure("affiliates_50"), "none");
        m_board->setChange(measure("hbm_export"), test::quarter("2030Q1"), "full");
        QTRY_VERIFY(panel()->isAnswered());
        QCOMPARE(heights(), before);
        QCOMPARE(foot()->geometry(), room);
    }
};

CHOKEPOINT_TEST(LeverRowTest, QApplication)
#include "LeverRowTest.moc"
