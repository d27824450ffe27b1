// Lays out what both computers see, and the moves between them.
#include "pages/negotiate/WatchView.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/OffersPlot.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/Cards.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace chokepoint::ui {

using bargain::MoveKind;
using bargain::Side;

namespace {

constexpr int inset = 14, watchGap = 12, roomForSheets = 1080;

QFrame* watchCard(QWidget* parent) { return emptyCard(parent, {inset, 10, inset, 10}, 5); }

} // namespace

WatchView::WatchView(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("watchView"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    const auto scroll = clearScroll(this);
    whole->addWidget(scroll.area);
    scroll.column->setContentsMargins(16, 10, 16, 14);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(watchGap);
    m_columns->addWidget(buildSeat(m_seats.us, Side::US), 4);
    m_columns->addWidget(buildMoves(), 5);
    m_columns->addWidget(buildSeat(m_seats.china, Side::China), 4);
    scroll.column->addLayout(m_columns, 1);
    setTalks(nullptr);
}

QFrame* WatchView::buildSeat(SeatCard& seat, Side side)
{
    auto* frame = watchCard(this);
    const bool isUs = side == Side::US;
    seat.title = wrappedLabel({}, 14.5, nullptr, frame, QFont::DemiBold);
    seat.title->setObjectName(isUs ? QStringLiteral("watchedUs") : QStringLiteral("watchedChina"));
    const auto list = [&](std::vector<int> widths, const QString& name, const QString& told) {
        auto* made = new RowList(std::move(widths), frame);
        made->setObjectName(name);
        made->setAccessibleName(told);
        return made;
    };
    seat.numbers = list({0, 100}, isUs ? QStringLiteral("numbersUs") : QStringLiteral("numbersChina"),
                        isUs ? tr("What Washington sees") : tr("What Beijing sees"));
    seat.plot = new OffersPlot(m_board.language(), frame);
    seat.plot->setAccessibleName(isUs ? tr("Offers by round, as worth to Washington") : tr("Offers by round, as worth to Beijing"));
    seat.wishes = list({0, 100, 40}, isUs ? QStringLiteral("wishesUs") : QStringLiteral("wishesChina"),
                       isUs ? tr("What Beijing seems to want, by Washington") : tr("What Washington seems to want, by Beijing"));
    seat.plot->setMaximumHeight(300);
    columnOf(frame)->addWidget(seat.title);
    columnOf(frame)->addWidget(seat.numbers);
    columnOf(frame)->addWidget(seat.plot, 3);
    columnOf(frame)->addWidget(seat.wishes);
    columnOf(frame)->addStretch(1);
    return frame;
}

QFrame* WatchView::buildMoves()
{
    auto* frame = watchCard(this);
    columnOf(frame)->addWidget(wrappedLabel(tr("Every move, and its true worth to both"), 14.5, nullptr, frame, QFont::DemiBold));
    columnOf(frame)->addWidget(wrappedLabel(tr("You see both sheets. Neither side sees the other’s."), 12, "muted", frame));
    m_moves = new RowList({0, 84, 56, 56}, frame);
    m_moves->wrapFirstCells();
    m_moves->setObjectName(QStringLiteral("watchedMoves"));
    m_moves->setAccessibleName(tr("Every move, and its true worth to both"));
    columnOf(frame)->addWidget(m_moves);
    columnOf(frame)->addStretch(1);
    auto* row = new QHBoxLayout;
    m_next = new QPushButton(tr("Next move"), frame);
    m_next->setObjectName(QStringLiteral("nextMove"));
    m_next->setProperty("role", "primary");
    connect(m_next, &QPushButton::clicked, this, &WatchView::nextAsked);
    m_end = new QPushButton(tr("To the end"), frame);
    m_end->setObjectName(QStringLiteral("toTheEnd"));
    connect(m_end, &QPushButton::clicked, this, &WatchView::endAsked);
    row->addWidget(m_next);
    row->addWidget(m_end);
    row->addStretch(1);
    columnOf(frame)->addLayout(row);
    return frame;
}

void WatchView::setTalks(const bargain::WatchedTalks* talks)
{
    m_talks = talks;
    for (const auto side : bargain::bothSides)
        fillSeat(m_seats.of(side), side);
    fillMoves();
    for (auto* button : {m_next, m_end})
        button->setEnabled(talks && !talks->talks().isOver());
}

/// The rows hold their places: before an offer their numbers are a dash.
void WatchView::fillSeat(const SeatCard& seat, Side side)
{
    if (!m_talks) {
        seat.title->clear();
        seat.numbers->setRows({});
        seat.wishes->setRows({});
        seat.plot->setView(std::nullopt, std::nullopt, 0, 1);
        return;
    }
    const auto view = m_talks->talks().view(side);
    const auto persona = said(words::personaName(m_talks->persona(side)));
    seat.title->setText(side == Side::US ? tr("Washington: %1").arg(persona) : tr("Beijing: %1").arg(persona));
    seat.title->setToolTip(plainText(said(words::personaManner(m_talks->persona(side)))));
    const auto row = [&](const QString& name, const std::optional<double>& worth, Ink ink) {
        return ListRow{{{name}, {worth ? said(words::points(*worth)) : QStringLiteral("–"), ink, true}}};
    };
    const auto worthOf = [&](Side of) {
        const auto offer = view.lastOffer(of);
        return offer ? std::optional(view.worth(*offer)) : std::nullopt;
    };
    const auto other = bargain::otherThan(side);
    const auto theirs = view.lastOffer(other);
    const auto inkOf = [](Side of) { return of == Side::US ? Ink::Mine : Ink::Theirs; }; // as in the list of moves
    QVector<ListRow> rows{row(tr("Its walk-away value"), view.walkAway(), Ink::Text),
                          row(tr("Its last offer, to itself"), worthOf(side), inkOf(side)),
                          row(tr("The other’s last offer, to itself"), worthOf(other), inkOf(other))};
    rows << row(tr("The other’s walk-away value, as it guesses"), view.walkAwayOfOther().value, Ink::Muted);
    const auto guessed = theirs ? std::optional(view.estimate(*theirs).value) : std::nullopt;
    rows << row(tr("The other’s last offer, to the other, as it guesses"), guessed, Ink::Muted);
    seat.numbers->setRows(rows);
    const auto& terms = m_talks->talks().terms();
    seat.plot->setView(view, std::nullopt, m_talks->talks().round(), terms.rounds);
    QVector<ListRow> wishes;
    wishes << ListRow{
        {{tr("What the other seems to want"), Ink::Text, true}, {}, {tr("in 100"), Ink::Muted}}, {}, {}, true, {}, false, true};
    for (const auto& [name, part] : view.wishes()) {
        const auto share = QString::number(std::lround(part * 100));
        ListRow wish{{{text(name)}, {}, {share, Ink::Text, true}}};
        wish.bar = part;
        wishes << wish;
    }
    seat.wishes->setRows(wishes);
}

/// The newest first.
void WatchView::fillMoves()
{
    QVector<ListRow> rows;
    if (m_talks) {
        const auto view = m_talks->talks().view(Side::US);
        const auto& domain = view.game().domain;
        bargain::Both<bargain::Package> last{domain.statusQuo(), domain.statusQuo()};
        bargain::Both<std::optional<bargain::Both<double>>> before; // of its own last offer, in true worths
        for (const auto& move : view.moves()) {
            const bool isLeft = move.kind == MoveKind::BreakOff;
            const auto worth = m_talks->worthOf(move.package);
            std::optional<bargain::StepLabel> step;
            if (const auto& from = before.of(move.side); from && move.kind == MoveKind::Offer)
                step = bargain::stepBetween(*from, worth, move.side);
            const auto points = [&](double value) { return isLeft ? QStringLiteral("–") : said(words::points(value)); };
            ListRow row{{{isLeft ? tr("leaves the table") : said(words::stepInWords(domain, last.of(move.side), move.package))},
                         {isLeft ? QString() : said(words::stepName(move.kind, step)), Ink::Muted},
                         {points(worth.us), Ink::Mine, true},
                         {points(worth.china), Ink::Theirs, true}}};
            row.number = move.round;
            row.isMine = move.side == Side::US;
            rows.prepend(row);
            last.of(move.side) = move.package;
            before.of(move.side) = worth;
        }
        if (rows.isEmpty())
            rows << ListRow{{{tr("No offer yet."), Ink::Muted}}};
        rows.prepend(ListRow{{{{}, Ink::Muted}, {}, {tr("US"), Ink::Mine}, {tr("China"), Ink::Theirs}}, {}, {}, true, {}, false, true});
    }
    m_moves->setRows(rows);
}

void WatchView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= roomForSheets ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

std::vector<Page::Area> WatchView::areas() const { return {{m_next, m_next->parentWidget()}}; }

} // namespace chokepoint::ui
