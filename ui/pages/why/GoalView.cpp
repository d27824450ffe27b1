// Asks for packages in the background and shows each with a button that puts it on the board.
#include "pages/why/GoalView.h"

#include "api/ChangeWords.h"
#include "api/GoalSeek.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/ScenarioEdits.h"
#include "api/UnitWords.h"
#include "parts/DataText.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/NumberField.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {

GoalView::GoalView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    buildForm(addCard(layout, tr("What should come about?")));
    layout->addWidget(new JobLine(m_job, m_board.language(), tr("Trying packages"), this));
    m_result = addText(layout, QStringLiteral("goalResult"));
    m_packages = new QVBoxLayout;
    m_packages->setSpacing(10);
    layout->addLayout(m_packages);
    layout->addStretch(1);
    connect(&m_job, &Job::failed, this, [this](const QString& message) { m_result->setText(message); });
    connect(&m_focus, &Focus::changed, this, &GoalView::clear);
}

void GoalView::buildForm(QVBoxLayout* under)
{
    m_wish = addText(under, QStringLiteral("wish"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_comparison = new Segments({tr("at least"), tr("at most")}, this);
    m_comparison->setObjectName(QStringLiteral("comparison"));
    m_comparison->setFixedWidth(170);
    m_threshold = new NumberField(m_board.language(), this);
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setAccessibleName(tr("The bound"));
    m_threshold->setMaximumWidth(120);
    m_nearest = new Segments({tr("fewest measures"), tr("smallest steps")}, this);
    m_nearest->setObjectName(QStringLiteral("nearest"));
    m_nearest->setFixedWidth(250);
    m_seek = new QPushButton(tr("Seek"), this);
    m_seek->setObjectName(QStringLiteral("seek"));
    m_seek->setProperty("role", "chip");
    row->addWidget(m_comparison);
    row->addWidget(m_threshold);
    row->addStretch(1);
    under->addLayout(row);
    auto* second = new QHBoxLayout;
    second->setSpacing(8);
    m_groups = new QToolButton(this);
    m_groups->setObjectName(QStringLiteral("movable"));
    m_groups->setProperty("role", "chosen");
    m_groups->setPopupMode(QToolButton::InstantPopup);
    buildGroups();
    second->addWidget(m_nearest);
    second->addWidget(m_groups);
    second->addWidget(m_seek);
    second->addStretch(1);
    under->addLayout(second);
    m_error = addText(under, QStringLiteral("goalError"), "caution");
    m_error->hide();
    connect(m_seek, &QPushButton::clicked, this, &GoalView::seek);
    connect(m_threshold, &NumberField::returnPressed, this, &GoalView::seek);
}

/// Measures are let go or held by the groups of the lever panel.
void GoalView::buildGroups()
{
    auto* menu = new QMenu(m_groups);
    std::vector<std::size_t> groups;
    for (std::size_t group = 0; group < m_board.catalogue().groups.size(); ++group)
        if (!m_board.catalogue().groups[group].isAtTableOnly)
            groups.push_back(group);
    const auto tell = [this, count = groups.size()] {
        m_groups->setText(m_heldGroups.empty()
                              ? tr("all measures may move  \u25be")
                              : tr("%1 of %n groups may move  \u25be", nullptr, static_cast<int>(count)).arg(count - m_heldGroups.size()));
    };
    for (const auto group : groups) {
        auto* action = menu->addAction(menuText(m_board.catalogue().groups[group].name));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, [this, group, tell](bool mayMove) {
            if (mayMove)
                m_heldGroups.erase(group);
            else
                m_heldGroups.insert(group);
            tell();
        });
    }
    m_groups->setMenu(menu);
    tell();
}

void GoalView::renew()
{
    const auto display = words::displayUnit(series());
    const int year = m_focus.quarter().year();
    const double now = m_board.present().annualMean(m_focus.series(), year) * display.scale;
    m_wish->setText(tr("%1, mean of %2, %3. Now: %4.")
                        .arg(text(series().name))
                        .arg(year)
                        .arg(m_board.said(display.name()), m_board.said(words::number(now))));
    m_threshold->setPlaceholderText(m_board.said(words::number(now)));
    tell();
}

/// Another series or year: what was sought is of no use any more.
void GoalView::clear()
{
    m_job.cancel();
    m_answer = {};
    m_askedFrom.reset();
    m_said.clear();
    removePackages();
    tell();
}

void GoalView::removePackages()
{
    while (auto* item = m_packages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Packages that were sought from an older scenario stay, for they can be put on the board, but they say so.
void GoalView::tell()
{
    const bool isOld = m_askedFrom && !edit::hasSameContent(m_board.catalogue(), *m_askedFrom, m_board.scenario());
    QStringList sentences;
    if (isOld)
        sentences << tr("Sought from the scenario before the last change, not from the one on the board.");
    m_result->setText(joined(sentences << m_said, MessageList::Joint::Sentence, m_board.language()));
}

void GoalView::seek()
{
    const auto display = words::displayUnit(series());
    const auto threshold = m_threshold->number();
    m_error->setText(m_threshold->refusal());
    m_error->setVisible(!threshold);
    if (!threshold)
        return;
    GoalRequest request;
    request.from = m_board.scenario();
    request.series = m_focus.series();
    request.year = m_focus.quarter().year();
    request.bound = {m_comparison->current() == 0 ? Comparison::AtLeast : Comparison::AtMost, threshold->value / display.scale};
    request.nearest = m_nearest->current() == 0 ? GoalRequest::Nearest::FewestChanges : GoalRequest::Nearest::LeastChanges;
    const auto& measures = m_board.catalogue().measures;
    for (std::size_t m = 0; m < measures.size(); ++m)
        if (measures[m].inModel && !m_heldGroups.contains(measures[m].group))
            request.movable.push_back(m);
    if (request.movable.empty()) {
        m_error->setText(tr("No measure may move. Let at least one group go."));
        m_error->show();
        return;
    }
    m_limit = words::amount(words::exactNumber(threshold->digits), display);
    m_job.start([this, &engine = m_board.engine(), request](const Job::Delivery& desk) {
        auto asked = request;
        asked.work = desk.work;
        const auto answer = seekGoal(engine, asked);
        desk.deliver([this, answer, request] {
            m_askedFrom = request.from;
            take(request, answer);
        });
    });
}

void GoalView::take(const GoalRequest& request, const GoalAnswer& answer)
{
    m_answer = answer;
    removePackages();
    const auto display = words::displayUnit(series());
    const auto& name = series().name;
    const auto side = request.bound.comparison == Comparison::AtLeast ? "least" : "most";
    if (answer.isMetAlready)
        m_said = m_board.said(
            Message("goal.met_already", {{"series", name}, {"side", side}, {"limit", m_limit}, {"year", request.year}}));
    else if (answer.packages.empty())
        m_said = m_board.said(Message("goal.not_found", {{"series", name},
                                                         {"side", side},
                                                         {"limit", m_limit},
                                                         {"year", request.year},
                                                         {"tried", answer.tried},
                                                         {"nearest", words::number(answer.nearestValue * display.scale)}}));
    else
        m_said = m_board.said(Message(
            "goal.found",
            {{"series", name}, {"side", side}, {"limit", m_limit}, {"year", request.year}, {"tried", answer.tried}}));
    tell();
    int number = 0;
    for (const auto& package : answer.packages)
        addPackage(package, ++number);
}

void GoalView::addPackage(const GoalPackage& package, int number)
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("package:%1").arg(number));
    card->setProperty("card", true);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(14, 10, 14, 10);
    QStringList lines;
    for (const auto& move : package.moves)
        lines << m_board.said(words::change(m_board.catalogue(), move, m_board.start()));
    const auto display = words::displayUnit(series());
    lines << tr("Then %1; the bound is met in %2.")
                 .arg(m_board.said(words::amount(words::number(package.value * display.scale), display)),
                      m_board.said(words::shareOfRuns(package.shareOfDraws)));
    auto* words_ = new QLabel(lines.join(QLatin1Char('\n')), card);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    auto* put = new QPushButton(tr("Put on the board"), card);
    put->setObjectName(QStringLiteral("put:%1").arg(number));
    put->setProperty("role", "chip");
    row->addWidget(words_, 1);
    row->addWidget(put, 0, Qt::AlignTop);
    connect(put, &QPushButton::clicked, this,
            [this, scenario = package.scenario] { m_board.setScenario(scenario, tr("package of goal seek")); });
    m_packages->addWidget(card);
}

} // namespace chokepoint::ui
