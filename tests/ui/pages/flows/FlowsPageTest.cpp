// The page Flows: the map of the supply chain with slider, pane and keys, held against the run.
#include "TestProgram.h"
#include "WindowTest.h"

#include "api/LawAsOf.h"
#include "api/SupplyMap.h"
#include "api/SupplyMapWords.h"
#include "pages/flows/FlowsPage.h"
#include "pages/flows/MapPane.h"
#include "pages/flows/MapView.h"
#include "pages/flows/MoverList.h"
#include "pages/flows/QuarterSlider.h"
#include "pages/flows/Sparkline.h"
#include "pages/flows/SupplyView.h"
#include "parts/Segments.h"
#include "parts/TableWindow.h"

#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <set>

using namespace chokepoint;
using namespace chokepoint::ui;

class FlowsPageTest : public test::WindowTest {
    Q_OBJECT

    SupplyView* m_view = nullptr;

    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    const SupplyChain& chain() const { return supplyChainOf(test::engine()); }
    std::size_t node(const char* id) const { return *chain().findNode(id); }
    QString title() const { return in<QLabel>(m_view, "mapTitle")->text(); }
    QString subtitle() const { return in<QLabel>(m_view, "mapSubtitle")->text(); }
    SupplyQuarter runIn(Quarter quarter) const
    {
        return supplyMapOf(test::engine(), m_board->scenario())[static_cast<std::size_t>(quarter.index)];
    }
    void clickCard(const char* id)
    {
        QTest::mouseClick(m_view->map(), Qt::LeftButton, {}, m_view->map()->plan().card(id)->place.center().toPoint());
        settle();
    }
    double widthOf(MapFlow flow) const
    {
        const auto& streams = m_view->map()->streams();
        return std::ranges::find(streams.streams, flow, &MapStream::flow)->allowed / streams.scale;
    }

private slots:
    void init()
    {
        openWindow();
        m_window->setToday(QDate(2026, 11, 29));
        m_window->showPage("flows");
        m_view = m_window->page<FlowsPage>()->supply();
        settle();
    }
    void cleanup() { closeWindow(); }

