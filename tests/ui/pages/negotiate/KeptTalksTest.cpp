// Rehearsals in the workbook: they go on where they were, and a sheet under a passphrase lies nowhere without it.
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "bridge/KeptRehearsals.h"
#include "document/Document.h"
#include "document/Versions.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/PrepareView.h"
#include "parts/QuarterPicker.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QSpinBox>
#include <QTemporaryDir>

#include <array>

using namespace chokepoint;
using namespace chokepoint::ui;
using bargain::Side;

namespace {

constexpr std::array secrets{"zebra-4711", "63.7", "weights", "chance 0.7", "seed ", "draft", "PICTURE-OF-THE-WINDOW"};
const QString passphrase = QStringLiteral("four words nobody guesses"), other = QStringLiteral("four other words entirely");

} // namespace

class KeptTalksTest : public test::NegotiateTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;

    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    const std::vector<KeptRehearsal>& kept() const { return KeptRehearsals::of(*m_board).all(); }
    /// A note, a target and weights that stand nowhere else, and a passphrase.
    void fillSheet(const char* note, const char* target, int weight, const QString& words)
    {
        in<QPushButton>(m_page, "foldFull")->setChecked(true);
        QTest::keyClicks(in<QLineEdit>(m_page, "note"), note);
        QTest::keyClicks(in<QLineEdit>(m_page, "target"), target);
        QTest::keyClicks(in<QLineEdit>(m_page, "sheetPassphrase"), words);
        click(button("editWeights"));
        const auto boxes = in<QDialog>(m_page, "weightsDialog")->findChildren<QSpinBox*>();
        for (auto* box : boxes)
            box->setValue(0);
        boxes[0]->setValue(100 - weight);
        boxes[1]->setValue(weight);
        answer("weightsDialog");
    }
    QStringList filesWith(const QByteArray& words) const { return test::filesWith(words, m_folder->path()); }
    void answerPassphrase(const QString& words)
    {
        QLineEdit* field = nullptr;
        QTRY_VERIFY((field = m_page->findChild<QLineEdit*>("passphraseField")) && field->isVisible());
        field->clear();
        QTest::keyClicks(field, words);
        click(in<QPushButton>(m_page, "takePassphrase"));
        settle();
    }
    bool isAsking() const { return m_page->findChild<QDialog*>("passphrase") != nullptr; }

