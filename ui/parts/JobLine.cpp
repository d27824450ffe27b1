// Follows a job; keeps its room while nothing runs, so that nothing jumps.
#include "parts/JobLine.h"
#include "api/Language.h"
#include "api/NumberWords.h"

#include "bridge/Job.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace chokepoint::ui {
namespace {
constexpr double worthTelling = 1; ///< seconds
} // namespace

JobLine::JobLine(Job& job, const Language& language, const QString& work, QWidget* parent, std::function<void()> again)
    : QWidget(parent), m_job(job), m_language(language), m_work(work)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("jobWords"));
    m_words->setProperty("role", "muted");
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 6);
    const auto button = [this](const QString& words, const char* name) {
        auto* made = new QPushButton(menuText(words), this);
        made->setObjectName(QLatin1String(name));
        made->setProperty("role", "link");
        return made;
    };
    m_cancel = button(tr("Cancel"), "cancelJob");
    m_again = button(tr("Start again"), "startJobAgain");
    m_again->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_bar, m_cancel, m_again})
        layout->addWidget(part);
    layout->addStretch(1);
    setFixedHeight(26);
    connect(m_cancel, &QPushButton::clicked, this, [this, canStart = static_cast<bool>(again)] {
        m_isGivenUp = canStart;
        m_job.cancel();
    });
    if (again)
        connect(m_again, &QPushButton::clicked, this, std::move(again));
    connect(&job, &Job::changed, this, &JobLine::refresh);
    refresh();
}

/// What a computation took that one had to wait for.
QString JobLine::statistics() const
{
    const auto& took = m_job.statistics();
    if (!took || took->seconds < worthTelling || took->runs == 0)
        return {};
    const auto number = [this](double value) { return text(std::llround(value), m_language); };
    return (took->isGivenUp ? tr("Canceled after %1 runs in %2 s, %3 a second") : tr("%1 runs in %2 s, %3 a second"))
        .arg(number(static_cast<double>(took->runs)), text(words::number(took->seconds), m_language),
             number(static_cast<double>(took->runs) / took->seconds));
}

void JobLine::refresh()
{
    const bool isRunning = m_job.isRunning();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_bar, m_cancel})
        widget->setVisible(isRunning);
    if (isRunning)
        m_isGivenUp = false;
    m_again->setVisible(m_isGivenUp);
    if (!isRunning)
        return m_words->setText(statistics());
    const auto& progress = m_job.progress();
    const int percent = progress.total == 0 ? 0 : static_cast<int>(100 * progress.done / progress.total);
    m_bar->setRange(0, progress.total == 0 ? 0 : 100);
    m_bar->setValue(percent);
    if (progress.total == 0)
        m_words->setText(m_work);
    else if (!progress.secondsLeft)
        m_words->setText(tr("%1 (%2% done)").arg(m_work).arg(percent));
    else if (*progress.secondsLeft < 1)
        m_words->setText(tr("%1 (%2%, under a second left)").arg(m_work).arg(percent));
    else
        m_words->setText(tr("%1 (%2%, %3 s left)").arg(m_work).arg(percent).arg(text(words::number(*progress.secondsLeft), m_language)));
}

} // namespace chokepoint::ui
