// Asks for the dates of a deal and tells what is left of it when it is broken.
#include "pages/negotiate/BreachView.h"

#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/RowList.h"
#include "parts/DataText.h"
#include "parts/QuarterPicker.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr int breachDelay = 250, numberWide = 52;

double sumOf(const std::vector<double>& parts)
{
    constexpr double today = 50;
    return std::accumulate(parts.begin(), parts.end(), today);
}

} // namespace

BreachView::BreachView(Board& board, const QString& name, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_sum = wrappedLabel({}, 12.5, "accent", this, QFont::DemiBold); // ahead of all else: a small window shows little more
    m_sum->setObjectName(name + QStringLiteral("Sum"));
    m_sum->setMinimumHeight(20);
    column->addWidget(m_sum);
    addDates(name);
    m_told = wrappedLabel(this, name + QStringLiteral("Told"));
    m_told->setFont(fontOf(12));
    m_told->setMinimumHeight(50); // as much as two or three lines: the list below keeps its place
    m_told->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_told);
    m_rows = new RowList({0, numberWide, numberWide}, this);
    m_rows->setObjectName(name + QStringLiteral("Rows"));
    m_rows->setAccessibleName(tr("What the deal gives, and what of it stays when it is broken"));
    column->addWidget(m_rows);
    m_delay.setSingleShot(true);
    m_delay.setInterval(breachDelay);
    connect(&m_delay, &QTimer::timeout, this, &BreachView::run);
    m_drawing.setLanguage(board.language());
    connect(&m_drawing, &Job::failed, this, &BreachView::tell);
}

void BreachView::addDates(const QString& name)
{
    auto* grid = new QGridLayout; // two beside each other: the leaf of a small window has room for no more
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(2, 1);
    const auto add = [&](int place, const QString& words, QWidget* field) {
        auto* head = wrappedLabel(words, 11, "muted", this);
        field->setAccessibleName(words);
        grid->addWidget(head, place / 2 * 2, place % 2, Qt::AlignBottom);
        grid->addWidget(field, place / 2 * 2 + 1, place % 2, Qt::AlignLeft | Qt::AlignVCenter);
    };
    const std::array heads{tr("Announced"), tr("Law"), tr("In effect")};
    const std::array names{"Announced", "Legal", "Effective"};
    for (int d = 0; d < 3; ++d) {
        const auto place = static_cast<std::size_t>(d);
        auto* picker = m_dates[place] = new QuarterPicker(m_board.language(), this);
        picker->setObjectName(name + QLatin1String(names[place]));
        connect(picker, &QuarterPicker::chosen, this, [this, d](Quarter quarter) { choose(d, quarter); });
        add(d, heads[place], picker);
    }
    m_quarters = new QSpinBox(this);
    m_quarters->setObjectName(name + QStringLiteral("Quarters"));
    m_quarters->setRange(1, bargain::latestBreak);
    m_quarters->setValue(Times().quarters);
    guardWheel(*m_quarters);
    connect(m_quarters, &QSpinBox::valueChanged, this, [this](int quarters) {
        if (!m_deal)
            return;
        auto times = timesFrom(m_deal->terms.start);
        times.quarters = quarters;
        setTimes(times);
        emit timesChosen();
    });
    add(3, tr("Broken after, in quarters"), m_quarters);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

BreachView::Times BreachView::timesFrom(Quarter start) const { return m_times.value_or(Times{{start, start, start}, Times().quarters}); }

/// None comes before the one ahead of it: what stands in the way gives.
void BreachView::choose(int which, Quarter quarter)
{
    if (!m_deal)
        return;
    auto times = timesFrom(m_deal->terms.start);
    const std::array all{&times.dates.announced, &times.dates.legal, &times.dates.effective};
    for (int d = 0; d < 3; ++d) {
        auto& date = *all[static_cast<std::size_t>(d)];
        if (d == which || (d < which && quarter.index < date.index) || (d > which && date.index < quarter.index))
            date = quarter;
    }
    setTimes(times);
    emit timesChosen();
}

void BreachView::setTimes(const std::optional<Times>& times)
{
    m_times = times;
    showTimes();
    follow();
}

void BreachView::setDeal(const std::optional<Deal>& deal)
{
    if (deal == m_deal)
        return;
    m_deal = deal;
    showTimes();
    follow();
}

void BreachView::showTimes()
{
    setEnabled(m_deal.has_value());
    const auto times = timesFrom(m_deal ? m_deal->terms.start : defaultStart);
    const std::array all{times.dates.announced, times.dates.legal, times.dates.effective};
    for (std::size_t d = 0; d < all.size(); ++d)
        m_dates[d]->setQuarter(all[d]);
    const QSignalBlocker quiet(m_quarters);
    m_quarters->setValue(times.quarters);
}

void BreachView::follow()
{
    m_drawing.cancel();
    m_delay.stop();
    m_isStale = m_deal.has_value();
    if (!m_deal) {
        tell({});
        m_sum->clear();
        m_rows->setRows({});
    } else if (isVisible()) {
        m_delay.start();
    }
}

/// What nobody sees is not run.
void BreachView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        run();
}

