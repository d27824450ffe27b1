// Builds the headline results from the start page of the data book.
#include "pages/explore/HeadlinePanel.h"

#include "api/Catalogue.h"
#include "api/ChangeWords.h"
#include "api/Ensemble.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/SeriesDraws.h"
#include "api/UnitWords.h"
#include "bridge/Draws.h"
#include "look/Theme.h"
#include "pages/explore/FigureCard.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr std::array<int, 5> choices{2026, 2027, 2028, 2030, 2035};
constexpr std::size_t lowEnd = quantilePlace(0.1), highEnd = quantilePlace(0.9);
/// Per cent at the ends of the bars.
constexpr std::array<int, 14> reaches{1, 2, 5, 10, 20, 40, 60, 80, 100, 150, 200, 300, 500, 1000};

QWidget* ruleIn(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    return rule;
}

QLabel* noteIn(QWidget* parent, const char* name)
{
    auto* note = new QLabel(parent);
    note->setObjectName(QLatin1String(name));
    note->setTextFormat(Qt::PlainText);
    note->setFont(fontOf(11));
    note->setProperty("role", "faint");
    note->setWordWrap(true);
    return note;
}

} // namespace

HeadlinePanel::HeadlinePanel(Board& board, Draws& draws, QWidget* parent) : QWidget(parent), m_board(board), m_draws(draws)
{
    setObjectName(QStringLiteral("headlinePanel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 0);
    layout->setSpacing(8);
    buildYears(layout);
    const auto [scroll, inner, list] = clearScroll(this, "headlineScroll", "headlineList");
    list->setContentsMargins(0, 0, 6, 12);
    list->setSpacing(0);
    addGroup(CardSide::China, tr("China"), list);
    addGroup(CardSide::Allies, tr("America and its allies"), list);
    buildUnchanged(list);
    list->addStretch(1);
    layout->addWidget(scroll, 1);

    connect(m_years, &Segments::chosen, this, [this](int place) { m_board.setYear(choices[static_cast<std::size_t>(place)]); });
    connect(&board, &Board::yearChanged, this, &HeadlinePanel::showYear);
    connect(&board, &Board::changed, this, &HeadlinePanel::refresh);
    connect(&draws, &Draws::ready, this, &HeadlinePanel::refresh);
    std::vector<std::size_t> rows;
    for (const auto& result : m_results)
        rows.push_back(result.series);
    draws.want(this, rows);
    showYear();
}

void HeadlinePanel::buildYears(QVBoxLayout* layout)
{
    QStringList labels;
    for (const int y : choices)
        labels << QString::number(y);
    m_years = new Segments(labels, this);
    m_years->setObjectName(QStringLiteral("years"));
    m_years->setAccessibleName(tr("Year of the headline results"));
    layout->addWidget(m_years);
    m_note = noteIn(this, "yearNote");
    layout->addWidget(m_note);
    m_scale = noteIn(this, "scaleNote");
    m_scale->setToolTip(tr("A point of a share is as long as one percent."));
    layout->addWidget(m_scale);
}

void HeadlinePanel::addGroup(CardSide side, const QString& name, QVBoxLayout* list)
{
    auto* head = new QLabel(name, this);
    head->setWordWrap(true);
    auto font = fontOf(11, QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    head->setFont(font);
    head->setProperty("role", "muted");
    head->setContentsMargins(0, 6, 0, 6);
    list->addWidget(head);
    m_groups.push_back({side, head});
    for (const auto& place : m_board.catalogue().cards)
        if (place.side == side)
            addResult(place, list);
}

void HeadlinePanel::addResult(const StartPlace& place, QVBoxLayout* list)
{
    const auto row = *m_board.catalogue().findSeries(place.series);
    const auto& series = m_board.catalogue().series[row];
    const auto unit = words::displayUnit(series);
    auto* card = new FigureCard(text(series.id), text(series.shortName), m_board.said(words::unitBeside(unit)), this);
    card->name()->setToolTip(plainText(QStringList{text(series.description), m_board.said(unit.name())}.join(QLatin1Char('\n'))));
    connect(card, &FigureCard::valueClicked, this, [this, row] { emit sourcesAsked(row); });
    list->addWidget(card);
    m_results.push_back({row, place.side, card, nullptr, nullptr});
}

/// The line of what is unchanged, and what it opens.
void HeadlinePanel::buildUnchanged(QVBoxLayout* list)
{
    list->addWidget(ruleIn(this));
    m_unchanged = new QPushButton(this);
    m_unchanged->setObjectName(QStringLiteral("unchanged"));
    m_unchanged->setProperty("role", "group");
    m_unchanged->setFont(fontOf(12.5));
    m_unchanged->setCursor(Qt::PointingHandCursor);
    connect(m_unchanged, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        fold();
    });
    list->addWidget(m_unchanged);
    m_lines = new QWidget(this);
    auto* lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 6);
    lines->setSpacing(2);
    for (auto& result : m_results)
        lines->addWidget(buildLine(result));
    list->addWidget(m_lines);
    m_unchanged->hide();
    m_lines->hide();
}

QWidget* HeadlinePanel::buildLine(Result& result)
{
    const auto& series = m_board.catalogue().series[result.series];
    auto* line = new QWidget(m_lines);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(14, 0, 0, 0);
    auto* name = new QLabel(plainText(series.shortName), line);
    name->setFont(fontOf(12));
    name->setProperty("role", "muted");
    name->setWordWrap(true);
    auto* value = new QLabel(line);
    value->setObjectName(QStringLiteral("unchanged:") + text(series.id));
    value->setFont(fontOf(12, QFont::DemiBold));
    value->setCursor(Qt::PointingHandCursor);
    value->setToolTip(tr("Opens the sources of this number."));
    value->installEventFilter(this);
    layout->addWidget(name, 1);
    layout->addWidget(value, 0, Qt::AlignTop);
    result.line = line;
    result.lineValue = value;
    return line;
}

bool HeadlinePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        for (const auto& result : m_results)
            if (watched == result.lineValue)
                emit sourcesAsked(result.series);
    return QWidget::eventFilter(watched, event);
}