private slots:
    void init()
    {
        openNegotiate();
        m_folder = std::make_unique<QTemporaryDir>();
        Surroundings around{QStringLiteral("0.1.0"), path("state"), [] { return QDateTime::currentDateTimeUtc(); }};
        around.picture = [] { return QByteArray("PICTURE-OF-THE-WINDOW"); }; // no PNG: only whether one is kept matters
        m_document = std::make_unique<Document>(*m_board, around);
    }
    void cleanup()
    {
        m_window.reset();
        m_document.reset();
        closeWindow();
    }

    void aRehearsalGoesOnWhereItWasAndItsDebriefOpensAgain()
    {
        QVERIFY(!button("goOnWithKept")->isVisible());
        QTRY_VERIFY(!m_page->isBusy());
        in<QComboBox>(m_page, "clock")->setCurrentIndex(1);
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        clickStop("visas", "more");
        const auto draft = board()->draft();
        QTRY_VERIFY(kept().size() == 1 && QString::fromStdString(kept().front().usSheet).contains("visas=more"));
        emit in<QuarterPicker>(m_page, "breachEffective")->chosen(test::quarter("2027Q3"));
        QTRY_VERIFY(QString::fromStdString(kept().front().usSheet).contains("dates 2027Q1 2027Q1 2027Q3 4"));
        QVERIFY(m_document->isChanged());
        QVERIFY(m_page->keeping().contains("in plain"));
        m_document->saveAs(path("talks.choke"));
        QVERIFY(!m_document->isChanged());
        const auto moves = m_page->rehearsal()->view(Side::US).moves();
        const auto worth = in<QLabel>(m_page, "myWorth")->text();

        m_document->startNew(); // nothing of it is left
        QVERIFY(!m_page->rehearsal() && m_page->step() == NegotiatePage::Step::Prepare && kept().empty());
        m_document->open(path("talks.choke"));
        QVERIFY(!m_page->rehearsal() && button("goOnWithKept")->isVisible());
        click(button("goOnWithKept"));
        QVERIFY2(m_page->step() == NegotiatePage::Step::Table, qPrintable(m_page->message()));
        QVERIFY(!m_document->isChanged()); // to open it is no change
        QVERIFY(board()->draft() == draft);
        QVERIFY(in<QuarterPicker>(m_page, "breachEffective")->quarter() == test::quarter("2027Q3"));
        QCOMPARE(in<QLabel>(m_page, "myWorth")->text(), worth);
        const auto again = m_page->rehearsal()->view(Side::US).moves();
        QCOMPARE(again.size(), moves.size());
        QVERIFY(again.back().package == moves.back().package);

        m_page->breakOff();
        m_page->breakOff();
        QVERIFY(kept().size() == 1 && kept().front().isOver);
        m_document->save();
        click(button("playAgain"));
        QVERIFY(!button("goOnWithKept")->isVisible() && kept().size() == 1);
        m_document->open(path("talks.choke"));
        auto* menu = in<QMenu>(m_page, "keptRehearsals");
        emit menu->aboutToShow();
        pick(menu, "kept:rehearsal");
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        QVERIFY(in<QLabel>(m_page, "debriefTitle")->text().startsWith("No deal"));
        m_page->forgetKept();
        QVERIFY(kept().empty() && m_page->keeping().contains("not kept"));
    }
    void talksOfTwoComputersGoOnWhereTheyWereAndTheirDebriefOpensAgain()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto* across = in<QComboBox>(m_page, "across");
        across->setCurrentIndex(2);
        emit across->activated(2);
        QVERIFY(in<QLabel>(m_page, "keptAbout")->text().contains("go on where you left them"));
        tickAndOpen();
        QVERIFY(m_document->isChanged() && kept().size() == 1 && m_page->keeping().contains("kept"));
        for (int move = 0; move < 3; ++move)
            click(button("nextMove"));
        const auto moves = m_page->watched()->talks().view(Side::US).moves();
        m_document->saveAs(path("watched.choke"));
        const auto stored = kept();
        m_document->startNew();
        QVERIFY(!m_page->watched() && kept().empty());
        m_document->open(path("watched.choke"));
        QVERIFY(kept() == stored && button("goOnWithKept")->isVisible());
        click(button("goOnWithKept"));
        QVERIFY2(m_page->watched(), qPrintable(m_page->message()));
        QVERIFY(m_page->step() == NegotiatePage::Step::Table && in<QWidget>(m_page, "watchView")->isVisible());
        QVERIFY(!m_document->isChanged());
        const auto again = m_page->watched()->talks().view(Side::US).moves();
        QCOMPARE(again.size(), moves.size());
        QVERIFY(again.back().package == moves.back().package && again.back().mine == moves.back().mine);
        click(button("toTheEnd"));
        const auto title = in<QLabel>(m_page, "debriefTitle")->text();
        QVERIFY(kept().size() == 1 && kept().front().isOver);
        m_document->save();
        click(button("playAgain"));
        QVERIFY(!button("goOnWithKept")->isVisible());
        m_document->open(path("watched.choke"));
        auto* menu = in<QMenu>(m_page, "keptRehearsals");
        emit menu->aboutToShow();
        pick(menu, "kept:rehearsal");
        QVERIFY(m_page->watched() && m_page->step() == NegotiatePage::Step::Debrief);
        QCOMPARE(in<QLabel>(m_page, "debriefTitle")->text(), title);
        m_page->forgetKept();
        QVERIFY(kept().empty() && m_page->keeping().contains("not kept"));
    }
    void aSheetUnderAPassphraseLiesNowhereInPlain()
    {
        QTRY_VERIFY(!m_page->isBusy());
        fillSheet("zebra-4711", "63.7", 61, passphrase);
        tickAndOpen();
        QVERIFY2(m_page->rehearsal(), qPrintable(m_page->message()));
        clickStop("tariff", "t18");
        send();
        clickStop("visas", "fewer");
        QTRY_VERIFY(kept().size() == 1);
        m_document->setAside();
        QVERIFY(!filesWith("tariff=t18").isEmpty()); // what both saw is plain, so that the search can find something
        for (const auto* secret : secrets)
            QVERIFY2(filesWith(secret).isEmpty(), secret);
        m_document->saveAs(path("talks.choke"));
        clickStop("tariff", "t30");
        send();
        QVERIFY(!m_page->rehearsal()->isOver());
        m_document->save(); // keeps the version before
        QVERIFY(!versionsOf(path("state/versions"), path("talks.choke")).empty());
        for (const auto* secret : secrets)
            QVERIFY2(filesWith(secret).isEmpty(), secret);
        QVERIFY(m_page->keeping().contains("encrypted"));

        m_document->open(path("talks.choke"));
        QVERIFY(!allTexts().contains("zebra"));
        settle();
        QVERIFY(button("goOnWithKept")->isVisible());
        click(button("goOnWithKept"));
        QVERIFY2(isAsking(), qPrintable(m_page->message()));
        answerPassphrase(other);
        QVERIFY(isAsking() && !m_page->rehearsal());
        answerPassphrase(passphrase);
        QTRY_VERIFY(!isAsking());
        QVERIFY2(m_page->rehearsal(), qPrintable(m_page->message()));
        QCOMPARE(m_page->rehearsal()->view(Side::US).terms().note, std::string("zebra-4711"));
        QCOMPARE(m_page->rehearsal()->view(Side::US).moves().front().package.levels[issue("tariff")], level(issue("tariff"), "t18"));
        clickStop("visas", "more"); // goes on under the same key
        send();
        m_document->save();
        QVERIFY(filesWith("zebra-4711").isEmpty() && filesWith("weights").isEmpty());
    }
    void aShortPassphraseOpensNoTable()
    {
        QTRY_VERIFY(!m_page->isBusy());
        in<QPushButton>(m_page, "foldFull")->setChecked(true);
        QTest::keyClicks(in<QLineEdit>(m_page, "sheetPassphrase"), "short");
        tickAndOpen();
        QVERIFY(!m_page->rehearsal() && m_page->message().contains("passphrase"));
    }
    void ofTwoPeopleOnlySealedSheetsAreKept_data()
    {
        QTest::addColumn<bool>("isSealed");
        QTest::newRow("one sheet without a passphrase") << false;
        QTest::newRow("both sealed") << true;
    }
    void ofTwoPeopleOnlySealedSheetsAreKept()
    {
        QFETCH(bool, isSealed);
        QTRY_VERIFY(!m_page->isBusy());
        auto* across = in<QComboBox>(m_page, "across");
        across->setCurrentIndex(1);
        emit across->activated(1);
        QVERIFY(in<QLabel>(m_page, "keptAbout")->text().contains("both"));
        fillSheet("zebra-4711", "63.7", 61, passphrase);
        tickAndOpen();
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QVERIFY(in<QLineEdit>(m_page, "sheetPassphrase")->text().isEmpty());
        fillSheet("okapi-0815", "58.3", 72, isSealed ? other : QString());
        click(button("openTable"));
        QTest::keyClick(m_page->cover(), Qt::Key_Return); // Washington opens
        settle();
        clickStop("tariff", "t12");
        click(button("sendOffer"));
        if (!m_page->cover())
            click(button("sendOffer"));
        m_document->setAside();
        m_document->saveAs(path("two.choke"));
        for (const auto* secret : {"zebra-4711", "okapi-0815", "63.7", "58.3", "weights"})
            QVERIFY2(filesWith(secret).isEmpty(), secret);
        QCOMPARE(kept().size(), isSealed ? std::size_t{1} : std::size_t{0});
        if (!isSealed)
            return;
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        m_document->open(path("two.choke"));
        click(button("goOnWithKept"));
        answerPassphrase(passphrase); // of Washington, then of Beijing
        QTRY_VERIFY(isAsking() && !m_page->rehearsal());
        QTRY_VERIFY(m_page->findChildren<QDialog*>("passphrase").size() == 1);
        answerPassphrase(other);
        QTRY_VERIFY(m_page->rehearsal() && m_page->cover());
        QVERIFY(in<QLabel>(m_page->cover(), "hideWords")->text().startsWith("China’s turn"));
        QVERIFY(!allTexts().contains("zebra") && !allTexts().contains("63.7"));
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QCOMPARE(m_page->rehearsal()->view(Side::China).terms().note, std::string("okapi-0815"));
    }
};

CHOKEPOINT_TEST(KeptTalksTest, QApplication)
#include "KeptTalksTest.moc"
