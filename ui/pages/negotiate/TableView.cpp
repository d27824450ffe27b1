// Lays out the table and answers its buttons.
#include "pages/negotiate/TableView.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/PackageBoard.h"
#include "pages/negotiate/RecordLeaf.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/TableCards.h"
#include "pages/negotiate/TableDialogs.h"
#include "pages/negotiate/WorthScales.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr int tableGap = 12, drawsDelay = 250, rightWide = 440, rightNarrow = 312, roomForBoth = 1200;

} // namespace

TableView::TableView(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("tableView"));
    m_whole = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_whole->setContentsMargins(16, 10, 16, 14);
    m_whole->setSpacing(tableGap);
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    m_left->setSpacing(tableGap);
    m_right->setSpacing(tableGap);
    m_whole->addLayout(m_left, 1);
    m_whole->addLayout(m_right);
    m_left->addWidget(buildPackage(), 1);
    m_left->addWidget(buildWorth());
    m_right->addWidget(m_effectsCard = buildEffects());
    m_right->addWidget(m_leavesCard = buildLeaves(), 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(drawsDelay);
    m_drawing.setLanguage(board.language());
    connect(&m_delay, &QTimer::timeout, this, &TableView::drawBands);
    connect(m_package, &PackageBoard::draftChanged, this, &TableView::follow);
    connect(m_package, &PackageBoard::draftChanged, this, &TableView::drafted);
    connect(m_package, &PackageBoard::currentChanged, this, &TableView::tellRow);
    connect(m_package, &PackageBoard::refused, this, &TableView::tell);
    setSeat(std::nullopt, {});
}

QFrame* TableView::buildPackage()
{
    auto* frame = tableCard(this, "packageCard");
    m_title = tableLabel(frame, "draftTitle", 15, nullptr, QFont::DemiBold);
    m_package = new PackageBoard(m_board.language(), frame);
    m_row = tableLabel(frame, "rowAbout", 11.5, "muted");
    auto* head = new QHBoxLayout;
    m_marks = tableLabel(frame, "marks", 11.5, "muted");
    m_marks->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(m_title, 1);
    head->addWidget(m_marks, 1);
    columnOf(frame)->addLayout(head);
    columnOf(frame)->addWidget(m_package, 1);
    columnOf(frame)->addWidget(m_row);
    return frame;
}

QFrame* TableView::buildWorth()
{
    auto* frame = tableCard(this, "worthCard");
    auto* scales = new QHBoxLayout;
    scales->setSpacing(tableGap);
    m_scales = new WorthScales(m_board.language(), frame);
    scales->addWidget(m_scales, 1);
    auto* numbers = new QVBoxLayout;
    numbers->setSpacing(0);
    const auto add = [&](QLabel*& big, QLabel*& about, const QString& head, const char* name, const char* role) {
        auto* row = new QHBoxLayout;
        auto* who = tableLabel(frame, "whose", 11.5, role, QFont::DemiBold);
        who->setText(head);
        big = tableLabel(frame, name, 20, nullptr, QFont::DemiBold);
        big->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row->addWidget(who, 1);
        row->addWidget(big);
        big->setFixedWidth(58);
        about = tableLabel(frame, "about", 11, "muted");
        numbers->addLayout(row);
        numbers->addWidget(about);
    };
    add(m_mine, m_mineAbout, tr("You"), "myWorth", "accent");
    add(m_theirs, m_theirsAbout, tr("They, estimated"), "theirWorth", "caution");
    m_mineAbout->setObjectName(QStringLiteral("myWorthAbout"));
    m_theirsAbout->setObjectName(QStringLiteral("theirWorthAbout"));
    auto* room = new QWidget(frame);
    room->setFixedWidth(212);
    room->setLayout(numbers);
    scales->addWidget(room);
    columnOf(frame)->addLayout(scales);
    addSwap(frame);
    m_told = tableLabel(frame, "toldAtTable", 12, "caution");
    columnOf(frame)->addWidget(m_told);
    addButtons(frame);
    return frame;
}

void TableView::addSwap(QFrame* frame)
{
    auto* swap = new QHBoxLayout;
    m_swapWords = new QLabel(frame);
    m_swapWords->setObjectName(QStringLiteral("swapWords"));
    m_swapWords->setFont(fontOf(12));
    m_swapWords->setWordWrap(true);
    m_swapWords->setTextFormat(Qt::PlainText);
    m_swapWords->setFixedHeight(36);
    m_try = new QPushButton(tr("Try it"), frame);
    m_try->setObjectName(QStringLiteral("trySwap"));
    m_try->setProperty("role", "link");
    connect(m_try, &QPushButton::clicked, this, &TableView::trySwap);
    swap->addWidget(m_swapWords, 1);
    swap->addWidget(m_try);
    columnOf(frame)->addLayout(swap);
}

