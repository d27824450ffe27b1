// Builds the headline cards from the start page of the data book.
#include "HeadlinePanel.h"

#include "Look.h"
#include "Segments.h"
#include "Words.h"

#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr std::array<int, 5> choices{2026, 2027, 2028, 2030, 2035};
constexpr int firstChoice = 2; // 2028

QString text(const std::string& value) { return QString::fromStdString(value); }

} // namespace

HeadlinePanel::HeadlinePanel(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("headlinePanel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 0);
    layout->setSpacing(8);
    QStringList labels;
    for (const int y : choices)
        labels << QString::number(y);
    m_years = new Segments(labels, this);
    m_years->setObjectName(QStringLiteral("years"));
    m_years->setAccessibleName(tr("Year of the headline results"));
    m_years->setCurrent(firstChoice);
    layout->addWidget(m_years);
    auto* note = new QLabel(tr("Annual mean, against the baseline"), this);
    note->setFont(fontOf(11));
    note->setProperty("role", "faint");
    note->setWordWrap(true);
    layout->addWidget(note);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("headlineScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget(scroll);
    inner->setObjectName(QStringLiteral("headlineList"));
    auto* list = new QVBoxLayout(inner);
    list->setContentsMargins(0, 0, 0, 12);
    list->setSpacing(0);
    for (const auto& card : board.catalogue().cards)
        list->addWidget(buildCard(*board.catalogue().findSeries(card.series)));
    list->addStretch(1);
    scroll->setWidget(inner);
    layout->addWidget(scroll, 1);

    connect(m_years, &Segments::chosen, this, [this] {
        refresh();
        emit yearChosen(year());
    });
    connect(&board, &Board::changed, this, &HeadlinePanel::refresh);
    refresh();
}

int HeadlinePanel::year() const { return choices[static_cast<std::size_t>(m_years->current())]; }

QWidget* HeadlinePanel::buildCard(std::size_t row)
{
    const auto& series = m_board.catalogue().series[row];
    auto* card = new QWidget(this);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->setSpacing(2);
    auto* rule = new QFrame(card);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    layout->addWidget(rule);
    layout->addSpacing(6);
    auto* name = new QLabel(text(series.name), card);
    name->setFont(fontOf(12));
    name->setProperty("role", "muted");
    name->setWordWrap(true);
    name->setToolTip(text(series.description));
    auto* value = new QLabel(card);
    value->setObjectName(QStringLiteral("value:") + text(series.id));
    value->setWordWrap(true);
    auto* change = new QLabel(card);
    change->setObjectName(QStringLiteral("change:") + text(series.id));
    change->setFont(fontOf(13, QFont::DemiBold));
    layout->addWidget(name);
    layout->addWidget(value);
    layout->addWidget(change);
    m_cards.push_back({row, value, change});
    return card;
}

void HeadlinePanel::refresh()
{
    for (const auto& card : m_cards) {
        const auto& series = m_board.catalogue().series[card.series];
        const auto display = words::displayUnit(series);
        const double value = m_board.present().annualMean(card.series, year()), before = m_board.reference().annualMean(card.series, year());
        card.value->setText(QStringLiteral("<span style='font-size:21px; font-weight:600'>%1</span>&nbsp; <span style='font-size:12px'>%2</span>")
                                .arg(text(words::number(value * display.scale)), text(display.unit)));
        card.change->setText(text(words::relativeChange(value, before)));
        card.change->setProperty("role", value == before ? "muted" : "accent");
        card.change->style()->unpolish(card.change);
        card.change->style()->polish(card.change);
        card.change->setFont(fontOf(13, value == before ? QFont::Normal : QFont::DemiBold));
    }
}

} // namespace chokepoint::ui
