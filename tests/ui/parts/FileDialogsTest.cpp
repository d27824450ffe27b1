// Opening and saving as a person does it, with the dialog's answer set by the test.
#include "TestProgram.h"
#include "WindowTest.h"

#include "parts/FileDialogs.h"

#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class FileDialogsTest : public test::WindowTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_asked; ///< what the question about an older file said
    QTimer m_answer; ///< looks for the question

    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void trigger(const char* name)
    {
        for (auto* action : m_window->findChildren<QAction*>())
            if (action->objectName() == QLatin1String(name))
                return action->trigger();
        QFAIL(name);
    }
    /// After a question the window must be active again before it hears its keys.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void save() { press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier); }
    void open() { press(Qt::Key_O, Qt::ControlModifier); }
    /// Presses a button of the question that comes next.
    void answerQuestion(bool replace)
    {
        m_answer.disconnect();
        connect(&m_answer, &QTimer::timeout, this, [this, replace] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box)
                return; // not yet
            m_answer.stop();
            m_asked = box->text();
            QTest::mouseClick(replace ? box->findChild<QPushButton*>("replace") : qobject_cast<QPushButton*>(box->button(QMessageBox::Cancel)), Qt::LeftButton);
        });
        m_answer.start(5);
    }
    static QByteArray contents(const QString& file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    static void write(const QString& file, const QByteArray& bytes)
    {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
    }

private slots:
    void init()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_folder = std::make_unique<QTemporaryDir>();
        m_asked.clear();
    }
    void cleanup()
    {
        m_answer.stop();
        closeWindow();
    }

    void savingGivesTheEndingAndOpeningBringsTheScenarioBack()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_window->dialogs().answerNext(path("relaxed"));
        save();
        QVERIFY(!QFile::exists(path("relaxed")));
        QVERIFY(contents(path("relaxed.toml")).contains("hbm_export"));
        m_board->undo();
        m_window->dialogs().answerNext(path("relaxed.toml"));
        open();
        QCOMPARE(m_board->valueOf(measure("hbm_export")), std::string("open"));
        QVERIFY(m_window->message().isEmpty());
    }
    void anOlderFileIsReplacedOnlyWithConsent()
    {
        write(path("kept.toml"), "title = \"older\"\n");
        m_window->dialogs().answerNext(path("kept")); // the name as typed is free, the file that it names is not
        answerQuestion(false);
        save();
        QVERIFY2(m_asked.contains("kept.toml"), qPrintable(m_asked));
        QCOMPARE(contents(path("kept.toml")), QByteArray("title = \"older\"\n"));
        m_window->dialogs().answerNext(path("kept.toml"));
        answerQuestion(true);
        save();
        QVERIFY(!contents(path("kept.toml")).contains("older"));
    }
    void theQuestionShowsAHostileNameAsItIs()
    {
        write(path("<b>R&D<b>.toml"), "title = \"older\"\n");
        m_window->dialogs().answerNext(path("<b>R&D<b>.toml"));
        answerQuestion(false);
        save();
        QVERIFY2(m_asked.contains("&lt;b&gt;R&amp;D"), qPrintable(m_asked));
    }
    void givingUpDoesNothing()
    {
        const auto before = m_board->scenario();
        m_window->dialogs().answerNext({});
        open();
        m_window->dialogs().answerNext({});
        save();
        QVERIFY(m_board->scenario() == before);
        QVERIFY(m_window->dialogs().folder().isEmpty());
        QVERIFY(m_window->message().isEmpty());
    }
    void theFolderIsRemembered()
    {
        m_window->dialogs().answerNext(path("one.toml"));
        save();
        QCOMPARE(m_window->dialogs().folder(), m_folder->path());
        QTemporaryDir other;
        QVERIFY(QFile::copy(path("one.toml"), other.filePath("two.toml")));
        m_window->openScenario(other.filePath("two.toml")); // from the start page or the desktop
        QCOMPARE(m_window->dialogs().folder(), other.path());
    }
    void aSavedScenarioBecomesTheBaseline()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_window->dialogs().answerNext(path("relaxed.toml"));
        save();
        m_board->undo();
        m_window->dialogs().answerNext(path("relaxed.toml"));
        trigger("baselineFile");
        QCOMPARE(m_board->baseline().changes.size(), std::size_t(1));
        QVERIFY(m_board->scenario().changes.empty());
    }
    void aWrongFileIsRefusedInWords()
    {
        write(path("broken.toml"), "this is no scenario");
        const auto before = m_board->scenario();
        m_window->dialogs().answerNext(path("broken.toml"));
        open();
        QVERIFY(m_board->scenario() == before);
        QVERIFY(m_window->message().contains("broken.toml"));
    }
};

CHOKEPOINT_TEST(FileDialogsTest, QApplication)
#include "FileDialogsTest.moc"
