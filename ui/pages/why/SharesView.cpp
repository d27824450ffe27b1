// Asks the engine for Shapley shares, first exact under central inputs, then with their spread over draws.
#include "pages/why/SharesView.h"

#include "api/Attribution.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/Covert.h"
#include "api/Ensemble.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/UnitWords.h"
#include "charts/AreaView.h"
#include "parts/Bars.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chokepoint::ui {
namespace {

constexpr std::size_t bandDraws = 300, mostAreas = 6, mostBars = 16;
constexpr std::size_t tenth = quantilePlace(0.1), nineTenths = quantilePlace(0.9);

/// Whether more measures act than can be shared exactly; a few runs tell.
bool isTooMany(const Engine& engine, const Scenario& scenario, const Scenario& baseline, AttributionRequest request)
{
    request.permutations = 2;
    request.work.onProgress = {};
    if (scenario.changes.size() + baseline.changes.size() <= mostExactPlayers)
        return false;
    return std::ranges::count_if(attribute(engine, scenario, baseline, request).players, &Player::isActive)
         > static_cast<std::ptrdiff_t>(mostExactPlayers);
}

QString without(bool areGroups, std::size_t count)
{
    if (areGroups)
        return count == 1 ? SharesView::tr("one group without effect on it")
                          : SharesView::tr("%n groups without effect on it", nullptr, static_cast<int>(count));
    return count == 1 ? SharesView::tr("one measure without effect on it")
                      : SharesView::tr("%n measures without effect on it", nullptr, static_cast<int>(count));
}

} // namespace

SharesView::SharesView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("From the baseline to the scenario"));
    m_players = new Segments({tr("each measure"), tr("by group")}, this);
    m_players->setObjectName(QStringLiteral("players"));
    m_players->setAccessibleName(tr("Whose shares"));
    m_players->setFixedWidth(220);
    card->addWidget(m_players);
    m_bars = new Bars(m_board.language(), this);
    m_bars->setObjectName(QStringLiteral("waterfall"));
    card->addWidget(m_bars);
    m_method = addText(card, QStringLiteral("method"), "faint");
    m_method->setFont(fontOf(11));
    card->addWidget(new JobLine(m_job, m_board.language(), tr("Shares and their band"), this));
    auto* over = addCard(layout, tr("The same over time"));
    m_areas = new AreaView(m_board.language(), this);
    m_areas->setMinimumHeight(230);
    over->addWidget(m_areas, 1);
    m_legend = addText(over, QStringLiteral("legend"));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setFont(fontOf(12));
    layout->addStretch(1);
    connect(m_players, &Segments::chosen, this, [this] {
        m_isChosen = true;
        renew();
    });
}

void SharesView::renew()
{
    const auto baseline = m_board.baseline();
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.scenario(), baseline, series = m_focus.series(),
                 isChosen = m_isChosen, chosenGroup = m_players->current() == 1](const Job::Delivery& desk) {
        AttributionRequest request;
        request.series = {series};
        request.work = desk.work;
        request.byGroup = isChosen ? chosenGroup : isTooMany(engine, scenario, baseline, request);
        const auto bring = [&](const Attribution& result) {
            desk.deliver([this, result, byGroup = request.byGroup] { take(result, byGroup); });
        };
        request.onPartial = bring;
        const auto exact = attribute(engine, scenario, baseline, request);
        bring(exact);
        const auto active = std::ranges::count_if(exact.players, &Player::isActive);
        if (!exact.isComplete || active == 0 || static_cast<std::size_t>(active) > mostBandPlayers)
            return;
        request.draws = bandDraws;
        const auto spread = attribute(engine, scenario, baseline, request);
        if (spread.isComplete)
            bring(spread);
    });
}

void SharesView::take(const Attribution& attribution, bool byGroup)
{
    if (attribution.series.empty())
        return;
    m_attribution = attribution;
    m_isByGroup = byGroup;
    m_players->setCurrent(byGroup ? 1 : 0);
    draw();
}

std::vector<std::size_t> SharesView::bySize() const
{
    const auto& shares = m_attribution.series[0].shares;
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t p) { return std::fabs(shares[p][quarterIndex()]); });
    return order;
}

