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
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chokepoint::ui {
namespace {

constexpr std::size_t bandDraws = 300, fewerDraws = 120; ///< the fewer where every draw takes more runs
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

QString more(bool areGroups, std::size_t count)
{
    const int n = static_cast<int>(count);
    return areGroups ? SharesView::tr("%n more groups", nullptr, n) : SharesView::tr("%n more measures", nullptr, n);
}

QString without(bool areGroups, std::size_t count)
{
    if (areGroups)
        return count == 1 ? SharesView::tr("1 group without effect")
                          : SharesView::tr("%n groups without effect", nullptr, static_cast<int>(count));
    return count == 1 ? SharesView::tr("1 measure without effect")
                      : SharesView::tr("%n measures without effect", nullptr, static_cast<int>(count));
}

} // namespace

SharesView::SharesView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    m_offers = buildOffers();
    layout->addWidget(m_offers);
    auto* card = addCard(layout, {});
    m_title = addText(card, QStringLiteral("sharesTitle"));
    m_title->setFont(fontOf(13, QFont::DemiBold));
    m_players = new Segments({tr("each measure"), tr("by group")}, this);
    m_players->setObjectName(QStringLiteral("players"));
    m_players->setAccessibleName(tr("Whose shares"));
    m_players->setFixedWidth(220);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_players);
    head->addWidget(new JobLine(m_job, m_board.language(), tr("Shares and their band"), this, [this] { renew(); }), 1);
    card->addLayout(head);
    m_bars = new Bars(m_board.language(), this);
    m_bars->setAccessibleName(tr("Shares of the measures"));
    m_bars->setObjectName(QStringLiteral("waterfall"));
    card->addWidget(m_bars);
    m_method = addText(card, QStringLiteral("method"), "faint");
    m_method->setFont(fontOf(11));
    auto* over = addCard(layout, tr("The same over time"));
    m_areas = new AreaView(m_board.language(), this);
    m_areas->setAccessibleName(tr("Shares over time"));
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

/// Packages to try, and the leaves that explain the value itself.
QWidget* SharesView::buildOffers()
{
    auto* offers = new QWidget(this);
    offers->setObjectName(QStringLiteral("offers"));
    auto* column = new QVBoxLayout(offers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    column->addLayout(chips);
    const auto& catalogue = m_board.catalogue();
    for (const auto& start : catalogue.startPresets) {
        const auto& preset = catalogue.presets[*catalogue.findPreset(start.preset)];
        auto* button = new ElidedButton(menuText(start.words), offers);
        button->setObjectName(QStringLiteral("whyTry:") + text(start.preset));
        button->setProperty("role", "chip");
        button->setToolTip(plainText(preset.description));
        connect(button, &QPushButton::clicked, this, [this, &preset] { m_board.setScenario(preset, text(preset.title)); });
        chips->addWidget(button);
    }
    chips->addStretch(1);
    auto* rests = new QPushButton(tr("See what it rests on"), offers);
    rests->setObjectName(QStringLiteral("restsOn"));
    rests->setProperty("role", "link");
    connect(rests, &QPushButton::clicked, this, &SharesView::restsAsked);
    column->addWidget(rests, 0, Qt::AlignLeft);
    offers->hide();
    return offers;
}

/// What was found before goes at once: it belongs to another package, series or quarter.
void SharesView::renew()
{
    m_bars->setContent({});
    m_areas->setContent({});
    for (auto* words : {m_finding, m_method, m_legend})
        words->clear();
    const auto baseline = m_board.baseline();
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.played(), baseline, series = m_focus.series(),
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
        if (!exact.isComplete || active == 0)
            return;
        request.draws = static_cast<std::size_t>(active) > mostBandPlayers ? fewerDraws : bandDraws;
        request.onPartial = {}; // the shares are there, and only their ranges are to come
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

/// The hue of every player in both charts: those with the largest share in any quarter have one of their own.
std::vector<int> SharesView::hues() const
{
    const auto order = byPeak();
    std::vector<int> hues(order.size(), partHues);
    for (std::size_t rank = 0; rank < order.size() && rank < static_cast<std::size_t>(partHues); ++rank)
        hues[order[rank]] = static_cast<int>(rank);
    return hues;
}

std::vector<std::size_t> SharesView::byPeak() const
{
    const auto& shares = m_attribution.series[0].shares;
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t p) {
        return std::fabs(*std::ranges::max_element(shares[p], {}, [](double x) { return std::fabs(x); }));
    });
    return order;
}

