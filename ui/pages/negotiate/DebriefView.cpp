// Lays out the debrief and fills it.
#include "pages/negotiate/DebriefView.h"

#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/Cards.h"
#include "pages/negotiate/PlaneView.h"
#include "pages/negotiate/RowList.h"
#include "parts/ClearScroll.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {

using bargain::MoveKind;
using bargain::Side;

namespace {

constexpr int cardGap = 12, roomForThree = 1160;
constexpr std::size_t certaintyDraws = 400;
constexpr std::uint64_t certaintySeed = 1;

QFrame* titledCard(QWidget* parent, const QString& title)
{
    auto* frame = emptyCard(parent, {14, 10, 14, 10}, 5);
    columnOf(frame)->addWidget(wrappedLabel(title, 14.5, nullptr, frame, QFont::DemiBold));
    return frame;
}

RowList* listIn(QFrame* frame, std::vector<int> widths, const char* name, const QString& told)
{
    auto* list = new RowList(std::move(widths), frame);
    list->setObjectName(QLatin1String(name));
    list->setAccessibleName(told);
    columnOf(frame)->addWidget(list);
    return list;
}

} // namespace

DebriefView::DebriefView(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("debriefView"));
    m_drawing.setLanguage(board.language());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    const auto scroll = clearScroll(this);
    whole->addWidget(scroll.area);
    scroll.column->setContentsMargins(16, 8, 16, 14);
    scroll.column->setSpacing(8);
    m_title = wrappedLabel({}, 19, nullptr, scroll.inside, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("debriefTitle"));
    scroll.column->addWidget(m_title);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(cardGap);
    const auto column = [&](std::vector<QFrame*> cards, int stretch) {
        auto* made = new QVBoxLayout;
        made->setSpacing(cardGap);
        for (auto* each : cards)
            made->addWidget(each);
        made->addStretch(1);
        m_columns->addLayout(made, stretch);
    };
    column({buildPlane()}, 6);
    column({buildLeft(), buildMoves(), m_breachCard = buildBreach()}, 5);
    column({m_certaintyCard = buildCertainty(), buildGuesses(), buildSides()}, 4);
    scroll.column->addLayout(m_columns);
    scroll.column->addStretch(1);
}

QFrame* DebriefView::buildPlane()
{
    auto* frame = titledCard(this, tr("Every offer, and where the deal landed"));
    m_plane = new PlaneView(m_board.language(), frame);
    m_plane->setFixedHeight(500);
    columnOf(frame)->addWidget(m_plane);
    m_spot = wrappedLabel({}, 12.5, nullptr, frame);
    m_spot->setObjectName(QStringLiteral("spotTold"));
    m_spot->setMinimumHeight(36); // nothing changes place when a point is told of
    connect(m_plane, &PlaneView::currentChanged, this, &DebriefView::tellSpot);
    columnOf(frame)->addWidget(m_spot);
    m_planeAbout = wrappedLabel({}, 11.5, "muted", frame);
    columnOf(frame)->addWidget(m_planeAbout);
    return frame;
}

void DebriefView::tellSpot()
{
    const auto how = m_debrief ? tr("Point at a mark, or walk with the arrow keys, to read its package.") : QString();
    m_spot->setText(m_debrief && m_plane->current() >= 0 ? m_plane->told() : how);
}

QFrame* DebriefView::buildLeft()
{
    auto* frame = titledCard(this, tr("What stayed on the table"));
    m_left = listIn(frame, {0, 70, 70, 60}, "stayed", tr("What stayed on the table"));
    m_findings = wrappedLabel({}, 12.5, nullptr, frame);
    m_findings->setObjectName(QStringLiteral("debriefFindings"));
    columnOf(frame)->addWidget(m_findings);
    m_propose = new QPushButton(tr("Propose it now"), frame);
    m_propose->setObjectName(QStringLiteral("proposeNow"));
    m_propose->setToolTip(tr("Both may still take it; else the deal stands."));
    m_propose->setProperty("role", "link");
    connect(m_propose, &QPushButton::clicked, this, [this] {
        if (m_debrief && m_debrief->better)
            emit proposed(m_debrief->better->package);
    });
    columnOf(frame)->addWidget(m_propose, 0, Qt::AlignLeft);
    return frame;
}

QFrame* DebriefView::buildMoves()
{
    auto* frame = titledCard(this, tr("What each move cost and gave"));
    m_moves = listIn(frame, {0, 84, 46, 46}, "trueMoves", tr("What each move cost and gave"));
    m_moves->wrapFirstCells();
    m_dearest = wrappedLabel({}, 12, "muted", frame);
    m_dearest->setObjectName(QStringLiteral("dearest"));
    columnOf(frame)->addWidget(m_dearest);
    return frame;
}

