// Builds the pane from the data book.
#include "MeasurePane.h"

#include "Look.h"
#include "Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr std::array<int, 6> ramps{1, 2, 4, 8, 12, 20};

QString text(const std::string& value) { return QString::fromStdString(value).toHtmlEscaped(); }

QString section(const QString& head, const QString& body)
{
    return body.isEmpty() ? QString() : QStringLiteral("<p style='margin-bottom:2px'><b>%1</b></p><p style='margin-top:0'>%2</p>").arg(head, body);
}

QString rampText(int quarters) { return quarters == 1 ? QObject::tr("at once") : QObject::tr("over %1 quarters").arg(quarters); }

QString withArrow(const QString& label) { return label + QStringLiteral("  \u25be"); }

} // namespace

MeasurePane::MeasurePane(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("measurePane"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 8, 0);
    auto* head = new QHBoxLayout;
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("paneTitle"));
    m_title->setFont(fontOf(14.5, QFont::DemiBold));
    m_title->setWordWrap(true);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closePane"));
    close->setText(tr("Close"));
    connect(close, &QToolButton::clicked, this, &MeasurePane::closed);
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);
    buildTimes(this);
    layout->addWidget(m_times);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("paneScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text = new QLabel(scroll);
    m_text->setObjectName(QStringLiteral("paneText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setContentsMargins(0, 0, 8, 12);
    scroll->setWidget(m_text);
    layout->addWidget(scroll, 1);
    connect(&board, &Board::changed, this, &MeasurePane::refresh);
}

void MeasurePane::buildTimes(QWidget* parent)
{
    m_times = new QWidget(parent);
    auto* layout = new QHBoxLayout(m_times);
    layout->setContentsMargins(0, 0, 0, 4);
    const auto button = [&](const QString& name, const QString& purpose) {
        auto* made = new QToolButton(m_times);
        made->setObjectName(name);
        made->setToolTip(purpose);
        made->setPopupMode(QToolButton::InstantPopup);
        made->setProperty("role", "chosen");
        layout->addWidget(made);
        return made;
    };
    m_from = button(QStringLiteral("from"), tr("Quarter from which the change applies"));
    m_over = button(QStringLiteral("over"), tr("Whether a number changes at once or step by step"));
    layout->addStretch(1);
    auto* quarters = new QMenu(m_from);
    for (int year = firstYear; year <= lastYear; ++year) {
        auto* ofYear = quarters->addMenu(QString::number(year));
        for (int q = 0; q < 4; ++q) {
            const Quarter quarter{(year - firstYear) * 4 + q};
            ofYear->addAction(QString::fromStdString(words::quarter(quarter)), this, [this, quarter] { m_board.setTimes(*m_measure, quarter, std::nullopt); });
        }
    }
    m_from->setMenu(quarters);
    auto* over = new QMenu(m_over);
    for (const int ramp : ramps)
        over->addAction(rampText(ramp), this, [this, ramp] { m_board.setTimes(*m_measure, std::nullopt, ramp); });
    m_over->setMenu(over);
}

void MeasurePane::setMeasure(std::size_t measure)
{
    m_measure = measure;
    refresh();
}

QString MeasurePane::facts() const
{
    const auto& m = m_board.catalogue().measures[*m_measure];
    const auto said = [&](const std::string& words) { return text(words::withoutIds(m_board.catalogue(), m, words)); };
    QString html = section(tr("Who acts"), text(m.actor) + (m.inModel ? QString() : tr(" · counts at the table only, the equations do not read it")));
    html += section(tr("Now"), said(m.statusQuoNote));
    html += section(tr("Law (grade %1)").arg(text(m.gradeOfLaw)), said(m.legalBasis));
    html += section(tr("Dates"), said(m.dates));
    html += section(tr("Effect (grade %1)").arg(text(m.gradeOfEffect)), said(m.effect));
    return html + section(tr("Note"), said(m.note));
}

QString MeasurePane::levels() const
{
    const auto& m = m_board.catalogue().measures[*m_measure];
    const auto value = m_board.valueOf(*m_measure);
    if (m.isNumber)
        return section(tr("Range"), tr("%1 to %2 %3; status quo %4; on the board %5")
                                        .arg(text(words::exactNumber(m.minimum)), text(words::exactNumber(m.maximum)), text(m.unit),
                                             text(words::exactNumber(m.statusQuo)), text(words::exactNumber(value))));
    QString rows;
    for (const auto& level : m.levels) {
        QString mark;
        if (level.id == value)
            mark += tr(" · on the board");
        if (level.id == m.statusQuo)
            mark += tr(" · status quo");
        rows += QStringLiteral("<li style='margin-bottom:4px'><b>%1</b>%2<br>%3</li>").arg(text(level.shortLabel), mark, text(level.label));
    }
    return section(m.order == "least to most" ? tr("Levels, least to most") : tr("Levels, loosest to tightest"),
                   QStringLiteral("<ul style='margin-left:-24px'>%1</ul>").arg(rows));
}

QString MeasurePane::events() const
{
    const auto& m = m_board.catalogue().measures[*m_measure];
    QString rows;
    for (const auto& event : m_board.catalogue().events)
        if (std::ranges::find(event.measures, m.id) != event.measures.end())
            rows += QStringLiteral("<li style='margin-bottom:4px'>%1: %2 (%3)</li>").arg(text(event.date), text(event.what), text(event.grade));
    return rows.isEmpty() ? QString() : section(tr("What happened so far (grade)"), QStringLiteral("<ul style='margin-left:-24px'>%1</ul>").arg(rows));
}

QString MeasurePane::sources() const
{
    const auto& catalogue = m_board.catalogue();
    QString rows;
    for (const auto& id : catalogue.measures[*m_measure].sources) {
        const auto& s = catalogue.sources[*catalogue.findSource(id)];
        rows += QStringLiteral("<li style='margin-bottom:4px'>%1: %2. %3, %4</li>").arg(text(s.authors), text(s.title), text(s.publisher), text(s.date));
    }
    return rows.isEmpty() ? QString() : section(tr("Sources"), QStringLiteral("<ul style='margin-left:-24px'>%1</ul>").arg(rows));
}

void MeasurePane::fillTimes()
{
    const auto& measure = m_board.catalogue().measures[*m_measure];
    const bool isChanged = m_board.isChanged(*m_measure);
    m_times->setVisible(isChanged);
    m_over->setVisible(measure.isNumber);
    m_from->setText(withArrow(tr("from %1").arg(QString::fromStdString(words::quarter(m_board.startOf(*m_measure))))));
    m_over->setText(withArrow(rampText(m_board.rampOf(*m_measure))));
}

void MeasurePane::refresh()
{
    if (!m_measure || isHidden())
        return;
    m_title->setText(QString::fromStdString(m_board.catalogue().measures[*m_measure].title));
    m_text->setText(levels() + facts() + tr("<p><i>Steps are not equally hard or likely.</i></p>") + events() + sources());
    fillTimes();
}

void MeasurePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chokepoint::ui
