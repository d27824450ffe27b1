// Finds the dates and tells them.
#include "pages/explore/PassedDates.h"

#include "api/Catalogue.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <ranges>

namespace chokepoint::ui {
namespace {

QDate dateOf(const Event& event) { return QDate::fromString(QString::fromStdString(event.date), Qt::ISODate); }

} // namespace

QDate lastChecked(const Catalogue& catalogue) { return QDate::fromString(QString::fromStdString(catalogue.lastChecked), Qt::ISODate); }

QVector<const Event*> passedSinceCheck(const Catalogue& catalogue, QDate today)
{
    const auto checked = lastChecked(catalogue);
    QVector<const Event*> passed;
    for (const auto& event : catalogue.events) {
        const bool concerns =
            std::ranges::any_of(event.measures, [&](const std::string& id) { return catalogue.findMeasure(id).has_value(); });
        if (concerns && dateOf(event) > checked && dateOf(event) <= today)
            passed << &event;
    }
    return passed;
}

PassedDates::PassedDates(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QFrame(parent), m_catalogue(catalogue), m_language(language)
{
    setObjectName(QStringLiteral("passedDates"));
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(2);
    auto* line = new QHBoxLayout;
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("passedSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setFont(fontOf(12.5));
    m_summary->setProperty("role", "caution");
    m_more = new QPushButton(this);
    m_more->setObjectName(QStringLiteral("passedMore"));
    m_more->setProperty("role", "link");
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("passedClose"));
    close->setAccessibleName(tr("Close the notice of passed dates"));
    close->setProperty("role", "link");
    line->addWidget(m_summary, 1);
    auto* record = new QPushButton(tr("Record what changed"), this);
    record->setObjectName(QStringLiteral("passedRecord"));
    record->setProperty("role", "link");
    line->addWidget(m_more, 0, Qt::AlignTop);
    line->addWidget(record, 0, Qt::AlignTop);
    line->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(line);
    m_list = new QLabel(this);
    m_list->setObjectName(QStringLiteral("passedList"));
    m_list->setWordWrap(true);
    m_list->setTextFormat(Qt::PlainText);
    m_list->setFont(fontOf(12));
    m_list->hide();
    layout->addWidget(m_list);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_list->setVisible(m_list->isHidden());
        m_more->setText(m_list->isHidden() ? tr("Show") : tr("Hide"));
    });
    connect(record, &QPushButton::clicked, this, [this] { emit recordAsked(m_first); });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void PassedDates::setToday(QDate today)
{
    const auto passed = passedSinceCheck(m_catalogue, today);
    setVisible(!passed.isEmpty());
    if (passed.isEmpty())
        return;
    for (const auto& id : passed.front()->measures | std::views::reverse)
        m_first = m_catalogue.findMeasure(id).value_or(m_first);
    const auto checked = text(dateValue(m_catalogue.lastChecked), m_language);
    m_summary->setText(passed.size() == 1 ? tr("1 legal date has passed since we checked the law on %1. See what applies now.").arg(checked)
                                          : tr("%n legal dates have passed since we checked the law on %1. See what applies now.", nullptr,
                                               static_cast<int>(passed.size()))
                                                .arg(checked));
    QStringList lines;
    for (const auto* event : passed) {
        QStringList measures;
        for (const auto& id : event->measures)
            if (const auto at = m_catalogue.findMeasure(id))
                measures << QString::fromStdString(m_catalogue.measures[*at].shortName);
        const auto concerned = joined(measures, MessageList::Joint::Comma, m_language);
        lines << tr("%1: %2. Affects %3.").arg(text(dateValue(event->date), m_language), text(event->what), concerned);
    }
    m_list->setText(lines.join(QLatin1Char('\n')));
    m_more->setText(m_list->isHidden() ? tr("Show") : tr("Hide"));
}

QString PassedDates::words() const { return isHidden() ? QString() : m_summary->text() + QLatin1Char('\n') + m_list->text(); }

} // namespace chokepoint::ui
