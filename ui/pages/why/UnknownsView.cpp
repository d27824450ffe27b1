// Asks the engine for the value of information and shows the unknowns that matter as bars.
#include "pages/why/UnknownsView.h"

#include "api/Catalogue.h"
#include "api/InputWords.h"
#include "api/Decisions.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/UnitWords.h"
#include "parts/AimLine.h"
#include "parts/Bars.h"
#include "api/DecisionWords.h"
#include "parts/DataText.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr std::size_t unknownDraws = 4096;
constexpr qsizetype mostUnknowns = 16;

} // namespace

UnknownsView::UnknownsView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("How often learning one input would reverse the ranking of two packages"));
    m_aim = new AimLine(QStringLiteral("otherPackage"), this);
    card->addWidget(m_aim);
    card->addWidget(new JobLine(m_job, m_board.language(), tr("Running both packages"), this, [this] { compute(); }));
    m_bars = new Bars(m_board.language(), this);
    m_bars->setAccessibleName(tr("What is not known, by input"));
    m_bars->setObjectName(QStringLiteral("unknowns"));
    card->addWidget(m_bars);
    m_note = addText(card, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    layout->addStretch(1);
    connect(m_aim, &AimLine::turned, this, &UnknownsView::compute);
    connect(m_bars, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
    connect(&m_job, &Job::failed, m_finding, &QLabel::setText);
}

void UnknownsView::renew()
{
    m_packages = packagesOf(m_board);
    auto* menu = new QMenu(m_aim);
    for (std::size_t p = 1; p < m_packages.size(); ++p)
        connect(menu->addAction(menuText(m_packages[p].name)), &QAction::triggered, this, [this, p] { compareWith(p); });
    m_aim->setMenu(menu);
    compute();
}

void UnknownsView::compareWith(std::size_t package)
{
    m_other = m_packages[package].name;
    compute();
}

/// What lies on the board against the chosen one, else against the next of the list; a chosen one may be gone.
void UnknownsView::compute()
{
    const auto& first = m_packages.front();
    auto at = std::ranges::find(m_packages.begin() + 1, m_packages.end(), m_other, &NamedPackage::name);
    const auto& second = at == m_packages.end() ? m_packages[1] : *at;
    m_aim->setText(tr("against “%1”  \u25be").arg(m_board.said(words::scenarioLabel(m_board.catalogue(), second.scenario))));
    m_bars->setContent({});
    m_finding->clear();
    m_note->clear();
    const Aim aim{m_focus.series(), m_focus.period(), m_aim->moreIsBetter()};
    m_job.start([this, &engine = m_board.engine(), first, second, aim](const Job::Delivery& desk) {
        DecisionRequest request;
        request.aim = aim;
        request.draws = unknownDraws;
        request.work = desk.work;
        const auto value = valueOfInformation(engine, first.scenario, second.scenario, request);
        if (value.isComplete)
            desk.deliver([this, value, aim, one = first.scenario, two = second.scenario] { take(value, aim, one, two); });
    });
}

void UnknownsView::take(const InformationValue& value, const Aim& aim, const Scenario& one, const Scenario& two)
{
    const auto& catalogue = m_board.catalogue();
    const auto titleOf = [&](const Scenario& scenario) { return m_board.said(words::scenarioLabel(catalogue, scenario)); };
    const auto first = titleOf(one), second = titleOf(two);
    const auto display = words::differenceUnit(catalogue.series[aim.series]); // what it is worth is a difference
    m_finding->setText(m_board.said(words::informationFinding(catalogue, first.toStdString(), second.toStdString(), aim, value)));
    BarsContent content;
    content.axis = tr("% of runs in which learning it would reverse the ranking");
    for (const auto& unknown : value.unknowns) {
        if (unknown.flipShare == 0 || content.rows.size() == mostUnknowns)
            break;
        const auto& p = catalogue.parameters[unknown.parameter];
        const auto worth = m_board.said(words::amount(words::number(unknown.worth * display.scale), display));
        content.rows << BarRow{QString::number(unknown.parameter),
                               text(p.description),
                               {},
                               {{0, unknown.flipShare * 100, BarPiece::Colour::Accent}},
                               {},
                               m_board.said(words::percent(unknown.flipShare)),
                               tr("Knowing it is worth %1 on average.").arg(worth),
                               false,
                               {},
                               m_board.said(words::inputEvidence(p)),
                               m_board.said(words::inputEvidence(p, false))};
    }
    m_bars->setContent(content);
    m_bars->setVisible(!content.rows.isEmpty());
    QStringList note{tr("“%1” does better in %2 of %3 runs. We sort the runs into 16 classes by one input at a time. Where the other "
                        "package wins a class by over two standard errors, knowing the input would flip the choice.")
                         .arg(first, m_board.said(words::percent(value.shareFirstBetter)), m_board.said(unknownDraws))};
    if (!content.rows.isEmpty())
        note << tr("Click a row for its source.");
    m_note->setText(joined(note, MessageList::Joint::Sentence, m_board.language()));
}

} // namespace chokepoint::ui