void TableView::addButtons(QFrame* frame)
{
    auto* buttons = new QHBoxLayout;
    m_send = new QPushButton(tr("Send the offer"), frame);
    m_send->setObjectName(QStringLiteral("sendOffer"));
    m_send->setProperty("role", "primary");
    m_send->setToolTip(tr("Sends the draft to the other side (Ctrl+Enter)."));
    connect(m_send, &QPushButton::clicked, this, &TableView::send);
    m_why = new ElidedButton(tr("Ask why"), frame);
    m_why->setObjectName(QStringLiteral("askWhy"));
    m_why->setToolTip(tr("Says what makes the draft worth what it is to you."));
    connect(m_why, &QPushButton::clicked, this, [this] {
        if (m_seat)
            tell(said(words::reasonOfWorth(*m_seat, draft())));
    });
    m_accept = new ElidedButton(tr("Accept their offer"), frame);
    m_accept->setObjectName(QStringLiteral("acceptOffer"));
    connect(m_accept, &QPushButton::clicked, this, &TableView::accepted);
    m_also = new ElidedButton(tr("Offer this as well"), frame);
    m_also->setObjectName(QStringLiteral("offerAlso"));
    m_also->setToolTip(tr("Lays the draft beside the next one: up to three packages of like worth to you, of which they take up one."));
    connect(m_also, &QPushButton::clicked, this, &TableView::addAlternative);
    buttons->addWidget(m_send);
    buttons->addWidget(m_also);
    buttons->addStretch(1);
    m_part = new ElidedButton(tr("Settle part…"), frame);
    m_part->setObjectName(QStringLiteral("settleSome"));
    m_part->setToolTip(tr("Proposes to agree on some items of their offer and to leave the rest as today."));
    connect(m_part, &QPushButton::clicked, this, &TableView::askPart);
    m_which = new ElidedButton(QString(), frame);
    m_which->setObjectName(QStringLiteral("whichOfTheirs"));
    m_which->setProperty("role", "link");
    m_which->setToolTip(tr("They offer several packages at once: shows the next one."));
    connect(m_which, &QPushButton::clicked, this, &TableView::showNextOfTheirs);
    for (auto* button : {m_also, m_why, m_part, m_which, m_accept}) // these can be short, what sends cannot
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    buttons->addWidget(m_why);
    buttons->addWidget(m_part);
    buttons->addWidget(m_which);
    buttons->addWidget(m_accept);
    columnOf(frame)->addLayout(buttons);
}

QFrame* TableView::buildEffects()
{
    auto* frame = tableCard(this, "effectsCard");
    auto* head = new QHBoxLayout;
    m_effectsTitle = tableLabel(frame, "effectsTitle", 14.5, nullptr, QFont::DemiBold);
    m_years = new Segments({QStringLiteral("2027"), QStringLiteral("2028"), QStringLiteral("2030"), QStringLiteral("2035")}, frame);
    m_years->setObjectName(QStringLiteral("effectYears"));
    m_years->setAccessibleName(tr("Year of the changes"));
    m_years->setCurrent(1);
    m_years->setFixedWidth(190);
    connect(m_years, &Segments::chosen, this, &TableView::fillEffects);
    head->addWidget(m_effectsTitle, 1);
    head->addWidget(m_years);
    columnOf(frame)->addLayout(head);
    m_effects = new RowList({0, 120, 84}, frame);
    m_effects->setObjectName(QStringLiteral("effects"));
    m_effects->setAccessibleName(tr("What your draft changes"));
    columnOf(frame)->addWidget(m_effects);
    m_sum = tableLabel(frame, "effectSum", 12.5, "accent", QFont::DemiBold);
    columnOf(frame)->addWidget(m_sum);
    const auto addSmall = [&](QLabel*& label, const char* name) {
        label = wrappedLabel({}, 11, "muted", frame);
        label->setObjectName(QLatin1String(name));
        columnOf(frame)->addWidget(label);
    };
    addSmall(m_home, "vetoes");
    addSmall(m_consents, "consents");
    return frame;
}

void TableView::setSeat(const std::optional<bargain::SeatView>& seat, const State& state)
{
    m_seat = seat;
    m_state = state;
    m_isWarned = false;
    m_beside.clear();
    m_shownOfTheirs = 0;
    m_told->clear();
    if (!seat)
        m_record->clear(); // the next one may be another person
    if (seat) {
        layLeaves();
        layEffects();
    }
    m_package->setView(seat);
    m_breachOf->setCurrent(state.isLastWord ? 1 : 0);
    if (seat)
        m_package->setDraft(seat->lastOffer(seat->side()).value_or(seat->game().domain.statusQuo()));
    follow();
}

