// Lays out map, slider and pane, and follows the board.
#include "pages/flows/SupplyView.h"

#include "api/ClaimWords.h"
#include "api/Claims.h"
#include "api/ScenarioWords.h"
#include "api/SupplyMapWords.h"
#include "bridge/Draws.h"
#include "pages/flows/MapPane.h"
#include "pages/flows/MapView.h"
#include "pages/flows/QuarterSlider.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QLabel>
#include <QShowEvent>

#include <algorithm>
#include <utility>

namespace chokepoint::ui {
namespace {

constexpr int paneWidth = 296, slidingWidth = 340, sliderHeight = 90, mannerWidth = 150;
constexpr std::size_t claimDraws = 1000, codesOfBinding = 4;

} // namespace

SupplyView::SupplyView(Board& board, Draws& draws, QWidget* parent) : FlowLeaf(parent), m_board(board), m_draws(draws)
{
    const auto& chain = supplyChainOf(board.engine());
    m_title->setObjectName(QStringLiteral("mapTitle"));
    m_subtitle->setObjectName(QStringLiteral("mapSubtitle"));
    m_manner = addManner(tr("What the ribbons show"));
    m_map = new MapView(chain, board.language(), this);
    m_slider = new QuarterSlider(board.language(), this);
    m_pane = new MapPane(board, this);
    std::vector<QuarterSlider::Event> events;
    for (const auto mark : supplyEventsOf(board.engine()))
        events.push_back({timeOfEvent(board.engine(), mark), text(board.catalogue().eventMarks[mark].words)});
    m_slider->setEvents(std::move(events));

    connect(m_manner, &Segments::chosen, this, &SupplyView::showQuarter);
    connect(m_map, &MapView::nodeChosen, this, &SupplyView::choose);
    connect(m_map, &MapView::claimAsked, this, [this] { emit wayAsked({.page = "why", .part = "claims"}); });
    connect(m_map, &MapView::quartersAsked, this, [this](int step) { m_slider->setQuarter({m_slider->quarter().index + step}); });
    connect(m_map, &MapView::playAsked, this, [this] { m_slider->setPlaying(!m_slider->isPlaying()); });
    connect(m_slider, &QuarterSlider::moved, this, [this](Quarter quarter) {
        m_isChosen = true;
        m_quarter = quarter;
        auto flows = m_board.workbook().view.flows;
        flows.quarter = quarter;
        m_board.keepFlows(flows);
        showQuarter();
    });
    connect(&board, &Board::workbookOpened, this, &SupplyView::readView);
    connect(m_pane, &MapPane::nodeAsked, this, [this](std::size_t node) { choose(node); });
    connect(m_pane, &MapPane::closeAsked, this, [this] { choose(std::nullopt); });
    connect(m_pane, &MapPane::wayAsked, this, &SupplyView::wayAsked);
    const auto follow = [this] {
        m_isOld = true;
        if (isVisible())
            renew();
    };
    connect(&board, &Board::changed, this, follow);
    connect(&board, &Board::yearChanged, this, follow);
    connect(&draws, &Draws::ready, this, &SupplyView::tell);
    connect(&draws, &Draws::outdated, this, &SupplyView::tell);
    renew(); // before the wish, which can tell at once that draws are outdated
    m_draws.want(this, {*board.catalogue().findSeries("accel.binding")});
    readView();
}

/// The quarter that the workbook keeps; where it keeps none, that of today stays.
void SupplyView::readView()
{
    const auto kept = m_board.workbook().view.flows.quarter;
    m_isChosen = kept.has_value();
    if (!kept || *kept == m_quarter)
        return;
    m_quarter = *kept;
    const QSignalBlocker quiet(m_slider);
    m_slider->setQuarter(m_quarter);
    showQuarter();
}

void SupplyView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        renew();
    if (m_verdict.isEmpty())
        askClaim();
}

/// Two runs, some tenths of a millisecond, and everything follows from them.
void SupplyView::renew()
{
    m_isOld = false;
    m_present = supplyMapOf(m_board.engine(), m_board.played());
    m_reference = supplyMapOf(m_board.engine(), m_board.assumedBaseline());
    std::vector<BindingInput> binding;
    for (const auto& quarter : m_present)
        binding.push_back(quarter.binding);
    m_slider->setBinding(std::move(binding));
    if (m_slider->quarter() != m_quarter) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setQuarter(m_quarter);
    }
    m_pane->renew();
    showQuarter();
}

void SupplyView::showQuarter()
{
    const bool isDifference = m_manner->current() == 1;
    m_map->setQuarter(here(), isDifference ? std::optional(m_reference[static_cast<std::size_t>(m_quarter.index)]) : std::nullopt);
    m_pane->setQuarter(m_quarter, here());
    tell();
}

