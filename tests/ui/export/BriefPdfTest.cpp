// A brief on pages: another program reads the same words, on two to four pages, and no heading stands alone at the foot of one.
#include "export/BriefPdf.h"

#include "api/Engine.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

BriefRequest requestOf(const char* preset)
{
    BriefRequest request;
    request.pair = {test::engine().preset(preset), test::engine().preset("status_quo_2026")};
    request.draws = 500;
    request.origin = {"1.2.3", "2026-11-29"};
    return request;
}

QString saidBy(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(QStandardPaths::findExecutable(program), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        QTest::qFail(qPrintable(program + " failed"), __FILE__, __LINE__);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Without line ends and blanks, at which readers of pages break words differently.
QString bare(QString text) { return text.remove(QRegularExpression(QStringLiteral("\\s"))); }

QStringList pagesOf(const QString& file)
{
    auto pages = saidBy(QStringLiteral("pdftotext"), {"-raw", "-enc", "UTF-8", file, "-"}).split(QLatin1Char('\f'));
    pages.removeLast(); // behind the last page
    for (auto& page : pages) // a sentence may go on over the foot of a page
        page.remove(QRegularExpression(QStringLiteral("\\n?Chokepoint 1\\.2\\.3\\s+\\d+\\s*$")));
    return pages;
}

} // namespace

class BriefPdfTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void everyWordOfTheBriefStandsOnTwoToFourPages_data()
    {
        QTest::addColumn<QByteArray>("preset");
        for (const char* preset : {"status_quo_2026", "china_ask_2025", "full_denial", "grand_bargain", "escalation_spiral"})
            QTest::newRow(preset) << QByteArray(preset);
    }
    void everyWordOfTheBriefStandsOnTwoToFourPages()
    {
        QFETCH(QByteArray, preset);
        const auto brief = briefOf(test::engine(), test::english(), requestOf(preset.constData()));
        const auto file = m_folder.filePath(QString::fromLatin1(preset) + ".pdf");
        QFile target(file);
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(briefPdf(brief, "1.2.3"));
        target.close();
        const auto pages = pagesOf(file);
        QVERIFY2(pages.size() >= 2 && pages.size() <= 4, QByteArray::number(pages.size()));
        const auto all = bare(pages.join(QString()));
        const auto needs = [&](const std::string& words) { QVERIFY2(all.contains(bare(QString::fromStdString(words))), words.c_str()); };
        needs(brief.title);
        needs(brief.identity);
        for (const auto& section : brief.sections) {
            needs(section.heading);
            if (section.table)
                for (const auto& row : section.table->rows)
                    needs(row.front());
            for (const auto& paragraph : section.paragraphs)
                needs(paragraph);
            for (const auto& point : section.points)
                needs(point);
            for (const auto& line : section.lines)
                needs(line);
            for (const auto& figure : section.figures)
                needs(figure.title.words);
            // what stands under a heading stands on its page, or on none before it
            for (const auto& page : pages) {
                auto lines = page.trimmed().split(QLatin1Char('\n'));
                lines.removeIf(
                    [](const QString& line) { return line.contains(QStringLiteral("Chokepoint 1.2.3")) || line.trimmed().size() < 2; });
                QVERIFY2(lines.isEmpty() || lines.back().trimmed() != QString::fromStdString(section.heading), section.heading.c_str());
            }
        }
        QVERIFY(saidBy(QStringLiteral("pdffonts"), {file}).contains(QStringLiteral("Inter")));
        QVERIFY(!saidBy(QStringLiteral("pdffonts"), {file}).contains(QStringLiteral(" no  no "))); // all are embedded
    }
    void theEndingDecidesTheForm()
    {
        const auto markdown = m_folder.filePath("brief.md");
        writeBrief(test::engine(), test::english(), requestOf("open_gates"), markdown);
        const auto text = test::readFile(markdown.toStdString());
        QVERIFY(text.starts_with("# Opening the gates from 2027 "));
        const auto wrong =
            test::errorOf([&] { writeBrief(test::engine(), test::english(), requestOf("open_gates"), m_folder.filePath("brief.doc")); });
        QCOMPARE(wrong.refusal().id, std::string("not_a_brief"));
        QVERIFY(!QFile::exists(m_folder.filePath("brief.doc")));
    }
};

CHOKEPOINT_TEST(BriefPdfTest, QApplication)
#include "BriefPdfTest.moc"
