// Builds the groups and keeps search, filter and folding in step.
#include "levers/LeverPanel.h"

#include "api/Catalogue.h"
#include "api/LawAsOf.h"
#include "api/MeasureWords.h"
#include "api/MoveAnswer.h"
#include "api/ReactionWords.h"
#include "levers/LeverFoot.h"
#include "levers/LeverRow.h"
#include "look/Theme.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/Text.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int panelEdges = 18; ///< pixels left and right of the filter

} // namespace

LeverPanel::LeverPanel(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("leverPanel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 0, 0);
    layout->setSpacing(8);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 12, 0);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("leverSearch"));
    m_search->setPlaceholderText(tr("Search measures"));
    m_search->setAccessibleName(tr("Search measures"));
    m_search->setClearButtonEnabled(true);
    m_onlyChanged = new QCheckBox(tr("Changed only"), this);
    m_onlyChanged->setObjectName(QStringLiteral("onlyChanged"));
    top->addWidget(m_search, 1);
    layout->addLayout(top);
    m_second = new QBoxLayout(QBoxLayout::LeftToRight);
    m_second->setContentsMargins(0, 0, 6, 0);
    m_second->addWidget(m_onlyChanged, 1);
    m_second->addWidget(buildLaw(), 0, Qt::AlignRight);
    layout->addLayout(m_second);

    const auto [scroll, inner, list] = clearScroll(this, "leverScroll", "leverList");
    list->setContentsMargins(0, 0, 10, 12);
    list->setSpacing(0);
    m_groups.reserve(board.catalogue().groups.size());
    for (std::size_t group = 0; group < board.catalogue().groups.size(); ++group)
        addGroup(group, list);
    list->addStretch(1);
    layout->addWidget(scroll, 1);
    m_foot = new LeverFoot(board, this);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(0, 0, 10, 8);
    below->addWidget(m_foot);
    layout->addLayout(below);

    for (const auto* places : {&board.catalogue().charts, &board.catalogue().cards})
        for (const auto& place : *places)
            m_displayed.push_back(*board.catalogue().findSeries(place.series));
    m_answering = new QTimer(this);
    m_answering->setInterval(0); // an answer at a time, whenever the window has nothing else to do
    connect(m_answering, &QTimer::timeout, this, &LeverPanel::answerNext);
    setOpen(m_groups.front().id, true);
    connect(m_search, &QLineEdit::textChanged, this, &LeverPanel::filter);
    connect(m_onlyChanged, &QCheckBox::toggled, this, &LeverPanel::filter);
    connect(&board, &Board::changed, this, &LeverPanel::refresh);
    refresh();
}

void LeverPanel::addGroup(std::size_t place, QVBoxLayout* list)
{
    const auto& about = m_board.catalogue().groups[place];
    auto& group = m_groups.emplace_back();
    group.id = QString::fromStdString(about.id);
    group.name = QString::fromStdString(about.name);
    group.head = new ElidedButton(this);
    group.head->setObjectName(QStringLiteral("group:") + group.id);
    group.head->setProperty("role", about.isOfOthers ? "otherGroup" : "group");
    group.head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    group.head->setCursor(Qt::PointingHandCursor);
    group.head->setFont(fontOf(13, QFont::DemiBold));
    group.body = new QWidget(this);
    auto* rows = new QVBoxLayout(group.body);
    rows->setContentsMargins(0, 0, 0, 6);
    rows->setSpacing(2);
    if (about.isAtTableOnly) {
        auto* note = new QLabel(tr("These measures matter in a negotiation; the model does not use them."), group.body);
        note->setProperty("role", "muted");
        note->setFont(fontOf(12));
        note->setWordWrap(true);
        note->setContentsMargins(8, 0, 8, 4);
        rows->addWidget(note);
    }
    const auto& measures = m_board.catalogue().measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures[i].group != place)
            continue;
        auto* row = new LeverRow(m_board, i, group.body);
        m_rows[QString::fromStdString(measures[i].id)] = row;
        group.rows.push_back(row);
        connect(row, &LeverRow::detailsAsked, this, &LeverPanel::detailsAsked);
        connect(row, &LeverRow::handled, this, &LeverPanel::takeInHand);
        connect(row, &LeverRow::refused, this, &LeverPanel::tellRefused);
        if (measures[i].parent) {
            auto* indent = new QHBoxLayout;
            indent->setContentsMargins(16, 0, 0, 0);
            indent->addWidget(row);
            rows->addLayout(indent);
        } else {
            rows->addWidget(row);
        }
    }
    auto* rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    list->addWidget(rule);
    list->addWidget(group.head);
    list->addWidget(group.body);
    connect(group.head, &QPushButton::clicked, this, [this, place] { setOpen(m_groups[place].id, !m_groups[place].isOpen); });
    group.body->hide();
}

