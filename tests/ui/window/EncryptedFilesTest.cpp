// Workbooks under a passphrase in the window: no byte of them lies anywhere without it, and a wrong one opens nothing.
#include "TestProgram.h"
#include "WindowTest.h"

#include "document/Document.h"
#include "document/Versions.h"
#include "window/FileActions.h"
#include "window/Session.h"
#include "window/StartSwitch.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

const QString passphrase = QStringLiteral("four words nobody guesses");
const QByteArray planted = "PLANTED-POSITION-4711";

} // namespace

class EncryptedFilesTest : public test::WindowTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    FileActions* m_files = nullptr;
    Session* m_session = nullptr;

    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString settings() const { return path("config/window.ini"); }

    void openDesk()
    {
        openActiveWindow();
        Surroundings around{QStringLiteral("0.1.0"), path("state"), [] { return QDateTime::currentDateTimeUtc(); }};
        around.picture = [] { return QByteArray("a picture"); }; // no PNG: only whether one is kept matters
        m_document = std::make_unique<Document>(*m_board, around);
        m_files = new FileActions(*m_window, *m_board, *m_document, path("state/versions"));
        m_session = new Session(*m_window, *m_document, settings());
        auto* start = new StartSwitch(*m_window, *m_board, *m_draws, RecentFiles(settings()));
        connect(m_files, &FileActions::fileUsed, m_window.get(), &MainWindow::fileUsed);
        connect(m_files, &FileActions::opened, start, &StartSwitch::leave);
        start->enter({.page = "explore"});
    }
    void closeDesk()
    {
        m_window.reset();
        m_document.reset();
        closeWindow();
    }
    void plant()
    {
        auto after = m_board->workbook();
        after.notes = planted.toStdString();
        after.scenarios.front().scenario.title = planted.toStdString();
        m_board->setContent(std::move(after), QString::fromLatin1(planted));
    }
    QStringList traces() const { return test::filesWith(planted, m_folder->path()); }
    void trigger(const char* name) { in<QAction>(m_window.get(), name)->trigger(); }
    void enter(const char* field, const QString& words)
    {
        QLineEdit* found = nullptr;
        QTRY_VERIFY((found = m_window->findChild<QLineEdit*>(QLatin1String(field))) && found->isVisible());
        found->clear();
        QTest::keyClicks(found, words);
    }
    void press(const char* button) { click(in<QPushButton>(m_window.get(), button)); }
    QString told() const { return in<QLabel>(m_window.get(), "passphraseTold")->text(); }
    bool isAsking() const { return m_window->findChild<QDialog*>(QStringLiteral("passphrase")) != nullptr; }
    void encrypt()
    {
        trigger("encrypt");
        enter("passphraseField", passphrase);
        enter("passphraseAgain", passphrase);
        press("takePassphrase");
        QVERIFY(m_document->isEncrypted());
        QTRY_VERIFY(!isAsking());
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openDesk();
    }
    void cleanup() { closeDesk(); }

    void nothingOfAnEncryptedWorkbookLiesAnywhere()
    {
        m_session->setKept(true);
        encrypt();
        plant();
        QVERIFY(m_document->isChanged());
        m_document->setAside();
        m_document->saveAs(path("secret.choke"));
        for (const char* words : {"one", "two"}) {
            auto after = m_board->workbook();
            after.notes += words;
            m_board->setContent(std::move(after), QStringLiteral("note"));
            m_document->setAside();
            m_document->save();
        }
        plant();
        m_document->setAside();
        QVERIFY(!versionsOf(path("state/versions"), path("secret.choke")).empty());
        QCOMPARE(traces(), QStringList());
        QVERIFY(isSealedFile(path("secret.choke")));
        QVERIFY(QDir(path("state/unsaved")).entryList({"*.png"}).isEmpty());
        QVERIFY(RecentFiles(settings()).files().isEmpty());
        QVERIFY(m_session->file().isEmpty());
    }
    void plainCopiesOfAWorkbookGoWhenItIsEncrypted()
    {
        plant();
        m_document->saveAs(path("own.choke"));
        auto after = m_board->workbook();
        after.notes += " more";
        m_board->setContent(std::move(after), QStringLiteral("note"));
        m_document->save();
        after = m_board->workbook();
        after.notes += " and more";
        m_board->setContent(std::move(after), QStringLiteral("note"));
        m_document->setAside();
        QCOMPARE(traces().size(), 3 + 0); // file, version, side file: the search finds what is there
        encrypt();
        QCOMPARE(traces().size(), 2); // until the save
        m_document->save();
        QCOMPARE(traces(), QStringList());
    }
    void aWrongPassphraseIsToldAndTheRightOneOpens()
    {
        encrypt();
        plant();
        m_document->saveAs(path("secret.choke"));
        closeDesk();
        openDesk();
        m_files->openAny(path("secret.choke"));
        enter("passphraseField", QStringLiteral("four words nobody guessed"));
        press("takePassphrase");
        QVERIFY2(told().startsWith("The passphrase does not open"), qPrintable(told()));
        QVERIFY(m_board->workbook().notes.empty());
        enter("passphraseField", passphrase);
        press("takePassphrase");
        QTRY_COMPARE(m_board->workbook().notes, planted.toStdString());
        QVERIFY(m_document->isEncrypted() && !m_document->isChanged());
        m_document->save();
        QCOMPARE(traces(), QStringList());
    }
    void givingUpOpensNothing()
    {
        encrypt();
        plant();
        m_document->saveAs(path("secret.choke"));
        closeDesk();
        openDesk();
        m_files->openAny(path("secret.choke"));
        QTRY_VERIFY(isAsking());
        press("cancelPassphrase");
        QTRY_VERIFY(!isAsking());
        QVERIFY(m_document->file().isEmpty() && m_board->workbook().notes.empty());
    }
    void lostWorkOfAnEncryptedWorkbookAsksForThePassphrase()
    {
        encrypt();
        plant();
        m_document->setAside();
        closeDesk(); // as a crash does
        QCOMPARE(traces(), QStringList());
        openDesk();
        m_files->offerLostWork(path("state/unsaved"));
        QTRY_VERIFY(m_window->findChild<QListWidget*>(QStringLiteral("lostWork")));
        press("openLost");
        enter("passphraseField", passphrase);
        press("takePassphrase");
        QTRY_COMPARE(m_board->workbook().notes, planted.toStdString());
        QVERIFY(m_document->isEncrypted() && m_document->isChanged());
        QCOMPARE(traces(), QStringList());
    }
    void theNameOfAnEncryptedWorkbookIsNoTraceAndComesBackWithThePassphrase()
    {
        encrypt();
        m_document->saveAs(path("delegation.choke"));
        plant();
        m_document->setAside();
        const auto about = QDir(path("state/unsaved")).entryInfoList({"*.json"});
        QCOMPARE(about.size(), 1);
        QVERIFY(workbookFileBytes(about.front().filePath().toStdString()).find("delegation") == std::string::npos);
        closeDesk();
        openDesk();
        m_files->offerLostWork(path("state/unsaved"));
        QListWidget* list = nullptr;
        QTRY_VERIFY((list = m_window->findChild<QListWidget*>(QStringLiteral("lostWork"))));
        QVERIFY2(list->item(0)->text().startsWith(QStringLiteral("Encrypted workbook")), qPrintable(list->item(0)->text()));
        press("openLost");
        enter("passphraseField", passphrase);
        press("takePassphrase");
        QTRY_COMPARE(m_document->file(), path("delegation.choke"));
    }
    void aPassphraseIsEnteredTwiceAndHasALength()
    {
        trigger("encrypt");
        enter("passphraseField", passphrase);
        enter("passphraseAgain", passphrase + QStringLiteral("x"));
        press("takePassphrase");
        QVERIFY(!told().isEmpty() && !m_document->isEncrypted());
        enter("passphraseField", QStringLiteral("short"));
        enter("passphraseAgain", QStringLiteral("short"));
        press("takePassphrase");
        QVERIFY2(told().contains('8'), qPrintable(told()));
        QVERIFY(!m_document->isEncrypted());
        press("cancelPassphrase");
    }
    void aPassphraseIsChangedAndRemoved()
    {
        encrypt();
        plant();
        m_document->saveAs(path("secret.choke"));
        QFile file(path("secret.choke"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto before = file.readAll();
        file.close();
        trigger("encrypt");
        enter("passphraseField", QStringLiteral("another passphrase"));
        enter("passphraseAgain", QStringLiteral("another passphrase"));
        press("takePassphrase");
        QTRY_VERIFY(!isAsking());
        m_document->save();
        const auto bytes = workbookFileBytes(path("secret.choke").toStdString());
        test::errorOf([&] { SealKey(bytes, passphrase.toStdString(), "x"); });
        const SealKey key(bytes, "another passphrase", "x");
        QCOMPARE(readWorkbook(bytes, "x", &key).workbook.notes, planted.toStdString());
        trigger("encrypt");
        QTRY_VERIFY(isAsking());
        press("removePassphrase");
        QVERIFY(!m_document->isEncrypted() && m_document->isChanged());
        m_document->save();
        QCOMPARE(readWorkbookFile(path("secret.choke").toStdString()).workbook.notes, planted.toStdString());
    }
    void anOlderVersionUnderAnOlderPassphraseAsksForIt()
    {
        encrypt();
        plant();
        m_document->saveAs(path("secret.choke"));
        trigger("encrypt");
        enter("passphraseField", QStringLiteral("another passphrase"));
        enter("passphraseAgain", QStringLiteral("another passphrase"));
        press("takePassphrase");
        QTRY_VERIFY(!isAsking());
        auto after = m_board->workbook();
        after.notes = "later";
        m_board->setContent(std::move(after), QStringLiteral("note"));
        m_document->save();
        for (auto* action : m_window->actions())
            if (action->text() == QStringLiteral("Older versions…"))
                action->trigger();
        QTRY_VERIFY(m_window->findChild<QPushButton*>("openVersion"));
        press("openVersion");
        enter("passphraseField", passphrase);
        press("takePassphrase");
        QTRY_COMPARE(m_board->workbook().notes, planted.toStdString());
        QVERIFY(m_document->isEncrypted());
    }
};

CHOKEPOINT_TEST(EncryptedFilesTest, QApplication)
#include "EncryptedFilesTest.moc"
