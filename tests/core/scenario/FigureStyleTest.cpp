// Styles of a house: what they set, and what is refused with its line.
#include "api/FigureStyle.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace chokepoint;

class FigureStyleTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string fileWith(const std::string& text) const
    {
        const auto file = m_folder.filePath("house.toml").toStdString();
        std::ofstream(file) << text;
        return file;
    }

private slots:
    void aStyleSetsFontColorsAndLogo()
    {
        const auto style =
            readFigureStyle(fileWith("based_on = \"gray\"\nfont = \"Noto Serif\"\nlogo = \"a.png\"\n[colors]\nblue = \"#003366\"\n"));
        QCOMPARE(style.basedOn, std::string("gray"));
        QCOMPARE(style.font, std::string("Noto Serif"));
        QCOMPARE(style.logo, m_folder.filePath("a.png").toStdString());
        QVERIFY(style.colors == (std::vector<std::pair<std::string, std::string>>{{"blue", "#003366"}}));
        QVERIFY(readFigureStyle(fileWith("")) == FigureStyle());
    }
    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("line");
        QTest::newRow("no TOML") << QByteArray("font = \"a\"\nblue\n") << "style_not_toml" << 2;
        QTest::newRow("another key") << QByteArray("\nfonts = \"a\"\n") << "style_key_unknown" << 2;
        QTest::newRow("another color") << QByteArray("[colors]\npink = \"#123456\"\n") << "style_key_unknown" << 2;
        QTest::newRow("a number") << QByteArray("font = 3\n") << "style_not_text" << 1;
        QTest::newRow("no color") << QByteArray("[colors]\nblue = \"navy\"\n") << "style_no_color" << 2;
        QTest::newRow("a color that is too long") << QByteArray("[colors]\nblue = \"#1234567\"\n") << "style_no_color" << 2;
        QTest::newRow("a line without end") << QByteArray("a").repeated(5000) << "style_not_text" << 1;
    }
    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, id);
        QFETCH(int, line);
        const auto file = fileWith(text.toStdString());
        const auto error = test::errorOf([&] { readFigureStyle(file); });
        QCOMPARE(QString::fromStdString(error.refusal().id), id);
        QCOMPARE(static_cast<int>(error.refusal().place.line), line);
        QCOMPARE(error.refusal().place.file, file);
    }
};

CHOKEPOINT_TEST(FigureStyleTest)
#include "FigureStyleTest.moc"
