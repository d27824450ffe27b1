// The window's program without a display: pictures of pages, and its exit codes.
#include "TestData.h"
#include "TestProgram.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;

class WindowProgramTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_out, m_err;

    static QString program() { return QString::fromStdString((test::buildFolder() / "app" / "chokepoint").string()); }
    int call(const QStringList& arguments)
    {
        QProcess process;
        process.start(program(), arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_out = process.readAllStandardOutput();
        m_err = process.readAllStandardError();
        return process.exitCode();
    }
    /// Neither terminal nor pipe for the process: standard error goes into a file.
    static void sendNowhere(QProcess& process, const QString& said)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(said);
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
    void factsOfOnesOwnAreOpenedAtTheStart()
    {
        const auto table = m_folder.filePath("facts.csv"), with = m_folder.filePath("with.png"), without = m_folder.filePath("without.png");
        QFile file(table);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("series,period,value\nhbm.stock,end-2025,40\n") > 0);
        file.close();
        QCOMPARE(call({"--shot", "own-facts", with, "--facts", table}), 0);
        QCOMPARE(call({"--shot", "own-facts", without}), 0);
        QVERIFY(QImage(with).size() == QSize(1440, 900) && QImage(with) != QImage(without));
        QCOMPARE(call({"--shot", "own-facts", with, "--facts", m_folder.filePath("none.csv")}), 1);
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
    void figuresAreWrittenWithoutADisplay()
    {
        const auto file = m_folder.filePath("figure.svg");
        QCOMPARE(call({"--preset", "china_ask_2025", "--figure", "accel.dies", file, "--size", "slide", "--style", "dark", "--kind", "bar"}),
                 0);
        QFile svg(file);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const auto bytes = svg.readAll();
        QVERIFY(bytes.contains("<desc") && bytes.contains("china_ask_2025") && bytes.contains("960"));
        QCOMPARE(call({"--figure", "accel.nothing", file}), 1);
        QVERIFY2(m_err.contains("accel.nothing"), m_err);
        QCOMPARE(call({"--figure", "accel.dies", file, "--size", "poster"}), 1);
        QVERIFY2(m_err.contains("poster"), m_err);
        QCOMPARE(call({"--figure", "accel.dies", "/nowhere/figure.png"}), 1);
        QVERIFY2(m_err.contains("/nowhere/figure.png"), m_err);
        svg.seek(0);
        QCOMPARE(svg.readAll(), bytes);
    }
    void aFigureTakesSeveralScenariosAndNothingElseDoes()
    {
        const auto file = m_folder.filePath("several.svg");
        QCOMPARE(call({"--figure", "accel.dies", file, "--preset", "china_ask_2025", "--preset", "full_denial", "--kind", "area"}), 0);
        QFile svg(file);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const auto bytes = svg.readAll();
        QCOMPARE(bytes.count("scenario=CHOKE"), 2);
        QVERIFY(bytes.indexOf("id=china_ask_2025") < bytes.indexOf("id=full_denial") && bytes.contains("2 scenarios"));
        QStringList seven{"--figure", "accel.dies", file};
        for (int i = 0; i < 7; ++i)
            seven << "--preset" << "full_denial";
        QCOMPARE(call(seven), 2);
        QVERIFY2(m_err.contains("at most 6"), m_err);
        QCOMPARE(call({"--preset", "china_ask_2025", "--preset", "full_denial", "--shot", "explore", file}), 2);
        QVERIFY2(m_err.contains("Only a figure"), m_err);
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
    void withoutADisplayItSaysSo()
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "xcb");
        environment.insert("DISPLAY", ":9876");
        environment.remove("WAYLAND_DISPLAY");
        process.setProcessEnvironment(environment);
        process.start(program(), {});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const auto said = process.readAllStandardError();
        QVERIFY2(said.startsWith("chokepoint: There is no display") && said.contains("why:") && said.contains("next:"), said);
    }
    void aFileIsOpenedByItsNameAlone()
    {
        const auto file = m_folder.filePath("own.toml");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("format = 1\nid = \"own\"\ntitle = \"Own\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"full\"\n") > 0);
        out.close();
        const auto named = m_folder.filePath("named.png"), alone = m_folder.filePath("alone.png");
        QCOMPARE(call({"--shot", "explore", named, "--scenario", file}), 0);
        QCOMPARE(call({file, "--shot", "explore", alone}), 0);
        QVERIFY(QImage(named) == QImage(alone));
        QCOMPARE(call({file, "--scenario", file}), 2);
        QCOMPARE(call({"/nowhere.toml", "--shot", "explore", alone}), 1);
        QVERIFY2(m_err.contains("/nowhere.toml"), m_err);
    }
    void picturesKeepPermissionsAndAreWrittenWhole()
    {
        const auto file = m_folder.filePath("private.png");
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(call({"--shot", "explore", file}), 0);
        QCOMPARE(int(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)), 0);
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
        QCOMPARE(call({"--shot", "explore", file}), 1);
        QVERIFY2(m_err.contains("write-protected"), m_err);
        QCOMPARE(QDir(m_folder.path()).entryList({"*.part"}), QStringList());
    }
    void startedFromAnIconItShowsABoxUntilItIsClosed()
    {
        const auto said = m_folder.filePath("said.txt");
        QProcess process;
        sendNowhere(process, said);
        process.start(program(), {"/nowhere.toml"});
        QVERIFY(process.waitForStarted());
        const auto text = [&] {
            QFile file(said);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(text().contains("/nowhere.toml"));
        QVERIFY(!process.waitForFinished(1500)); // the box stands
        process.kill();
        QVERIFY(process.waitForFinished());
    }
    void aCallOfAScriptNeverWaitsForSomebodyToCloseABox_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("a wrong call") << QStringList{"--figure", "compute.lead", "lead.svg", "open_gates"} << 2;
        QTest::newRow("an unknown series") << QStringList{"--figure", "compute.leed", m_folder.filePath("lead.svg")} << 1;
        QTest::newRow("a window that does not come") << QStringList{"--theme", "dark", "/nowhere.toml"} << 1;
    }
    void aCallOfAScriptNeverWaitsForSomebodyToCloseABox()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QProcess process;
        sendNowhere(process, m_folder.filePath("nobody.txt"));
        process.start(program(), arguments);
        const bool hasEnded = process.waitForFinished(60000);
        process.kill();
        QVERIFY(hasEnded);
        QCOMPARE(process.exitCode(), code);
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
