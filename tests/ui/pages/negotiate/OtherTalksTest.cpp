// Talks of one kind after talks of another, and questions of the table that the clock or the key that hides comes upon.
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "bridge/KeptRehearsals.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/RoundClock.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WatchView.h"
#include "parts/Segments.h"

#include <QComboBox>
#include <QListWidget>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace chokepoint;
using namespace chokepoint::ui;
using bargain::Side;

class OtherTalksTest : public test::NegotiateTest {
    Q_OBJECT

    WatchView* watchView() const { return in<WatchView>(m_page); }
    const std::vector<KeptRehearsal>& kept() const { return KeptRehearsals::of(*m_board).all(); }
    void choose(const char* box, int row)
    {
        auto* found = in<QComboBox>(m_page, box);
        found->setCurrentIndex(row);
        emit found->activated(row);
    }
    void goTo(int step)
    {
        auto* steps = in<Segments>(m_page, "negotiateSteps");
        QTest::mouseClick(steps, Qt::LeftButton, {}, steps->segment(step).center());
    }
    void watchToTheEnd()
    {
        choose("across", 2);
        tickAndOpen();
        QVERIFY(m_page->watched() && watchView()->isVisible());
        click(button("toTheEnd"));
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
    }
    void leaveTheTable()
    {
        m_page->breakOff();
        m_page->breakOff();
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
    }

private slots:
    void init()
    {
        openNegotiate();
        QTRY_VERIFY(!m_page->isBusy());
    }
    void cleanup() { closeWindow(); }

