// Puts the sections under one choice of series and time.
#include "pages/why/WhyPage.h"

#include "api/Backtest.h"
#include "api/Equations.h"
#include "api/Sensitivity.h"
#include "api/SensitivityWords.h"
#include "pages/why/CausesView.h"
#include "pages/why/ClaimsView.h"
#include "pages/why/GoalView.h"
#include "pages/why/IndicesView.h"
#include "look/Theme.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/PeriodPicker.h"
#include "pages/why/RegretView.h"
#include "parts/SeriesPicker.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"
#include "pages/why/SharesView.h"
#include "pages/why/TornadoView.h"
#include "pages/why/UnitsView.h"
#include "pages/why/UnknownsView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace chokepoint::ui {
namespace {
constexpr std::size_t quickSeries = 4;
constexpr int widestLeaf = 1240; ///< pixels; beyond it the eye loses the way from a name to its bar
} // namespace

WhyPage::WhyPage(Board& board, Draws& draws, QWidget* parent) : SectionedPage(id, parent), m_board(board)
{
    besideNames()->setContentsMargins(16, 12, 8, 8);
    besideNames()->setSpacing(8);
    auto* headBox = new QWidget(this); // as wide as the leaves below, so that the year stands above their right edge
    headBox->setMaximumWidth(widestLeaf);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(8);
    m_series = new SeriesPicker(board.catalogue(), board.language(), this);
    m_period = new PeriodPicker(board.language(), this);
    head->addWidget(m_series, 1);
    head->addWidget(m_period);
    head->addSpacing(8);
    auto* headRow = new QHBoxLayout;
    headRow->addWidget(headBox, 1);
    headRow->addStretch(0);
    besideNames()->insertLayout(0, headRow);
    besideNames()->insertLayout(1, buildQuick());
    m_evidence = new QLabel(this);
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setProperty("role", "muted");
    m_evidence->setFont(fontOf(12));
    m_evidence->setWordWrap(true);
    m_evidence->setTextFormat(Qt::PlainText);
    m_evidence->setContentsMargins(0, 0, 8, 0);
    besideNames()->insertWidget(2, m_evidence);
    m_focus.set(m_series->series(), m_focus.period());
    m_period->setPeriod(m_focus.period());
    addAll(draws);
    connect(m_series, &SeriesPicker::chosen, this, [this](std::size_t series) { chooseFocus(series, m_focus.period()); });
    connect(m_period, &PeriodPicker::chosen, this, [this](const Period& period) { chooseFocus(m_focus.series(), period); });
    connect(&m_focus, &Focus::changed, this, &WhyPage::weighEvidence);
    connect(&m_focus, &Focus::changed, this, [this] {
        auto kept = m_board.workbook().view.focus;
        kept.series = m_board.catalogue().series[m_focus.series()].id;
        kept.period = m_focus.period();
        m_board.keepFocus(kept);
    });
    connect(&board, &Board::changed, this, &WhyPage::weighEvidence);
    connect(&board, &Board::workbookOpened, this, [this] {
        const auto& focus = m_board.workbook().view.focus;
        chooseFocus(*m_board.catalogue().findSeries(focus.series), focus.period);
    });
}

/// The first headline series at one click; the menu has all.
QHBoxLayout* WhyPage::buildQuick()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    const auto& catalogue = m_board.catalogue();
    for (std::size_t i = 0; i < std::min(quickSeries, catalogue.headlines.size()); ++i) {
        const auto series = catalogue.headlines[i];
        auto* chip = new ElidedButton(menuText(catalogue.series[series].shortName), this);
        chip->setObjectName(QStringLiteral("quick:") + text(catalogue.series[series].id));
        chip->setProperty("role", "chip");
        chip->setFont(fontOf(12));
        connect(chip, &QPushButton::clicked, this, [this, series] { chooseFocus(series, m_focus.period()); });
        row->addWidget(chip);
    }
    row->addStretch(1);
    return row;
}