/// A year that is no choice here leaves the nearest one before it chosen.
void HeadlinePanel::showYear()
{
    const auto after = std::ranges::upper_bound(choices, year());
    m_years->setCurrent(static_cast<int>(std::max<std::ptrdiff_t>(after - choices.begin(), 1) - 1));
    refresh();
}

/// What the bar of a series shows: a hundredth is as long as a point. That of a lag is relative, for months fit on no scale of the others.
const Spread& HeadlinePanel::changesIn(std::size_t row, const ChangeSpread& spread) const
{
    return words::isInPoints(m_board.catalogue().series[row]) ? spread.difference : spread.relative;
}

/// One scale for all bars, so that a long bar is a large change; a single one that goes far beyond the others leaves it.
void HeadlinePanel::rescale()
{
    std::vector<double> ends;
    for (const auto& result : m_results)
        if (const auto spread = m_draws.changeOf(result.series, year())) {
            const auto& quantiles = changesIn(result.series, *spread).quantiles;
            ends.push_back(std::max(std::fabs(quantiles[lowEnd]), std::fabs(quantiles[highEnd])));
        }
    const double needed = sharedReach(ends);
    const auto at = std::ranges::find_if(reaches, [&](int reach) { return reach / 100.0 >= needed; });
    const double reach = (at == reaches.end() ? reaches.back() : *at) / 100.0;
    if (m_board.isReplaying() || (m_board.isMoving() && reach < m_reach))
        return; // a scale that shrinks under the hand would make a lesser change look larger
    m_reach = reach;
    const auto end = [this](int sign) {
        return m_board.said(Digits{std::to_string(sign * static_cast<int>(std::lround(m_reach * 100))), Digits::Form::SignedPercent});
    };
    // without a range there is no scale to tell; the line stays, so that nothing moves when there is one
    const auto words = needed > 0 ? tr("Bars share one scale: %1 to %2").arg(end(-1), end(1)) : QStringLiteral(" ");
    if (words != m_scale->text())
        m_scale->setText(words);
}

