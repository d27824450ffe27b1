// The headline results: two groups, one scale for all bars, what is unchanged folded into a line, and no card that jumps under the hand.
#include "TestProgram.h"
#include "WindowTest.h"

#include "api/ChangeWords.h"
#include "api/UnitWords.h"
#include "api/NumberWords.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/FigureCard.h"
#include "pages/explore/HeadlinePanel.h"
#include "parts/RangeBar.h"
#include "parts/Segments.h"
#include "parts/StopSlider.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace chokepoint;
using namespace chokepoint::ui;

class HeadlinePanelTest : public test::WindowTest {
    Q_OBJECT

    HeadlinePanel* panel() { return m_window->page<ExplorePage>()->headlines(); }
    QWidget* card(const std::string& series) { return in<QLabel>(panel(), ("value:" + series).c_str())->parentWidget(); }
    QStringList shownCards()
    {
        QStringList names;
        for (const auto& place : m_board->catalogue().cards)
            if (card(place.series)->isVisible())
                names << QString::fromStdString(place.series);
        return names;
    }
    /// Every visible part of the panel and its place in it.
    QMap<const QWidget*, QRect> places()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
        QMap<const QWidget*, QRect> found;
        for (const auto* card : panel()->findChildren<FigureCard*>())
            if (card->isVisible())
                found[card] = QRect(card->mapTo(panel(), QPoint()), card->size());
        return found;
    }
    void settle()
    {
        QTRY_VERIFY(m_draws->isFinal());
        QCoreApplication::processEvents();
    }

