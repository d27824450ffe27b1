// The scored game on the page: from its sheets to an agreement and its debrief, what stays out of sight, and files.
#include "NashPackage.h"
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "api/RehearsalWords.h"
#include "bridge/KeptRehearsals.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/PlaneView.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WeightsGrid.h"
#include "parts/Segments.h"

#include <QComboBox>
#include <QFile>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace chokepoint;
using namespace chokepoint::ui;
using bargain::Side;

class ScoredTalksTest : public test::NegotiateTest {
    Q_OBJECT

    void choose(const char* box, int place)
    {
        auto* chosen = in<QComboBox>(m_page, box);
        chosen->setCurrentIndex(place < 0 ? chosen->count() - 1 : place);
        emit chosen->activated(chosen->currentIndex());
        settle();
    }
    void chooseScored() { choose("game", -1); }
    void clickNash()
    {
        for (const auto& [issue, level] : test::nashPackage)
            clickStop(issue, level);
    }
    void playToTheEnd()
    {
        while (!m_page->rehearsal()->isOver() && !m_page->rehearsal()->isLastWord())
            send();
        if (!m_page->rehearsal()->isOver())
            click(button("acceptOffer"));
    }
    QString file(const QTemporaryDir& folder, const QByteArray& bytes) const
    {
        QFile made(folder.filePath("talks.rehearsal"));
        return made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size() ? made.fileName() : QString();
    }
    QByteArray saved(const QTemporaryDir& folder)
    {
        m_page->dialogs().answerNext(folder.filePath("saved.rehearsal"));
        m_page->askSave();
        QFile made(folder.filePath("saved.rehearsal"));
        return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
    }

private slots:
    void init() { openNegotiate(); }
    void cleanup() { closeWindow(); }

