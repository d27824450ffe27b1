// Builds the window and keeps it in step with the draws.
#include "pages/explore/DistributionWindow.h"

#include "api/Catalogue.h"
#include "api/ChangeWords.h"
#include "api/Ensemble.h"
#include "api/SeriesDraws.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "bridge/Draws.h"
#include "charts/HistogramView.h"
#include "look/Theme.h"
#include "parts/PeriodPicker.h"
#include "parts/QuarterPicker.h"
#include "parts/Segments.h"
#include "charts/Ticks.h"
#include "api/TypedNumber.h"
#include "parts/Text.h"

#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr std::size_t bars = 40;
constexpr std::size_t tenth = quantilePlace(0.1), quarterOfRuns = quantilePlace(0.25), half = quantilePlace(0.5),
                      threeQuarters = quantilePlace(0.75), ninetieth = quantilePlace(0.9);

Histogram inDisplayUnit(Histogram histogram, double scale)
{
    histogram.low *= scale;
    histogram.high *= scale;
    return histogram;
}

} // namespace

DistributionWindow::DistributionWindow(const Board& board, Draws& draws, std::size_t series, int year, QWidget* parent)
    : QWidget(parent, Qt::Window), m_board(board), m_draws(draws), m_series(series)
{
    setObjectName(QStringLiteral("distribution"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 16);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_title = new QLabel(this);
    m_title->setFont(fontOf(14.5, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_period = new PeriodPicker(m_board.language(), this);
    m_period->setPeriod(Period::ofYear(year));
    head->addWidget(m_title, 1);
    head->addWidget(m_period, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_age = new QLabel(this);
    m_age->setObjectName(QStringLiteral("age"));
    m_age->setProperty("role", "caution");
    layout->addWidget(m_age);
    m_histogram = new HistogramView(m_board.language(), this);
    layout->addWidget(m_histogram, 1);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("distributionSummary"));
    m_summary->setWordWrap(true);
    m_summary->setFont(fontOf(13));
    layout->addWidget(m_summary);
    auto* rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    layout->addWidget(rule);
    layout->addWidget(buildChance());
    connect(m_period, &PeriodPicker::chosen, this, &DistributionWindow::refresh);
    connect(&draws, &Draws::ready, this, &DistributionWindow::refresh);
    connect(&draws, &Draws::outdated, this, &DistributionWindow::tellAge);
    setSeries(series);
    resize(680, 520);
}

QWidget* DistributionWindow::buildChance()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new QLabel(tr("How many runs reach"), box));
    m_side = new Segments({tr("at least"), tr("at most")}, box);
    m_side->setObjectName(QStringLiteral("side"));
    m_side->setAccessibleName(tr("At least or at most"));
    m_side->setFixedWidth(150);
    m_threshold = new QLineEdit(box);
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setFixedWidth(90);
    m_threshold->setAlignment(Qt::AlignRight);
    m_unit = new QLabel(box);
    m_unit->setProperty("role", "muted");
    m_from = new QuarterPicker(m_board.language(), box);
    m_from->setPattern(tr("from %1"));
    m_from->setQuarter(m_board.start());
    m_by = new QuarterPicker(m_board.language(), box);
    m_by->setPattern(tr("to %1"));
    m_by->setQuarter(m_period->period().last());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_side, m_threshold, m_unit, m_from, m_by})
        line->addWidget(widget);
    line->addStretch(1);
    layout->addLayout(line);
    m_chance = new QLabel(box);
    m_chance->setObjectName(QStringLiteral("chance"));
    m_chance->setWordWrap(true);
    m_chance->setFont(fontOf(13));
    layout->addWidget(m_chance);
    connect(m_side, &Segments::chosen, this, &DistributionWindow::refreshChance);
    connect(m_threshold, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        refreshChance();
    });
    for (auto* picker : {m_from, m_by})
        connect(picker, &QuarterPicker::chosen, this, &DistributionWindow::refreshChance);
    return box;
}

void DistributionWindow::setSeries(std::size_t series)
{
    m_series = series;
    m_isTyped = false;
    const auto& about = m_board.catalogue().series[series];
    m_title->setText(text(about.name));
    setWindowTitle(tr("Distribution: %1").arg(text(about.name)));
    m_draws.want(this, {series});
    m_unit->setText(m_board.said(words::displayUnit(about).name()));
    refresh();
}

QString DistributionWindow::summary() const { return m_summary->text(); }
QString DistributionWindow::chance() const { return m_chance->text(); }

/// One line that is always there, so that nothing moves when it speaks.
void DistributionWindow::tellAge()
{
    const bool isOld = !m_draws.isCurrent() && m_draws.present().has(m_series);
    m_age->setText(isOld ? tr("These runs are from before the last change; new ones are being computed…") : QStringLiteral(" "));
}

void DistributionWindow::refresh()
{
    tellAge();
    const auto &with = m_draws.present(), &without = m_draws.baseline();
    if (!with.has(m_series) || !without.has(m_series)) {
        m_histogram->setContent({});
        m_summary->setText(tr("Computing runs…"));
        m_chance->clear();
        return;
    }
    const auto& about = m_board.catalogue().series[m_series];
    const auto display = words::displayUnit(about);
    const auto period = m_period->period();
    const auto spread = spreadAt(with, m_series, period);
    const auto [scenario, baseline] = histogramsAt(with, without, m_series, period, bars);
    const auto shown = [&](std::size_t level) { return spread.quantiles[level] * display.scale; };
    const double central = period.in(m_board.present().series[m_series]) * display.scale;
    m_histogram->setContent({inDisplayUnit(scenario, display.scale), inDisplayUnit(baseline, display.scale), about.colour,
                             m_board.said(display.name()), central, shown(tenth), shown(half), shown(ninetieth)});
    const auto number = [&](std::size_t level) { return tickWords(shown(level), m_board.language()); };
    m_summary->setText(tr("%1: 8 in 10 runs lie between %2 and %3, and 5 in 10 between %4 and %5. The median is %6, the central run %7 %8. "
                          "Bars: % of %9 runs; dashed: the baseline.")
                           .arg(m_board.said(words::periodName(period)), number(tenth), number(ninetieth), number(quarterOfRuns),
                                number(threeQuarters), number(half), tickWords(central, m_board.language()), m_board.said(display.name()),
                                m_board.said(with.draws())));
    if (!m_isTyped)
        m_threshold->setText(number(half));
    refreshChance();
}

void DistributionWindow::refreshChance()
{
    const auto &with = m_draws.present(), &without = m_draws.baseline();
    if (!with.has(m_series) || !without.has(m_series))
        return;
    const auto typed = words::typedNumber(m_threshold->text().toStdString());
    const auto from = m_from->quarter(), by = m_by->quarter();
    if (!typed) {
        m_chance->setText(tr("Type a number in %1.").arg(m_unit->text()));
        return;
    }
    if (by.index < from.index) {
        m_chance->setText(tr("The period ends before it starts. Choose a later quarter."));
        return;
    }
    const auto& about = m_board.catalogue().series[m_series];
    const bool above = m_side->current() == 0;
    const double limit = typed->value / words::displayUnit(about).scale;
    m_chance->setText(
        m_board.said(words::oddsSentence(about, typed->value, above, from, by, oddsOfReaching(with, m_series, limit, above, from, by),
                                         oddsOfReaching(without, m_series, limit, above, from, by))));
}

void DistributionWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    emit closed();
}

void DistributionWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chokepoint::ui
