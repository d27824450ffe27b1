// Lays out the cards of talent, and follows the board.
#include "pages/flows/TalentView.h"

#include "api/ScenarioWords.h"
#include "api/TalentWords.h"
#include "bridge/Draws.h"
#include "parts/Segments.h"
#include "pages/flows/DrugChainView.h"
#include "pages/flows/RibbonView.h"
#include "pages/flows/StackCard.h"
#include "pages/flows/YearSegments.h"
#include "parts/Text.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int chartsWidth = 350, leastRibbons = 380, leastChart = 200, leastFoldedRibbons = 320;

/// From the top of a stack down: those born in the United States, others, India, China.
constexpr std::array stacked{Origin::China, Origin::India, Origin::Other, Origin::UnitedStates};

QColor Tokens::*hueOf(Origin origin)
{
    switch (origin) {
    case Origin::China: return &Tokens::orange;
    case Origin::India: return &Tokens::green;
    case Origin::Other: return &Tokens::sky;
    case Origin::UnitedStates: break;
    }
    return &Tokens::edge;
}

double meanOf(const std::array<SeriesValues, originCount>& parts, int year)
{
    double sum = 0;
    for (const auto& part : parts)
        sum += annualMean(part, year);
    return sum;
}

} // namespace

TalentView::TalentView(Board& board, Draws& draws, QWidget* parent) : FlowLeaf(parent), m_board(board), m_draws(draws)
{
    setObjectName(QStringLiteral("talentLeaf"));
    m_manner = addManner(tr("What the ribbons of talent show"));
    m_years = new YearSegments(board, this);
    m_below = new Segments({tr("People"), tr("Drugs")}, this);
    m_below->setObjectName(QStringLiteral("below"));
    m_below->setAccessibleName(tr("What stands below the ribbons"));
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("clearScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cards = new QWidget(m_scroll);
    m_cards->setObjectName(QStringLiteral("clearInner"));
    m_scroll->setWidget(m_cards);
    m_ribbons = new RibbonView(board.language(), m_cards);
    m_stocks = new StackCard(board.language(), m_cards);
    m_stocks->setObjectName(QStringLiteral("stocks"));
    m_admitted = new StackCard(board.language(), m_cards);
    m_admitted->setObjectName(QStringLiteral("admitted"));
    m_chain = new DrugChainView(board.catalogue(), board.language(), m_cards);
    connect(m_chain, &DrugChainView::testAsked, this, [this] { emit wayAsked({.page = "why", .part = "claims"}); });
    connect(m_manner, &Segments::chosen, this, &TalentView::showYear);
    connect(m_below, &Segments::chosen, this, &TalentView::lay);
    const auto follow = [this] {
        m_isOld = true;
        if (isVisible())
            renew();
    };
    connect(&board, &Board::changed, this, follow);
    connect(&board, &Board::yearChanged, this, [this] {
        if (!m_isOld)
            showYear();
    });
    connect(&draws, &Draws::ready, this, &TalentView::showBand);
    connect(&draws, &Draws::outdated, this, &TalentView::showBand);
}

void TalentView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_draws.want(this, {*m_board.catalogue().findSeries("drug.clinical_entries_us")});
    if (m_isOld)
        renew();
}

void TalentView::renew()
{
    m_isOld = false;
    m_run = talentOf(m_board.engine(), m_board.played());
    m_baseline = talentOf(m_board.engine(), m_board.assumedBaseline());
    showYear();
    showBand();
}

