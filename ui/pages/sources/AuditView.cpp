// Computes the audit in the background when it is looked at.
#include "pages/sources/AuditView.h"

#include "api/Audit.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "parts/FactTable.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

/// The unit of figures that are not scaled for show.
QString unitOf(const Series& series, const Board& board)
{
    return board.said(words::unscaledUnit(series));
}

} // namespace

AuditView::AuditView(const Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    m_job.setLanguage(board.language());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_summary = wrappedLabel(this, QStringLiteral("auditSummary"));
    m_summary->setText(tr("Running the package in 50 digits…"));
    m_table = new FactTable({{tr("What must hold"), 0}, {tr("Kind"), 120}, {tr("Verdict"), 190}}, tr("Search ledgers, identities, series"),
                            board.language(), this);
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
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.played()](const Job::Delivery& desk) {
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
                         {tr("rounded parts add up")}},
                        {}};
    }
    for (const auto& identity : audit.identities)
        rows << FactRow{QStringLiteral("identity"),
                        {{m_board.said(identity.title)},
                         {tr("identity")},
                         {identity.holds ? tr("holds in 50 digits") : tr("does not hold"), {}, !identity.holds}},
                        {}};
    double largest = 0;
    for (const auto& deviation : audit.deviations) {
        largest = std::max(largest, deviation.largest);
        // parts in a million million, for such sizes have no other words
        rows << FactRow{
            QStringLiteral("deviation"),
            {{tr("%1, worst in %2").arg(text(catalogue.series[deviation.series].name), m_board.said(deviation.worst))},
             {tr("double precision"), deviation.largest},
             {tr("%1 parts in a trillion").arg(m_board.said(words::number(deviation.largest * 1e12))), deviation.largest}},
            {}};
    }
    m_table->setRows(rows);
    const auto holding = std::ranges::count_if(audit.identities, &AccountingIdentity::holds);
    m_summary->setText(tr("Run again in 50 digits, %1 of %2 accounting identities hold. No series of the ordinary run is off by more than "
                          "%3 parts in a trillion.")
                           .arg(holding)
                           .arg(audit.identities.size())
                           .arg(m_board.said(words::number(largest * 1e12))));
}

} // namespace chokepoint::ui