/// The last bar: all that the package changes.
BarRow SharesView::totalRow(const Digits& sum) const
{
    const auto& s = m_attribution.series[0];
    const auto display = words::displayUnit(m_board.catalogue().series[s.series]);
    BarRow total{{}, tr("Package: %1").arg(m_board.said(words::number(told(s.scenario) * display.scale))),
                 {}, {{0, told(s.total) * display.scale, BarPiece::Colour::Total}},
                 {}, m_board.said(sum),
                 {}, true};
    if (!s.totalSpread.empty()) {
        const auto& spread = s.totalSpread[0].in(m_focus.period()).quantiles;
        total.interval = std::pair(spread[tenth] * display.scale, spread[nineTenths] * display.scale);
        total.tip = rangeWords(spread);
    }
    return total;
}

QString SharesView::rangeWords(const std::array<double, quantileLevels.size()>& spread) const
{
    const double scale = words::displayUnit(m_board.catalogue().series[m_attribution.series[0].series]).scale;
    const auto value = [&](double x) { return m_board.said(words::signedNumber(x * scale)); };
    return tr("8 in 10 runs lie between %1 and %2.").arg(value(spread[tenth]), value(spread[nineTenths]));
}

/// The bar of one player, behind those that add up to `sum`.
BarRow SharesView::rowOf(std::size_t p, double sum, const Digits& shown, int hue) const
{
    const auto& s = m_attribution.series[0];
    const auto display = words::displayUnit(m_board.catalogue().series[s.series]);
    const double share = told(s.shares[p]);
    BarRow row{text(m_attribution.players[p].id),
               text(words::playerName(m_board.catalogue(), m_attribution.players[p])).trimmed(),
               {},
               {},
               {},
               m_board.said(words::shareAsShown(share, shown)),
               {}};
    row.pieces << BarPiece{sum * display.scale, (sum + share) * display.scale, BarPiece::Colour::Accent, false, hue};
    QStringList tip{tr("Alone %1; the rest jointly with others.").arg(m_board.said(words::signedNumber(told(s.alone[p]) * display.scale)))};
    if (!s.shareSpreads.empty()) {
        const auto& spread = s.shareSpreads[p].in(m_focus.period()).quantiles;
        row.interval = std::pair((sum + spread[tenth]) * display.scale, (sum + spread[nineTenths]) * display.scale);
        tip << rangeWords(spread);
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
    QStringList method{m_isByGroup
                           ? tr("Each share is a group’s mean effect over all orders of adding groups (Shapley value).")
                           : tr("Each share is a measure’s mean effect over all orders of adding measures (Shapley value)."),
                       (isExact ? tr("Exact, from %1 runs; shares add up to the total.")
                                : tr("Sampled, from %1 runs; shares add up to the total."))
                           .arg(runs)};
    if (!s.totalSpread.empty())
        method << tr("Thin lines hold 8 in 10 runs.");
    if (const auto stamp = m_board.said(words::assumptionStamp(m_board.scenario())); !stamp.isEmpty())
        method << tr("Under %1.").arg(stamp);
    m_method->setText(joined(method, MessageList::Joint::Sentence, m_board.language()));
}

/// Where nothing is changed: what could be, and where the value itself is explained.
void SharesView::offer()
{
    const bool isNothing = m_attribution.players.empty();
    m_offers->setVisible(isNothing);
    for (auto* part : std::initializer_list<QWidget*>{m_bars, m_areas})
        part->parentWidget()->setVisible(!isNothing);
    const auto label = [&](const Scenario& scenario) { return m_board.said(words::scenarioLabel(m_board.catalogue(), scenario)); };
    m_title->setText(tr("From %1 to %2").arg(label(m_board.baseline()), label(m_board.scenario())));
    m_finding->setText(isNothing ? tr("Your package equals %1, so there is nothing to share out. Try one of these packages, or see what "
                                      "%2 rests on.")
                                       .arg(label(m_board.baseline()), label(m_board.baseline()))
                                 : m_board.said(words::attributionFinding(m_board.catalogue(), m_attribution, 0, m_focus.period())));
}

void SharesView::draw()
{
    offer();
    if (m_attribution.players.empty())
        return;
    const auto& s = m_attribution.series[0];
    const auto& about = m_board.catalogue().series[s.series];
    const auto display = words::displayUnit(about);
    const auto hue = hues();
    BarsContent content;
    content.axis = tr("difference from %1, %2")
                       .arg(m_board.said(words::scenarioLabel(m_board.catalogue(), m_board.baseline())),
                            m_board.said(words::differenceUnit(about).name()));
    content.mark = 0;
    content.markWords = tr("baseline %1").arg(m_board.said(words::number(told(s.baseline) * display.scale)));
    content.isChained = true;
    double sum = 0, alone = 0;
    std::size_t left = 0, idle = 0; // beyond the most bars, and without any share
    const auto order = words::sharesBySize(s, m_focus.period());
    const auto shown = words::shownShares(s, m_focus.period(), display.scale);
    for (const auto p : order) {
        const double share = told(s.shares[p]);
        alone += told(s.alone[p]);
        if (share == 0 && told(s.alone[p]) == 0) {
            ++idle;
            continue;
        }
        if (content.rows.size() == static_cast<qsizetype>(words::mostSharesShown)) {
            ++left;
            continue;
        }
        content.rows << rowOf(p, sum, shown.parts[static_cast<std::size_t>(content.rows.size())], hue[p]);
        sum += share;
    }
    if (left > 0)
        content.rows << BarRow{
            {}, more(m_isByGroup, left),          {}, {{sum * display.scale, told(s.total) * display.scale, BarPiece::Colour::Muted}},
            {}, m_board.said(shown.parts.back()), {}, false};
    if (idle > 0)
        content.rows << BarRow{{}, without(m_isByGroup, idle), {}, {}, {}, QStringLiteral("0"), {}, false};
    content.rows << totalRow(shown.sum);
    const double joint = (told(s.total) - alone) * display.scale;
    if (m_attribution.players.size() > 1)
        content.rows << BarRow{{},
                               tr("joint effect, contained above"),
                               {},
                               {{0, joint, BarPiece::Colour::Muted, true}},
                               {},
                               m_board.said(words::shareAsShown(joint, words::decimalsOf(shown.sum))),
                               tr("What the measures do together, beyond the sum of what each does alone."),
                               false};
    m_bars->setContent(content);
    tellMethod();
    drawAreas();
}

/// The squares of the legend have the hues of the theme.
void SharesView::changeEvent(QEvent* event)
{
    WhyView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_legend->text().isEmpty())
        drawAreas();
}