    void itOpensAtThePresentQuarterAndLaterAtTheOneChosenLast()
    {
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2026Q4"));
        QVERIFY(subtitle().startsWith("2026 Q4"));
        m_view->slider()->setFocus();
        key(Qt::Key_Left);
        m_window->showPage("explore");
        m_window->setToday(QDate(2027, 5, 1)); // the day goes on, the choice stays
        m_window->showPage("flows");
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2026Q3"));
    }
    void keysOfTheSliderMoveTheMap()
    {
        m_view->slider()->setFocus();
        key(Qt::Key_Right);
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2027Q1"));
        key(Qt::Key_PageDown);
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2028Q1"));
        key(Qt::Key_PageUp);
        key(Qt::Key_Left);
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2026Q4"));
        key(Qt::Key_End);
        QCOMPARE(m_view->slider()->quarter(), Quarter{quarterCount - 1});
        key(Qt::Key_Right);
        QCOMPARE(m_view->slider()->quarter(), Quarter{quarterCount - 1});
        key(Qt::Key_Home);
        QCOMPARE(m_view->slider()->quarter(), Quarter{0});
        QVERIFY(subtitle().startsWith("2022 Q1"));
    }
    void theLineBetweenRecordAndProjectionStrikesNoYearThrough()
    {
        const int years = m_view->slider()->pointAt(Quarter{0}).y() + 21, words = years - 41; // the middles of both lines of words
        const auto pieces = m_view->slider()->recordedLine();
        QVERIFY(pieces.size() >= 2);
        const auto crosses = [&](int y) {
            return std::ranges::any_of(pieces, [&](const QLineF& piece) { return piece.y1() < y && y < piece.y2(); });
        };
        QVERIFY(!crosses(years) && crosses(years - 20) && crosses(words - 17)); // the track, and between the words above it
    }
    void theKnobCoversNoNameOfABottleneck()
    {
        auto* slider = m_view->slider();
        int aside = 0;
        for (int q = 0; q < quarterCount; ++q) {
            slider->setQuarter(Quarter{q});
            for (const auto& block : slider->blocks()) {
                const double half = QFontMetricsF(slider->font()).horizontalAdvance(block.word) / 2, middle = block.wordRoom.center().x();
                QVERIFY2(block.word.isEmpty() || middle + half * 0.8 < slider->knob().left()
                             || middle - half * 0.8 > slider->knob().right(),
                         qPrintable(block.word));
                QVERIFY(block.word.isEmpty() || block.place.contains(block.wordRoom));
                aside += !block.word.isEmpty() && block.wordRoom != block.place;
            }
        }
        QVERIFY(aside > 10);
    }
    void thePointerMovesTheSlider()
    {
        QTest::mouseClick(m_view->slider(), Qt::LeftButton, {}, m_view->slider()->pointAt(test::quarter("2030Q2")));
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2030Q2"));
    }
    void itPlaysFourQuartersASecondAndStops()
    {
        QCOMPARE(QuarterSlider::msPerQuarter, 250);
        m_view->slider()->setQuarter(Quarter{quarterCount - 3});
        m_view->slider()->setFocus();
        QSignalSpy moves(m_view->slider(), &QuarterSlider::moved);
        key(Qt::Key_Space);
        QVERIFY(m_view->slider()->isPlaying());
        QTRY_VERIFY(!m_view->slider()->isPlaying());
        QCOMPARE(moves.size(), 2);
        QCOMPARE(m_view->slider()->quarter(), Quarter{quarterCount - 1});
        click(m_view->slider()->playButton()); // from the end it begins anew
        QCOMPARE(m_view->slider()->quarter(), Quarter{0});
        QVERIFY(m_view->slider()->isPlaying());
        m_view->slider()->setFocus();
        key(Qt::Key_Space);
        QVERIFY(!m_view->slider()->isPlaying());
    }
    void whatIsDrawnAgreesWithTheRunInEveryQuarter()
    {
        for (const char* preset : {"status_quo_2026", "grand_bargain"}) {
            m_board->setScenario(test::engine().preset(preset), preset);
            const auto map = supplyMapOf(test::engine(), m_board->scenario());
            for (int q = 0; q < quarterCount; ++q) {
                m_view->setQuarter({q});
                const auto& now = map[static_cast<std::size_t>(q)];
                for (const auto& stream : m_view->map()->streams().streams)
                    QVERIFY(std::fabs(stream.allowed / m_view->map()->streams().scale - now.flow(stream.flow).allowed) < 1e-9);
                for (const auto& mark : m_view->map()->marks())
                    QCOMPARE(mark.state, now.gates[mark.gate]);
                QCOMPARE(title(), QString::fromStdString(test::said(words::mapTitle(now))));
            }
        }
    }
    void nothingOfTheLanesTouchesInAnyQuarter()
    {
        for (const char* preset : {"status_quo_2026", "open_gates", "full_denial"})
            for (const QSize size : {QSize(1440, 900), QSize(1024, 768)}) {
                m_board->setScenario(test::engine().preset(preset), preset);
                m_window->resize(size);
                settle();
                const auto lane = m_view->map()->plan().card("accel_cn")->place;
                for (int q = 0; q < quarterCount; ++q) {
                    m_view->setQuarter({q});
                    const auto& streams = m_view->map()->streams();
                    double edge = lane.top();
                    if (streams.ghost) {
                        QVERIFY(streams.ghost->top >= edge);
                        edge = streams.ghost->top + streams.ghost->height;
                    }
                    for (const auto input : {BindingInput::Hbm, BindingInput::Logic, BindingInput::Packaging}) {
                        const auto& at = streams.inputs[static_cast<std::size_t>(input)];
                        QVERIFY2(at.top >= edge, qPrintable(QString("%1, quarter %2").arg(preset).arg(q)));
                        edge = at.top + at.height;
                    }
                    QVERIFY(edge <= lane.bottom());
                }
            }
    }
    void aMeasureOnTheBoardRepaintsTheMapAtOnce()
    {
        m_view->setQuarter(test::quarter("2028Q4"));
        const auto gate = chain().edgeOf(MapFlow::LegalHbm).gates.front();
        const auto stateOf = [&] { return std::ranges::find(m_view->map()->marks(), gate, &MapView::Mark::gate)->state; };
        QCOMPARE(stateOf(), GateState::Closed);
        QCOMPARE(widthOf(MapFlow::LegalHbm), 0.0);
        QVERIFY(m_view->map()->streams().ghost.has_value());
        m_board->setMeasure(measure("hbm_export"), "open");
        QCOMPARE(stateOf(), GateState::Open);
        QVERIFY(widthOf(MapFlow::LegalHbm) > 0);
        QVERIFY(!m_view->map()->streams().ghost.has_value());
        m_board->undo();
        QCOMPARE(stateOf(), GateState::Closed);
    }
    void aCardOpensThePaneWithWhatTheRunSaysOfIt()
    {
        QVERIFY(!m_view->pane()->node());
        QVERIFY(in<QLabel>(m_view->pane(), "whyWords")->isVisible()); // nothing chosen: why HBM
        clickCard("hbm_leaders");
        QCOMPARE(m_view->pane()->node(), std::optional(node("hbm_leaders")));
        QCOMPARE(in<QLabel>(m_view->pane(), "nodeName")->text(), QString("HBM of the leaders"));
        QCOMPARE(in<QLabel>(m_view->pane(), "gateState")->text(), QString("closed by rule"));
        QVERIFY(in<QLabel>(m_view->pane(), "gateReason")->text().contains("HBM sales to China: Dec 2024 rule"));
        const auto* line = in<Sparkline>(m_view->pane(), "sparkline:hbm.sold");
        const auto sold = m_board->present().at(seriesRow("hbm.sold"), test::quarter("2026Q4"));
        QVERIFY2(line->accessibleDescription().startsWith(QString::number(std::round(sold / 10) / 100, 'f', 2).left(1)),
                 qPrintable(line->accessibleDescription()));
        const auto before = line->accessibleDescription();
        m_board->setYear(2035);
        QVERIFY(in<QLabel>(m_view->pane(), "effectsOn")->text().contains("2035"));
        m_view->slider()->setQuarter(test::quarter("2032Q4"));
        QVERIFY(line->accessibleDescription() != before);
        m_view->slider()->setQuarter(test::quarter("2023Q1"));
        QCOMPARE(in<QLabel>(m_view->pane(), "gateState")->text(), QString("open to China"));
        clickCard("hbm_leaders"); // the same again closes it
        QVERIFY(!m_view->pane()->node());
    }
    void licensedChipsOpenByAClickToo()
    {
        QTest::mouseClick(m_view->map(), Qt::LeftButton, {}, m_view->map()->plan().channelCard(0).center().toPoint());
        settle();
        QVERIFY(m_view->map()->chosen() == node("accel_us"));
        QVERIFY(m_view->pane()->isVisible());
    }
    void numbersOfTheMapAreATableByAKey()
    {
        m_view->setQuarter(test::quarter("2028Q4"));
        m_view->map()->setFocus();
        QTest::keyClick(m_view->map(), Qt::Key_T, Qt::ControlModifier);
        const auto* table = m_view->map()->findChild<TableWindow*>();
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->content().rows.size(), mapFlowCount);
        const auto now = runIn(test::quarter("2028Q4"));
        double sum = 0;
        for (const auto& row : table->content().rows)
            sum += *row[3].value;
        double allowed = 0;
        for (const auto& flow : now.flows)
            allowed += flow.allowed;
        QVERIFY(std::fabs(sum - allowed) < 1e-9);
    }
    void effectsOfMeasuresFillInAndFollowTheBoard()
    {
        clickCard("hbm_leaders");
        QTRY_VERIFY(!m_view->pane()->isBusy());
        const auto& movers = m_view->pane()->movers()->movers();
        QCOMPARE(movers.size(), chain().nodes[node("hbm_leaders")].measures.size());
        QCOMPARE(movers[0].inForce, std::string("dec2024"));
        const auto shown = in<QWidget>(m_view->pane(), "mover:hbm_export")->findChildren<QLabel*>("effect");
        QCOMPARE(static_cast<std::size_t>(shown.size()), movers[0].steps.size());
        const auto row = seriesRow("compute.china_effective");
        const double open =
            test::engine().project(withSetting(test::engine(), m_board->scenario(), measure("hbm_export"), "open")).annualMean(row, 2028);
        QCOMPARE(movers[0].steps[0].central, open);
        QVERIFY(shown[0]->text().startsWith("+") || shown[0]->text().contains("+"));
        // no capped level is set, and the pane says why the cap does nothing
        QVERIFY(!in<QLabel>(in<QWidget>(m_view->pane(), "mover:hbm_cap_units"), "noEffect")->text().isEmpty());
        m_board->setMeasure(measure("hbm_export"), "open");
        QVERIFY(m_view->pane()->isBusy());
        QTRY_VERIFY(!m_view->pane()->isBusy());
        QCOMPARE(m_view->pane()->movers()->movers()[0].inForce, std::string("open"));
    }
    void linksLeadFromCardToCard()
    {
        clickCard("hbm_cn");
        auto* link = in<QPushButton>(m_view->pane(), "link:accel_cn");
        QCOMPARE(link->accessibleName(), QString("to Chinese AI chips: HBM2E, HBM3, HiBL"));
        click(link);
        settle();
        QCOMPARE(m_view->pane()->node(), std::optional(node("accel_cn")));
        QCOMPARE(m_view->map()->chosen(), std::optional(node("accel_cn")));
    }
    void arrowKeysWalkFromCardToCardAndSayWhatEachIs()
    {
        auto* map = m_view->map();
        map->setFocus();
        key(Qt::Key_Down); // begins at the choke point
        QCOMPARE(map->current(), std::optional(node("hbm_leaders")));
        QCOMPARE(map->accessibleName(), QString("HBM of the leaders"));
        QVERIFY(map->accessibleDescription().contains("closed by rule") && map->accessibleDescription().contains("million GB a year"));
        key(Qt::Key_Down);
        QCOMPARE(map->current(), std::optional(node("stockpile")));
        key(Qt::Key_Right);
        QCOMPARE(map->current(), std::optional(node("accel_cn")));
        key(Qt::Key_Return);
        QCOMPARE(m_view->pane()->node(), std::optional(node("accel_cn")));
        key(Qt::Key_Escape);
        QVERIFY(!m_view->pane()->node());
        key(Qt::Key_PageDown);
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2027Q1"));
    }
    void everyCardCanBeReachedWithKeys()
    {
        auto* map = m_view->map();
        map->setFocus();
        key(Qt::Key_Down);
        std::set<std::size_t> seen{*map->current()};
        for (bool grows = true; grows;) {
            grows = false;
            for (const auto start : std::set(seen))
                for (const auto code : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}) {
                    map->setChosen(start);
                    key(code);
                    grows = seen.insert(*map->current()).second || grows;
                }
        }
        std::set<std::size_t> cards;
        for (const auto& card : map->plan().cards())
            cards.insert(card.node);
        QCOMPARE(seen, cards);
    }
    void theDifferenceOfNoChangeIsNothingAndOfAChangeIsThatOfTheRuns()
    {
        auto* manner = in<Segments>(m_view, "manner");
        m_view->setQuarter(test::quarter("2028Q4"));
        QTest::mouseClick(manner, Qt::LeftButton, {}, manner->segment(1).center());
        QVERIFY2(title().startsWith("Chinese users get as much compute"), qPrintable(title()));
        for (const auto& stream : m_view->map()->streams().streams)
            QCOMPARE(stream.allowed, 0.0);
        m_board->setMeasure(measure("hbm_export"), "open");
        const auto present = runIn(test::quarter("2028Q4"));
        const auto reference =
            supplyMapOf(test::engine(), m_board->assumedBaseline())[static_cast<std::size_t>(test::quarter("2028Q4").index)];
        QVERIFY2(title().contains(present.chinaCompute > reference.chinaCompute ? "a year more" : "a year less"), qPrintable(title()));
        QVERIFY(std::fabs(widthOf(MapFlow::LegalHbm) - present.flow(MapFlow::LegalHbm).allowed) < 1e-9);
        // cards tell differences too, and those of users add up to the title
        const auto& users = chain().nodes[node("cn_users")];
        const auto added = test::said(words::mapFigures(users, present, &reference, false).front());
        const auto painted = m_view->map()->paintedTexts().join(QLatin1Char('|'));
        const auto bare = QString::fromStdString(added).remove(QLatin1Char('*'));
        QVERIFY2(bare.startsWith(QLatin1Char('+')) || bare.startsWith(QStringLiteral("\u2212")), qPrintable(bare));
        QVERIFY2(painted.contains(bare), qPrintable(painted));
        const auto numberIn = [](QString words) {
            words.replace(QStringLiteral("\u2212"), QStringLiteral("-")).remove(QLatin1Char('*')).remove(QLatin1Char(','));
            return words.section(QLatin1Char(' '), 0, 0).toDouble();
        };
        double sum = 0;
        for (const auto flow : {MapFlow::Domestic, MapFlow::Licensed, MapFlow::Smuggled, MapFlow::Rented})
            sum += numberIn(QString::fromStdString(test::said(words::mapChannel(flow, present, &reference))));
        QVERIFY(std::fabs(sum - numberIn(bare)) < 1e-9);
        QVERIFY2(title().contains(QString::number(std::fabs(sum), 'f', 2).left(4)), qPrintable(title()));
        QTest::mouseClick(manner, Qt::LeftButton, {}, manner->segment(0).center());
        QCOMPARE(title(), QString::fromStdString(test::said(words::mapTitle(present))));
    }
    void theSubtitleSaysInHowManyRunsTheBottleneckIsTheSame()
    {
        QTRY_VERIFY(m_draws->isFinal());
        const auto row = seriesRow("accel.binding");
        const auto shares = sharesOfCodes(m_draws->present(), row, test::quarter("2026Q4"), 4);
        const auto binding = runIn(test::quarter("2026Q4")).binding;
        const auto percent = QString::number(std::round(shares[static_cast<std::size_t>(binding)] * 100));
        QVERIFY2(subtitle().endsWith("in " + percent + "% of runs."), qPrintable(subtitle()));
    }
    void bothHalvesOfTheClaimStandOnTheMap()
    {
        QTRY_VERIFY(!m_view->isBusy());
        const auto texts = m_view->map()->paintedTexts();
        QVERIFY(texts.contains("Is HBM, rather than AI chips, the choke point?"));
        QVERIFY(
            std::ranges::any_of(texts, [](const QString& told) { return told.contains("Denying HBM") && told.contains("opening HBM"); }));
        QTest::mouseClick(m_view->map(), Qt::LeftButton, {}, m_view->map()->plan().claim().center().toPoint());
        QCOMPARE(m_window->currentPage(), std::string("why"));
    }
    void narrowWindowsFoldThePaneAndThenTheSteps()
    {
        m_window->resize(1280, 800);
        settle();
        QVERIFY(!m_view->pane()->isVisible());
        clickCard("logic_cn");
        QVERIFY(m_view->pane()->isVisible());
        QVERIFY(m_view->map()->geometry().contains(m_view->pane()->geometry()));
        click(in<QToolButton>(m_view->pane(), "closePane"));
        settle();
        QVERIFY(!m_view->pane()->isVisible());
        QVERIFY(!m_view->map()->plan().areStepsFolded());
        m_window->resize(1024, 768);
        settle();
        QVERIFY(m_view->map()->plan().areStepsFolded());
        QVERIFY(!m_view->map()->plan().card("litho"));
        QVERIFY(m_view->map()->paintedTexts().contains("15 steps, 2 closed to China and 7 partly closed"));
        const auto room = QRectF(m_view->map()->rect());
        for (const auto& lane : m_view->map()->streams().inputs)
            QVERIFY(lane.top > m_view->map()->plan().border() && lane.top + lane.height < room.bottom());
    }
    void cardsNeverOverlapInAnySize()
    {
        for (const QSize size : {QSize(1024, 768), QSize(1100, 700), QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)}) {
            m_window->resize(size);
            settle();
            const auto& cards = m_view->map()->plan().cards();
            for (const auto& card : cards) {
                QVERIFY(QRectF(m_view->map()->rect()).contains(card.place));
                for (const auto& other : cards)
                    QVERIFY2(&card == &other || !card.place.intersects(other.place),
                             qPrintable(QString("%1 and %2")
                                            .arg(QString::fromStdString(chain().nodes[card.node].id),
                                                 QString::fromStdString(chain().nodes[other.node].id))));
                QVERIFY(!card.place.intersects(m_view->map()->plan().claim()));
            }
        }
    }
    void aWayLeadsToAMeasureAndAQuarter()
    {
        m_window->go({.page = "flows", .measure = measure("hbm_export"), .period = test::quarter("2031Q1")});
        QCOMPARE(m_view->slider()->quarter(), test::quarter("2031Q1"));
        QCOMPARE(m_view->pane()->node(), std::optional(node("hbm_leaders")));
    }
};

CHOKEPOINT_TEST(FlowsPageTest, QApplication)
#include "FlowsPageTest.moc"
