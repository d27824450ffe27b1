// What was open last is opened again, when a person wants that; and what is open already is not opened twice.
#include "TestProgram.h"
#include "WindowTest.h"

#include "document/Document.h"
#include "window/FileActions.h"
#include "window/Session.h"

#include <QFile>
#include <QMenu>
#include <QTemporaryDir>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class SessionTest : public test::WindowTest {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
    FileActions* m_files = nullptr;
    Session* m_session = nullptr;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void openDesk()
    {
        openWindow();
        m_document = std::make_unique<Document>(
            *m_board, Surroundings{QStringLiteral("0.1.0"), path("state"), [] { return QDateTime::currentDateTimeUtc(); }});
        m_files = new FileActions(*m_window, *m_board, *m_document, path("state/versions"));
        m_session = new Session(*m_window, *m_document, path("window.ini"));
    }
    void closeDesk()
    {
        m_window.reset();
        m_document.reset();
        closeWindow();
    }

private slots:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void nothingIsNotedUntilAPersonWantsIt()
    {
        m_document->saveAs(path("quiet.choke"));
        QVERIFY(m_session->file().isEmpty());
        QFile settings(path("window.ini"));
        QVERIFY(!settings.open(QIODevice::ReadOnly) || !settings.readAll().contains("quiet"));
    }
    void theLastWorkbookIsNotedAndForgotten()
    {
        m_document->saveAs(path("own.choke"));
        in<QAction>(in<QToolButton>(m_window.get(), "file")->menu(), "reopenLast")->trigger();
        QCOMPARE(m_session->file(), path("own.choke"));
        closeDesk();
        openDesk();
        QVERIFY(in<QAction>(in<QToolButton>(m_window.get(), "file")->menu(), "reopenLast")->isChecked());
        QCOMPARE(m_session->file(), path("own.choke"));
        QFile::rename(path("own.choke"), path("moved.choke"));
        QVERIFY(m_session->file().isEmpty()); // it is gone
        QFile::rename(path("moved.choke"), path("own.choke"));
        m_session->setKept(false);
        QVERIFY(m_session->file().isEmpty());
        QFile settings(path("window.ini"));
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("own.choke"));
    }
    void whatIsOpenAlreadyIsNotOpenedAgain()
    {
        m_document->saveAs(path("own.choke"));
        m_board->setYear(2031); // to look is no change, and opening again would lose it
        m_files->openAny(path("own.choke"));
        QCOMPARE(m_board->year(), 2031);
        m_board->setMeasure(measure("hbm_export"), "open");
        m_files->openAny(path("own.choke"));
        QVERIFY(m_document->isChanged()); // nothing is lost before the question is answered
    }
};

CHOKEPOINT_TEST(SessionTest, QApplication)
#include "SessionTest.moc"
