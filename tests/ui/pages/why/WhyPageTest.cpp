// The page Why as its user works it: shares after a move, walking along causes, goal seek, claims, and giving up.
#include "charts/AreaView.h"
#include "api/Attribution.h"
#include "api/Equations.h"
#include "api/InputError.h"
#include "api/Sensitivity.h"
#include "api/UnitWords.h"
#include "parts/Bars.h"
#include "pages/why/CausesView.h"
#include "pages/why/ClaimsView.h"
#include "pages/explore/ExplorePage.h"
#include "pages/why/GoalView.h"
#include "pages/why/HeatMap.h"
#include "pages/why/IndicesView.h"
#include "bridge/Job.h"
#include "parts/PeriodPicker.h"
#include "pages/why/RegretView.h"
#include "parts/Segments.h"
#include "pages/why/SharesView.h"
#include "pages/sources/SourcesPage.h"
#include "pages/why/TornadoView.h"
#include "pages/why/UnitsView.h"
#include "pages/why/UnknownsView.h"
#include "pages/why/WhyPage.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace chokepoint;
using namespace chokepoint::ui;

class WhyPageTest : public test::WindowTest {
    Q_OBJECT

    WhyPage* open(WhyPage::Section section)
    {
        m_window->showPage("why");
        m_window->page<WhyPage>()->showSection(section);
        QCoreApplication::processEvents();
        return m_window->page<WhyPage>();
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void withoutAChangeThereIsNothingToExplain()
    {
        auto* why = open(WhyPage::Section::Shares);
        QTRY_VERIFY(in<QLabel>(why->shares(), "finding")->text().contains("nothing to share out"));
        QVERIFY(why->shares()->waterfall()->content().rows.isEmpty());
        click(in<QPushButton>(why->shares(), "restsOn")); // what the value itself rests on is there
        QCOMPARE(why->section(), WhyPage::Section::Tornado);
        QTRY_VERIFY(!why->tornado()->bars()->content().rows.isEmpty());
        why->showSection(WhyPage::Section::Shares);
        const auto& preset = m_board->catalogue().startPresets.front().preset; // and packages to try
        click(in<QPushButton>(why->shares(), ("whyTry:" + preset).c_str()));
        QTRY_VERIFY(!why->shares()->waterfall()->content().rows.isEmpty());
        QVERIFY(!in<QWidget>(why->shares(), "offers")->isVisible());
    }
    void theTornadoOffersTheEffectOnlyWhereThereIsOne()
    {
        auto* why = open(WhyPage::Section::Tornado);
        QTRY_VERIFY(!why->tornado()->bars()->content().rows.isEmpty());
        QVERIFY(!in<Segments>(why->tornado(), "tornadoOf")->isVisible()); // the value alone
        m_board->setMeasure(measure("hbm_export"), "open");
        QTRY_VERIFY(in<Segments>(why->tornado(), "tornadoOf")->isVisible());
        m_board->undo();
        QTRY_VERIFY(!in<Segments>(why->tornado(), "tornadoOf")->isVisible());
        m_board->setBaseline(test::engine().preset("full_denial")); // nothing is changed, and yet there is an effect
        QTRY_VERIFY(in<Segments>(why->tornado(), "tornadoOf")->isVisible());
    }
    void thePageNeverOpensEmpty()
    {
        m_window->showPage("why");
        auto* why = m_window->page<WhyPage>();
        QCOMPARE(why->section(), WhyPage::Section::Tornado);
        QTRY_VERIFY(!why->tornado()->bars()->content().rows.isEmpty());
        m_window->showPage("explore");
        m_board->setMeasure(measure("hbm_export"), "open");
        m_window->showPage("why");
        QCOMPARE(why->section(), WhyPage::Section::Shares);
        why->showSection(WhyPage::Section::Tornado); // chosen, so it stays
        m_window->showPage("explore");
        m_window->showPage("why");
        QCOMPARE(why->section(), WhyPage::Section::Tornado);
    }
    void namesInTheChainAreWhole()
    {
        m_window->resize(1024, 768);
        auto* why = open(WhyPage::Section::Causes);
        auto* tree = in<QTreeWidget>(why->causes(), "causesTree");
        auto* root = tree->topLevelItem(0);
        QTRY_VERIFY(root->childCount() > 3);
        int wrapped = 0;
        for (int i = 0; i < root->childCount(); ++i) {
            const auto place = tree->visualItemRect(root->child(i));
            const QFontMetrics metrics(tree->font());
            const auto words =
                metrics.boundingRect(QRect(0, 0, place.width() - 6, 1000), Qt::TextWordWrap, root->child(i)->text(0)).height();
            wrapped += words > metrics.lineSpacing();
            QVERIFY2(place.height() >= words, qPrintable(root->child(i)->text(0)));
        }
        QVERIFY(wrapped > 0);
    }
    void theMeasureThatMovesAlliedRevenueMostIsFoundInFourClicks()
    {
        int clicks = 0;
        auto* menu = in<QToolButton>(m_window.get(), "scenario")->menu();
        menu->popup({100, 100}); // as a click on the button does
        ++clicks;
        QTRY_VERIFY(menu->isVisible());
        const auto& bargain = test::engine().preset("grand_bargain");
        for (auto* action : menu->actions())
            if (action->text() == QString::fromStdString(bargain.title)) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                ++clicks;
                break;
            }
        QTRY_VERIFY(!m_board->scenario().changes.empty());
        click(in<QToolButton>(m_window.get(), "page:why"));
        ++clicks;
        auto* why = m_window->page<WhyPage>();
        click(in<QPushButton>(why, "quick:revenue.us_allied_total"));
        ++clicks;
        QVERIFY(clicks <= 4);
        AttributionRequest request;
        request.series = {seriesRow("revenue.us_allied_total")};
        const auto known = attribute(test::engine(), m_board->scenario(), m_board->baseline(), request);
        const auto& shares = known.series[0].shares;
        QVERIFY(why->focus().period().isYear());
        const auto at = why->focus().period();
        std::size_t most = 0;
        for (std::size_t p = 0; p < shares.size(); ++p)
            if (std::fabs(at.in(shares[p])) > std::fabs(at.in(shares[most])))
                most = p;
        QTRY_VERIFY(!why->shares()->waterfall()->content().rows.isEmpty());
        QTRY_COMPARE(why->shares()->waterfall()->content().rows[0].key, QString::fromStdString(known.players[most].id));
        QVERIFY(in<QLabel>(why->shares(), "finding")->text().contains(why->shares()->waterfall()->content().rows[0].name));
    }
    void aMeasureHasOneHueInBothCharts()
    {
        m_board->setScenario(test::engine().preset("open_gates"), "open gates");
        auto* why = open(WhyPage::Section::Shares);
        auto* bars = why->shares()->waterfall();
        QTRY_VERIFY(bars->content().rows.size() > 5);
        const auto& areas = why->shares()->areas()->content().parts;
        int seen = 0;
        for (const auto& row : bars->content().rows)
            if (!row.key.isEmpty() && row.pieces[0].part < partHues) {
                QCOMPARE(areas[row.pieces[0].part].name, row.name);
                ++seen;
            }
        QVERIFY(seen >= 4);
        QTRY_VERIFY(!why->shares()->areas()->labels().isEmpty()); // and its name in its area
        QTRY_VERIFY_WITH_TIMEOUT(!why->isBusy(), 100000);
        QVERIFY(bars->content().rows[0].interval); // also where measures are too many for all of their combinations in every run
    }
    void theWaterfallAppearsAfterAMoveAndAddsUpToTheChange()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_board->setMeasure(measure("cn_chip_purchase"), "free");
        auto* why = open(WhyPage::Section::Shares);
        QCOMPARE(why->focus().series(), m_window->page<ExplorePage>()->toldSeries()); // what the sentence was about
        auto* bars = why->shares()->waterfall();
        QTRY_VERIFY(bars->content().rows.size() >= 3);
        const auto row = why->focus().series();
        const double scale = words::displayUnit(m_board->catalogue().series[row]).scale;
        const double total = (m_board->present().annualMean(row, 2028) - m_board->reference().annualMean(row, 2028)) * scale;
        const auto& rows = bars->content().rows;
        QVERIFY(std::abs(rows[1].pieces[0].to - total) <= 1e-9 * std::abs(total)); // the second bar ends where the total does
        QVERIFY(rows.back().pieces[0].isHatched);                                  // what they do only together
        QCOMPARE(why->shares()->areas()->content().parts.size(), qsizetype{2});
        QTRY_VERIFY(!why->isBusy());
        QVERIFY(bars->content().rows[0].interval); // the band came
    }
    void anotherMoveWinsOverTheOneUnderWay()
    {
        auto* why = open(WhyPage::Section::Shares);
        for (const char* level : {"open", "hbm3_cap", "dec2024", "open"})
            m_board->setMeasure(measure("hbm_export"), level);
        QTRY_VERIFY(!why->shares()->waterfall()->content().rows.isEmpty());
        const auto row = why->focus().series();
        const double scale = words::displayUnit(m_board->catalogue().series[row]).scale;
        const double total = (m_board->present().annualMean(row, 2028) - m_board->reference().annualMean(row, 2028)) * scale;
        QTRY_VERIFY(std::abs(why->shares()->waterfall()->content().rows[0].pieces[0].to - total) <= 1e-9 * std::abs(total));
    }
    void walksAlongCausesAndBack()
    {
        auto* why = open(WhyPage::Section::Causes);
        why->chooseFocus(*m_board->catalogue().findSeries("hbm.stock"), Quarter{27});
        auto* causes = why->causes();
        const auto root = causes->shownName();
        QVERIFY(root.contains("HBM stock"));
        const auto known = causesOf(test::engine(), "hbm.stock", startingAt(m_board->scenario(), m_board->start()), startingAt(m_board->baseline(), m_board->start()));
        const auto step = std::ranges::find_if(known.causes, [](const Cause& c) { return c.input.kind == EquationInput::Kind::Variable; });
        QVERIFY(step != known.causes.end());
        click(in<QPushButton>(causes, ("cause:" + step->input.id).c_str()));
        QTRY_COMPARE(causes->steps(), 1);
        QCOMPARE(causes->shownName(), QString::fromStdString(step->name));
        QVERIFY(!in<QLabel>(causes, "equation")->text().contains(QString::fromStdString(step->input.id)));
        m_board->setMeasure(measure("hbm_export"), "open"); // another scenario leaves one where one stands
        QCOMPARE(causes->shownName(), QString::fromStdString(step->name));
        click(in<QToolButton>(causes, "back"));
        QTRY_COMPARE(causes->shownName(), root);
        why->chooseFocus(*m_board->catalogue().findSeries("compute.china_effective"), Quarter{27}); // a new root
        QCOMPARE(causes->steps(), 0);
    }
    void stocksStandWhereTheirChartsHaveThem()
    {
        const auto& catalogue = m_board->catalogue();
        std::size_t stocks = 0, others = 0;
        for (const char* id : {"hbm.stock", "hbm.home", "compute.china_effective"}) {
            const auto causes = causesOf(test::engine(), id, startingAt(m_board->scenario(), m_board->start()), startingAt(m_board->baseline(), m_board->start()));
            const auto& series = catalogue.series[*catalogue.findSeries(id)];
            const auto chart = figureLine(series, causes.self.present, FigureLine::Manner::Present, {});
            QCOMPARE(CausesView::stripOf(causes.self, m_board->catalogue()).lines.back().x, chart.x);
            QCOMPARE(chart.x[0], series.kind == SeriesKind::Stock ? Quarter{0}.end() : Quarter{0}.middle());
            (series.kind == SeriesKind::Stock ? stocks : others) += 1;
        }
        QVERIFY(stocks > 0 && others > 0);
    }
    void aConstantLeadsToItsSource()
    {
        auto* why = open(WhyPage::Section::Causes);
        const auto known = causesOf(test::engine(), "compute.china_effective", startingAt(m_board->scenario(), m_board->start()), startingAt(m_board->baseline(), m_board->start()));
        why->chooseFocus(*m_board->catalogue().findSeries("hbm.stock"), Quarter{27});
        const auto of = causesOf(test::engine(), "hbm.stock", startingAt(m_board->scenario(), m_board->start()), startingAt(m_board->baseline(), m_board->start()));
        for (const auto& causes : {of, known})
            for (const auto& cause : causes.causes)
                if (cause.input.kind == EquationInput::Kind::Parameter) {
                    why->chooseFocus(*m_board->catalogue().findSeries(causes.self.input.id), Quarter{27});
                    click(in<QPushButton>(why->causes(), ("cause:" + cause.input.id).c_str()));
                    QTRY_COMPARE(m_window->currentPage(), std::string("sources"));
                    QCOMPARE(m_window->page<SourcesPage>()->section(), SourcesPage::Section::Parameters);
                    return;
                }
        QFAIL("neither equation reads a parameter");
    }
    void theTornadoStandsAroundTheCentralRunAndLeadsToItsInputs()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* why = open(WhyPage::Section::Tornado);
        auto* bars = why->tornado()->bars();
        QTRY_VERIFY(!bars->content().rows.isEmpty());
        const auto row = why->focus().series();
        const double scale = words::displayUnit(m_board->catalogue().series[row]).scale;
        const double central = (m_board->present().annualMean(row, 2028) - m_board->reference().annualMean(row, 2028)) * scale;
        QVERIFY(std::abs(*bars->content().mark - central) <= 1e-9 * std::abs(central));
        const auto under = bars->content().rows[0].under;
        QVERIFY2(under.contains("source ") && under.contains(" to "), qPrintable(under)); // a letter never stands without the width of the range
        for (const auto& bar : bars->content().rows)
            QVERIFY2(bar.value.section(" to ", 0, 0) != bar.value.section(" to ", 1), qPrintable(bar.value)); // ends can be told apart
        QVERIFY(in<QLabel>(why->tornado(), "method")->y() < bars->y());            // the key stands on top
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->rowRect(0).center());
        QCOMPARE(m_window->currentPage(), std::string("sources"));
    }
    void indicesThatWereGivenUpCanBeComputedAgain()
    {
        auto* why = open(WhyPage::Section::Indices);
        auto* compute = in<QPushButton>(why->indices(), "computeIndices");
        click(compute);
        QVERIFY(!compute->isVisible());
        click(in<QPushButton>(why->indices(), "cancelJob"));
        QVERIFY(compute->isVisible());
    }
    void indicesComeWithIntervalsAndTheYears()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* why = open(WhyPage::Section::Indices);
        click(in<QPushButton>(why->indices(), "computeIndices"));
        auto* bars = why->indices()->bars();
        QTRY_VERIFY(!bars->content().rows.isEmpty());
        for (const auto& row : bars->content().rows) // what comes first has no intervals, so what an input does alone stays inside its bar
            QVERIFY(row.innerInterval || row.pieces[1].to <= row.pieces[0].to);
        QTRY_VERIFY_WITH_TIMEOUT(!why->isBusy(), 100000);
        for (const auto& row : bars->content().rows)
            QVERIFY(row.interval && row.innerInterval && row.innerInterval->first <= row.pieces[1].to + 1e-9 && row.innerInterval->second + 1e-9 >= row.pieces[1].to);
        QVERIFY(in<QLabel>(why->indices(), "method")->text().contains("1,024 base points"));
        const auto& heat = why->indices()->heat()->content();
        QCOMPARE(heat.columns.size(), qsizetype{11});
        QVERIFY(heat.rows.size() > 3 && heat.rows[0].cells.size() == 11);
        QCOMPARE(heat.columns[heat.marked], QString::number(why->focus().period().year()));
        QTest::mouseClick(why->indices()->heat(), Qt::LeftButton, {}, why->indices()->heat()->cellRect(1, 2).center());
        QCOMPARE(m_window->currentPage(), std::string("sources"));
    }
    void longNamesStandInTwoLines()
    {
        Bars bars(test::english());
        bars.resize(700, 100);
        BarsContent content;
        content.rows << BarRow{{}, "Short", {}, {{0, 1}}, {}, "1", {}}
                     << BarRow{{}, "Response of applications for US study to the odds of staying to work after graduation", "D", {{0, 1}}, {}, "1", {}};
        bars.setContent({content.rows.mid(0, 1), {}, {}, {}, false});
        const int low = bars.rowRect(0).height();
        bars.setContent(content);
        QCOMPARE(bars.nameLines(0), QStringList{"Short"});
        QCOMPARE(bars.nameLines(1).size(), qsizetype{2});
        QVERIFY(bars.nameLines(1)[0].startsWith("Response of"));
        QVERIFY(bars.rowRect(0).height() > low);
        QVERIFY(bars.sizeHint().height() >= bars.rowRect(1).bottom());
    }
    void anAreaThatGoesThroughZeroHasAPointThere()
    {
        const AreaContent content{{0, 1, 2}, {{"a", {-1, 3, 3}}, {"b", {2, -2, 0}}}, {1, 1, 3}, {}};
        const auto drawn = withCrossings(content);
        QCOMPARE(drawn.x, (QVector<double>{0, 0.25, 0.5, 1, 2})); // a at a quarter of the first step, b at its half; b only touches zero at the end
        QCOMPARE(drawn.parts[0].y, (QVector<double>{-1, 0, 1, 3, 3}));
        QCOMPARE(drawn.parts[1].y, (QVector<double>{2, 1, 0, -2, 0}));
        QCOMPARE(drawn.total, (QVector<double>{1, 1, 1, 1, 3}));
    }
    void oneMoreUnitAddsWhatTheEngineSays()
    {
        auto* why = open(WhyPage::Section::Units);
        why->chooseFocus(*m_board->catalogue().findSeries("compute.china"), Quarter{35});
        const auto known = unitWorthsOf(test::engine(), startingAt(m_board->scenario(), m_board->start()), m_board->start(), why->focus().series());
        QCOMPARE(why->units()->worths().size(), std::size_t{3});
        QCOMPARE(why->units()->worths()[0].added, known[0].added);
        QVERIFY(in<QLabel>(why->units(), "unit:0")->text().contains("million GB of HBM a year"));
        QVERIFY(in<QLabel>(why->units(), "finding")->text().contains("2030 Q4"));
        why->chooseFocus(*m_board->catalogue().findSeries("talent.us"), Quarter{35});
        QVERIFY(in<QLabel>(why->units(), "finding")->text().contains("adds nothing"));
    }
    /// A name that fits but for a part of a pixel would lose its last letter.
    void theLineUnderANameIsWholeInEveryWidth()
    {
        BarRow row;
        row.under = "15 thousand wafers a month, each year (6 to 26), source B";
        row.underBrief = "15 (6 to 26), source B";
        Bars bars(test::english());
        BarsContent content;
        content.rows << row;
        bars.setContent(content);
        for (int size = 90; size <= 130; ++size) {
            QFont font(bars.font());
            font.setPointSizeF(size / 10.0);
            const QFontMetrics metrics(font);
            for (int width = 600; width <= 840; ++width) {
                bars.resize(width, 100);
                const auto shown = bars.underOf(row, metrics);
                const bool isBrief = shown == row.underBrief;
                QVERIFY2(isBrief || metrics.elidedText(shown, Qt::ElideRight, width * 40 / 100) == shown, qPrintable(shown));
            }
        }
    }
    void theYearStandsAboveTheRightEdgeOfTheLeafInAWideWindow()
    {
        auto* why = open(WhyPage::Section::Goal);
        m_window->resize(1920, 1080);
        const auto rightOf = [why](const QWidget* widget) { return widget->mapTo(why, QPoint(widget->width(), 0)).x(); };
        const auto* picker = why->findChild<PeriodPicker*>();
        QVERIFY(picker);
        QTRY_VERIFY(why->goal()->width() < why->width() - 400); // the leaf keeps to a width that the eye can follow
        QTRY_VERIFY2(std::abs(rightOf(picker) - rightOf(why->goal())) <= 16, qPrintable(QString::number(rightOf(picker))));
    }
    void regretComparesThePackagesThatTakePart()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* why = open(WhyPage::Section::Regret);
        auto* table = why->regret()->table();
        QTRY_VERIFY(table->rowCount() > 10 && !why->isBusy());
        QVERIFY(in<QLabel>(why->regret(), "finding")->text().startsWith("If you want Chinese effective compute higher in "));
        const auto decimalsIn = [table](int row, int column) { return table->item(row, column)->text().section('.', 1).size(); };
        for (int row = 0; row < table->rowCount(); ++row)
            for (const int column : {1, 2, 3, 4, 6})
                QCOMPARE(decimalsIn(row, column), decimalsIn(0, 1)); // "8.6" over "11" would be hard to read
        const int all = table->rowCount();
        const auto more = table->item(0, 0)->text();
        auto* better = in<Segments>(why->regret(), "better");
        QTest::mouseClick(better, Qt::LeftButton, {}, better->segment(1).center());
        QTRY_VERIFY(!why->isBusy() && table->item(0, 0)->text() != more);
        auto* menu = in<QToolButton>(why->regret(), "packages")->menu();
        const auto actions = menu->actions();
        for (qsizetype i = 1; i < actions.size(); ++i) // all but the first, one after another as a person would
            actions[i]->trigger();
        QTRY_COMPARE(table->rowCount(), 0);
        QVERIFY(in<QLabel>(why->regret(), "finding")->text().contains("at least two"));
        actions[1]->trigger();
        QTRY_COMPARE(table->rowCount(), 2);
        QVERIFY(all > 10);
    }
    void unknownsFollowThePackageThatIsComparedWith()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* why = open(WhyPage::Section::Unknowns);
        why->chooseFocus(*m_board->catalogue().findSeries("compute.china_effective"), Quarter{35});
        auto* finding = in<QLabel>(why->unknowns(), "finding");
        QTRY_VERIFY(finding->text().contains("“Status quo, September 2026”"));
        const auto button = in<QToolButton>(why->unknowns(), "otherPackage")->text();
        QVERIFY2(button.startsWith("against “Status quo, September 2026”"), qPrintable(button)); // not "against Baseline: Status quo"
        auto* menu = in<QToolButton>(why->unknowns(), "otherPackage")->menu();
        const auto other = menu->actions().at(3)->text();
        menu->actions().at(3)->trigger();
        QTRY_VERIFY(!why->isBusy() && finding->text().contains(other));
        QVERIFY(in<QLabel>(why->unknowns(), "method")->text().contains("4,096 runs"));
        QCOMPARE(in<QLabel>(why->unknowns(), "method")->text().contains("Click a row"), !why->unknowns()->bars()->content().rows.isEmpty());
        for (const auto& row : why->unknowns()->bars()->content().rows)
            QVERIFY(row.under.contains("source ") && row.tip.contains("worth"));
    }
    void manyMeasuresAreSharedByGroup()
    {
        m_board->setScenario(test::engine().preset("full_denial"), "full denial");
        auto* why = open(WhyPage::Section::Shares);
        QTRY_VERIFY(!why->isBusy() && why->shares()->isByGroup());
        QVERIFY(in<QLabel>(why->shares(), "method")->text().contains("orders of adding groups"));
        auto* players = in<Segments>(why->shares(), "players");
        QCOMPARE(players->current(), 1);
        QTest::mouseClick(players, Qt::LeftButton, {}, players->segment(0).center());
        QTRY_VERIFY(!why->isBusy() && !why->shares()->isByGroup());
        QVERIFY(in<QLabel>(why->shares(), "method")->text().contains("Sampled"));
    }
    void theEvidenceBehindTheSpreadIsTold()
    {
        auto* why = open(WhyPage::Section::Shares);
        auto* evidence = in<QLabel>(why, "evidence");
        QTRY_VERIFY(evidence->text().contains("uncertainty in"));
        QVERIFY(evidence->text().contains("(A, B)") || evidence->text().contains("(C, D)"));
        why->chooseFocus(*m_board->catalogue().findSeries("talent.us"), Quarter{27});
        QTRY_VERIFY(evidence->text().contains(QString::fromStdString(m_board->catalogue().series[why->focus().series()].noun))
                                     && evidence->text().contains("2028"));
    }
    void aGoalIsAboutAYear()
    {
        auto* why = open(WhyPage::Section::Goal);
        auto* picker = in<QToolButton>(why, "periodPicker");
        QVERIFY(!picker->text().contains("Q"));
        picker->menu()->popup({100, 100}); // its entries are made when it opens
        QTRY_COMPARE(picker->menu()->actions().size(), qsizetype{14});
        picker->menu()->actions()[9]->trigger(); // 2031
        picker->menu()->close();
        QCOMPARE(why->focus().period(), Period::ofYear(2031));
        QVERIFY(in<QLabel>(why->goal(), "wish")->text().contains("mean of 2031"));
        why->chooseFocus(why->focus().series(), test::quarter("2032Q2"));
        QVERIFY(picker->text().startsWith("2032 ")); // a goal is about the year of a quarter
        why->showSection(WhyPage::Section::Shares);
        QVERIFY(picker->text().startsWith("2032 Q2"));
    }
    void everyClaimIsInSight()
    {
        m_window->resize(1024, 768);
        auto* why = open(WhyPage::Section::Claims);
        auto* list = in<QListWidget>(why->claims(), "claims");
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualItemRect(list->item(list->count() - 1))));
    }
    void goalSeekRefusesWordsAndPutsAPackageOnTheBoard()
    {
        auto* why = open(WhyPage::Section::Goal);
        why->chooseFocus(*m_board->catalogue().findSeries("compute.china_effective"), Quarter{(2030 - firstYear) * 4 + 3});
        auto* goal = why->goal();
        auto* line = in<QLineEdit>(goal, "threshold");
        QTest::keyClicks(line, "more");
        click(in<QPushButton>(goal, "seek"));
        QVERIFY(in<QLabel>(goal, "goalError")->isVisible());
        QVERIFY(!goal->isBusy());
        line->clear();
        const double now = m_board->present().annualMean(why->focus().series(), 2030) * words::displayUnit(m_board->catalogue().series[why->focus().series()]).scale;
        QTest::keyClicks(line, QString::number(now * 1.02, 'f', 4));
        click(in<QPushButton>(goal, "seek"));
        QTRY_VERIFY(!goal->isBusy());
        QTRY_VERIFY2(!goal->answer().packages.empty(), qPrintable(in<QLabel>(goal, "goalResult")->text()));
        const auto& package = goal->answer().packages.front();
        QVERIFY(package.shareOfDraws >= 0.5);
        for (const auto& found : goal->answer().packages) // one side acts, unless both are asked
            for (const auto& move : found.moves)
                QVERIFY(m_board->catalogue().actors[m_board->catalogue().measures[measure(move.measure.c_str())].actor].id != "china");
        QCOMPARE(in<QLabel>(goal, "acts:1")->text(), QString("Washington and its allies must act."));
        QVERIFY(in<QLabel>(goal, "cost:1:0")->text().contains(QString::fromStdString(series("revenue.us_allied_total").shortName)));
        QTRY_VERIFY(in<QLabel>(goal, "cost:1:2")->isVisible()); // a card that an answer brings is shown with the next turn of the loop
        click(in<QPushButton>(goal, "put:1"));
        QVERIFY(m_board->present().annualMean(why->focus().series(), 2030) > now * 1.01 / words::displayUnit(m_board->catalogue().series[why->focus().series()]).scale);
        QCOMPARE(m_board->history().count(), 1);
        m_board->undo();
        QVERIFY(m_board->scenario().changes.empty());
    }
    void packagesThatWereSoughtFromAnOlderScenarioSaySo()
    {
        auto* why = open(WhyPage::Section::Goal);
        auto* goal = why->goal();
        const auto series = *m_board->catalogue().findSeries("compute.china_effective");
        why->chooseFocus(series, Quarter{(2030 - firstYear) * 4 + 3});
        const double now = m_board->present().annualMean(series, 2030) * words::displayUnit(m_board->catalogue().series[series]).scale;
        QTest::keyClicks(in<QLineEdit>(goal, "threshold"), QString::number(now / 2, 'f', 4));
        click(in<QPushButton>(goal, "seek"));
        const auto said = [goal, this] { return in<QLabel>(goal, "goalResult")->text(); };
        QTRY_VERIFY(said().contains("already met"));
        QVERIFY(!said().contains("before your last change"));
        m_board->setMeasure(measure("hbm_export"), "open");
        QVERIFY2(said().startsWith("Found for the package before your last change"), qPrintable(said()));
        m_board->undo();
        QVERIFY(said().contains("already met") && !said().contains("before your last change"));
        why->chooseFocus(series, Quarter{(2031 - firstYear) * 4 + 3});
        QVERIFY(said().isEmpty());
    }
    void theAnswerToAnOwnClaimGoesWithItsScenario()
    {
        auto* claims = open(WhyPage::Section::Claims)->claims();
        in<QListWidget>(claims, "claims")->setCurrentRow(0);
        QTest::keyClicks(in<QLineEdit>(claims, "threshold"), "1");
        QTest::keyClick(in<QLineEdit>(claims, "threshold"), Qt::Key_Return);
        QTRY_COMPARE(claims->answer().parts.size(), std::size_t{1});
        m_board->setMeasure(measure("hbm_export"), "open");
        QVERIFY(claims->answer().parts.empty());
        QVERIFY(!claims->findChild<QLabel*>("partAnswer"));
    }
    void aShippedClaimIsAnsweredOnTheSpot()
    {
        auto* why = open(WhyPage::Section::Claims);
        QTRY_VERIFY(!why->claims()->answer().parts.empty());
        QVERIFY(in<QLabel>(why->claims(), "partAnswer")->text().contains("of runs"));
        QVERIFY(in<QLabel>(why->claims(), "leavesOut")->text().startsWith("Not in the model"));
    }
    void aJobThatIsGivenUpDeliversNothing()
    {
        Job job;
        std::atomic<bool> started = false, seen = false;
        bool delivered = false;
        job.start([&](const Job::Delivery& desk) {
            started = true;
            while (!desk.work.isCancelled())
                QThread::msleep(1);
            seen = true;
            desk.deliver([&] { delivered = true; });
        });
        QTRY_VERIFY(started);
        QVERIFY(job.isRunning());
        job.cancel();
        QVERIFY(!job.isRunning());
        QTRY_VERIFY(seen);
        QTest::qWait(20);
        QVERIFY(!delivered);
    }
};

CHOKEPOINT_TEST(WhyPageTest, QApplication)
#include "WhyPageTest.moc"
