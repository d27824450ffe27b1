// Computes in the background what is looked at.
#include "pages/sources/BacktestView.h"

#include "api/BacktestWords.h"
#include "api/PersonalFacts.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "pages/sources/BandsView.h"
#include "parts/FactTable.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {
constexpr int widestParts = 640; ///< pixels
} // namespace

BacktestView::BacktestView(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    m_job.setLanguage(board.language());
    m_ownJob.setLanguage(board.language());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_title = wrappedLabel(this, QStringLiteral("backtestTitle"));
    m_title->setText(tr("Running the past…"));
    m_stamp = wrappedLabel(this, QStringLiteral("backtestStamp"), "muted");
    m_parts = new Segments({tr("How the bands hold"), tr("Figures, misses first"), tr("Your own facts")}, this);
    m_parts->setObjectName(QStringLiteral("backtestParts"));
    m_parts->setAccessibleName(tr("What is shown of the test"));
    m_parts->setMaximumWidth(widestParts);

    m_views = new QStackedWidget(this);
    m_bands = new BandsView(board, m_views);
    m_views->addWidget(m_bands);
    auto* figures = new QWidget(m_views);
    auto* figuresLayout = new QVBoxLayout(figures);
    figuresLayout->setContentsMargins(0, 0, 0, 0);
    m_table = new FactTable({{tr("Series"), 0},
                             {tr("Period"), 104},
                             {tr("Observed"), 84, true},
                             {tr("Model"), 72, true},
                             {tr("Error"), 76, true},
                             {tr("8-in-10 band"), 112, true},
                             {tr("Unit"), 120},
                             {tr("Verdict"), 96},
                             {tr("Source"), 64}},
                            tr("Search series and periods"), m_board.language(), figures);
    m_note = wrappedLabel(figures, QStringLiteral("holdOut"), "muted");
    figuresLayout->addWidget(m_table, 1);
    figuresLayout->addWidget(m_note);
    m_views->addWidget(figures);
    m_views->addWidget(ownFactsPage());
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_stamp)})
        layout->addWidget(part);
    auto* parts = new QHBoxLayout;
    parts->addWidget(m_parts, 100);
    parts->addStretch(1);
    layout->addLayout(parts);
    layout->addWidget(m_views, 1);

    connect(m_parts, &Segments::chosen, this, [this](int part) { showPart(static_cast<Part>(part)); });
    connect(&board, &Board::changed, this, [this] {
        m_isOld = m_areFactsOld = true;
        renewWhenSeen();
    });
    connect(&board, &Board::factsChanged, this, [this] {
        m_areFactsOld = true;
        renewWhenSeen();
    });
}

QWidget* BacktestView::ownFactsPage()
{
    auto* page = new QWidget(m_views);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    auto* open = new QPushButton(tr("Open facts…"), page);
    open->setObjectName(QStringLiteral("openFacts"));
    open->setToolTip(tr("A CSV table; dropping it on the page opens it, too."));
    m_takeAway = new QPushButton(tr("Remove facts"), page);
    m_takeAway->setObjectName(QStringLiteral("removeFacts"));
    for (auto* button : {open, m_takeAway})
        button->setProperty("role", "chip");
    buttons->addWidget(open);
    buttons->addWidget(m_takeAway);
    buttons->addStretch();
    layout->addLayout(buttons);
    m_ownVerdict = wrappedLabel(page, QStringLiteral("ownVerdict"));
    layout->addWidget(m_ownVerdict);
    m_ownTable = new FactTable({{tr("Series"), 0},
                                {tr("Period"), 96},
                                {tr("Your value"), 92, true},
                                {tr("Median"), 80, true},
                                {tr("8-in-10 band"), 112, true},
                                {tr("Unit"), 96},
                                {tr("Verdict"), 92},
                                {tr("Source"), 88}},
                               tr("Search series and sources"), m_board.language(), page);
    m_ownTable->setObjectName(QStringLiteral("ownFacts"));
    layout->addWidget(m_ownTable, 1);
    m_ownHelp = wrappedLabel(page, QStringLiteral("ownHelp"), "muted");
    m_ownHelp->setText(tr("A table in CSV has the columns series (an id), period (2026, 2026Q2, 2025-12 or end-2026) and value, in the "
                          "unit in which charts show the series; low, high, class, source, scenario and baseline may follow. With a "
                          "baseline, the value is the difference of two packages. Charts draw levels as hollow diamonds."));
    layout->addWidget(m_ownHelp);
    layout->addStretch();
    connect(open, &QPushButton::clicked, this, &BacktestView::factsWanted);
    connect(m_takeAway, &QPushButton::clicked, this, &BacktestView::takeAway);
    takeOwn({}, {});
    return page;
}

