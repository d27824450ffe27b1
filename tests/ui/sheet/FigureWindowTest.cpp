// The window of a figure, with real events: options, edited texts, checks, export, clipboard, and pictures dropped on the main window.
#include "sheet/FigureWindow.h"

#include "api/Versions.h"
#include "charts/ChartCard.h"
#include "parts/Segments.h"
#include "sheet/FigurePaper.h"
#include "WindowTest.h"
#include "TestProgram.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class FigureWindowTest : public test::WindowTest {
    Q_OBJECT

    std::unique_ptr<FigureWindow> m_figure;

    void openFigure(const char* series = "accel.dies")
    {
        BoardChart chart;
        chart.series = series;
        m_figure = std::make_unique<FigureWindow>(*m_board, *m_draws, subjectOf(*m_board, chart), m_window.get());
        m_figure->resize(1400, 860);
        m_figure->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_figure.get()));
        QTRY_VERIFY(m_figure->isComplete());
    }
    void type(const QString& words)
    {
        auto* field = in<QPlainTextEdit>(m_figure.get(), "words");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
    }

private slots:
    void init() { openWindow("china_ask_2025"); }
    void cleanup()
    {
        m_figure.reset();
        closeWindow();
    }

    void everyChartLeadsToItsFigure()
    {
        m_window->showPage("explore");
        auto* card = in<ChartCard>(m_window.get());
        in<QAction>(card, "openFigure")->trigger();
        auto* figure = m_window->findChild<FigureWindow*>();
        QVERIFY(figure);
        QCOMPARE(figure->subject().request.series, card->series());
        QVERIFY(figure->isVisible());
    }
    void theNameOfTheSeriesKeepsClearOfItsBorder()
    {
        openFigure();
        auto* series = in<QPushButton>(m_figure.get(), "figureSeries");
        series->clearFocus();
        const auto picture = series->grab().toImage();
        const auto paper = picture.pixel(picture.width() - 6, picture.height() / 2);
        int words = 0;
        for (int x = 3; x < picture.width() - 3; ++x)
            for (int y = 3; y < picture.height() - 3; ++y) {
                const bool isPaper = picture.pixel(x, y) == paper;
                QVERIFY2(isPaper || x >= 9, qPrintable(QString::number(x)));
                words += !isPaper;
            }
        QVERIFY(words > 100);
    }
    void optionsChangeTheFigureAndNotTheBoard()
    {
        openFigure();
        const auto before = m_board->workbook();
        m_window->setToday(QDate(2026, 11, 22));
        QVERIFY(m_figure->sheet().panels.front().band);
        in<QCheckBox>(m_figure.get(), "withBand")->click();
        QVERIFY(!m_figure->sheet().panels.front().band);
        QVERIFY(!m_figure->sheet().marks.empty());
        QVERIFY(QString::fromStdString(m_figure->sheet().identity).contains(QStringLiteral("November 22, 2026")));
        QVERIFY(m_figure->checks().filter(QStringLiteral("left out")).size() == 1);
        click(in<QToolButton>(m_figure.get(), "kind5"));
        QVERIFY(m_figure->sheet().kind == SheetRequest::Kind::Table && !m_figure->sheet().rows.empty());
        QVERIFY(m_board->workbook() == before);
        QCOMPARE(m_board->history().count(), 1);
    }
    void anEditedNumberIsToldInChecksAndFooter()
    {
        openFigure();
        const auto fromNumbers = m_figure->sheet().title.words;
        QTest::mouseClick(m_figure->paper(), Qt::LeftButton, {}, m_figure->paper()->boxOf(PlanText::Role::Title).center().toPoint());
        QVERIFY(in<QPlainTextEdit>(m_figure.get(), "words")->hasFocus());
        type(QStringLiteral("China makes 77% more in 2028"));
        QCOMPARE(m_figure->sheet().title.words, "China makes 77% more in 2028");
        QVERIFY(QString::fromStdString(m_figure->sheet().marks).contains(QStringLiteral("77")));
        QVERIFY(m_figure->checks().front().startsWith(QLatin1Char('!')));
        QVERIFY(m_figure->paper()->paintedTexts().join(QLatin1Char(' ')).contains(QStringLiteral("77 is no number of this run")));
        click(in<QPushButton>(m_figure.get(), "fromNumbers"));
        QCOMPARE(m_figure->sheet().title.words, fromNumbers);
        QVERIFY(m_figure->sheet().marks.empty() && m_figure->checks().front().startsWith(QStringLiteral("✓")));
    }
    void aTitleThatIsATopicOrTooLongIsToldInTheChecks()
    {
        openFigure();
        const auto warnings = [this] { return m_figure->checks().filter(QStringLiteral("! The title")); };
        QVERIFY(warnings().isEmpty());
        QTest::mouseClick(m_figure->paper(), Qt::LeftButton, {}, m_figure->paper()->boxOf(PlanText::Role::Title).center().toPoint());
        type(QStringLiteral("Chinese accelerators and HBM3 in 2028"));
        QCOMPARE(warnings(), QStringList{QStringLiteral("! The title gives no amount. Say how much of what changes.")});
        type(QStringLiteral("measures ").repeated(30) + QStringLiteral("by 5% in 2028"));
        QCOMPARE(warnings(), QStringList{QStringLiteral("! The title takes more than three lines. Shorten it.")});
        click(in<QPushButton>(m_figure.get(), "fromNumbers"));
        QVERIFY(warnings().isEmpty());
        const auto* last = in<QLabel>(m_figure.get(), "check5");
        QVERIFY(last && !last->text().isEmpty()); // every check has its line
    }
    void sizesAndStylesAreShown()
    {
        openFigure();
        auto* sizes = in<Segments>(m_figure.get(), "sizes");
        QTest::mouseClick(sizes, Qt::LeftButton, {}, sizes->segment(1).center());
        QCOMPARE(m_figure->plan().size, QSizeF(960, 540));
        auto* styles = in<Segments>(m_figure.get(), "styles");
        QTest::mouseClick(styles, Qt::LeftButton, {}, styles->segment(2).center());
        QVERIFY(m_figure->plan().ground.lightness() < 80);
        QVERIFY(m_figure->plan().overlaps().empty());
    }
    void theClipboardHoldsPictureSvgAndTable()
    {
        openFigure();
        click(in<QPushButton>(m_figure.get(), "copyFigure"));
        const auto* mime = QApplication::clipboard()->mimeData();
        QVERIFY(mime->hasImage() && mime->hasText());
        QVERIFY(mime->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        const auto& line = m_figure->sheet().panels.front().lines.back();
        const auto rows = mime->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(rows.back().section(QLatin1Char('\t'), 2).toDouble(), line.y.back());
    }
    void anExportedPictureDroppedOnTheWindowOpensTheSameFigure()
    {
        QTemporaryDir folder;
        openFigure();
        in<QComboBox>(m_figure.get(), "shows")->setCurrentIndex(1);
        emit in<QComboBox>(m_figure.get(), "shows")->activated(1);
        const auto hash = m_figure->sheet().hash;
        const auto request = m_figure->subject().request;
        const auto file = folder.filePath(QStringLiteral("figure.svg"));
        m_figure->dialogs().answerNext(file);
        click(in<QPushButton>(m_figure.get(), "exportSvg"));
        QVERIFY(QFileInfo::exists(file));
        m_figure.reset();
        m_board->setScenario(test::engine().preset("full_denial"), QStringLiteral("other"));
        QVERIFY(m_window->openFigure(file));
        auto* again = m_window->findChild<FigureWindow*>();
        QVERIFY(again);
        QCOMPARE(again->sheet().hash, hash);
        QVERIFY(again->subject().request == request);
        QCOMPARE(scenarioHash(m_board->engine(), m_board->scenario(), m_board->assumedBaseline()), hash);
        QVERIFY(!m_window->openFigure(folder.filePath(QStringLiteral("none.png"))));
    }
    void aKeptFigureIsInTheWorkbookAndOpensFromTheMenu()
    {
        openFigure();
        type(QStringLiteral("My own title"));
        click(in<QPushButton>(m_figure.get(), "keepFigure"));
        const auto& kept = m_board->workbook().view.figures;
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept.front().title, "My own title");
        const auto hash = m_figure->sheet().hash;
        m_figure.reset();
        auto* menu = in<QMenu>(m_window.get(), "keptFigures");
        emit menu->aboutToShow();
        menu->actions().front()->trigger();
        auto* again = m_window->findChild<FigureWindow*>();
        QVERIFY(again && again->sheet().hash == hash);
        QCOMPARE(again->sheet().title.words, "My own title");
    }
    void scenariosAreAddedAndRemovedUpToSix()
    {
        openFigure();
        auto* add = in<QPushButton>(m_figure.get(), "addScenario");
        auto* banded = in<QComboBox>(m_figure.get(), "banded");
        QVERIFY(banded->isHidden());
        emit add->menu()->aboutToShow();
        pick(add->menu(), QStringLiteral("add:full_denial"));
        QCOMPARE(m_figure->subject().scenarios.size(), std::size_t{2});
        QVERIFY(banded->isVisible() && banded->count() == 2);
        QTRY_VERIFY(m_figure->isComplete());
        QCOMPARE(m_figure->sheet().panels.front().lines.size(), std::size_t{3}); // with the baseline
        QVERIFY(m_figure->plan().overlaps().empty());
        const auto words = m_figure->paper()->paintedTexts().join(QLatin1Char(' '));
        QVERIFY2(words.contains(QString::fromStdString(test::engine().preset("full_denial").title)), qPrintable(words));
        while (m_figure->subject().scenarios.size() < SheetRuns::mostScenarios) {
            emit add->menu()->aboutToShow();
            pick(add->menu(), add->menu()->actions().front()->objectName());
        }
        QVERIFY(!add->isEnabled());
        emit add->menu()->aboutToShow();
        for (const auto* action : add->menu()->actions()) // what stands there is not offered again
            QVERIFY(action->objectName() != QStringLiteral("add:full_denial"));
        const auto left = m_figure->subject().scenarios[1];
        click(in<QToolButton>(m_figure.get(), "removeScenario0"));
        QCOMPARE(m_figure->subject().scenarios.size(), SheetRuns::mostScenarios - 1);
        QVERIFY(m_figure->subject().scenarios.front() == left && add->isEnabled());
        QCOMPARE(readSheetText(m_board->catalogue(), sheetText(m_figure->origin())).scenarios.size(), SheetRuns::mostScenarios - 1);
    }
    void theBandStaysWithItsPackageThoughAnotherHasTheSameId()
    {
        openFigure();
        auto first = test::engine().preset("hbm_strict"), second = test::engine().preset("full_denial");
        second.id = first.id;
        m_figure->setScenarios({test::engine().preset("grand_bargain"), first, second});
        auto* banded = in<QComboBox>(m_figure.get(), "banded");
        banded->setCurrentIndex(2);
        emit banded->activated(2);
        click(in<QToolButton>(m_figure.get(), "removeScenario0"));
        const auto& now = m_figure->subject();
        QCOMPARE(now.scenarios.size(), std::size_t{2});
        QCOMPARE(now.request.banded, std::size_t{1});
    }
    void aPackageThatFitsInNoPictureIsSaid()
    {
        openFigure();
        auto scenarios = m_figure->subject().scenarios;
        scenarios.front().title = std::string(3000, 'x'); // more than a picture can carry
        m_figure->setScenarios(scenarios);
        const auto told = in<QLabel>(m_figure.get(), "figureMessage")->text();
        QVERIFY2(told.contains(QStringLiteral("The share code would be too long.")), qPrintable(told));
    }
    void aFigureThatIsKeptAgainWithOtherWordsIsTheNextRevision()
    {
        openFigure();
        const auto letter = [this] { return m_figure->subject().request.revision; };
        const auto& kept = m_board->workbook().view.figures;
        click(in<QPushButton>(m_figure.get(), "keepFigure"));
        QCOMPARE(letter(), std::string("A"));
        in<QCheckBox>(m_figure.get(), "withEvents")->click(); // looks otherwise, says the same
        click(in<QPushButton>(m_figure.get(), "keepFigure"));
        QCOMPARE(kept.size(), std::size_t{1});
        type(QStringLiteral("Another title"));
        QCOMPARE(letter(), std::string("B"));
        QVERIFY2(m_figure->sheet().identity.find("revision B") != std::string::npos, m_figure->sheet().identity.c_str());
        click(in<QPushButton>(m_figure.get(), "keepFigure"));
        QCOMPARE(kept.size(), std::size_t{2});
        QCOMPARE(readSheetText(m_board->catalogue(), kept.back().origin).request.revision, std::string("B"));
        m_figure = std::make_unique<FigureWindow>(*m_board, *m_draws, subjectOf(m_board->engine(), kept.back().origin), m_window.get());
        QCOMPARE(letter(), std::string("B"));
        auto changed = m_figure->subject().scenarios; // the package as its author changed it
        changed.front().changes.pop_back();
        m_figure->setScenarios(changed);
        QCOMPARE(letter(), std::string("C"));
        auto* menu = in<QMenu>(m_window.get(), "keptFigures");
        emit menu->aboutToShow();
        QVERIFY2(menu->actions().front()->text().contains(QStringLiteral("revision B")), qPrintable(menu->actions().front()->text()));
    }
    void publishedFiguresAreSwitchedOff()
    {
        const auto& observations = m_board->catalogue().observations;
        const auto observed = std::ranges::find_if(observations, [](const Observation& o) { return o.time > 2023 && o.time < 2030; });
        openFigure(observed->series.c_str());
        QVERIFY(!m_figure->sheet().panels.front().points.empty());
        in<QCheckBox>(m_figure.get(), "withObservations")->click();
        QVERIFY(m_figure->sheet().panels.front().points.empty());
        click(in<QToolButton>(m_figure.get(), "kind7"));
        QVERIFY(m_figure->sheet().kind == SheetRequest::Kind::Area);
    }
    void whatCannotBeWrittenIsSaidAndLeavesNothing()
    {
        openFigure();
        m_figure->exportTo(QStringLiteral("/nowhere/figure.pdf"));
        QVERIFY(in<QLabel>(m_figure.get(), "figureMessage")->text().contains(QStringLiteral("folder does not exist")));
    }
};

CHOKEPOINT_TEST(FigureWindowTest, QApplication)
#include "FigureWindowTest.moc"
