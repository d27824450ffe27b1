// Builds the foot and tells the dates of a measure.
#include "levers/LeverFoot.h"

#include "api/Catalogue.h"
#include "api/MeasureWords.h"
#include "api/TimeWords.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/ElidedLabel.h"
#include "parts/QuarterPicker.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace chokepoint::ui {
namespace {

constexpr int laterBy = 8;     ///< quarters between the last change and one that is added after it
constexpr int answerLines = 3; ///< of the longest answer in the narrowest panel

} // namespace

LeverFoot::LeverFoot(Board& board, QWidget* parent) : QFrame(parent), m_board(board), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("leverFoot"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    auto* hint = new QLabel(tr("Move a measure, and its dates, a way back and what blocks it appear here."), m_pages);
    hint->setObjectName(QStringLiteral("footHint"));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    hint->setFont(fontOf(12));
    hint->setProperty("role", "muted");
    m_pages->addWidget(hint);
    m_pages->addWidget(buildDates());
    layout->addWidget(m_pages);
    showFor(std::nullopt);
}

/// When, against what, back, all changes, one more, and the answer.
QWidget* LeverFoot::buildDates()
{
    auto* page = new QWidget(m_pages);
    auto* lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    const auto line = [&](const char* name, const char* role, const QFont& font) {
        auto* label = new ElidedLabel(page);
        label->setObjectName(QLatin1String(name));
        label->setFont(font);
        label->setProperty("role", role);
        return label;
    };
    auto* head = new QHBoxLayout;
    m_name = line("footName", "text", fontOf(12.5, QFont::DemiBold));
    m_reset = linkIn(page, "reset", tr("Reset"));
    connect(m_reset, &QToolButton::clicked, this, [this] { m_board.resetMeasure(*m_measure); });
    head->addWidget(m_name, 1);
    head->addWidget(m_reset);
    lines->addLayout(head);
    m_dates = line("dates", "accent", fontOf(12, QFont::DemiBold));
    m_today = line("today", "muted", fontOf(12));
    lines->addWidget(m_dates);
    lines->addWidget(m_today);
    auto* times = new QHBoxLayout;
    times->setSpacing(4);
    m_from = new QuarterPicker(m_board.language(), page);
    m_from->setObjectName(QStringLiteral("from"));
    m_from->setProperty("role", "link");
    m_from->setFont(fontOf(12, QFont::DemiBold));
    m_from->setStartOfPolicy();
    m_from->setToolTip(tr("Sets the quarter in which this change begins."));
    connect(m_from, &QuarterPicker::chosen, this, [this](Quarter quarter) { m_board.setTimes(*m_measure, quarter, std::nullopt); });
    m_later = linkIn(page, "addLater", tr("Add a change"));
    m_later->setToolTip(tr("Goes back to today’s setting two years later; then choose another setting or quarter."));
    connect(m_later, &QToolButton::clicked, this, &LeverFoot::addLater);
    for (QWidget* part : {m_reset, m_later}) // aligned with the edge of the words
        part->setStyleSheet(QStringLiteral("padding-right: 0;"));
    m_from->setStyleSheet(QStringLiteral("padding-left: 0; margin-left: -5px;"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_from, m_later}) {
        auto room = part->sizePolicy();
        room.setRetainSizeWhenHidden(true);
        part->setSizePolicy(room);
    }
    times->addWidget(m_from);
    times->addStretch(1);
    times->addWidget(m_later);
    lines->addLayout(times);
    m_answer = new QLabel(page);
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_answer->setFont(fontOf(12));
    m_answer->setProperty("role", "caution");
    m_answer->setFixedHeight(answerLines * QFontMetrics(m_answer->font()).lineSpacing());
    lines->addWidget(m_answer);
    return page;
}

QToolButton* LeverFoot::linkIn(QWidget* parent, const char* name, const QString& words)
{
    auto* link = new QToolButton(parent);
    link->setObjectName(QLatin1String(name));
    link->setText(words);
    link->setFont(fontOf(12));
    link->setProperty("role", "link");
    return link;
}

/// What is not shown yet has not got its fonts and edges from the theme, and would ask for another height later.
void LeverFoot::showEvent(QShowEvent* event)
{
    for (auto* part : findChildren<QWidget*>())
        part->ensurePolished();
    m_pages->widget(1)->layout()->invalidate();
    setFixedHeight(m_pages->widget(1)->sizeHint().height() + layout()->contentsMargins().top() + layout()->contentsMargins().bottom());
    QFrame::showEvent(event);
}

const Measure& LeverFoot::about() const { return m_board.catalogue().measures[*m_measure]; }

void LeverFoot::showFor(std::optional<std::size_t> measure)
{
    const bool isOther = measure != m_measure;
    m_measure = measure;
    m_pages->setCurrentIndex(measure ? 1 : 0);
    setStyled(*this, "changed", measure.has_value());
    if (!measure || isOther)
        setAnswer({});
    if (!measure)
        return;
    m_name->setText(text(about().shortName));
    m_reset->setAccessibleName(tr("Reset %1").arg(text(about().shortName)));
    m_today->setText(tr("today: %1").arg(m_board.said(words::shortValue(about(), about().statusQuo))));
    tellDates();
}

void LeverFoot::setAnswer(const QString& words)
{
    m_answer->setText(words);
    m_answer->setToolTip(plainText(words));
}

std::optional<Quarter> LeverFoot::laterStart() const
{
    const auto changes = m_board.changesOf(*m_measure);
    if (changes.empty() || changes.back().from->index + laterBy >= quarterCount)
        return {};
    return Quarter{changes.back().from->index + laterBy};
}

/// Back to today's setting; from there, back to what was before. The control then sets the new change.
void LeverFoot::addLater()
{
    const auto from = laterStart();
    if (!from)
        return;
    const auto changes = m_board.changesOf(*m_measure);
    const auto before = changes.size() > 1 ? changes[changes.size() - 2].value : m_board.recordedBefore(*m_measure, *changes.back().from);
    m_board.setChange(*m_measure, *from, changes.back().value != about().statusQuo ? about().statusQuo : before);
}

/// Every change with its date, where there are several; else what holds today, in the same place.
void LeverFoot::tellDates()
{
    const auto changes = m_board.changesOf(*m_measure);
    MessageList dated{{}, MessageList::Joint::Comma};
    for (const auto& change : changes)
        dated.items.emplace_back(
            Message("setting.dated", {{"value", words::shortValue(about(), change.value)}, {"from", words::startOfPolicy(*change.from)}}));
    const bool areSeveral = changes.size() > 1;
    m_dates->setText(areSeveral ? m_board.said(dated) : QString());
    m_dates->setToolTip(plainText(m_dates->text()));
    m_dates->setVisible(areSeveral);
    m_today->setVisible(!areSeveral);
    m_from->setVisible(!changes.empty());
    m_reset->setEnabled(!changes.empty());
    m_later->setVisible(laterStart().has_value());
    if (changes.empty())
        return;
    m_from->setPattern(areSeveral ? tr("then from %1") : tr("from %1"));
    m_from->setQuarter(*changes.back().from);
}

} // namespace chokepoint::ui