void TalentView::showYear()
{
    const int year = m_board.year();
    const auto& catalogue = m_board.catalogue();
    const auto scenario = words::shortScenarioLabel(catalogue, m_board.scenario());
    const auto baseline = words::shortScenarioLabel(catalogue, m_board.baseline());
    const auto &now = m_run.in(year), &before = m_baseline.in(year);
    const bool isDifference = m_manner->current() == 1;
    m_title->setText(m_board.said(words::talentTitle(now, before, scenario, baseline)));
    m_subtitle->setText(m_board.said(words::talentSubtitle(year, scenario, baseline, isDifference)));
    m_ribbons->setYears(now, before, m_board.said(baseline), isDifference);
    const auto stack = [&](StackCard& card, const Message& title, const Message& unit, const auto& values, const auto& reference) {
        StackContent content{.title = m_board.said(title), .unit = m_board.said(unit), .parts = {}, .year = year};
        for (const auto origin : stacked) {
            const auto at = static_cast<std::size_t>(origin);
            if (std::ranges::any_of(values[at], [](double value) { return value > 0; }))
                content.parts.push_back({m_board.said(words::originName(origin)), hueOf(origin), 0.5, values[at], reference[at]});
        }
        content.referenceName = m_board.said(baseline);
        content.isReferenceSum = true;
        card.setContent(std::move(content));
    };
    stack(*m_stocks, words::stocksTitle(meanOf(m_run.stocks, year), meanOf(m_baseline.stocks, year), year), Message("talent.stocks_unit"),
          m_run.stocks, m_baseline.stocks);
    stack(*m_admitted, words::admittedTitle(meanOf(m_run.admitted, year), meanOf(m_baseline.admitted, year), year),
          Message("talent.admitted_unit"), m_run.admitted, m_baseline.admitted);
    m_chain->setRuns(m_run, m_baseline, year, m_board.said(baseline));
}

void TalentView::showBand()
{
    const auto row = *m_board.catalogue().findSeries("drug.clinical_entries_us");
    m_chain->setBand(m_draws.isCurrent() ? m_draws.spreadOf(row) : std::nullopt);
}

std::vector<Page::Area> TalentView::areas() const
{
    std::vector<Page::Area> areas{{m_ribbons, m_ribbons}};
    if (!m_chain->isHidden())
        areas.push_back({m_chain->linkWidget(), m_chain});
    return areas;
}

void TalentView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    lay();
}

/// Where neither width nor height has room for all, the charts and what hangs on them take turns below the ribbons.
void TalentView::lay()
{
    const int free = height() - headHeight - margin, wide = width() - 2 * margin;
    const bool isBeside = width() >= chartsBeside;
    const int chainBelow = DrugChainView::heightFor(wide);
    const bool isFolded = !isBeside && leastRibbons + leastChart + chainBelow + 2 * space > free;
    const bool hasCharts = !isFolded || m_below->current() == 0, hasChain = !isFolded || m_below->current() == 1;
    const int chain = isFolded ? DrugChainView::oneRow : chainBelow;
    const int charts = isBeside || isFolded ? 0 : leastChart + space;
    const int ribbons = std::max(isFolded ? leastFoldedRibbons : leastRibbons, free - chain - space - charts);
    const int tall = ribbons + charts + space + chain;
    const int bar = tall > free ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    const int room = wide - bar;
    std::vector<std::pair<QWidget*, int>> controls{{m_manner, 150}, {m_years, 250}};
    if (isFolded)
        controls.emplace_back(m_below, 130);
    layHead(width(), controls);
    m_below->setVisible(isFolded);
    m_stocks->setVisible(hasCharts);
    m_admitted->setVisible(hasCharts);
    m_chain->setVisible(hasChain);
    m_scroll->setGeometry(0, headHeight, width(), height() - headHeight);
    m_cards->resize(width() - bar, tall + margin);
    if (isBeside) {
        m_ribbons->setGeometry(margin, 0, room - chartsWidth - space, ribbons);
        const int half = (ribbons - space) / 2, left = margin + room - chartsWidth;
        m_stocks->setGeometry(left, 0, chartsWidth, half);
        m_admitted->setGeometry(left, ribbons - half, chartsWidth, half);
    } else {
        m_ribbons->setGeometry(margin, 0, room, ribbons);
        const int half = (room - space) / 2, top = ribbons + space, high = isFolded ? chain : leastChart;
        m_stocks->setGeometry(margin, top, half, high);
        m_admitted->setGeometry(margin + room - half, top, half, high);
    }
    m_chain->setGeometry(margin, tall - chain, room, chain);
}

} // namespace chokepoint::ui
