// Computations in the background: progress, giving up, failing, and what they took.
#include "api/InputError.h"
#include "bridge/Job.h"
#include "parts/JobLine.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace chokepoint;
using namespace chokepoint::ui;

class JobTest : public QObject {
    Q_OBJECT
private slots:
    void countsTheRunsOfAllSteps()
    {
        Job job;
        QVERIFY(!job.statistics());
        job.start([](const Job::Delivery& desk) {
            for (const std::size_t done : {10, 40, 5, 20}) // two steps: of forty runs and of twenty
                desk.work.onProgress({done, 40, {}});
        });
        QTRY_VERIFY(!job.isRunning());
        QCOMPARE(job.statistics()->runs, std::size_t(60));
        QVERIFY(!job.statistics()->isGivenUp && job.statistics()->seconds >= 0);
    }
    void whatIsGivenUpSaysSoAndDeliversNothing()
    {
        Job job;
        QSemaphore began, goOn;
        bool delivered = false;
        job.start([&](const Job::Delivery& desk) {
            began.release();
            goOn.acquire();
            desk.deliver([&] { delivered = true; });
        });
        began.acquire();
        job.cancel();
        goOn.release();
        QVERIFY(!job.isRunning() && job.statistics()->isGivenUp);
        job.start([](const Job::Delivery&) {}); // a later one runs through after it
        QTRY_VERIFY(!job.isRunning());
        QVERIFY(!delivered && !job.statistics()->isGivenUp);
    }
    void aFailureIsToldInItsWords()
    {
        Job job;
        job.setLanguage(test::english());
        QSignalSpy failed(&job, &Job::failed);
        const auto toldOf = [&](std::function<void()> fail) {
            failed.clear();
            job.start([fail](const Job::Delivery&) { fail(); });
            return QTest::qWaitFor([&] { return failed.count() == 1 && !job.isRunning(); }) ? failed[0][0].toString() : QString();
        };
        QCOMPARE(toldOf([] { throw InputError(Refusal("no_package")); }),
                 QString("No package is named. Regret compares packages. Name at least two."));
        QCOMPARE(toldOf([] { throw InputError(Refusal("unknown_claim", {{"id", "x"}})); }), // never names the other program
                 QString("There is no claim “x”. No claim of the data book has this id. Choose a claim on the page Why."));
        QCOMPARE(toldOf([] { throw std::bad_alloc(); }),
                 QString("There is not enough memory. The system refused to give more. Close other programs and start again."));
        QCOMPARE(toldOf([] { throw std::runtime_error("a crack"); }),
                 QString("The program failed. This is an error in the program: a crack. Report it with what you did."));
    }
    void whatAPersonGaveUpCanBeStartedAgain()
    {
        Job job;
        int starts = 0;
        std::atomic<bool> mayEnd = false;
        const auto start = [&] {
            ++starts;
            job.start([&](const Job::Delivery& desk) {
                while (!desk.work.isCancelled() && !mayEnd)
                    QThread::msleep(1);
            });
        };
        JobLine line(job, test::english(), "Trying packages", nullptr, start);
        line.show();
        auto *cancel = line.findChild<QPushButton*>("cancelJob"), *again = line.findChild<QPushButton*>("startJobAgain");
        start();
        QVERIFY(cancel->isVisible() && !again->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!cancel->isVisible() && again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(starts, 2);
        QVERIFY(cancel->isVisible() && !again->isVisible());
        mayEnd = true;
        QTRY_VERIFY(!job.isRunning());
        QVERIFY(!again->isVisible()); // it came to its end
        start();
        job.cancel(); // by the view itself, for another question
        QVERIFY(!again->isVisible());
    }
    void theLineTellsWhatALongComputationTookAndNothingOfAShortOne()
    {
        Job job;
        JobLine line(job, test::english(), "Trying packages");
        line.show();
        auto* words = line.findChild<QLabel*>("jobWords");
        job.start([](const Job::Delivery& desk) { desk.work.onProgress({8, 8, {}}); });
        QTRY_VERIFY(!job.isRunning());
        QVERIFY2(words->text().isEmpty(), qPrintable(words->text()));
        QSemaphore goOn;
        job.start([&](const Job::Delivery& desk) {
            desk.work.onProgress({1500, 3000, 2.0});
            goOn.acquire();
            QThread::msleep(1050); // what is told of is a time
            desk.work.onProgress({3000, 3000, 0.0});
        });
        QTRY_VERIFY(words->text().startsWith("Trying packages (50%"));
        QVERIFY(line.findChild<QPushButton*>("cancelJob")->isVisible());
        goOn.release();
        QTRY_VERIFY(!job.isRunning());
        QVERIFY2(words->text().startsWith("3,000 runs in ") && words->text().endsWith(" a second"), qPrintable(words->text()));
        QVERIFY(!line.findChild<QPushButton*>("cancelJob")->isVisible());
    }
};

CHOKEPOINT_TEST(JobTest, QApplication)
#include "JobTest.moc"