LeverRow* LeverPanel::row(const QString& measure) const
{
    const auto at = m_rows.find(measure);
    return at == m_rows.end() ? nullptr : at->second;
}

void LeverPanel::setOpen(const QString& id, bool open)
{
    for (auto& group : m_groups)
        if (group.id == id)
            group.isOpen = open;
    filter();
}

void LeverPanel::focusSearch() { m_search->setFocus(Qt::ShortcutFocusReason); }

void LeverPanel::filter()
{
    const auto wanted = m_search->text().trimmed();
    const bool isFiltered = !wanted.isEmpty() || m_onlyChanged->isChecked();
    for (auto& group : m_groups) {
        bool any = false;
        for (auto* row : group.rows) {
            // a row does not vanish from under the hand that drags it
            const bool stays = m_board.isMoving() && row->isVisibleTo(this);
            const bool shown =
                stays || ((wanted.isEmpty() || row->matches(wanted))
                          && (!m_onlyChanged->isChecked() || m_board.isChanged(row->measure()) || !answerTo(row->measure()).isEmpty()));
            row->setVisible(shown);
            any = any || shown;
        }
        group.head->setVisible(any || !isFiltered);
        group.body->setVisible(isFiltered ? any : group.isOpen);
        updateHead(group);
    }
}

void LeverPanel::updateHead(Group& group)
{
    const auto changed = std::ranges::count_if(group.rows, [&](const LeverRow* row) { return m_board.isChanged(row->measure()); });
    const QString arrow = group.body->isVisibleTo(this) ? QStringLiteral("\u25be  ") : QStringLiteral("\u25b8  ");
    group.head->setText(arrow + menuText(group.name));
    const auto all = static_cast<int>(group.rows.size());
    const auto counted = all == 1 ? tr("1 measure") : tr("%n measures", nullptr, all);
    group.head->setNote(changed > 0 ? tr("%n changed", nullptr, static_cast<int>(changed)) : counted, changed > 0,
                        QString::number(changed > 0 ? static_cast<int>(changed) : all));
}

void LeverPanel::refresh()
{
    m_moved.clear();
    m_isReading = true;
    for (auto& [id, row] : m_rows)
        row->refresh();
    m_isReading = false;
    findInHand();
    tellWhatCannotAct();
    fillLaw();
    filter();
    askAgain();
}

/// A sub-control that would change nothing now is disabled and says at which levels of its parent it acts; the engine knows.
void LeverPanel::tellWhatCannotAct()
{
    if (m_board.isMoving())
        return; // asked again when the control is let go
    const auto& catalogue = m_board.catalogue();
    for (const auto& [id, control] : m_rows) {
        const auto above = catalogue.measures[control->measure()].parent;
        if (!above)
            continue;
        if (canAct(m_board.engine(), m_board.played(), control->measure())) {
            control->setUnavailable({});
            continue;
        }
        control->setUnavailable(whenItApplies(control->measure(), *above));
    }
}

/// In words of its own where the language has some, else by the levels of the parent.
QString LeverPanel::whenItApplies(std::size_t child, std::size_t parent)
{
    const auto& catalogue = m_board.catalogue();
    const auto& id = catalogue.measures[child].id;
    if (m_board.language().knows("applies." + id))
        return m_board.said(Message::ofFamily("applies", id));
    const auto levels = joined(actingLevels(child, parent), MessageList::Joint::Or, m_board.language());
    return tr("Applies only when %1 is %2.").arg(text(catalogue.measures[parent].shortName), levels);
}

/// The levels of the parent at which a sub-control acts when nothing else is changed; asked once, for it takes some runs a level.
const QStringList& LeverPanel::actingLevels(std::size_t child, std::size_t parent)
{
    const auto& about = m_board.catalogue().measures[parent];
    const auto [acting, isNew] = m_acting.try_emplace(child);
    for (const auto& level : about.levels) {
        Scenario probe;
        probe.changes = {{about.id, level.id, {}, 1}};
        if (isNew && canAct(m_board.engine(), probe, child))
            acting->second << tr("“%1”").arg(QString::fromStdString(level.shortLabel));
    }
    return acting->second;
}

QToolButton* LeverPanel::buildLaw()
{
    m_law = new QToolButton(this);
    m_law->setObjectName(QStringLiteral("law"));
    m_law->setProperty("role", "muted");
    m_law->setPopupMode(QToolButton::InstantPopup);
    m_law->setToolTip(tr("Sets every measure to the law of a past quarter; nothing later happens."));
    auto* menu = new QMenu(m_law);
    menu->setToolTipsVisible(true);
    const auto dates = lawDatesOf(m_board.engine());
    for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
        const auto law = date == dates.rbegin() ? m_board.catalogue().presets.front() : lawAsOf(m_board.engine(), *date);
        const auto name = m_board.said(*date);
        auto* action = menu->addAction(date == dates.rbegin() ? menuText(tr("%1: the status quo").arg(name)) : menuText(name), this,
                                       [this, law] { m_board.setScenario(law, tr("law as of a date")); });
        QStringList came;
        for (std::size_t m = 0; m < m_board.catalogue().measures.size(); ++m)
            if (const auto& after = m_board.recordedBefore(m, Quarter{date->index + 1});
                date->index > 0 && after != m_board.recordedBefore(m, *date)) {
                const auto& measure = m_board.catalogue().measures[m];
                came << m_board.said(words::setting(measure, after));
            }
        action->setToolTip(plainText(came.isEmpty() ? tr("As in early 2022, when the data begin") : came.join(QLatin1Char('\n'))));
    }
    m_law->setMenu(menu);
    return m_law;
}

