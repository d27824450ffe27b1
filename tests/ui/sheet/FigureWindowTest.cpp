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
        QTRY_VERIFY_WITH_TIMEOUT(m_figure->isComplete(), 30000);
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
    void whatCannotBeWrittenIsSaidAndLeavesNothing()
    {
        openFigure();
        m_figure->exportTo(QStringLiteral("/nowhere/figure.pdf"));
        QVERIFY(in<QLabel>(m_figure.get(), "figureMessage")->text().contains(QStringLiteral("folder does not exist")));
    }
};

CHOKEPOINT_TEST(FigureWindowTest, QApplication)
#include "FigureWindowTest.moc"
