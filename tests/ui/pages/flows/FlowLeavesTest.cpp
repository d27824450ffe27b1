// The leaves of the page Flows: talent, open models and products beside the supply chain, with keys, kept in the workbook.
#include "TestProgram.h"
#include "WindowTest.h"

#include "api/OpenModels.h"
#include "api/Products.h"
#include "api/TalentFlows.h"
#include "api/TalentWords.h"
#include "charts/ChartCard.h"
#include "pages/explore/ExplorePage.h"
#include "pages/flows/DrugChainView.h"
#include "pages/flows/FlowsPage.h"
#include "pages/flows/IndexView.h"
#include "pages/flows/MapView.h"
#include "pages/flows/OpenModelsView.h"
#include "pages/flows/ProductPlot.h"
#include "pages/flows/ProductsView.h"
#include "pages/flows/QuarterSlider.h"
#include "pages/flows/RibbonView.h"
#include "pages/flows/StackCard.h"
#include "pages/flows/SupplyView.h"
#include "pages/flows/TalentView.h"
#include "parts/FactTable.h"
#include "parts/NumberField.h"
#include "parts/Segments.h"

#include <QComboBox>
#include <QLabel>
#include <QProxyStyle>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <set>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

/// A desktop that asks for less motion.
class StillStyle : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

class FlowLeavesTest : public test::WindowTest {
    Q_OBJECT

    FlowsPage* m_page = nullptr;

    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void openLeaf(const char* leaf)
    {
        m_page->openLeaf(leaf);
        settle();
    }
    QLabel* titleOf(QWidget* leaf) const { return in<QLabel>(leaf, "leafTitle"); }
    NumberField* threshold(int at) const { return in<NumberField>(m_page->products(), qPrintable(QString("threshold%1").arg(at))); }
    void type(NumberField* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        key(Qt::Key_Delete);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
    }
    static const Product& product(const char* id) { return *std::ranges::find(productsOf(test::engine()).products, id, &Product::id); }

private slots:
    void init()
    {
        openWindow("talent_drought");
        m_window->setToday(QDate(2026, 11, 29));
        m_board->setYear(2030);
        m_window->showPage("flows");
        m_page = m_window->page<FlowsPage>();
        settle();
    }
    void cleanup() { closeWindow(); }

