// kill -9 at random moments of saves and autosaves: what was acknowledged is there, and every file is whole and of one moment.
#include "TestData.h"
#include "TestProgram.h"

#include "bridge/Board.h"
#include "document/Document.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

/// What a killed process had told, by number of the state that it had saved and set aside.
struct Told {
    int saved = 0, setAside = 0;
};

QDateTime now() { return QDateTime(QDate(2026, 11, 29), QTime(8, 0), Qt::UTC); }

std::string capOf(int state) { return std::to_string(state % 20); }

/// A workbook that says twice which state it is, so that a mix of two would show.
Workbook ofState(Workbook workbook, int state)
{
    workbook.notes = std::to_string(state);
    auto& changes = workbook.scenarios.front().scenario.changes;
    changes.assign(1, {"hbm_cap_units", capOf(state), test::quarter("2027Q1"), 1});
    return workbook;
}

/// The state of a file; -1 for a mix. Throws for a file that cannot be read.
int stateOf(const QString& file)
{
    const auto workbook = readWorkbookFile(file.toStdString()).workbook;
    const int state = std::stoi(workbook.notes);
    const auto& changes = workbook.scenarios.front().scenario.changes;
    return changes.size() == 1 && changes.front().value == capOf(state) ? state : -1;
}

/// Works until it is killed: two states set aside, then one saved, each told through the pipe once it is done.
[[noreturn]] void work(const QString& folder, int from, int pipe)
{
    Board board(test::engine(), test::english());
    Document document(board, {QStringLiteral("0.1.0"), folder + QStringLiteral("/state"), &now});
    document.open(folder + QStringLiteral("/own.choke"));
    const int ready = 0;
    if (::write(pipe, &ready, sizeof ready) != sizeof ready)
        ::_exit(1);
    for (int state = from + 1;; ++state) {
        board.setContent(ofState(board.workbook(), state), QStringLiteral("state"));
        const bool isSave = state % 3 == 0;
        isSave ? document.save() : document.setAside();
        const int told = isSave ? state : -state;
        if (::write(pipe, &told, sizeof told) != sizeof told)
            ::_exit(1);
    }
}

/// A process at work, and the end of the pipe by which it tells. A fork of a process with threads (Qt Test has one that watches) can
/// inherit a lock that nobody will open, one in some thousands; such a child says nothing, and another takes its place.
std::pair<pid_t, int> startWork(const QString& folder, int from)
{
    constexpr int patience = 20'000; // milliseconds
    for (int attempt = 0; attempt < 3; ++attempt) {
        int ends[2];
        if (::pipe(ends) != 0)
            break;
        const auto child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            work(folder, from, ends[1]);
        }
        ::close(ends[1]);
        pollfd waited{ends[0], POLLIN, 0};
        int ready = -1;
        if (::poll(&waited, 1, patience) == 1 && ::read(ends[0], &ready, sizeof ready) == sizeof ready && ready == 0)
            return {child, ends[0]};
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ends[0]);
    }
    QTest::qFail("the process does not begin", __FILE__, __LINE__);
    return {-1, -1};
}

/// Lets a process work for a while, kills it, and returns what it told.
Told killed(const QString& folder, int from, std::chrono::microseconds after)
{
    const auto [child, pipe] = startWork(folder, from);
    ::usleep(static_cast<useconds_t>(after.count()));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status))
        QTest::qFail("the process ended by itself", __FILE__, __LINE__);
    Told told;
    for (int state = 0; ::read(pipe, &state, sizeof state) == sizeof state;)
        (state > 0 ? told.saved : told.setAside) = std::abs(state);
    ::close(pipe);
    return told;
}

} // namespace

class KilledSaveTest : public QObject {
    Q_OBJECT
private slots:
    /// CHOKEPOINT_KILLS asks for more than the usual number.
    void nothingThatWasAcknowledgedIsLost()
    {
        bool isAsked = false;
        const int asked = qEnvironmentVariableIntValue("CHOKEPOINT_KILLS", &isAsked);
        const int kills = isAsked ? asked : 300;
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("own.choke"));
        const auto unsaved = folder.filePath(QStringLiteral("state/unsaved"));
        StoredWorkbook first;
        first.workbook = ofState(freshWorkbook(test::engine().catalogue()), 0);
        writeWorkbookFile(file.toStdString(), first);
        std::mt19937 random(5);
        int present = 0, acknowledged = 0, recovered = 0;
        unsigned longest = 30'000; // microseconds; on a busy machine a save takes longer, and kills must come after some of them too
        for (int i = 0; i < kills; ++i) {
            if (i % 20 == 19 && acknowledged < i / 5 && longest < 500'000)
                longest *= 2;
            const auto told = killed(folder.path(), present, std::chrono::microseconds(random() % longest));
            acknowledged += told.saved > 0 || told.setAside > 0;
            const int saved = stateOf(file);
            QVERIFY2(saved >= std::max(told.saved, 0), "an acknowledged save is lost");
            int best = saved;
            for (const auto& work : lostWork(unsaved)) {
                const int state = stateOf(work.workbook);
                QVERIFY2(state > 0, "a side file mixes two states");
                recovered += state > best;
                best = std::max(best, state);
                discard(work);
            }
            QVERIFY2(best >= told.setAside, "work that was set aside is lost");
            present = best;
        }
        qInfo("%d kills: %d after an acknowledged save or autosave, %d with work to recover, %d states in all", kills, acknowledged,
              recovered, present);
        QVERIFY2(acknowledged > kills / 10, "too few kills came late enough to tell anything");
        // nothing stays behind once a program has started and saved again
        Board board(test::engine(), test::english());
        Document document(board, {QStringLiteral("0.1.0"), folder.filePath(QStringLiteral("state")), &now});
        document.open(file);
        document.save();
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.part")}), QStringList());
    }
};

CHOKEPOINT_TEST(KilledSaveTest, QCoreApplication)
#include "KilledSaveTest.moc"
