// Figures as files, read back by others: every word is text, none overlaps, sizes are right, and each carries its scenario.
#include "sheet/SheetFiles.h"
#include "sheet/SheetPainter.h"
#include "sheet/WriteFigure.h"

#include "api/Engine.h"
#include "api/InputError.h"
#include "api/SheetStudy.h"
#include "api/Versions.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImageReader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

const char* const series = "accel.dies";

const SheetStudy& study()
{
    static const SheetStudy made(test::engine(), {test::engine().preset("china_ask_2025")}, test::engine().preset("status_quo_2026"),
                                 series, 2028, 400, true);
    return made;
}

const SheetStudy& several()
{
    static const auto make = [](const char* id) { return test::engine().preset(id); };
    static const SheetStudy made(
        test::engine(), {make("grand_bargain"), make("full_denial"), make("china_ask_2025"), make("hbm_strict"), make("talent_drought")},
        make("status_quo_2026"), series, 2028, 200);
    return made;
}

SheetRuns runsOf(const SheetStudy& made) { return made.runs(test::english(), "9.9", "2026-11-22"); }

struct Made {
    Sheet sheet;
    SheetPlan plan;
    SheetLabel label;
};

Made made(const SheetStudy& of, const SheetRequest& request, const char* page = "column", const char* style = "print")
{
    const auto runs = runsOf(of);
    auto sheet = sheetOf(runs, request);
    auto plan = planOf(sheet, *sheetPageNamed(QLatin1String(page)), *sheetStyleNamed(QLatin1String(style)));
    SheetLabel label{QString::fromStdString(sheet.title.words), QString::fromStdString(sheet.alternative.words),
                     sheetText(sheetOriginOf(runs, request)), QStringLiteral("9.9")};
    return {std::move(sheet), std::move(plan), std::move(label)};
}

/// What another program says of a PDF, or writes to `target`.
QString toldBy(const QString& program, QStringList options, const QByteArray& pdf, const QString& target = {})
{
    QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("figure.pdf"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(pdf) != pdf.size())
        return {};
    out.close();
    options << file;
    if (!target.isEmpty())
        options << target;
    QProcess reader;
    reader.start(program, options);
    return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

/// What another program reads off a PDF, its blanks made even.
QString wordsOf(const QByteArray& pdf)
{
    return toldBy(QStringLiteral("pdftotext"), {QStringLiteral("-raw")}, pdf, QStringLiteral("-")).simplified();
}

} // namespace