void BacktestView::showPart(Part part)
{
    m_parts->setCurrent(static_cast<int>(part));
    m_views->setCurrentIndex(static_cast<int>(part));
    for (auto* label : {m_title, m_stamp}) // of the observations
        label->setVisible(part != Part::OwnFacts);
}

BacktestView::Part BacktestView::part() const { return static_cast<Part>(m_views->currentIndex()); }

void BacktestView::takeAway() { m_board.setFacts({}, tr("facts removed")); }

void BacktestView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renewWhenSeen();
}

void BacktestView::renewWhenSeen()
{
    if (isVisible() && (m_isOld || m_areFactsOld))
        renew();
}

void BacktestView::renew()
{
    if (m_isOld)
        m_job.start([this, &engine = m_board.engine(), scenario = m_board.played()](const Job::Delivery& desk) {
            const auto backtest = backtestOf(engine, scenario, {});
            desk.deliver([this, backtest] { take(backtest); });
        });
    if (m_areFactsOld && m_board.facts().empty()) {
        m_ownJob.cancel();
        takeOwn({}, {});
    } else if (m_areFactsOld) {
        const auto& facts = m_board.facts();
        m_ownJob.start([this, &engine = m_board.engine(), scenario = m_board.played(), facts](const Job::Delivery& desk) {
            const auto judged = judgedFacts(engine, scenario, facts, {});
            desk.deliver([this, facts, judged] { takeOwn(facts, judged); });
        });
    }
    m_isOld = m_areFactsOld = false;
}

void BacktestView::take(const Backtest& backtest)
{
    const auto& catalogue = m_board.catalogue();
    const auto stamp = m_board.said(words::assumptionStamp(m_board.scenario()));
    m_title->setText(m_board.said(words::bandVerdict(backtest.verdict)));
    QStringList about{m_board.said(Message("backtest.title", {{"title", backtest.title}}))};
    if (!stamp.isEmpty())
        about << tr("Under %1.").arg(stamp);
    m_stamp->setText(joined(about, MessageList::Joint::Sentence, m_board.language()));
    m_bands->setContent(backtest);
    QVector<FactRow> rows;
    for (std::size_t i = 0; i < backtest.rows.size(); ++i) {
        const auto& row = backtest.rows[i];
        const auto& o = catalogue.observations[row.observations.front()];
        const auto& series = catalogue.series[row.series];
        const auto display = words::displayUnit(series);
        const auto number = [&](double value) { return m_board.said(words::number(value * display.scale)); };
        rows << FactRow{QString::number(i),
                        {{text(series.name), {}, !row.isIn90},
                         {m_board.said(words::period(o.begin, o.end)), o.time},
                         {number(row.observed), row.observed},
                         {number(row.central), row.central},
                         {m_board.said(words::signedPart(row.error)), row.error},
                         {tr("%1 to %2").arg(number(row.low80), number(row.high80)), row.low80},
                         {m_board.said(display.name())},
                         {m_board.said(words::figureVerdict(row))},
                         {text(letterOf(o.grade))}},
                        text(o.note)};
    }
    m_table->setRows(rows);
    m_note->setText(m_board.said(backtest.holdOut));
}

void BacktestView::takeOwn(const std::vector<PersonalFact>& facts, const Backtest& judged)
{
    m_takeAway->setVisible(!facts.empty());
    m_ownTable->setVisible(!facts.empty());
    const auto& catalogue = m_board.catalogue();
    const auto package = m_board.said(words::scenarioLabel(catalogue, m_board.scenario()));
    m_ownVerdict->setText(facts.empty() ? tr("No facts yet. Open a table of figures, and see whether the bands hold them.")
                                        : tr("%1 Levels are those of “%2”, unless the table names another scenario.")
                                              .arg(m_board.said(words::bandVerdict(judged.verdict)), package));
    QVector<FactRow> rows;
    for (const auto& row : judged.rows) {
        const auto& fact = facts[row.observations.front()];
        const auto& series = catalogue.series[row.series];
        const auto unit = fact.isDifference() ? words::differenceUnit(series) : words::displayUnit(series);
        const auto number = [&](double value) { return m_board.said(words::number(value * unit.scale)); };
        const auto ofFact = m_board.said(words::factPackage(fact));
        rows << FactRow{QString::number(row.observations.front()),
                        {{ofFact.isEmpty() ? text(series.name) : tr("%1 (%2)").arg(text(series.name), ofFact), {}, !row.isIn90},
                         {m_board.said(words::period(fact.begin, fact.end)), fact.time()},
                         {m_board.said(words::number(fact.value)), fact.value},
                         {number(row.median), row.median},
                         {tr("%1 to %2").arg(number(row.low80), number(row.high80)), row.low80},
                         {m_board.said(unit.name())},
                         {m_board.said(words::figureVerdict(row))},
                         {text(fact.source)}},
                        {}};
    }
    m_ownTable->setRows(rows);
}

} // namespace chokepoint::ui
