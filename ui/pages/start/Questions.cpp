// Computes the answers: the central run at once, the range as soon as the runs are there.
#include "pages/start/Questions.h"

#include "api/ChangeWords.h"
#include "api/ProjectionWords.h"
#include "api/SeriesDraws.h"
#include "api/Telling.h"
#include "api/TimeWords.h"
#include "bridge/Draws.h"
#include "look/Theme.h"
#include "parts/CardButton.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QGridLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr std::size_t codesOfBinding = 4;

const Scenario* presetOf(const Engine& engine, const char* id) { return &engine.catalogue().presets[*engine.catalogue().findPreset(id)]; }

} // namespace

Questions::Questions(const Engine& engine, const Language& language, Draws& draws, QWidget* parent)
    : QWidget(parent),
      m_engine(engine),
      m_language(language),
      m_draws(draws),
      m_today(presetOf(engine, "status_quo_2026")),
      m_reference(engine.project(*m_today))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    const auto row = [&](const char* id) { return *engine.catalogue().findSeries(id); };
    const auto explore = [&](const char* series, int year) {
        return Way{.page = "explore", .series = row(series), .period = Period::ofYear(year)};
    };
    add("relief", tr("China asks for HBM relief. What if it gets it?"), "china_ask_2025", {"compute.china_effective"}, 2028,
        explore("compute.china_effective", 2028));
    add("denial", tr("What would full denial cost, and whom?"), "full_denial", {"compute.china_effective", "revenue.us_allied_total"}, 2028,
        explore("compute.china_effective", 2028));
    add("memory", tr("Is it memory or chips that holds China back?"), "status_quo_2026", {"accel.binding"}, 2028,
        {.page = "why", .part = "claims"});
    add("visas", tr("Do tighter visas cost America AI drugs?"), "talent_drought", {"drug.clinical_entries_us"}, 2033,
        explore("drug.clinical_entries_us", 2033));
    add("bargain", tr("Who gains from a grand bargain?"), "grand_bargain", {"compute.china_effective", "revenue.us_allied_total"}, 2028,
        explore("compute.china_effective", 2028));
    for (std::size_t i = 0; i < m_questions.size(); ++i) { // three above, two below
        const int above = 3;
        const int place = static_cast<int>(i);
        if (place < above)
            grid->addWidget(m_questions[i].card, 0, place * 2, 1, 2);
        else
            grid->addWidget(m_questions[i].card, 1, (place - above) * 3, 1, 3);
    }
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    connect(&draws, &Draws::ready, this, [this] {
        if (isVisible())
            refresh(); // else when they are seen again
    });
    refresh();
}

void Questions::add(const char* id, const QString& words, const char* preset, const std::vector<const char*>& series, int year, Way way)
{
    const auto* scenario = presetOf(m_engine, preset);
    std::vector<std::size_t> rows;
    for (const char* name : series)
        rows.push_back(*m_engine.catalogue().findSeries(name));
    auto* card = new CardButton(words, {}, this);
    card->setObjectName(QStringLiteral("question:") + QLatin1String(id));
    connect(card, &QPushButton::clicked, this, [this, scenario, way] {
        if (scenario == m_today)
            emit wayAsked(way);
        else
            emit asked(*scenario, way);
    });
    m_questions.push_back({id, scenario, std::move(rows), year, std::move(way), m_engine.project(*scenario), card});
}

std::vector<Scenario> Questions::scenarios() const
{
    std::vector<Scenario> all;
    for (const auto& question : m_questions)
        all.push_back(*question.preset);
    return all;
}

std::vector<std::size_t> Questions::series() const
{
    std::vector<std::size_t> all;
    for (const auto& question : m_questions)
        all.insert(all.end(), question.series.begin(), question.series.end());
    return all;
}

void Questions::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void Questions::refresh()
{
    for (const auto& question : m_questions) {
        const auto answer = answerOf(question);
        QString marked;
        for (const auto& span : m_language.spans(answer))
            marked += span.isStrong ? QStringLiteral("<b>%1</b>").arg(richText(span.text)) : richText(span.text);
        question.card->setWords(marked, text(answer, m_language));
    }
}

Message Questions::answerOf(const Question& question) const
{
    const auto& catalogue = m_engine.catalogue();
    if (catalogue.series[question.series.front()].kind == SeriesKind::Category)
        return bottleneckOf(question);
    const auto first = changeOf(question, question.series.front());
    return question.series.size() == 1 ? first
                                       : Message("start.two", {{"first", first}, {"second", changeOf(question, question.series[1])}});
}

Message Questions::changeOf(const Question& question, std::size_t row) const
{
    const auto& series = m_engine.catalogue().series[row];
    const auto spread = m_draws.changeOf(*question.preset, *m_today, row, question.year);
    const auto change = words::changeWithDoubt(series, question.present.annualMean(row, question.year),
                                               m_reference.annualMean(row, question.year), spread ? &*spread : nullptr);
    if (!spread)
        return Message("start.change", {{"series", series.shortName}, {"change", change}, {"year", question.year}});
    return Message(
        "start.change_with_range",
        {{"series", series.shortName}, {"change", change}, {"year", question.year}, {"range", words::rangeOfChange(series, *spread)}});
}

/// What limits the output of Chinese chips from the start of the projection on, until when, and in how many runs at the end of the year.
Message Questions::bottleneckOf(const Question& question) const
{
    const auto& catalogue = m_engine.catalogue();
    const auto now = bindingAt(catalogue, question.present, defaultStart);
    Quarter next = defaultStart;
    while (next.index < quarterCount && bindingAt(catalogue, question.present, next) == now)
        ++next.index;
    const Quarter told = endOf(question.year);
    const auto* draws = m_draws.drawsOf(*question.preset);
    const auto row = question.series.front();
    const bool isEnd = next.index >= quarterCount;
    const auto last = Quarter{next.index - 1};
    if (!draws || !draws->has(row))
        return isEnd ? Message("start.bottleneck_always", {{"now", words::binding(now)}})
                     : Message("start.bottleneck", {{"now", words::binding(now)},
                                                    {"last", words::quarterOfResult(last)},
                                                    {"next", words::binding(bindingAt(catalogue, question.present, next))}});
    const auto share = words::shareOfRuns(sharesOfCodes(*draws, row, told, codesOfBinding)[static_cast<std::size_t>(now)]);
    if (isEnd)
        return Message("start.bottleneck_always_in_runs",
                       {{"now", words::binding(now)}, {"quarter", words::quarterOfResult(told)}, {"share", share}});
    return Message("start.bottleneck_in_runs", {{"now", words::binding(now)},
                                                {"last", words::quarterOfResult(last)},
                                                {"next", words::binding(bindingAt(catalogue, question.present, next))},
                                                {"quarter", words::quarterOfResult(told)},
                                                {"share", share}});
}

} // namespace chokepoint::ui