void HeadlinePanel::refresh()
{
    rescale();
    const auto baseline = m_board.said(words::shortScenarioLabel(m_board.catalogue(), m_board.baseline()));
    const auto note = tr("Mean of %1, compared with %2. The bar spans 8 in 10 runs.").arg(QString::number(year()), baseline);
    if (note != m_note->text())
        m_note->setText(note);
    for (const auto& result : m_results)
        refreshCard(result);
    fold();
}

bool HeadlinePanel::isUnchanged(const Result& result) const
{
    if (m_board.present().annualMean(result.series, year()) != m_board.reference().annualMean(result.series, year()))
        return false;
    const auto spread = m_draws.changeOf(result.series, year());
    return !spread || (spread->up == 0 && spread->down == 0);
}

/// Folds what is unchanged away, unless all is: then every result is to be seen.
void HeadlinePanel::fold()
{
    // while a control is held, or a change is shown again, everything stays where it is; so it does until draws of this scenario are there
    if (m_board.isMoving() || m_board.isReplaying() || (!m_board.played().changes.empty() && !m_draws.isCurrent()))
        return;
    const auto unchanged = std::ranges::count_if(m_results, [this](const Result& result) { return isUnchanged(result); });
    const bool isFolding = unchanged > 0 && unchanged < static_cast<std::ptrdiff_t>(m_results.size());
    for (const auto& result : m_results) {
        const bool isFolded = isFolding && isUnchanged(result);
        result.card->setVisible(!isFolded);
        result.line->setVisible(isFolded);
    }
    for (const auto& group : m_groups)
        group.head->setVisible(
            std::ranges::any_of(m_results, [&](const Result& result) { return result.side == group.side && !result.card->isHidden(); }));
    const auto count = static_cast<int>(unchanged);
    const auto arrow = m_isOpen ? QStringLiteral("\u25be  ") : QStringLiteral("\u25b8  ");
    m_unchanged->setText(arrow + menuText(count == 1 ? tr("1 result unchanged") : tr("%n results unchanged", nullptr, count)));
    m_unchanged->setVisible(isFolding);
    m_lines->setVisible(isFolding && m_isOpen);
}

void HeadlinePanel::refreshCard(const Result& result)
{
    const auto& series = m_board.catalogue().series[result.series];
    const auto display = words::displayUnit(series);
    const double value = m_board.present().annualMean(result.series, year()),
                 before = m_board.reference().annualMean(result.series, year());
    const auto shown = m_board.said(words::amountWithoutUnit(words::number(value * display.scale), display));
    result.card->setValue(shown);
    if (shown != result.lineValue->text())
        result.lineValue->setText(shown);
    const auto spread = m_draws.changeOf(result.series, year());
    const bool isPlain = value == before || (spread && certaintyOf(*spread, value - before) == Certainty::Unclear);
    const bool isTouched = !m_board.played().changes.empty() || value != before;
    result.card->setChange(isTouched ? m_board.said(words::changeWithDoubt(series, value, before, spread ? &*spread : nullptr)) : QString(),
                           isPlain);
    if (!spread || (spread->up == 0 && spread->down == 0)) {
        result.card->setRange(std::nullopt);
        return;
    }
    const auto& changes = changesIn(result.series, *spread);
    const double central = words::isInPoints(series) ? value - before : before == 0 ? 0 : value / before - 1;
    const auto range = m_board.said(words::rangeOfChange(series, *spread));
    result.card->setRange(RangeBar::Range{changes.quantiles[lowEnd], changes.quantiles[highEnd], central, m_reach}, range,
                          tr("8 in 10 runs change by %1; %2.").arg(range, m_board.said(words::agreementOfRuns(*spread))));
}

} // namespace chokepoint::ui