private slots:
    void oneLongBarDoesNotMakeTheOthersShort()
    {
        QCOMPARE(sharedReach({}), 0.0);
        QCOMPARE(sharedReach({0.1, 0.3, 0.2}), 0.3);
        QCOMPARE(sharedReach({0.1, 2, 0.2}), 0.4);
        QCOMPARE(sharedReach({0.9, 2, 0.2}), 0.9);
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void cardsStandWithTheirSide()
    {
        int china = 0, allies = 0, lastChina = 0, firstAllies = 1 << 20;
        for (const auto& place : m_board->catalogue().cards) {
            const int top = card(place.series)->mapTo(panel(), QPoint()).y();
            place.side == CardSide::China ? ++china : ++allies;
            place.side == CardSide::China ? lastChina = std::max(lastChina, top) : firstAllies = std::min(firstAllies, top);
        }
        QVERIFY(china >= 3 && allies >= 3 && lastChina < firstAllies);
        QStringList heads;
        for (const auto* label : panel()->findChildren<QLabel*>())
            if (label->isVisible() && (label->text() == "China" || label->text() == "America and its allies"))
                heads << label->text();
        QCOMPARE(heads, QStringList({"China", "America and its allies"}));
    }
    void valueAndChangeNeverTouch()
    {
        m_window->resize(1024, 768);
        bool isHedged = false;
        for (const char* preset : {"hbm2e_for_magnets", "grand_bargain", "hbm_strict"}) {
            m_board->setScenario(test::engine().preset(preset), "preset");
            settle();
            for (const auto& place : m_board->catalogue().cards) {
                const auto* value = in<QLabel>(panel(), ("value:" + place.series).c_str());
                const auto* change = in<QLabel>(panel(), ("change:" + place.series).c_str());
                QVERIFY2(value->geometry().right() < change->geometry().left(), qPrintable(value->text() + " " + change->text()));
                isHedged = isHedged || change->text().startsWith("probably");
            }
        }
        QVERIFY(isHedged); // the longest words were there
    }
    void anUntouchedBoardShowsEveryResultAndNoChange()
    {
        settle();
        QCOMPARE(shownCards().size(), qsizetype(m_board->catalogue().cards.size()));
        QVERIFY(!in<QPushButton>(panel(), "unchanged")->isVisible());
        QVERIFY(in<QLabel>(panel(), "change:talent.us")->text().isEmpty());
    }
    void whatIsUnchangedFoldsIntoOneLineThatOpens()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        settle();
        QStringList expected; // asked of the model
        for (const auto& place : m_board->catalogue().cards) {
            const auto row = seriesRow(place.series.c_str());
            if (m_board->present().annualMean(row, 2028) != m_board->reference().annualMean(row, 2028) || m_draws->changeOf(row, 2028)->up > 0
                || m_draws->changeOf(row, 2028)->down > 0)
                expected << QString::fromStdString(place.series);
        }
        const auto unchanged = qsizetype(m_board->catalogue().cards.size()) - expected.size();
        QVERIFY(unchanged > 0 && !expected.isEmpty());
        QCOMPARE(shownCards(), expected);
        auto* line = in<QPushButton>(panel(), "unchanged");
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().endsWith(unchanged == 1 ? "1 result unchanged" : QString("%1 results unchanged").arg(unchanged)), qPrintable(line->text()));
        auto* folded = in<QLabel>(panel(), "unchanged:talent.us");
        QVERIFY(!folded->isVisible());
        click(line);
        QVERIFY(folded->isVisible());
        QCOMPARE(folded->text(), in<QLabel>(panel(), "value:talent.us")->text());
        QSignalSpy asked(panel(), &HeadlinePanel::sourcesAsked);
        click(folded);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<std::size_t>(), seriesRow("talent.us"));
    }
    void noCardChangesPlaceWhileALeverIsHeldOrAChangeIsShownAgain()
    {
        settle();
        auto* slider = in<StopSlider>(m_window->page<ExplorePage>()->levers()->row("hbm_export"));
        const auto before = places();
        QTest::mousePress(slider, Qt::LeftButton, {}, slider->pointAt(0.5));
        QCOMPARE(places(), before);
        for (const double at : {0.34, 0.17, 0.0}) {
            QTest::mouseMove(slider, slider->pointAt(at));
            QTest::qWait(40); // rough draws come in
            QCOMPARE(places(), before);
        }
        const auto bar = in<RangeBar>(panel(), "bar:compute.china_effective")->geometry();
        QTest::mouseRelease(slider, Qt::LeftButton, {}, slider->pointAt(0));
        settle();
        QVERIFY(places() != before); // let go: what is unchanged folds
        QCOMPARE(in<RangeBar>(panel(), "bar:compute.china_effective")->geometry(), bar);
        const auto folded = places();
        m_board->replay();
        QVERIFY(m_board->isReplaying());
        QCOMPARE(places(), folded);
        QTRY_VERIFY(!m_board->isReplaying());
        settle();
        QCOMPARE(places(), folded);
    }
    void allBarsShareOneStatedScale()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        settle();
        const auto note = in<QLabel>(panel(), "scaleNote")->text();
        QVERIFY2(QRegularExpression("^Bars share one scale: \u2212(\\d+)\\s?% to \\+\\1\\s?%$").match(note).hasMatch(), qPrintable(note));
        const double reach = QRegularExpression("\\+(\\d+)").match(note).captured(1).toDouble() / 100;
        int beyond = 0;
        for (const auto& place : m_board->catalogue().cards) {
            const auto row = seriesRow(place.series.c_str());
            const auto spread = *m_draws->changeOf(row, 2028);
            const auto& quantiles = words::isInPoints(m_board->catalogue().series[row]) ? spread.difference.quantiles : spread.relative.quantiles;
            beyond += std::max(std::abs(quantiles[2]), std::abs(quantiles[6])) > reach;
        }
        QVERIFY(beyond <= 1); // one at most leaves the scale, and an arrow says so
    }
    void valueUnitAndChangeStandOnOneLineAndTheYearOnTop()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        settle();
        const auto* value = in<QLabel>(panel(), "value:compute.china_effective");
        const auto* change = in<QLabel>(panel(), "change:compute.china_effective");
        QVERIFY(std::abs(value->geometry().bottom() - change->geometry().bottom()) <= 3);
        QVERIFY(value->geometry().right() < change->geometry().left());
        const auto display = words::displayUnit(series("compute.china_effective"));
        const double mean = m_board->present().annualMean(seriesRow("compute.china_effective"), 2028) * display.scale;
        QCOMPARE(value->text(), m_board->said(words::amountWithoutUnit(words::number(mean), display)));
        QVERIFY(in<QLabel>(panel(), "yearNote")->text().startsWith("Mean of 2028, compared with "));
        QTest::mouseClick(panel()->years(), Qt::LeftButton, {}, panel()->years()->segment(3).center());
        QVERIFY(in<QLabel>(panel(), "yearNote")->text().startsWith("Mean of 2030, compared with "));
        m_board->setBaseline(test::engine().preset("open_gates"));
        QVERIFY2(in<QLabel>(panel(), "yearNote")->text().contains("Open gates"), qPrintable(in<QLabel>(panel(), "yearNote")->text()));
    }
};

CHOKEPOINT_TEST(HeadlinePanelTest, QApplication)
#include "HeadlinePanelTest.moc"