    void afterWatchedTalksTheTableIsThereAndNoObserver()
    {
        watchToTheEnd();
        goTo(0);
        choose("across", 0);
        tickAndOpen();
        QVERIFY2(m_page->rehearsal() && !m_page->watched(), qPrintable(m_page->message()));
        QVERIFY(m_page->table()->isVisible() && board()->isVisible() && !watchView()->isVisible());
        QVERIFY(button("breakOff")->isVisible() && button("pressure")->isVisible());
        QVERIFY(in<RowList>(m_page, "watchedMoves")->rows().isEmpty());
        clickStop("tariff", "t18");
        send();
        QVERIFY(m_page->table()->isVisible() || m_page->rehearsal()->isOver());
        QCOMPARE(kept().size(), std::size_t{2});
    }
    void afterARehearsalTheObserverIsThereAndNoTable()
    {
        choose("clock", 1);
        tickAndOpen();
        clickStop("tariff", "t18");
        QVERIFY(m_page->clock()->isVisible());
        leaveTheTable();
        const auto ofRehearsal = kept().front();
        goTo(0);
        choose("across", 2);
        tickAndOpen();
        QVERIFY2(m_page->watched() && !m_page->rehearsal(), qPrintable(m_page->message()));
        QVERIFY(watchView()->isVisible() && !m_page->table()->isVisible() && !m_page->clock()->isVisible());
        QVERIFY(!button("breakOff")->isVisible() && in<QLabel>(m_page, "rehearsalState")->text().contains("two computers"));
        QVERIFY(!m_page->table()->isSeated());
        click(button("nextMove"));
        QCOMPARE(m_page->watched()->talks().view(Side::US).moves().size(), std::size_t{1});
        QVERIFY(kept().front() == ofRehearsal); // the moves of the computers are not kept in its place
        goTo(0);
        QVERIFY2(m_page->message() == "The preparation is closed during the talks. Break off or play again to begin anew.",
                 qPrintable(m_page->message()));
        m_page->openTable();
        QVERIFY(m_page->watched() && m_page->message().startsWith("The preparation is closed"));
    }
    void aFileTakesTheTableOverWithoutClockAndKey()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("talks.rehearsal");
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        m_page->dialogs().answerNext(file);
        m_page->askSave();
        const auto moves = m_page->rehearsal()->view(Side::US).moves().size();
        click(button("breakOff"));
        click(button("breakOff"));
        click(button("playAgain"));
        in<QPushButton>(m_page, "foldFull")->setChecked(true);
        QTest::keyClicks(in<QLineEdit>(m_page, "sheetPassphrase"), "four words nobody guesses");
        choose("clock", 1);
        tickAndOpen();
        clickStop("visas", "more");
        QVERIFY(m_page->clock()->isVisible() && m_page->keeping().contains("encrypted"));
        m_page->openFile(file);
        QVERIFY2(m_page->rehearsal()->view(Side::US).moves().size() == moves, qPrintable(m_page->message()));
        QVERIFY(!m_page->clock()->isVisible() && m_page->clock()->secondsLeft() == 0);
        QVERIFY2(m_page->keeping().contains("in plain"), qPrintable(m_page->keeping()));
        QCOMPARE(board()->draft().levels[issue("visas")], domain().issues[issue("visas")].statusQuo);
        QCOMPARE(board()->draft().levels[issue("tariff")], level(issue("tariff"), "t18"));
    }
    void aKeptRehearsalTakesThePlaceOfWatchedTalksAndAPassphraseThatWasAskedForGoes()
    {
        in<QPushButton>(m_page, "foldFull")->setChecked(true);
        QTest::keyClicks(in<QLineEdit>(m_page, "sheetPassphrase"), "four words nobody guesses");
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        const auto sealed = kept().front();
        m_page->startAnew();
        choose("across", 2);
        tickAndOpen();
        m_page->openKept(sealed.id);
        auto* asked = in<QDialog>(m_page, "passphrase");
        m_page->startAnew(); // what was to be opened is left
        QTest::keyClicks(in<QLineEdit>(asked, "passphraseField"), "four words nobody guesses");
        click(in<QPushButton>(asked, "takePassphrase"));
        QTRY_VERIFY(!m_page->findChild<QDialog*>("passphrase"));
        settle();
        QVERIFY(!m_page->rehearsal() && !m_page->watched() && m_page->step() == NegotiatePage::Step::Prepare);
        m_page->openKept(sealed.id);
        QTest::keyClicks(in<QLineEdit>(m_page, "passphraseField"), "four words nobody guesses");
        click(in<QPushButton>(m_page, "takePassphrase"));
        QTRY_VERIFY(m_page->rehearsal());
        QVERIFY(m_page->table()->isVisible() && !watchView()->isVisible());
    }
    void talksThatAreLeftBetweenTwoPeopleTakeTheirPanelAlong()
    {
        choose("across", 1);
        tickAndOpen();
        QVERIFY(m_page->cover()); // for the second
        m_page->startAnew();
        QVERIFY(!m_page->cover() && m_page->prepare()->side() == Side::US && in<QComboBox>(m_page, "across")->isEnabled());
        tickAndOpen();
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        click(button("openTable"));
        QVERIFY(m_page->rehearsal() && m_page->cover());
        m_page->startAnew();
        settle();
        QVERIFY(!m_page->cover() && m_page->isVisible() && m_page->step() == NegotiatePage::Step::Prepare);
    }
    void whenTheTimeIsUpAQuestionOfTheTableIsGoneAndNothingOfItIsSent_data()
    {
        QTest::addColumn<bool>("isPressure");
        QTest::newRow("pressure") << true;
        QTest::newRow("part") << false;
    }
    void whenTheTimeIsUpAQuestionOfTheTableIsGoneAndNothingOfItIsSent()
    {
        QFETCH(bool, isPressure);
        choose("persona", 1); // the late mover
        choose("clock", 1);
        tickAndOpen();
        clickStop("minerals", "general");
        send();
        const auto before = m_page->rehearsal()->view(Side::US);
        const char* name = isPressure ? "pressureDialog" : "partDialog";
        click(button(isPressure ? "pressure" : "settleSome"));
        QVERIFY(in<QDialog>(m_page, name)->isVisible());
        m_page->clock()->begin(1);
        QTRY_VERIFY(!m_page->findChild<QDialog*>(name));
        const auto after = m_page->rehearsal()->view(Side::US);
        QVERIFY(after.pressures().empty() && m_page->message().contains("time was up"));
        QVERIFY(after.moves().size() > before.moves().size());
        const auto& mine = after.moves()[before.moves().size()];
        QVERIFY(mine.side == Side::US && !mine.isPart && mine.package == *before.lastOffer(Side::US));
        QVERIFY(m_page->rehearsal()->isOver() || button("sendOffer")->isEnabled());
    }
    void theKeyThatHidesTakesAnOpenQuestionAlongAndBringsItBack_data()
    {
        QTest::addColumn<QString>("opens");
        QTest::addColumn<QString>("name");
        QTest::newRow("pressure") << "pressure" << "pressureDialog";
        QTest::newRow("weights") << "editWeights" << "weightsDialog";
    }
    void theKeyThatHidesTakesAnOpenQuestionAlongAndBringsItBack()
    {
        QFETCH(QString, opens);
        QFETCH(QString, name);
        const bool isAtTable = opens == "pressure";
        if (isAtTable)
            tickAndOpen();
        click(button(qPrintable(opens)));
        QPointer<QDialog> dialog = in<QDialog>(m_page, qPrintable(name));
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        auto* spin = in<QSpinBox>(dialog);
        spin->setFocus();
        spin->setValue(3);
        QTest::keyClick(spin, Qt::Key_F9);
        QVERIFY(m_page->cover() && !dialog->isVisible() && !m_page->isVisible()); // all of it at once
        settle();
        QVERIFY(dialog && !dialog->isVisible());
        QTest::keyClick(m_page->cover(), Qt::Key_F9);
        QVERIFY(!m_page->cover() && m_page->isVisible() && dialog->isVisible() && dialog->isModal());
        QCOMPARE(spin->value(), 3);
        if (!isAtTable)
            return;
        answer("pressureDialog");
        QCOMPARE(m_page->rehearsal()->view(Side::US).pressures().size(), std::size_t{1});
    }
    void aQuestionThatIsHiddenGoesWhenTheTimeIsUp()
    {
        choose("clock", 1);
        tickAndOpen();
        click(button("pressure"));
        QTest::keyClick(in<QListWidget>(m_page, "pressures"), Qt::Key_F9);
        QVERIFY(m_page->cover());
        m_page->clock()->begin(1);
        QTRY_VERIFY(!m_page->findChild<QDialog*>("pressureDialog"));
        QVERIFY(m_page->cover()); // the window stays hidden
        QTest::keyClick(m_page->cover(), Qt::Key_F9);
        QVERIFY(!m_page->cover() && m_page->isVisible());
    }
};

CHOKEPOINT_TEST(OtherTalksTest, QApplication)
#include "OtherTalksTest.moc"