void BreachView::run()
{
    if (!m_deal)
        return;
    m_isStale = false;
    m_drawing.start([this, &engine = m_board.engine(), deal = *m_deal, times = timesFrom(m_deal->terms.start)](const Job::Delivery& desk) {
        const auto broken = bargain::brokenDealOf(engine, deal.terms, deal.package, times.dates, times.quarters);
        desk.deliver([this, broken] { showDeal(broken); });
    });
}

void BreachView::tell(const QString& words)
{
    m_told->setText(words);
    m_told->setToolTip(plainText(words));
}

/// By outcome in points over today, and together what the deal is worth. A side has a column for the deal that is kept and one for what
/// stays; two sides stand beside each other in both.
void BreachView::showDeal(const bargain::BrokenDeal& broken)
{
    const auto& game = bargain::modelGameOf(m_board.engine());
    tell(m_board.said(words::brokenInWords(game, broken)));
    std::vector<Side> sides;
    for (const auto side : bargain::bothSides)
        if (m_deal->weights.of(side))
            sides.push_back(side);
    std::vector<std::vector<double>> columns;
    for (const auto* values : {&broken.kept, &broken.broken})
        for (const auto side : sides)
            columns.push_back(bargain::partsOf(side, *m_deal->weights.of(side), *values));
    const bool isOfBoth = sides.size() > 1;
    const auto head = [](QVector<ListCell> cells, bool isRuled) {
        return ListRow{std::move(cells), {}, {}, true, {}, false, true, isRuled};
    };
    QVector<ListRow> rows;
    const ListCell kept{tr("kept"), Ink::Muted}, stays{tr("stays"), Ink::Muted}, none{{}, Ink::Muted};
    rows << head(isOfBoth ? QVector<ListCell>{none, kept, none, stays, none} : QVector<ListCell>{none, kept, stays}, !isOfBoth);
    ListRow all{{{tr("Worth in all"), Ink::Text, true}}};
    ListRow names{{none}};
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto side = sides[c % sides.size()];
        names.cells << ListCell{m_board.said(Message::ofFamily("bargain_side", side == Side::US ? "us" : "china")), Ink::Muted};
        all.cells << ListCell{m_board.said(words::points(sumOf(columns[c]))), Ink::Text, true};
    }
    if (isOfBoth)
        rows << head(names.cells, true);
    rows << all;
    for (std::size_t o = 0; o < game.outcomes.size(); ++o) {
        ListRow row{{{text(game.outcomes[o].name)}}};
        for (const auto& column : columns)
            row.cells << ListCell{m_board.said(words::pointsChange(column[o]))};
        rows << row;
    }
    const auto sum = [&](std::size_t column) { return words::points(sumOf(columns[column])); };
    m_sum->setText(m_board.said(isOfBoth ? words::brokenWorth(broken, {*m_deal->weights.us, *m_deal->weights.china})
                                         : Message("rehearsal.broken_worth", {{"kept", sum(0)}, {"broken", sum(1)}})));
    m_rows->setWidths(isOfBoth ? std::vector<int>{0, numberWide, numberWide, numberWide, numberWide}
                               : std::vector<int>{0, numberWide, numberWide});
    m_rows->setRows(rows);
}

} // namespace chokepoint::ui
