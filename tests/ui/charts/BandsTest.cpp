// The two bands of a chart of levels, the outer one that leaves the axis, own facts, and marks where the equations turn.
#include "api/Ensemble.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "charts/BindingStrip.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "parts/StopSlider.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QLabel>
#include <QTest>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;

class BandsTest : public test::WindowTest {
    Q_OBJECT

    ChartCard* chart(std::size_t place = 0) { return m_window->page<ExplorePage>()->charts()[place]; }
    QString footer()
    {
        for (auto* label : chart()->findChildren<QLabel*>())
            if (label->objectName() == "footer")
                return label->text();
        return {};
    }
    /// What the ensemble of the core says of the last quarter, in the unit that is shown.
    Spread expected(const char* id, Band band)
    {
        EnsembleRequest request;
        request.draws = Draws::fineDraws;
        request.seed = Draws::seed;
        request.band = band;
        request.series = {seriesRow(id)};
        auto spread = ensembleOf(test::engine(), m_board->scenario(), request).spreads[0].back();
        for (auto& quantile : spread.quantiles)
            quantile *= words::displayUnit(series(id)).scale;
        return spread;
    }
    static bool nearly(double a, double b) { return std::fabs(a - b) <= 1e-6 * std::fabs(b); } // samples are kept in single precision
    /// Everything that the pointer is told on its way over a chart.
    static QString toldOver(ChartView* view)
    {
        QString told;
        for (int y = 0; y < view->height(); y += 4)
            for (int x = view->plotLeft(); x <= view->plotRight(); x += 4)
                told += view->wordsAt(QPointF(x, y)) + QLatin1Char('\n');
        return told;
    }
    void showSeries(const char* id)
    {
        chart()->setSeries(id);
        QTRY_VERIFY(m_draws->isFinal() && chart()->view()->shownBand());
    }

private slots:
    void init()
    {
        openWindow();
        QTRY_VERIFY(m_draws->isFinal());
    }
    void cleanup() { closeWindow(); }