/// The last bar: all that the scenario changes.
BarRow SharesView::totalRow() const
{
    const auto& s = m_attribution.series[0];
    const auto q = quarterIndex();
    const auto display = words::displayUnit(m_board.catalogue().series[s.series]);
    const auto value = [&](double x) { return m_board.said(words::signedNumber(x * display.scale)); };
    BarRow total{{}, tr("Scenario: %1").arg(m_board.said(words::number(s.scenario[q] * display.scale))),
                 {}, {{0, s.total[q] * display.scale, BarPiece::Colour::Total}},
                 {}, value(s.total[q]),
                 {}, true};
    if (!s.totalSpread.empty()) {
        const auto& spread = s.totalSpread[0][q].quantiles;
        total.interval = std::pair(spread[tenth] * display.scale, spread[nineTenths] * display.scale);
        total.tip = tr("8 runs in 10: %1 to %2").arg(value(spread[tenth]), value(spread[nineTenths]));
    }
    return total;
}

/// The bar of one player, behind those that add up to `sum`.
BarRow SharesView::rowOf(std::size_t p, double sum) const
{
    const auto& s = m_attribution.series[0];
    const auto q = quarterIndex();
    const auto display = words::displayUnit(m_board.catalogue().series[s.series]);
    const auto value = [&](double x) { return m_board.said(words::signedNumber(x * display.scale)); };
    const double share = s.shares[p][q];
    BarRow row{text(m_attribution.players[p].id),
               text(words::playerName(m_board.catalogue(), m_attribution.players[p])).trimmed(),
               {},
               {},
               {},
               value(share),
               {}};
    row.pieces << BarPiece{sum * display.scale, (sum + share) * display.scale,
                           share < 0 ? BarPiece::Colour::Fall : BarPiece::Colour::Rise};
    QStringList tip{tr("alone %1; the rest only together with others").arg(value(s.alone[p][q]))};
    if (!s.shareSpreads.empty()) {
        const auto& spread = s.shareSpreads[p][q].quantiles;
        row.interval = std::pair((sum + spread[tenth]) * display.scale, (sum + spread[nineTenths]) * display.scale);
        tip << tr("8 runs in 10: %1 to %2").arg(value(spread[tenth]), value(spread[nineTenths]));
    }
    row.tip = tip.join(QLatin1Char('\n'));
    return row;
}

/// How the shares were found.
void SharesView::tellMethod()
{
    const auto& s = m_attribution.series[0];
    const bool isExact = m_attribution.method == Attribution::Method::Exact;
    const auto runs = m_board.said(m_attribution.runs);
    QStringList method{(!isExact     ? tr("Shapley shares from sampled orders (%1 runs); they add up to the total.")
                        : m_isByGroup ? tr("Shapley shares, exact over all combinations of groups (%1 runs); they add up to the total.")
                                      : tr("Shapley shares, exact over all combinations of measures (%1 runs); they add up to the total."))
                           .arg(runs)};
    if (!s.totalSpread.empty())
        method << tr("Thin lines: 8 draws in 10 lie between their ends.");
    if (const auto stamp = m_board.said(words::assumptionStamp(m_board.scenario())); !stamp.isEmpty())
        method << tr("Under %1.").arg(stamp);
    m_method->setText(joined(method, MessageList::Joint::Sentence, m_board.language()));
}

