// The window of a figure, with real events: kinds that a series or a package cannot have are gray and say why.
#include "sheet/FigureWindow.h"

#include "WindowTest.h"
#include "TestProgram.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;
using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

class FigureKindsTest : public test::WindowTest {
    Q_OBJECT

    std::unique_ptr<FigureWindow> m_figure;

    void openFigure(const SheetRequest& request)
    {
        FigureSubject subject{{m_board->played()}, m_board->assumedBaseline(), request};
        m_figure = std::make_unique<FigureWindow>(*m_board, *m_draws, subject, m_window.get());
        m_figure->resize(1400, 860);
        m_figure->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_figure.get()));
        QTRY_VERIFY(m_figure->isComplete());
    }
    QToolButton* tile(Kind kind) const
    {
        return in<QToolButton>(m_figure.get(), ("kind" + std::to_string(static_cast<int>(kind))).c_str());
    }
    void show(Show show) const
    {
        auto* shows = in<QComboBox>(m_figure.get(), "shows");
        shows->setCurrentIndex(static_cast<int>(show));
        emit shows->activated(static_cast<int>(show));
    }
    QString message() const { return in<QLabel>(m_figure.get(), "figureMessage")->text(); }

private slots:
    void init() { openWindow("china_ask_2025"); }
    void cleanup()
    {
        m_figure.reset();
        closeWindow();
    }

    void aStackOfASeriesWithoutPartsIsGrayAndSaysWhy()
    {
        openFigure({.series = "accel.dies"});
        QVERIFY(!tile(Kind::Stacked)->isEnabled());
        QVERIFY2(tile(Kind::Stacked)->toolTip().contains(QStringLiteral("no sum of other series")),
                 qPrintable(tile(Kind::Stacked)->toolTip()));
        QVERIFY(tile(Kind::Waterfall)->isEnabled() && tile(Kind::Line)->toolTip().isEmpty());
        auto request = m_figure->subject().request;
        request.series = "compute.china";
        m_figure->setRequest(request);
        QVERIFY(tile(Kind::Stacked)->isEnabled() && tile(Kind::Stacked)->toolTip().isEmpty());
        click(tile(Kind::Stacked));
        QVERIFY(m_figure->sheet().kind == Kind::Stacked);
        request = m_figure->subject().request;
        request.series = "accel.dies"; // has no parts
        m_figure->setRequest(request);
        QVERIFY(m_figure->sheet().kind == Kind::Line && tile(Kind::Line)->isChecked());
        QVERIFY2(message().contains(QStringLiteral("cannot be stacked")), qPrintable(message()));
    }
    void aCardOfPartsOpensAsItIsDrawn()
    {
        BoardChart chart;
        chart.series = "compute.china";
        chart.withParts = true;
        for (const auto& [view, kind] : {std::pair(BoardChart::View::Value, Kind::Stacked), {BoardChart::View::Difference, Kind::Line},
                                         {BoardChart::View::Logarithm, Kind::Line}}) {
            chart.view = view;
            const auto request = subjectOf(*m_board, chart).request;
            QVERIFY(request.kind == kind && !refusalOfFigure(m_board->engine(), request));
        }
    }
    void whatWasChosenLastCounts()
    {
        openFigure({.series = "compute.china", .show = Show::Percent});
        click(tile(Kind::Stacked));
        QVERIFY(m_figure->sheet().kind == Kind::Stacked && m_figure->sheet().show == Show::Value);
        QCOMPARE(in<QComboBox>(m_figure.get(), "shows")->currentIndex(), static_cast<int>(Show::Value));
        show(Show::Difference);
        QVERIFY(m_figure->sheet().kind == Kind::Line && m_figure->sheet().show == Show::Difference && tile(Kind::Line)->isChecked());
        click(tile(Kind::Area));
        show(Show::Logarithm);
        QVERIFY(m_figure->sheet().kind == Kind::Line && m_figure->sheet().isLogarithmic);
        click(tile(Kind::Waterfall));
        QTRY_VERIFY(m_figure->isComplete() && m_figure->sheet().kind == Kind::Waterfall);
        show(Show::Percent);
        QVERIFY(m_figure->sheet().kind == Kind::Bar && m_figure->sheet().show == Show::Percent);
    }
    void aPictureOfAStackThatCannotBeIsOpenedAsLines()
    {
        openFigure({.series = "accel.dies", .kind = Kind::Stacked, .show = Show::Difference});
        QVERIFY(m_figure->sheet().kind == Kind::Line && m_figure->sheet().show == Show::Difference);
        QVERIFY2(message().contains(QStringLiteral("cannot be stacked")), qPrintable(message()));
    }
    void aPackageThatMovesNothingHasNoWaterfall()
    {
        m_board->setScenario(test::engine().preset("status_quo_2026"), QStringLiteral("status quo"));
        openFigure({.series = "accel.dies", .kind = Kind::Waterfall});
        QVERIFY(!tile(Kind::Waterfall)->isEnabled());
        QVERIFY2(tile(Kind::Waterfall)->toolTip().contains(QStringLiteral("No measure of it moves")),
                 qPrintable(tile(Kind::Waterfall)->toolTip()));
        QVERIFY(m_figure->sheet().kind == Kind::Bar && tile(Kind::Bar)->isChecked());
    }
    void noNameOnTheClipboardIsAFormulaOrBreaksItsTable()
    {
        openFigure({.series = "accel.dies"});
        auto scenarios = m_figure->subject().scenarios;
        scenarios.front().title = "=HYPERLINK(\"a\")\tand\nmore";
        scenarios.front().changes.pop_back(); // no ready-made package any more, which has its own name
        scenarios.push_back(test::engine().preset("full_denial"));
        m_figure->setScenarios(scenarios);
        QTRY_VERIFY(m_figure->isComplete());
        for (const auto kind : {Kind::Line, Kind::Bar, Kind::Table}) {
            click(tile(kind));
            click(in<QPushButton>(m_figure.get(), "copyFigure"));
            const auto rows = QApplication::clipboard()->mimeData()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            const auto named = rows.filter(QStringLiteral("HYPERLINK"));
            QVERIFY(!named.isEmpty());
            for (const auto& row : named) {
                QVERIFY2(row.startsWith(QStringLiteral("'=HYPERLINK(\"a\") and more\t")), qPrintable(row));
                QCOMPARE(row.count(QLatin1Char('\t')), rows.back().count(QLatin1Char('\t')));
            }
        }
    }
};

CHOKEPOINT_TEST(FigureKindsTest, QApplication)
#include "FigureKindsTest.moc"