class SheetFilesTest : public QObject {
    Q_OBJECT
private slots:
    void noTextOverlapsOrIsCutOnAnyPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isMany");
        for (const auto& page : sheetPageNames())
            for (int kind = 0; kind < static_cast<int>(sheetKindNames().size()); ++kind)
                for (const bool isMany : {false, true})
                    QTest::addRow("%s, %s, %s", page.c_str(), sheetKindNames()[static_cast<std::size_t>(kind)].c_str(),
                                  isMany ? "many" : "one")
                        << QString::fromStdString(page) << kind << isMany;
    }
    void noTextOverlapsOrIsCutOnAnyPage()
    {
        QFETCH(QString, page);
        QFETCH(int, kind);
        QFETCH(bool, isMany);
        static const SheetStudy parts(test::engine(), {test::engine().preset("grand_bargain")}, test::engine().preset("status_quo_2026"),
                                      "compute.china", 2028, 200);
        SheetRequest request{.series = series, .kind = static_cast<SheetRequest::Kind>(kind)};
        const bool isStack = request.kind == SheetRequest::Kind::Stacked;
        if (isStack)
            request.series = "compute.china";
        const auto figure = made(isStack ? parts : isMany ? several() : study(), request, page.toLatin1().constData());
        QVERIFY(figure.sheet.kind == request.kind || (isMany && request.kind == SheetRequest::Kind::Waterfall));
        for (const auto& [a, b] : figure.plan.overlaps())
            QFAIL(qPrintable(a->words + QStringLiteral(" | ") + b->words));
        for (const auto* text : figure.plan.outside())
            QFAIL(qPrintable(text->words));
        QVERIFY(!figure.plan.isTight);
        QVERIFY(figure.plan.smallestText() >= 7);
    }
    void whatNobodyReportsIsHatchedAndItsLineIsPaler_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind : {SheetRequest::Kind::Line, SheetRequest::Kind::Area, SheetRequest::Kind::Multiples})
            QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
    }
    void whatNobodyReportsIsHatchedAndItsLineIsPaler()
    {
        QFETCH(int, kind);
        static const SheetStudy rented(test::engine(), {test::engine().preset("full_denial")}, test::engine().preset("status_quo_2026"),
                                       "compute.offshore", 2028, 200);
        for (const char* style : {"print", "gray"}) {
            const auto figure =
                made(rented, {.series = "compute.offshore", .kind = static_cast<SheetRequest::Kind>(kind)}, "column", style);
            const auto muted = sheetStyleNamed(QLatin1String(style))->tokens.muted;
            int hatched = 0, sharp = 0, pale = 0;
            for (const auto& shape : figure.plan.shapes) {
                if (shape.pen.style() == Qt::NoPen)
                    continue;
                int starts = 0, points = shape.path.elementCount();
                for (int i = 0; i < points; ++i)
                    starts += shape.path.elementAt(i).isMoveTo() ? 1 : 0;
                hatched += starts > 12 ? 1 : 0; // many short lines as one shape
                const bool isCourse = starts == 1 && points > 20 && shape.pen.style() != Qt::SolidLine;
                (shape.pen.color() == muted ? sharp : pale) += isCourse ? 1 : 0;
            }
            QCOMPARE(hatched, 1);
            QCOMPARE(sharp, 0);
            QVERIFY(pale >= 3); // the line and both edges of its range
            QVERIFY(figure.plan.overlaps().empty() && figure.plan.outside().empty() && !figure.plan.isTight);
        }
        const auto known = made(study(), {.series = series, .kind = static_cast<SheetRequest::Kind>(kind)});
        for (const auto& shape : known.plan.shapes)
            QVERIFY(shape.fill.isValid() || shape.path.elementCount() < 100);
    }
    void wordsOfAFigureThatOnlyFallsStandAboveItsChart()
    {
        static const SheetStudy denied(test::engine(), {test::engine().preset("full_denial")}, test::engine().preset("status_quo_2026"),
                                       "compute.offshore", 2028, 200);
        const auto figure = made(denied, {.series = "compute.offshore", .show = SheetRequest::Show::Difference, .withEvents = false});
        QCOMPARE(figure.sheet.top, 0.0);
        int words = 0;
        for (const auto& text : figure.plan.texts)
            if (text.role == PlanText::Role::Mark) {
                QVERIFY2(text.box.bottom() <= figure.plan.plots.front().top() + 0.5, qPrintable(text.words));
                ++words;
            }
        QCOMPARE(words, 3); // recorded, projected, and where the package applies
    }
    void anSvgHasEveryWordAsTextAndSaysWhatItShows()
    {
        const auto figure = made(study(), {.series = series});
        QXmlStreamReader xml(svgOf(figure.plan, figure.label));
        QStringList texts;
        QString title, description;
        std::vector<std::pair<QRectF, QString>> boxes; // as another program would lay them out from what the file says
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                if (xml.name() == QLatin1String("text")) {
                    const auto about = xml.attributes();
                    texts << xml.readElementText();
                    QFont font(QStringLiteral("Inter"));
                    constexpr double large = 100; // hinting does not count there
                    font.setPixelSize(static_cast<int>(large));
                    font.setWeight(about.value(QLatin1String("font-weight")) == QLatin1String("600") ? QFont::DemiBold : QFont::Normal);
                    const double size = about.value(QLatin1String("font-size")).toDouble();
                    const double wide = QFontMetricsF(font).horizontalAdvance(texts.back()) * size / large;
                    const auto anchor = about.value(QLatin1String("text-anchor"));
                    const double back = anchor == QLatin1String("end") ? wide : anchor == QLatin1String("middle") ? wide / 2 : 0;
                    boxes.emplace_back(QRectF(about.value(QLatin1String("x")).toDouble() - back,
                                              about.value(QLatin1String("y")).toDouble() - size * 0.7, wide, size * 0.75),
                                       texts.back());
                } else if (xml.name() == QLatin1String("title"))
                    title = xml.readElementText();
                else if (xml.name() == QLatin1String("desc"))
                    description = xml.readElementText();
            }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = i + 1; j < boxes.size(); ++j)
                QVERIFY2(!boxes[i].first.intersects(boxes[j].first), qPrintable(boxes[i].second + QStringLiteral(" | ") + boxes[j].second));
        QCOMPARE(title, figure.label.title);
        QCOMPARE(description, figure.label.alternative);
        QStringList planned;
        for (const auto& text : figure.plan.texts)
            planned << text.words;
        QCOMPARE(texts, planned);
        const auto whole = texts.join(QLatin1Char(' '));
        for (const auto& words : {figure.sheet.title.words, figure.sheet.identity, figure.sheet.panels.front().lines.back().told})
            QVERIFY2(whole.contains(QString::fromStdString(words)), words.c_str());
    }
    void theFigureThatAllSlopesBeginWithStandsBesideItsDot()
    {
        const auto figure = made(several(), {.series = series, .kind = SheetRequest::Kind::Slope});
        const auto& sheet = figure.sheet;
        QVERIFY(sheet.kind == SheetRequest::Kind::Slope && sheet.bars.size() == 6);
        const auto& plot = figure.plan.plots.front();
        const double dot = plot.bottom() - (*sheet.bars.front().before - sheet.bottom) / (sheet.top - sheet.bottom) * plot.height();
        int told = 0;
        for (const auto& text : figure.plan.texts)
            if (text.words == QString::fromStdString(sheet.bars.front().beforeTold)) {
                ++told;
                QVERIFY(std::fabs(text.at.y() - dot) < text.size);
            }
        QCOMPARE(told, 1);
    }
    void theWordsOfAChangeCoverNoLine()
    {
        auto opened = test::engine().preset("status_quo_2026");
        opened.id = "own";
        opened.title = "Deal of mine now";
        opened.changes = {{"hbm_export", "open", Quarter::parse("2027Q1"), 1}, {"hbm_cap_units", "6", Quarter::parse("2027Q1"), 1}};
        const SheetStudy two(test::engine(), {test::engine().preset("full_denial"), opened}, test::engine().preset("status_quo_2026"),
                             series, 2028, 64);
        const auto figure = made(two, {.series = series});
        const auto& plot = figure.plan.plots.front();
        const auto& sheet = figure.sheet;
        int marks = 0;
        for (const auto& text : figure.plan.texts) {
            if (!text.words.startsWith(QStringLiteral("packages apply")))
                continue;
            ++marks;
            for (const auto& line : sheet.panels.front().lines)
                for (std::size_t i = 0; i + 1 < line.x.size(); ++i) {
                    const auto at = [&](std::size_t place) {
                        return QPointF(plot.left() + (line.x[place] - sheet.from) / (sheet.to - sheet.from) * plot.width(),
                                       plot.bottom() - (line.y[place] - sheet.bottom) / (sheet.top - sheet.bottom) * plot.height());
                    };
                    for (double part = 0; part < 1; part += 0.1)
                        QVERIFY2(!text.box.contains(at(i) + (at(i + 1) - at(i)) * part), line.name.c_str());
                }
        }
        QCOMPARE(marks, 1);
    }
    void whereTwoDotsStandTogetherEveryValueIsBelowItsName_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("isBelow");
        QTest::newRow("hbm.leak") << "hbm.leak" << true;      // as much with the package as without it
        QTest::newRow("accel.dies") << "accel.dies" << false; // far apart: next to its dot, over its name
    }
    void whereTwoDotsStandTogetherEveryValueIsBelowItsName()
    {
        QFETCH(QString, row);
        QFETCH(bool, isBelow);
        const char* preset = isBelow ? "grand_bargain" : "full_denial";
        const SheetStudy one(test::engine(), {test::engine().preset(preset)}, test::engine().preset("status_quo_2026"), row.toStdString(),
                             2028, 64);
        const auto figure = made(one, {.series = row.toStdString(), .year = 2028});
        const auto& lines = figure.sheet.panels.front().lines;
        const auto baseline = std::ranges::find_if(lines, [](const SheetLine& line) { return line.hue.of == SheetHue::Of::Baseline; });
        QVERIFY(baseline != lines.end() && baseline->dot && !baseline->told.empty());
        const auto heightOf = [&](const std::string& words) {
            std::optional<double> height;
            for (const auto& text : figure.plan.texts)
                if (text.role == PlanText::Role::Label && text.words == QString::fromStdString(words)
                    && text.colour == sheetStyleNamed(QStringLiteral("print"))->colourOf(figure.sheet, baseline->hue))
                    height = text.at.y();
            return height;
        };
        const auto name = heightOf(baseline->name), value = heightOf(baseline->told);
        QVERIFY(name && value);
        QCOMPARE(*value > *name, isBelow);
    }
    void aLongNameBreaksAndLeavesNothingCut()
    {
        auto own = test::engine().preset("status_quo_2026");
        own.id = "own";
        own.title = std::string(300, 'x'); // without a blank
        own.changes = {{"hbm_export", "open", Quarter::parse("2027Q1"), 1}, {"hbm_cap_units", "6", Quarter::parse("2027Q1"), 1}};
        const SheetStudy two(test::engine(), {test::engine().preset("full_denial"), own}, test::engine().preset("status_quo_2026"), series,
                             2028, 64);
        const SheetStudy one(test::engine(), {own}, test::engine().preset("status_quo_2026"), series, 2028, 64);
        using Kind = SheetRequest::Kind;
        for (const auto kind : {Kind::Line, Kind::Area, Kind::Multiples, Kind::Bar, Kind::Slope, Kind::Table})
            for (const auto* study : {&one, &two}) {
                const auto figure = made(*study, {.series = series, .kind = kind});
                for (const auto* text : figure.plan.outside())
                    QFAIL(qPrintable(QString::number(static_cast<int>(kind)) + text->words));
                for (const auto& [a, b] : figure.plan.overlaps())
                    QFAIL(qPrintable(QString::number(static_cast<int>(kind)) + a->words + QStringLiteral(" | ") + b->words));
                QVERIFY2(!figure.plan.isTight, qPrintable(QString::number(static_cast<int>(kind))));
                const auto isOfDate = [](const PlanText& text) { return text.words.contains(QStringLiteral("from 2027 Q1")); };
                QVERIFY(kind != Kind::Line || std::ranges::any_of(figure.plan.texts, isOfDate)); // in the narrow chart too
            }
    }
    void aPageThatIsTooSmallIsRefusedOnTheCommandLine()
    {
        QTemporaryDir folder;
        const FigureWish wish{QStringLiteral("80x60"), QStringLiteral("print"), folder.filePath(QStringLiteral("small.svg")),
                              QStringLiteral("9.9"), QDate(2026, 11, 22)};
        const auto refusedAs = [&](std::vector<Scenario> scenarios, const SheetRequest& request) {
            try {
                writeFigure(test::engine(), test::english(), scenarios, request, wish);
            } catch (const InputError& error) {
                return error.refusal().id;
            }
            return std::string();
        };
        const auto ask = test::engine().preset("china_ask_2025"), today = test::engine().preset("status_quo_2026");
        QCOMPARE(refusedAs({ask}, {.series = series}), std::string("figure_too_tight"));
        QCOMPARE(refusedAs({ask}, {.series = series, .kind = SheetRequest::Kind::Stacked}), std::string("figure_no_parts"));
        QCOMPARE(refusedAs({ask, today}, {.series = "compute.china", .kind = SheetRequest::Kind::Stacked}), std::string("figure_of_one"));
        QCOMPARE(refusedAs({today}, {.series = series, .kind = SheetRequest::Kind::Waterfall}), std::string("figure_no_steps"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void whatNamesAFigureBreaksBetweenItsFacts()
    {
        auto sheet = made(study(), {.series = series}).sheet;
        const auto facts = QString::fromStdString(sheet.identity).split(QStringLiteral(" · ")).mid(1);
        QVERIFY(facts.size() == 4);
        for (const char* page : {"column", "slide", "square", "a4"})
            for (int letters = 1; letters < 60; ++letters) { // the end of a line comes to stand in each fact
                const auto words = QStringList{QString(letters, QLatin1Char('n'))} + facts;
                sheet.identity = words.join(QStringLiteral(" · ")).toStdString();
                const auto plan = planOf(sheet, *sheetPageNamed(QLatin1String(page)), *sheetStyleNamed(QStringLiteral("print")));
                QStringList lines;
                for (const auto& text : plan.texts)
                    if (text.role == PlanText::Role::Identity)
                        lines << text.words;
                for (const auto& fact : facts)
                    QVERIFY2(std::ranges::any_of(lines, [&](const QString& line) { return line.contains(fact); }),
                             qPrintable(lines.join(QLatin1Char('|'))));
            }
    }
    void aPdfHasEveryWordOfTheSheet()
    {
        const auto figure = made(study(), {.series = series});
        const auto pdf = pdfOf(figure.plan, figure.label);
        QVERIFY(pdf.contains("pdfaid:part"));
        const auto words = wordsOf(pdf);
        for (const auto& text : figure.plan.texts)
            for (const auto& word : text.words.split(QLatin1Char(' ')))
                QVERIFY2(words.contains(word), qPrintable(word));
    }
    void aPdfKeepsTheRulesOfPdfA1bThatCanBeSeen()
    {
        const auto figure = made(study(), {.series = series});
        const auto pdf = pdfOf(figure.plan, figure.label);
        QVERIFY(pdf.startsWith("%PDF-1.4"));
        for (const char* needed : {"/OutputIntent", "/S/GTS_PDFA1", "pdfaid:part>1<", "pdfaid:conformance>B<", "/ID ["})
            QVERIFY2(pdf.contains(needed), needed);
        for (const char* forbidden : {"/Encrypt", "/JavaScript", "/LZWDecode", "/EmbeddedFiles", "/SMask /Luminosity"})
            QVERIFY2(!pdf.contains(forbidden), forbidden);
        for (const auto& opacity : pdf.split('\n')) // nothing may shine through
            QVERIFY2(!(opacity.startsWith("/ca ") || opacity.startsWith("/CA ")) || opacity.trimmed().endsWith("1.0"), opacity.constData());
        const auto fonts = toldBy(QStringLiteral("pdffonts"), {}, pdf).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const auto& font : fonts) // its columns from the right: object (two numbers), unicode, subset, embedded
            QVERIFY2(font.simplified().split(QLatin1Char(' ')).value(font.simplified().split(QLatin1Char(' ')).size() - 5)
                         == QStringLiteral("yes"),
                     qPrintable(font));
    }
    void everyWordOfAPdfIsPaintedAsInThePicture()
    {
        const auto figure = made(study(), {.series = series});
        QTemporaryDir folder;
        const auto root = folder.filePath(QStringLiteral("page"));
        toldBy(QStringLiteral("pdftoppm"),
               {QStringLiteral("-r"), QStringLiteral("144"), QStringLiteral("-png"), QStringLiteral("-singlefile")},
               pdfOf(figure.plan, figure.label), root);
        const QImage page(root + QStringLiteral(".png"));
        const auto ours = pictureOf(figure.plan, 2).scaled(page.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY(!page.isNull());
        const auto inkIn = [&](const QImage& picture, const QRectF& box) { // darkness of letters; a box for a missing glyph differs
            double ink = 0;
            for (int y = static_cast<int>(box.top() * 2); y < static_cast<int>(box.bottom() * 2); ++y)
                for (int x = static_cast<int>(box.left() * 2); x < static_cast<int>(box.right() * 2); ++x)
                    if (picture.valid(x, y))
                        ink += 255 - qGray(picture.pixel(x, y));
            return ink;
        };
        std::vector<double> ratios; // one painter is bolder than the other, for all texts alike
        for (const auto& text : figure.plan.texts) {
            QVERIFY2(inkIn(ours, text.box) > 0, qPrintable(text.words));
            ratios.push_back(inkIn(page, text.box) / inkIn(ours, text.box));
        }
        auto sorted = ratios;
        std::ranges::sort(sorted);
        const double middle = sorted[sorted.size() / 2];
        QVERIFY2(middle > 0.5 && middle < 2, qPrintable(QString::number(middle)));
        for (std::size_t i = 0; i < ratios.size(); ++i)
            QVERIFY2(ratios[i] > 0.55 * middle && ratios[i] < 1.8 * middle,
                     qPrintable(figure.plan.texts[i].words + QStringLiteral(": %1 of %2").arg(ratios[i]).arg(middle)));
    }
    void aPngHasItsSizeItsDotsAndItsWords()
    {
        const auto figure = made(study(), {.series = series});
        for (const auto& [scale, dots] : {std::pair(onceSize, 96), std::pair(twiceSize, 192), std::pair(printSize, 300)}) {
            const auto picture = QImage::fromData(pngOf(figure.plan, figure.label, scale), "png");
            QCOMPARE(picture.width(), qRound(340.0 / 72 * dots));
            QCOMPARE(picture.height(), qRound(figure.plan.size.height() / 72 * dots));
            QCOMPARE(qRound(picture.dotsPerMeterX() * 0.0254), dots);
            QCOMPARE(picture.text(QStringLiteral("Title")), figure.label.title);
            QCOMPARE(picture.text(QStringLiteral("Description")), figure.label.alternative);
        }
    }
    void everyPictureOpensItsViewAgain()
    {
        SheetRequest request{.series = series, .show = SheetRequest::Show::Difference, .firstYear = 2026, .year = 2029};
        request.own.title = "Öffnen & <schließen>";
        const auto figure = made(study(), request);
        for (const char* name : {"a.png", "a.SVG", "a.pdf"}) {
            const auto bytes = fileOf(figure.plan, figure.label, QLatin1String(name), onceSize);
            const auto origin = originIn(bytes);
            QVERIFY2(origin.has_value(), name);
            QCOMPARE(*origin, figure.label.origin);
            const auto opened = openedSheet(test::engine(), readSheetText(test::engine().catalogue(), *origin));
            QVERIFY(opened.request == request);
            QCOMPARE(scenarioHash(test::engine(), opened.scenarios.front(), opened.baseline), figure.sheet.hash);
            // and the same pixels
            const SheetStudy again(test::engine(), opened.scenarios, opened.baseline, series, 2029, 400);
            const auto picture = pictureOf(made(again, opened.request).plan, onceSize);
            const SheetStudy before(test::engine(), {test::engine().preset("china_ask_2025")}, test::engine().preset("status_quo_2026"),
                                    series, 2029, 400);
            QCOMPARE(picture, pictureOf(made(before, request).plan, onceSize));
        }
    }
    void bytesOfStrangersCarryNothing()
    {
        for (const auto& bytes : {QByteArray(), QByteArray("%PDF-1.4"), QByteArray("<svg"), QByteArray("\x89PNG\r\n"),
                                  QByteArray("%PDF <?xpacket begin=''?><a><?xpacket end"), QByteArray("<svg><metadata/></svg>")})
            QVERIFY(!originIn(bytes));
    }
    void aFigureIsWrittenWholeOrNotAtAllAndKeepsPermissions()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("figure.svg"));
        FigureWish wish{QStringLiteral("column"), QStringLiteral("print"), file, QStringLiteral("9.9"), QDate(2026, 11, 22)};
        const auto& scenario = test::engine().preset("china_ask_2025");
        writeFigure(test::engine(), test::english(), {scenario}, {.series = series}, wish);
        QVERIFY(QFileInfo(file).size() > 5000);
        std::filesystem::permissions(file.toStdString(), std::filesystem::perms(0640));
        writeFigure(test::engine(), test::english(), {scenario}, {.series = series, .year = 2030}, wish);
        QVERIFY(std::filesystem::status(file.toStdString()).permissions() == std::filesystem::perms(0640));
        wish.file = QStringLiteral("/dev/full/figure.svg");
        QVERIFY_EXCEPTION_THROWN(writeFigure(test::engine(), test::english(), {scenario}, {.series = series}, wish), InputError);
        wish.file = folder.filePath(QStringLiteral("figure.bmp"));
        QVERIFY_EXCEPTION_THROWN(writeFigure(test::engine(), test::english(), {scenario}, {.series = series}, wish), InputError);
        wish.file = file;
        wish.page = QStringLiteral("poster");
        QVERIFY_EXCEPTION_THROWN(writeFigure(test::engine(), test::english(), {scenario}, {.series = series}, wish), InputError);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("figure.svg")});
    }
    void blackAndWhiteHasNoColour()
    {
        const auto picture = pictureOf(made(study(), {.series = series}, "column", "gray").plan, onceSize);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const auto dot = picture.pixel(x, y);
                QVERIFY(qRed(dot) == qGreen(dot) && qGreen(dot) == qBlue(dot));
            }
    }
    void aHouseHasItsOwnFontColorsAndLogo()
    {
        QTemporaryDir folder;
        QImage logo(40, 20, QImage::Format_RGB32);
        logo.fill(qRgb(1, 200, 3));
        QVERIFY(logo.save(folder.filePath(QStringLiteral("logo.png"))));
        const auto file = folder.filePath(QStringLiteral("house.toml"));
        const auto write = [&](const char* text) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
        };
        write("font = \"Noto Sans\"\nlogo = \"logo.png\"\n[colors]\nvermillion = \"#123456\"\n");
        const auto figure = made(study(), {.series = series}, "column", file.toLatin1().constData());
        QCOMPARE(figure.plan.family, QStringLiteral("Noto Sans"));
        const auto svg = svgOf(figure.plan, figure.label);
        QVERIFY(svg.contains("#123456") && svg.contains("<image") && !svg.contains("#d55e00"));
        const auto picture = pictureOf(figure.plan, 1);
        QCOMPARE(picture.pixel(figure.plan.logoBox.center().toPoint()), qRgb(1, 200, 3));
        for (const auto& text : figure.plan.texts)
            QVERIFY(!text.box.intersects(figure.plan.logoBox));
        write("logo = \"none.png\"\n");
        QVERIFY_EXCEPTION_THROWN(sheetStyleNamed(file), InputError);
    }
    void othersSeeGrayAsItIsAndColoursOtherwise()
    {
        QImage picture(2, 1, QImage::Format_RGB32);
        picture.setPixel(0, 0, qRgb(120, 120, 120));
        picture.setPixel(1, 0, qRgb(213, 94, 0));
        for (const auto sight : {Sight::RedGreenBlind, Sight::BlueYellowBlind, Sight::Grey}) {
            const auto seen = asSeen(picture, sight);
            QVERIFY(std::abs(qRed(seen.pixel(0, 0)) - 120) <= 1 && std::abs(qBlue(seen.pixel(0, 0)) - 120) <= 1);
            QVERIFY(seen.pixel(1, 0) != picture.pixel(1, 0));
        }
    }
    void oneExportIsQuick()
    {
        const auto runs = runsOf(study());
        QElapsedTimer clock;
        clock.start();
        const auto sheet = sheetOf(runs, {.series = series});
        const auto plan = planOf(sheet, *sheetPageNamed(QStringLiteral("column")), *sheetStyleNamed(QStringLiteral("print")));
        const auto bytes = svgOf(plan, {}).size() + pdfOf(plan, {}).size() + pngOf(plan, {}, printSize).size();
        qInfo("one figure as SVG, PDF and PNG at 300 dpi: %lld ms, %lld bytes", clock.elapsed(), static_cast<long long>(bytes));
        QVERIFY(bytes > 0);
    }
};

CHOKEPOINT_TEST(SheetFilesTest, QApplication)
#include "SheetFilesTest.moc"