/// The scenario keeps the name of its law while it is changed further.
void LeverPanel::fillLaw()
{
    auto shown = lawDatesOf(m_board.engine()).back();
    for (const auto date : lawDatesOf(m_board.engine()))
        if (m_board.scenario().id == "law_as_of_" + date.text())
            shown = date;
    m_law->setText(tr("Law of %1  \u25be").arg(m_board.said(shown)));
    placeLaw();
}

void LeverPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeLaw();
}

/// The law stands beside the filter if there is room, else below it.
void LeverPanel::placeLaw()
{
    const int needed = m_onlyChanged->sizeHint().width() + m_second->spacing() + m_law->sizeHint().width();
    m_second->setDirection(needed > width() - panelEdges ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void LeverPanel::openLaw() { m_law->showMenu(); }

void LeverPanel::setDisplayed(const std::vector<std::size_t>& series)
{
    m_displayed = series;
    askAgain();
}

/// While a control is dragged nothing is asked: the answers belong to where it is let go.
void LeverPanel::askAgain()
{
    m_unanswered.clear();
    for (auto& [id, row] : m_rows) {
        if (m_board.isChanged(row->measure()) && !m_board.isMoving())
            m_unanswered.push_back(row);
        else
            row->setAnswer(answerTo(row->measure()));
    }
    if (m_unanswered.empty())
        m_answering->stop();
    else
        m_answering->start();
    tellInHand();
}

QString LeverPanel::answerTo(std::size_t measure) const
{
    QStringList lines;
    for (const auto& answer : m_board.answers())
        if (answer.change.measure == m_board.catalogue().measures[measure].id)
            lines << m_board.said(words::reactionAnswer(m_board.catalogue(), m_board.reactions().rules, answer));
    return lines.join(QLatin1Char('\n'));
}

void LeverPanel::answerNext()
{
    if (m_unanswered.empty()) {
        m_answering->stop();
        return;
    }
    auto* row = m_unanswered.back();
    m_unanswered.pop_back();
    const auto measure = row->measure();
    const auto& about = m_board.catalogue().measures[measure];
    if (m_board.isAsBefore(measure)) {
        const auto setting = m_board.said(words::shortValue(about, m_board.valueOf(measure)));
        row->setAnswer(tr("No change: %1 is already the setting.").arg(setting));
    } else {
        const auto answer = answerMove(m_board.engine(), m_board.played(), measure, m_displayed);
        row->setAnswer(m_board.said(words::moveReason(m_board.catalogue(), answer, measure)));
    }
    if (measure == m_inHand)
        tellInHand();
}

/// While rows are read again it is one of those that moved; else a person has its control in hand.
void LeverPanel::takeInHand(std::size_t measure)
{
    if (m_isReading) {
        m_moved.push_back(measure);
    } else if (m_board.isChanged(measure) || !answerTo(measure).isEmpty()) {
        m_inHand = measure;
        tellInHand();
    }
}

/// The one that moved; of many, what was in hand before, else the last change of the scenario, as it is after it was opened again.
void LeverPanel::findInHand()
{
    if (m_moved.size() == 1 && m_board.isChanged(m_moved.front()))
        m_inHand = m_moved.front();
    if (m_inHand && !m_board.isChanged(*m_inHand) && answerTo(*m_inHand).isEmpty())
        m_inHand.reset();
    const auto& changes = m_board.scenario().changes;
    for (auto change = changes.rbegin(); change != changes.rend() && !m_inHand; ++change)
        if (const auto measure = m_board.catalogue().findMeasure(change->measure); measure && m_board.isChanged(*measure))
            m_inHand = measure;
    tellInHand();
}

/// Of a measure that is not changed as well.
void LeverPanel::tellRefused(std::size_t measure, const QString& sentence)
{
    if (sentence.isEmpty())
        return tellInHand();
    m_foot->showFor(measure);
    m_foot->setAnswer(sentence);
}

void LeverPanel::tellInHand()
{
    m_foot->showFor(m_inHand);
    if (m_inHand)
        m_foot->setAnswer(row(text(m_board.catalogue().measures[*m_inHand].id))->answer());
}

} // namespace chokepoint::ui