QFrame* DebriefView::buildCertainty()
{
    auto* frame = titledCard(this, tr("How sure is the zone?"));
    m_certainty = listIn(frame, {0, 90, 46}, "certainty", tr("In how many of 100 draws both walk-away values are cleared"));
    columnOf(frame)->addWidget(
        wrappedLabel(tr("In how many of 100 draws of the model both walk-away values are cleared."), 11.5, "muted", frame));
    return frame;
}

QFrame* DebriefView::buildGuesses()
{
    auto* frame = titledCard(this, tr("What each item could move for them"));
    m_guesses = listIn(frame, {0, 46, 58, 44}, "guesses", tr("What each item could move for them"));
    m_guesses->wrapFirstCells();
    return frame;
}

QFrame* DebriefView::buildSides()
{
    auto* frame = titledCard(this, tr("Both sides, revealed"));
    m_us = wrappedLabel({}, 12.5, nullptr, frame);
    m_china = wrappedLabel({}, 12.5, nullptr, frame);
    m_home = wrappedLabel({}, 12, "muted", frame);
    m_us->setObjectName(QStringLiteral("revealedUs"));
    m_china->setObjectName(QStringLiteral("revealedChina"));
    for (auto* label : {m_us, m_china, m_home})
        columnOf(frame)->addWidget(label);
    return frame;
}

/// The deal and what it hangs on.
QFrame* DebriefView::buildBreach()
{
    auto* frame = titledCard(this, tr("If the deal is broken, or an ally refuses"));
    m_breach = new BreachView(m_board, QStringLiteral("dealBreach"), frame);
    columnOf(frame)->addWidget(m_breach);
    m_consents = wrappedLabel({}, 12.5, nullptr, frame);
    m_consents->setObjectName(QStringLiteral("dealConsents"));
    columnOf(frame)->addWidget(m_consents);
    return frame;
}

void DebriefView::fillBreach()
{
    const bool hasDeal = m_debrief && m_debrief->game->isOfModel && m_debrief->deal;
    m_breachCard->setVisible(hasDeal);
    m_breach->setDeal(hasDeal ? std::optional(BreachView::Deal{
                          m_debrief->deal->package, m_debrief->worthTerms, {m_debrief->sides.us.weights, m_debrief->sides.china.weights}})
                              : std::nullopt);
    const bool needsNone = hasDeal && m_debrief->refusals.empty();
    m_consents->setText(!hasDeal    ? QString()
                        : needsNone ? tr("The deal needs no consent of an ally.")
                                    : said(words::consentFindings(*m_debrief->game, m_debrief->refusals)));
}

bool DebriefView::isBusy() const { return m_drawing.isRunning() || m_breach->isBusy(); }

void DebriefView::setDebrief(const std::optional<bargain::Debrief>& debrief, Side seat)
{
    m_debrief = debrief;
    m_seat = seat;
    m_drawing.cancel();
    m_plane->setDebrief(debrief, seat);
    tellSpot();
    m_certainty->setRows({});
    m_propose->setVisible(debrief && debrief->deal && debrief->better);
    m_title->setText(debrief ? said(words::debriefTitle(*debrief)) : QString());
    m_findings->setText(debrief ? said(words::debriefFindings(debrief->game->domain, *debrief)) : QString());
    const bool isOfModel = !debrief || debrief->game->isOfModel;
    m_certaintyCard->setVisible(isOfModel); // no draws are behind a sheet
    m_planeAbout->setText(isOfModel
                              ? tr("Shaded: packages inside both sides’ red lines, blue where both clear their walk-away values. The two "
                                   "scales have no common unit.")
                              : tr("Shaded: all packages, blue where both clear their walk-away values. The two scales have no common "
                                   "unit."));
    fillMoves();
    fillGuesses();
    fillSides();
    fillBreach();
    if (debrief && isOfModel)
        drawCertainty();
}

void DebriefView::fillMoves()
{
    QVector<ListRow> rows, left;
    m_dearest->clear();
    if (m_debrief) {
        const auto& domain = m_debrief->game->domain;
        const auto other = bargain::otherThan(m_seat);
        const auto name = [&](Side side) { return said(Message::ofFamily("bargain_side", side == Side::US ? "us" : "china")); };
        rows << ListRow{{{{}, Ink::Muted}, {}, {name(m_seat), Ink::Mine}, {name(other), Ink::Theirs}}, {}, {}, true, {}, false, true};
        bargain::Both<std::optional<bargain::Move>> last;
        for (const auto& move : m_debrief->moves) {
            if (move.kind == MoveKind::BreakOff)
                continue;
            const auto& before = last.of(move.side);
            const bool isFirst = !before || move.kind == MoveKind::Accept;
            const auto number = [&](Side side) {
                return isFirst ? said(words::points(move.worth.of(side)))
                               : said(words::pointsChange(move.worth.of(side) - before->worth.of(side)));
            };
            ListRow row{{{said(words::stepInWords(domain, before ? before->package : domain.statusQuo(), move.package))},
                         {said(words::stepName(move.kind, move.step)), Ink::Muted},
                         {number(m_seat), Ink::Text, true},
                         {number(other), Ink::Text, true}}};
            row.number = move.round;
            row.isMine = move.side == m_seat;
            rows << row;
            if (move.kind == MoveKind::Offer)
                last.of(move.side) = move;
        }
        m_dearest->setText(said(words::dearestMove(domain, *m_debrief, m_seat)));
        if (m_debrief->deal && m_debrief->better) {
            left << ListRow{{{{}, Ink::Muted}, {tr("the deal"), Ink::Muted}, {tr("another"), Ink::Muted}, {tr("change"), Ink::Muted}},
                            {},
                            {},
                            true,
                            {},
                            false,
                            true};
            for (const auto side : {m_seat, other}) {
                const double from = m_debrief->deal->worth.of(side), to = m_debrief->better->worth.of(side);
                left << ListRow{{{name(side), side == m_seat ? Ink::Mine : Ink::Theirs, true},
                                 {said(words::points(from))},
                                 {said(words::points(to))},
                                 {said(words::pointsChange(to - from)), Ink::Text, true}}};
            }
        }
    }
    m_moves->setRows(rows);
    m_left->setRows(left);
}

