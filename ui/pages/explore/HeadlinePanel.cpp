// Builds the headline cards from the start page of the data book.
#include "pages/explore/HeadlinePanel.h"

#include "api/Catalogue.h"
#include "api/ChangeWords.h"
#include "api/Ensemble.h"
#include "api/NumberWords.h"
#include "api/SeriesDraws.h"
#include "api/UnitWords.h"
#include "bridge/Draws.h"
#include "look/Theme.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/RangeBar.h"
#include "parts/Segments.h"
#include "parts/StableLabel.h"
#include "parts/Text.h"

#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr std::array<int, 5> choices{2026, 2027, 2028, 2030, 2035};
constexpr int firstChoice = 2; // 2028
constexpr std::size_t tenth = quantilePlace(0.1), ninetieth = quantilePlace(0.9);
constexpr int changeWidth = 92;
constexpr int unitBeside = 116; ///< pixels up to which a unit finds room beside its number

} // namespace

HeadlinePanel::HeadlinePanel(Board& board, Draws& draws, QWidget* parent) : QWidget(parent), m_board(board), m_draws(draws)
{
    setObjectName(QStringLiteral("headlinePanel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 0);
    layout->setSpacing(8);
    QStringList labels;
    for (const int y : choices)
        labels << QString::number(y);
    m_years = new Segments(labels, this);
    m_years->setObjectName(QStringLiteral("years"));
    m_years->setAccessibleName(tr("Year of the headline results"));
    layout->addWidget(m_years);
    auto* note = new QLabel(tr("Annual mean, against the baseline · bar: 8 runs in 10"), this);
    note->setFont(fontOf(11));
    note->setProperty("role", "faint");
    note->setWordWrap(true);
    layout->addWidget(note);

    const auto [scroll, inner, list] = clearScroll(this, "headlineScroll", "headlineList");
    list->setContentsMargins(0, 0, 6, 12);
    list->setSpacing(0);
    for (const auto& card : board.catalogue().cards)
        list->addWidget(buildCard(*board.catalogue().findSeries(card.series)));
    list->addStretch(1);
    layout->addWidget(scroll, 1);

    connect(m_years, &Segments::chosen, this, [this](int place) { m_board.setYear(choices[static_cast<std::size_t>(place)]); });
    connect(&board, &Board::yearChanged, this, &HeadlinePanel::showYear);
    connect(&board, &Board::changed, this, &HeadlinePanel::refresh);
    connect(&draws, &Draws::ready, this, &HeadlinePanel::refresh);
    std::vector<std::size_t> rows;
    for (const auto& card : m_cards)
        rows.push_back(card.series);
    draws.want(this, rows);
    showYear();
}

/// The unit and the year that the number is of.
QString HeadlinePanel::unitOf(const Series& series) const
{
    return m_board.said(Message("finding.unit_and_year", {{"unit", words::displayUnit(series).name()}, {"year", year()}}));
}

/// A year that is no choice here leaves the nearest one before it chosen.
void HeadlinePanel::showYear()
{
    const auto after = std::ranges::upper_bound(choices, year());
    m_years->setCurrent(static_cast<int>(std::max<std::ptrdiff_t>(after - choices.begin(), 1) - 1));
    refresh();
}

QWidget* HeadlinePanel::buildCard(std::size_t row)
{
    const auto& series = m_board.catalogue().series[row];
    auto* card = new QWidget(this);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->setSpacing(2);
    auto* rule = new QFrame(card);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    layout->addWidget(rule);
    layout->addSpacing(6);
    auto* name = new QLabel(plainText(series.name), card);
    name->setFont(fontOf(12));
    name->setProperty("role", "muted");
    name->setWordWrap(true);
    name->setToolTip(plainText(series.description));
    auto* value = new QLabel(card);
    value->setObjectName(QStringLiteral("value:") + text(series.id));
    value->setFont(fontOf(21, QFont::DemiBold));
    value->setCursor(Qt::PointingHandCursor);
    value->setToolTip(tr("Open the sources of this number"));
    value->installEventFilter(this);
    auto* change = new QLabel(card);
    change->setObjectName(QStringLiteral("change:") + text(series.id));
    change->setFont(fontOf(13, QFont::DemiBold));
    layout->addWidget(name);
    auto* unit = new QLabel(plainText(unitOf(series)), card); // stands below where it finds no room beside
    unit->setFont(fontOf(12));
    const bool isBeside = unit->sizeHint().width() <= unitBeside;
    auto* number = new QHBoxLayout;
    number->setSpacing(7);
    number->addWidget(new StableLabel(value, card), 0, Qt::AlignBottom);
    if (isBeside)
        number->addWidget(unit, 1, Qt::AlignBottom);
    else
        number->addStretch(1);
    layout->addLayout(number);
    unit->setWordWrap(!isBeside);
    if (!isBeside)
        layout->addWidget(unit);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(8);
    auto* room = new StableLabel(change, card);
    room->setMinimumWidth(changeWidth); // so that the zeros of all bars stand under each other
    beside->addWidget(room);
    auto* bar = new RangeBar(card);
    bar->setObjectName(QStringLiteral("bar:") + text(series.id));
    beside->addWidget(bar, 1);
    layout->addLayout(beside);
    auto* range = new QLabel(card);
    range->setObjectName(QStringLiteral("range:") + text(series.id));
    range->setFont(fontOf(11));
    range->setProperty("role", "muted");
    range->setAlignment(Qt::AlignRight);
    range->setWordWrap(true);
    layout->addWidget(new StableLabel(range, card));
    m_cards.push_back({row, value, unit, change, bar, range});
    return card;
}

bool HeadlinePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        for (const auto& card : m_cards)
            if (watched == card.value)
                emit sourcesAsked(card.series);
    return QWidget::eventFilter(watched, event);
}

/// What the bar of a series shows: a hundredth is as long as a point.
const Spread& HeadlinePanel::changesIn(std::size_t row, const ChangeSpread& spread) const
{
    return words::isInPoints(m_board.catalogue().series[row]) ? spread.difference : spread.relative;
}

void HeadlinePanel::refresh()
{
    m_reach = 0; // all bars have one scale, so that a long bar is a large change
    for (const auto& card : m_cards)
        if (const auto spread = m_draws.changeOf(card.series, year()))
            m_reach = std::max({m_reach, std::fabs(changesIn(card.series, *spread).quantiles[tenth]),
                                std::fabs(changesIn(card.series, *spread).quantiles[ninetieth])});
    for (const auto& card : m_cards)
        refreshCard(card);
}

void HeadlinePanel::refreshCard(const Card& card)
{
    const auto& series = m_board.catalogue().series[card.series];
    const auto display = words::displayUnit(series);
    const double value = m_board.present().annualMean(card.series, year()), before = m_board.reference().annualMean(card.series, year());
    card.value->setText(m_board.said(words::number(value * display.scale)));
    if (const auto unit = plainText(unitOf(series)); unit != card.unit->text())
        card.unit->setText(unit);
    const auto spread = m_draws.changeOf(card.series, year());
    card.change->setText(m_board.said(words::changeWithDoubt(series, value, before, spread ? &*spread : nullptr)));
    const bool isPlain = value == before || (spread && spread->isUnclear());
    if (setStyled(*card.change, "role", QLatin1String(isPlain ? "muted" : "accent")))
        card.change->setFont(fontOf(13, isPlain ? QFont::Normal : QFont::DemiBold));

    const bool hasRange = spread && (spread->up > 0 || spread->down > 0);
    card.range->setVisible(hasRange);
    if (!hasRange) {
        card.bar->setRange(std::nullopt);
        card.bar->setToolTip({});
        return;
    }
    const auto& changes = changesIn(card.series, *spread);
    const double central = words::isInPoints(series) ? value - before : before == 0 ? 0 : value / before - 1;
    card.bar->setRange(RangeBar::Range{changes.quantiles[tenth], changes.quantiles[ninetieth], central, m_reach});
    card.range->setText(m_board.said(words::rangeOfChange(series, *spread)));
    const QString told = tr("In 8 runs of 10 the change is %1; %2.")
                             .arg(m_board.said(words::rangeOfChange(series, *spread)), m_board.said(words::agreementOfRuns(*spread)));
    card.bar->setToolTip(plainText(told));
    card.bar->setAccessibleName(told);
    card.range->setToolTip(plainText(told));
}

} // namespace chokepoint::ui