    void bothBandsFollowTheBoardAndAreThoseOfTheCore()
    {
        const char* id = "compute.china_effective";
        const auto before = *chart()->view()->shownBand();
        auto* row = m_window->page<ExplorePage>()->levers()->row("hbm_export");
        auto* slider = in<StopSlider>(row);
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->pointAt(0)); // "Open"
        QTRY_VERIFY(m_draws->isFinal());
        QTRY_VERIFY(chart()->view()->shownBand()->levelHigh != before.levelHigh);
        const auto band = *chart()->view()->shownBand();
        constexpr auto tenth = quantilePlace(0.1), nineTenths = quantilePlace(0.9);
        const auto runs = expected(id, Band::Runs), level = expected(id, Band::Level);
        QVERIFY(nearly(band.low.back(), runs.quantiles[tenth]) && nearly(band.high.back(), runs.quantiles[nineTenths]));
        QVERIFY(nearly(band.levelLow.back(), level.quantiles[tenth]) && nearly(band.levelHigh.back(), level.quantiles[nineTenths]));
        for (std::size_t i = 0; i < band.x.size(); ++i)
            QVERIFY(band.levelLow[i] < band.low[i] && band.high[i] < band.levelHigh[i]);
        const auto caption = in<QLabel>(m_window.get(), "bandCaption")->text(); // once for all charts
        QVERIFY2(caption.contains("Inner band: 8 in 10 runs") && caption.contains("Outer band: 8 in 10"), qPrintable(caption));
        QVERIFY2(!footer().isEmpty() && !footer().contains("8 in 10"), qPrintable(footer()));
    }
    void aSeriesWithoutADiscrepancyHasTheDarkerBandAlone()
    {
        showSeries("frontier.tpp_per_usd");
        QVERIFY(chart()->view()->shownBand()->levelLow.empty());
        QVERIFY2(footer().contains("Band: 8 in 10 runs") && !footer().contains("outer"), qPrintable(footer()));
    }
    void bandsOfFiveInTenAndOf95In100ComeOnDemand()
    {
        QVERIFY(chart()->view()->shownBand()->innerLow.empty() && chart()->view()->shownBand()->widestLow.empty());
        in<QAction>(chart(), "innerBand")->trigger();
        in<QAction>(chart(), "widestBand")->trigger();
        const auto band = *chart()->view()->shownBand();
        QCOMPARE(band.innerLow.size(), band.low.size());
        for (std::size_t i = 0; i < band.low.size(); ++i)
            QVERIFY(band.widestLow[i] <= band.low[i] && band.low[i] <= band.innerLow[i] && band.innerHigh[i] <= band.high[i]
                    && band.high[i] <= band.widestHigh[i]);
        QVERIFY(footer().contains("Innermost band: 5 in 10") && footer().contains("95 in 100"));
        in<QAction>(chart(), "innerBand")->trigger();
        QVERIFY(chart()->view()->shownBand()->innerLow.empty());
    }
    void aPalerBandThatLeavesTheAxisSaysSoAboveThePlotAndToThePointer()
    {
        int leaving = 0, staying = 0;
        for (const char* id : {"compute.china_effective", "hbm.stock", "compute.grey", "hbm.leak", "accel.dies", "revenue.nvidia", "compute.us"}) {
            showSeries(id);
            const auto* view = chart()->view();
            const auto band = *view->shownBand();
            double inner = 0, outer = 0;
            for (std::size_t i = 0; i < band.x.size(); ++i)
                if (band.x[i] <= view->lastYearShown()) {
                    inner = std::max(inner, band.high[i]);
                    outer = std::max(outer, band.levelHigh[i]);
                }
            QVERIFY2(inner <= view->axisTop(), id);
            const bool leaves = outer > view->axisTop();
            ++(leaves ? leaving : staying);
            QCOMPARE(view->beyondLabel().isEmpty(), !leaves);
            QCOMPARE(toldOver(chart()->view()).contains("the outer band goes "), leaves);
            if (leaves)
                QVERIFY(view->beyondLabel().contains(QString::fromStdString(test::said(words::number(outer)))));
        }
        QVERIFY(leaving > 0 && staying > 0);
    }
    void whereSmugglingEndsTheChartSaysWhy()
    {
        showSeries("hbm.leak");
        QVERIFY(chart()->view()->shownBand()->x.front() < 2022.5); // nobody reports it, so no year of it is recorded
        const auto names = [&] {
            QStringList all;
            for (const auto& [name, place] : chart()->view()->markNames())
                all << name;
            return all;
        };
        QTRY_VERIFY2(names().contains("Chinese memory covers the need"), qPrintable(names().join(", ")));
        QVERIFY(toldOver(chart()->view()).contains("from 2031 Q3 Chinese memory covers the need"));
        m_board->setAssumption({"cxmt.delay", "1.5"}); // it comes later, or never
        QTRY_VERIFY(!toldOver(chart()->view()).contains("from 2031 Q3"));
    }
    void aCovertBaselineHasItsRangeAndADifferenceHasNone()
    {
        showSeries("grey.spend");
        QVERIFY(!footer().contains("Hatched"));
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        QTRY_VERIFY(footer().contains("Hatched: 8 in 10 runs of “Status quo”."));
        m_board->setAssumption({"cxmt.delay", "1.5"}); // the baseline runs under it as well
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY2(footer().contains("Hatched: 8 in 10 runs of “Status quo”."), qPrintable(footer()));
        chart()->setSeries("compute.home"); // counted, so its baseline is a line
        QTRY_VERIFY(m_draws->isFinal() && chart()->view()->shownBand());
        QVERIFY(!footer().contains("Hatched"));
    }
    void theHeadingOfTheStripGoesWithTheStrip()
    {
        const auto heading = [&] {
            for (auto* label : chart()->findChildren<QLabel*>())
                if (label->text() == QLatin1String("What limits Chinese AI-chip output"))
                    return label->isVisible();
            return false;
        };
        chart()->setSeries("compute.china_effective", {}, true);
        QVERIFY(heading() && chart()->strip()->isVisible());
        const int before = chart()->view()->height();
        chart()->setSeries("grey.spend");
        QVERIFY(!heading() && !chart()->strip()->isVisible());
        QTRY_VERIFY(chart()->view()->height() > before); // the plot takes the room
    }
    void ownFactsStandInTheChartOfTheirSeriesAndTellTheirWords()
    {
        const auto fact = [](const char* series, const char* source) {
            return PersonalFact{series, "end-2024", 2025.0, 2025.0, 3, 2, 4, {}, source, {}};
        };
        m_board->setFacts({fact("compute.china_effective", "counted by hand"), fact("talent.us", "of another")}, {});
        QTRY_VERIFY(toldOver(chart()->view()).contains("counted by hand"));
        QVERIFY(!toldOver(chart()->view()).contains("of another"));
        m_board->setFacts({}, {});
        QTRY_VERIFY(!toldOver(chart()->view()).contains("counted by hand"));
    }
    void smuggledAndRentedPartsAreHatchedAndTheirRangesAreTold()
    {
        chart()->setSeries("compute.china");
        chart()->setPartsShown(true);
        const auto told = [&] {
            for (auto* label : chart()->findChildren<QLabel*>())
                if (label->text().contains("Hatched: our estimate"))
                    return label->text();
            return QString();
        };
        QTRY_VERIFY(told().contains("8 in 10 runs at the end of 2028: "));
    }
};

CHOKEPOINT_TEST(BandsTest, QApplication)
#include "BandsTest.moc"
