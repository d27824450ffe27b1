// Asks the engine about the measures, one after another.
#include "pages/flows/MoverList.h"

#include "api/ChangeWords.h"
#include "api/MeasureWords.h"
#include "api/MoveAnswer.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/ElidedLabel.h"
#include "parts/Page.h"
#include "parts/RangeBar.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QFrame>
#include <QHBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr double reachOfBars = 0.3; ///< the same for all; an arrow says what goes beyond it

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("rule", true);
    line->setFixedHeight(1);
    return line;
}

} // namespace

MoverList::MoverList(Board& board, std::vector<std::size_t> measures, QWidget* parent)
    : QWidget(parent), m_board(board), m_measures(std::move(measures))
{
    setObjectName(QStringLiteral("movers"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(3);
    column->addLayout(m_rows);
    m_working = wrappedLabel({}, 12, "muted", this);
    m_working->setObjectName(QStringLiteral("working"));
    column->addWidget(m_working);
    m_job.setLanguage(board.language());
    connect(&m_job, &Job::failed, m_working, &QLabel::setText);
}

void MoverList::renew()
{
    m_isOld = true;
    if (isVisible())
        weigh();
}

void MoverList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        weigh();
}

/// Runs in the background while the pane is open; what is known is shown at once.
void MoverList::weigh()
{
    m_isOld = false;
    m_movers.clear();
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_working->setText(tr("Running the measures…"));
    m_working->show();
    MapMoverRequest request;
    request.measures = m_measures;
    request.series = *m_board.catalogue().findSeries(effectSeries);
    request.year = m_board.year();
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.played(), request](const Job::Delivery& desk) mutable {
        request.work = desk.work;
        weighMovers(engine, scenario, request, [&](const MapMover& mover) {
            Message reason;
            if (mover.movesNothing && !mover.steps.empty()) {
                const auto moved = withSetting(engine, scenario, mover.measure, mover.steps.front().value);
                reason = words::moveReason(engine.catalogue(), answerMove(engine, moved, mover.measure, {request.series}), mover.measure);
            }
            desk.deliver([this, mover, reason] { addMover(mover, reason); });
        });
        desk.deliver([this] { m_working->hide(); });
    });
}

void MoverList::addMover(const MapMover& mover, const Message& reason)
{
    m_movers.push_back(mover);
    const auto& measure = m_board.catalogue().measures[mover.measure];
    auto* room = new QWidget(this);
    room->setObjectName(QStringLiteral("mover:") + text(measure.id));
    auto* column = new QVBoxLayout(room);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(1);
    column->addWidget(rule(room));
    auto* head = new QHBoxLayout;
    auto* name = new ElidedButton(menuText(measure.shortName), room);
    name->setProperty("role", "name");
    name->setFont(fontOf(12, QFont::DemiBold));
    name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    name->setToolTip(tr("Opens the measure on Explore."));
    connect(name, &QPushButton::clicked, this, [this, place = mover.measure] { emit wayAsked({.page = "explore", .measure = place}); });
    head->addWidget(name);
    auto* now = new ElidedLabel(room);
    now->setFont(fontOf(11));
    now->setProperty("role", "muted");
    now->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    now->setText(m_board.said(words::shortValue(measure, mover.inForce)));
    head->addWidget(now, 1);
    column->addLayout(head);
    if (mover.movesNothing) {
        auto* none = wrappedLabel(reason.isEmpty() ? tr("No effect on it.") : m_board.said(reason), 11.5, "caution", room);
        none->setObjectName(QStringLiteral("noEffect"));
        column->addWidget(none);
    } else {
        for (const auto& step : mover.steps)
            addStep(column, mover, step);
    }
    m_rows->addWidget(room);
}

void MoverList::addStep(QVBoxLayout* under, const MapMover& mover, const MapMover::Step& step)
{
    const auto& catalogue = m_board.catalogue();
    const auto row = *catalogue.findSeries(effectSeries);
    const double before = m_board.present().annualMean(row, m_board.year());
    auto* room = under->parentWidget();
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 0, 0);
    line->setSpacing(6);
    auto* value = new ElidedLabel(room);
    value->setFont(fontOf(11.5));
    value->setProperty("role", "muted");
    value->setText(m_board.said(words::shortValue(catalogue.measures[mover.measure], step.value)));
    line->addWidget(value, 1);
    auto* change = new QLabel(m_board.said(words::changeWithDoubt(catalogue.series[row], step.central, before, &step.spread)), room);
    change->setObjectName(QStringLiteral("effect"));
    change->setTextFormat(Qt::PlainText);
    change->setFont(fontOf(11.5, QFont::DemiBold));
    change->setProperty("role", "accent");
    change->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(change);
    auto* bar = new RangeBar(room);
    bar->setFixedWidth(70);
    const auto& relative = step.spread.relative.quantiles;
    const double low = relative[quantilePlace(0.1)], high = relative[quantilePlace(0.9)], main = before > 0 ? step.central / before - 1 : 0;
    bar->setRange(RangeBar::Range{low, high, main, reachOfBars});
    bar->setToolTip(plainText(m_board.said(words::rangeOfChange(catalogue.series[row], step.spread))));
    line->addWidget(bar);
    under->addLayout(line);
}

} // namespace chokepoint::ui