    void theScoredGameByMouseFromItsSheetToTheDebrief()
    {
        chooseScored();
        QVERIFY(m_page->prepare()->isScored() && !m_page->isBusy()); // nothing is run for it
        auto* grid = m_page->prepare()->grid();
        QCOMPARE(grid->weights(), (std::vector<int>{18, 16, 7, 10, 17, 8, 9, 4, 5, 3, 3}));
        QCOMPARE(in<QLabel>(m_page, "walkAway")->text(), QString("65.9"));
        QVERIFY(in<QLabel>(m_page, "insight")->text().contains("53.8 points against 71.1 today"));
        QVERIFY(in<QWidget>(m_page, "worthHistogram")->isVisible());
        QVERIFY(in<QLabel>(m_page, "sheetsAbout")->isVisible());
        QVERIFY(!in<QComboBox>(m_page, "guess")->isVisible());
        in<QSlider>(m_page, "chance")->setValue(50);
        QCOMPARE(in<QLabel>(m_page, "walkAway")->text(), QString("62.4"));
        in<QSlider>(m_page, "chance")->setValue(70);
        choose("persona", 1); // the late mover
        tickAndOpen();
        QVERIFY2(m_page->step() == NegotiatePage::Step::Table, qPrintable(m_page->message()));

        // the table: points of the sheet in place of runs
        QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), QString("71.1"));
        QVERIFY(!button("openInExplore")->isVisible() && !in<QWidget>(m_page, "effectYears")->isVisible());
        clickNash();
        QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), QString("79.9"));
        QVERIFY(in<QLabel>(m_page, "effectSum")->text().endsWith("71.1 for today: 79.9"));
        const auto& rows = in<RowList>(m_page, "effects")->rows();
        QCOMPARE(rows.size(), 12);
        QCOMPARE(rows[1].cells[1].text, QString("HBM2E"));
        QCOMPARE(rows[1].cells[2].text, QString("13.0")); // 18 times 0.72
        QVERIFY(!m_page->isBusy());                       // no bands are drawn
        QCOMPARE(in<Segments>(m_page, "leaf")->paintedTexts().size(), 4);
        QCOMPARE(in<RowList>(m_page, "wishes")->rows().size(), 13); // a head, the issues, and that nothing is known
        playToTheEnd();

        // agreement and debrief
        QVERIFY2(m_page->step() == NegotiatePage::Step::Debrief, qPrintable(m_page->message()));
        const auto debrief = *m_page->rehearsal()->debrief();
        QVERIFY(debrief.deal);
        QCOMPARE(in<QLabel>(m_page, "debriefTitle")->text(),
                 QString("A deal for both with nothing left on the table: 79.9 for Washington, 57.0 for Beijing"));
        auto* plane = m_page->debrief()->plane();
        QCOMPARE(std::ranges::count(plane->spots(), QString("On the frontier"), &PlaneView::Spot::name), std::ptrdiff_t{133});
        const auto at = std::ranges::find(plane->spots(), QString("Nash and Kalai–Smorodinsky point"), &PlaneView::Spot::name);
        QVERIFY(at != plane->spots().end());
        QVERIFY(std::abs(at->at.worth.us - 79.93) < 0.005 && std::abs(at->at.worth.china - 57.04) < 0.005);
        QVERIFY(in<QLabel>(m_page, "revealedChina")->text().contains("The late mover"));
        QVERIFY(in<QLabel>(m_page, "revealedChina")->text().contains("20 of 100"));
        QVERIFY(!in<QWidget>(m_page, "certainty")->isVisible() && !in<QWidget>(m_page, "dealBreachRows")->isVisible());
        QVERIFY(!button("openInExplore")->isVisible());
        QCOMPARE(m_page->termsOfDeal(debrief).size(), 1); // the cautions
        const auto sheet = m_page->agreementSheet(debrief);
        QVERIFY(sheet.contains("<b>HBM2E and older only</b>") && sheet.contains("<td>H200 class, case by case</td></tr>")); // as today
        QVERIFY(!sheet.contains("Linked pair"));

        // reopened, it is the same
        const QTemporaryDir folder;
        const auto bytes = saved(folder);
        QVERIFY(bytes.contains("\ngame scored\n"));
        click(button("playAgain"));
        choose("game", 0); // of the model meanwhile
        m_page->openFile(file(folder, bytes));
        QVERIFY2(m_page->step() == NegotiatePage::Step::Debrief, qPrintable(m_page->message()));
        QVERIFY(m_page->rehearsal()->debrief()->deal->package == debrief.deal->package);
        QVERIFY(m_page->prepare()->isScored()); // as what is open
    }
    void theOtherSheetIsInNoTextBeforeTheDebrief()
    {
        chooseScored();
        tickAndOpen();
        clickNash();
        send();
        const auto texts = allTexts();
        const QTemporaryDir folder;
        const auto bytes = saved(folder);
        QVERIFY(bytes.contains("weights 18 16 7") && !bytes.contains("weights 20 12 10"));
        // what the Nash package and today are worth to Beijing
        for (const auto* secret : {"57.0", "46.5", "38.1"})
            QVERIFY2(!texts.contains(secret), secret);
        m_page->breakOff();
        m_page->breakOff();
        QVERIFY(allTexts().contains("57.0") && allTexts().contains("38.1"));
    }
    void weightsOfOnesOwnAreTakenAndTheDebriefKnowsThem()
    {
        chooseScored();
        click(button("editWeights"));
        const auto boxes = in<QDialog>(m_page, "weightsDialog")->findChildren<QSpinBox*>();
        QCOMPARE(boxes.size(), 11);
        for (auto* box : boxes)
            box->setValue(0);
        boxes[5]->setValue(100); // the tariff alone
        answer("weightsDialog");
        tickAndOpen();
        QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), QString("100.0"));
        clickStop("tar", "t12");
        QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), QString("30.0"));
    }
    void theWorkbookKeepsItAndGoesOn()
    {
        chooseScored();
        tickAndOpen();
        clickStop("tar", "t18");
        send();
        clickStop("stud", "welcome");
        const auto draft = board()->draft();
        auto& kept = KeptRehearsals::of(*m_board);
        QTRY_VERIFY(kept.all().size() == 1 && QString::fromStdString(kept.all().front().usSheet).contains("stud=welcome"));
        const auto keptId = kept.all().front().id;
        const auto moves = m_page->rehearsal()->view(Side::US).moves().size();
        m_page->startAnew();
        choose("game", 0);
        m_page->openKept(keptId);
        QVERIFY2(m_page->step() == NegotiatePage::Step::Table, qPrintable(m_page->message()));
        QVERIFY(board()->draft() == draft && m_page->rehearsal()->view(Side::US).moves().size() == moves);
    }
    void twoPeoplePlayItAndNeitherSeesTheOther()
    {
        chooseScored();
        choose("across", 1);
        tickAndOpen();
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QVERIFY(m_page->prepare()->side() == Side::China);
        QCOMPARE(m_page->prepare()->grid()->weights().front(), 20);
        click(button("openTable"));
        QTest::keyClick(m_page->cover(), Qt::Key_Return); // Washington opens
        settle();
        clickNash();
        send();
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QVERIFY(!allTexts().contains("79.9")); // what it is worth to Washington
        click(button("acceptOffer"));
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief && allTexts().contains("79.9"));
    }
    void twoComputersAreWatchedAtIt()
    {
        chooseScored();
        choose("across", 2);
        tickAndOpen();
        QVERIFY(m_page->watched());
        click(button("toTheEnd"));
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        QCOMPARE(m_page->watched()->debrief()->frontier.size(), std::size_t{133});
    }
    void everyRowCanBeReachedInASmallWindow()
    {
        chooseScored();
        tickAndOpen();
        for (const auto& size : {QSize(1280, 800), QSize(1024, 768)}) {
            m_window->resize(size);
            settle();
            for (std::size_t i = 0; i < domain().issues.size(); ++i)
                QVERIFY2(board()->rect().contains(board()->stopAt(i, 0) + QPoint(0, 14)), domain().issues[i].id.c_str()); // with its words
            clickStop("ver", "auto");
            QCOMPARE(board()->draft().levels[issue("ver")], level(issue("ver"), "auto"));
            clickStop("ver", "review");
        }
    }
    void daysThatAreOpenedStandInThePreparationToo()
    {
        QTRY_VERIFY(!m_page->isBusy());
        choose("game", 3);
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        const QTemporaryDir folder;
        const auto bytes = saved(folder);
        m_page->startAnew();
        choose("game", 0);
        QTRY_VERIFY(!m_page->isBusy());
        m_page->openFile(file(folder, bytes));
        QTRY_VERIFY(m_page->rehearsal());
        QVERIFY(m_page->prepare()->replay() && std::string(m_page->prepare()->replay()->id) == "customs_block");
        m_page->startAnew();
        click(button("openTable")); // and are played again
        QCOMPARE(m_page->rehearsal()->terms().replay, std::string("customs_block"));
    }
    void fromTheScoredGameBackToTheModel()
    {
        chooseScored();
        tickAndOpen();
        clickStop("ver", "auto"); // a row that the model has not
        click(button("breakOff"));
        click(button("breakOff"));
        click(button("playAgain"));
        choose("game", 0);
        QTRY_VERIFY(!m_page->isBusy());
        QCOMPARE(m_page->prepare()->grid()->weights().size(), std::size_t{12});
        tickAndOpen();
        QCOMPARE(m_page->rehearsal()->game().domain.issues.size(), std::size_t{8});
        QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), QString("50.0"));
        QCOMPARE(in<Segments>(m_page, "leaf")->paintedTexts().size(), 5);
        QVERIFY(in<QWidget>(m_page, "effectYears")->isVisible());
    }
    void aFileThatMixesTheGamesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addRow("the model's, by its head") << QByteArray("game scored\n") << QByteArray();
        QTest::addRow("of no game") << QByteArray("game scored\n") << QByteArray("game model\n");
        QTest::addRow("twelve weights") << QByteArray("weights 18 ") << QByteArray("weights 9 9 ");
        QTest::addRow("an issue of the model") << QByteArray(" tar=t18") << QByteArray(" tariff=t18");
        QTest::addRow("days of the record") << QByteArray("opens us\n") << QByteArray("opens us\nreplay five_weeks\n");
    }
    void aFileThatMixesTheGamesIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        chooseScored();
        tickAndOpen();
        clickStop("tar", "t18");
        send();
        const QTemporaryDir folder;
        auto bytes = saved(folder);
        m_page->startAnew();
        QVERIFY(bytes.contains(from));
        const std::vector<int> own{20, 14, 7, 10, 17, 8, 9, 4, 5, 3, 3};
        m_page->prepare()->grid()->setOwn(own);
        m_page->openFile(file(folder, bytes.replace(from, to)));
        QTRY_VERIFY(m_page->message().contains("no rehearsal that can be read"));
        QVERIFY(!m_page->rehearsal() && m_page->step() == NegotiatePage::Step::Prepare);
        QVERIFY(m_page->prepare()->isScored() && m_page->prepare()->grid()->weights() == own); // what was prepared is still there
    }
    void aLetterThatIsOpenedLeavesTwoPeopleTheirPreparation()
    {
        chooseScored();
        choose("across", 1);
        tickAndOpen();
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        const QTemporaryDir folder;
        m_page->openFile(file(folder, "Dear Sir\n"));
        QTRY_VERIFY(m_page->message().contains("no rehearsal that can be read"));
        click(button("openTable"));
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QVERIFY2(m_page->rehearsal() && m_page->rehearsal()->game().domain.issues.size() == 11, qPrintable(m_page->message()));
    }
    void talksOnTheirWayAreDroppedWhenAnotherGameIsChosen()
    {
        QTRY_VERIFY(!m_page->isBusy());
        tickAndOpen();
        send();
        const QTemporaryDir folder;
        const auto bytes = saved(folder);
        m_page->startAnew();
        chooseScored();
        m_page->openFile(file(folder, bytes)); // its packages are being run
        QVERIFY(m_page->isBusy() && m_page->message().contains("opens in a moment"));
        choose("game", 3);
        QVERIFY(m_page->message().isEmpty());
        QTRY_VERIFY(!m_page->isBusy());
        QVERIFY(!m_page->rehearsal() && m_page->prepare()->replay());
    }
    void aTargetIsOneOfItsGame()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto* target = in<QLineEdit>(m_page, "target");
        QTest::keyClicks(target, "55");
        chooseScored();
        QVERIFY(target->text().isEmpty() && !m_page->prepare()->seatTerms().target);
    }
    void whatIsSaidOfHbmFitsTheSheet()
    {
        chooseScored();
        tickAndOpen();
        clickStop("hbm", "open");
        const auto why = m_board->said(words::reasonOfWorth(m_page->rehearsal()->view(Side::US), board()->draft()));
        QVERIFY2(why.contains("moves HBM sales to “All HBM”") && !why.contains("cheap"), qPrintable(why));
    }
};

CHOKEPOINT_TEST(ScoredTalksTest, QApplication)
#include "ScoredTalksTest.moc"
