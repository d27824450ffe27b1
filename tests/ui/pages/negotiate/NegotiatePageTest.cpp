// The page Negotiate: a rehearsal by mouse and one by keyboard, what no seat may see, and what is saved of it.
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "api/BargainModel.h"
#include "api/RehearsalWords.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/NegotiatePage.h"
#include "pages/negotiate/PackageBoard.h"
#include "pages/negotiate/PlaneView.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/RecordLeaf.h"
#include "pages/negotiate/RoundClock.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/TableView.h"
#include "pages/negotiate/WeightsGrid.h"
#include "parts/Segments.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;
using bargain::Side;

class NegotiatePageTest : public test::NegotiateTest {
    Q_OBJECT

private slots:
    void init() { openNegotiate(); }
    void cleanup() { closeWindow(); }

    void aRehearsalByMouseFromThePreparationToTheDebriefAndBack()
    {
        // prepare: Washington, security first, a fifty-fifty chance
        QTRY_VERIFY(!m_page->isBusy());
        auto* grid = m_page->prepare()->grid();
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->headOf(1).center());
        QCOMPARE(grid->chosenName(), QString("Security first"));
        auto* persona = in<QComboBox>(m_page, "persona");
        persona->setCurrentIndex(1); // the late mover
        QVERIFY(!button("openTable")->isEnabled());
        QVERIFY(in<QLabel>(m_page, "whyNotOpen")->text().contains("cautions"));
        const auto shown = in<QLabel>(m_page, "walkAway")->text();
        tickAndOpen();
        QVERIFY(m_page->step() == NegotiatePage::Step::Table);
        QCOMPARE(QString::number(m_page->rehearsal()->view(Side::US).walkAway(), 'f', 1), shown);