void WhyPage::addAll(Draws& draws)
{
    add(tr("Which measure did it?"), tr("How much each measure adds or takes away (Shapley values)"),
        m_shares = new SharesView(m_board, m_focus, this));
    add(tr("Trace the chain"), tr("What feeds this result, step by step"), m_causes = new CausesView(m_board, draws, m_focus, this));
    add(tr("What it rests on"), tr("Each input alone, from the low to the high end of its range"),
        m_tornado = new TornadoView(m_board, m_focus, this));
    add(tr("What makes it uncertain"), tr("All inputs at once, and how that changes over the years (Sobol indices)"),
        m_indices = new IndicesView(m_board, m_focus, this));
    add(tr("What more supply adds"), tr("One more unit of HBM, dies or packaging a year"),
        m_units = new UnitsView(m_board, m_focus, this));
    add(tr("Find a package"), tr("Which changes would reach a goal"), m_goal = new GoalView(m_board, m_focus, this));
    add(tr("Which package is safest?"), tr("What each package gives up against the best one (regret)"),
        m_regret = new RegretView(m_board, m_focus, this));
    add(tr("What could flip it?"), tr("Which unknown, once learned, would change the choice (value of information)"),
        m_unknowns = new UnknownsView(m_board, m_focus, this));
    add(tr("Test a claim"), tr("In what share of runs a claim holds"), m_claims = new ClaimsView(m_board, m_focus, this));
    connect(m_shares, &SharesView::restsAsked, this, [this] { showSection(Section::Tornado); });
    connect(m_causes, &CausesView::inputAsked, this, &WhyPage::askInput);
    connect(m_tornado, &TornadoView::inputAsked, this, &WhyPage::askInput);
    connect(m_indices, &IndicesView::inputAsked, this, &WhyPage::askInput);
    connect(m_unknowns, &UnknownsView::inputAsked, this, &WhyPage::askInput);
    connect(m_claims, &ClaimsView::inputAsked, this, &WhyPage::askInput);
}

/// How much of the spread of the series rests on weak inputs, in the year; the old sentence goes when the job begins.
void WhyPage::weighEvidence()
{
    if (!isVisible())
        return;
    m_evidence->setText(tr("Weighing the evidence for %1…").arg(text(m_board.catalogue().series[m_focus.series()].noun)));
    m_evidenceJob.start([this, &engine = m_board.engine(), scenario = m_board.played(), series = m_focus.series(),
                         year = m_focus.period().year()](const Job::Delivery& desk) {
        const auto shares = gradeSharesOf(engine, scenario, {series}, year, {});
        desk.deliver([this, shares] { m_evidence->setText(m_board.said(words::gradeShareSentence(m_board.catalogue(), shares.front()))); });
    });
}

void WhyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    openWithAnAnswer();
    weighEvidence();
}

/// Without a change there is nothing to share out: then the page opens with what the baseline rests on, until there is.
void WhyPage::openWithAnAnswer()
{
    const bool isSame = m_board.present().series == m_board.reference().series;
    if (section() == Section::Shares && isSame) {
        showSection(Section::Tornado);
        m_isStandIn = true;
    } else if (m_isStandIn && !isSame) {
        showSection(Section::Shares);
    }
}

void WhyPage::add(const QString& name, const QString& purpose, WhyView* view)
{
    const auto scroll = clearScroll(views());
    scroll.inside->setMaximumWidth(widestLeaf);
    scroll.column->setSpacing(4);
    scroll.column->addWidget(wrappedLabel(name, 14.5, nullptr, scroll.inside, QFont::DemiBold));
    scroll.column->addWidget(wrappedLabel(purpose, 12.5, "muted", scroll.inside));
    scroll.column->addSpacing(4);
    scroll.column->addWidget(view, 1);
    m_all.push_back(view);
    addSection(name, purpose, scroll.area);
}

void WhyPage::sectionChanged()
{
    m_isStandIn = false;
    m_period->setYearsOnly(section() == Section::Goal); // a goal is about a yearly mean
}

void WhyPage::askInput(std::size_t parameter) { emit asked({.page = "sources", .parameter = parameter}); }

void WhyPage::showSection(Section section) { showRow(static_cast<int>(section)); }

WhyPage::Section WhyPage::section() const { return static_cast<Section>(sectionRow()); }

void WhyPage::follow(const Way& way)
{
    if (way.series) {
        chooseFocus(*way.series, way.period.value_or(m_focus.period()));
        if (way.part.empty())
            showSection(Section::Shares); // who asks why a series changes asks for the measures
    }
    if (way.part == "causes")
        showSection(Section::Causes);
    if (way.part == "claims")
        showSection(Section::Claims);
}

void WhyPage::suggest(const Way& way)
{
    if (way.series)
        suggestFocus(*way.series, way.period.value_or(m_focus.period()));
}

void WhyPage::chooseFocus(std::size_t series, Period period)
{
    m_isChosen = true;
    m_series->setSeries(series);
    m_period->setPeriod(period);
    m_focus.set(series, period);
}

void WhyPage::suggestFocus(std::size_t series, Period period)
{
    if (m_isChosen)
        return;
    chooseFocus(series, period);
    m_isChosen = false;
}

bool WhyPage::isBusy() const { return m_evidenceJob.isRunning() || m_all[static_cast<std::size_t>(sectionRow())]->isBusy(); }

} // namespace chokepoint::ui