    void theNamesOfTheLeavesOpenThemAndTheWorkbookKeepsWhich()
    {
        QCOMPARE(m_page->leaf(), std::string("supply"));
        QVERIFY(m_page->supply()->isVisible());
        const auto place = m_page->leaves()->geometry();
        const char* ids[] = {"supply", "talent", "open_models", "products"};
        for (int leaf = 3; leaf >= 0; --leaf) {
            QTest::mouseClick(m_page->leaves(), Qt::LeftButton, {}, m_page->leaves()->segment(leaf).center());
            settle();
            QCOMPARE(m_page->leaf(), std::string(ids[leaf]));
            QCOMPARE(m_board->workbook().view.flows.leaf, std::string(ids[leaf]));
            QCOMPARE(m_page->leaves()->geometry(), place); // they stay where they are
        }
        m_page->leaves()->setFocus();
        key(Qt::Key_Right);
        QVERIFY(m_page->talent()->isVisible() && !m_page->supply()->isVisible());
        key(Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(m_page->openModels()->isVisible());
        key(Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_page->talent()->isVisible());
    }
    void anOpenedWorkbookShowsItsLeafAndItsQuarter()
    {
        auto workbook = m_board->workbook();
        workbook.view.flows = {"open_models", test::quarter("2029Q3")};
        m_board->setWorkbook(workbook);
        settle();
        QCOMPARE(m_page->leaf(), std::string("open_models"));
        QCOMPARE(m_page->supply()->slider()->quarter(), test::quarter("2029Q3"));
        workbook.view.flows.leaf = "minerals"; // of a later program
        m_board->setWorkbook(workbook);
        QCOMPARE(m_page->leaf(), std::string("supply"));
        m_page->supply()->setQuarter(test::quarter("2031Q1"));
        QVERIFY(m_board->workbook().view.flows.quarter == std::optional(test::quarter("2031Q1")));
    }
    void aNarrowWindowHasRoomForTalentAndOpenModelsWithoutScrolling()
    {
        m_window->resize(1024, 768);
        openLeaf("talent");
        auto* talent = m_page->talent();
        const auto isWhole = [](const QWidget* leaf) {
            const auto* scroll = leaf->findChild<QScrollArea*>(QStringLiteral("clearScroll"));
            return scroll->verticalScrollBar()->maximum() == 0;
        };
        QVERIFY(isWhole(talent));
        auto* below = in<Segments>(talent, "below");
        QVERIFY(talent->ribbons()->height() >= 300 && talent->stocks()->isVisible() && !talent->chain()->isVisible());
        QTest::mouseClick(below, Qt::LeftButton, {}, below->segment(1).center());
        settle();
        QVERIFY(talent->chain()->isVisible() && !talent->stocks()->isVisible() && isWhole(talent));
        for (const char* name : {"drugTold", "drugWeak", "drugTest"}) {
            const auto* part = in<QWidget>(talent->chain(), name);
            QVERIFY2(talent->chain()->rect().contains(part->geometry()), name);
        }
        openLeaf("open_models");
        QVERIFY(isWhole(m_page->openModels()));
        QCOMPARE(in<QWidget>(m_page->openModels(), "use")->y(), m_page->openModels()->lag()->y()); // three in one row
        m_window->resize(1280, 800);
        settle();
        QVERIFY(isWhole(m_page->openModels()));
        openLeaf("talent");
        QVERIFY(isWhole(talent) && talent->chain()->isVisible() && talent->stocks()->isVisible() && !below->isVisible());
    }
    void aRowOfAProductOrALineCitesTheOriginalsByName()
    {
        openLeaf("products");
        auto* view = m_page->products();
        const auto* cited = in<QLabel>(view, "cited");
        const auto& catalogue = m_board->catalogue();
        const auto isCited = [&](const std::vector<std::string>& ids) {
            return std::ranges::all_of(ids, [&](const std::string& id) {
                const auto& source = catalogue.sources[*catalogue.findSource(id)];
                return cited->text().contains(QString::fromStdString(source.title)) && !cited->text().contains(QString::fromStdString(id));
            });
        };
        for (const auto& any : productsOf(test::engine()).products) {
            emit view->table()->chosen(QString::fromStdString(any.id));
            QVERIFY2(isCited(any.sources), qPrintable(cited->text()));
        }
        view->table()->search(QStringLiteral("CHIP_AREAS")); // a key that no reader knows
        QCOMPARE(view->table()->shownCount(), 0);
        view->table()->search(QStringLiteral("stack speeds"));
        QVERIFY(view->table()->shownCount() > 0);
        view->tables()->setCurrent(1);
        emit view->tables()->chosen(1);
        QVERIFY(!isCited(productsOf(test::engine()).products.front().sources));
        emit view->lines()->chosen(QStringLiteral("1"));
        QVERIFY2(isCited(productsOf(test::engine()).lines[1].sources), qPrintable(cited->text()));
    }
    void titlesAreWholeInANarrowWindow()
    {
        m_window->resize(1024, 768);
        for (const char* leaf : {"supply", "talent", "open_models", "products"}) {
            openLeaf(leaf);
            auto* shown = leaf == std::string("supply")
                            ? in<QLabel>(m_page->supply(), "mapTitle")
                            : titleOf(m_page->findChild<QWidget*>(leaf == std::string("talent")        ? "talentLeaf"
                                                                  : leaf == std::string("open_models") ? "openModelsLeaf"
                                                                                                       : "productsLeaf"));
            const int needed = QFontMetrics(shown->font()).horizontalAdvance(shown->text());
            QVERIFY2(needed <= shown->width(), qPrintable(shown->text()));
        }
        openLeaf("supply");
        for (int q = 0; q < quarterCount; ++q) {
            m_page->supply()->setQuarter({q});
            auto* shown = in<QLabel>(m_page->supply(), "mapTitle");
            QVERIFY2(QFontMetrics(shown->font()).horizontalAdvance(shown->text()) <= shown->width(), qPrintable(shown->text()));
        }
    }

    void ribbonsAreAsThickAsThePeopleOfTheRunAndFillTheirNodes()
    {
        openLeaf("talent");
        const auto run = talentOf(test::engine(), m_board->scenario());
        for (const int year : {2022, 2026, 2030, 2035}) {
            m_board->setYear(year);
            settle();
            const auto& plan = m_page->talent()->ribbons()->plan();
            const double scale = m_page->talent()->ribbons()->scale();
            const auto isHigh = [&](const QRectF& bar, std::int64_t people) {
                return std::fabs(bar.height() - std::max(1.0, static_cast<double>(people) * scale)) < 1e-6;
            };
            for (const auto origin : {Origin::UnitedStates, Origin::China, Origin::India, Origin::Other})
                QVERIFY(isHigh(plan.node(origin).bar, run.in(year).bornIn(origin)));
            for (const auto way : {TalentWay::HiredAbroad, TalentWay::Graduate, TalentWay::Deterred})
                QVERIFY(isHigh(plan.node(way).bar, run.in(year).by(way)));
            for (const auto place : {TalentPlace::OtherWork, TalentPlace::Home, TalentPlace::ThirdCountry, TalentPlace::ChineseAi})
                QVERIFY(isHigh(plan.node(place).bar, run.in(year).to(place)));
            const auto card = QRectF(m_page->talent()->ribbons()->rect());
            for (const auto& node : plan.nodes())
                QVERIFY(card.contains(node.bar));
            for (const auto& band : plan.bands())
                QVERIFY(band.from.x() < band.to.x());
        }
    }
    void nodesOfRibbonsNeverTouchInAnyYearOfAnyPackage()
    {
        const auto status = talentOf(test::engine(), test::engine().preset("status_quo_2026"));
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto run = talentOf(test::engine(), preset);
            for (const auto& year : run.years)
                for (const QSizeF size : {QSizeF(700, 380), QSizeF(992, 380), QSizeF(1030, 486), QSizeF(1540, 660)})
                    for (const auto& people : {ui::peopleOf(year), ui::peopleAbove(year, status.in(year.year))}) {
                        const double scale = RibbonPlan::scaleFor(size, year, {people});
                        const RibbonPlan plan(size, year, people, scale);
                        const QRectF room(0, RibbonPlan::headHeight - 0.01, size.width(), size.height() - RibbonPlan::headHeight - 20);
                        for (const auto& node : plan.nodes()) {
                            QVERIFY2(room.contains(node.bar), preset.id.c_str());
                            for (const auto& other : plan.nodes())
                                QVERIFY2(&node == &other || !node.bar.intersects(other.bar), preset.id.c_str());
                        }
                        QVERIFY(room.contains(plan.box()));
                    }
        }
    }
    void figuresBesideRibbonsAreThoseOfTheYear()
    {
        openLeaf("talent");
        const auto now = talentOf(test::engine(), m_board->scenario()).in(2030);
        const auto before = talentOf(test::engine(), m_board->assumedBaseline()).in(2030);
        const auto texts = m_page->talent()->ribbons()->paintedTexts();
        const auto said = [](const Message& message) { return QString::fromStdString(test::said(message)); };
        QVERIFY(texts.contains(said(words::peopleAgainst(now.bornIn(Origin::India), before.bornIn(Origin::India)))));
        QVERIFY(texts.contains(said(words::talentParts(TalentPlace::ThirdCountry, now))));
        for (const auto& line : words::talentLedger(now))
            QVERIFY(texts.contains(QString::fromStdString(test::said(line.number))));
        const auto title = titleOf(m_page->talent())->text();
        QVERIFY2(title.startsWith("Talent drought: ") && title.endsWith(", and the workforce shrinks"), qPrintable(title));
        const auto instead = QLocale(QLocale::English).toString(static_cast<qlonglong>(before.entering()));
        QVERIFY2(title.contains("instead of " + instead), qPrintable(title));
        QVERIFY(now.entering() < before.entering());
    }
    void sharesThatLookAlikeAreNotSetAgainstEachOther()
    {
        m_board->setScenario(test::engine().preset("hbm_strict"), "strict");
        openLeaf("open_models");
        const auto title = titleOf(m_page->openModels())->text();
        QVERIFY2(title.contains("hardly moves influence") && !title.contains("instead of"), qPrintable(title));
    }
    void aPackageThatMovesNobodyHasNoEffectEverywhere()
    {
        m_board->setScenario(test::engine().preset("hbm_strict"), "strict");
        openLeaf("talent");
        const auto texts = m_page->talent()->ribbons()->paintedTexts();
        QCOMPARE(std::ranges::count_if(texts, [](const QString& told) { return told.endsWith("no effect"); }), std::ptrdiff_t{11});
        QVERIFY(titleOf(m_page->talent())->text().contains("as many as in"));
    }
    void theDifferenceDrawsWhatChangesAlone()
    {
        openLeaf("talent");
        auto* manner = in<Segments>(m_page->talent(), "manner");
        QTest::mouseClick(manner, Qt::LeftButton, {}, manner->segment(1).center());
        settle();
        const auto now = talentOf(test::engine(), m_board->scenario()).in(2030);
        const auto before = talentOf(test::engine(), m_board->assumedBaseline()).in(2030);
        const auto& bands = m_page->talent()->ribbons()->plan().bands();
        std::int64_t shown = 0;
        for (const auto& band : bands)
            if (band.origin == Origin::UnitedStates)
                shown += std::abs(band.people);
        QCOMPARE(shown, std::abs(now.sum([](const auto& r) { return r.way == TalentWay::Domestic; }) - before.sum([](const auto& r) {
                            return r.way == TalentWay::Domestic;
                        })) + std::abs(now.sum([](const auto& r) {
                            return r.origin == Origin::UnitedStates && r.way == TalentWay::Research;
                        }) - before.sum([](const auto& r) { return r.origin == Origin::UnitedStates && r.way == TalentWay::Research; })));
        QVERIFY(std::ranges::any_of(bands, [](const RibbonBand& band) { return band.people < 0; }));
    }
    void keysGoThroughTheRibbonsAndTellEach()
    {
        openLeaf("talent");
        auto* ribbons = m_page->talent()->ribbons();
        ribbons->setFocus();
        QStringList told;
        for (int i = 0; i < 12; ++i) {
            key(Qt::Key_Down);
            QVERIFY(!told.contains(ribbons->accessibleDescription()));
            told << ribbons->accessibleDescription();
        }
        QVERIFY2(told.front().startsWith("United States: "), qPrintable(told.front()));
        QVERIFY2(told.back().startsWith("US AI research: start of 2030"), qPrintable(told.back()));
        key(Qt::Key_Down);
        QCOMPARE(ribbons->accessibleDescription(), told.front());
    }
    void theChainSaysHowWeakItsLinkIs()
    {
        openLeaf("talent");
        auto* chain = m_page->talent()->chain();
        const auto texts = chain->paintedTexts();
        QVERIFY(texts.contains("power 0.35") && texts.contains("0.15 to 0.6") && texts.contains("2.5 years later"));
        QVERIFY(in<QLabel>(chain, "drugWeak")->text().contains("source D"));
        QVERIFY2(in<QLabel>(chain, "drugTold")->text().contains(" instead of "), qPrintable(in<QLabel>(chain, "drugTold")->text()));
        click(in<QPushButton>(chain, "drugTest"));
        QCOMPARE(m_window->currentPage(), std::string("why"));
    }