        // eight rounds
        for (int round = 1; round <= 8 && !m_page->rehearsal()->isOver(); ++round) {
            QCOMPARE(in<QLabel>(m_page, "draftTitle")->text(), QString("Your draft of offer %1").arg(round));
            if (round == 1) {
                clickStop("minerals", "general");
                clickStop("purchases", "most");
                clickStop("affiliates", "in_force"); // less than it has without a deal
                clickStop("tariff", "t30");
                QCOMPARE(board()->draft().levels[issue("minerals")], level(issue("minerals"), "general"));
            }
            if (round == 8) {
                clickStop("tariff", "t18");
                clickStop("affiliates", "today");
            }
            if (round == 3)
                clickStop("visas", "more");
            const auto view = m_page->rehearsal()->view(Side::US);
            QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), QString::number(view.worth(board()->draft()), 'f', 1));
            QCOMPARE(in<QLabel>(m_page, "theirWorth")->text(), QString::number(view.estimate(board()->draft()).value, 'f', 1));
            send();
        }
        if (!m_page->rehearsal()->isOver()) {
            QVERIFY(m_page->rehearsal()->isLastWord());
            QVERIFY(!button("sendOffer")->isEnabled());
            QVERIFY2(button("acceptOffer")->isEnabled(), "the late mover must come down to what clears the walk-away value");
            click(button("acceptOffer"));
        }

        // agreement and debrief
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        const auto debrief = *m_page->rehearsal()->debrief();
        QVERIFY(debrief.deal);
        QCOMPARE(debrief.round, 8);
        QVERIFY(debrief.deal->worth.china >= debrief.sides.china.walkAway);
        QVERIFY(in<QLabel>(m_page, "revealedChina")->text().contains("The late mover"));
        QCOMPARE(in<RowList>(m_page, "trueMoves")->rows().size(), static_cast<qsizetype>(debrief.moves.size()) + 1);
        QTRY_VERIFY(!m_page->debrief()->isBusy());
        QCOMPARE(in<RowList>(m_page, "certainty")->rows().size(), 2);

        // reopened, it is the same
        const QTemporaryDir folder;
        const auto file = folder.filePath("talks.rehearsal");
        m_page->dialogs().answerNext(file);
        m_page->askSave();
        QVERIFY2(QFile::exists(file), qPrintable(m_page->message()));
        click(button("playAgain"));
        QVERIFY(m_page->step() == NegotiatePage::Step::Prepare && !m_page->rehearsal());
        QVERIFY(in<QLabel>(m_page, "revealedChina")->text().isEmpty());
        m_page->dialogs().answerNext(file);
        m_page->askOpen();
        QVERIFY2(m_page->step() == NegotiatePage::Step::Debrief, qPrintable(m_page->message()));
        QVERIFY(m_page->rehearsal()->debrief()->deal->package == debrief.deal->package);

        // what was settled goes on the board as it stands
        m_board->setStart(test::quarter("2029Q1")); // of the board, not of what was settled
        click(button("openInExplore"));
        QCOMPARE(m_window->currentPage(), std::string("explore"));
        const auto run = test::engine().project(bargain::scenarioOf(bargain::modelGameOf(test::engine()), debrief.deal->package));
        for (std::size_t s = 0; s < m_board->catalogue().series.size(); ++s)
            for (int year = 2027; year <= 2035; ++year) {
                const double known = run.annualMean(s, year);
                QVERIFY(std::fabs(m_board->present().annualMean(s, year) - known) <= 1e-9 * std::max(1.0, std::fabs(known)));
            }
    }
    void theOtherSideIsInNoTextBeforeTheDebrief()
    {
        tickAndOpen();
        clickStop("tariff", "t12");
        send();
        clickStop("visas", "more");
        QTRY_VERIFY(!m_page->isBusy());
        const auto texts = allTexts();
        const QTemporaryDir folder;
        const auto name = folder.filePath("talks.rehearsal");
        m_page->dialogs().answerNext(name);
        m_page->askSave();
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = QString::fromUtf8(file.readAll());
        QVERIFY(bytes.contains("offer hbm="));
        m_page->breakOff();
        m_page->breakOff();
        const auto& game = bargain::modelGameOf(test::engine());
        const auto debrief = *m_page->rehearsal()->debrief();
        const auto& china = debrief.sides.china;
        const auto persona = QString::fromStdString(test::said(words::personaManner(*china.persona)));
        const auto revealed = QString::fromStdString(test::said(words::revealedSide(game, Side::China, china)));
        QVERIFY(allTexts().contains(persona) && allTexts().contains(revealed)); // the debrief has them, so that the search can find them
        QVERIFY(!texts.contains(persona) && !texts.contains(revealed));
        for (const auto* secret : {china.persona->id, game.weightings[*china.weighting].id.c_str()})
            QVERIFY2(!bytes.contains(secret) && !texts.contains(secret), secret);
        for (const auto& move : debrief.moves)
            if (move.side == Side::US && move.kind == bargain::MoveKind::Offer)
                QVERIFY(!texts.contains(QString::number(move.worth.china, 'f', 6)));
    }
    void ofTwoPeopleNoneSeesTheSheetOfTheOther()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto* across = in<QComboBox>(m_page, "across");
        across->setCurrentIndex(1);
        emit across->activated(1);
        // a note, a target and weights that stand nowhere else
        in<QPushButton>(m_page, "foldFull")->setChecked(true);
        QTest::keyClicks(in<QLineEdit>(m_page, "note"), "zebra");
        QTest::keyClicks(in<QLineEdit>(m_page, "target"), "63.7");
        click(button("editWeights"));
        auto* dialog = in<QDialog>(m_page, "weightsDialog");
        const auto boxes = dialog->findChildren<QSpinBox*>();
        for (auto* box : boxes)
            box->setValue(0);
        boxes[0]->setValue(39);
        QVERIFY(!in<QDialogButtonBox>(dialog)->button(QDialogButtonBox::Ok)->isEnabled());
        boxes[1]->setValue(61);
        answer("weightsDialog");
        QCOMPARE(m_page->prepare()->seatTerms().weights[1], 61);
        tickAndOpen();
        QVERIFY(m_page->cover());
        QVERIFY(in<QLabel>(m_page->cover(), "hideWords")->text().startsWith("China’s turn"));
        QVERIFY(!m_page->isVisible()); // nothing below the panel can be seen or read aloud
        const auto isClean = [&](const char* secret) { return !allTexts().contains(secret); };
        for (const auto* secret : {"zebra", "63.7", "Your own", "61 of 100"})
            QVERIFY2(isClean(secret), secret);
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QVERIFY(m_page->isVisible() && m_page->prepare()->side() == Side::China);
        for (const auto* secret : {"zebra", "63.7", "Your own", "61 of 100"})
            QVERIFY2(isClean(secret), secret);
        auto* note = in<QLineEdit>(m_page, "note");
        note->undo(); // what the first wrote cannot be brought back
        QVERIFY(note->text().isEmpty());
        click(button("openTable"));
        QVERIFY(m_page->rehearsal() && m_page->cover());
        QTest::keyClick(m_page->cover(), Qt::Key_Return); // Washington opens
        settle();
        QVERIFY(allTexts().contains("63.7")); // its own target
        clickStop("tariff", "t12");
        click(button("sendOffer"));
        if (!m_page->cover())
            click(button("sendOffer"));
        QVERIFY(m_page->cover());
        for (const auto* secret : {"zebra", "63.7"})
            QVERIFY2(isClean(secret), secret);
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        for (const auto* secret : {"zebra", "63.7"})
            QVERIFY2(isClean(secret), secret);
        m_page->askSave(); // each would find the other's numbers in it
        QVERIFY(m_page->message().contains("two people"));
    }
    void f9HidesTheWindowInOneFrameAndGivesItBack()
    {
        tickAndOpen();
        clickStop("tariff", "t12");
        const auto title = m_window->windowTitle();
        board()->setFocus();
        key(Qt::Key_F9);
        QVERIFY(m_page->cover());
        QVERIFY(m_page->cover()->isVisible() && m_page->cover()->geometry() == m_window->rect());
        QVERIFY(!board()->isVisible());
        QCOMPARE(m_window->windowTitle(), QString("Chokepoint"));
        const auto picture = m_window->grab().toImage();
        QCOMPARE(picture.pixelColor(5, 5), picture.pixelColor(picture.width() / 2, 20));
        QTest::keyClick(m_page->cover(), Qt::Key_Escape);
        QVERIFY(m_page->cover());
        QTest::keyClick(m_page->cover(), Qt::Key_F9);
        QVERIFY(!m_page->cover() && board()->isVisible());
        QCOMPARE(m_window->windowTitle(), title);
        QCOMPARE(board()->draft().levels[issue("tariff")], level(issue("tariff"), "t12"));
    }
    void aRedLineIsRefusedInWords()
    {
        tickAndOpen();
        clickStop("hbm", "hbm3e");
        QCOMPARE(board()->draft().levels[issue("hbm")], domain().issues[issue("hbm")].statusQuo);
        QVERIFY(in<QLabel>(m_page, "toldAtTable")->text().contains("red line"));
    }
    void anOfferWorseThanWhatIsOnTheTableAsksForASecondPress()
    {
        tickAndOpen();
        clickStop("hbm", "hbm3");
        clickStop("tariff", "t12");
        clickStop("affiliates", "in_force");
        clickStop("visas", "fewer");
        const auto view = m_page->rehearsal()->view(Side::US);
        QVERIFY(view.worth(board()->draft()) < view.walkAway());
        click(button("sendOffer"));
        QVERIFY(m_page->rehearsal()->view(Side::US).moves().empty());
        QVERIFY(button("sendOffer")->text().contains("below your walk-away value"));
        click(button("sendOffer"));
        QVERIFY(!m_page->rehearsal()->view(Side::US).moves().empty() || m_page->rehearsal()->isOver());
    }
    void theEffectsAddUpToTheWorthAndEqualTheRunOnExplore()
    {
        tickAndOpen();
        clickStop("hbm", "hbm2e");
        clickStop("minerals", "general");
        const auto view = m_page->rehearsal()->view(Side::US);
        const auto& rows = in<RowList>(m_page, "effects")->rows();
        QCOMPARE(static_cast<std::size_t>(rows.size()), view.game().outcomes.size() + 1);
        const auto parts = view.partsOf(board()->draft());
        double sum = 50;
        for (const double part : parts)
            sum += part;
        QVERIFY(std::fabs(sum - view.worth(board()->draft())) < 1e-9);
        QVERIFY(in<QLabel>(m_page, "effectSum")->text().endsWith(QString::number(sum, 'f', 1)));
        // what the page says of Chinese compute in 2028 is what Explore runs
        const auto row = seriesRow("compute.china_effective");
        const auto said = rows[2].cells[1].text;
        const double before = m_board->present().annualMean(row, 2028);
        click(button("openInExplore"));
        const double change = m_board->present().annualMean(row, 2028) / before - 1;
        QCOMPARE(said, QString("+%1%").arg(QString::number(change * 100, 'g', 2)));
    }
    void theMediatorAndTheSwapChangeTheDraftAlone()
    {
        tickAndOpen();
        clickStop("hbm", "hbm2e");
        const auto before = board()->draft();
        const auto view = m_page->rehearsal()->view(Side::US);
        QVERIFY(button("trySwap")->isEnabled());
        click(button("trySwap"));
        QVERIFY(view.worth(board()->draft()) >= view.worth(before) && view.estimate(board()->draft()).value > view.estimate(before).value);
        click(button("mediator"));
        QVERIFY(!in<QLabel>(m_page, "toldAtTable")->text().isEmpty());
        QVERIFY(m_page->rehearsal()->view(Side::US).moves().empty());
    }
    void aFileThatIsNoRehearsalIsRefusedWithItsLine()
    {
        QTRY_VERIFY(!m_page->isBusy());
        const QTemporaryDir folder;
        QFile file(folder.filePath("bent.rehearsal"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("chokepoint rehearsal 1\nseat mars\n");
        file.close();
        m_page->openFile(file.fileName());
        QVERIFY2(m_page->message().contains("seat mars"), qPrintable(m_page->message()));
        QVERIFY(!m_page->rehearsal() && m_page->step() == NegotiatePage::Step::Prepare);
    }
    void transcriptsAndTheSheetAreWritten()
    {
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        const QTemporaryDir folder;
        const auto written = [&](const char* action, const QString& name) {
            m_page->dialogs().answerNext(folder.filePath(name));
            in<QAction>(m_page, action)->trigger();
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(written("saveTranscript", "early.md").isEmpty()); // not before the end
        m_page->dialogs().answerNext({});
        if (!button("acceptOffer")->isEnabled()) {
            m_page->breakOff();
            m_page->breakOff();
        } else {
            click(button("acceptOffer"));
        }
        QVERIFY(written("saveTranscript", "talks.md").startsWith("# "));
        QVERIFY(written("saveTranscriptTable", "talks.csv").startsWith("round,side,move,step,us,china,hbm"));
        if (m_page->rehearsal()->debrief()->deal)
            QVERIFY(written("saveSheet", "talks.pdf").startsWith("%PDF"));
    }
    void stepsThatAreNotOpenSayWhy()
    {
        auto* steps = in<Segments>(m_page, "negotiateSteps");
        QTest::mouseClick(steps, Qt::LeftButton, {}, steps->segment(2).center());
        QVERIFY(m_page->step() == NegotiatePage::Step::Prepare && steps->current() == 0);
        QVERIFY(m_page->message().contains("over"));
        tickAndOpen();
        QTest::mouseClick(steps, Qt::LeftButton, {}, steps->segment(0).center());
        QVERIFY(m_page->step() == NegotiatePage::Step::Table && m_page->message().contains("closed"));
    }
    void daysOfTheRecordArePlayedAgain()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto* game = in<QComboBox>(m_page, "game");
        game->setCurrentIndex(3);
        emit game->activated(3);
        QVERIFY(in<RowList>(m_page, "recordEvents")->paintedTexts().join(' ').contains("customs"));
        QVERIFY(in<QLabel>(m_page, "whyNotOpen")->text().size() > 0);
        tickAndOpen();
        QCOMPARE(m_page->rehearsal()->terms().replay, std::string("customs_block"));
        QCOMPARE(m_page->rehearsal()->terms().rounds, 4);
        clickStop("hbm", "hbm2e");
        click(button("openInExplore"));
        QVERIFY2(m_window->currentPage() == "explore", qPrintable(m_page->message()));
        const auto start = bargain::findReplay("customs_block")->start;
        QVERIFY(!m_board->scenario().changes.empty());
        for (const auto& change : m_board->scenario().changes)
            QCOMPARE(change.from.value_or(m_board->start()).index, start.index);
    }
    void whenTheTimeIsUpTheLastOfferStands()
    {
        QTRY_VERIFY(!m_page->isBusy());
        in<QComboBox>(m_page, "clock")->setCurrentIndex(1);
        tickAndOpen();
        QVERIFY(m_page->clock()->isVisible() && m_page->clock()->secondsLeft() > 100);
        QVERIFY(m_page->clock()->text().endsWith("left"));
        clickStop("tariff", "t30");
        send();
        clickStop("tariff", "t12");
        const auto before = m_page->rehearsal()->view(Side::US).moves();
        m_page->clock()->begin(1);
        QTRY_VERIFY(m_page->rehearsal()->view(Side::US).moves().size() > before.size());
        const auto after = m_page->rehearsal()->view(Side::US).moves();
        QCOMPARE(after[before.size()].package.levels[issue("tariff")], level(issue("tariff"), "t30"));
        QVERIFY(m_page->message().contains("time was up"));
    }
    void severalPackagesOfLikeWorthAreOfferedAtOnce()
    {
        tickAndOpen();
        clickStop("tariff", "t18");
        click(button("offerAlso"));
        QVERIFY(button("sendOffer")->text().contains("2 packages"));
        clickStop("hbm", "hbm3");
        click(button("offerAlso")); // far worse to Washington
        QVERIFY(in<QLabel>(m_page, "toldAtTable")->text().contains("too far apart"));
        clickStop("hbm", "today");
        clickStop("tariff", "today");
        clickStop("visas", "more");
        const auto second = board()->draft();
        const auto view = m_page->rehearsal()->view(Side::US);
        click(button("sendOffer"));
        if (m_page->rehearsal()->view(Side::US).moves().empty())
            click(button("sendOffer"));
        const auto moves = m_page->rehearsal()->view(Side::US).moves();
        QCOMPARE(moves.front().others.size(), std::size_t{1});
        QVERIFY(moves.front().package == second || moves.front().others.front() == second);
        QVERIFY(m_page->message().startsWith("They took up"));
    }
    void thePlaneTellsOfEachPointByMouseAndByKeys()
    {
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        m_page->breakOff();
        m_page->breakOff();
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        const auto debrief = *m_page->rehearsal()->debrief();
        auto* plane = m_page->debrief()->plane();
        const auto told = [&] { return in<QLabel>(m_page, "spotTold")->text(); };
        const auto& spots = plane->spots();
        const auto spotOf = [&](const char* name) {
            return static_cast<int>(std::ranges::find(spots, QString::fromUtf8(name), &PlaneView::Spot::name) - spots.begin());
        };
        const auto us = spotOf("Offer 1 of US"), kalai = spotOf("Kalai–Smorodinsky point"), nash = spotOf("Nash point");
        QVERIFY(us < spots.size() && kalai < spots.size() && nash < spots.size());
        QVERIFY(spots[kalai].at.package == debrief.points->kalaiSmorodinsky.package && kalai != nash);
        QTest::mouseMove(plane, plane->placeOf(us).toPoint() + QPoint(1, 1));
        const auto& opening = debrief.moves.front();
        QTRY_COMPARE(told(), QString("Offer 1 of US: US tariff to 18%. Washington %1, Beijing %2.")
                                 .arg(m_board->said(words::points(opening.worth.us)), m_board->said(words::points(opening.worth.china))));
        QTest::mouseMove(plane, QPoint(1, plane->height() - 1));
        QTRY_VERIFY(told().startsWith("Point at a mark"));
        plane->setFocus();
        key(Qt::Key_Right);
        QVERIFY(told().startsWith("Today: all as today. Washington 50"));
        for (int s = 0; s < kalai; ++s)
            key(Qt::Key_Right);
        QVERIFY2(told().startsWith("Kalai–Smorodinsky point: "), qPrintable(told()));
        QCOMPARE(plane->accessibleDescription(), told());
        key(Qt::Key_End);
        QVERIFY(told().startsWith("On the frontier"));
        QVERIFY(plane->paintedTexts().contains("Kalai–Smorodinsky point"));
    }
    void namesOfIssuesAreWholeInASmallWindow()
    {
        m_window->resize(1024, 768);
        tickAndOpen();
        settle();
        QVERIFY(board()->width() < 680);
        const auto& issues = m_page->rehearsal()->view(Side::US).game().domain.issues;
        for (std::size_t i = 0; i < issues.size(); ++i) {
            const auto lines = board()->nameLines(i);
            const auto whole = lines.join(QLatin1Char(' '));
            QVERIFY2(lines.size() <= 2 && whole == QString::fromStdString(issues[i].name), qPrintable(whole));
        }
    }
    void numbersOfOffersStandClearOfAllMarksOfThePlane()
    {
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        m_page->breakOff();
        m_page->breakOff();
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        auto* plane = m_page->debrief()->plane();
        auto debrief = *m_page->rehearsal()->debrief();
        const auto& offer = debrief.moves.front();
        debrief.deal = bargain::WorthOf{offer.package, offer.worth}; // as if it had been taken
        plane->setDebrief(debrief, Side::US);
        plane->grab();
        const auto& spots = plane->spots();
        QVERIFY(!plane->numbers().isEmpty());
        for (int s = 0; s < spots.size(); ++s) {
            const bool isDeal = spots[s].name == "The deal", isFrontier = spots[s].name.startsWith("On the frontier");
            const double half = isDeal ? 8 : 4;
            const auto at = plane->placeOf(s);
            for (const auto& number : plane->numbers())
                QVERIFY2(isFrontier || !number.intersects({at.x() - half, at.y() - half, 2 * half, 2 * half}), qPrintable(spots[s].name));
        }
    }
    void theRecordIsSoughtAtTheTableAndReadThere()
    {
        tickAndOpen();
        clickStop("tariff", "t18");
        const auto draft = board()->draft();
        auto* leaf = in<Segments>(m_page, "leaf");
        QTest::mouseClick(leaf, Qt::LeftButton, {}, leaf->segment(3).center());
        auto* line = m_page->table()->record()->line();
        QVERIFY(line->isVisible());
        line->setFocus();
        QTest::keyClicks(line, "affiliates");
        auto* found = in<QListWidget>(m_page, "found");
        QVERIFY(found->isVisible() && found->item(0)->text().startsWith("Events"));
        for (int row = 0; row < found->count(); ++row)
            QVERIFY(!found->item(row)->text().startsWith("Inputs") && !found->item(row)->text().startsWith("Measures"));
        key(Qt::Key_Return);
        const auto& events = m_board->catalogue().events;
        const auto read = in<QLabel>(m_page, "recordRead")->text();
        const auto isRead = [&](const auto& event) { return read.startsWith(QString::fromStdString(event.what)); };
        const auto at = std::ranges::find_if(events, isRead);
        QVERIFY2(at != events.end(), qPrintable(read));
        QVERIFY(read.contains(m_board->said(dateValue(at->date)))); // when it was
        QVERIFY(m_page->step() == NegotiatePage::Step::Table && board()->draft() == draft && m_page->rehearsal()->turn() == Side::US);
        QCOMPARE(m_window->currentPage(), std::string("negotiate"));
        line->setFocus();
        key(Qt::Key_Escape);
        QVERIFY(line->text().isEmpty() && !found->isVisible());
    }
    void anObserverSeesBothSheetsAndStepsThroughTheTalks()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto *across = in<QComboBox>(m_page, "across"), *personaUs = in<QComboBox>(m_page, "personaUs");
        QVERIFY(!personaUs->isVisible());
        across->setCurrentIndex(2);
        emit across->activated(2);
        QVERIFY(personaUs->isVisible() && !in<QComboBox>(m_page, "side")->isVisible() && !in<QSlider>(m_page, "chance")->isEnabled());
        personaUs->setCurrentIndex(1); // the late mover
        tickAndOpen();
        QVERIFY2(m_page->watched() && m_page->step() == NegotiatePage::Step::Table, qPrintable(m_page->message()));
        QVERIFY(in<QLabel>(m_page, "watchedUs")->text().contains("late mover") && !button("breakOff")->isVisible());
        const auto& moves = in<RowList>(m_page, "watchedMoves")->rows();
        click(button("nextMove"));
        click(button("nextMove"));
        QCOMPARE(moves.size(), 3); // with the head
        for (const auto side : bargain::bothSides) {
            const auto view = m_page->watched()->talks().view(side);
            const auto& numbers = in<RowList>(m_page, side == Side::US ? "numbersUs" : "numbersChina")->rows();
            QCOMPARE(numbers[0].cells[1].text, m_board->said(words::points(view.walkAway())));
            const auto own = *view.lastOffer(side);
            QCOMPARE(numbers[1].cells[1].text, m_board->said(words::points(m_page->watched()->worthOf(own).of(side))));
        }
        auto* steps = in<Segments>(m_page, "negotiateSteps");
        QTest::mouseClick(steps, Qt::LeftButton, {}, steps->segment(2).center());
        QVERIFY(m_page->step() == NegotiatePage::Step::Table && m_page->message().contains("over"));
        click(button("toTheEnd"));
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        QVERIFY(in<QLabel>(m_page, "revealedUs")->text().contains("The late mover"));
        const auto debrief = *m_page->watched()->debrief();
        QCOMPARE(in<QLabel>(m_page, "debriefTitle")->text(), m_board->said(words::debriefTitle(debrief)));
        click(button("playAgain"));
        QVERIFY(!m_page->watched() && m_page->step() == NegotiatePage::Step::Prepare && moves.isEmpty());
    }
    void pressureIsNoMoveAndMovesTheWalkAwayValue()
    {
        tickAndOpen();
        clickStop("visas", "more");
        const auto draft = board()->draft();
        const auto before = m_page->rehearsal()->view(Side::US);
        click(button("pressure"));
        auto* dialog = in<QDialog>(m_page, "pressureDialog");
        QVERIFY(in<QListWidget>(dialog, "pressures")->item(0)->text().contains("by estimate"));
        in<QSpinBox>(dialog, "pressureAfter")->setValue(0);
        answer("pressureDialog");
        const auto view = m_page->rehearsal()->view(Side::US);
        QCOMPARE(view.pressures().size(), std::size_t{1});
        QVERIFY(view.moves().empty() && m_page->rehearsal()->turn() == Side::US && board()->draft() == draft);
        const auto [issue, level] = before.possiblePressures().front();
        const auto effect = before.effectOfPressure(issue, level);
        QVERIFY(std::fabs(view.walkAway() - before.walkAway() - effect.mine) < 1e-9);
        const auto told = m_board->said(words::pressureInWords(domain(), view.pressures().front()));
        QVERIFY(in<RowList>(m_page, "offers")->paintedTexts().contains(told));
    }
    void someItemsOfTheirOfferAreProposedAlone()
    {
        in<QComboBox>(m_page, "persona")->setCurrentIndex(1); // the late mover
        tickAndOpen();
        QVERIFY(!button("settleSome")->isEnabled());
        clickStop("minerals", "general");
        send();
        const auto theirs = *m_page->rehearsal()->view(Side::US).lastOffer(Side::China);
        QVERIFY(theirs.levels[issue("tariff")] != domain().issues[issue("tariff")].statusQuo);
        click(button("settleSome"));
        auto* dialog = in<QDialog>(m_page, "partDialog");
        const auto boxes = dialog->findChildren<QCheckBox*>();
        for (auto* box : boxes)
            box->setChecked(true);
        QVERIFY(!in<QDialogButtonBox>(dialog)->button(QDialogButtonBox::Ok)->isEnabled()); // all of it is no part
        for (auto* box : boxes)
            box->setChecked(box->objectName() == "part:tariff" || box->objectName() == "part:purchases"); // a linked pair
        answer("partDialog");
        const auto moves = m_page->rehearsal()->view(Side::US).moves();
        const auto part = std::ranges::find(moves, true, &bargain::SeenMove::isPart);
        QVERIFY(part != moves.end() && part->side == Side::US);
        auto expected = domain().statusQuo();
        for (const auto* id : {"tariff", "purchases"})
            expected.levels[issue(id)] = theirs.levels[issue(id)];
        QVERIFY(part->package == expected);
    }
    void ofSeveralPackagesAtOnceAnyCanBeAccepted()
    {
        in<QComboBox>(m_page, "persona")->setCurrentIndex(3); // the deal-maker
        tickAndOpen();
        std::vector<bargain::Package> all;
        for (int round = 1; round <= 8 && all.size() < 2; ++round) {
            send();
            QVERIFY(!m_page->rehearsal()->isOver());
            all = m_page->rehearsal()->view(Side::US).lastOffers(Side::China);
        }
        QVERIFY(all.size() > 1 && button("whichOfTheirs")->isVisible());
        const auto view = m_page->rehearsal()->view(Side::US);
        click(button("whichOfTheirs"));
        QVERIFY(m_page->table()->theirs() == all[1]);
        QVERIFY(button("whichOfTheirs")->text().contains("2 of"));
        QCOMPARE(button("acceptOffer")->text().replace("…", ""),
                 QString("Accept their offer, %1").arg(m_board->said(words::points(view.worth(all[1])))));
        emit m_page->table()->accepted();
        QVERIFY(m_page->rehearsal()->isOver() && m_page->rehearsal()->debrief()->deal->package == all[1]);
    }
    void whoseConsentTheDraftNeedsStandsBelowItsChanges()
    {
        tickAndOpen();
        QVERIFY(in<QLabel>(m_page, "consents")->text().isEmpty());
        clickStop("hbm", "hbm2e");
        const auto view = m_page->rehearsal()->view(Side::US);
        const auto refusals = bargain::refusalsOf(view.game(), board()->draft());
        QVERIFY(!refusals.empty());
        const auto told = in<QLabel>(m_page, "consents")->text();
        QVERIFY2(told.contains("Korea must consent to HBM sales"), qPrintable(told));
        QVERIFY(told.contains(m_board->said(words::points(view.worth(refusals.front().left)))));
    }
    void aPersonMayPlayChina()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto* side = in<QComboBox>(m_page, "side");
        side->setCurrentIndex(1);
        emit side->activated(1);
        QCOMPARE(m_page->prepare()->grid()->weights().size(), std::size_t{12});
        tickAndOpen();
        QVERIFY(m_page->rehearsal()->turn() == Side::China);
        clickStop("tariff", "t12");
        QVERIFY(in<QLabel>(m_page, "myWorth")->text().toDouble() > 50);
    }
};

CHOKEPOINT_TEST(NegotiatePageTest, QApplication)
#include "NegotiatePageTest.moc"
