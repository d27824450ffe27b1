// Keeps the draft, its keys and its pointer.
#include "pages/negotiate/PackageBoard.h"

#include "api/RehearsalWords.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::ui {

using bargain::Mover;
using bargain::Side;

namespace {

constexpr int headTall = 24, groupTall = 20, leastRow = 25, mostRow = 70;

} // namespace

PackageBoard::PackageBoard(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("packageBoard"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Your draft"));
}

void PackageBoard::setView(const std::optional<bargain::SeatView>& view)
{
    m_view = view;
    m_theirs = view ? view->lastOffer(bargain::otherThan(view->side())) : std::nullopt;
    m_shares.clear();
    if (view) {
        setDraft(m_draft);
    } else { // the next one may have fewer issues
        m_draft = {};
        m_current = 0;
    }
    describe();
    updateGeometry();
    update();
}

void PackageBoard::setTheirs(const bargain::Package& theirs)
{
    m_theirs = theirs;
    update();
}

void PackageBoard::setDraft(const bargain::Package& draft)
{
    m_draft = draft;
    m_shares = m_view->sharesOf(draft);
    describe();
    update();
}

void PackageBoard::setCurrent(std::size_t issue)
{
    m_current = issue;
    describe();
    update();
    emit currentChanged();
}

std::vector<PackageBoard::Row> PackageBoard::rows() const
{
    std::vector<Row> rows;
    if (!m_view)
        return rows;
    const auto& issues = domain().issues;
    const auto moves = [](Mover giver) { return [giver](const bargain::Issue& issue) { return issue.mover == giver; }; };
    std::vector<Mover> givers;
    for (const auto giver : {Mover::US, Mover::China, Mover::Both})
        if (std::ranges::any_of(issues, moves(giver)))
            givers.push_back(giver);
    const int heads = headTall + groupTall * static_cast<int>(givers.size());
    const int tall = std::clamp((height() - heads) / static_cast<int>(issues.size()), leastRow, mostRow);
    int top = headTall;
    for (const auto giver : givers) {
        rows.push_back({std::nullopt, giver, top, groupTall});
        top += groupTall;
        for (std::size_t i = 0; i < issues.size(); ++i)
            if (issues[i].mover == giver) {
                rows.push_back({i, giver, top, tall});
                top += tall;
            }
    }
    return rows;
}

/// As tall as its rows at their lowest.
QSize PackageBoard::minimumSizeHint() const
{
    int tall = headTall;
    for (const auto& row : rows())
        tall += row.issue ? leastRow : groupTall;
    return {480, std::max(330, tall)};
}

PackageBoard::Columns PackageBoard::columns() const
{
    const bool isNarrow = width() < 680;
    const int name = isNarrow ? 128 : std::min(178, width() / 5), you = 50, they = isNarrow ? 96 : 104, rate = isNarrow ? 58 : 62;
    return {name, width() - you - they - rate - 16, width() - they - rate - 12, width() - rate - 8};
}

QPoint PackageBoard::stopAt(std::size_t issue, std::size_t level) const
{
    std::size_t most = 0;
    for (const auto& other : domain().issues)
        most = std::max(most, other.levels.size());
    const auto all = rows();
    const auto row = std::ranges::find(all, std::optional(issue), &Row::issue);
    const int room = stopsWidth(), half = room / static_cast<int>(2 * most);
    const auto count = domain().issues[issue].levels.size();
    const double part = count > 1 ? static_cast<double>(level) / static_cast<double>(count - 1) : 0;
    return {columns().stops + half + static_cast<int>(std::lround(part * (room - 2 * half))), row->top + (row->isLow() ? 8 : 13)};
}

std::optional<std::size_t> PackageBoard::issueAt(int y) const
{
    for (const auto& row : rows())
        if (row.issue && y >= row.top && y < row.top + row.height)
            return row.issue;
    return std::nullopt;
}

std::size_t PackageBoard::levelAt(std::size_t issue, int x) const
{
    std::size_t nearest = 0;
    for (std::size_t l = 1; l < domain().issues[issue].levels.size(); ++l)
        if (std::abs(stopAt(issue, l).x() - x) < std::abs(stopAt(issue, nearest).x() - x))
            nearest = l;
    return nearest;
}

void PackageBoard::take(std::size_t issue, std::size_t level)
{
    if (m_draft.levels[issue] == level)
        return;
    if (!m_view->offerable().allows(issue, level)) {
        const auto& line = domain().issues[issue].levels[level];
        emit refused(
            words(Message("rehearsal.red_line",
                          {{"level", line.shortLabel}, {"side", Message::ofFamily("bargain_side", line.isRedLine.us ? "us" : "china")}})));
        return;
    }
    auto draft = m_draft;
    draft.levels[issue] = static_cast<std::uint8_t>(level);
    setDraft(draft);
    emit draftChanged();
}

void PackageBoard::step(int count)
{
    std::vector<std::size_t> order;
    for (const auto& row : rows())
        if (row.issue)
            order.push_back(*row.issue);
    if (order.empty())
        return;
    const auto now = static_cast<int>(std::ranges::find(order, m_current) - order.begin());
    setCurrent(order[static_cast<std::size_t>(std::clamp(now + count, 0, static_cast<int>(order.size()) - 1))]);
}

void PackageBoard::mousePressEvent(QMouseEvent* event)
{
    const auto issue = m_view ? issueAt(static_cast<int>(event->position().y())) : std::nullopt;
    if (event->button() != Qt::LeftButton || !issue)
        return;
    setCurrent(*issue);
    const int x = static_cast<int>(event->position().x());
    if (x >= columns().stops && x < columns().you)
        take(*issue, levelAt(*issue, x));
}

/// A drag stays in its row, and what no offer may take is passed over in silence.
void PackageBoard::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_view || !(event->buttons() & Qt::LeftButton))
        return;
    const auto level = levelAt(m_current, static_cast<int>(event->position().x()));
    if (m_view->offerable().allows(m_current, level))
        take(m_current, level);
}