    void aBaselineThatIsTheSameHasNoBarsOfItsOwn()
    {
        m_board->setScenario(test::engine().preset("status_quo_2026"), "status quo");
        openLeaf("open_models");
        const auto* index = m_page->openModels()->index();
        QVERIFY(index->paintedTexts().filter(QStringLiteral("Lower bar")).isEmpty());
        m_board->setScenario(test::engine().preset("open_weights_push"), "open weights");
        QTRY_COMPARE(index->paintedTexts().filter(QStringLiteral("Lower bar")).size(), 1);
    }
    void theBarsOfTheIndexAddUpAndAreThoseOfTheRun()
    {
        m_board->setScenario(test::engine().preset("open_weights_push"), "open weights");
        openLeaf("open_models");
        auto* index = m_page->openModels()->index();
        const auto models = openModelsOf(test::engine(), m_board->scenario(), m_board->present(), Period::ofYear(2030));
        for (int row = 0; row < 3; ++row) {
            int sum = 0;
            for (const auto& number : index->shown(row))
                sum += number.toInt();
            QCOMPARE(sum, 100);
        }
        QCOMPARE(index->shown(0).size(), 4);
        QCOMPARE(index->shown(2).back().toLongLong(), static_cast<qlonglong>(models.influence.hundredths[OpenModels::China]));
        const auto read = in<QLabel>(index, "indexRead")->text();
        QVERIFY2(read.startsWith("China in 2030: 40% of "), qPrintable(read));
        // the sentence can be done again: weight times use and the rest times building make the index
        const double made =
            models.weight * models.use.parts[OpenModels::OpenChina] + (1 - models.weight) * models.bases.parts[OpenModels::BaseChina];
        QVERIFY(std::fabs(made - models.influence.parts[OpenModels::China]) < 1e-9);
        const auto stack = m_page->openModels()->use()->content();
        for (std::size_t q = 0; q < quarterCount; ++q) {
            double sum = 0;
            for (const auto& part : stack.parts)
                sum += part.values[q];
            QVERIFY(std::fabs(sum - 100) < 1e-6);
        }
    }
    void whatAChartAsksForOpens()
    {
        openLeaf("open_models");
        emit m_page->openModels()->lag()->whyAsked("capability.gap");
        QCOMPARE(m_window->currentPage(), std::string("why"));
        m_window->showPage("flows");
        emit m_page->openModels()->lag()->distributionAsked("capability.gap");
        QCOMPARE(m_window->currentPage(), std::string("explore"));
        QVERIFY(m_window->page<ExplorePage>()->distribution());
        m_window->showPage("flows");
        QCOMPARE(m_page->leaf(), std::string("open_models"));
    }
    void anOwnWeightOfUseIsTheOneThatIsTold()
    {
        m_board->setAssumption({"open.token_weight", "0.5", "", "", ""});
        openLeaf("open_models");
        QVERIFY(in<QLabel>(m_page->openModels()->index(), "indexRead")->text().contains(": 50% of "));
    }