/// In which share of the runs the bottleneck of the quarter is what it is in the central run, once the draws are of this scenario.
std::optional<double> SupplyView::shareOfBottleneck() const
{
    const auto row = *m_board.catalogue().findSeries("accel.binding");
    if (!m_draws.isCurrent() || m_draws.present().draws() == 0 || !m_draws.present().has(row))
        return std::nullopt;
    return sharesOfCodes(m_draws.present(), row, m_quarter, codesOfBinding)[static_cast<std::size_t>(here().binding)];
}

void SupplyView::tell()
{
    const auto& catalogue = m_board.catalogue();
    const auto scenario = words::shortScenarioLabel(catalogue, m_board.scenario());
    if (m_manner->current() == 1) {
        const auto baseline = words::shortScenarioLabel(catalogue, m_board.baseline());
        const auto& other = m_reference[static_cast<std::size_t>(m_quarter.index)];
        m_title->setText(m_board.said(words::mapDifferenceTitle(here(), other, baseline)));
        m_subtitle->setText(m_board.said(words::mapDifferenceSubtitle(m_quarter, scenario, baseline)));
        return;
    }
    m_title->setText(m_board.said(words::mapTitle(here())));
    m_subtitle->setText(m_board.said(words::mapSubtitle(m_quarter, scenario, here().binding, shareOfBottleneck())));
}

/// The answer hangs on the data book alone: it is asked once.
void SupplyView::askClaim()
{
    const auto* claim = claimOfMap(m_board.engine());
    if (!claim || m_claimJob.isRunning())
        return;
    const auto question = tr("Is HBM, rather than AI chips, the choke point?");
    m_map->setClaim(question, {});
    m_claimJob.start([this, &engine = m_board.engine(), claim, question](const Job::Delivery& desk) {
        if (const auto shares = claimShares(engine, *claim, claimDraws, desk.work))
            desk.deliver([this, claim, question, shares = *shares] {
                m_verdict = m_board.said(words::claimVerdict(*claim, shares));
                m_map->setClaim(question, m_verdict);
                m_pane->setVerdict(m_verdict);
            });
    });
}

void SupplyView::choose(std::optional<std::size_t> node)
{
    m_map->setChosen(node);
    m_pane->showNode(node);
    lay();
}

/// Of the cards that a measure moves, one that it moves first of all, and of several the one where most measures meet.
void SupplyView::chooseFor(std::size_t measure)
{
    const auto& nodes = supplyChainOf(m_board.engine()).nodes;
    std::optional<std::size_t> best;
    const auto rank = [&](std::size_t at) { return std::pair(nodes[at].measures.front() == measure, nodes[at].measures.size()); };
    for (std::size_t at = 0; at < nodes.size(); ++at)
        if (std::ranges::find(nodes[at].measures, measure) != nodes[at].measures.end() && (!best || rank(at) > rank(*best)))
            best = at;
    if (best)
        choose(*best);
}

void SupplyView::setQuarter(Quarter quarter) { m_slider->setQuarter(quarter); }

void SupplyView::setToday(QDate today)
{
    m_pane->setToday(today.toString(Qt::ISODate).toStdString());
    if (m_isChosen || !today.isValid())
        return;
    const int quarters = (today.year() - firstYear) * 4 + (today.month() - 1) / 3;
    m_quarter = {std::clamp(quarters, 0, quarterCount - 1)};
    const QSignalBlocker quiet(m_slider);
    m_slider->setQuarter(m_quarter);
    showQuarter();
}

std::vector<Page::Area> SupplyView::areas() const { return {{m_map, m_map}, {m_slider, m_slider}, {m_pane, m_pane}}; }

bool SupplyView::isBusy() const { return m_claimJob.isRunning() || m_pane->isBusy(); }

void SupplyView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    lay();
}

/// By hand: nothing changes its place because of a text. In a narrow window the pane slides over the steps when a card is chosen.
void SupplyView::lay()
{
    const bool isBeside = width() >= paneBeside;
    const int right = isBeside ? width() - paneWidth : width();
    const int wide = right - 2 * margin;
    layHead(right, {{m_manner, std::max(m_manner->sizeHint().width(), mannerWidth)}});
    const int mapHeight = height() - headHeight - space - sliderHeight - margin;
    m_map->setStepsFolded(width() < stepsBeside);
    m_map->setGeometry(margin, headHeight, wide, mapHeight);
    m_slider->setGeometry(margin, headHeight + mapHeight + space, wide, sliderHeight);
    if (isBeside)
        m_pane->setGeometry(right, 0, paneWidth, height());
    else
        m_pane->setGeometry(margin, headHeight, slidingWidth, mapHeight);
    m_pane->setProperty("sliding", !isBeside);
    m_pane->setVisible(isBeside || m_map->chosen());
    m_pane->raise();
}

} // namespace chokepoint::ui
