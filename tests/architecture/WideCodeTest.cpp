// Instructions beyond the baseline stand only in the kernels made for them: a program linked of several instruction sets must start
// on every processor, and the linker keeps one copy of an inline function, whichever it met.
#include "TestProgram.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

class WideCodeTest : public QObject {
    Q_OBJECT

private slots:
    void onlyKernelsHoldWideInstructions()
    {
        QProcess objdump;
        objdump.start(CHOKEPOINT_OBJDUMP, {"-d", "--no-show-raw-insn", CHOKEPOINT_PROGRAM});
        QVERIFY(objdump.waitForStarted());
        const QRegularExpression head("^[0-9a-f]+ <(.*)>:$"), wide("^\\s*[0-9a-f]+:\\s+(v[a-z]|k[a-z]+[bwdq]\\s|shlx|shrx|sarx|rorx|andn\\s|bzhi|mulx|pdep|pext|movbe)");
        // templates over the lane count, and the functions that make a kernel
        const QRegularExpression kernel("KernelOfILi8E|5BatchILi[48]E|11PairedBatchILi4E|new(V3|V4)Kernel|(V3|V4)_");
        QString function;
        QStringList strangers;
        int wideInstructions = 0;
        while (objdump.waitForReadyRead() || objdump.canReadLine())
            while (objdump.canReadLine()) {
                const QString line = QString::fromLatin1(objdump.readLine()).trimmed();
                if (const auto match = head.match(line); match.hasMatch())
                    function = match.captured(1);
                else if (line.contains(':') && wide.match(line).hasMatch()) {
                    ++wideInstructions;
                    if (!kernel.match(function).hasMatch() && !strangers.contains(function))
                        strangers << function;
                }
            }
        QCOMPARE(objdump.exitCode(), 0);
        QVERIFY2(strangers.isEmpty(), qPrintable("wide instructions in: " + strangers.join(", ")));
#ifdef __x86_64__
        QVERIFY(wideInstructions > 10000); // the kernels are there, and this test sees them
#endif
    }
};

CHOKEPOINT_TEST(WideCodeTest)
#include "WideCodeTest.moc"
