// The tables behind the charts of Negotiate, and what is left of a deal that is broken.
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/OffersPlot.h"
#include "pages/negotiate/PlaneView.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WalkAwayChart.h"
#include "pages/negotiate/WatchView.h"
#include "pages/negotiate/WorthScales.h"
#include "parts/QuarterPicker.h"
#include "parts/Segments.h"
#include "parts/TableWindow.h"

#include <QComboBox>
#include <QFile>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>

#include <cmath>
#include <numeric>

using namespace chokepoint;
using namespace chokepoint::ui;
using bargain::Side;

class TalkTablesTest : public test::NegotiateTest {
    Q_OBJECT

    TableWindow* tableOf(QWidget* chart)
    {
        m_window->activateWindow(); // a table that is open has taken the keyboard
        chart->setFocus();
        if (!QTest::qWaitFor([&] { return chart->hasFocus(); }))
            QTest::qFail(qPrintable(chart->objectName()), __FILE__, __LINE__);
        QTest::keyClick(chart, Qt::Key_T, Qt::ControlModifier);
        auto* window = chart->findChild<TableWindow*>();
        if (!window || !window->isVisible() || chart->accessibleName().isEmpty())
            QTest::qFail(qPrintable(chart->objectName()), __FILE__, __LINE__);
        return window;
    }
    /// The worth in the row of that name.
    static double worthIn(const FigureTable& table, const char* name, std::size_t names = 0, std::size_t column = 1)
    {
        for (const auto& row : table.rows)
            if (row[names].words == name)
                return row[column].value.value_or(NAN);
        return NAN;
    }
    void openLeaf(int leaf)
    {
        auto* leaves = in<Segments>(m_page, "leaf");
        QTest::mouseClick(leaves, Qt::LeftButton, {}, leaves->segment(leaf).center());
    }
    const QVector<ListRow>& breachRows() const { return in<RowList>(m_page, "breachRows")->rows(); }
    QString breachTold() const { return in<QLabel>(m_page, "breachTold")->text(); }
    QString said(const MessageValue& value) const { return m_board->said(value); }
    static bargain::BrokenDeal broken(const bargain::Package& package, const char* announced, const char* legal, const char* effective,
                                      int quarters)
    {
        return bargain::brokenDealOf(test::engine(), {}, package,
                                     {test::quarter(announced), test::quarter(legal), test::quarter(effective)}, quarters);
    }

private slots:
    void init()
    {
        openNegotiate();
        QTRY_VERIFY(!m_page->isBusy());
    }
    void cleanup() { closeWindow(); }

