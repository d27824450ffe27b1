// Lays out the cards of open models, and follows the board.
#include "pages/flows/OpenModelsView.h"

#include "api/OpenModels.h"
#include "api/OpenModelsWords.h"
#include "api/ScenarioWords.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/flows/IndexView.h"
#include "pages/flows/StackCard.h"
#include "pages/flows/YearSegments.h"
#include "parts/Text.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int leastAbove = 350, leastBelow = 274, leastBelowNarrow = 206;
constexpr double hundredths = 100;

struct Layer {
    const char* series;
    Message name;
    QColor Tokens::*hue;
    double tint;
};

SeriesValues inHundredths(SeriesValues values)
{
    for (auto& value : values)
        value *= hundredths;
    return values;
}

} // namespace

OpenModelsView::OpenModelsView(Board& board, Draws& draws, QWidget* parent) : FlowLeaf(parent), m_board(board)
{
    setObjectName(QStringLiteral("openModelsLeaf"));
    m_years = new YearSegments(board, this);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("clearScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cards = new QWidget(m_scroll);
    m_cards->setObjectName(QStringLiteral("clearInner"));
    m_scroll->setWidget(m_cards);
    m_influence = new ChartCard(board, draws, "open.influence_us", {"open.influence_china"}, false, m_cards);
    m_index = new IndexView(board.catalogue(), board.language(), m_cards);
    m_use = new StackCard(board.language(), m_cards);
    m_use->setObjectName(QStringLiteral("use"));
    m_bases = new StackCard(board.language(), m_cards);
    m_bases->setObjectName(QStringLiteral("bases"));
    m_lag = new ChartCard(board, draws, "capability.gap", {}, false, m_cards);
    answer(m_influence);
    answer(m_lag);
    connect(m_index, &IndexView::testAsked, this, [this] { emit wayAsked({.page = "why", .part = "claims"}); });
    const auto follow = [this] {
        m_isOld = true;
        if (isVisible())
            renew();
    };
    connect(&board, &Board::changed, this, follow);
    connect(&board, &Board::yearChanged, this, follow);
}

/// What a chart asks for, on the page or in a window of its own, lies on other pages.
void OpenModelsView::answer(ChartCard* card)
{
    const auto row = [this](const std::string& series) { return m_board.catalogue().findSeries(series); };
    connect(card, &ChartCard::sourcesAsked, this,
            [this, row](const std::string& series) { emit wayAsked({.page = "sources", .series = row(series)}); });
    connect(card, &ChartCard::whyAsked, this, [this, row](const std::string& series) {
        emit wayAsked({.page = "why", .series = row(series), .period = Period::ofYear(m_board.year())});
    });
    connect(card, &ChartCard::distributionAsked, this,
            [this, row](const std::string& series) { emit wayAsked({.page = "explore", .part = "distribution", .series = row(series)}); });
    connect(card, &ChartCard::assumptionsAsked, this, [this] { emit wayAsked({.page = "sources", .part = "parameters"}); });
    connect(card, &ChartCard::windowOpened, this, &OpenModelsView::answer);
}

void OpenModelsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        renew();
}

void OpenModelsView::renew()
{
    m_isOld = false;
    const int year = m_board.year();
    const auto& catalogue = m_board.catalogue();
    const auto scenario = words::shortScenarioLabel(catalogue, m_board.scenario());
    const auto baseline = words::shortScenarioLabel(catalogue, m_board.baseline());
    const auto now = openModelsOf(m_board.engine(), m_board.played(), m_board.present(), Period::ofYear(year));
    const auto before = openModelsOf(m_board.engine(), m_board.assumedBaseline(), m_board.reference(), Period::ofYear(year));
    m_title->setText(m_board.said(words::openModelsTitle(now, before, year, scenario, baseline)));
    m_subtitle->setText(m_board.said(words::openModelsSubtitle(year, scenario, baseline)));
    m_index->setModels(now, before, year, m_board.said(scenario), m_board.said(baseline));
    lay();
    const auto stack = [&](StackCard& card, const Message& title, const Message& unit, const std::vector<Layer>& layers) {
        StackContent content{.title = m_board.said(title), .unit = m_board.said(unit), .parts = {}, .year = year, .top = hundredths};
        for (const auto& layer : layers) {
            const auto row = *catalogue.findSeries(layer.series);
            content.parts.push_back({m_board.said(layer.name), layer.hue, layer.tint, inHundredths(m_board.present().series[row]),
                                     inHundredths(m_board.reference().series[row])});
        }
        card.setContent(std::move(content));
    };
    stack(*m_use, words::openUseTitle(now, before, year), Message("open_models.tokens_unit", {{"baseline", baseline}}),
          {{"open.token_closed", Message("open_models.closed_us"), &Tokens::green, 0.22},
           {"open.token_us", Message("open_models.open_us"), &Tokens::green, 0.55},
           {"open.token_other", Message("open_models.open_other"), &Tokens::edge, 0.3},
           {"open.token_china", Message("open_models.open_china"), &Tokens::purple, 0.5}});
    stack(*m_bases, words::openBasesTitle(now, before, year), Message("open_models.bases_unit", {{"baseline", baseline}}),
          {{"open.base_us", Message("open_models.base_us"), &Tokens::green, 0.55},
           {"open.base_other", Message("open_models.base_other"), &Tokens::edge, 0.3},
           {"open.base_china", Message("open_models.base_china"), &Tokens::purple, 0.5}});
}

std::vector<Page::Area> OpenModelsView::areas() const
{
    return {{m_years, m_years}, {m_influence->view(), m_influence}, {m_index->linkWidget(), m_index}, {m_lag->view(), m_lag}};
}

void OpenModelsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    lay();
}

void OpenModelsView::lay()
{
    layHead(width(), {{m_years, 250}});
    m_scroll->setGeometry(0, headHeight, width(), height() - headHeight);
    const int free = height() - headHeight - margin;
    const int needed = std::max(leastAbove, m_index->heightFor((width() - 3 * margin) / 2 - space));
    const bool isWide = width() >= threeBeside, areThree = isWide || needed + 2 * (leastBelow + space) > free;
    const int below = std::max(isWide ? leastBelow : leastBelowNarrow, std::min((free - space) * 47 / 100, free - space - needed));
    const int above = std::max(needed, free - space - (areThree ? below : leastBelow));
    const int tall = above + space + (areThree ? below : 2 * leastBelow + space);
    const int bar = tall > free ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    const int room = width() - 2 * margin - bar, half = (room - space) / 2, third = (room - 2 * space) / 3;
    m_cards->resize(width() - bar, tall + margin);
    m_influence->setGeometry(margin, 0, half, above);
    m_index->setGeometry(margin + room - half, 0, half, above);
    const int top = above + space;
    if (areThree) {
        m_use->setGeometry(margin, top, third, below);
        m_bases->setGeometry(margin + third + space, top, third, below);
        m_lag->setGeometry(margin + room - third, top, third, below);
        return;
    }
    m_use->setGeometry(margin, top, half, leastBelow);
    m_bases->setGeometry(margin + room - half, top, half, leastBelow);
    m_lag->setGeometry(margin, top + leastBelow + space, room, leastBelow);
}

} // namespace chokepoint::ui
