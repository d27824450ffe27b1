// Asks the engine for regrets whenever the board, the focus or the choice of packages changes.
#include "pages/why/RegretView.h"

#include "api/ComparisonWords.h"
#include "api/Decisions.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "parts/AimLine.h"
#include "parts/DataText.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace chokepoint::ui {
namespace {

constexpr std::size_t regretDraws = 2048;
constexpr int regretRow = 28, numberWidth = 78;

} // namespace

RegretView::RegretView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("How much each package gives up against the best one, run by run"));
    m_aim = new AimLine(QStringLiteral("packages"), this);
    card->addWidget(m_aim);
    m_table = new QTableWidget(0, 7, this);
    m_table->setObjectName(QStringLiteral("regrets"));
    m_table->setAccessibleName(tr("Loss of each package"));
    m_table->setHorizontalHeaderLabels({tr("Package"), tr("Mean\nloss"), tr("Median\nloss"), tr("9 in 10\nbelow"), tr("Largest\nloss"),
                                        tr("Best in"), tr("Central\nrun")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(regretRow);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int c = 1; c < m_table->columnCount(); ++c) {
        m_table->setColumnWidth(c, std::max(numberWidth, m_table->horizontalHeader()->sectionSizeHint(c)));
        m_table->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->addWidget(m_table);
    card->addWidget(new JobLine(m_job, m_board.language(), tr("Running every package"), this, [this] { compute(); }));
    m_note = addText(card, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    layout->addStretch(1);
    connect(m_aim, &AimLine::turned, this, &RegretView::compute);
    connect(&m_job, &Job::failed, m_finding, &QLabel::setText);
}

/// What was found before goes at once: it belongs to another package, series or time.
void RegretView::renew()
{
    m_table->setRowCount(0);
    m_finding->clear();
    m_packages = packagesOf(m_board);
    buildMenu();
    compute();
}

/// Which packages take part; all at first.
void RegretView::buildMenu()
{
    auto* menu = new QMenu(m_aim);
    for (const auto& package : m_packages) {
        auto* action = menu->addAction(menuText(package.name));
        action->setCheckable(true);
        action->setChecked(!m_leftOut.contains(package.name));
        connect(action, &QAction::toggled, this, [this, name = package.name](bool takesPart) {
            if (takesPart)
                m_leftOut.erase(name);
            else
                m_leftOut.insert(name);
            compute();
        });
    }
    m_aim->setMenu(menu);
}

void RegretView::compute()
{
    std::vector<NamedPackage> chosen;
    for (const auto& package : m_packages)
        if (!m_leftOut.contains(package.name))
            chosen.push_back(package);
    m_aim->setText(tr("%1 of %n packages", nullptr, static_cast<int>(m_packages.size())).arg(chosen.size()) + QStringLiteral("  \u25be"));
    if (chosen.size() < 2) {
        m_job.cancel();
        m_table->setRowCount(0);
        m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + 4);
        m_finding->setText(tr("A loss is against the best of several packages. Tick at least two."));
        return;
    }
    const Aim aim{m_focus.series(), m_focus.period(), m_aim->moreIsBetter()};
    m_job.start([this, &engine = m_board.engine(), chosen, aim](const Job::Delivery& desk) {
        DecisionRequest request;
        request.aim = aim;
        request.draws = regretDraws;
        request.work = desk.work;
        std::vector<Scenario> scenarios;
        for (const auto& package : chosen)
            scenarios.push_back(package.scenario);
        const auto regrets = regretOf(engine, scenarios, {}, request);
        if (regrets.isComplete)
            desk.deliver([this, chosen, regrets, aim] { take(chosen, regrets, aim); });
    });
}

void RegretView::take(const std::vector<NamedPackage>& packages, const RegretTable& regrets, const Aim& aim)
{
    const auto& about = m_board.catalogue().series[aim.series];
    const auto display = words::displayUnit(about);
    std::vector<std::size_t> order(packages.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t p) { return regrets.packages[p].mean; });
    std::vector<double> losses; // all of them to the same decimals
    for (const auto p : order) {
        const auto& regret = regrets.packages[p];
        losses.insert(losses.end(), {regret.mean, regret.median, regret.ninetieth, regret.largest, regret.central});
    }
    const auto shown = words::valuesAlike(about, losses);
    constexpr std::size_t lossesOfRow = 5;
    m_table->setRowCount(static_cast<int>(order.size()));
    for (int r = 0; r < m_table->rowCount(); ++r) {
        const auto p = order[static_cast<std::size_t>(r)];
        const auto loss = [&](std::size_t place) { return m_board.said(shown[static_cast<std::size_t>(r) * lossesOfRow + place]); };
        const auto best = m_board.said(words::percent(regrets.packages[p].shareBest));
        const QStringList cells{packages[p].name, loss(0), loss(1), loss(2), loss(3), best, loss(4)};
        for (int c = 0; c < cells.size(); ++c) {
            auto* item = new QTableWidgetItem(cells[c]);
            item->setTextAlignment((c == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            item->setToolTip(plainText(cells[c]));
            m_table->setItem(r, c, item);
        }
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_table->rowCount() * regretRow + 4);
    const auto& best = regrets.packages[order[0]];
    const auto at = m_board.said(words::periodName(aim.at));
    const auto name = m_board.said(words::scenarioLabel(m_board.catalogue(), packages[order[0]].scenario));
    const auto behind = m_board.said(words::amount(words::number(best.mean * display.scale), words::differenceUnit(about)));
    if (best.mean == 0)
        m_finding->setText((aim.moreIsBetter ? tr("If you want %2 higher in %3, “%1” is best in every run.")
                                             : tr("If you want %2 lower in %3, “%1” is best in every run."))
                               .arg(name, text(about.noun), at));
    else
        m_finding->setText((aim.moreIsBetter ? tr("If you want %3 higher in %4, “%1” gives up least: %2 on average against the best.")
                                             : tr("If you want %3 lower in %4, “%1” gives up least: %2 on average against the best."))
                               .arg(name, behind, text(about.noun), at));
    m_note->setText(tr("Losses in %1. “Best in” is the share of %2 runs in which no other package does better. Your own assumptions are "
                       "left out here.")
                        .arg(m_board.said(words::differenceUnit(about).name()), m_board.said(regretDraws)));
}

} // namespace chokepoint::ui
