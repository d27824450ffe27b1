// The foot of a changed lever row: its dates, what is in force today, the way back, and one more change.
#include "levers/LeverRow.h"

#include "api/Catalogue.h"
#include "api/MeasureWords.h"
#include "api/TimeWords.h"
#include "look/Theme.h"
#include "parts/ElidedLabel.h"
#include "parts/QuarterPicker.h"
#include "parts/StableLabel.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace chokepoint::ui {
namespace {

constexpr int laterBy = 8; ///< quarters between the last change and one that is added after it

} // namespace

/// What is there only while the measure is changed: when, against what, back, all changes, and one more.
QWidget* LeverRow::buildFoot()
{
    m_foot = new QWidget(this);
    auto* lines = new QVBoxLayout(m_foot);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    m_dates = new QLabel(m_foot);
    m_dates->setObjectName(QStringLiteral("dates"));
    m_dates->setTextFormat(Qt::PlainText);
    m_dates->setFont(fontOf(12, QFont::DemiBold));
    m_dates->setProperty("role", "accent");
    m_dates->setWordWrap(true);
    m_dates->hide();
    lines->addWidget(new StableLabel(m_dates, m_foot));
    auto* times = new QHBoxLayout;
    times->setSpacing(4);
    m_from = new QuarterPicker(m_board.language(), m_foot);
    m_from->setObjectName(QStringLiteral("from"));
    m_from->setProperty("role", "link");
    m_from->setFont(fontOf(12, QFont::DemiBold));
    m_from->setStartOfPolicy();
    m_from->setPattern(tr("from %1"));
    m_from->setToolTip(tr("Sets the quarter in which this change begins."));
    connect(m_from, &QuarterPicker::chosen, this, [this](Quarter quarter) { m_board.setTimes(m_measure, quarter, std::nullopt); });
    m_today = new ElidedLabel(m_foot);
    m_today->setObjectName(QStringLiteral("today"));
    m_today->setFont(fontOf(12));
    m_today->setProperty("role", "muted");
    m_today->setText(tr("today: %1").arg(m_board.said(words::shortValue(about(), about().statusQuo))));
    auto* reset = linkIn(m_foot, "reset", tr("Reset"));
    reset->setAccessibleName(tr("Reset %1").arg(text(about().shortName)));
    connect(reset, &QToolButton::clicked, this, [this] { m_board.resetMeasure(m_measure); });
    times->addWidget(m_from);
    times->addWidget(m_today, 1);
    times->addWidget(reset);
    lines->addLayout(times);
    m_later = linkIn(m_foot, "addLater", tr("Add a later change"));
    m_later->setToolTip(tr("Goes back to today’s setting two years later; then choose another setting or quarter."));
    connect(m_later, &QToolButton::clicked, this, &LeverRow::addLater);
    lines->addWidget(m_later, 0, Qt::AlignLeft);
    return m_foot;
}

QToolButton* LeverRow::linkIn(QWidget* parent, const char* name, const QString& words)
{
    auto* link = new QToolButton(parent);
    link->setObjectName(QLatin1String(name));
    link->setText(words);
    link->setFont(fontOf(12));
    link->setProperty("role", "link");
    return link;
}

std::optional<Quarter> LeverRow::laterStart() const
{
    const auto changes = m_board.changesOf(m_measure);
    if (changes.empty() || changes.back().from->index + laterBy >= quarterCount)
        return {};
    return Quarter{changes.back().from->index + laterBy};
}

/// Back to today's setting; from there, back to what was before. The control then sets the new change.
void LeverRow::addLater()
{
    const auto from = laterStart();
    if (!from)
        return;
    const auto changes = m_board.changesOf(m_measure);
    const auto before = changes.size() > 1 ? changes[changes.size() - 2].value : m_board.recordedBefore(m_measure, *changes.back().from);
    m_board.setChange(m_measure, *from, changes.back().value != about().statusQuo ? about().statusQuo : before);
}

/// Every change with its date, where there are several.
void LeverRow::tellDates()
{
    const auto changes = m_board.changesOf(m_measure);
    MessageList dated{{}, MessageList::Joint::Comma};
    for (const auto& change : changes)
        dated.items.emplace_back(
            Message("setting.dated", {{"value", words::shortValue(about(), change.value)}, {"from", words::startOfPolicy(*change.from)}}));
    m_from->setPattern(changes.size() > 1 ? tr("then from %1") : tr("from %1"));
    m_from->setQuarter(*changes.back().from);
    m_dates->setText(changes.size() > 1 ? m_board.said(dated) : QString());
    m_dates->setVisible(changes.size() > 1);
    m_later->setVisible(laterStart().has_value());
}

} // namespace chokepoint::ui