    void theChartsOfThePreparationHaveTables()
    {
        const auto table = [&](QWidget* chart) { return tableOf(chart)->content(); };
        const auto walkAway = table(in<WalkAwayChart>(m_page));
        QCOMPARE(walkAway.rows.size(), std::size_t{4});
        QCOMPARE(walkAway.rows.front()[1].words, in<QLabel>(m_page, "walkAway")->text().toStdString());
        for (const auto& row : walkAway.rows)
            QVERIFY(*row.back().value == 50 && std::fabs(*row[1].value - (0.7 * 50 + 0.3 * *row[2].value)) < 1e-9);
        const auto histogram = table(in<WorthHistogram>(m_page));
        double packages = 0, clear = 0;
        for (const auto& row : histogram.rows) {
            packages += *row[2].value;
            clear += *row[0].value > *walkAway.rows.front()[1].value ? *row[2].value : 0;
        }
        QVERIFY(packages > 1000 && clear < packages);
        QCOMPARE(packages, static_cast<double>(bargain::countOf(bargain::withoutRedLines(domain()), domain())));
        in<QSlider>(m_page, "chance")->setValue(40); // the table follows
        QCOMPARE(in<WalkAwayChart>(m_page)->findChild<TableWindow*>()->content().rows.front()[1].words,
                 in<QLabel>(m_page, "walkAway")->text().toStdString());
    }
    void theChartsOfTheTableAndOfTheDebriefHaveTables()
    {
        tickAndOpen();
        clickStop("tariff", "t18");
        send();
        clickStop("visas", "more");
        QTRY_VERIFY(!m_page->isBusy());
        const auto view = m_page->rehearsal()->view(Side::US);
        auto* plot = m_page->table()->findChild<OffersPlot*>();
        const auto offers = tableOf(plot)->content();
        QCOMPARE(offers.rows.size(), view.moves().size() + 2);
        QCOMPARE(*offers.rows[0][2].value, view.moves()[0].mine);
        QCOMPARE(offers.rows[1][1].words, std::string("the other side"));
        QCOMPARE(worthIn(offers, "your draft", 1, 2), view.worth(board()->draft()));
        QCOMPARE(worthIn(offers, "your walk-away value", 1, 2), view.walkAway());
        const auto scales = tableOf(in<WorthScales>(m_page))->content();
        QCOMPARE(worthIn(scales, "Your draft, to you"), view.worth(board()->draft()));
        QVERIFY(worthIn(scales, "Your draft, to you", 0, 2) < worthIn(scales, "Your draft, to you", 0, 3)); // its band
        QCOMPARE(worthIn(scales, "Their walk-away value, estimated", 0, 3), view.walkAwayOfOther().high);
        m_page->breakOff();
        m_page->breakOff();
        QTRY_VERIFY(!plot->findChild<TableWindow*>()); // what it showed is gone
        const auto debrief = *m_page->rehearsal()->debrief();
        auto* plane = m_page->debrief()->plane();
        const auto spots = tableOf(plane)->content();
        QCOMPARE(static_cast<qsizetype>(spots.rows.size()), plane->spots().size() + 1);
        QCOMPARE(worthIn(spots, "Nash point", 0, 2), debrief.points->nash.worth.us);
        QCOMPARE(worthIn(spots, "Nash point", 0, 3), debrief.points->nash.worth.china);
        QCOMPARE(worthIn(spots, "Walk-away values", 0, 3), debrief.sides.china.walkAway);
        QCOMPARE(spots.rows.front()[1].words, std::string("as today"));
    }
    void theObserversChartsHaveTables()
    {
        auto* across = in<QComboBox>(m_page, "across");
        across->setCurrentIndex(2);
        emit across->activated(2);
        tickAndOpen();
        click(button("nextMove"));
        const auto plots = in<WatchView>(m_page)->findChildren<OffersPlot*>();
        QCOMPARE(plots.size(), 2);
        for (int p = 0; p < 2; ++p) {
            const auto side = p == 0 ? Side::US : Side::China;
            const auto table = tableOf(plots[p])->content();
            QCOMPARE(*table.rows.front()[2].value, m_page->watched()->talks().view(side).moves().front().mine);
            QVERIFY(table.title.find(side == Side::US ? "Washington" : "Beijing") != std::string::npos);
            // each side has the colour in both seats that it has in the list of moves
            const auto& numbers = in<RowList>(m_page, side == Side::US ? "numbersUs" : "numbersChina")->rows();
            QVERIFY(numbers[1].cells[1].ink == (side == Side::US ? Ink::Mine : Ink::Theirs));
            QVERIFY(numbers[2].cells[1].ink == (side == Side::US ? Ink::Theirs : Ink::Mine));
        }
    }
    void thePanelBetweenTwoPeopleTakesTablesAway()
    {
        auto* across = in<QComboBox>(m_page, "across");
        across->setCurrentIndex(1);
        emit across->activated(1);
        tickAndOpen();
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        click(button("openTable"));
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        auto* plot = m_page->table()->findChild<OffersPlot*>();
        QPointer<TableWindow> window = tableOf(plot);
        QTest::keyClick(window->table(), Qt::Key_F9); // heard in this window as well
        QVERIFY(m_page->cover() && !window->isVisible());
        QTest::keyClick(m_page->cover(), Qt::Key_F9);
        QVERIFY(window && window->isVisible());
        send();
        if (!m_page->cover())
            click(button("sendOffer"));
        QVERIFY(m_page->cover());
        QVERIFY(!window || !window->isVisible());
        QTest::keyClick(m_page->cover(), Qt::Key_Return);
        settle();
        QVERIFY(!window && !plot->findChild<TableWindow*>());
    }
    void whatIsLeftOfADraftThatIsBrokenStandsAtTheTable()
    {
        tickAndOpen();
        clickStop("hbm", "hbm2e");
        clickStop("tariff", "t12");
        openLeaf(4);
        QTRY_VERIFY(!m_page->isBusy() && !breachRows().isEmpty());
        const auto view = m_page->rehearsal()->view(Side::US);
        const auto draft = board()->draft();
        const auto& weights = view.openWeights().us;
        const auto first = broken(draft, "2027Q1", "2027Q1", "2027Q1", 4);
        QCOMPARE(breachTold(), said(words::brokenInWords(view.game(), first)));
        QVERIFY2(breachTold().contains("HBM sales and US tariff") && breachTold().contains("2028"), qPrintable(breachTold()));
        QCOMPARE(static_cast<std::size_t>(breachRows().size()), view.game().outcomes.size() + 2);
        QCOMPARE(breachRows()[1].cells[1].text, said(words::points(view.worth(draft)))); // kept, it is what the draft is worth
        const auto parts = view.partsOf(draft), stays = bargain::partsOf(Side::US, weights, first.broken);
        for (std::size_t o = 0; o < parts.size(); ++o) {
            const auto& cells = breachRows()[static_cast<qsizetype>(o) + 2].cells;
            QCOMPARE(cells[1].text, said(words::pointsChange(parts[o])));
            QCOMPARE(cells[2].text, said(words::pointsChange(stays[o])));
        }
        QCOMPARE(breachRows()[1].cells[2].text, said(words::points(std::accumulate(stays.begin(), stays.end(), 50.0))));
        QCOMPARE(in<QLabel>(m_page, "breachSum")->text(), QString("Worth to you: %1 when it is kept, %2 when it is broken.")
                                                              .arg(breachRows()[1].cells[1].text, breachRows()[1].cells[2].text));
        // dates never fall: a law before the announcement takes that along
        emit in<QuarterPicker>(m_page, "breachEffective")->chosen(test::quarter("2028Q2"));
        emit in<QuarterPicker>(m_page, "breachLegal")->chosen(test::quarter("2026Q4"));
        QVERIFY(in<QuarterPicker>(m_page, "breachAnnounced")->quarter() == test::quarter("2026Q4"));
        QVERIFY(in<QuarterPicker>(m_page, "breachEffective")->quarter() == test::quarter("2028Q2"));
        in<QSpinBox>(m_page, "breachQuarters")->setValue(8);
        const auto later = broken(draft, "2026Q4", "2026Q4", "2028Q2", 8);
        QTRY_COMPARE(breachTold(), said(words::brokenInWords(view.game(), later)));
        const auto left = bargain::partsOf(Side::US, weights, later.broken);
        QCOMPARE(breachRows()[1].cells[2].text, said(words::points(std::accumulate(left.begin(), left.end(), 50.0))));
        // a deal that would be broken after the model ends is refused in words
        emit in<QuarterPicker>(m_page, "breachEffective")->chosen(test::quarter("2035Q3"));
        QTRY_VERIFY2(breachTold().contains("no dates of a deal"), qPrintable(breachTold()));
        QVERIFY(breachRows().size() > 2); // nothing below changes its place
    }
    void theOfferOnTheTableIsBrokenAsWell()
    {
        in<QComboBox>(m_page, "persona")->setCurrentIndex(1);
        tickAndOpen();
        clickStop("minerals", "general");
        send();
        openLeaf(4);
        auto* which = in<Segments>(m_page, "breachOf");
        QTest::mouseClick(which, Qt::LeftButton, {}, which->segment(1).center());
        const auto theirs = *m_page->table()->theirs();
        QVERIFY(theirs != board()->draft());
        QTRY_COMPARE(breachTold(), said(words::brokenInWords(m_page->rehearsal()->view(Side::US).game(),
                                                                       broken(theirs, "2027Q1", "2027Q1", "2027Q1", 4))));
        QVERIFY(!allTexts().contains("China kept"));
    }
    void theDebriefAndTheSheetTellOfABreachAndOfConsents()
    {
        in<QComboBox>(m_page, "persona")->setCurrentIndex(1); // the late mover
        tickAndOpen();
        clickStop("minerals", "general");
        clickStop("hbm", "hbm2e");
        clickStop("tariff", "t18");
        openLeaf(4);
        emit in<QuarterPicker>(m_page, "breachEffective")->chosen(test::quarter("2027Q3"));
        while (!m_page->rehearsal()->isOver() && !m_page->rehearsal()->isLastWord())
            send();
        if (!m_page->rehearsal()->isOver())
            emit m_page->table()->accepted();
        const auto debrief = *m_page->rehearsal()->debrief();
        QVERIFY(debrief.deal);
        QTRY_VERIFY(!m_page->isBusy());
        const auto& game = bargain::modelGameOf(test::engine());
        const auto deal = broken(debrief.deal->package, "2027Q1", "2027Q1", "2027Q3", 4); // as it was set at the table
        QCOMPARE(in<QLabel>(m_page, "dealBreachTold")->text(), said(words::brokenInWords(game, deal)));
        const auto& rows = in<RowList>(m_page, "dealBreachRows")->rows();
        QCOMPARE(static_cast<std::size_t>(rows.size()), game.outcomes.size() + 3);
        const bargain::Both<std::vector<double>> weights{debrief.sides.us.weights, debrief.sides.china.weights};
        int column = 1;
        for (const auto* values : {&deal.kept, &deal.broken})
            for (const auto side : bargain::bothSides) {
                const auto parts = bargain::partsOf(side, weights.of(side), *values);
                QCOMPARE(rows[2].cells[column++].text, said(words::points(std::accumulate(parts.begin(), parts.end(), 50.0))));
            }
        QCOMPARE(in<QLabel>(m_page, "dealBreachSum")->text(), said(words::brokenWorth(deal, weights)));
        const auto consents = in<QLabel>(m_page, "dealConsents")->text();
        const auto refusals = bargain::refusalsOf(game, debrief.deal->package);
        QCOMPARE(refusals.size(), debrief.refusals.size());
        for (const auto& refusal : refusals)
            QVERIFY(consents.contains(QString::fromStdString(game.allies[refusal.ally].name)));
        QVERIFY(!refusals.empty() || consents.contains("no consent"));
        QCOMPARE(m_page->termsOfDeal(debrief)[0], said(words::datesInWords(deal.dates)));
        QVERIFY(m_page->termsOfDeal(debrief)[1].endsWith(said(words::brokenWorth(deal, weights))));
        QCOMPARE(m_page->termsOfDeal(debrief).size(), refusals.empty() ? 4 : 5);
        click(button("playAgain"));
        tickAndOpen();
        openLeaf(4);
        QVERIFY(in<QuarterPicker>(m_page, "breachEffective")->quarter() == defaultStart); // nothing of the deal before
    }
};

CHOKEPOINT_TEST(TalkTablesTest, QApplication)
#include "TalkTablesTest.moc"