void SharesView::draw()
{
    const auto& catalogue = m_board.catalogue();
    const auto& s = m_attribution.series[0];
    const auto q = quarterIndex();
    const auto& about = catalogue.series[s.series];
    const auto display = words::displayUnit(about);
    const auto value = [&](double x) { return m_board.said(words::signedNumber(x * display.scale)); };
    m_finding->setText(m_attribution.players.empty()
                           ? tr("The scenario is the baseline: there is nothing to explain. Move a measure under Explore first.")
                           : m_board.said(words::attributionFinding(catalogue, m_attribution, 0, m_focus.quarter())));
    for (auto* part : std::initializer_list<QWidget*>{m_bars, m_areas})
        part->parentWidget()->setVisible(!m_attribution.players.empty());
    BarsContent content;
    content.axis = tr("difference from the baseline, %1").arg(m_board.said(words::differenceUnit(about).name()));
    content.mark = 0;
    content.markWords = tr("baseline %1").arg(m_board.said(words::number(s.baseline[q] * display.scale)));
    content.isChained = true;
    double sum = 0, alone = 0;
    std::size_t left = 0, idle = 0; // beyond the most bars, and without any share
    const auto order = bySize();
    for (const auto p : order) {
        const double share = s.shares[p][q];
        alone += s.alone[p][q];
        if (share == 0 && s.alone[p][q] == 0) {
            ++idle;
            continue;
        }
        if (content.rows.size() == static_cast<qsizetype>(mostBars)) {
            ++left;
            continue;
        }
        content.rows << rowOf(p, sum);
        sum += share;
    }
    if (left > 0) {
        content.rows << BarRow{
            {},
            m_isByGroup ? tr("%n more groups", nullptr, static_cast<int>(left)) : tr("%n more measures", nullptr, static_cast<int>(left)),
            {},
            {{sum * display.scale, s.total[q] * display.scale, BarPiece::Colour::Muted}},
            {},
            value(s.total[q] - sum),
            {},
            false};
    }
    if (idle > 0)
        content.rows << BarRow{{}, without(m_isByGroup, idle), {}, {}, {}, QStringLiteral("0"), {}, false};
    if (!order.empty())
        content.rows << totalRow();
    if (order.size() > 1)
        content.rows << BarRow{{}, tr("of which only together"), {},
                               {{0, (s.total[q] - alone) * display.scale, BarPiece::Colour::Muted, true}}, {}, value(s.total[q] - alone),
                               tr("what they do together beyond the sum of what each does alone; it is contained in the shares above"),
                               false};
    m_bars->setContent(content);
    tellMethod();
    drawAreas();
}

/// The measures with the largest shares at any time have areas of their own, the others share one.
void SharesView::drawAreas()
{
    const auto& catalogue = m_board.catalogue();
    const auto& s = m_attribution.series[0];
    const auto& about = catalogue.series[s.series];
    const double scale = words::displayUnit(about).scale;
    std::vector<std::size_t> order(s.shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t p) {
        return std::fabs(*std::ranges::max_element(s.shares[p], {}, [](double x) { return std::fabs(x); }));
    });
    AreaContent content;
    content.isCovert = isCovert(m_board.engine(), s.series);
    for (int i = 0; i < quarterCount; ++i) {
        content.x << (about.kind == SeriesKind::Stock ? Quarter{i}.end() : Quarter{i}.middle());
        content.total << s.total[static_cast<std::size_t>(i)] * scale;
    }
    QStringList legend;
    const auto colours = areaColours(*this);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto& share = s.shares[order[rank]];
        if (std::ranges::all_of(share, [](double x) { return x == 0; }))
            continue;
        if (rank <= mostAreas) {
            content.parts << AreaPart{rank == mostAreas ? tr("others")
                                                        : text(words::playerName(catalogue, m_attribution.players[order[rank]])),
                                      QVector<double>(quarterCount, 0.0)};
            legend << QStringLiteral("<span style='color:%1'>\u25a0</span>&nbsp;%2")
                          .arg(colours[static_cast<qsizetype>(rank)].name(),
                               content.parts.back().name.toHtmlEscaped().replace(QLatin1Char(' '), QStringLiteral("&nbsp;")));
        }
        for (int i = 0; i < quarterCount; ++i)
            content.parts.back().y[i] += share[static_cast<std::size_t>(i)] * scale;
    }
    if (const auto& changes = m_board.scenario().changes; !changes.empty())
        content.mark = std::ranges::min(changes, {}, [&](const Change& c) { return c.from.value_or(m_board.start()); })
                           .from.value_or(m_board.start())
                           .begin();
    m_areas->setContent(content);
    legend << tr("line: the difference from the baseline, %1").arg(m_board.said(words::differenceUnit(about).name())).toHtmlEscaped();
    m_legend->setText(legend.join(QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp; "))); // wide enough to part them
}

} // namespace chokepoint::ui
