// Computes both in the background when they are looked at.
#include "pages/sources/BacktestView.h"

#include "api/Audit.h"
#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "parts/FactTable.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

QLabel* wrapped(QWidget* parent, const QString& name, const char* role)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", role);
    return label;
}

/// The unit of figures that are not scaled for show.
QString unitOf(const Series& series, const Board& board)
{
    return board.said(words::unscaledUnit(series));
}

} // namespace

BacktestView::BacktestView(const Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    m_job.setLanguage(board.language());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_title = wrapped(this, QStringLiteral("backtestTitle"), nullptr);
    m_title->setText(tr("Running the recorded history …"));
    m_table = new FactTable({{tr("Series"), 0},
                             {tr("Period"), 104},
                             {tr("Observed"), 84, true},
                             {tr("Model"), 72, true},
                             {tr("Error"), 76, true},
                             {tr("8 draws in 10"), 112, true},
                             {tr("Unit"), 120},
                             {tr("Verdict"), 96},
                             {tr("Grade"), 64}},
                            tr("Search series and periods"), this);
    m_note = wrapped(this, QStringLiteral("holdOut"), "muted");
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    connect(&board, &Board::changed, this, [this] {
        m_isOld = true;
        if (isVisible())
            renew();
    });
}

void BacktestView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        renew();
}

void BacktestView::renew()
{
    m_isOld = false;
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.scenario()](const Job::Delivery& desk) {
        const auto backtest = backtestOf(engine, scenario, {});
        desk.deliver([this, backtest] { take(backtest); });
    });
}

void BacktestView::take(const Backtest& backtest)
{
    const auto& catalogue = m_board.catalogue();
    const auto stamp = m_board.said(words::assumptionStamp(m_board.scenario()));
    QStringList said{tr("%1. Of %n observations %2 lie where 8 draws in 10 do and %3 where 9 in 10 do. Misses stand first.", nullptr,
                        static_cast<int>(backtest.rows.size()))
                         .arg(m_board.said(backtest.title))
                         .arg(backtest.in80)
                         .arg(backtest.in90)};
    if (!stamp.isEmpty())
        said << tr("Under %1.").arg(stamp);
    m_title->setText(said.join(QLatin1Char(' ')));
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
                         {row.isIn80         ? tr("inside")
                          : row.isIn90       ? tr("at the edge")
                          : row.rangeMeets90 ? tr("range meets")
                                             : tr("missed")},
                         {text(letterOf(o.grade))}},
                        text(o.note)};
    }
    m_table->setRows(rows);
    m_note->setText(m_board.said(backtest.holdOut));
}

AuditView::AuditView(const Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    m_job.setLanguage(board.language());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_summary = wrapped(this, QStringLiteral("auditSummary"), nullptr);
    m_summary->setText(tr("Running the scenario in fifty digits …"));
    m_table =
        new FactTable({{tr("What must hold"), 0}, {tr("Kind"), 120}, {tr("Verdict"), 190}}, tr("Search ledgers, identities, series"), this);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    connect(&board, &Board::changed, this, [this] {
        m_isOld = true;
        if (isVisible())
            renew();
    });
}

void AuditView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        renew();
}

void AuditView::renew()
{
    m_isOld = false;
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.scenario()](const Job::Delivery& desk) {
        const auto audit = auditOf(engine, scenario);
        desk.deliver([this, audit] { take(audit); });
    });
}

void AuditView::take(const Audit& audit)
{
    const auto& catalogue = m_board.catalogue();
    QVector<FactRow> rows;
    const auto q = static_cast<std::size_t>(defaultStart.index + 3);
    for (const auto& ledger : audit.ledgers) {
        QStringList lines;
        for (std::size_t i = 0; i < ledger.lines.size(); ++i)
            lines << text(ledger.roundedLines[i][q]);
        rows << FactRow{QStringLiteral("ledger"),
                        {{tr("%1, end of 2027, %2: %3 = %4")
                              .arg(m_board.said(ledger.title), unitOf(catalogue.series[ledger.total], m_board),
                                   lines.join(QStringLiteral(" + ")), text(ledger.roundedTotal[q]))},
                         {tr("ledger")},
                         {tr("roundings add up")}},
                        {}};
    }
    for (const auto& identity : audit.identities)
        rows << FactRow{QStringLiteral("identity"),
                        {{m_board.said(identity.title)},
                         {tr("identity")},
                         {identity.holds ? tr("holds in fifty digits") : tr("does not hold"), {}, !identity.holds}},
                        {}};
    double largest = 0;
    for (const auto& deviation : audit.deviations) {
        largest = std::max(largest, deviation.largest);
        // parts in a million million, for such sizes have no other words
        rows << FactRow{
            QStringLiteral("deviation"),
            {{tr("%1, worst in %2").arg(text(catalogue.series[deviation.series].name), m_board.said(deviation.worst))},
             {tr("double precision"), deviation.largest},
             {tr("%1 parts in a million million").arg(m_board.said(words::number(deviation.largest * 1e12))), deviation.largest}},
            {}};
    }
    m_table->setRows(rows);
    const auto holding = std::ranges::count_if(audit.identities, &AccountingIdentity::holds);
    m_summary->setText(tr("The run on the board again in fifty decimal digits: %1 of %2 accounting identities hold; no series of the "
                          "ordinary run strays by more than %3 parts in a million million.")
                           .arg(holding)
                           .arg(audit.identities.size())
                           .arg(m_board.said(words::number(largest * 1e12))));
}

} // namespace chokepoint::ui