    void aLineOfASettingStandsInItsFieldsAndColoursTheChips()
    {
        openLeaf("products");
        auto* view = m_page->products();
        QCOMPARE(threshold(0)->text(), QString("4,800"));
        QCOMPARE(threshold(3)->text(), QString("21,000"));
        auto* choice = in<QComboBox>(view, "line:accel_ceiling");
        choice->setCurrentIndex(0); // open
        emit choice->activated(0);
        QVERIFY(threshold(0)->text().isEmpty());
        QVERIFY(titleOf(view)->text().startsWith("Setting ") && titleOf(view)->text().contains(": no chip of "));
        for (const auto& point : view->plot()->points())
            QVERIFY(point.product->kind == Product::Kind::Stack || point.verdict == ProductVerdict::Free);
        QCOMPARE(view->table()->shownCount(), static_cast<int>(productsOf(test::engine()).products.size()));
    }
    void namesOfProductsKeepClearOfEachOtherAndOfTheLineBesideThem()
    {
        m_window->resize(1280, 800);
        openLeaf("products");
        const auto* plot = m_page->products()->plot();
        const auto labels = plot->labels();
        QVERIFY(labels.size() + 3 > plot->points().size());
        for (std::size_t i = 0; i < labels.size(); ++i)
            for (std::size_t j = i + 1; j < labels.size(); ++j)
                QVERIFY(!labels[i].box.intersects(labels[j].box));
        const auto boxOf = [&](const char* id) {
            const auto all = plot->labels();
            const auto at = std::ranges::find_if(all, [&](const ProductPlot::Label& label) { return label.product->id == id; });
            return at == all.end() ? QRectF() : at->box;
        };
        const double needed = plot->placeOf(*m_page->products()->chipLine().tpp, 1).x(); // the line runs beside two chips of one place
        QVERIFY(boxOf("a800").isValid() && (boxOf("a800").right() < needed || boxOf("a800").left() > needed));
        const auto before = boxOf("b300");
        type(threshold(0), QString::number(*product("b300").tpp * 1.2, 'f', 0)); // a line right behind the point
        const auto now = boxOf("b300");
        const double x = plot->placeOf(*m_page->products()->chipLine().tpp, 1).x();
        QVERIFY(before.left() < x && before.right() > x); // there the name would lie across it
        QVERIFY(now.isValid() && (now.right() < x || now.left() > x));
    }
    void thresholdsAreTypedDraggedAndEmptied()
    {
        openLeaf("products");
        auto* view = m_page->products();
        type(threshold(3), "16,000"); // denied from here
        QCOMPARE(verdictOf(product("h200"), view->chipLine()), ProductVerdict::Licensable);
        type(threshold(3), "15,000");
        QCOMPARE(verdictOf(product("h200"), view->chipLine()), ProductVerdict::Caught);
        QVERIFY(titleOf(view)->text().startsWith("Your line: "));
        type(threshold(3), "");
        QVERIFY(!view->chipLine().deniedTpp);
        QVERIFY(threshold(3)->text().isEmpty());
        type(threshold(3), "-5"); // no line lies below nothing
        QVERIFY(!view->chipLine().deniedTpp);
        const auto from = view->plot()->placeOf(4800, 1500).toPoint(), to = view->plot()->placeOf(30000, 1500).toPoint();
        QVERIFY(view->plot()->handleAt(from) == ProductPlot::Handle::Tpp);
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view->plot(), (from + to) / 2);
        QMouseEvent move(QEvent::MouseMove, to, view->plot()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view->plot(), &move);
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, to);
        QVERIFY(view->chipLine().tpp && std::fabs(*view->chipLine().tpp - 30000) < 1500);
        QCOMPARE(threshold(0)->number()->value, *view->chipLine().tpp);
    }
    void theTableOfLinesHasEverySettingAndARowIsTheLineThatIsLookedAt()
    {
        openLeaf("products");
        auto* view = m_page->products();
        QTest::mouseClick(view->tables(), Qt::LeftButton, {}, view->tables()->segment(1).center());
        QVERIFY(view->lines()->isVisible() && !view->table()->isVisible());
        const auto& book = productsOf(test::engine());
        QCOMPARE(view->lines()->shownCount(), static_cast<int>(book.lines.size()));
        for (std::size_t row = 0; row < book.lines.size(); ++row) {
            view->lines()->choose(QString::number(row));
            emit view->lines()->chosen(QString::number(row));
            const bool isChips = book.lines[row].measure == measure("accel_ceiling");
            QVERIFY((isChips ? view->chipLine() : view->stackLine()) == book.lines[row].line);
        }
    }
    void anOwnLineEntersTheRunAsTheNearestSetting()
    {
        openLeaf("products");
        auto* choice = in<QComboBox>(m_page->products(), "line:accel_ceiling");
        choice->setCurrentIndex(7); // nothing allowed
        emit choice->activated(7);
        auto* use = in<QPushButton>(m_page->products(), "use:accel_ceiling");
        QVERIFY(use->isEnabled());
        click(use);
        settle();
        QCOMPARE(m_board->valueOf(measure("accel_ceiling")), std::string("none"));
        QVERIFY(!use->isEnabled()); // it is in force now
        m_board->undo();
        settle();
        QCOMPARE(m_board->valueOf(measure("accel_ceiling")), std::string("h200"));
    }

    void ribbonsOfTheMapGlideUnlessTheDesktopWantsNoMotion()
    {
        openLeaf("supply");
        auto* map = m_page->supply()->map();
        m_page->supply()->setQuarter(test::quarter("2024Q4"));
        QTRY_VERIFY(!map->isGliding());
        const auto before = map->streams().streams.front().allowed;
        m_page->supply()->setQuarter(test::quarter("2032Q4"));
        QVERIFY(map->isGliding());
        const auto after = map->streams().streams.front().allowed;
        QVERIFY(before != after);
        QCOMPARE(map->drawnStreams().streams.front().allowed, before); // it sets out where it stood
        QTRY_VERIFY(!map->isGliding());
        QCOMPARE(map->drawnStreams().streams.front().allowed, after);
        auto* still = new StillStyle;
        still->setParent(map);
        map->setStyle(still);
        m_page->supply()->setQuarter(test::quarter("2024Q4"));
        QVERIFY(!map->isGliding());
        QCOMPARE(map->drawnStreams().streams.front().allowed, before);
        map->setStyle(nullptr);
    }
    void keysWalkAlongTheLinksOfACard()
    {
        openLeaf("supply");
        auto* map = m_page->supply()->map();
        const auto& chain = supplyChainOf(test::engine());
        map->setChosen(*chain.findNode("hbm_leaders"));
        map->setFocus();
        std::set<std::size_t> links;
        key(Qt::Key_Right, Qt::ControlModifier);
        const auto first = map->currentLink();
        QVERIFY(first.has_value());
        QVERIFY(!map->accessibleDescription().isEmpty());
        do {
            links.insert(*map->currentLink());
            key(Qt::Key_Right, Qt::ControlModifier);
        } while (map->currentLink() != first && links.size() < 40);
        for (const auto at : links)
            QVERIFY(chain.edges[at].from == *chain.findNode("hbm_leaders") || chain.edges[at].to == *chain.findNode("hbm_leaders"));
        QVERIFY(links.size() >= 3);
        const auto& edge = chain.edges[*first];
        const auto other = edge.from == *map->current() ? edge.to : edge.from;
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(map->current(), std::optional(other));
        QVERIFY(!map->currentLink());
    }
};

CHOKEPOINT_TEST(FlowLeavesTest, QApplication)
#include "FlowLeavesTest.moc"
