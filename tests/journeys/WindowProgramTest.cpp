// The window's program without a display: pictures of pages, and its exit codes.
#include "TestData.h"
#include "TestProgram.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;

class WindowProgramTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_out, m_err;

    int call(const QStringList& arguments)
    {
        QProcess process;
        process.start(QString::fromStdString((test::buildFolder() / "app" / "chokepoint").string()), arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_out = process.readAllStandardOutput();
        m_err = process.readAllStandardError();
        return process.exitCode();
    }

private slots:
    void drawsThePageInTheSizeAndThemeAskedFor_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << "light" << 1.0;
        QTest::newRow("dark, one and a half") << "dark" << 1.5;
    }
    void drawsThePageInTheSizeAndThemeAskedFor()
    {
        QFETCH(QString, theme);
        QFETCH(double, scale);
        const auto file = m_folder.filePath("shot.png");
        QCOMPARE(call({"--shot", "explore", file, "--preset", "open_gates", "--set", "hbm_export=full", "--size", "1280x800", "--theme", theme, "--scale",
                       QString::number(scale)}), 0);
        const QImage picture(file);
        QCOMPARE(picture.size(), QSize(1280, 800) * scale);
        QVERIFY((picture.pixelColor(5, picture.height() - 5).lightness() < 128) == (theme == "dark"));
    }
    void theSameCallDrawsTheSamePicture()
    {
        const auto a = m_folder.filePath("a.png"), b = m_folder.filePath("b.png");
        QCOMPARE(call({"--shot", "explore", a}), 0);
        QCOMPARE(call({"--shot", "explore", b}), 0);
        QVERIFY(QImage(a) == QImage(b));
    }
    void theReferenceIsWrittenOnPages()
    {
        const auto file = m_folder.filePath("reference.pdf");
        QCOMPARE(call({"--reference", file}), 0);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const auto bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
        QVERIFY(bytes.count("/Type /Page\n") > 20); // equations, inputs and sources fill many pages
        QCOMPARE(call({"--reference", "/nowhere/reference.pdf"}), 1);
        QVERIFY2(m_err.contains("cannot be written") && m_err.contains("/nowhere/reference.pdf"), m_err);
    }
    void firstLookDrawsSixChartsAndPrintsTheirPaths()
    {
        QCOMPARE(call({"--first-look", m_folder.filePath("look")}), 0);
        QVERIFY2(!m_err.contains("plugin"), m_err); // the offscreen platform has nothing to complain of
        const auto paths = m_out.trimmed().split('\n');
        QCOMPARE(paths.size(), 7);
        for (const auto& path : paths)
            QVERIFY2(!QImage(QString::fromUtf8(path)).isNull(), path);
    }
    void wrongInputExitsWithOneAndWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto file = QString("/nowhere/at/all.png");
        QTest::newRow("an unknown page") << QStringList{"--shot", "dreams", "x.png"};
        QTest::newRow("a place that cannot be written") << QStringList{"--shot", "explore", file};
        QTest::newRow("a size that is none") << QStringList{"--shot", "explore", "x.png", "--size", "huge"};
        QTest::newRow("a scale out of range") << QStringList{"--shot", "explore", "x.png", "--scale", "9"};
        QTest::newRow("an empty preset") << QStringList{"--shot", "explore", "x.png", "--preset", ""};
        QTest::newRow("an unknown preset") << QStringList{"--shot", "explore", "x.png", "--preset", "utopia"};
        QTest::newRow("a folder that cannot be made") << QStringList{"--first-look", "/proc/look"};
    }
    void wrongInputExitsWithOneAndWords()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(call(arguments), 1);
        QVERIFY2(m_err.contains("why:") && m_err.contains("next:"), m_err);
    }
    void wrongCallsExitWithTwo()
    {
        QCOMPARE(call({"--shot", "explore"}), 2);
        QCOMPARE(call({"--theme", "sepia"}), 2);
        QCOMPARE(call({"--fast"}), 2);
    }
};

CHOKEPOINT_TEST(WindowProgramTest, QCoreApplication)
#include "WindowProgramTest.moc"