/// The measures with the largest shares at any time have areas of their own, the others share one.
void SharesView::drawAreas()
{
    const auto& catalogue = m_board.catalogue();
    const auto& s = m_attribution.series[0];
    const auto& about = catalogue.series[s.series];
    const double scale = words::displayUnit(about).scale;
    AreaContent content;
    content.last = endOfAxis();
    content.isCovert = isCovert(m_board.engine(), s.series);
    for (int i = 0; i < quarterCount; ++i) {
        content.x << (about.kind == SeriesKind::Stock ? Quarter{i}.end() : Quarter{i}.middle());
        content.total << s.total[static_cast<std::size_t>(i)] * scale;
    }
    QStringList legend;
    const auto order = byPeak();
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto& share = s.shares[order[rank]];
        if (std::ranges::all_of(share, [](double x) { return x == 0; }))
            continue;
        if (rank <= static_cast<std::size_t>(partHues)) {
            const bool areOthers = rank == static_cast<std::size_t>(partHues);
            content.parts << AreaPart{areOthers ? tr("others") : text(words::playerName(catalogue, m_attribution.players[order[rank]])),
                                      QVector<double>(quarterCount, 0.0)};
            legend << QStringLiteral("<span style='color:%1'>\u25a0</span>&nbsp;%2")
                          .arg(colourOfPart(tokensOf(*this), static_cast<int>(rank)).name(),
                               content.parts.back().name.toHtmlEscaped().replace(QLatin1Char(' '), QStringLiteral("&nbsp;")));
        }
        for (int i = 0; i < quarterCount; ++i)
            content.parts.back().y[i] += share[static_cast<std::size_t>(i)] * scale;
    }
    if (const auto& changes = m_board.played().changes; !changes.empty())
        content.mark = std::ranges::min(changes, {}, [&](const Change& c) { return c.from.value_or(m_board.start()); })
                           .from.value_or(m_board.start())
                           .begin();
    m_areas->setContent(content);
    legend << tr("Line: the whole difference, %1").arg(m_board.said(words::differenceUnit(about).name())).toHtmlEscaped();
    m_legend->setText(legend.join(QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp; "))); // wide enough to part them
}

} // namespace chokepoint::ui
