// Asks for packages in the background and shows each with a button that puts it on the board.
#include "pages/why/GoalView.h"

#include "api/ChangeWords.h"
#include "api/GoalSeek.h"
#include "api/GoalWords.h"
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
#include "parts/WrappedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr int fewestRuns = 5; ///< of 10, the first of the choices

} // namespace

GoalView::GoalView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    buildForm(addCard(layout, tr("What do you want to achieve?")));
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
    m_runs = new Segments({QStringLiteral("5"), QStringLiteral("6"), QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9")}, this);
    m_runs->setObjectName(QStringLiteral("inRuns"));
    m_runs->setAccessibleName(tr("In how many of 10 runs"));
    m_runs->setFixedWidth(170);
    m_nearest = new Segments({tr("Fewest measures"), tr("Smallest steps")}, this);
    m_nearest->setObjectName(QStringLiteral("nearest"));
    m_nearest->setFixedWidth(260);
    m_seek = new QPushButton(tr("Search"), this);
    m_seek->setObjectName(QStringLiteral("seek"));
    m_seek->setProperty("role", "chip");
    row->addWidget(m_comparison);
    row->addWidget(m_threshold);
    row->addWidget(new QLabel(tr("in at least"), this));
    row->addWidget(m_runs);
    row->addWidget(new QLabel(tr("of 10 runs"), this));
    row->addStretch(1);
    under->addLayout(row);
    buildSides(under);
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

/// One side's measures at first: a goal that needs the other side as well is no plan of anybody.
void GoalView::buildSides(QVBoxLayout* under)
{
    m_side = new Segments({tr("Washington and allies"), tr("Beijing"), tr("Both sides")}, this);
    m_side->setObjectName(QStringLiteral("side"));
    m_side->setAccessibleName(tr("Who acts"));
    m_side->setFixedWidth(500);
    auto* who = new QHBoxLayout;
    who->setSpacing(8);
    who->addWidget(new QLabel(tr("Who acts"), this));
    who->addWidget(m_side);
    who->addStretch(1);
    under->addLayout(who);
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
        m_groups->setText(
            m_heldGroups.empty()
                ? tr("Any measure may change  \u25be")
                : tr("%1 of %n groups may change  \u25be", nullptr, static_cast<int>(count)).arg(count - m_heldGroups.size()));
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
    const int year = m_focus.period().year();
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
        sentences << tr("Found for the package before your last change, not for this one.");
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
    request.year = m_focus.period().year();
    request.bound = {m_comparison->current() == 0 ? Comparison::AtLeast : Comparison::AtMost, threshold->value / display.scale};
    request.nearest = m_nearest->current() == 0 ? GoalRequest::Nearest::FewestChanges : GoalRequest::Nearest::LeastChanges;
    request.movable = movable();
    if (request.movable.empty()) {
        m_error->setText(tr("No measure may change. Tick at least one group of this side."));
        m_error->show();
        return;
    }
    request.leastInTen = static_cast<std::size_t>(m_runs->current() + fewestRuns);
    request.beside = costSeries(m_board.catalogue());
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
    const auto nearest = words::amount(words::number(answer.nearestValue * display.scale), display);
    if (answer.isMetAlready)
        m_said = m_board.said(
            Message("goal.met_already",
                    {{"series", name}, {"side", side}, {"limit", m_limit}, {"year", request.year}, {"tenths", request.leastInTen}}));
    else if (answer.packages.empty() && answer.surestShare > 0)
        m_said = m_board.said(
            Message("goal.not_sure_enough",
                    {{"tried", answer.tried}, {"tenths", request.leastInTen}, {"share", words::shareOfRuns(answer.surestShare)}}));
    else if (answer.packages.empty())
        m_said = m_board.said(Message("goal.not_found", {{"series", name},
                                                         {"side", side},
                                                         {"limit", m_limit},
                                                         {"year", request.year},
                                                         {"tried", answer.tried},
                                                         {"nearest", nearest}}));
    else
        m_said = m_board.said(Message("goal.found", {{"series", name},
                                                     {"side", side},
                                                     {"limit", m_limit},
                                                     {"year", request.year},
                                                     {"tried", answer.tried},
                                                     {"packages", answer.packages.size()}}));
    tell();
    int number = 0;
    for (const auto& package : answer.packages)
        addPackage(request, package, ++number);
}

std::vector<std::size_t> GoalView::movable() const
{
    constexpr std::array sides{ActingSide::America, ActingSide::Beijing, ActingSide::Both};
    auto places = measuresOf(m_board.catalogue(), sides[static_cast<std::size_t>(m_side->current())]);
    std::erase_if(places, [this](std::size_t m) { return m_heldGroups.contains(m_board.catalogue().measures[m].group); });
    return places;
}

void GoalView::addPackage(const GoalRequest& request, const GoalPackage& package, int number)
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
    lines << tr("Reaches %1; meets the goal in %2.")
                 .arg(m_board.said(words::amount(words::number(package.value * display.scale), display)),
                      m_board.said(words::shareOfRuns(package.shareOfDraws)));
    auto* said = new QVBoxLayout;
    said->setSpacing(6);
    auto* sides = wrappedLabel(m_board.said(words::mustAct(actingSide(m_board.catalogue(), package.moves))), 12, "muted", card);
    sides->setObjectName(QStringLiteral("acts:%1").arg(number));
    said->addWidget(wrappedLabel(lines.join(QLatin1Char('\n')), 13, nullptr, card));
    said->addWidget(sides);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(24);
    for (std::size_t i = 0; i < package.beside.size(); ++i) {
        auto* figure = wrappedLabel(m_board.said(words::costOf(m_board.catalogue(), request, m_answer, package, i)), 12, nullptr, card);
        figure->setObjectName(QStringLiteral("cost:%1:%2").arg(number).arg(i));
        figures->addWidget(figure, 1);
    }
    said->addLayout(figures);
    auto* put = new QPushButton(tr("Use this package"), card);
    put->setObjectName(QStringLiteral("put:%1").arg(number));
    put->setProperty("role", "chip");
    row->addLayout(said, 1);
    row->addWidget(put, 0, Qt::AlignTop);
    connect(put, &QPushButton::clicked, this, [this, scenario = package.scenario] { m_board.setScenario(scenario, tr("package found")); });
    m_packages->addWidget(card);
}

} // namespace chokepoint::ui