void PackageBoard::keyPressEvent(QKeyEvent* event)
{
    if (!m_view)
        return QWidget::keyPressEvent(event);
    const std::size_t now = m_draft.levels[m_current];
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_K: return step(-1);
    case Qt::Key_Down:
    case Qt::Key_J: return step(1);
    case Qt::Key_Left:
        if (now > 0)
            take(m_current, now - 1);
        return;
    case Qt::Key_Right:
        if (now + 1 < domain().issues[m_current].levels.size())
            take(m_current, now + 1);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

QString PackageBoard::words(const MessageValue& value) const { return text(value, m_language); }

QString PackageBoard::giverWords(Mover giver) const
{
    switch (giver) {
    case Mover::US: return tr("The United States gives");
    case Mover::China: return tr("China gives");
    case Mover::Both: break;
    }
    return tr("Both move");
}

/// Of the scored game the estimate is one number, without a range.
QString PackageBoard::rangeWords(std::size_t issue) const
{
    const auto& theirs = m_shares[issue].theirs;
    return theirs.low != theirs.high ? words(words::pointsChangeRange(theirs)) : QString();
}

/// What the receiver gains for each point of the giver; words where both gain, nothing where that says nothing.
QString PackageBoard::rateWords(std::size_t issue) const
{
    constexpr double little = 0.05;
    const auto& share = m_shares[issue];
    const auto mover = domain().issues[issue].mover; // of an issue of both either may be who gives
    const bool isMine = mover == Mover::Both || (mover == Mover::China) == (m_view->side() == Side::China);
    const double giver = isMine ? share.mine : share.theirs.value, receiver = isMine ? share.theirs.value : share.mine;
    if (giver > little && receiver > little)
        return tr("both gain");
    // who gives may also take back: then the other side pays for it
    const double paid = giver < -little ? -giver : receiver < -little ? -receiver : 0, got = giver < -little ? receiver : giver;
    return paid > 0 && got > little ? words(words::points(got / paid)) : QString();
}

QString PackageBoard::rowTold(std::size_t issue) const
{
    const auto& level = domain().issues[issue].levels[m_draft.levels[issue]];
    if (m_draft.levels[issue] == domain().issues[issue].statusQuo)
        return words(Message("rehearsal.row_as_today", {{"issue", domain().issues[issue].name}, {"level", level.label}}));
    return words(Message("rehearsal.row_told", {{"issue", domain().issues[issue].name},
                                                {"level", level.label},
                                                {"mine", words::pointsChange(m_shares[issue].mine)},
                                                {"theirs", words::pointsChange(m_shares[issue].theirs.value)}}));
}

/// The row in focus first, for that is what a key has just changed.
void PackageBoard::describe()
{
    if (!m_view)
        return setAccessibleDescription({});
    QStringList told{rowTold(m_current)};
    for (std::size_t i = 0; i < domain().issues.size(); ++i)
        if (i != m_current)
            told << rowTold(i);
    setAccessibleDescription(told.join(QLatin1Char('\n')));
}

QStringList PackageBoard::paintedTexts() const
{
    if (!m_view)
        return {};
    QStringList texts{tr("gives more"), tr("gives less"), tr("You"), tr("They, estimated"), tr("Rate")};
    for (const auto& row : rows())
        if (!row.issue)
            texts << giverWords(row.giver);
    for (std::size_t i = 0; i < domain().issues.size(); ++i) {
        const auto& issue = domain().issues[i];
        texts << text(issue.name) << text(issue.pair);
        for (const auto& level : issue.levels)
            texts << text(level.shortLabel);
        if (m_draft.levels[i] == issue.statusQuo)
            texts << tr("as today");
        else
            texts << words(words::pointsChange(m_shares[i].mine)) << words(words::pointsChange(m_shares[i].theirs.value)) << rangeWords(i)
                  << rateWords(i);
    }
    texts.removeAll(QString());
    return texts;
}

bool PackageBoard::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_view)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto issue = issueAt(help->y())) {
        const bool isOnStops = help->x() >= columns().stops && help->x() < columns().you;
        const auto level = isOnStops ? levelAt(*issue, help->x()) : m_draft.levels[*issue];
        QStringList told{text(domain().issues[*issue].levels[level].label)};
        if (!domain().issues[*issue].pair.empty())
            told << words(Message("rehearsal.pair", {{"letter", domain().issues[*issue].pair}}));
        QToolTip::showText(help->globalPos(), plainText(told.join(QLatin1Char('\n'))), this);
    }
    return true;
}

} // namespace chokepoint::ui