const bargain::Package& TableView::draft() const { return m_package->draft(); }

void TableView::setDraft(const bargain::Package& draft)
{
    m_package->setDraft(draft);
    follow();
}

void TableView::tell(const QString& words)
{
    m_told->setText(words);
    m_told->setToolTip(plainText(words));
}

void TableView::send()
{
    if (!m_send->isEnabled() || !m_seat)
        return;
    // worse than what is on offer, or below the walk-away value: it is said, and asks for a second press
    const auto theirs = this->theirs();
    const double worth = m_seat->worth(draft());
    const bool isWorse = (theirs && worth < m_seat->worth(*theirs)) || worth < m_seat->walkAway();
    if (isWorse && !m_isWarned) {
        m_isWarned = true;
        return tellButtons();
    }
    emit offered();
}

std::vector<bargain::Package> TableView::offers() const
{
    auto all = m_beside;
    all.insert(all.begin(), draft());
    return all;
}

/// They must be of like worth, or a choice among them would say nothing of the other side.
void TableView::addAlternative()
{
    if (!m_seat)
        return;
    const double worth = m_seat->worth(draft());
    if (std::ranges::find(m_beside, draft()) != m_beside.end())
        return tell(tr("This package lies on offer already. Change the draft first."));
    for (const auto& other : m_beside)
        if (std::abs(m_seat->worth(other) - worth) > bargain::Rehearsal::widestOffer)
            return tell(tr("This package is worth %1 to you and the other %2: too far apart to be offered together.")
                            .arg(said(words::points(worth)), said(words::points(m_seat->worth(other)))));
    m_beside.push_back(draft());
    tell(tr("Laid beside the next one. Change the draft, then send both."));
    tellButtons();
}

std::optional<bargain::Package> TableView::theirs() const
{
    const auto all = m_seat ? m_seat->lastOffers(bargain::otherThan(m_seat->side())) : std::vector<bargain::Package>();
    return all.empty() ? std::nullopt : std::optional(all[std::min(m_shownOfTheirs, all.size() - 1)]);
}

void TableView::showNextOfTheirs()
{
    if (!m_seat)
        return;
    m_shownOfTheirs = (m_shownOfTheirs + 1) % m_seat->lastOffers(bargain::otherThan(m_seat->side())).size();
    m_package->setTheirs(*theirs());
    tellButtons();
    fillBreach();
}

void TableView::askPart()
{
    if (!m_seat || !theirs())
        return;
    auto* dialog = new PartDialog(*m_seat, *theirs(), m_board, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { emit partOffered(dialog->issues()); });
    dialog->open();
}

void TableView::trySwap()
{
    if (!m_swap)
        return;
    setDraft(m_swap->package);
    emit drafted();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return send();
    QWidget::keyPressEvent(event);
}

/// The right-hand cards are narrower in a narrow window, and the change in the model goes before the worth does.
void TableView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = m_isWide = width() >= roomForBoth;
    for (auto* frame : {m_effectsCard, m_leavesCard})
        frame->setFixedWidth(isWide ? rightWide + std::min(160, (width() - roomForBoth) / 3) : rightNarrow);
    layEffects();
    fillEffects();
}

/// The changes of a run, or without one the points of the sheet.
void TableView::layEffects()
{
    m_years->setVisible(isOfModel());
    m_marks->setText(isOfModel() ? tr("● your draft  ◇ their offer  ▲ today  ✕ red line")
                                 : tr("● your draft  ◇ their offer  ▲ today"));
    for (auto* each : {m_home, m_consents})
        each->setVisible(isOfModel());
    if (isOfModel()) {
        m_effectsTitle->setText(m_isWide ? tr("What your draft changes") : tr("Changes"));
        m_effects->setWidths(m_isWide ? std::vector<int>{0, 120, 84} : std::vector<int>{0, 80, 36});
    } else {
        m_effectsTitle->setText(tr("What your draft is worth by your sheet"));
        m_effects->setWidths(m_isWide ? std::vector<int>{0, 120, 46, 46} : std::vector<int>{0, 40, 44});
    }
    m_effects->setAccessibleName(isOfModel() ? tr("What your draft changes") : m_effectsTitle->text());
}

bool TableView::isBusy() const { return m_drawing.isRunning() || m_delay.isActive() || m_breach->isBusy(); }

std::vector<Page::Area> TableView::areas() const
{
    return {{m_package, m_package}, {m_send, m_send->parentWidget()}, {m_years, m_effectsCard}, {m_leaf, m_leavesCard}};
}

} // namespace chokepoint::ui