void DebriefView::fillGuesses()
{
    QVector<ListRow> rows;
    if (m_debrief && !m_debrief->guesses.of(m_seat).empty()) {
        const auto& guesses = m_debrief->guesses.of(m_seat);
        const auto& issues = m_debrief->game->domain.issues;
        const bool hasGuess = m_debrief->game->isOfModel; // a guess is one of its weightings
        m_guesses->setWidths({0, hasGuess ? 46 : 0, 58, 44});
        rows << ListRow{
            {{{}, Ink::Muted}, {hasGuess ? tr("guess") : QString(), Ink::Muted}, {tr("program"), Ink::Muted}, {tr("truth"), Ink::Theirs}},
            {},
            {},
            true,
            {},
            false,
            true};
        std::vector<std::size_t> order(guesses.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return guesses[a].truth > guesses[b].truth; });
        for (const auto i : order)
            rows << ListRow{{{text(issues[i].name)},
                             {guesses[i].guess ? said(words::points(*guesses[i].guess))
                              : hasGuess       ? QStringLiteral("–")
                                               : QString(),
                              Ink::Muted},
                             {said(words::points(guesses[i].program)), Ink::Muted},
                             {said(words::points(guesses[i].truth)), Ink::Text, true}}};
    }
    m_guesses->setRows(rows);
}

void DebriefView::fillSides()
{
    if (!m_debrief) {
        for (auto* label : {m_us, m_china, m_home})
            label->clear();
        return;
    }
    const auto& game = *m_debrief->game;
    m_us->setText(said(words::revealedSide(game, Side::US, m_debrief->sides.us)));
    m_china->setText(said(words::revealedSide(game, Side::China, m_debrief->sides.china)));
    m_home->setText(m_debrief->vetoChances.empty() ? QString() : said(words::vetoesAtHome(game, m_debrief->vetoChances)));
}

/// In how many draws the deal and the Nash point clear both walk-away values, each draw with its own scale.
void DebriefView::drawCertainty()
{
    std::vector<bargain::Package> packages;
    QStringList names;
    if (m_debrief->deal) {
        packages.push_back(m_debrief->deal->package);
        names << tr("The deal");
    }
    if (m_debrief->points) {
        packages.push_back(m_debrief->points->nash.package);
        names << tr("Nash point");
    }
    if (packages.empty())
        return;
    const auto& sides = m_debrief->sides;
    const bargain::Both<std::vector<double>> weights{sides.us.weights, sides.china.weights};
    const bargain::Both<double> chance{sides.us.chanceOfRollOver, sides.china.chanceOfRollOver};
    m_drawing.start(
        [this, &engine = m_board.engine(), terms = m_debrief->worthTerms, weights, chance, packages, names](const Job::Delivery& desk) {
            const auto draws = bargain::drawWorthsOf(engine, terms, weights, packages, certaintyDraws, certaintySeed, desk.work);
            if (!draws)
                return;
            std::vector<std::pair<QString, double>> shares;
            for (std::size_t p = 0; p < packages.size(); ++p)
                shares.emplace_back(names[static_cast<int>(p)], bargain::clearedShareOf(*draws, p, chance).both);
            desk.deliver([this, shares] { showCertainty(shares); });
        });
}

void DebriefView::showCertainty(const std::vector<std::pair<QString, double>>& shares)
{
    QVector<ListRow> rows;
    for (const auto& [name, share] : shares) {
        ListRow row{{{name}, {}, {QString::number(std::lround(share * 100)), Ink::Text, true}}};
        row.bar = share;
        rows << row;
    }
    m_certainty->setRows(rows);
}

void DebriefView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= roomForThree ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_plane->setFixedHeight(std::max(380, height() - 190));
}

std::vector<Page::Area> DebriefView::areas() const { return {{m_plane, m_plane->parentWidget()}, {m_propose, m_propose->parentWidget()}}; }

} // namespace chokepoint::ui
