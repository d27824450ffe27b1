// Chooses the marks of a chart.
#include "charts/ChartMarks.h"

#include "api/Catalogue.h"
#include "api/MeasureWords.h"
#include "parts/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace chokepoint::ui {
namespace {

struct MarkWords {
    Q_DECLARE_TR_FUNCTIONS(MarkWords)
};

constexpr qsizetype mostEvents = 5;
constexpr int fewMeasures = 3; ///< up to which events of every changed measure are marked, whatever the sector
constexpr double nearest = 0.4; ///< years between two marks

struct Candidate {
    ChartMark mark; ///< without the whole of its words, which few candidates need
    const Event* event = nullptr;
    int rank = 0; ///< lower is more telling
};

/// The short label of the level that the record takes up at the time of an event, if it does.
QString levelTakenUp(const Board& board, std::size_t measure, double time)
{
    const auto& about = board.catalogue().measures[measure];
    const int near = static_cast<int>((time - firstYear) * 4);
    for (const int q : {near, near + 1}) {
        if (about.isNumber || q < 1 || q + 1 >= quarterCount)
            continue;
        const auto& before = board.recordedBefore(measure, Quarter{q});
        const auto& after = board.recordedBefore(measure, Quarter{q + 1});
        if (before != after)
            return board.said(words::shortValue(about, after));
    }
    return {};
}

std::optional<Candidate> candidateOf(const Board& board, const Series& series, const Event& event)
{
    const auto& catalogue = board.catalogue();
    const auto& marked = catalogue.sectors[series.sector].markedGroups;
    const bool isFew = board.changedCount() <= fewMeasures;
    std::optional<Candidate> best;
    for (const auto& id : event.measures) {
        const auto measure = catalogue.findMeasure(id);
        if (!measure)
            continue;
        const auto& about = catalogue.measures[*measure];
        const bool isOfSector = std::ranges::find(marked, about.group) != marked.end();
        const bool isChanged = board.isChanged(*measure) && (isFew || isOfSector);
        const auto level = levelTakenUp(board, *measure, event.time);
        const int rank = isChanged ? (level.isEmpty() ? 1 : 0) : isOfSector && !level.isEmpty() ? 2 : 3;
        if (rank == 3 || (best && best->rank <= rank))
            continue;
        const auto name = text(about.shortName);
        best = Candidate{{event.time, name, level.isEmpty() ? name : MarkWords::tr("%1: %2").arg(name, level), {}, false}, &event, rank};
    }
    return best;
}

QVector<ChartMark> scenarioMarks(const Board& board)
{
    const auto& catalogue = board.catalogue();
    std::map<double, QVector<const Change*>> byTime;
    for (const auto& change : board.scenario().changes)
        byTime[change.from.value_or(board.start()).begin()] << &change;
    QVector<ChartMark> marks;
    for (const auto& [time, changes] : byTime) {
        QStringList sentences;
        for (const auto* change : changes)
            sentences << board.said(words::change(catalogue, *change, board.start()));
        const auto& first = *changes.front();
        const auto label = changes.size() == 1
                             ? board.said(words::shortValue(catalogue.measures[*catalogue.findMeasure(first.measure)], first.value))
                             : MarkWords::tr("%n measures", nullptr, static_cast<int>(changes.size()));
        marks << ChartMark{time, label, label, sentences.join(QLatin1Char('\n')), true};
    }
    return marks;
}

} // namespace

QString eventInWords(const Catalogue& catalogue, const Event& event)
{
    auto what = text(event.what);
    if (event.kind == EventKind::Due)
        what = MarkWords::tr("Due: %1").arg(what);
    QStringList sources;
    for (const auto& id : text(event.source).split(QLatin1Char(';'), Qt::SkipEmptyParts))
        if (const auto at = catalogue.findSource(id.trimmed().toStdString()))
            sources << text(catalogue.sources[*at].publisher.empty() ? catalogue.sources[*at].authors : catalogue.sources[*at].publisher);
    sources.removeDuplicates();
    return MarkWords::tr("%1: %2\nSource: %3, grade %4").arg(text(event.date), what,
        sources.isEmpty() ? MarkWords::tr("see the data book") : sources.join(QStringLiteral(", ")), text(letterOf(event.grade)));
}

QVector<ChartMark> marksOf(const Board& board, const Series& series, bool withEvents)
{
    auto marks = scenarioMarks(board);
    if (!withEvents)
        return marks;
    std::vector<Candidate> candidates;
    for (const auto& event : board.catalogue().events)
        if (auto candidate = candidateOf(board, series, event))
            candidates.push_back(std::move(*candidate));
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    qsizetype events = 0;
    for (const auto& candidate : candidates) {
        const auto isClear = [&](const ChartMark& other) {
            return std::fabs(other.time - candidate.mark.time) >= nearest
                && (other.isScenario || other.longLabel != candidate.mark.longLabel);
        };
        if (events == mostEvents || candidate.mark.time < firstYear || candidate.mark.time > lastYear
            || !std::ranges::all_of(marks, isClear))
            continue;
        marks << candidate.mark;
        marks.back().whole = eventInWords(board.catalogue(), *candidate.event);
        ++events;
    }
    return marks;
}

} // namespace chokepoint::ui
